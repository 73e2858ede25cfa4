"""What the shards of one run saw, joined to the run it would have been without them. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from checker import shards
from checker.errors import UsageError
from checker.memory import Memory, RunRecord, RunState
from checker.merging import merged
from checker.network import conclusive
from checker.observation import Observation
from checker.report import Report
from checker.shards import Shard


class Part(Struct, frozen=True):
    """The reports folder of one shard: its name, its report, what its ledger holds."""

    name: str
    report: Report
    memory: Memory


class Rejoined(Struct, frozen=True):
    """One run again: what it saw, by source key, and all that was known before it.

    ``whole`` is False where a shard is missing or was cut short; ``archive_answered`` if one of them
    could only be believed because the Archive answered.
    """

    started: datetime
    finished: datetime
    seen: Mapping[str, Observation]
    before: Memory
    whole: bool
    archive_answered: bool


def rejoined(parts: Sequence[Part], known: Memory) -> Rejoined:
    """Join the last run of each shard; ``known`` is what the ledger to be written holds already.

    Raises:
        UsageError: folders that are not of the shards of one run.
    """
    runs = [_last_run(one) for one in parts]
    found = [shard for _, shard in runs if shard is not None]
    _refuse_mixture(parts, runs, found)
    seen: dict[str, Observation] = {}
    for part, (run, _) in zip(parts, runs, strict=True):
        seen |= _seen_by(part, run)
    records = [run for run, _ in runs]
    started = min(run.started for run in records)
    before = merged([known, *(_without(part.memory, run) for part, run in zip(parts, records, strict=True))])
    cut_short = any(one.report.run.interrupted for one in parts)
    return Rejoined(
        started,
        max(run.finished or run.started for run in records),
        seen,
        replace(before, runs=tuple(run for run in before.runs if run.started != started)),
        whole=len(found) == found[0].of and not cut_short,
        archive_answered=any(
            part.report.run.network == "up" and not conclusive(_seen_by(part, run).items())
            for part, run in zip(parts, records, strict=True)
        ),
    )


def _last_run(part: Part) -> tuple[RunRecord, Shard | None]:
    last = max(part.memory.runs, key=lambda run: run.id, default=None)
    if last is None:
        raise UsageError(f"{part.name}: its ledger holds no run; name the reports folders of 'checker check --shard'")
    return last, shards.parse(last.shard)


def _refuse_mixture(
    parts: Sequence[Part], runs: Sequence[tuple[RunRecord, Shard | None]], found: Sequence[Shard]
) -> None:
    for part, (run, shard) in zip(parts, runs, strict=True):
        if shard is None:
            raise UsageError(f"{part.name}: not of a shard; name the reports folders of 'checker check --shard'")
        if shard.of != found[0].of or run.scope != runs[0][0].scope:
            raise UsageError(f"{part.name}: not of the same run as {parts[0].name}; check all shards alike")
    numbers = [shard.number for shard in found]
    twice = next((number for number in numbers if numbers.count(number) > 1), None)
    if twice is not None:
        raise UsageError(f"shard {twice}/{found[0].of} is there twice; name each reports folder once")


def _seen_by(part: Part, run: RunRecord) -> dict[str, Observation]:
    return {key: one.observation for key, one in part.memory.unfinished.get(run.id, {}).items()}


def _without(memory: Memory, run: RunRecord) -> Memory:
    """What a shard knew before its run; its own unfinished runs were never judged alone, and never count alone."""
    own = {one.id for one in memory.runs if one.shard and one.state is not RunState.COMPLETE}
    return replace(memory, runs=tuple(one for one in memory.runs if one.id not in own | {run.id}), unfinished={})
