"""Digits with a sign or unit beside them that are no amount: versions, arguments of patterns, escapes, ends of years. Pure."""

from __future__ import annotations

import re

from checker.figures.printed import Printed
from checker.figures.symbols import CODES
from checker.patterns import regex

_PRODUCT = regex(r"(?:[A-Z]{3}[ \u00a0]?[0-9.]+-[A-Za-z]|(?:AMD|PHP)[ \u00a0]?(?:64|[0-9](?:\.[0-9])?(?![0-9.,])))")
"""A code that is the name of a make or a language, with its model or version."""
_PLACEHOLDER = regex(r"\$(?:0|[1-9](?![0-9.,])(?=[/\\\"'&?=_{}\[\]<>|*+:-]|\.[A-Za-z]|$))")
_IN_CODE = regex(r"[/\\=&?{\[+_.:|'\"$!A-Z-]$")
_ARGUMENT = regex(r"\$[1-9](?![0-9.,])")
_PROGRAMMING = regex(
    r"argument|param[eè]t|variab|expressi|expresi|regul[aä]r|regex|reference|placeholder|token|substit|expands?(?![a-z])|captured|brackets|parenthes|"
    r"matche[sd]|the match|shell|Muster|Ausdr[uü]ck|аргумент|параметр|переменн|выражени",
    re.IGNORECASE,
)
"""What a text speaks of whose dollars are arguments: ``$1 is the first argument``."""
_NEAR = 120
_ESCAPE = regex(r"[%^]$")
_YEAR_BEFORE = regex(r"(?<![0-9.,])(?:1[5-9]|20)[0-9]{2}[-\u2013]$")
_YEAR_TAIL = 2


def is_code(text: str, printed: Printed, start: int) -> bool:
    """Whether a quantity whose digits begin at an offset is none.

    ``PHP 7.4``, ``AMD 64-bit``, ``$1`` in a pattern, ``%20%26``, the ``18`` of ``1917-18``.
    """
    before = text[max(0, start - 5) : start]
    if printed.unit == "%" and _ESCAPE.search(before):
        return True
    if printed.number_end - start == _YEAR_TAIL and _YEAR_BEFORE.search(before):
        return True
    return printed.unit in CODES and not printed.scaled and _is_name(text, printed.start, printed.number_end)


def _is_name(text: str, start: int, end: int) -> bool:
    if _PRODUCT.match(text, start):
        return True
    if end - start != len("$1") or text[start] != "$":
        return False
    if _PLACEHOLDER.match(text, start) or _IN_CODE.search(text[max(0, start - 1) : start]):
        return True
    near = _PROGRAMMING.search(text, max(0, start - _NEAR), end + _NEAR)
    return near is not None and _ARGUMENT.match(text, start) is not None
