"""Staying within the Archive's limits: one clock for the process, pauses for all, a breaker for outages.

The Archive allows 30 index requests a minute (CDX and TimeMaps share a pool; edgi/wayback#206, #208,
June 2026) and 600 playbacks; who ignores its 429 for a minute is shut out for an hour. We take 80 %, as
it asked clients to. All time is the event loop's.
"""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass, field

WINDOW = 60.0
INDEX_REQUESTS = 24
PLAYBACK_REQUESTS = 480
PAUSE_429 = 60.0
BREAKER_FAILURES = 5
BREAKER_PAUSE = 60.0
BREAKER_PROBES = 3


class Pace:
    """Lets at most ``count`` requests start in any ``seconds``; the first ones need not wait."""

    def __init__(self, count: int, seconds: float) -> None:
        self._seconds = seconds
        self._lock = asyncio.Lock()
        self._started: deque[float] = deque(maxlen=count)

    async def turn(self, not_before: float = 0.0) -> None:
        """Wait for one's turn, and for the moment ``not_before`` of the loop's clock."""
        loop = asyncio.get_running_loop()
        async with self._lock:
            full = len(self._started) == self._started.maxlen
            free = self._started[0] + self._seconds if full else 0.0
            await asyncio.sleep(max(0.0, max(free, not_before) - loop.time()))
            self._started.append(loop.time())


@dataclass(slots=True)
class Breaker:
    """Counts failed look-ups in a row: opens after five, then probes, gives up after three of them."""

    failures: int = 0
    probes: int = 0
    given_up: bool = False
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def open(self) -> bool:
        """Whether only probes are let through."""
        return self.failures >= BREAKER_FAILURES

    def succeeded(self) -> None:
        """Close again."""
        self.failures = self.probes = 0

    def failed(self) -> None:
        """Count a failure, and give up when the last probe failed too."""
        if self.open:
            self.probes += 1
        self.failures += 1
        self.given_up = self.probes >= BREAKER_PROBES


class Budget:
    """Paces and pauses of one process.

    Args:
        share: this process takes one part in ``share`` of the limits, where several run side by side.
    """

    def __init__(self, share: int = 1) -> None:
        self._index = Pace(INDEX_REQUESTS, WINDOW * share)
        self._playback = Pace(PLAYBACK_REQUESTS, WINDOW * share)
        self._paused_until = 0.0
        self.breaker = Breaker()

    async def index_turn(self) -> None:
        """Wait until a request to CDX, TimeMap or Availability may start."""
        await self._index.turn(self._paused_until)

    async def playback_turn(self) -> None:
        """Wait until a capture may be opened."""
        await self._playback.turn(self._paused_until)

    def pause(self, seconds: float | None) -> None:
        """The Archive asked for a pause (429): nobody asks before it is over."""
        until = asyncio.get_running_loop().time() + (PAUSE_429 if seconds is None else seconds)
        self._paused_until = max(self._paused_until, until)
