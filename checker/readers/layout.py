"""Tables as they are laid out: merged cells stand in every row and column that they cover. Pure and linear.

As browsers do it (HTML standard, 4.9.12, forming a table): a cell takes the first free columns of its row, and
those of the rows below that it covers are taken before these rows are filled.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from checker.readers.grids import Cell

MOST_COLUMNS = 200
MOST_SLOTS = 200_000
"""Slots of a table beyond which merged cells are taken for single ones."""


class Slot(Struct, frozen=True, eq=False):
    """A place of a table: the cell that covers it, and the row and column where that begins."""

    cell: Cell
    row: int
    column: int


Row = tuple[Slot | None, ...]


def laid_out(rows: Sequence[Sequence[Cell]]) -> Iterator[Row]:
    """The rows of a table, each with the cell of every column; None where it has none."""
    hanging: dict[int, tuple[Slot, int]] = {}
    used = 0
    for index, cells in enumerate(rows):
        hanging = hanging if used < MOST_SLOTS else {}
        row: dict[int, Slot] = {column: slot for column, (slot, _) in hanging.items()}
        hanging = {column: (slot, left - 1) for column, (slot, left) in hanging.items() if left > 1}
        column = 0
        for cell in cells:
            while column in row:
                column += 1
            down, across = _covers(cell, len(rows) - index) if used < MOST_SLOTS else (1, 1)
            slot = Slot(cell, index, column)
            for at in range(column, column + across):
                if at in row:
                    break
                row[at] = slot
                if down > 1:
                    hanging[at] = (slot, down - 1)
            column += 1
        used += len(row)
        yield tuple(row.get(at) for at in range(max(row, default=-1) + 1))


def _covers(cell: Cell, rows_left: int) -> tuple[int, int]:
    """How many rows and columns a cell covers, within bounds."""
    return min(cell.rows or rows_left, rows_left), min(max(cell.columns, 1), MOST_COLUMNS)
