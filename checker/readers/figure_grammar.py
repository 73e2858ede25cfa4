"""The grammar of printed quantities: what makes a number a figure. Pure and linear.

A number counts when it carries a currency, a unit, per cent, a scale word or a multiple, or when it is a
fraction of something. A number with nothing beside it never does; nor do markers, years, ordinals,
versions, sections, telephone numbers, identifiers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from checker.model import Quantity
from checker.readers import units
from checker.readers.numerals import DECIMAL_COMMA_SCALES, NUMBER, SCALE, SCALES, WORDS, read_number, simplest
from checker.readers.quantities import base_unit

_WORD_NUMBER = "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|hundred"
_LIMIT = r"(?<![\w$€£¥.,/:#@+\-–])"
_MONEY_SIGN = r"(?:(?<![A-Za-z])(?:US|AU|CA|HK|NZ|[ACRS])?\$|[€£¥₽₸₹₩₴₺₪₫₦])"
_UNIT = units.alternatives(units.UNITS)
_CURRENCY = units.alternatives(units.CURRENCY_WORDS)
_CODES = "|".join(sorted(units.CODES))
_FORMS = re.compile(
    r"(?=[^\W_]|[$€£¥₽₸₹₩₴₺₪₫₦+−-])"  # nothing else begins a quantity: punctuation costs little
    rf"(?:(?P<signed>{_MONEY_SIGN}\s?(?P<sn>{NUMBER})(?:[\s-]?(?P<ss>{SCALE})(?![^\W\d_]))?)"
    rf"|(?P<coded>(?<![\w.])(?:{_CODES})\s(?P<cn>{NUMBER})(?:\s(?P<cs>{SCALE})(?![^\W\d_]))?)"
    rf"|(?P<dollar>(?<![^\W_])(?:(?P<dw>multi)[\s-])?(?P<dsc>million|billion|trillion)-(?P<dcur>dollar|euro|pound|rouble|ruble|yuan))(?![^\W_])"
    rf"|(?P<plain>{_LIMIT}(?P<pn>{NUMBER})(?:[\s-]?(?P<ps>{SCALE})(?![^\W\d_])\.?)?(?:\s?(?P<pct>{units.PERCENT})"
    rf"|[\s-]?(?P<euro>[€₽₸])|\s(?P<pc>{_CODES})(?![\w])|[\s-]?(?P<pcw>{_CURRENCY})(?![^\W\d_])"
    rf"|[\s-]?(?P<pu>{_UNIT})(?![\w²³/])|(?P<ptimes>\s(?:times|fold)|-fold|x)(?![\w]))?)"
    rf"|(?P<wtimes>(?<![^\W_])(?P<wt>{_WORD_NUMBER})(?:\s(?:times)|-?fold)(?![^\W_]))"
    rf"|(?P<wmoney>(?<![^\W_])(?P<wm>{_WORD_NUMBER}|a|half a)\s(?P<wms>million|billion|trillion|thousand)(?:\s(?P<wmc>{_CURRENCY}))?(?![\w-]))"
    rf"|(?P<fraction>(?<![^\W_-])(?:(?P<fn>one|two|three|a)[\s-])?(?P<fw>half|third|thirds|quarter|quarters)(?=\s(?:of|the)\b))"
    rf"|(?P<zero>(?<![^\W_-])(?:zero|nil)(?![^\W_-])))",
    re.IGNORECASE,
)
_FRACTIONS = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4}
_SHARES = {None: 1, "a": 1, "one": 1, "two": 2, "three": 3}


@dataclass(frozen=True, slots=True)
class Printed:
    """A quantity in a text: its span, value and unit; ``unit`` is empty where only the context knows it.

    ``bare`` marks a number by itself, which counts something only where a dated noun follows.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    bare: bool = False
    scaled: bool = False
    zero: bool = False
    attributive: bool = False


def find_quantities(text: str) -> Iterator[Printed]:
    """Every printed quantity of a text, bare numbers included, in order."""
    for match in _FORMS.finditer(text):
        try:
            printed = _read(match)
        except (ValueError, ArithmeticError):
            continue
        if printed is not None:
            yield printed


def _read(match: re.Match[str]) -> Printed | None:
    start, end = match.span()
    match match.lastgroup and _form(match):
        case "signed":
            return Printed(start, end, _scaled(match["sn"], match["ss"]), _sign(match["signed"]))
        case "coded":
            return Printed(start, end, _scaled(match["cn"], match["cs"]), match["coded"][:3].upper())
        case "dollar":
            return None if match["dw"] else _dollar(match)
        case "plain":
            return _plain(match)
        case "wtimes":
            return Printed(start, end, Decimal(WORDS[match["wt"].lower()]), "ratio")
        case "wmoney":
            return _worded(match)
        case "fraction":
            share = Decimal(_SHARES[(match["fn"] or "").lower() or None]) / _FRACTIONS[match["fw"].lower()]
            return Printed(start, end, share, "share")
        case _:
            return Printed(start, end, Decimal(0), "", zero=True)


def _form(match: re.Match[str]) -> str:
    names = ("signed", "coded", "dollar", "plain", "wtimes", "wmoney", "fraction", "zero")
    return next(name for name in names if match[name] is not None)


def _scaled(number: str, scale: str | None) -> Decimal:
    name = (scale or "").lower()
    comma = True if name in DECIMAL_COMMA_SCALES else None
    return read_number(number, decimal_comma=comma) * SCALES.get(name, 1)


def _sign(text: str) -> str:
    sign = re.match(r"[^\d\s]+", text)
    return units.SIGNS.get(sign[0].upper() if sign else "", "USD")


def _dollar(match: re.Match[str]) -> Printed:
    unit = units.CURRENCY_WORDS[match["dcur"].lower()]
    return Printed(match.start(), match.end(), Decimal(SCALES[match["dsc"].lower()]), unit, attributive=True)


def _worded(match: re.Match[str]) -> Printed:
    word = match["wm"].lower()
    number = Decimal("0.5") if word == "half a" else Decimal(WORDS[word])
    unit = units.CURRENCY_WORDS[match["wmc"].lower()] if match["wmc"] else ""
    value = number * SCALES[match["wms"].lower()]
    return Printed(match.start(), match.end(), value, unit, scaled=True)


def _plain(match: re.Match[str]) -> Printed | None:
    value = _scaled(match["pn"], match["ps"])
    start, end = match.span()
    if match["pct"]:
        return Printed(start, end, value, "%")
    if match["euro"]:
        return Printed(start, end, value, units.SIGNS[match["euro"]])
    name = match["pc"] or match["pcw"] or match["pu"]
    if name:
        if match["pu"] and _ambiguous(match, name):
            return None
        factor, unit = base_unit(name)
        return Printed(start, end, value * factor, unit)
    if match["ptimes"]:
        return Printed(start, end, value, "ratio")
    return Printed(start, end, value, "", bare=not match["ps"], scaled=bool(match["ps"]))


def _ambiguous(match: re.Match[str], unit: str) -> bool:
    """Abbreviations that are also words or scales: ``mt`` the mount, ``5 ha!``; as units they follow digits."""
    return (unit.lower() == "mt" and unit not in ("Mt", "MT")) or (unit.lower() in ("gt", "ha") and unit.istitle())


def quantity(value: Decimal, unit: str) -> Quantity:
    """The quantity of a printed figure."""
    return Quantity(simplest(value), unit)
