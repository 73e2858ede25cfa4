"""Amounts told in steps: ``146 миллионов 238 тысяч 185``, ``461 mil 115 millones``, ``14亿1178万``, ``1 crore 20 lakh``. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache

from msgspec import Struct

from checker.figures.numerals import quantum_of
from checker.patterns import regex

_STEP = regex(
    r"[ \u00a0](?P<number>[0-9]{1,3}(?P<decimals>[.,][0-9]{1,3})?)(?![0-9]|[.,:/–-][0-9]|[ \u00a0][0-9]{3}(?![0-9]))"
)
_HAN_STEP = regex(r"(?P<number>[0-9]{1,4}(?P<decimals>\.[0-9]{1,3})?)(?![0-9])")
_ONES_BEHIND = regex(r"[ \u00a0](?:[^\W\d_]|[€$£₽₸])")
_FIRST_STEP = regex(r"(?<![0-9.,])[0-9]{1,4}(?:[.,][0-9]{1,3})?[ \u00a0]?$")
_MOST = 500
_THOUSAND, _MILLION = Decimal(1000), Decimal(1_000_000)
_MOST_STEPS = 3
ScaleAt = Callable[[str, int, int], tuple[Decimal, int] | None]
"""The scale word behind a number that ends at an offset, before another one."""


class Amount(Struct, frozen=True):
    """What the steps come to, the value of one step of their last digit, and where they end."""

    value: Decimal
    quantum: Decimal
    end: int


class Compounds:
    """Reads the further steps of an amount in one language."""

    def __init__(self, code: str, scale_at: ScaleAt) -> None:
        self._step = _HAN_STEP if code == "zh" else _STEP
        self._is_spanish = code == "es"
        self._tells_ones = code in ("ru", "es")
        self._scale_at = scale_at

    def read(self, text: str, first: Amount, scale: Decimal, end: int) -> Amount:
        """The whole of an amount whose first step is known with its scale, which is the first itself where no more follow."""
        known = first
        for index in range(_MOST_STEPS):
            match = self._step.match(text, known.end, end)
            if match is None:
                return known
            number = Decimal(match["number"].replace(",", "."))
            found = self._scale_at(text, match.end(), end)
            if found is None:
                return self._with_ones(text, known, match, scale, is_second=index == 0)
            own, after = found
            step = quantum_of(number) * own
            if number * own < scale:
                known, scale = Amount(known.value + number * own, step, after), own
            elif self._is_spanish and scale == _THOUSAND and own >= _MILLION and number < _THOUSAND:
                known, scale = Amount((known.value + number) * own, step, after), own
            else:
                return known
        return known

    def _with_ones(self, text: str, known: Amount, match: re.Match[str], scale: Decimal, *, is_second: bool) -> Amount:
        """The amount with hundreds, tens and ones behind its thousands; two digits only where there are millions too."""
        number = match["number"]
        if not self._tells_ones or scale != _THOUSAND or match["decimals"] or (is_second and len(number) < len("100")):
            return known
        if _ONES_BEHIND.match(text, match.end()) is None:
            return known
        return Amount(known.value + Decimal(number), Decimal(1), match.end())


def compound_starts(low: str, code: str) -> Iterator[int]:
    """Where amounts may begin in a text in lower case that go on behind their first scale word.

    Only in the languages that tell amounts so as a rule; the first few hundred.
    """
    left = _MOST
    for pattern in _going_on(code):
        for match in pattern.finditer(low):
            left -= 1
            if left < 0:
                return
            first = _FIRST_STEP.search(low, max(0, match.start() - 10), match.start())
            if first is not None:
                yield first.start()


@cache
def _going_on(code: str) -> tuple[re.Pattern[str], ...]:
    """The scale words of a language with a number behind them; each pattern begins with letters, which a search skips to."""
    words = {"ru": "миллиард|миллион|тысяч|млрд|млн|тыс", "es": "mil|millon|millón", "zh": "亿|億|万|萬"}.get(code, "")
    gap = "" if code == "zh" else r"[а-яa-z]{0,4}\.?[ \u00a0]"
    return tuple(re.compile(rf"{word}{gap}[0-9]") for word in words.split("|") if word)
