"""Scales of one letter right behind the digits, as newspapers write them: ``3.5m tonnes``, ``14m euros``, ``300k cars``. Pure.

The same letter is the sign of a metre: it scales only what is named behind it, in the plural or as a unit.
"""

from __future__ import annotations

from decimal import Decimal

from checker.figures.lexicon import Lexicon, any_of, compiled

_VALUES = {"m": Decimal("1e6"), "k": Decimal("1e3")}


class GluedScale:
    """Reads these scales in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        if not lexicon.glued_before:
            self._pattern = compiled(r"(?!)")
            return
        named = any_of([*lexicon.currencies, *lexicon.units])
        self._pattern = compiled(rf"(?<=[0-9])[mk](?=[ \u00a0](?:{named}|{lexicon.glued_before}))")

    def at(self, text: str, position: int) -> tuple[Decimal, int] | None:
        """The scale at an offset, and where it ends."""
        match = self._pattern.match(text, position)
        return (_VALUES[match[0].lower()], match.end()) if match else None
