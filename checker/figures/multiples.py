"""Multiples that begin with a number: ``eight times more``, ``rose 3 times``, ``multiplié par 4``. Pure."""

from __future__ import annotations

from checker.figures.lexicon import Lexicon, compiled
from checker.figures.printed import Printed
from checker.patterns import regex

_REACH = 24
_NAME = regex(r"(?:(?<![^\W_])[A-Z][\w.]*[ \u00a0-]|[:/])[0-9.,]+x$|X$")
"""What makes an x the rest of a version or a standard: ``Windows 9x``, ``802.1X``."""
_PROPORTION = regex(r"[ \u00a0]?[/:][ \u00a0]?[0-9]")


class Times:
    """Reads the multiples of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._behind = compiled(lexicon.times)
        self._with_growth = compiled(lexicon.times_with_growth)
        self._growth = compiled(rf"(?<![^\W\d_]){lexicon.growth}(?![^\W\d_])[^.;!?]{{0,60}}$")
        self._before = compiled(lexicon.times_before)

    def end(self, text: str, printed: Printed, end: int) -> int | None:
        """Where a multiple ends that begins with a number, None where it is none."""
        if printed.value in (0, 1):
            return None  # once; 0x
        times = self._behind.match(text, printed.end, end)
        if times is not None:
            if text[printed.end] in "xX" and _NAME.search(text[max(0, printed.start - _REACH) : printed.end + 1]):
                return None
            return times.end()
        if self._before.search(text[max(0, printed.start - _REACH) : printed.start]):
            return None if _PROPORTION.match(text, printed.end, end) else printed.end
        times = self._with_growth.match(text, printed.end, end)
        if times is not None and self._growth.search(text[max(0, printed.start - 4 * _REACH) : printed.start]):
            return times.end()
        return None
