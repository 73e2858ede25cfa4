"""The line right above a table that says only in what its cells are told. Pure."""

from __future__ import annotations

from msgspec import Struct

from checker.figures.grammar import grammar
from checker.figures.header_units import Unit
from checker.figures.languages import language_of
from checker.figures.unit_lines import LONGEST, unit_of_line
from checker.patterns import regex
from checker.readers.grids import Grid

_REACH = 400
_OPENS_TABLE = regex(r"\s*(?:\{\||\|\+|\|===|\[(?:cols|options|%|width|\.)|:?[-=|+: ]*$|<)")
"""Lines of markup that begin a table."""


class UnitNote(Struct, frozen=True):
    """Such a line: its half-open span in the text, and the unit that it names."""

    start: int
    end: int
    unit: Unit


def unit_note(text: str, grid: Grid, code: str) -> UnitNote | None:
    """The line above a table, if it names only a unit."""
    first = next((row[0].start for row in grid.rows if row and not row[0].label), 0)
    code = language_of(text[max(0, first - _REACH) : first + _REACH], code)
    if grid.caption != (0, 0) and (unit := unit_of_line(text[slice(*grid.caption)][: 2 * LONGEST], grammar(code))):
        return UnitNote(*grid.caption, unit)
    if grid.caption != (0, 0):
        first = min(first, grid.caption[0])
    end = text.rfind("\n", 0, first)
    floor = max(0, first - _REACH)
    while end > floor:
        start = text.rfind("\n", floor, end) + 1 or floor
        line = text[start:end]
        if line.strip() and not _OPENS_TABLE.match(line):
            unit = unit_of_line(line, grammar(code)) if end - start <= LONGEST else None
            return UnitNote(start, end, unit) if unit is not None else None
        end = start - 1
    return None
