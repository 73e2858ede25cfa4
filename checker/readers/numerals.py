"""Numbers as people print them: separators by language, words, scales. Exact arithmetic. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from checker.model import Number

MAX_DIGITS = 40
SPACES = "\u0020\u00a0\u2009\u202f"
NUMBER = (
    rf"(?:\d{{1,3}}(?:[,{SPACES}']\d{{3}})+(?:\.\d{{1,9}})?(?![\d,])|\d{{1,3}}(?:\.\d{{3}})+(?:,\d{{1,9}})(?![\d.])"
    r"|\d{1,15}(?:[.,]\d{1,9})?(?![\d]))"
)
"""A printed number; see :func:`read_number` for what its separators mean."""

WORDS: Mapping[str, int] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "hundred": 100, "a": 1, "an": 1,
}  # fmt: skip

_T, _M, _G, _B = 10**3, 10**6, 10**9, 10**12
SCALES: Mapping[str, int] = {
    "thousand": _T, "million": _M, "millions": _M, "mn": _M, "mln": _M, "billion": _G, "billions": _G, "bn": _G,
    "bln": _G, "trillion": _B, "trillions": _B, "tn": _B, "trn": _B, "lakh": 10**5, "crore": 10**7,
    "tausend": _T, "mio": _M, "millionen": _M, "mrd": _G, "milliarde": _G, "milliarden": _G, "billionen": _B,
    "mille": _T, "milliard": _G, "milliards": _G, "mds": _G, "md": _G, "mil millones": _G, "millones": _M,
    "millón": _M, "mil": _T, "тыс": _T, "тысяч": _T, "млн": _M, "миллион": _M, "миллиона": _M, "миллионов": _M,
    "млрд": _G, "миллиард": _G, "миллиарда": _G, "миллиардов": _G, "трлн": _B,
    "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "万亿": 10**12,
}  # fmt: skip
DECIMAL_COMMA_SCALES = frozenset(
    "tausend mio millionen mrd milliarde milliarden billionen milliard milliards mds md millones millón mil тыс тысяч млн "
    "миллион миллиона миллионов млрд миллиард миллиарда миллиардов трлн".split()
) | {"mil millones"}
SCALE = "(?:" + "|".join(sorted((re.escape(name) for name in SCALES), key=len, reverse=True)) + ")"


def read_number(text: str, *, decimal_comma: bool | None = None) -> Decimal:
    """The value of a printed number.

    Args:
        text: digits with separators.
        decimal_comma: whether a comma starts the decimals; None: told by the shape. A lone separator
            with three digits behind it groups thousands where it is a comma, and is decimal where it is
            a point, as English has it.

    Raises:
        ValueError: no number, or one with more than 40 digits.
    """
    bare = re.sub(rf"[{SPACES}']", "", text)
    if sum(ch.isdigit() for ch in bare) > MAX_DIGITS:
        raise ValueError("a number with more than 40 digits")
    if not re.fullmatch(r"[0-9]+(?:[.,][0-9]+)*", bare):
        raise ValueError(f"'{text[:40]}' is not a number")
    return Decimal(_with_point(bare, decimal_comma=decimal_comma))


def _with_point(bare: str, *, decimal_comma: bool | None) -> str:
    commas, points = bare.count(","), bare.count(".")
    if commas and points:
        last = max(bare.rfind(","), bare.rfind("."))
        whole = bare[:last].replace(",", "").replace(".", "")
        return f"{whole}.{bare[last + 1 :]}"
    if commas + points > 1:
        return bare.replace(",", "").replace(".", "")
    if commas:
        grouped = len(bare.partition(",")[2]) == 3 if decimal_comma is None else not decimal_comma
        return bare.replace(",", "" if grouped else ".")
    if points and decimal_comma and len(bare.partition(".")[2]) == 3:
        return bare.replace(".", "")
    return bare


def simplest(value: Decimal) -> Number:
    """An int where the value is whole, else the decimal without trailing zeros."""
    return int(value) if value == value.to_integral_value() else value.normalize()
