"""Joining what several ledgers know. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

import msgspec

from checker.memory import Memory, RunRecord, RunState, Sighting
from checker.model import ArchiveAnswer, ArchiveState

Identity = tuple[datetime, str, str]
_WORST = (RunState.COMPLETE, RunState.INTERRUPTED, RunState.OPEN, RunState.INCONCLUSIVE)


def merged(memories: Sequence[Memory]) -> Memory:
    """What all of them know together; runs that began together in the same scope and shard are one run.

    Where two saw the same source in the same run, the later sighting counts; of two archive answers a
    found copy, else the later one. Runs get new ids, oldest first. The order of ``memories`` matters to
    nothing but ties.
    """
    runs: dict[Identity, RunRecord] = {}
    for memory in memories:
        for run in memory.runs:
            known = runs.get(_identity(run))
            runs[_identity(run)] = run if known is None else _same(known, run)
    ordered = sorted(runs, key=lambda identity: (identity[0], identity[2], identity[1]))
    ids = {identity: number for number, identity in enumerate(ordered, start=1)}
    seen: dict[str, dict[int, Sighting]] = {}
    for memory in memories:
        new = {run.id: ids[_identity(run)] for run in memory.runs}
        for key in memory.seen:
            _add(seen.setdefault(key, {}), memory.seen[key], new)
    return _memory(tuple(replace(runs[identity], id=ids[identity]) for identity in ordered), seen, memories)


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
    return _memory(runs, seen, [memory])


def _identity(run: RunRecord) -> Identity:
    return run.started, run.scope, run.shard


def _same(one: RunRecord, other: RunRecord) -> RunRecord:
    """Two records of one run: the one that knows how it ended."""
    return min(one, other, key=lambda run: (run.finished is None, _WORST.index(run.state)))


def _add(known: dict[int, Sighting], seen: Iterable[Sighting], new: dict[int, int]) -> None:
    for one in seen:
        if one.run not in new:
            continue
        moved = msgspec.structs.replace(one, run=new[one.run])
        before = known.get(moved.run)
        if before is None or (moved.asked, moved.at, -moved.more) > (before.asked, before.at, -before.more):
            known[moved.run] = moved


def _memory(runs: tuple[RunRecord, ...], seen: dict[str, dict[int, Sighting]], memories: Iterable[Memory]) -> Memory:
    place = {run.id: number for number, run in enumerate(runs)}
    histories = {
        key: tuple(sorted(found.values(), key=lambda one: place[one.run])) for key, found in seen.items() if found
    }
    archive: dict[str, ArchiveAnswer] = {}
    for memory in memories:
        for key, answer in memory.archive.items():
            archive[key] = max(archive.get(key, answer), answer, key=_worth)
    return Memory(runs, histories, archive)


def _worth(answer: ArchiveAnswer) -> tuple[bool, float]:
    return answer.state is ArchiveState.FOUND, answer.at.timestamp() if answer.at else 0.0
