"""Which columns of a table hold the labels of its rows, and which the units. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from checker.figures.header_units import Unit
from checker.patterns import regex
from checker.readers.cells import CellReader
from checker.readers.headers import BAND, HeaderReader
from checker.readers.layout import Row, Slot

_SAMPLE = 200
_MOST = 4
_LETTERS = regex(r"[^\W\d_]{2}|[\u3400-\u9fff]")
_NUMBER = regex(r"[0-9]")


class Stubs(Struct, frozen=True):
    """The columns of labels, of units, and all that hold no values."""

    columns: tuple[int, ...] = ()
    unit_columns: tuple[int, ...] = ()
    skipped: frozenset[int] = frozenset()

    def labels(self, row: Row) -> Iterator[Slot]:
        """The cells of a row that label it."""
        return (slot for column in self.columns if column < len(row) and (slot := row[column]) is not None)

    def units(self, row: Row) -> Iterator[Slot]:
        """The cells of a row that hold its unit."""
        return (slot for column in self.unit_columns if column < len(row) and (slot := row[column]) is not None)

    def unit(self, row: Row, headers: HeaderReader) -> Unit | None:
        """The unit that a row's cells of units name."""
        found = (
            headers.unit_alone(slot.cell.start, slot.cell.end) or headers.at(slot.cell.start, slot.cell.end).unit
            for slot in self.units(row)
        )
        return next((unit for unit in found if unit), None)


def stubs_of(rows: Sequence[Row], heads: Sequence[bool], headers: HeaderReader, cells: CellReader) -> Stubs:
    """Which columns hold labels and units, by their headers and by what stands in them."""
    body = [row for row, is_head in zip(rows, heads, strict=True) if not is_head][:_SAMPLE]
    titles = [row for row, is_head in zip(rows, heads, strict=True) if is_head][:_SAMPLE]
    width = min(max((len(row) for row in body), default=0), 3 * _MOST)
    reading = _Columns(body, titles, headers, cells)
    units = tuple(column for column in range(1, width) if reading.is_units(column))
    times = [column for column in range(1, width) if column not in units and reading.is_times(column)]
    ranks = [0] if reading.is_ranks(0) else []
    labels: list[int] = []
    for column in range(min(width, _MOST)):
        if column in ranks or column in units or column in times:
            continue
        if not (reading.is_labels(column) if column == len(ranks) else labels and reading.is_words(column)):
            break
        labels.append(column)
    return Stubs((*labels, *times), units, frozenset((*ranks, *labels, *times, *units)))


class _Columns:
    """Looks at the columns of a table."""

    def __init__(self, body: Sequence[Row], titles: Sequence[Row], headers: HeaderReader, cells: CellReader) -> None:
        self._body, self._titles, self._headers, self._cells = body, titles, headers, cells

    def _slots(self, column: int) -> list[Slot]:
        found = [row[column] for row in self._body if column < len(row)]
        return list(
            dict.fromkeys(
                slot for slot in found if slot is not None and slot.cell.columns < 2 and self._headers.words(slot.cell)
            )
        )

    def _title(self, column: int) -> list[Slot]:
        return [
            slot
            for row in self._titles
            if column < len(row) and (slot := row[column]) is not None and self._headers.words(slot.cell)
        ]

    def is_ranks(self, column: int) -> bool:
        """Whether a column holds running numbers, by its header."""
        return any(self._headers.at(slot.cell.start, slot.cell.end).is_rank for slot in self._title(column))

    def is_units(self, column: int) -> bool:
        """Whether a column holds units, by its header or because all its cells are some."""
        slots = self._slots(column)
        titles = [self._headers.at(slot.cell.start, slot.cell.end) for slot in self._title(column)]
        if any(one.is_unit_title for one in titles):
            return True
        units = [self._headers.unit_alone(slot.cell.start, slot.cell.end) for slot in slots]
        longer = any(len(self._headers.words(slot.cell)) > 1 for slot in slots)
        return bool(slots) and all(units) and longer and not any(one.time.speaks for one in titles)

    def is_times(self, column: int) -> bool:
        """Whether a column dates its rows: its header says so, or its cells are months or quarters."""
        times = [self._headers.at(slot.cell.start, slot.cell.end).time for slot in self._slots(column)]
        titled = any(self._headers.at(slot.cell.start, slot.cell.end).is_time_title for slot in self._title(column))
        return bool(times) and all(one.pure for one in times) and (titled or all(one.part for one in times))

    def is_labels(self, column: int) -> bool:
        """Whether a column labels its rows: marked as headers, or words, periods or bands in it, or no title over it."""
        slots = self._slots(column)
        if not slots:
            return False
        if all(slot.cell.header for slot in slots) or (self._titles and not self._title(column)):
            return True
        return any(self._labels(slot) for slot in slots)

    def is_words(self, column: int) -> bool:
        """Whether a further column holds words and no numbers, or is marked as headers."""
        slots = self._slots(column)
        marked = all(slot.cell.header for slot in slots)
        return bool(slots) and (marked or not any(_NUMBER.search(self._headers.words(slot.cell)) for slot in slots))

    def _labels(self, slot: Slot) -> bool:
        words = self._headers.words(slot.cell)
        if BAND.fullmatch(words) or self._cells.is_period(slot.cell) or not _NUMBER.search(words):
            return True
        return _LETTERS.search(self._cells.without_figures(slot.cell)) is not None
