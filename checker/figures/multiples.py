"""Multiples that begin with a number: ``eight times more``, ``rose 3 times``, ``multiplié par 4``. Pure."""

from __future__ import annotations

from checker.figures.lexicon import Lexicon, compiled
from checker.figures.printed import Printed

_REACH = 24


class Times:
    """Reads the multiples of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._behind = compiled(lexicon.times)
        self._with_growth = compiled(lexicon.times_with_growth)
        self._growth = compiled(rf"(?<![^\W\d_]){lexicon.growth}(?![^\W\d_])[^.;!?]{{0,60}}$")
        self._before = compiled(lexicon.times_before)

    def end(self, text: str, printed: Printed, end: int) -> int | None:
        """Where a multiple ends that begins with a number, None where it is none."""
        times = self._behind.match(text, printed.end, end)
        if times is not None:
            return times.end()
        if self._before.search(text[max(0, printed.start - _REACH) : printed.start]):
            return printed.end
        times = self._with_growth.match(text, printed.end, end)
        if times is not None and self._growth.search(text[max(0, printed.start - 4 * _REACH) : printed.start]):
            return times.end()
        return None
