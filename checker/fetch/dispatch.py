"""Who is asked next: every host at its own pace, the most urgent one first, nobody holding a place while waiting.

A request holds one of the connections of its host and one place in the world, for as long as it is under way.
What waits (for the pause of a host, between two tries, for the host a redirect leads to) holds neither.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Callable, Sequence
from heapq import heappop, heappush
from itertools import count
from typing import Protocol

from msgspec import Struct, field

from checker.fetch.limits import Limits
from checker.fetch.politeness import HostRecord, Politeness
from checker.fetch.way import Way
from checker.observation import Exchange, HostQueue, Target
from checker.schedule import urgency

Result = tuple[Target, Exchange]
_WAITING_RESULTS = 256
_IN_A_ROW = 8
"""Results given out before the network is served again."""
_TOGETHER = 0.2
"""Seconds that a result waits for others: pages judged one by one, each after a pause, take twice the CPU."""


class Asker(Protocol):
    """Makes single tries; see :class:`checker.fetch.client.Fetcher`."""

    politeness: Politeness

    def begin(self, target: Target) -> Way:
        """The way to a target."""

    async def attempt(self, way: Way) -> float | None:
        """The next try; seconds until the one after it, None at the end."""

    def end(self, way: Way) -> Exchange:
        """What a way has brought."""

    async def release(self, host: str) -> None:
        """Let go of the connections to a host."""


class _Line(Struct):
    """What is still to be asked of one host: ways that have begun first, then fresh targets."""

    host: str
    record: HostRecord
    fresh: Sequence[Target] = ()
    begun: list[Way] = field(default_factory=list)
    next: int = 0
    ready: bool = False
    timer: asyncio.TimerHandle | None = None

    @property
    def left(self) -> int:
        """How many requests are waiting for their turn, at least."""
        return len(self.begun) + len(self.fresh) - self.next


class Dispatch:
    """Asks targets, once each; to be used once.

    Args:
        asker: who makes the tries.
        queues: the targets of each host; of hosts equally urgent the first is asked first.
        release: let go of the connections to a host once nothing is left to ask of it.
    """

    def __init__(self, asker: Asker, queues: Sequence[HostQueue], *, release: bool = True) -> None:
        self._asker = asker
        self._release = release
        self._politeness = asker.politeness
        self._limits: Limits = asker.politeness.limits
        self._lines = {one.host: _Line(one.host, self._politeness.host(one.host), one.targets) for one in queues}
        self._open = sum(len(one.targets) for one in queues)
        self._loop = asyncio.get_running_loop()
        self._ready: list[tuple[float, int, _Line]] = []
        self._turn = count()
        self._tasks: set[asyncio.Task[None]] = set()
        self._timers: set[asyncio.TimerHandle] = set()
        self._results: deque[Result] = deque()
        self._news: asyncio.Future[None] | None = None
        self._bunch: asyncio.TimerHandle | None = None
        self._trouble: BaseException | None = None

    async def results(self) -> AsyncGenerator[Result]:
        """Every target with what it brought, in the order of the answers. Closing this ends everything."""
        for line in self._lines.values():
            self._offer(line)
        leave = self._politeness.tell(self._freed)
        try:
            self._pump()
            while self._open or self._results:
                for _ in range(min(_IN_A_ROW, len(self._results))):
                    yield self._results.popleft()
                self._pump()
                await self._something_new()
        finally:
            leave()
            await self._close()

    async def _something_new(self) -> None:
        """Let the network be served; wait where there are no results, or so few that more may join them."""
        if self._trouble is not None:
            raise self._trouble
        if self._are_enough:
            return await asyncio.sleep(0)
        self._news = self._loop.create_future()
        self._expect()
        return await self._news

    @property
    def _are_enough(self) -> bool:
        return not self._open or len(self._results) >= _IN_A_ROW

    def _expect(self) -> None:
        """Hand out the results in a moment, if there are any."""
        if self._results and self._bunch is None:
            self._bunch = self._loop.call_later(_TOGETHER, self._tell)

    def _tell(self) -> None:
        if self._bunch is not None:
            self._bunch.cancel()
            self._bunch = None
        if self._news is not None and not self._news.done():
            self._news.set_result(None)

    async def _close(self) -> None:
        """End everything; nothing is started any more, whichever timer still goes off."""
        self._ready.clear()
        self._tell()
        for timer in self._timers:
            timer.cancel()
        for line in self._lines.values():
            if line.timer is not None:
                line.timer.cancel()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _pump(self) -> None:
        """Start whatever may start now."""
        while self._ready and (chosen := self._choose()) is not None:
            task = self._loop.create_task(self._work(*chosen))
            self._tasks.add(task)
            task.add_done_callback(self._left)

    def _left(self, task: asyncio.Task[None]) -> None:
        """A worker has gone; trouble of our own reaches whoever takes the results."""
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:
            self._trouble = task.exception()
            self._tell()

    async def _work(self, line: _Line, way: Way) -> None:
        """Make tries, each time for the host that is most urgent, as long as there is one."""
        while True:
            try:
                wait = await self._asker.attempt(way)
            finally:
                self._politeness.end(line.record)
            self._settle(way, wait)
            self._offer(line)
            if not line.left and not line.record.busy:
                self._lines.pop(line.host, None)
                if self._release:
                    await self._asker.release(line.host)
            chosen = self._choose()
            if chosen is None:
                return
            line, way = chosen
            self._pump()

    def _choose(self) -> tuple[_Line, Way] | None:
        """The next try to make, its turn taken; None where nothing may start now."""
        now = self._loop.time()
        while self._ready and not self._politeness.full and len(self._results) < _WAITING_RESULTS:
            line = heappop(self._ready)[2]
            line.ready = False
            if not line.left or not self._may_start(line, now):
                continue
            way = self._next(line)
            if line.record.hopeless:
                way.unasked()
                self._settle(way, None)
                self._offer(line)
                continue
            self._politeness.begin(line.record, now)
            self._offer(line)
            return line, way
        return None

    def _next(self, line: _Line) -> Way:
        if line.begun:
            return line.begun.pop(0)
        line.next += 1
        return self._asker.begin(line.fresh[line.next - 1])

    def _settle(self, way: Way, wait: float | None) -> None:
        """A try has ended: its way ends too, or is asked on, now or later."""
        if wait is None:
            self._open -= 1
            self._results.append((way.target, self._asker.end(way)))
            if self._are_enough:
                self._tell()
            else:
                self._expect()
        elif wait > 0:
            self._later(wait, lambda: self._come_back(way))
        else:
            self._come_back(way)

    def _come_back(self, way: Way) -> None:
        host = way.origin.host
        line = self._lines.get(host)
        if line is None:
            line = self._lines[host] = _Line(host, self._politeness.host(host))
        line.begun.append(way)
        self._offer(line)

    def _later(self, wait: float, call: Callable[[], None]) -> None:
        def now() -> None:
            self._timers.discard(timer)
            call()
            self._pump()

        timer = self._loop.call_later(wait, now)
        self._timers.add(timer)

    def _offer(self, line: _Line) -> None:
        """Put a host in line for its next turn, now or when it may be asked again."""
        if line.ready or not line.left or not self._may_start(line, self._loop.time()):
            return
        line.ready = True
        urgent = urgency(line.left, line.record.mean, self._limits)
        heappush(self._ready, (-urgent, next(self._turn), line))

    def _may_start(self, line: _Line, now: float) -> bool:
        at = self._politeness.next_at(line.record)
        if at is None:
            return False
        if at <= now or line.record.hopeless:
            return True
        if line.timer is None:
            line.timer = self._loop.call_at(at, self._wake, line)
        return False

    def _freed(self, host: str) -> None:
        """Somebody else has ended a request to a host."""
        line = self._lines.get(host)
        if line is not None:
            self._offer(line)
        self._pump()

    def _wake(self, line: _Line) -> None:
        line.timer = None
        self._offer(line)
        self._pump()
