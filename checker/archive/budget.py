"""Staying within the Archive's limits: one clock for the process, pauses for all, a breaker for outages.

The Archive allows 30 index requests a minute (CDX and TimeMaps share a pool; edgi/wayback#206, #208,
June 2026) and 600 playbacks; who ignores its 429 for a minute is shut out for an hour. We take 80 % of the
first, as it asked clients to, and a fifth of the second. All time is the event loop's.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from contextvars import ContextVar

from msgspec import Struct, field

INDEX_REQUESTS, INDEX_SECONDS = 24, 60.0
PLAYBACK_REQUESTS, PLAYBACK_SECONDS = 2, 1.0
SETTLES = 5.0
PAUSE_429 = 60.0
LONGEST_PAUSE = 600.0
PAUSES = 3
BREAKER_FAILURES = 5
BREAKER_PAUSE = 60.0
BREAKER_PROBES = 3


class Slot(Struct):
    """One request under way: when it started, corrected once by when it was surely there, if that is ``exact``."""

    at: float
    exact: bool = False

    def answered(self) -> None:
        """The answer came: the request reached the server between its start and now.

        What waits long for a connection must not count too early, or the server sees two windows at once;
        after five seconds it is the server that is slow.
        """
        if self.exact:
            self.at = min(asyncio.get_running_loop().time(), self.at + SETTLES)


class Pause:
    """A moment before which nobody asks. 429s lengthen it, each in a row twice as long; too many end all asking."""

    def __init__(self) -> None:
        self.until = 0.0
        self.in_vain = 0
        self.hopeless = ""

    def asked_to(self, seconds: float | None) -> None:
        """The Archive answered 429, perhaps with a ``Retry-After`` in seconds."""
        now = asyncio.get_running_loop().time()
        if now < self.until:
            return  # asked before the pause began
        self.in_vain += 1
        wait = PAUSE_429 * 2 ** (self.in_vain - 1) if seconds is None else seconds
        if wait > LONGEST_PAUSE:
            self.hopeless = f"the Archive asks for a pause of {wait:.0f} s"
        elif self.in_vain > PAUSES:
            self.hopeless = f"the Archive still answers 429 after {PAUSES} pauses"
        self.until = now + wait

    def over(self) -> None:
        """Something else than a 429 was answered."""
        if asyncio.get_running_loop().time() >= self.until:
            self.in_vain = 0


class Pace:
    """Lets at most ``count`` requests start in any ``seconds``; the first ones need not wait.

    ``exact``: what counts is when they arrive, since the server's own limit is near.
    """

    def __init__(self, count: int, seconds: float, pause: Pause, *, exact: bool = False) -> None:
        self._count, self._seconds, self._pause, self._exact = count, seconds, pause, exact
        self._lock = asyncio.Lock()
        self._slots: list[Slot] = []

    async def turn(self) -> Slot:
        """Wait for one's turn and for the end of any pause, also of one that begins while waiting."""
        loop = asyncio.get_running_loop()
        async with self._lock:
            while (wait := self._free() - loop.time()) > 0 and not self._pause.hopeless:
                await asyncio.sleep(wait)
            slot = Slot(loop.time(), self._exact)
            self._slots = [*sorted(self._slots, key=lambda one: one.at)[-self._count + 1 :], slot][-self._count :]
            return slot

    def _free(self) -> float:
        started = sorted(slot.at for slot in self._slots)
        free = started[0] + self._seconds if len(started) == self._count else 0.0
        return max(free, self._pause.until)


class Stopped(Exception):
    """The breaker opened while a look-up was under way; it is begun again when its turn comes."""


_PROBING: ContextVar[bool | None] = ContextVar("probing", default=None)


class Breaker(Struct):
    """Counts failed look-ups in a row: opens after five, then lets probes through, gives up after three of them."""

    failures: int = 0
    probes: int = 0
    opened: float = 0.0
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    def is_open(self) -> bool:
        """Whether only probes are let through."""
        return self.failures >= BREAKER_FAILURES

    @property
    def given_up(self) -> bool:
        """Whether the last probe failed too."""
        return self.probes >= BREAKER_PROBES

    def check(self) -> None:
        """Before each request of a look-up: stop it where only a probe may ask.

        Raises:
            Stopped: the breaker is open, and this is no probe.
        """
        if self.is_open() and _PROBING.get() is False:
            raise Stopped

    async def through(self, work: Callable[[], Awaitable[bool | None]]) -> bool:
        """Do the work, now or as a probe after a pause; False where look-ups have ended.

        ``work`` gives True for a success, False for a failure, None for what says nothing either way.
        """
        if not self.is_open():
            with suppress(Stopped):
                await self._do(work, probe=False)
                return True
        async with self.lock:
            if self.given_up:
                return False
            if self.is_open():
                await asyncio.sleep(max(0.0, self.opened + BREAKER_PAUSE - asyncio.get_running_loop().time()))
                await self._do(work, probe=True)
                return True
        return await self.through(work)

    async def _do(self, work: Callable[[], Awaitable[bool | None]], *, probe: bool) -> None:
        token = _PROBING.set(probe)
        try:
            went = await work()
        finally:
            _PROBING.reset(token)
        if went is None:
            return
        if went:
            self.failures = self.probes = 0
            return
        was_open = self.is_open()
        self.failures += 1
        self.probes += probe
        if probe or (self.is_open() and not was_open):
            self.opened = asyncio.get_running_loop().time()


class Budget:
    """Paces, pauses and the breaker of one process.

    Args:
        share: this process takes one part in ``share`` of the limits, where several run side by side.
    """

    def __init__(self, share: int = 1) -> None:
        self.pause = Pause()
        self.index = Pace(INDEX_REQUESTS, INDEX_SECONDS * share, self.pause, exact=True)
        self.playback = Pace(PLAYBACK_REQUESTS, PLAYBACK_SECONDS * share, self.pause)
        self.breaker = Breaker()

    @property
    def ended(self) -> str:
        """Why look-ups have ended for this run; empty while they go on."""
        if self.pause.hopeless:
            return self.pause.hopeless
        return f"the Archive kept failing, {BREAKER_PROBES} probes included" if self.breaker.given_up else ""
