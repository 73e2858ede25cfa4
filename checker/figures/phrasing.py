"""The phrases that could say a value: where none of them stands, no words of a page need be read. Pure."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from math import gcd

from checker.figures.agreement import SHARE_STEP
from checker.figures.languages import LEXICONS
from checker.figures.lexicon import Lexicon
from checker.model import Quantity

_STEM = 5
"""Letters that phrases share which are looked for together: the cases of ``половина``."""


def words_for(lexicon: Lexicon, quantity: Quantity) -> tuple[str, ...]:
    """How the phrases begin that could say a value, in lower case."""
    return _words(lexicon.code, Decimal(quantity.value), quantity.unit)


@cache
def _words(code: str, value: Decimal, unit: str) -> tuple[str, ...]:
    lexicon = LEXICONS[code]
    number = abs(value)
    said: list[str] = []
    if unit in ("share", "%"):
        share = number / 100 if unit == "%" else number
        said += [phrase for phrase, part in lexicon.fractions.items() if abs(part - share) <= SHARE_STEP / 2]
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
    stems: dict[str, list[str]] = {}
    for phrase in kept:
        stems.setdefault(phrase[:_STEM], []).append(phrase)
    return tuple(alike[0] if len(alike) == 1 else stem for stem, alike in stems.items())


@cache
def endings_for(code: str, share: Decimal) -> tuple[str, ...]:
    """How the phrases end, in lower case, that say a share by two numbers up to ten: ``in four``, of ``three in four``.

    Halves are not said so, but for the phrases that every language has for them.
    """
    lexicon = LEXICONS[code]
    pairs = ((part, whole) for whole in range(3, 11) for part in range(1, whole) if gcd(part, whole) == 1)
    wholes = {Decimal(whole) for part, whole in pairs if abs(Decimal(part) / whole - share) <= SHARE_STEP / 2}
    written = [word.lower() for word, value in lexicon.cardinals.items() if value in wholes]
    written += [f"{whole} " for whole in sorted(wholes)]
    return tuple(f"{joint} {one}" for joint in lexicon.out_of.split("|")[:2] for one in written if joint)


def _digits(value: Decimal) -> str:
    return "".join(str(digit) for digit in value.normalize().as_tuple().digits)
