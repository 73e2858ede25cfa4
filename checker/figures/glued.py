"""Scales of one letter behind the digits, as newspapers write them: ``3.5m tonnes``, ``14m euros``, ``500 M de euros``. Pure.

The same letter is the sign of a metre: it scales only what is named behind it, in the plural or as a unit.
"""

from __future__ import annotations

from decimal import Decimal

from checker.figures.lexicon import Lexicon, compiled
from checker.figures.named import NamedUnits

_VALUES = {"m": Decimal("1e6"), "k": Decimal("1e3")}


class GluedScale:
    """Reads these scales in one language."""

    def __init__(self, lexicon: Lexicon, named: NamedUnits) -> None:
        self._named = named
        self._letter = compiled(lexicon.glued_letters)
        self._counted = compiled(lexicon.glued_before)

    def at(self, text: str, position: int, end: int) -> tuple[Decimal, int] | None:
        """The scale at an offset, and where it ends."""
        match = self._letter.match(text, position)
        if match is None:
            return None
        after = match.end() + 1
        if self._named.at(text, after) is None and self._counted.match(text, after, end) is None:
            return None
        return _VALUES[match[0].strip(" \u00a0.").lower()], match.end()
