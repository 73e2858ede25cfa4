"""What several ledgers know, together: nothing twice, nothing lost, in whatever order."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import NoReturn

import pytest
from builders import START, WEEK, failed, observation

from checker.errors import LedgerError
from checker.ledger import Ledger
from checker.memory import Memory, RunRecord, RunState, Sighting
from checker.merging import joined, merged
from checker.model import ArchiveAnswer, ArchiveState, Snapshot
from checker.observation import Failure

A, B = "https://site.org/a", "https://site.org/b"
FINE, GONE, SILENT = observation(200), observation(404), failed(Failure.TIMEOUT)
FOUND = ArchiveAnswer(ArchiveState.FOUND, Snapshot("u", "2019"), at=START)
NONE = ArchiveAnswer(ArchiveState.NOT_ARCHIVED, at=START + WEEK)


def run(
    number: int, week: float = 0, state: RunState = RunState.COMPLETE, shard: str = "", full: bool = True
) -> RunRecord:
    """A run of some week, an hour long."""
    at = START + week * WEEK
    return RunRecord(number, at, at + timedelta(hours=1), full, state, "scope", shard)


def test_the_same_run_is_one_run() -> None:
    """A ledger merged with itself, or with an earlier copy of itself, stays the same."""
    old = Memory((run(1),), {A: (Sighting.of(1, FINE),)}, {A: FOUND})
    new = Memory((run(1), run(2, 1)), {A: (Sighting.of(1, FINE), Sighting.of(2, GONE))}, {A: NONE, B: NONE})
    both = Memory(new.runs, new.seen, {A: FOUND, B: NONE})

    assert merged([new, new]) == new
    assert merged([old, new]) == merged([new, old]) == both


def test_runs_are_put_in_order_of_time() -> None:
    """Two machines that took turns."""
    one = Memory((run(1, 0), run(2, 2)), {A: (Sighting.of(1, FINE), Sighting.of(2, SILENT))})
    other = Memory((run(1, 1),), {A: (Sighting.of(1, GONE),)})
    together = merged([other, one])

    assert [record.started for record in together.runs] == [START, START + WEEK, START + 2 * WEEK]
    assert [past.observation for past in together.seen[A]] == [FINE, GONE, SILENT]
    assert [past.run for past in together.seen[A]] == [1, 2, 3]


def test_shards_become_one_run() -> None:
    """Full and complete only if all of them were."""
    parts = [
        Memory((run(1), run(2, 1, shard="1/2")), {A: (Sighting.of(1, FINE), Sighting.of(2, GONE))}),
        Memory((run(1), run(2, 1, shard="2/2")), {B: (Sighting.of(2, SILENT),), A: (Sighting.of(1, FINE),)}),
    ]
    memory = merged(parts)
    assert [record.shard for record in memory.runs] == ["", "1/2", "2/2"]
    whole = joined(memory, {record.id for record in memory.runs if record.shard})

    assert [(record.id, record.shard, record.state, record.full) for record in whole.runs] == [
        (1, "", RunState.COMPLETE, True),
        (2, "", RunState.COMPLETE, True),
    ]
    assert [past.run for past in whole.seen[A]] == [1, 2]
    assert [past.run for past in whole.seen[B]] == [2]


def test_a_shard_that_was_cut_short_cuts_the_whole_short() -> None:
    """What is missing is missing."""
    memory = merged([
        Memory((run(1, shard="1/2"),), {A: (Sighting.of(1, FINE),)}),
        Memory((run(1, shard="2/2", state=RunState.INTERRUPTED, full=False),), {B: (Sighting.of(1, FINE),)}),
    ])  # fmt: skip
    (whole,) = joined(memory, {1, 2}).runs

    assert (whole.state, whole.full) == (RunState.INTERRUPTED, False)


def test_the_copy_that_knows_how_a_run_ended_is_believed() -> None:
    """An export made during the run is older than one made after it."""
    early = Memory((RunRecord(1, START, None, True, RunState.OPEN, "scope"),), {A: (Sighting.of(1, FINE),)})
    late = Memory((run(1),), {A: (Sighting.of(1, FINE),), B: (Sighting.of(1, GONE),)})

    assert merged([early, late]) == merged([late, early]) == late


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger of two finished runs of six hundred sources, and one that was killed."""
    path = tmp_path / "ledger.sqlite"
    for week in range(3):
        ledger = Ledger(path)
        ledger.look()
        ledger.begin(START + week * WEEK, full=True)
        ledger.record({f"{A}{number}": observation(200 if number % 7 else 404 + week) for number in range(600)})
        if week < 2:
            ledger.end(START + week * WEEK, RunState.COMPLETE)
        ledger.close()
    return path


def test_a_ledger_takes_in_others_while_it_is_read(path: Path) -> None:
    """No more of it is in memory than what is written at the moment; it ends as if it had been read before."""
    other = Memory((run(1, 1.5),), {f"{A}3": (Sighting.of(1, GONE),), B: (Sighting.of(1, FINE),)}, {B: FOUND})
    expected = merged([Ledger(path).read(), other])
    expected = Memory(expected.runs, dict(expected.seen), expected.archive)
    ledger = Ledger(path)
    ledger.replace(merged([ledger.look(), other]))
    ledger.close()
    told = Ledger(path).read()

    assert told.runs == expected.runs
    assert told.archive == expected.archive
    assert {key: [(one.run, one.observation) for one in seen] for key, seen in told.seen.items()} == {
        key: [(one.run, one.observation) for one in seen] for key, seen in expected.seen.items()
    }


def test_what_cannot_be_taken_in_changes_nothing(path: Path) -> None:
    """Trouble on the way leaves the ledger as it was."""
    before = Ledger(path).read()
    ledger = Ledger(path)
    known = ledger.look()

    class Broken(dict[str, tuple[Sighting, ...]]):
        def get(self, key: str, default: object = None) -> NoReturn:
            raise LedgerError(f"{key} cannot be read")

    with pytest.raises(LedgerError, match="cannot be read"):
        ledger.replace(merged([known, Memory((run(1, 5),), Broken({f"{A}9": (Sighting.of(1, GONE),)}))]))
    ledger.close()

    assert Ledger(path).read() == before
