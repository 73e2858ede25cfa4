"""Histories that are read as far as they are asked for: never another answer, and no more reading than needed."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from builders import START, WEEK, failed, observation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from checker import conditional
from checker.errors import DamagedLedgerError
from checker.ledger import Ledger
from checker.ledger.records import Head, decode_head, encode_head
from checker.memory import Memory, RunState
from checker.observation import Failure, Hop, Observation, PageFacts, Sign, Try
from checker.reuse import Recall

PAGE = PageFacts("A title", ("A title",), 300, complete=True)


def key(number: int) -> str:
    """A source."""
    return f"https://site{number % 7}.org/{number}"


def seen(number: int, week: int = 0) -> Observation:
    """What is seen of it: pages with and without tags, some that change, are gone, silent, strange or elsewhere."""
    url, tags = key(number), (("server", "x"), ("etag", f'"{number}-{week}"'), ("last-modified", "Tue"))
    fine = observation(200, url=url, page=PAGE, headers=tags, at=START + week * WEEK, tries=(Try(url, f"200, {week}"),))
    match number % 8:
        case 0:
            return replace(fine, headers=(("server", "x"),))
        case 1:
            return replace(fine, page=replace(PAGE, words=300 + week))
        case 2:
            return observation(404, url=url, headers=tags, at=fine.at)
        case 3:
            return replace(failed(Failure.TIMEOUT, url=url), at=fine.at)
        case 4:
            return replace(fine, page=replace(PAGE, signs=(Sign("soft404.title", "x"),)))
        case 5:
            return replace(fine, hops=(Hop(url, 302, f"{url}/x"), Hop(f"{url}/x", 200)), final_url=f"{url}/x")
        case 6:
            return replace(fine, read_at=START - timedelta(days=3))
    return fine


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger of three weekly runs of 1,500 sources; the last one asked only half of them."""
    path = tmp_path / "ledger.sqlite"
    for week in range(3):
        run(path, week, 1500 if week < 2 else 750)
    return path


@pytest.fixture
def killed(tmp_path: Path) -> Path:
    """A ledger of sixteen sources, with a second run that saw half of them as before, half otherwise; it was killed."""
    path = tmp_path / "ledger.sqlite"
    run(path, 0, 16)
    ledger = Ledger(path)
    recall = Recall(ledger.look())
    for number in range(16):
        recall.validators(key(number))
    ledger.begin(START + WEEK, full=True)
    ledger.record({key(number): replace(seen(number), detail="x" * (number % 2)) for number in range(16)})
    ledger.close()
    return path


def run(path: Path, week: int, count: int, state: RunState | None = RunState.COMPLETE) -> None:
    """One run that looked at everything first; None for one that was killed."""
    ledger = Ledger(path)
    recall = Recall(ledger.look())
    recall.expect(key(number) for number in range(count))
    for number in range(count):
        recall.validators(key(number))
    ledger.begin(START + week * WEEK, full=True)
    ledger.record({key(number): seen(number, week) for number in range(count)})
    if state:
        ledger.end(START + week * WEEK, state)
    ledger.close()


def fresh_look(path: Path) -> Memory:
    """What a new run has to begin with."""
    return Ledger(path).look()


def test_all_ways_of_reading_say_the_same(path: Path) -> None:
    """One by one, some ahead, all looked through, or everything at once."""
    keys = [key(number) for number in range(1600)]
    whole = Ledger(path).read()
    recall = Recall(whole)
    looked, ahead = fresh_look(path), fresh_look(path)
    looked.expect(keys)
    ahead.expect(keys, whole=True)

    for one in keys:
        assert list(looked.history(one)) == list(ahead.history(one)) == list(whole.history(one))
        assert Recall(looked).known(one) == Recall(ahead).known(one) == recall.known(one)
        assert Recall(looked).validators(one) == Recall(ahead).validators(one)


def test_what_servers_are_asked_with_needs_no_page(path: Path) -> None:
    """It is the same as if the whole observation had been read."""
    memory = fresh_look(path)
    memory.expect(map(key, range(1500)))
    recall = Recall(memory)

    for number in range(1500):
        by_page = conditional.validators(recall.known(key(number)), key(number))
        by_page = by_page if by_page and (by_page.etag or by_page.modified) else None
        assert recall.validators(key(number)) == by_page


