"""Fractions and multiples in words: ``half``, ``two thirds``, ``sevenfold``, ``dreimal``. Pure.

Some of them are something else as well: ordinals (``a third``, ``un quinto``), persons (``un tiers``), how often a
thing is done (``zweimal``). Those are quantities only beside words that share or compare.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from checker.figures.lexicon import Doubtful, Lexicon, Phrases, compiled

_REACH = 24


class _Words:
    """Phrases with their values, the doubtful ones only where the words around them say so."""

    def __init__(self, values: Mapping[str, Decimal], doubtful: Doubtful) -> None:
        self._values = Phrases(values)
        self._doubtful = compiled(doubtful.names)
        self._behind = compiled(doubtful.behind)
        self._before = compiled(doubtful.before)

    def at(self, text: str, start: int) -> tuple[Decimal, int] | None:
        """The value of the phrase that begins at an offset, and where it ends."""
        found = self._values.at(text, start)
        if found is None or self._doubtful.fullmatch(text, start, found[1]) is None:
            return found
        sure = self._behind.match(text, found[1]) or self._before.search(text[max(0, start - _REACH) : start])
        return found if sure else None


class Fractions:
    """Reads the fractions of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = _Words(lexicon.fractions, lexicon.doubtful_fractions)
        self._not_behind = compiled(lexicon.not_fraction)
        self._not_before = compiled(lexicon.not_fraction_before)

    def at(self, text: str, start: int) -> tuple[Decimal, int] | None:
        """The value of the fraction that begins at an offset, and where it ends."""
        found = self._words.at(text, start)
        if found is None or self._not_behind.match(text, found[1]):
            return None
        return None if self._not_before.search(text[max(0, start - _REACH) : start]) else found


def multiples(lexicon: Lexicon) -> _Words:
    """What reads the multiples of one language that are a word or two."""
    return _Words(lexicon.multiples, lexicon.doubtful_multiples)
