"""What a rate is told for is no figure: ``12 doctors per 1,000 people``, ``на 100 000 жителей``, ``每10万人``. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from checker.figures.lexicon import Lexicon, compiled
from checker.figures.printed import Printed
from checker.figures.symbols import CODES

_REACH, _APART = 24, 60
_LEAST = 100
_YEARS = range(1500, 2101)


class Rates:
    """Knows the numbers behind ``per`` in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        per, edge = lexicon.per, "" if lexicon.code == "zh" else r"(?<![^\W\d_])"
        self._always = compiled(rf"{edge}{per.always}[ \u00a0]?$")
        self._people = compiled(rf"{edge}{per.people}[ \u00a0]$")
        self._round = compiled(rf"{edge}{per.round}[ \u00a0]$")
        self._of = compiled(rf"[ \u00a0]{per.of}")
        self._growth = compiled(rf"(?<![^\W\d_]){lexicon.growth}(?![^\W\d_])")
        self._from = compiled(lexicon.between or r"(?!)")

    def without(self, text: str, found: Sequence[Printed]) -> list[Printed]:
        """The quantities of a text without those that others are told for."""
        return [one for one in found if not self._is_told_for(text, one, found)]

    def _is_told_for(self, text: str, one: Printed, found: Sequence[Printed]) -> bool:
        before = text[max(0, one.start - _REACH) : one.start]
        if self._always.search(before):
            return one.unit not in ("%", "ratio", "share")
        if not _is_round(one) or self._of.match(text, one.end) is None:
            return False
        return self._people.search(before) is not None or (
            self._round.search(before) is not None
            and self._growth.search(text[max(0, one.start - 2 * _REACH) : one.start]) is None
            and any(self._is_told(text, other, one) for other in found)
        )

    def _is_told(self, text: str, other: Printed, one: Printed) -> bool:
        """Whether a quantity may be the one that is told for another: near and far smaller, and none that it rose from."""
        apart = one.start - other.end if other.start < one.start else other.start - one.end
        is_year = other.bare and other.number in _YEARS
        if other is one or is_year or apart > _APART or other.value * 2 > one.value:
            return False
        return self._from.search(text[max(0, other.start - _REACH) : other.start]) is None


def _is_round(one: Printed) -> bool:
    """Whether a quantity is a hundred, a thousand and so on, and no money."""
    return one.unit not in CODES and one.value >= _LEAST and one.value.normalize().as_tuple().digits == (1,)
