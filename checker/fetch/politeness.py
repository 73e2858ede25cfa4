"""What is known of each host in a run, and how many requests are under way: to one host, and in the world."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from checker.fetch.answer import Answer
from checker.fetch.limits import Limits
from checker.fetch.pace import Pace
from checker.fetch.retry import retry_after
from checker.observation import Failure

HOPELESS_AFTER = 3
SOON = 10
"""A host that complains (429) again within so many tries is asked more slowly, whatever pauses it names."""
_USUAL = 0.5
_BELIEVED = 4
"""What is thought of a host before it is known: so many tries of half a second each."""


class HostRecord(Struct):
    """One host: its pace, what is under way to it, what came of the tries so far (``seconds``: in all).

    ``complained`` is the number of the last try that was answered by 429.
    """

    name: str
    pace: Pace
    busy: int = 0
    answers: int = 0
    timeouts: int = 0
    tries: int = 0
    seconds: float = 0.0
    complained: int = -SOON

    @property
    def hopeless(self) -> bool:
        """Whether it let us wait several times and never answered: asking on would only cost time."""
        return self.timeouts >= HOPELESS_AFTER and not self.answers

    @property
    def mean(self) -> float | None:
        """Seconds that a try seems to take, None while the host has not answered."""
        return (self.seconds + _BELIEVED * _USUAL) / (self.tries + _BELIEVED) if self.answers else None

    def learn(self, answer: Answer, took: float, now: float, limits: Limits) -> None:
        """Take in what a try brought, ``took`` seconds after it had started."""
        self.tries += 1
        self.seconds += took
        self.timeouts += answer.failure is Failure.TIMEOUT
        if answer.status is None:
            return
        self.answers += 1
        asked = retry_after(answer) if answer.status in (429, 503) else None
        if asked is not None:
            self.pace.pause(now + min(asked, limits.retry_after_cap))
        if answer.status != 429:
            self.pace.speed_up()
            return
        if asked is None or self.tries - self.complained <= SOON:
            self.pace.slow_down()
        self.complained = self.tries


class Politeness:
    """The records of all hosts of a run."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._busy = 0
        self._listeners: list[Callable[[str], None]] = []
        self._hosts: dict[str, HostRecord] = {}

    def host(self, name: str) -> HostRecord:
        """The record of a host."""
        record = self._hosts.get(name)
        if record is None:
            record = self._hosts[name] = HostRecord(name, Pace(self.limits.rate))
        return record

    @property
    def full(self) -> bool:
        """Whether as many requests are under way as may be."""
        return self._busy >= self.limits.concurrency

    def next_at(self, record: HostRecord) -> float | None:
        """The moment from which one more request to a host may start, None while too many are under way."""
        return None if record.busy >= self.limits.per_host else record.pace.next_at()

    def begin(self, record: HostRecord, now: float) -> None:
        """A request to a host starts now."""
        self._busy += 1
        record.busy += 1
        record.pace.started(now)

    def end(self, record: HostRecord) -> None:
        """A request to a host has ended."""
        self._busy -= 1
        record.busy -= 1
        if len(self._listeners) > 1:  # one alone knows without being told
            for listener in self._listeners:
                listener(record.name)

    def tell(self, listener: Callable[[str], None]) -> Callable[[], None]:
        """Tell a listener the host whenever a request has ended; gives what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)
