"""The stage that looks for archived copies: which sources need one, and asking the Archive for them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Literal

from checker import cited
from checker.archive.aim import aim_of
from checker.archive.fitness import Wanted
from checker.archive.wayback import Wayback
from checker.judgement import Judged
from checker.model import Aim, ArchiveAnswer, ArchiveState, Source
from checker.observation import Exchange
from checker.progress import Progress, Standing
from checker.reasons import Reason, VerdictKind

Lookup = Literal["failing", "all", "never"]
LookAtCopy = Callable[[str, Exchange], Awaitable[None]]
"""Gets a source key and the opened capture that is offered for it, body and all."""

AT_ONCE = 24
AGAIN_AFTER = timedelta(days=30)
_FAILING = (VerdictKind.DEAD, VerdictKind.BROKEN, VerdictKind.UNREACHABLE, VerdictKind.BLOCKED)
_TAKEN_OVER = (Reason.PARKED_DOMAIN, Reason.HIJACKED_DOMAIN)


def wants_copy(judged: Judged, lookup: Lookup) -> bool:
    """Whether a source is to have its archived copy looked up; one that was never asked is not."""
    if lookup == "never" or judged.observation is None:
        return False
    return lookup == "all" or judged.verdict.kind in _FAILING


def is_kept(answer: ArchiveAnswer, aim: Aim | None, now: datetime) -> bool:
    """Whether an answer of an earlier run still stands for this day.

    A found capture does; that there is none, or none is shown, for 30 days, since new captures and releases
    happen; a failure never, nor anything that was looked up for another day.
    """
    if answer.aim != aim:
        return False
    match answer.state:
        case ArchiveState.FOUND:
            return True
        case ArchiveState.NOT_ARCHIVED | ArchiveState.EXCLUDED:
            return answer.at is not None and now - answer.at < AGAIN_AFTER
        case _:
            return False


def kept(judged: Sequence[Judged], known: Mapping[str, ArchiveAnswer], now: datetime) -> dict[str, ArchiveAnswer]:
    """The answers of earlier runs that need not be asked for again, by source key."""
    return {
        key: known[key] for key, one in _by_key(judged).items() if key in known and is_kept(known[key], one.aim, now)
    }


def _by_key(judged: Sequence[Judged]) -> dict[str, Judged]:
    """One judged source for each address, the first one: its day counts for all who share the address."""
    return {one.source.key: one for one in reversed(judged)}


def wanted_of(judged: Judged) -> Wanted:
    """What to look for: the page as cited, and what stands in its place where strangers have taken it over."""
    strangers = judged.observation.page if judged.observation and judged.verdict.reason in _TAKEN_OVER else None
    title = next((one.title for one in judged.source.citations if one.title), None)
    return Wanted(judged.source.url, judged.aim, title, strangers)


async def look_up(
    wanted: Sequence[Judged],
    wayback: Wayback,
    keep: Callable[[str, ArchiveAnswer], None],
    clock: Callable[[], datetime],
    progress: Progress,
    look_at: LookAtCopy | None = None,
) -> None:
    """Look up the copies of all who want one, once a source key; ``keep`` gets the answers as they come."""
    todo = list(_by_key(wanted).values())[::-1]
    done = 0
    progress(Standing("looking for archived copies", 0, len(todo)))
    doors = asyncio.Semaphore(AT_ONCE)

    async def one(judged: Judged) -> None:
        nonlocal done
        key = judged.source.key
        look = None if look_at is None else partial(look_at, key)
        async with doors:
            keep(key, await wayback.look_up(wanted_of(judged), at=clock(), look_at=look))
        done += 1
        progress(Standing("looking for archived copies", done, len(todo)))

    async with asyncio.TaskGroup() as group:
        for judged in todo:
            group.create_task(one(judged))


async def open_cited(
    sources: Sequence[Source],
    wayback: Wayback,
    known: Mapping[str, ArchiveAnswer],
    keep: Callable[[str, str, ArchiveAnswer], None],
    clock: Callable[[], datetime],
    progress: Progress,
    look_at: LookAtCopy,
) -> None:
    """Open the archived copies that the documents cite; ``known`` are those of earlier runs that need it not.

    ``keep`` gets source key, :func:`cited.copy_key` and what became of the copy.
    """
    todo = [(source, copy) for source, copy in cited.to_open(sources) if cited.copy_key(copy) not in known]
    done = 0
    if todo:
        progress(Standing("opening cited copies", 0, len(todo)))
    doors = asyncio.Semaphore(AT_ONCE)

    async def one(source: Source, copy: str) -> None:
        nonlocal done
        title = next((one.title for one in source.citations if one.title), None)
        async with doors:
            wanted = Wanted(source.url, aim_of(source), title)
            look = partial(look_at, source.key)
            answer = await wayback.open_cited(copy, wanted, at=clock(), look_at=look)
        keep(source.key, cited.copy_key(copy), answer)
        done += 1
        progress(Standing("opening cited copies", done, len(todo)))

    async with asyncio.TaskGroup() as group:
        for source, copy in todo:
            group.create_task(one(source, copy))


def kept_cited(
    sources: Sequence[Source], known: Mapping[str, ArchiveAnswer], now: datetime
) -> dict[str, ArchiveAnswer]:
    """What earlier runs found out about cited copies and need not find out again, by :func:`cited.copy_key`."""
    keys = [(cited.copy_key(copy), aim_of(source)) for source, copy in cited.to_open(sources)]
    return {key: known[key] for key, aim in keys if key in known and is_kept(known[key], aim, now)}


def ended_line(reason: str, answers: Mapping[str, ArchiveAnswer]) -> str:
    """The one line that says that look-ups ended early, and how many it leaves open; empty where they did not."""
    if not reason:
        return ""
    failed = sum(answer.state is ArchiveState.LOOKUP_FAILED for answer in answers.values())
    sources = "source" if failed == 1 else "sources"
    return f"Look-ups of archived copies ended early: {reason}. {failed} {sources} will be looked up in the next run."
