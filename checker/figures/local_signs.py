"""Signs of money that are this or that currency by the country that a document speaks of: ``C$``, ``Bs``, ``Q 350``. Pure.

``C$`` is Canada's dollar and Nicaragua's córdoba, ``Bs`` Bolivia's boliviano and Venezuela's bolívar. Letters (``L``,
``Q``) are signs in Spanish only, there before an amount that looks like one or where their country or money is named.
What stays open has no currency.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from checker.patterns import regex

BEFORE = regex(r"(?<![A-Za-z0-9$])(?P<sign>C\$|Bs\.?(?:[SFD]\.?)?|[LQ]|S/\.?|B/\.?|¢)[ \u00a0]?$")
_NAMED: Mapping[str, str] = {
    "NIO": r"Nicarag|[Cc][óo]rdobas(?![^\W_])",
    "CAD": r"[Cc]anad|Kanad|kanad|Канад|канад|加拿大|Ontario|Qu[ée]bec",
    "BOB": r"Bolivia(?!r)|bolivian",
    "VES": r"Venez|venez|bol[íi]vares",
    "HNL": r"Hondur|hondur|[Ll]empira",
    "GTQ": r"Guatemal|guatemal|[Qq]uetzal",
    "PEN": r"Per[úu](?![^\W_])|peruan|peruvian",
    "PAB": r"Panam|panam|[Bb]alboas",
    "CRC": r"Costa Rica|costarric|[Cc]olones",
}
_MEANINGS: Mapping[str, tuple[str, ...]] = {
    "C$": ("NIO", "CAD"),
    "Bs": ("BOB", "VES"),
    "L": ("HNL",),
    "Q": ("GTQ",),
    "¢": ("CRC",),
    "S/": ("PEN",),
    "B/": ("PAB",),
}
_AMOUNT = regex(
    r"[0-9]{1,3}(?:[.,][0-9]{3})+(?:[.,][0-9]{2})?(?![0-9])|[0-9.,]+[ \u00a0](?:mil|millones|millón|billones|million|billion|thousand)(?![^\W_])"
)
_NAME = regex(r"[0-9](?![0-9]|[.,][0-9])(?![ \u00a0](?:mil|millones|millón|billones)(?![^\W_]))")
"""A digit that makes a name of a letter: ``Q3``, ``L4``."""
_NAMES_MOST = 20_000
"""Characters of a document that are looked through for the names of countries."""


def currency(sign: str, text: str, at: int, code: str) -> str:
    """The currency of a sign before the number at an offset; empty where it is none, or nothing tells which."""
    sign = "Bs" if sign.startswith("Bs") else sign.rstrip(".")
    meanings = _MEANINGS[sign]
    named = _named(text[:_NAMES_MOST], meanings)
    if len(meanings) == 1:
        spanish = code == "es" or "/" in sign
        told = spanish and (bool(named) or _AMOUNT.match(text, at) is not None or (code == "es" and "/" in sign))
        return meanings[0] if told and not (sign in "LQ" and _NAME.match(text, at)) else ""
    if len(named) == 1:
        return named[0]
    if sign == "C$" and not named:
        return "NIO" if code == "es" else "CAD"
    return ""


@lru_cache(maxsize=4)
def _named(text: str, currencies: tuple[str, ...]) -> tuple[str, ...]:
    """Those of some currencies whose country or money a text names."""
    return tuple(unit for unit in currencies if re.search(_NAMED[unit], text))
