"""The stage that looks for archived copies: which sources need one, and asking the Archive for them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Literal

from checker.archive.wayback import Wayback
from checker.judgement import Judged
from checker.model import ArchiveAnswer, ArchiveState
from checker.progress import Progress, Standing
from checker.reasons import VerdictKind

Lookup = Literal["failing", "all", "never"]
_FAILING = (VerdictKind.DEAD, VerdictKind.BROKEN, VerdictKind.UNREACHABLE, VerdictKind.BLOCKED)


def wants_copy(judged: Judged, lookup: Lookup) -> bool:
    """Whether a source is to have its archived copy looked up; one that was never asked is not."""
    if lookup == "never" or judged.observation is None:
        return False
    return lookup == "all" or judged.verdict.kind in _FAILING


def is_kept(answer: ArchiveAnswer) -> bool:
    """A found capture is kept; everything else is asked again."""
    return answer.state is ArchiveState.FOUND


async def look_up(
    wanted: Sequence[Judged],
    answers: dict[str, ArchiveAnswer],
    wayback: Wayback,
    clock: Callable[[], datetime],
    progress: Progress,
) -> None:
    """Look up the copies of all who want one, once a source key; ``answers`` fills as they come."""
    done = 0
    progress(Standing("looking for archived copies", 0, len(wanted)))

    async def one(judged: Judged) -> None:
        nonlocal done
        answers[judged.source.key] = await wayback.look_up(judged.source.url, judged.aim, at=clock())
        done += 1
        progress(Standing("looking for archived copies", done, len(wanted)))

    async with asyncio.TaskGroup() as group:
        for judged in {judged.source.key: judged for judged in wanted}.values():
            group.create_task(one(judged))
