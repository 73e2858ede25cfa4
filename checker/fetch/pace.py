"""How fast one host is asked, and when it is left alone. Pure: seconds of the run's clock come in as arguments.

Requests are evenly spaced. One that could not start when it might have, because both connections were busy,
may start right after the next: so a connection that falls free is not held back by the spacing. In all, never
more than the pace agreed within any second, and never more since the first request than even spacing gives.
"""

from __future__ import annotations

from math import ceil

from msgspec import Struct, field

SLOWEST = 8.0
RECOVERY = 0.7
_NEVER = float("-inf")


class Pace(Struct):
    """The pace of one host.

    Attributes:
        rate: requests a second; 0 lifts the pacing.
        slowness: how many times slower than agreed the host wants to be asked.
    """

    rate: float
    slowness: float = 1.0
    _due: float = _NEVER
    _paused_until: float = _NEVER
    _recent: list[float] = field(default_factory=list)

    def next_at(self) -> float:
        """The earliest moment at which the next request may start."""
        if not self.rate:
            return self._paused_until
        a_second_ago = self._recent[0] + 1 if len(self._recent) >= ceil(self.rate) else _NEVER
        return max(self._due - self._credit(), a_second_ago, self._paused_until)

    def started(self, now: float) -> None:
        """A request starts now."""
        if not self.rate:
            return
        spacing = self.slowness / self.rate
        self._due = max(self._due, now if self._due > _NEVER else now + self._credit()) + spacing
        if len(self._recent) >= ceil(self.rate):
            del self._recent[0]
        self._recent.append(now)

    def _credit(self) -> float:
        """How much earlier than even spacing a late host may be asked: by one request, while it is content."""
        return 1 / self.rate if self.slowness <= 1 < self.rate else 0.0

    def slow_down(self) -> None:
        """The host said that we ask too fast (429): ask half as often, down to an eighth, until it is content."""
        self.slowness = min(SLOWEST, 2 * self.slowness)

    def speed_up(self) -> None:
        """The host answered without complaint: come back to the pace agreed, step by step."""
        self.slowness = max(1.0, RECOVERY * self.slowness)

    def pause(self, until: float) -> None:
        """Nobody asks the host before then."""
        self._paused_until = max(self._paused_until, until)
