"""Tables that are drawn as boxes, as reStructuredText has them; boxes may be merged. Pure and linear.

Where lines are missing between two fields of the grid these are one cell. A cell of several lines is read by the
first that says something: a span of the text is all that a figure can point at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.readers.grids import Cell, Grid

Line = tuple[int, str]
_MOST_FIELDS = 4000
"""Larger ones are nobody's drawing."""


def boxed_grid(lines: Sequence[Line]) -> Grid | None:
    """The table that some lines draw, each with where it starts; None where they draw none."""
    drawn = [(start, words.rstrip()) for start, words in lines]
    width = len(drawn[0][1])
    if (
        len(drawn) < 3
        or any(len(words) != width for _, words in drawn)
        or any(words[-1] not in "+|" for _, words in drawn)
    ):
        return None
    texts = [words for _, words in drawn]
    columns = sorted({at for words in texts for at, mark in enumerate(words) if mark == "+" and _is_corner(words, at)})
    rows = [at for at, words in enumerate(texts) if any(_is_ruled(words, *gap) for gap in pairwise(columns))]
    if len(columns) < 3 or len(rows) < 2 or rows[0] != 0 or rows[-1] != len(texts) - 1:
        return None
    if len(columns) * len(rows) > _MOST_FIELDS:
        return None
    boxes = _Boxes(drawn, rows, columns)
    return Grid(tuple(tuple(row) for row in boxes.cells())) if boxes.are_whole() else None


def _is_corner(words: str, at: int) -> bool:
    return words[max(0, at - 1) : at] in ("-", "=", "") or words[at + 1 : at + 2] in ("-", "=", "")


def _is_ruled(words: str, left: int, right: int) -> bool:
    inner = words[left + 1 : right]
    return bool(inner) and (not inner.strip("-+") or not inner.strip("=+"))


class _Boxes:
    """The fields of a grid and which of them are one cell."""

    def __init__(self, lines: Sequence[Line], rows: Sequence[int], columns: Sequence[int]) -> None:
        self._lines, self._rows, self._columns = lines, rows, columns
        self._height, self._width = len(rows) - 1, len(columns) - 1
        self._head = max((index for index, at in enumerate(rows) if "=" in lines[at][1]), default=0)
        if self._head == self._height:
            self._head = 0
        self._owner = [[(row, column) for column in range(self._width)] for row in range(self._height)]
        for row in range(self._height):
            for column in range(self._width):
                self._join(row, column)

    def _join(self, row: int, column: int) -> None:
        """Give a field to the cell on its left or above it where no line parts them."""
        owner = self._owner
        if column and not self._is_walled(row, column):
            owner[row][column] = owner[row][column - 1]
        elif row and not _is_ruled(self._lines[self._rows[row]][1], self._columns[column], self._columns[column + 1]):
            owner[row][column] = owner[row - 1][column]

    def _is_walled(self, row: int, column: int) -> bool:
        at = self._columns[column]
        inner = range(self._rows[row] + 1, self._rows[row + 1])
        return all(self._lines[line][1][at] in "|+" for line in inner)

    def _extent(self, row: int, column: int) -> tuple[int, int]:
        """How many rows and columns of fields the cell has that begins at a field."""
        owner = self._owner
        right = column
        while right < self._width and owner[row][right] == (row, column):
            right += 1
        bottom = row
        while bottom < self._height and owner[bottom][column] == (row, column):
            bottom += 1
        return bottom - row, right - column

    def are_whole(self) -> bool:
        """Whether all cells are rectangles."""
        covered = 0
        for row, column in self._begun():
            height, width = self._extent(row, column)
            held = (self._owner[r][c] for r in range(row, row + height) for c in range(column, column + width))
            if any(one != (row, column) for one in held):
                return False
            covered += height * width
        return covered == self._height * self._width

    def _begun(self) -> Iterator[tuple[int, int]]:
        return (
            (row, column)
            for row in range(self._height)
            for column in range(self._width)
            if self._owner[row][column] == (row, column)
        )

    def cells(self) -> Iterator[list[Cell]]:
        """The cells, row by row."""
        rows: list[list[Cell]] = [[] for _ in range(self._height)]
        for row, column in self._begun():
            height, width = self._extent(row, column)
            left, right = self._columns[column] + 1, self._columns[column + width]
            inner = range(self._rows[row] + 1, self._rows[row + height])
            said = next((line for line in inner if self._lines[line][1][left:right].strip()), self._rows[row] + 1)
            start = self._lines[said][0]
            rows[row].append(Cell(start + left, start + right, header=row < self._head, rows=height, columns=width))
        return iter(rows)
