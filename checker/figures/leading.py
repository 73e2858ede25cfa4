"""Which numbers of a page could be a figure at all, told by their two leading digits; and which words. Pure.

A hundred kilobytes of text hold thousands of numbers. Reading each with the grammar would cost more than
parsing the page; comparing two digits costs next to nothing.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from checker.figures.lexicon import Lexicon
from checker.model import Quantity

_SEPARATORS = str.maketrans("", "", ".,'’ \u00a0\u2009\u202f")
_MOST_PAIRS = 30


def pair_of(digits: str) -> int:
    """The two leading digits of a printed number, as a number from 10 to 99; a lone ``4`` is 40, nothing is 0."""
    bare = digits.translate(_SEPARATORS).lstrip("0")
    return int(bare[:2].ljust(2, "0")) if bare else 0


def leading_pairs(value: int | Decimal, quantum: Decimal, *, percent: bool = False) -> list[int]:
    """The leading digits of every number that could equal a value or be it rounded; most likely first."""
    number = abs(Decimal(value))
    if not number:
        return [0]
    shift = -number.adjusted() + 1
    scaled = number.scaleb(shift)  # 10 to 99.9…
    half = min(quantum.scaleb(shift) / 2 if quantum else Decimal(0), Decimal(6))
    low, high = int(scaled - half), int(scaled + half)
    pairs = [int(scaled), *range(low, high + 1), int(scaled + Decimal("0.5"))]
    pairs += [int((scaled + 5) / 10) * 10, int(scaled / 10) * 10]  # one digit is all that a page may give
    wrapped = [_wrapped(pair) for pair in pairs]
    if percent and quantum:
        wrapped += [_wrapped(int(scaled) + step) for step in (-2, -1, 1, 2)]
    return list(dict.fromkeys(wrapped))[:_MOST_PAIRS]


def _wrapped(pair: int) -> int:
    """100 and more begin with 10 again; less than 10 with its own digit."""
    return pair // 10 if pair >= 100 else pair * 10 + 9 if pair < 10 else pair


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
    digits = str(number.normalize().as_tuple().digits).strip("()").replace(", ", "").replace(",", "")
    if len(digits) <= 2:
        same = [phrase for phrase, one in lexicon.cardinals.items() if one and _digits(one) == digits]
        said += same
        if digits == "1":
            said += lexicon.worded_money
    if not number:
        said += lexicon.zero.split("|")
    return tuple(dict.fromkeys(phrase.lower() for phrase in said))


def _digits(value: Decimal) -> str:
    return "".join(str(digit) for digit in value.normalize().as_tuple().digits)
