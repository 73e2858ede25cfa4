"""Being a good guest: per host, how many at once, how fast, and when to wait because we were asked to.

All time is the event loop's, so a simulated clock can drive it.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from checker.fetch.limits import Limits

HOPELESS_AFTER = 3
SLOWEST = 8.0
RECOVERY = 0.7


@dataclass(slots=True)
class HostRecord:
    """What we know of one host in this run."""

    slots: asyncio.Semaphore
    next_at: float = 0.0
    paused_until: float = 0.0
    slowness: float = 1.0
    answers: int = 0
    timeouts: int = 0
    waiting: set[str] = field(default_factory=set)

    @property
    def hopeless(self) -> bool:
        """Whether it let us wait several times and never answered: asking on would only cost time."""
        return not self.answers and self.timeouts >= HOPELESS_AFTER


class Politeness:
    """Gives out turns. The order of the locks is host, pace, world, so a slow host holds up no other."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._world = asyncio.Semaphore(limits.concurrency)
        self._hosts: defaultdict[str, HostRecord] = defaultdict(lambda: HostRecord(asyncio.Semaphore(limits.per_host)))

    def host(self, name: str) -> HostRecord:
        """The record of a host."""
        return self._hosts[name]

    @asynccontextmanager
    async def turn(self, name: str) -> AsyncIterator[None]:
        """Wait until a request to the host may start, and hold its place until it has ended."""
        record = self._hosts[name]
        async with record.slots:
            await self._pace(record)
            async with self._world:
                yield

    async def _pace(self, record: HostRecord) -> None:
        loop = asyncio.get_running_loop()
        while (wait := max(record.next_at, record.paused_until) - loop.time()) > 0:
            await asyncio.sleep(wait)
        if self._limits.rate:
            record.next_at = loop.time() + record.slowness / self._limits.rate

    def slow_down(self, name: str) -> None:
        """The host said that we ask too fast (429): ask half as often, down to an eighth, until it is content."""
        record = self._hosts[name]
        record.slowness = min(SLOWEST, 2 * record.slowness)

    def speed_up(self, name: str) -> None:
        """The host answered without complaint: come back to the pace agreed, step by step."""
        record = self._hosts[name]
        record.slowness = max(1.0, RECOVERY * record.slowness)

    def pause(self, name: str, seconds: float) -> None:
        """Let nobody ask the host before ``seconds`` have passed."""
        record = self._hosts[name]
        record.paused_until = max(record.paused_until, asyncio.get_running_loop().time() + seconds)
