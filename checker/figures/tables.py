"""The units that tables print once and mean for every cell: ``(million US$)``, ``in Mrd. Euro``, ``%``. Pure.

A cell has only its number. What stands before it on the page tells the scale and the unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache

from msgspec.structs import replace

from checker.figures import symbols
from checker.figures.grammar import Grammar, grammar
from checker.figures.header_units import Unit, unit_alone, unit_in
from checker.figures.languages import LEXICONS
from checker.figures.printed import Printed
from checker.patterns import regex

REACH = 3000
MOST = 60
LONGEST = 80
"""Characters of a cell that may be a header."""
_BOUND = regex(r"[\n|]|$")
_WORDS_BEFORE = 2
_WHOLE = 3
"""Letters that a unit has at least to be looked for inside words: ``TEUR``, but no ``t`` in ``the``."""
_PER_CENT = "per cent|percent|pct|pp|prozent|pour cent|p. cent|p. 100|p.c.|por ciento|процент|п.п.|п. п.|百分".split(
    "|"
)


def unit_before(text: str, low: str, printed: Printed, unit: str, rules: Grammar) -> Iterator[Printed]:
    """A bare number of a cell in each scale in which the text before it names the unit wanted."""
    seen: set[Decimal] = set()
    first = max(0, printed.start - REACH)
    for at in _mentions(low, unit, rules, first, printed.start):
        for read in _readings(text, at, first, rules):
            if read[1].casefold() == unit.casefold() and read[0] not in seen:
                seen.add(read[0])
                yield scaled(printed, read[0], unit)


def scaled(printed: Printed, scale: Decimal, unit: str) -> Printed:
    """A bare number in the unit and scale of its table."""
    value, quantum = printed.value * scale, printed.quantum * scale
    return replace(printed, value=value, quantum=quantum, scale=scale, unit=unit, bare=False)


def _readings(text: str, at: int, floor: int, rules: Grammar) -> Iterator[Unit]:
    """The units that are named around an offset: that of its cell, if it is short enough for a header."""
    said = header_at(text, at, rules)
    if said is not None and said[1]:
        yield said
        return
    for start in _starts(text, at, floor):
        read = rules.unit_at(text, start)
        if read is not None:
            yield read


def header_at(text: str, at: int, rules: Grammar) -> Unit | None:
    """What the cell at an offset names as a header: a unit with its scale, or a scale alone."""
    start = max(text.rfind("\n", max(0, at - LONGEST), at), text.rfind("|", max(0, at - LONGEST), at)) + 1
    if start <= 0 and at > LONGEST:
        return None
    end = _BOUND.search(text, at, at + LONGEST)
    return _header(text[start : end.start()].strip(), rules.lexicon.code) if end is not None else None


@lru_cache(maxsize=512)
def _header(words: str, code: str) -> Unit | None:
    rules = grammar(code)
    return unit_alone(words, rules) or unit_in(words, rules)


def _mentions(low: str, unit: str, rules: Grammar, start: int, end: int) -> Iterator[int]:
    """Where the unit is named between two offsets, in any of its dresses."""
    left = MOST
    for name in names_of(unit, rules.lexicon.code):
        at = low.find(name, start, end)
        inner = name.isascii() and name.isalpha() and len(name) < _WHOLE
        while at >= 0 and left:
            if not (inner and at > start and low[at - 1].isalpha()):
                left -= 1
                yield at
            at = low.find(name, at + len(name), end)


def _starts(text: str, at: int, floor: int) -> Iterator[int]:
    """The offset of a unit and those of the words before it, of which one may be its scale."""
    yield at
    position = at
    for _ in range(_WORDS_BEFORE):
        position -= 1
        while position > floor and text[position - 1].isalnum():
            position -= 1
        if position <= floor:
            return
        yield position


@cache
def names_of(unit: str, code: str) -> tuple[str, ...]:
    """How a unit is written, in lower case, the shortest of those that contain each other."""
    lexicon = LEXICONS[code]
    if unit == "share":
        return names_of("%", code)
    if unit in ("ratio", "1"):
        return ()
    if unit in ("JPY", "CNY"):
        names_too = ["¥", "￥"]
    elif unit in ("AUD", "CAD", "NZD", "HKD", "SGD", "TWD", "MXN"):
        names_too = ["$"]
    else:
        names_too = []
    names = names_too + [sign for sign, known in symbols.SIGNS.items() if known == unit]
    names += [unit] if unit in symbols.CODES or unit == "%" else []
    names += [name for name, known in lexicon.currencies.items() if known == unit]
    names += [name for table in (symbols.SYMBOLS, lexicon.units) for name, known in table.items() if known[0] == unit]
    if unit == "%":
        names += _PER_CENT
    folded = sorted({name.lower().rstrip("~") for name in names}, key=len)
    kept: list[str] = []
    for name in folded:
        if not any(shorter in name for shorter in kept):
            kept.append(name)
    return tuple(kept)
