"""Quantities written by themselves, such as ``11.07 billion USD``: the values of sources.yml. Pure."""

from __future__ import annotations

import re
from decimal import Decimal

from checker.model import Quantity
from checker.readers import units
from checker.readers.numerals import DECIMAL_COMMA_SCALES, NUMBER, SCALE, SCALES, WORDS, read_number, simplest

_SIGNED = re.compile(rf"(?P<sign>{units.alternatives(units.SIGNS)})\s?(?P<rest>.+)")
_COUNTED = re.compile(
    rf"(?:(?P<number>{NUMBER})|(?P<word>[a-z]+))(?:\s?(?P<scale>{SCALE})\b\.?)?(?:\s?(?P<unit>\S.{{0,60}}))?",
    re.IGNORECASE,
)
_NOUN = re.compile(r"[^\W\d_][\w /°³².-]{0,59}")
HINT = "write 11.07 billion USD, 40 bcm, 12 %, 8 ratio or 43833 deaths"


def parse_quantity(text: str) -> Quantity:
    """Read a whole text as one quantity, in base units.

    Raises:
        ValueError: not a quantity; the message shows how to write one.
    """
    text = " ".join(text.split())
    signed = _SIGNED.fullmatch(text)
    body, sign = (signed["rest"], signed["sign"]) if signed else (text, None)
    negative = body.startswith(("-", "−"))
    match = _COUNTED.fullmatch(body.lstrip("-−").strip())
    if match is None:
        raise ValueError(f"'{text[:60]}' is not a quantity; {HINT}")
    value = _number(match, text)
    unit = (match["unit"] or "").strip()
    if sign is not None:
        if unit and unit.upper() != units.SIGNS[sign]:
            raise ValueError(f"'{text[:60]}' names two units; {HINT}")
        unit = units.SIGNS[sign]
    if not unit:
        raise ValueError(f"'{text[:60]}' has no unit; {HINT}")
    factor, base = base_unit(unit)
    result = value * factor * (-1 if negative else 1)
    return Quantity(simplest(result), base)


def _number(match: re.Match[str], text: str) -> Decimal:
    scale = (match["scale"] or "").lower()
    if match["number"]:
        value = read_number(match["number"], decimal_comma=True if scale in DECIMAL_COMMA_SCALES else None)
    elif match["word"].lower() in WORDS:
        value = Decimal(WORDS[match["word"].lower()])
    else:
        raise ValueError(f"'{text[:60]}' is not a quantity; {HINT}")
    return value * SCALES.get(scale, 1)


def base_unit(unit: str) -> tuple[Decimal, str]:
    """Factor and name of the base unit of a printed unit; a noun is its own.

    Raises:
        ValueError: what stands there is no unit and no noun.
    """
    low = unit.lower()
    if unit.upper() in units.CODES:
        return Decimal(1), unit.upper()
    if low in units.CURRENCY_WORDS:
        return Decimal(1), units.CURRENCY_WORDS[low]
    if low in units.UNITS:
        base, factor = units.UNITS[low]
        return factor, base
    if re.fullmatch(units.PERCENT, unit, re.IGNORECASE):
        return Decimal(1), "%"
    if low in ("times", "ratio", "x"):
        return Decimal(1), "ratio"
    if re.fullmatch(r"[a-z]{3}", low) and unit.isupper():
        return Decimal(1), unit
    if not _NOUN.fullmatch(unit):
        raise ValueError(f"'{unit[:40]}' is no unit; {HINT}")
    return Decimal(1), unit
