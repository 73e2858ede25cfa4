"""The figures of tables and infoboxes: a number, with the unit and date that its headers give it. Pure.

A bare number in a cell counts what its row or column is named for, where a header, the caption or the cell
itself dates it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from checker.figures.context import qualifier
from checker.figures.facts import Confidence, DateSource
from checker.figures.grammar import Grammar, grammar
from checker.figures.languages import LEXICONS, language_of
from checker.figures.lexicon import Lexicon
from checker.figures.numerals import simplest
from checker.figures.periods import Period, reader
from checker.figures.printed import Printed
from checker.model import FoundFigure, Quantity, Role
from checker.readers.grids import Cell, Grid
from checker.readers.prose import Marker, Places

_UNIT_WORD = re.compile(r"(?:[A-Z]{1,3})?[$€£¥₽₸₹]|%|[^\W\d_][^\W_]{0,24}[²³]?\.?|[\u4e00-\u9fff]")
_EMPTY = re.compile(
    r"(?i)(?:number of|total|totals|no\. of|count of|nombre de|nombre d['’]|número de|anzahl der|anzahl|zahl der|количество|число|数量|总数)\s*"
)
_LABEL = re.compile(r"[^\W\d_][^\W\d_'’-]*(?:[-'’ ][^\W\d_]+){0,5}")
_DATE_LABELS = ("as_of", "date", "year", "census", "blank", "stand", "année", "año", "год")
_NO_LABELS = frozenset(
    "id no nr rank year date code page number postal postal_code zip phone area_code isbn url website coordinates latitude longitude elevation_footnotes "
    "utc_offset timezone lat_d long_d width height image_size imagesize size".split()
)
_QUIET = frozenset("total est estimate census footnotes rank ref note".split())
_CELL = 200
_SUB_ROW = re.compile(r"[\s*_']*(?:[•·–-]|total|gesamt|insgesamt|всего|合计)", re.IGNORECASE)
"""A row of an infobox that belongs to the heading above it."""


@dataclass(frozen=True, slots=True)
class _Header:
    """What a header says: the period, the unit with its scale, and what is counted."""

    period: Period | None = None
    unit: tuple[Decimal, str] | None = None
    label: str = ""


class GridReader:
    """Reads the figures of one table."""

    def __init__(
        self, file: str, text: str, shown: str, grid: Grid, places: Places, markers: Sequence[Marker], code: str
    ) -> None:
        self._file, self._text, self._shown, self._grid, self._places, self._markers = (
            file,
            text,
            shown,
            grid,
            places,
            markers,
        )
        sample = " ".join(text[start:end] for start, end in [*grid.spans][:20])
        self._code = language_of(sample, code)
        self._lexicon: Lexicon = LEXICONS[self._code]
        self._grammar: Grammar = grammar(self._code)
        self._caption = self._header(*grid.caption)

    def figures(self) -> Iterator[FoundFigure]:
        """The figures, row by row."""
        columns: list[_Header] = []
        section = _Header()
        for index, row in enumerate(self._grid.rows):
            if len(row) == 1 and not row[0].label:
                section = self._header(row[0].start, row[0].end)
                continue
            if (all(cell.header for cell in row) and not row[0].label) or (index == 0 and self._is_heading(row)):
                columns = [self._header(cell.start, cell.end) for cell in row]
                continue
            if not _SUB_ROW.match(self._text, row[0].start, row[0].end):
                section = _Header()
            yield from self._row(row, columns, section)

    def _is_heading(self, row: Sequence[Cell]) -> bool:
        """Whether a first row without header cells is one all the same: years, or only words."""
        return (
            len(row) > 1
            and not any(cell.label for cell in row)
            and all(self._is_period(cell) or not re.search(r"[0-9]", self._text[cell.start : cell.end]) for cell in row)
        )

    def _is_period(self, cell: Cell) -> bool:
        words = self._text[cell.start : cell.end].strip(" \t\n*_'|")
        found = reader(self._code).find(f"({words})") if 4 <= len(words) <= 24 else []
        return len(found) == 1 and len(found[0].words) >= len(words) - 1

    def _row(self, row: Sequence[Cell], columns: Sequence[_Header], section: _Header) -> Iterator[FoundFigure]:
        first = row[0]
        named = first.header or not re.search(r"[0-9]", self._text[first.start : first.end]) or self._is_period(first)
        head = self._header(first.start, first.end) if named and not first.label else _Header()
        for index, cell in enumerate(row):
            if (index == 0 and named and not cell.label) or cell.end - cell.start > _CELL:
                continue
            column = columns[index] if index < len(columns) else _Header()
            label = self._labelled(cell) if cell.label else _Header()
            yield from self._cell(cell, (label, column, head, section, self._caption))

    def _header(self, start: int, end: int) -> _Header:
        words = self._text[start:end].strip(" \t\n*_'|")[:_CELL]
        if not words:
            return _Header()
        periods = reader(self._code).find(f"({words})")
        label = _EMPTY.sub("", re.sub(r"[(\[].*?[)\]]", " ", words)).strip(" •-–:.*'")
        match = _LABEL.match(label)
        return _Header(periods[0] if periods else None, self._unit(words), match[0].strip() if match else "")

    def _unit(self, words: str) -> tuple[Decimal, str] | None:
        """The unit that a header names, with its scale: in brackets, behind ``in``, or by itself."""
        inner = re.findall(r"[(\[]([^()\[\]]{1,40})[)\]]", words)
        inner += [found[1] for found in re.finditer(r"(?:^|[ ,])(?:in|en|в) (.{1,40})$", words)] + (
            [words] if len(words) <= 24 else []
        )
        for part in inner:
            for match in _UNIT_WORD.finditer(part):
                read = self._grammar.unit_at(part, match.start())
                if read is not None and read[1] not in ("ratio",):
                    return read
                scale = self._grammar.scale_at(part, match.start())
                if scale is not None:
                    return scale, ""
        return None

    def _labelled(self, cell: Cell) -> _Header:
        """What the name of a template's parameter says: ``population_total``, ``area_km2``."""
        words = [word for word in re.split(r"[_ ]", cell.label) if word]
        if "density" in words or "per" in words:
            return _Header()
        unit = self._grammar.unit_at(words[-1], 0) if len(words) > 1 else None
        kept = [word for word in words if word not in _QUIET]
        label = kept[0] if kept and cell.label not in _NO_LABELS and kept[0] not in _NO_LABELS else ""
        return _Header(self._dated_by(cell.label), unit, label)

    def _dated_by(self, label: str) -> Period | None:
        """The period of a neighbour such as ``population_as_of`` or ``population_year``."""
        stem = label.split("_")[0]
        for row in self._grid.rows:
            for cell in row:
                if cell.label != label and cell.label.startswith(f"{stem}_") and cell.label.endswith(_DATE_LABELS):
                    words = self._text[cell.start : cell.end].strip()[:40]
                    found = reader(self._code).find(f"({words})")
                    if found:
                        return found[0]
        return None

    def _cell(self, cell: Cell, heads: Sequence[_Header]) -> Iterator[FoundFigure]:
        if self._is_period(cell):
            return
        own = reader(self._code).find(self._text, cell.start, cell.end)
        printed = [
            one
            for one in self._grammar.find(self._text, cell.start, cell.end)
            if not self._is_dating(one, own) and self._text[one.start - 1 : one.start] != "["
        ]
        if len(printed) > 1:
            printed = [one for one in printed if one.unit]
        period = next((one for one in own), None) or next((head.period for head in heads if head.period), None)
        for one in printed:
            yield from self._figure(one, cell, heads, period, in_cell=bool(own))

    @staticmethod
    def _is_dating(one: Printed, periods: Sequence[Period]) -> bool:
        return any(period.start <= one.start < period.end for period in periods)

    def _figure(
        self, one: Printed, cell: Cell, heads: Sequence[_Header], period: Period | None, *, in_cell: bool
    ) -> Iterator[FoundFigure]:
        value, unit = one.value, one.unit
        if not unit:
            value, unit = self._by_headers(one, cell, heads, period)
        if not unit or one.zero:
            return
        shown = " ".join(self._shown[self._row_start(cell) : cell.end].split())[:300]
        yield FoundFigure(
            text=self._shown[one.start : one.end],
            quantity=Quantity(simplest(value), unit),
            place=self._places.place(self._file, one.start, shown),
            start=one.start,
            end=one.end,
            qualifier=qualifier(self._text, one, self._lexicon),
            as_of=period.value if period else None,
            date_evidence=period.words.strip("()") if period else "",
            date_source=DateSource.NONE if period is None else DateSource.TEXT if in_cell else DateSource.HEADER,
            confidence=Confidence.NONE if period is None else Confidence.HIGH if in_cell else Confidence.MEDIUM,
            role=Role.CURRENT,
            note=next((mark.note for mark in self._markers if cell.start <= mark.start < cell.end), None),
        )

    def _row_start(self, cell: Cell) -> int:
        row = next((row for row in self._grid.rows if row[0].start <= cell.start < row[-1].end), None)
        return row[0].start if row and cell.start - row[0].start < _CELL else cell.start

    def _by_headers(
        self, one: Printed, cell: Cell, heads: Sequence[_Header], period: Period | None
    ) -> tuple[Decimal, str]:
        """Value and unit of a number that has none: those of its headers, else what it counts, if it is dated."""
        rest = self._text[cell.start : one.start] + self._text[one.end : cell.end]
        if re.search(r"[^\W\d_]{4}", re.sub(r"[(\[].*?[)\]]", " ", rest)):
            return one.value, ""
        unit = next((head.unit for head in heads if head.unit and head.unit[1]), None)
        scale = next((head.unit[0] for head in heads if head.unit and not head.unit[1]), Decimal(1))
        if unit is not None:
            return one.value * unit[0] * (scale if unit[0] == 1 else 1), unit[1]
        label = next((head.label for head in heads if head.label and not self._means_time(head)), "")
        if period is None or not label or not _NO_LABELS.isdisjoint(label.lower().split()):
            return one.value, ""
        return one.value * scale, self._noun(label)

    @staticmethod
    def _means_time(head: _Header) -> bool:
        return head.label.lower() in (
            "year",
            "years",
            "date",
            "jahr",
            "année",
            "annee",
            "año",
            "год",
            "month",
            "quarter",
            "country",
            "region",
            "city",
            "name",
            "年份",
            "年",
        )

    def _noun(self, label: str) -> str:
        """The noun of a label: its last word in English, its first where adjectives follow."""
        words = label.split()
        word = words[0] if self._code in ("fr", "es") else words[-1]
        return word if self._code == "de" else word.lower()
