"""Ranges: ``10 to 15 per cent``, ``€5–7 billion``, ``between 10 and 15 %``. Pure.

The first end of a range takes unit and scale from the second.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from msgspec.structs import replace

from checker.figures.languages import LEXICONS
from checker.figures.lexicon import Lexicon, compiled
from checker.figures.nouns import noun_behind
from checker.figures.printed import Printed
from checker.figures.symbols import CODES

REACH = 24
LEAST_WORDED = 11
"""Smaller numbers in words are given only where they begin a range."""
_DASHES = frozenset("- \u2013 \u2014 ~ ～ － 至 到".split())
_LISTING = frozenset("and und et y и or oder ou o или auf".split())


def ranged(text: str, found: list[Printed], lexicon: Lexicon) -> list[Printed]:
    """The quantities of a text, in order, those that begin a range with the unit of its end."""
    for index in range(len(found) - 2, -1, -1):
        one, other = found[index], found[index + 1]
        joined = _joined(text, one, other, lexicon)
        if not joined:
            continue
        if _is_glued_money(text, one, other):
            found[index + 1] = replace(
                other, unit=one.unit, value=other.value * one.scale, scale=one.scale, scaled=True
            )
        elif _is_money_range(text, one, other, joined, lexicon):
            found[index] = _begun(one, other, other.scale if not one.scaled else Decimal(1), one.unit)
            found[index + 1] = replace(other, unit=one.unit, bare=False)
        elif one.unit:
            alike = one.unit == other.unit or (one.unit in CODES and other.bare)
            found[index] = replace(one, noun_after=other.end) if alike else one
        elif (
            joined != "falling"
            and one.bare
            and not other.unit
            and (other.scaled or (other.bare and joined == "opened"))
        ):
            found[index] = _begun(one, other, other.scale, "")
        elif one.scaled and other.scaled and not one.worded and not one.unit and not other.unit:
            found[index] = replace(one, noun_after=other.end)
        elif joined != "falling" and _lacks_unit(one) and _lends(other):
            factor = other.factor if one.scaled else other.scale
            found[index] = replace(_begun(one, other, factor, other.unit), bare=False)
    return [one for one in found if not (one.bare and one.worded and one.number < LEAST_WORDED)]


def _begun(one: Printed, other: Printed, factor: Decimal, unit: str) -> Printed:
    """The first end of a range, scaled as the second is."""
    return replace(
        one,
        value=one.value * factor,
        unit=unit,
        scale=one.scale * factor,
        scaled=one.scaled or other.scaled,
        bare=one.bare and other.bare,
        quantum=one.quantum * factor,
        noun_after=other.end,
    )


def _is_glued_money(text: str, one: Printed, other: Printed) -> bool:
    """``£5m to 10m``: the letter behind the second is the scale of the first, and no metre."""
    return (
        one.unit in CODES
        and one.scaled
        and other.unit == "m"
        and text[other.number_end : other.end] == text[one.end - 1 : one.end] == "m"
    )


def _is_money_range(text: str, one: Printed, other: Printed, joined: str, lexicon: Lexicon) -> bool:
    """``$5–7 billion``: the sign stands before the first end, the scale behind the second.

    A second number by itself is the end of a range only where it goes on from the first and counts nothing
    (``$46.2 million to 1,318 schools``).
    """
    if one.unit not in CODES or one.worded or other.unit or not (other.bare or other.scaled):
        return False
    if other.scaled:
        return True
    goes_on = not one.scaled and (joined == "opened" or other.value > one.value)
    return goes_on and noun_behind(text, other.end, len(text), lexicon) is None


def _lacks_unit(one: Printed) -> bool:
    return one.bare or (not one.worded and one.scaled and not one.unit)


def _lends(other: Printed) -> bool:
    return bool(other.unit) and other.unit != "share" and not (other.unit == "ratio" and other.worded)


def _joined(text: str, one: Printed, other: Printed, lexicon: Lexicon) -> str:
    """Whether a range joins two quantities: ``opened`` (by "between") or ``plain``; empty where none does.

    ``falling`` where the second is the smaller and nothing opens it: no range (``rose by 7,100 to 2.9 million``), but
    what it is told of may stand behind both.
    """
    if other.start - one.end > REACH or other.start < one.end:
        return ""
    joint = compiled(lexicon.to).match(text, one.end, other.start)
    if joint is None or not _is_hedge(text[joint.end() : other.start], lexicon):
        return ""
    before = text[max(0, one.start - REACH) : one.start]
    opening = compiled(lexicon.between).search(before) if lexicon.between else None
    is_year = one.bare and one.number == one.number.to_integral_value() and 1500 <= one.number <= 2100
    if opening is not None and not (is_year and _dates_before(before[: opening.start()], one, other)):
        return "opened"
    said = joint[0].split()[:1]
    listed = bool(said) and said[0].lower() in _LISTING and not (one.worded and other.number == one.number + 1)
    falls = one.value > other.value / other.factor if one.scaled else one.number > other.number
    if is_year or (listed and joint[0].strip() not in _DASHES):
        return ""
    return "falling" if falls else "plain"


def _dates_before(before: str, one: Printed, other: Printed) -> bool:
    """Whether what looks like a year is one: it is far from the other number, or dates what stands before it.

    ``from 450,000 tonnes of 2012 to 280,000 tonnes``, where *of* and *from* are one word.
    """
    if other.number * 5 < one.number:
        return True
    return re.search(r"[^\W\d_%€$]{3,}[ \u00a0]$", before) is not None and other.number > 10 * one.number


def _is_hedge(words: str, lexicon: Lexicon) -> bool:
    """Whether nothing but a hedge stands between ``to`` and the number: ``from 40 to just under 25``."""
    said = words.strip().lower()
    return not said or (len(said) < REACH and said in _hedges(lexicon.code))


@cache
def _hedges(code: str) -> frozenset[str]:
    telling = LEXICONS[code].telling
    said = [hedge.lower() for row in telling.hedges.values() for hedge in row.split("|")]
    articles = [article for article in telling.fillers.split("|") if article]
    return frozenset([*said, *articles, *(f"{one} {article}" for one in said for article in articles)])
