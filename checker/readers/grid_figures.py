"""The figures of tables and infoboxes: a number, with the unit and date that its headers give it. Pure.

A bare number in a cell counts what its row or column is named for, where a header, the caption or the cell
itself dates it. Which header says what is told in :mod:`checker.readers.combining`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from checker.figures.header_dates import Timed
from checker.figures.languages import language_of
from checker.figures.periods import Period
from checker.model import FoundFigure
from checker.patterns import regex
from checker.readers.boxes import BoxReader
from checker.readers.cells import CellReader
from checker.readers.combining import Heads, said
from checker.readers.grids import Grid
from checker.readers.headers import Header, HeaderReader
from checker.readers.layout import MOST_COLUMNS, Row, Slot, laid_out
from checker.readers.prose import Marker, Places
from checker.readers.stubs import Stubs, stubs_of

_SUB_ROW = regex(r"[\s*_']*(?:[•·–-]|total|gesamt|insgesamt|всего|合计)", re.IGNORECASE)
"""A row of an infobox that belongs to the heading above it."""
_SAMPLE = 20
_MOST_HEADS = 6


def figures_of(
    file: str, text: str, shown: str, grid: Grid, places: Places, markers: Sequence[Marker], code: str
) -> Iterator[FoundFigure]:
    """The figures of a table or infobox, row by row."""
    sample = " ".join(text[start:end] for start, end in [*grid.spans][:_SAMPLE])
    code = language_of(sample, code)
    cells = CellReader(file, text, shown, places, markers, code)
    if any(row and row[0].label for row in grid.rows[:1]):
        yield from BoxReader(text, grid, cells).figures()
    else:
        yield from _GridReader(text, grid, cells).figures()


class _Above(Struct):
    """What stands above a row: the headers of every column, the lowest first, and the heading row that goes on."""

    columns: list[list[Header]] = field(default_factory=list)
    spans: list[list[Slot]] = field(default_factory=list)
    section: Header = field(default_factory=Header)
    in_head: bool = False


class _GridReader:
    """Reads the figures of one table."""

    def __init__(self, text: str, grid: Grid, cells: CellReader) -> None:
        self._text, self._cells = text, cells
        self._noted = Header(unit=grid.unit)
        self._headers = HeaderReader(text, cells.code)
        self._caption = self._headers.at(*grid.caption)
        self._rows = list(laid_out(grid.rows))
        self._above = _Above()
        self._stubs = Stubs()
        self._owned = [_own(row, index) for index, row in enumerate(self._rows)]
        said = ([slot for slot in own if self._words(slot)] for own in self._owned)
        self._first = next((index for index, own in enumerate(said) if len(own) > 1), 0)

    def figures(self) -> Iterator[FoundFigure]:
        kinds = [self._is_head(index, row) for index, row in enumerate(self._rows)]
        self._stubs = stubs_of(self._rows, kinds, self._headers, self._cells)
        for index, row in enumerate(self._rows):
            own = self._owned[index]
            if not any(self._words(slot) for slot in own):
                continue
            if kinds[index] or self._is_unit_row(row, own):
                self._head(row)
            elif self._is_heading_row(row, own):
                self._above.section, self._above.in_head = self._header(own[0]), False
            else:
                self._above.in_head = False
                yield from self._row(index, row, own)

    def _words(self, slot: Slot | None) -> str:
        return self._text[slot.cell.start : slot.cell.end].strip(" \t\n*_'|") if slot else ""

    def _header(self, slot: Slot) -> Header:
        return self._headers.at(slot.cell.start, slot.cell.end)

    def _is_head(self, index: int, row: Row) -> bool:
        """Whether a row holds headers: cells that are marked so, or in the first row years or words."""
        own = [slot for slot in self._owned[index] if self._words(slot)]
        above = [slot for slot in row if slot and slot.row < index]
        if not own or any(not slot.cell.header for slot in above):
            return False
        if len(own) == 1 and (own[0].column == 0 or own[0].cell.columns > 1) and not above:
            return own[0].cell.header and len(row) > own[0].cell.columns > 1
        if all(slot.cell.header for slot in own):
            return True
        return index == self._first and len(row) > 1 and all(self._may_head(slot) for slot in own)

    def _may_head(self, slot: Slot) -> bool:
        return not re.search(r"[0-9]", self._words(slot)) or self._header(slot).time.pure

    def _is_unit_row(self, row: Row, own: Sequence[Slot]) -> bool:
        """Whether a row right below the headers says only the units of the columns."""
        if not self._above.in_head or len(row) < 2:
            return False
        values = [slot for slot in own if slot.column > 0 and self._words(slot)]
        units = [self._headers.unit_alone(slot.cell.start, slot.cell.end) for slot in values]
        first = own[0] if own and own[0].column == 0 and self._words(own[0]) else None
        titled = (
            first is None
            or self._header(first).is_unit_title
            or bool(self._headers.unit_alone(first.cell.start, first.cell.end))
        )
        return bool(values) and all(units) and titled

    def _is_heading_row(self, row: Row, own: Sequence[Slot]) -> bool:
        """Whether a row is a heading of those below it: one cell with words, nothing else."""
        said = [slot for slot in own if self._words(slot)]
        alone = len(said) == 1 and said[0].column == 0 and all(slot is None or slot.row == said[0].row for slot in row)
        return alone and (re.search(r"[^\W\d_]", self._words(said[0])) is not None or self._header(said[0]).time.pure)

    def _head(self, row: Row) -> None:
        above = self._above
        if not above.in_head:
            above.columns, above.spans, above.in_head = [], [], True
        for column, slot in enumerate(row):
            if column >= len(above.columns):
                above.columns.append([])
                above.spans.append([])
            if slot is not None and slot not in above.spans[column]:
                above.columns[column].insert(0, self._header(slot))
                above.spans[column].insert(0, slot)
                del above.columns[column][_MOST_HEADS:], above.spans[column][_MOST_HEADS:]

    def _row(self, index: int, row: Row, own: Sequence[Slot]) -> Iterator[FoundFigure]:
        stubs = self._stubs
        first = row[0]
        above = self._above
        if not above.columns and not (first and _SUB_ROW.match(self._words(first))):
            above.section = Header()
        labels = [slot for slot in stubs.labels(row) if self._words(slot)]
        units = next((self._header(slot) for slot in stubs.units(row) if self._words(slot)), None)
        unit = stubs.unit(row, self._headers)
        heads = [self._header(slot) for slot in sorted(labels, key=lambda slot: (slot.cell.rows > 1, slot.column))]
        corner = [one for column in stubs.columns for one in (above.columns[column : column + 1] or [[]])[0]]
        corner = [Header(one.words, one.time if not one.time.pure else Timed(), one.unit) for one in corner]
        unit_column = replace(units, unit=unit, time=Timed()) if units else None
        filled = max((slot.column for slot in own if self._words(slot)), default=0)
        start = own[0].cell.start if own else 0
        for slot in own:
            if slot.column in stubs.skipped or not self._words(slot):
                continue
            column = self._column(slot, row, filled)
            table = (above.section, *corner, self._noted, self._caption)
            rows = heads if slot.cell.rows == 1 else self._shared(slot, labels)
            beside = self._changed() if column and column[0].is_latest_change else None
            told = said(Heads(rows, column, unit_column, table, beside), self._cells.code)
            yield from self._cells.figures(slot.cell, told, start)

    def _changed(self) -> Period | None:
        """The later one of the two periods that columns are headed with, or the only one: that of a column of changes."""
        periods = [one.time.period for column in self._above.columns for one in column[:1] if one.time.period]
        alike = {one.value.precision for one in periods}
        if len({one.value for one in periods}) not in (1, 2) or len(alike) > 1:
            return None
        return max(periods, key=lambda one: one.value.last)

    def _column(self, slot: Slot, row: Row, filled: int) -> list[Header]:
        """The headers of a cell's column; what those of a wider cell do not share is unclear."""
        columns, spans = self._above.columns, self._above.spans
        if columns and filled >= len(columns):
            return [Header(time=Timed(unclear=True))]
        covered = [at for at in range(slot.column, min(len(row), slot.column + MOST_COLUMNS)) if row[at] is slot]
        heads = columns[slot.column] if slot.column < len(columns) else []
        if len(covered) < 2 or not heads:
            return heads
        shared = [
            head
            for head, over in zip(heads, spans[slot.column], strict=True)
            if all(over in spans[at] for at in covered if at < len(spans))
        ]
        return shared if len(shared) == len(heads) else [Header(time=Timed(unclear=True)), *shared]

    def _shared(self, slot: Slot, labels: Sequence[Slot]) -> list[Header]:
        """The labels of a cell that covers several rows: those that cover them all, the time of others is unclear."""
        lasts = slot.row + slot.cell.rows
        kept = [self._header(one) for one in labels if one.row <= slot.row and one.row + one.cell.rows >= lasts]
        return kept if len(kept) == len(labels) else [Header(time=Timed(unclear=True)), *kept]


def _own(row: Row, index: int) -> list[Slot]:
    """The cells that begin in a row, each once."""
    return list(dict.fromkeys(slot for slot in row if slot is not None and slot.row == index))
