"""Numbers as people print them: separators by language. Exact arithmetic. Pure."""

from __future__ import annotations

import re
from decimal import Decimal

from checker.model import Number
from checker.patterns import regex

MAX_DIGITS = 40
SPACES = "\u0020\u00a0\u2009\u202f"
_APOSTROPHES = "'\u2019"
NUMBER = (
    rf"(?:[0-9]{{1,3}}(?:[{SPACES}][0-9]{{3}}){{1,14}}(?![0-9])(?:[.,][0-9]{{1,9}})?"
    rf"|[0-9]{{1,3}}(?:[{_APOSTROPHES}][0-9]{{3}}){{1,14}}(?![0-9])(?:[.,][0-9]{{1,9}})?"
    r"|[0-9]{1,20}(?:[.,][0-9]{1,20}){0,8})"
)
"""A printed number; see :func:`read_number` for what its separators mean. Fifteen groups are more than it reads."""
VAGUE = regex(
    r"(?<![^\W\d_])(?:several|few|many|couple of|mehrere|einige|wenige|paar|viele|plusieurs|quelques|vari[oa]s|algun[oa]s|cuant[oa]s|несколько|много)[ \u00a0]$",
    re.IGNORECASE,
)
"""What makes a round number word none (``several hundred million``)."""
_HUNDREDS = regex(
    r"(?:(?<![^\W\d_])(?:hundred(?:[ \u00a0]and)?|cents?|ciento|(?:dos|tres|cuatro|seis|ocho)cient[oa]s|quinient[oa]s|(?:sete|nove)cient[oa]s)"
    r"|(?<![^\W\d_])(?:сто|двести|триста|четыреста|(?:пять|шесть|семь|восемь|девять)сот))[ \u00a0-]$",
    re.IGNORECASE,
)


def is_rest(number: Decimal, before: str) -> bool:
    """Whether a number word is none by itself: ``several`` hundred, two hundred and ``fifty``. Unknown is better than a part."""
    return (VAGUE if number >= 100 else _HUNDREDS).search(before) is not None


_WIDE = {ord("０") + digit: ord("0") + digit for digit in range(10)} | {
    ord("．"): ".", ord("％"): "%", ord("＄"): "$", ord("￡"): "£", ord("－"): "-", ord("\u066a"): "%",
}  # fmt: skip
_INDIAN = regex(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?")
_GROUPED = regex(r"[0-9]{1,3}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*")


def narrowed(text: str) -> str:
    """The same text, as long, with digits and signs of full width in their plain form."""
    return text if text.isascii() else text.translate(_WIDE)


def read_number(text: str, *, decimal_comma: bool = False, point_groups: bool = False) -> Decimal:
    """The value of a printed number.

    Args:
        text: digits with separators.
        decimal_comma: whether a lone comma with three digits behind it starts the decimals.
        point_groups: whether a lone point with three digits behind it groups thousands. Every other
            shape tells by itself.

    Raises:
        ValueError: no number (``1.2.3`` is a version), or one with more than 40 digits.
    """
    bare = re.sub(rf"[{SPACES}{_APOSTROPHES}]", "", text)
    if sum(ch.isdigit() for ch in bare) > MAX_DIGITS:
        raise ValueError("a number with more than 40 digits")
    if not re.fullmatch(r"[0-9]+(?:[.,][0-9]+)*", bare):
        raise ValueError(f"'{text[:40]}' is not a number")
    return Decimal(_with_point(bare, decimal_comma=decimal_comma, point_groups=point_groups))


def _with_point(bare: str, *, decimal_comma: bool, point_groups: bool) -> str:
    commas, points = bare.count(","), bare.count(".")
    if commas and points:
        last = max(bare.rfind(","), bare.rfind("."))
        whole, decimals = bare[:last], bare[last + 1 :]
        if "," in decimals or "." in decimals or not (_GROUPED.fullmatch(whole) or _INDIAN.fullmatch(whole)):
            raise ValueError(f"'{bare[:40]}' is not a number")
        return f"{whole.replace(',', '').replace('.', '')}.{decimals}"
    if commas + points > 1:
        if _GROUPED.fullmatch(bare) or _INDIAN.fullmatch(bare):
            return bare.replace(",", "").replace(".", "")
        raise ValueError(f"'{bare[:40]}' is not a number")
    whole, _, decimals = bare.replace(",", ".").partition(".")
    could_group = len(decimals) == 3 and 1 <= len(whole) <= 3 and not whole.startswith("0")
    if could_group and ((commas and not decimal_comma) or (points and point_groups)):
        return whole + decimals
    return f"{whole}.{decimals}" if decimals else whole


def other_reading(text: str) -> bool:
    """Whether a printed number could be read otherwise in another language (``1.318``, ``11,070``)."""
    return re.fullmatch(r"[1-9][0-9]{0,2}[.,][0-9]{3}", text) is not None


def simplest(value: Decimal) -> Number:
    """An int where the value is whole, else the decimal without trailing zeros."""
    return int(value) if value == value.to_integral_value() else value.normalize()


def quantum_of(number: Decimal) -> Decimal:
    """The value of one step of the last digit printed."""
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
