"""The stage that compares pages with their archived copies: asked for by ``--compare``, since it costs the Archive."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial

from msgspec import Struct, field
from msgspec.structs import replace

from checker import urls
from checker.archive.wayback import Wayback
from checker.copies import AT_ONCE, wanted_of
from checker.drift import Compared, Sketch, compare, sketch
from checker.fetch.client import Fetcher
from checker.fetch.limits import Limits
from checker.fetch.transport import Transport
from checker.fetch.way import Way
from checker.judgement import Judged
from checker.model import AimKind, ArchiveAnswer, ArchiveState
from checker.observation import Exchange, Target
from checker.progress import Progress, Standing
from checker.reasons import Reason, VerdictKind

NEAR_DAYS = 30
_ALIVE = (VerdictKind.OK, VerdictKind.MOVED)


class Sketches(Struct):
    """What is kept of the bodies of one run: of pages by their address, of copies by source key."""

    pages: dict[str, Sketch] = field(default_factory=dict)
    copies: dict[str, Sketch] = field(default_factory=dict)

    def see_page(self, url: str, exchange: Exchange) -> None:
        """Keep the sketch of a live page."""
        made = sketch(exchange)
        if made is not None:
            self.pages[url] = made

    async def see_copy(self, key: str, exchange: Exchange) -> None:
        """Keep the sketch of the copy of a source."""
        made = sketch(exchange)
        if made is not None:
            self.copies[key] = made


class SketchingFetcher(Fetcher):
    """Reads pages to their end and keeps a sketch of each."""

    def __init__(
        self, transport: Transport, limits: Limits, headers: dict[str, dict[str, str]], sketches: Sketches
    ) -> None:
        super().__init__(transport, limits, headers=headers)
        self._sketches = sketches

    def begin(self, target: Target) -> Way:
        """See the base class."""
        return super().begin(replace(target, whole=True))

    def end(self, way: Way) -> Exchange:
        """See the base class."""
        exchange = super().end(way)
        self._sketches.see_page(way.target.url, exchange)
        return exchange


def is_comparable(judged: Judged, sketches: Sketches) -> bool:
    """Whether a page is there, was read, and the author said when they looked at it."""
    verdict, aim = judged.verdict, judged.aim
    there = verdict.kind in _ALIVE and verdict.reason is not Reason.ARCHIVED_COPY
    return there and aim is not None and aim.kind is AimKind.ACCESSED and _page(judged, sketches) is not None


def _page(judged: Judged, sketches: Sketches) -> Sketch | None:
    return sketches.pages.get(urls.without_fragment(judged.source.key))


async def open_copies(
    judged: Sequence[Judged],
    answers: Mapping[str, ArchiveAnswer],
    sketches: Sketches,
    wayback: Wayback,
    clock: Callable[[], datetime],
    progress: Progress,
) -> None:
    """Open the copies near the day of access that no look-up of this run has opened."""
    todo = {
        one.source.key: (one, answer.snapshot.url)
        for one in judged
        if is_comparable(one, sketches)
        and one.source.key not in sketches.copies
        and (answer := answers.get(one.source.key)) is not None
        and answer.snapshot is not None
        and _is_near(answer)
    }
    done = 0
    doors = asyncio.Semaphore(AT_ONCE)

    async def one_copy(key: str, judged: Judged, copy: str) -> None:
        nonlocal done
        look_at = partial(sketches.see_copy, key)
        async with doors:
            await wayback.open_cited(copy, wanted_of(judged), at=clock(), look_at=look_at)
        done += 1
        progress(Standing("comparing with archived copies", done, len(todo)))

    async with asyncio.TaskGroup() as group:
        for key, (one, copy) in todo.items():
            group.create_task(one_copy(key, one, copy))


def _is_near(answer: ArchiveAnswer) -> bool:
    copy = answer.snapshot
    if answer.state is not ArchiveState.FOUND or copy is None or copy.delta_days is None:
        return False
    return copy.bracketed or abs(copy.delta_days) <= NEAR_DAYS


def compared(judged: Judged, sketches: Sketches) -> Compared | None:
    """A page beside its copy; None where they were not both read, or say too little."""
    page, copy = _page(judged, sketches), sketches.copies.get(judged.source.key)
    snapshot = judged.archive.snapshot
    if page is None or copy is None or snapshot is None or not _is_near(judged.archive):
        return None
    if not is_comparable(judged, sketches):
        return None
    found = compare(page, copy)
    return Compared(found[0], found[1], urls.redact(judged.source.url), snapshot.url) if found else None
