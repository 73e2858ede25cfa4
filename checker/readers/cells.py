"""The figures of one cell of a table, with the unit and date that its headers give it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from checker.figures.context import qualifier
from checker.figures.facts import Confidence, DateSource
from checker.figures.grammar import grammar
from checker.figures.header_units import Unit
from checker.figures.languages import LEXICONS
from checker.figures.nouns import noun_behind
from checker.figures.numerals import simplest
from checker.figures.periods import Period, Use, reader
from checker.figures.printed import Printed
from checker.model import FoundFigure, Quantity, Role
from checker.patterns import regex
from checker.readers.grids import LONGEST_CELL, Cell
from checker.readers.prose import Marker, Places

_FEWEST = 2
SUMS = frozenset(
    "total totals sum summe gesamt insgesamt gesamtsumme zusammen ensemble totaux suma всего итого сумма 合计 总计 总数 共计 小计".split()
)
"""What labels a sum, which is no thing that is counted: decimals there are of a unit that nobody told."""
_LOSS = regex(r"[ \t\n*_'|]*\([ ]?[0-9][0-9.,' \u00a0\u202f]*\)[ \t\n*_'|]*")
"""A cell that accounts print for a negative amount: ``(3.4)``."""
_BRACKETED = regex(r"[(\[].*?[)\]]|\{\{[\w -]{1,30}\}\}")
_DATED_END = regex(r"[ \u00a0]?[(（][^()（）]{4,40}[)）][\s*_'|]*")
_RELEASE = regex(r"\+|[ \u00a0]?(?:LTS|ESR|LTR|RC|SP)(?![A-Za-z])")
"""What behind a number with decimals makes it a version: ``3.6+``, ``18.04 LTS``."""


class Said(Struct, frozen=True):
    """What the headers of a cell say together.

    ``period`` dates it; ``unit`` is meant for a number without one; ``noun`` is what it counts, empty where it
    counts nothing. ``values`` says that a number which looks like a year is none, ``guessed`` that the period is that of a
    column beside.
    """

    period: Period | None = None
    unit: Unit | None = None
    noun: str = ""
    values: bool = False
    guessed: bool = False


class CellReader:
    """Reads the cells of one table."""

    def __init__(self, file: str, text: str, shown: str, places: Places, markers: Sequence[Marker], code: str) -> None:
        self._file, self._text, self._shown, self._places, self._markers = file, text, shown, places, markers
        self.code = code
        self._lexicon, self._grammar = LEXICONS[code], grammar(code)

    def is_period(self, cell: Cell) -> bool:
        """Whether a cell is a period and nothing else."""
        words = self._text[cell.start : cell.end].strip(" \t\n*_'|")
        found = reader(self.code).find(f"({words})") if 4 <= len(words) <= 24 else []
        return len(found) == 1 and len(found[0].words) >= len(words) - 1

    def without_figures(self, cell: Cell) -> str:
        """The words of a cell besides its numbers and their units."""
        words, last = [], cell.start
        for one in self._grammar.find(self._text, cell.start, min(cell.end, cell.start + LONGEST_CELL)):
            words.append(self._text[last : one.start])
            last = max(last, one.end)
        return " ".join((*words, self._text[last : cell.end]))

    def figures(self, cell: Cell, said: Said, row_start: int) -> Iterator[FoundFigure]:
        """The figures of a cell; ``row_start`` is where its row begins."""
        if cell.end - cell.start > LONGEST_CELL:
            return
        is_value = said.values and re.fullmatch(r"\s*[*_'|]*[0-9]{4}[*_'|]*\s*", self._text[cell.start : cell.end])
        if not is_value and self.is_period(cell):
            return
        own = [] if is_value else reader(self.code).find(self._text, cell.start, cell.end)
        printed = [
            one
            for one in self._grammar.find(self._text, cell.start, cell.end)
            if not _is_dating(one, own) and self._text[one.start - 1 : one.start] != "["
        ]
        if len(printed) > 1:
            main = self._outside_brackets(cell, printed)
            printed = [one for one in printed if one.unit or one is main]
        for one in printed:
            period = _own_period(one, printed, own)
            yield from self._figure(one, cell, said, period, row_start)

    def _outside_brackets(self, cell: Cell, printed: Sequence[Printed]) -> Printed | None:
        """The only number of a cell that no brackets hold: ``13,345 (+8.1%)``."""
        held = [
            (cell.start + one.start(), cell.start + one.end())
            for one in _BRACKETED.finditer(self._text[cell.start : cell.end])
        ]
        outside = [one for one in printed if not any(start <= one.start < end for start, end in held)]
        return outside[0] if len(outside) == 1 else None

    def _figure(
        self, one: Printed, cell: Cell, said: Said, own: Period | None, row_start: int
    ) -> Iterator[FoundFigure]:
        period = own or said.period
        value, unit = (one.value, one.unit) if one.unit else self._counted(one, cell, said, own)
        if not unit or one.zero:
            return
        begin = row_start if cell.start - row_start < LONGEST_CELL else cell.start
        yield FoundFigure(
            text=self._shown[one.start : one.end],
            quantity=Quantity(simplest(value), unit),
            place=self._places.place(self._file, one.start, " ".join(self._shown[begin : cell.end].split())[:300]),
            start=one.start,
            end=one.end,
            qualifier=qualifier(self._text, one, self._lexicon),
            as_of=period.value if period else None,
            date_evidence=period.words.strip("()") if period else "",
            date_source=DateSource.NONE if period is None else DateSource.TEXT if own else DateSource.HEADER,
            confidence=_confidence(one, own, said),
            role=Role.CURRENT,
            note=next((mark.note for mark in self._markers if cell.start <= mark.start < cell.end), None),
        )

    def _counted(self, one: Printed, cell: Cell, said: Said, own: Period | None) -> tuple[Decimal, str]:
        """Value and unit of a number that has none itself."""
        return self._dated(one, cell, said, own) if own is not None else self._by_headers(one, cell, said, said.period)

    def _dated(self, one: Printed, cell: Cell, said: Said, own: Period) -> tuple[Decimal, str]:
        """Value and unit of a number that its cell dates: a count where its noun stands between, ``615 cars (2022)``."""
        before = _BRACKETED.sub(" ", self._text[cell.start : one.start])
        noun = noun_behind(self._text, one.end, cell.end, self._lexicon, plural=True)
        if noun is None or self.code == "zh" or said.unit or own.start < noun[1] or re.search(r"[^\W_]", before):
            return self._by_headers(one, cell, said, own)
        if noun[0].lower() in self._lexicon.dating.months:
            return one.value, ""
        if one.value < _FEWEST or _DATED_END.fullmatch(self._text, noun[1], cell.end) is None:
            return self._by_headers(one, cell, said, own)
        return one.value, noun[0]

    def _by_headers(self, one: Printed, cell: Cell, said: Said, period: Period | None) -> tuple[Decimal, str]:
        """Value and unit of a number that has none: those of its headers, else what it counts, if it is dated."""
        rest = self._text[cell.start : one.start] + self._text[one.end : cell.end]
        if re.search(r"[^\W\d_]{4}", _BRACKETED.sub(" ", rest)):
            return one.value, ""
        if _RELEASE.match(self._text, one.end, cell.end) and one.value % 1:
            return one.value, ""
        scale, unit = said.unit or (Decimal(1), "")
        if unit and _LOSS.fullmatch(self._text, cell.start, cell.end):
            scale = -scale
        if unit:
            return (one.value if one.scaled and abs(scale) != 1 else one.value * scale), unit
        if period is None or not said.noun or (said.noun in SUMS and one.quantum < 1):
            return one.value, ""
        return one.value * scale, said.noun


def _confidence(one: Printed, own: Period | None, said: Said) -> Confidence:
    if own is not None:
        return Confidence.MEDIUM if one.unsure else Confidence.HIGH
    if said.period is None:
        return Confidence.NONE
    return Confidence.LOW if said.guessed else Confidence.MEDIUM


def _is_dating(one: Printed, periods: Sequence[Period]) -> bool:
    return any(period.start <= one.start < period.end for period in periods)


def _own_period(one: Printed, printed: Sequence[Printed], periods: Sequence[Period]) -> Period | None:
    """The period that a cell itself gives a number: its only one, or of several the one right behind the number."""
    usable = [period for period in periods if not (period.use is Use.NEVER and period.lead)]
    if len(usable) < 2:
        return usable[0] if usable else None
    after = min((other.start for other in printed if other.start > one.start), default=usable[-1].end)
    return next((period for period in usable if one.end <= period.start < after), None)
