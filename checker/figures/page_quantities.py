"""The quantities at given places of a page, read with what stands around them. Pure.

A number without a unit counts in a cell of a table whose unit stands before it, in a range that ends with
one, and before its noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, cached_property
from itertools import chain

from checker.figures.agreement import DOLLARS, KRONER
from checker.figures.chinese import numeral_starts
from checker.figures.compounds import compound_starts
from checker.figures.grammar import Grammar
from checker.figures.header_units import unit_in
from checker.figures.languages import LEXICONS
from checker.figures.phrasing import endings_for, words_for
from checker.figures.printed import Printed
from checker.figures.signs import FIRST
from checker.figures.tables import REACH, header_at, names_of, scaled, unit_before
from checker.model import Quantity
from checker.patterns import regex

SHOWN = 60
_BEFORE, _BEHIND = 160, 100
"""How far from a number its unit or noun may stand, in characters, if the number is in no cell of a table."""
_TELLING = 3
"""Digits of a number that is no chance: its noun may head the whole table."""
_MOST_HEADS, _CELLS_BESIDE = 8, 6
_LOCAL = {"NIO": "c$", "BOB": "bs", "VES": "bs", "HNL": "l", "GTQ": "q", "CRC": "¢", "PEN": "s/", "PAB": "b/"}
"""Signs that are such a currency only in its country."""
_SHARES = {"share": 1, "%": 100}
_FEW_CELLS = 5
"""Cells for which it pays to look for their unit right above them; then the whole page is looked through for it."""
_RANGE = regex(r" ?(?:[-\u2013\u2014~至到]|[^\W\d_]{1,5}(?: [^\W\d_]{2,10}){0,3}) ?[$€£¥]?[0-9]")
_CELL_START, _CELL_END = (
    regex(r"[\n|][ \t(−+-]*$"),
    regex(r"[ \t)*†‡]{0,4}(?:\[[0-9a-z]{1,3}\])?[ \t]*(?:[\n|]|$)"),
)


class PageQuantities:
    """The text of a page, read in some languages."""

    def __init__(self, text: str, grammars: Sequence[Grammar]) -> None:
        self.text = text
        self._grammars = grammars
        self._codes = tuple(rules.lexicon.code for rules in grammars)
        self._named: dict[str, bool] = {}
        self._cells = 0

    @cached_property
    def low(self) -> str:
        """The text in lower case, where that keeps its offsets."""
        low = self.text.lower()
        return low if len(low) == len(self.text) else self.text

    @cached_property
    def compounds(self) -> tuple[int, ...]:
        """Where amounts begin that are told in steps: their first number says too little to be looked for."""
        starts = (compound_starts(self.low, code) for code in self._codes)
        return tuple(dict.fromkeys(chain.from_iterable(starts)))

    def names(self, unit: str) -> bool:
        """Whether the page names the unit at all: no number of it is the figure where it does not."""
        if unit not in self._named:
            names = _written(unit, self._codes)
            self._named[unit] = not names or any(name in self.low for name in names)
        return self._named[unit]

    def may_have(self, start: int, unit: str) -> bool:
        """Whether a number could have the unit: it stands near, or the number in a cell."""
        near = self.text[max(0, start - _BEFORE) : start + _BEHIND].lower()
        names = _written(unit, self._codes)
        if not names or any(name in near for name in names):
            return True
        return self._begins_cell(start) and self._heads(start, unit, names)

    def _heads(self, start: int, unit: str, names: Sequence[str]) -> bool:
        """Whether the unit may stand over the cell that begins at an offset."""
        self._cells += 1
        if self._cells > _FEW_CELLS:
            return self.names(unit)
        above = self.low[max(0, start - REACH) : start]
        return any(name in above for name in names)

    def readings(self, start: int, unit: str) -> Iterator[Printed]:
        """The number at an offset, in each language and by both decimal conventions where they differ."""
        match = FIRST.match(self.text, start)
        if match is None:
            return
        for rules in self._grammars:
            for other in (False, True):
                printed = rules.at(self.text, match, len(self.text), other=other)
                if printed is None:
                    break
                yield from self._with_context(printed, unit, rules)
                if not printed.doubtful:
                    break

    def _with_context(self, printed: Printed, unit: str, rules: Grammar) -> Iterator[Printed]:
        """A number as it reads; one without a unit with that of its table, of its range, or of its noun."""
        yield printed
        if printed.unit:
            return
        is_cell = self._begins_cell(printed.start) and _CELL_END.match(self.text, printed.end) is not None
        if is_cell:
            yield from unit_before(self.text, self.low, printed, unit, rules)
        for scale in sorted(set(self._noun_scales(printed, unit, rules, is_cell=is_cell))):
            yield scaled(printed, scale, unit)
        if _RANGE.match(self.text, printed.end):
            yield from self._ranged(printed, rules)

    def _ranged(self, printed: Printed, rules: Grammar) -> Iterator[Printed]:
        """A number as the first end of a range."""
        ranged = rules.find(self.text, printed.start, min(len(self.text), printed.end + SHOWN))[:1]
        if ranged and ranged[0].start == printed.start and ranged[0].unit:
            yield ranged[0]

    def _begins_cell(self, start: int) -> bool:
        return start == 0 or _CELL_START.search(self.text[max(0, start - 12) : start]) is not None

    def _noun_scales(self, printed: Printed, unit: str, rules: Grammar, *, is_cell: bool) -> Iterator[Decimal]:
        """The scales in which a number is followed by the noun that the figure counts, or stands under it in a cell."""
        noun = _noun(unit)
        if noun is None:
            return
        behind = self.text[printed.end : printed.end + 40].lower()
        if noun.search(behind) or (unit == "人" and behind[:1] in ("名", "位", "口")):
            yield Decimal(1)
        if not is_cell:
            return
        reach = REACH if len(printed.number.normalize().as_tuple().digits) >= _TELLING else _BEFORE
        first = max(0, printed.start - reach)
        heads = [first + match.start() for match in noun.finditer(self.low[first : printed.start])][-_MOST_HEADS:]
        for at in heads:
            said = header_at(self.text, at, rules)
            yield said[0] if said is not None and not said[1] else Decimal(1)
        if heads and (beside := self._scale_beside(printed.start, rules)) is not None:
            yield beside

    def _scale_beside(self, start: int, rules: Grammar) -> Decimal | None:
        """The scale in a column of units, in one of the cells right before an offset."""
        cells = re.split(r"[\n|]", self.text[max(0, start - _BEFORE) : start])[-_CELLS_BESIDE:]
        units = (unit_in(words.strip(), rules) for words in cells if words.strip())
        return next((unit[0] for unit in units if unit is not None and not unit[1]), None)

    def worded(self, quantity: Quantity) -> Iterator[Printed | None]:
        """The quantities in words that could be one; None for each place that holds none."""
        for rules in self._grammars:
            if rules.lexicon.code == "zh":
                yield from self._numerals(quantity, rules)
                continue
            for word in words_for(rules.lexicon, quantity):
                yield from self._said(word, quantity.unit, rules)
            if quantity.unit in ("share", "%"):
                for ending in endings_for(rules.lexicon.code, Decimal(quantity.value) / _SHARES[quantity.unit]):
                    yield from self._said_of(ending, rules)

    def _said(self, word: str, unit: str, rules: Grammar) -> Iterator[Printed | None]:
        for position in self._places(word):
            yield None
            is_share = unit in ("share", "%")
            if not self.low[max(0, position - 1) : position].isalpha() and (is_share or self.may_have(position, unit)):
                for start in (position, self._word_before(position)):
                    printed = rules.words_at(self.text, start, len(self.text))
                    if printed is not None and printed.unit and printed.end > position:
                        yield printed
                    elif printed is not None and printed.bare and start == position:
                        yield from self._ranged(printed, rules)

    def _said_of(self, ending: str, rules: Grammar) -> Iterator[Printed | None]:
        """The shares of which a phrase is the end: ``trois agriculteurs sur quatre``."""
        for position in self._places(f" {ending}"):
            yield None
            around = rules.find(self.text, max(0, position - SHOWN), min(len(self.text), position + SHOWN))
            yield from (one for one in around if one.start < position < one.end and one.unit == "share")

    def _places(self, words: str) -> Iterator[int]:
        position = self.low.find(words)
        while position >= 0:
            yield position
            position = self.low.find(words, position + 1)

    def _word_before(self, position: int) -> int:
        """Where the word before an offset begins: the article or number of a scale word."""
        start = position - 1
        while start > 0 and position - start < SHOWN and self.text[start - 1].isalpha():
            start -= 1
        return max(0, start)

    def _numerals(self, quantity: Quantity, rules: Grammar) -> Iterator[Printed | None]:
        for start in numeral_starts(self.text, Decimal(quantity.value), quantity.unit):
            yield rules.numeral_at(self.text, start)

    def around(self, start: int, end: int) -> str:
        """The few whole words around a span, on its line."""
        before = self.text[max(0, start - SHOWN) : start].rpartition("\n")
        behind = self.text[end : end + SHOWN].partition("\n")
        if not before[1] and start > SHOWN and self.text[start - SHOWN - 1].isalnum():
            before = ("", "", before[2].partition(" ")[2] or before[2])
        if not behind[1] and self.text[end + SHOWN : end + SHOWN + 1].isalnum():
            behind = (behind[0].rpartition(" ")[0] or behind[0], "", "")
        return " ".join(f"{before[2]}{self.text[start:end]}{behind[0]}".split())[:200]


@cache
def _written(unit: str, codes: tuple[str, ...]) -> tuple[str, ...]:
    """How a unit may be written in some languages, in lower case; empty where by nothing that could be looked for."""
    alike = [unit]
    alike += ["USD"] if unit in DOLLARS else []
    alike += ["SEK", "CZK"] if unit in KRONER else []
    names = tuple(dict.fromkeys(name for one in alike for code in codes for name in names_of(one, code)))
    names += (_LOCAL[unit],) if unit in _LOCAL else ()
    if names or unit in ("ratio", "1"):
        return names
    return ("人", "名", "位", "口") if unit == "人" else (_stem(unit),)


@cache
def _noun(unit: str) -> re.Pattern[str] | None:
    """How the noun is found that a figure counts; None where its unit is none."""
    if unit in ("ratio", "share", "1") or (unit.isupper() and len(unit) == 3):
        return None
    if any(names_of(unit, code) for code in LEXICONS):
        return None
    return re.compile(re.escape(_stem(unit)) if unit[0] >= "\u3000" else rf"(?<![^\W\d_]){re.escape(_stem(unit))}")


def _stem(unit: str) -> str:
    """A noun without the ending that its number or case may change."""
    return unit if unit[0] >= "\u3000" else unit.lower()[: max(3, len(unit) - 2)]
