"""A ledger as lines of JSON, to be diffed, moved and merged: one line a run, a sighting, an archive answer. Pure.

Runs are named by their start, sightings stand by source and time, so that two exports differ only where
the ledgers do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

import msgspec

from checker.errors import InputError, Problem
from checker.memory import Memory, RunRecord, RunState, Sighting
from checker.model import ArchiveAnswer
from checker.observation import Observation

FORMAT = 1


class _Line(msgspec.Struct, tag_field="kind"):
    """Any line; ``kind`` says which."""


class Head(_Line, tag="ledger"):
    """The first line: the version of this format, and whose world the ledger holds."""

    format: int
    simulated: bool


class Run(_Line, tag="run"):
    """One run; the fields as in :class:`checker.memory.RunRecord`."""

    name: str
    started: datetime
    finished: datetime | None
    full: bool
    state: RunState
    scope: str = ""
    shard: str = ""


class Seen(_Line, tag="seen"):
    """One sighting, by the name of its run."""

    key: str
    run: str
    observation: Observation
    asked: bool = True
    more: int = 0


class Copy(_Line, tag="archive"):
    """What the Archive said of a source."""

    key: str
    answer: ArchiveAnswer


Line = Head | Run | Seen | Copy
_decode = msgspec.json.Decoder(Line).decode


def lines(memory: Memory, *, simulated: bool) -> Iterator[str]:
    """The lines of a ledger, without line ends."""
    yield _text(Head(FORMAT, simulated))
    names = dict(_names(memory.runs))
    for run in memory.runs:
        yield _text(Run(names[run.id], run.started, run.finished, run.full, run.state, run.scope, run.shard))
    place = {run.id: number for number, run in enumerate(memory.runs)}
    keys = sorted(memory.seen)
    memory.expect(keys, whole=True)
    for key in keys:
        known = [one for one in memory.seen[key] if one.run in place]
        for one in sorted(known, key=lambda one: place[one.run]):
            yield _text(Seen(key, names[one.run], one.observation, one.asked, one.more))
    for key in sorted(memory.archive):
        yield _text(Copy(key, memory.archive[key]))


def _names(runs: Iterable[RunRecord]) -> Iterator[tuple[int, str]]:
    """A name for each run: its start, and a number where several began together."""
    taken: dict[str, int] = {}
    for run in runs:
        start = run.started.isoformat()
        taken[start] = taken.get(start, 0) + 1
        yield run.id, start if taken[start] == 1 else f"{start} #{taken[start]}"


def _text(line: Line) -> str:
    return msgspec.json.encode(line).decode()


def parse(text: Iterable[str], name: str) -> tuple[Memory, bool]:
    """What lines say, and whether that is the simulated web. ``name`` is shown in problems.

    Raises:
        InputError: a line that is none of ours, with its number.
    """
    runs: dict[str, RunRecord] = {}
    seen: dict[str, list[Sighting]] = {}
    archive: dict[str, ArchiveAnswer] = {}
    simulated: bool | None = None
    for number, raw in enumerate(text, start=1):
        if not raw.strip():
            continue
        line = _read(raw, name, number)
        match line:
            case Head():
                simulated = line.simulated
            case Run():
                record = RunRecord(
                    len(runs) + 1, line.started, line.finished, line.full, line.state, line.scope, line.shard
                )
                runs[line.name] = record
            case Seen():
                if line.run not in runs:
                    raise _problem(name, number, f"no run is named '{line.run[:80]}' before this line")
                one = Sighting.of(runs[line.run].id, line.observation, asked=line.asked, more=line.more)
                seen.setdefault(line.key, []).append(one)
            case Copy():
                archive[line.key] = line.answer
        if simulated is None:
            raise _problem(name, number, "an export of a ledger begins with a line of the kind 'ledger'")
    if simulated is None:
        raise _problem(name, 1, "empty; export a ledger with 'checker ledger export'")
    return Memory(tuple(runs.values()), seen, archive), simulated


def _read(raw: str, name: str, number: int) -> Line:
    try:
        line: Line = _decode(raw)
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        raise _problem(name, number, f"not a line of an exported ledger: {error}") from error
    if isinstance(line, Head) and line.format != FORMAT:
        raise _problem(name, number, f"format {line.format}, ours is {FORMAT}; update checker")
    return line


def _problem(name: str, number: int, message: str) -> InputError:
    return InputError(Problem(name, number, 1, message))
