"""Asking many targets: hosts side by side, each at its own pace, results as they come."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Sequence

from checker.fetch.client import Fetcher
from checker.fetch.limits import Limits
from checker.observation import Exchange, HostQueue, Target

Result = tuple[Target, Exchange]
_WAITING_RESULTS = 256
_BETWEEN_TRIES = 2
"""Lanes of a host beyond its connections: what waits between two tries takes no connection from the others."""


async def fetch_all(queues: Sequence[HostQueue], fetcher: Fetcher, limits: Limits) -> AsyncGenerator[Result]:
    """Ask every target once; yields in the order of the answers.

    As many hosts are under way as requests may be; the queues are started in the order given, longest
    first by :func:`checker.schedule.plan`, so that no host is left over at the end. Workers belong to
    hosts, not to targets: 100,000 links cost no 100,000 tasks. Closing the iterator ends everything.
    """
    hosts = deque(queues)
    results: asyncio.Queue[Result | None] = asyncio.Queue()
    room = asyncio.Semaphore(_WAITING_RESULTS)

    async def lane(targets: deque[Target]) -> None:
        while targets:
            target = targets.popleft()
            await room.acquire()
            results.put_nowait((target, await fetcher.fetch(target)))

    async def runner() -> None:
        while hosts:
            queue = hosts.popleft()
            targets = deque(queue.targets)
            async with asyncio.TaskGroup() as lanes:
                for _ in range(min(limits.per_host + _BETWEEN_TRIES, len(targets))):
                    lanes.create_task(lane(targets))
            await fetcher.release(queue.host)

    async def everybody() -> None:
        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(min(limits.concurrency, len(queues))):
                    group.create_task(runner())
        finally:
            results.put_nowait(None)

    work = asyncio.create_task(everybody())
    try:
        while (result := await results.get()) is not None:
            room.release()
            yield result
        await work
    finally:
        work.cancel()
        await asyncio.gather(work, return_exceptions=True)
