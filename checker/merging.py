"""Joining what several ledgers know. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

import msgspec
from msgspec.structs import replace

from checker.memory import Memory, RunRecord, RunState, Sighting
from checker.model import ArchiveAnswer, ArchiveState
from checker.sightings import Elsewhere

Identity = tuple[datetime, str, str]
_WORST = (RunState.COMPLETE, RunState.INTERRUPTED, RunState.OPEN, RunState.INCONCLUSIVE)


def merged(memories: Sequence[Memory]) -> Memory:
    """What all of them know together; runs that began together in the same scope and shard are one run.

    Where two saw the same source in the same run, the later sighting counts; of two archive answers a
    found copy, else the later one. Runs get new ids, oldest first. The order of ``memories`` matters to
    nothing but ties. Histories are joined when they are asked for, so that no more of them is in memory than
    the memories hold themselves.
    """
    runs: dict[Identity, RunRecord] = {}
    for memory in memories:
        for run in memory.runs:
            known = runs.get(_identity(run))
            runs[_identity(run)] = run if known is None else _same(known, run)
    ordered = sorted(runs, key=lambda identity: (identity[0], identity[2], identity[1]))
    ids = {identity: number for number, identity in enumerate(ordered, start=1)}
    parts = [(memory, {run.id: ids[_identity(run)] for run in memory.runs}) for memory in memories]
    records = tuple(replace(runs[identity], id=ids[identity]) for identity in ordered)
    return Memory(records, _Together(parts), _copies(memories))


class _Together(Elsewhere):
    """The histories of several memories, each with the new ids of its runs; an id is the place of a run in time.

    A source that only runs without a new id have seen has an empty history.
    """

    def __init__(self, parts: Sequence[tuple[Memory, Mapping[int, int]]]) -> None:
        self._parts = parts

    def expect(self, keys: Iterable[str], *, whole: bool = False) -> None:
        """See the base class."""
        keys = list(keys)
        for memory, _ in self._parts:
            memory.expect(keys, whole=whole)

    def __getitem__(self, key: str) -> Sequence[Sighting]:
        found = [(seen, new) for memory, new in self._parts if (seen := memory.seen.get(key)) is not None]
        if not found:
            raise KeyError(key)
        known: dict[int, Sighting] = {}
        for seen, new in found:
            _add(known, seen, new)
        return tuple([known[run] for run in sorted(known)])

    def __iter__(self) -> Iterator[str]:
        return iter({key for memory, _ in self._parts for key in memory.seen})

    def __len__(self) -> int:
        return len({key for memory, _ in self._parts for key in memory.seen})


def joined(memory: Memory, parts: Collection[int]) -> Memory:
    """The same memory with some runs, the parts of one, made one run: it has seen what any of them saw."""
    chosen = [run for run in memory.runs if run.id in parts]
    if len(chosen) < 2:
        return memory
    first = min(chosen, key=lambda run: (run.started, run.id))
    ends = [run.finished for run in chosen if run.finished]
    whole = replace(
        first,
        finished=max(ends) if len(ends) == len(chosen) else None,
        full=all(run.full for run in chosen),
        state=max((run.state for run in chosen), key=_WORST.index),
        shard="",
    )
    new = {run.id: whole.id if run.id in parts else run.id for run in memory.runs}
    seen: dict[str, dict[int, Sighting]] = {}
    for key in memory.seen:
        _add(seen.setdefault(key, {}), memory.seen[key], new)
    runs = tuple(whole if run.id == whole.id else run for run in memory.runs if run.id not in parts or run is first)
    place = {run.id: number for number, run in enumerate(runs)}
    histories = {key: tuple(sorted(one.values(), key=lambda one: place[one.run])) for key, one in seen.items() if one}
    return Memory(runs, histories, memory.archive)


def _identity(run: RunRecord) -> Identity:
    return run.started, run.scope, run.shard


def _same(one: RunRecord, other: RunRecord) -> RunRecord:
    """Two records of one run: the one that knows how it ended."""
    return min(one, other, key=lambda run: (run.finished is None, _WORST.index(run.state)))


def _add(known: dict[int, Sighting], seen: Iterable[Sighting], new: Mapping[int, int]) -> None:
    for one in seen:
        if one.run not in new:
            continue
        moved = msgspec.structs.replace(one, run=new[one.run])
        before = known.get(moved.run)
        if before is None or (moved.asked, moved.at, -moved.more) > (before.asked, before.at, -before.more):
            known[moved.run] = moved


def _copies(memories: Iterable[Memory]) -> dict[str, ArchiveAnswer]:
    archive: dict[str, ArchiveAnswer] = {}
    for memory in memories:
        for key, answer in memory.archive.items():
            archive[key] = max(archive.get(key, answer), answer, key=_worth)
    return archive


def _worth(answer: ArchiveAnswer) -> tuple[bool, float]:
    return answer.state is ArchiveState.FOUND, answer.at.timestamp() if answer.at else 0.0