def test_of_runs_that_are_left_out_nothing_is_recalled(path: Path) -> None:
    """A clock that was set back: what the run before saw counts."""
    memory = fresh_look(path)
    recall = Recall(memory.before(START + WEEK))
    recall.expect(map(key, range(1500)))

    assert recall.known(key(7)) == Ledger(path).read().seen[key(7)][1].observation
    assert conditional.conditions([recall.validators(key(7))], START + WEEK) == ()  # its tags are not kept


def test_who_sees_the_same_again_reads_no_facts(path: Path) -> None:
    """Not even damage of the rest is met; who sees something else meets it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("UPDATE sources SET facts = x'00'")
    ledger = Ledger(path)
    memory = ledger.look()
    memory.expect(map(key, range(1500)))
    now = {key(number): seen(number, 3) for number in (7, 9)}
    ledger.begin(START + 3 * WEEK, full=True)
    ledger.record(now)
    same, changed = (memory.history(one, now[one]) for one in now)

    assert same.facts(same.course.rows[-1].facts) is now[key(7)]
    with pytest.raises(DamagedLedgerError):
        changed.facts(changed.course.rows[-1].facts)
    with pytest.raises(DamagedLedgerError):
        same.sightings()


def test_what_changed_is_read_many_at_a_time(path: Path) -> None:
    """Whoever judges all that a run saw reads together the records of what changed, but for the pages remembered."""
    ledger = Ledger(path)
    memory = ledger.look()
    keys = [key(number) for number in range(1500)]
    memory.expect(keys)
    now = {one: replace(seen(number), at=START + 3 * WEEK, status=500) for number, one in enumerate(keys)}
    ledger.begin(START + 3 * WEEK, full=True)
    ledger.record(now)
    asked: list[str] = []
    assert ledger._db is not None
    ledger._db.set_trace_callback(asked.append)
    memory.expect(keys, whole=True)
    for one in keys:
        history = memory.history(one, now[one])
        assert history.facts(history.course.rows[-1].facts).status != 500
    read = sum(one.count("https://") for one in asked)

    assert read == sum(number % 8 not in (1, 6, 7) for number in range(1500))  # that change, or can be asked about
    assert len(asked) == 4  # 256 at once
    ledger.close()


def test_what_is_not_the_last_word_of_this_run_is_not_taken_for_it(path: Path) -> None:
    """The facts are those of the ledger for anything but what was recorded as the same."""
    ledger = Ledger(path)
    memory = ledger.look()
    memory.expect(map(key, range(1500)))
    first, other = seen(7, 3), replace(seen(7, 3), status=500)
    ledger.begin(START + 3 * WEEK, full=True)
    ledger.record({key(7): first})
    ledger.record({key(7): other})

    for present in (first, other, None):
        known = memory.history(key(7), present).facts(0)
        assert known is not present
        assert known.status == 200
    ledger.close()


def test_a_killed_run_that_saw_the_same_keeps_all_of_it(path: Path) -> None:
    """What is left out of its record, because the history has it, is there when it is continued."""
    run(path, 3, 1500, None)
    ledger = Ledger(path)
    memory = ledger.look()
    (unfinished,) = memory.unfinished.values()

    assert {one: sighting.observation for one, sighting in unfinished.items()} == {
        key(number): seen(number, 3) for number in range(1500)
    }
    assert memory.history(key(7))[-1].observation == seen(7, 3)


def test_who_continues_a_killed_run_reads_no_facts_either(path: Path) -> None:
    """What the run saw before it was killed is the present, not the past; the past is the record alone."""
    run(path, 3, 700, None)
    ledger = Ledger(path)
    memory = ledger.look()
    ledger.resume(4)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("UPDATE sources SET facts = x'00'")
    memory.expect(map(key, range(1500)))
    now = seen(903, 3)
    ledger.record({key(903): now})

    assert memory.history(key(7)).course.rows[-1].run == 3
    assert memory.history(key(903), now).facts(0) is now
    ledger.close()


def test_after_a_killed_run_was_closed_nothing_is_taken_for_the_same(path: Path) -> None:
    """The next run of another kind makes it part of the history, and keeps what it sees in whole."""
    run(path, 3, 1500, None)
    run(path, 4, 1500)
    memory = Ledger(path).read()

    for number in range(1500):
        known = memory.seen[key(number)]
        assert [one.run for one in known][-2:] == [4, 5]
        assert known[-1].observation == seen(number, 4)


def test_facts_that_nobody_has_are_damage(path: Path) -> None:
    """A record that leaves out what the history does not have any more is told, not made up."""
    run(path, 3, 1500, None)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("DELETE FROM sources")

    with pytest.raises(DamagedLedgerError, match="facts that are not there"):
        Ledger(path).look()


@pytest.mark.parametrize("part", ["last", "head", "facts", *Head.__struct_fields__])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_a_record_holds_it_is_read_or_said_to_be_damaged(path: Path, part: str, data: st.DataObject) -> None:
    """No other error comes of any bytes: looking, asking, judging, recording and ending included."""
    one = key(7)
    column = "head" if part in Head.__struct_fields__ else part
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        (whole,) = db.execute(f"SELECT {column} FROM sources WHERE key = ?", (one,)).fetchone()  # noqa: S608  # ours
        kept = getattr(decode_head(whole), part) if part != column else whole
        kept = kept if isinstance(kept, bytes) else b"\1\2"
        at, byte = data.draw(st.integers(0, len(kept))), data.draw(st.binary(max_size=3))
        bad = kept[:at] + byte + kept[at + len(byte) :] if data.draw(st.booleans()) else byte
        if part != column:
            bad = encode_head(msgspec.structs.replace(decode_head(whole), **{part: bad}))
        db.execute("BEGIN")
        db.execute(f"UPDATE sources SET {column} = ? WHERE key = ?", (bad, one))  # noqa: S608  # ours
        db.execute("COMMIT")
    try:
        for step in (look, run_with):
            with suppress(DamagedLedgerError):
                step(path, one)
    finally:
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            db.execute(f"UPDATE sources SET {column} = ? WHERE key = ?", (whole, one))  # noqa: S608  # ours


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.floats(0, 1), byte=st.binary(min_size=1, max_size=3))
def test_whatever_a_killed_run_left_it_is_read_or_said_to_be_damaged(killed: Path, at: float, byte: bytes) -> None:
    """Looking at it, going on with it and making it part of the histories raise no other error."""
    path = Path(tempfile.mkdtemp(dir=killed.parent), "copy.sqlite")
    path.write_bytes(killed.read_bytes())
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        (kept,) = db.execute("SELECT seen FROM fresh").fetchone()
        place = int(at * len(kept))
        db.execute("UPDATE fresh SET seen = ?", (kept[:place] + byte + kept[place + len(byte) :],))
    with closing(Ledger(path)) as ledger:
        with suppress(DamagedLedgerError):
            ledger.look()
        with suppress(DamagedLedgerError):
            ledger.resume(2)
            ledger.end(START + WEEK, RunState.COMPLETE)
        with suppress(DamagedLedgerError):
            ledger.read()


def look(path: Path, one: str) -> None:
    """Everything that is asked of a history."""
    memory = fresh_look(path)
    recall = Recall(memory)
    assert recall.validators(one) is None or recall.known(one)
    history = memory.history(one)
    for row in history.course.rows:
        history.facts(row.facts)
    list(history)


def run_with(path: Path, one: str) -> None:
    """A run that sees the same again; what it has written is thrown away."""
    copy = path.with_name("copy.sqlite")
    copy.write_bytes(path.read_bytes())
    ledger = Ledger(copy)
    recall = Recall(ledger.look())
    recall.validators(one)
    ledger.begin(START + 9 * WEEK, full=True)
    ledger.record({one: seen(7, 9)})
    ledger.end(START + 9 * WEEK, RunState.COMPLETE)
    ledger.read()
