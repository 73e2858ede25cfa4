"""Merged cells of tables stand where a browser shows them, and cost no more than there is to show."""

from hypothesis import given
from hypothesis import strategies as st

from checker.readers.grids import Cell
from checker.readers.layout import MOST_COLUMNS, MOST_SLOTS, laid_out


def shown(rows: list[list[Cell]]) -> list[list[int | None]]:
    """The cells of every row by where they start."""
    return [[slot.cell.start if slot else None for slot in row] for row in laid_out(rows)]


def cell(number: int, rows: int = 1, columns: int = 1) -> Cell:
    """A cell by its number."""
    return Cell(number, number, rows=rows, columns=columns)


def test_merged() -> None:
    """Rows below fill what is free; 0 covers all rows that follow."""
    assert shown([[cell(1, 2), cell(2, 1, 2)], [cell(3), cell(4)], [cell(5, 0), cell(6)], [cell(7)]]) == [
        [1, 2, 2],
        [1, 3, 4],
        [5, 6],
        [5, 7],
    ]


def test_bounds() -> None:
    """Spans beyond all bounds are cut."""
    assert len(shown([[cell(1, 1, 99_999)]])[0]) == MOST_COLUMNS
    wide = [[cell(number, 60_000, MOST_COLUMNS) for number in range(200)], *([[cell(1)]] * 5_000)]
    assert sum(len(row) for row in laid_out(wide)) < 2 * MOST_SLOTS + 10_000


spans = st.integers(0, 4)
cells = st.lists(st.lists(st.builds(cell, st.integers(0, 99), spans, spans), max_size=5), max_size=6)


@given(cells)
def test_every_cell_stands_somewhere(rows: list[list[Cell]]) -> None:
    """No cell is lost, none stands in two blocks, and each begins in its own row."""
    laid = list(laid_out(rows))
    for index, row in enumerate(rows):
        begun = {slot.column: slot.cell for slot in laid[index] if slot and slot.row == index}
        assert [begun[column] for column in sorted(begun)] == row
