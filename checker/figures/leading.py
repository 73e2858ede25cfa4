"""Which numbers of a page could be a figure at all, told by their digits alone; and which words. Pure.

A hundred kilobytes of text hold thousands of numbers. Reading each with the grammar would cost more than
parsing the page; comparing digits costs next to nothing.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from checker.figures.lexicon import Lexicon
from checker.model import Quantity

_SEPARATORS = str.maketrans("", "", ".,'’ \u00a0\u2009\u202f")


def significant(digits: str) -> str:
    """The significant digits of a printed number, as they stand: ``0.50`` is ``50``, nothing is ``""``."""
    return digits.translate(_SEPARATORS).lstrip("0")


class Nearness:
    """Tells whether printed digits could be a value, or either of the two be the other rounded.

    Where the decimal point stands is left open, since scales and languages move it.
    """

    def __init__(self, value: int | Decimal, quantum: Decimal) -> None:
        number = abs(Decimal(value))
        self._zero = not number
        self._mantissa = 1.0 if self._zero else float(number.scaleb(-number.adjusted()))
        first = int(self._mantissa)
        self._firsts = {str(digit) for digit in (first - 1, first, first + 1)}
        if first in (1, 9):
            self._firsts |= {"1", "9"}
        self._step = 0.0 if self._zero else float(quantum.scaleb(-number.adjusted()))

    def holds(self, digits: str) -> bool:
        """Whether some significant digits are near enough."""
        if not digits or self._zero:
            return self._zero and not digits
        if digits[0] not in self._firsts:
            return False
        theirs = float(f"{digits[0]}.{digits[1:18] or 0}")
        kept = len(digits.rstrip("0"))
        step = 10.0 ** (1 - max(kept, 1 if len(digits) == 1 else 2))
        reach = max(step, self._step) * 0.5000001 + 1e-12
        return any(
            abs(self._mantissa - one) <= reach * grown
            for one, grown in ((theirs, 1), (theirs * 10, 10), (theirs / 10, 1))
        )


def words_for(lexicon: Lexicon, quantity: Quantity) -> tuple[str, ...]:
    """The first words of the phrases that could say a value, in lower case."""
    return _words(lexicon.code, Decimal(quantity.value), quantity.unit)


@cache
def _words(code: str, value: Decimal, unit: str) -> tuple[str, ...]:
    from checker.figures.languages import LEXICONS

    lexicon = LEXICONS[code]
    number = abs(value)
    said: list[str] = []
    if unit in ("share", "%"):
        share = number / 100 if unit == "%" else number
        said += [phrase for phrase, part in lexicon.fractions.items() if abs(part - share) <= Decimal("0.02")]
    if unit == "ratio":
        said += [phrase for phrase, times in lexicon.multiples.items() if times == number]
    if unit in ("share", "%"):
        percent = number * (100 if unit == "share" else 1)
        said += [phrase for phrase, one in lexicon.cardinals.items() if one == percent]
    elif len(digits := _digits(number)) <= 2:
        said += [phrase for phrase, one in lexicon.cardinals.items() if one not in (0, 1) and _digits(one) == digits]
        if digits == "1":  # "a billion dollars": articles are everywhere, scale words are not
            said += [*lexicon.worded_money, *(phrase for phrase, one in lexicon.scales.items() if len(phrase) > 2)]
    if not number:
        said += lexicon.zero.split("|")
    folded = sorted({phrase.lower().rstrip("~") for phrase in said}, key=len)
    kept: list[str] = []
    for phrase in folded:
        if not any(re.search(rf"(?<![^\W\d_]){re.escape(shorter)}", phrase) for shorter in kept):
            kept.append(phrase)
    return tuple(kept)


def _digits(value: Decimal) -> str:
    return "".join(str(digit) for digit in value.normalize().as_tuple().digits)
