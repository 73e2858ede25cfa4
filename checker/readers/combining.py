"""What all the headers of a cell say together: the nearer to the cell, the more it counts. Pure.

The unit is that of the cell itself; else that of its row label, of its column header (of several the lowest), of
the cell of a unit column in its row; else one that is meant for the whole table: that of a heading row above,
of the corner, of the caption. Two rules come before: a share is a share, whatever money its row or column is in,
and the unit of a whole table is not meant where a row or column names a measure of its own (staff, members); columns of notes, ranks and changes take no unit from elsewhere, nor do those that compare two times.

The date is the cell's own; else that which its row and its column name; where both name one and neither lies
within the other, none. A quarter or month without its year is one of the year that the other, or the table, names.
Only where neither speaks of time do heading row, corner and caption date a cell; where any of these is not
understood, nothing farther away does.

What is counted is the column's, the row's, the heading row's, the caption's; words that name no thing (value,
total, census) come last.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from checker.figures.header_dates import Timed, within
from checker.figures.header_units import Unit
from checker.figures.periods import Period
from checker.readers.cells import Said
from checker.readers.headers import Header, counted

_LEAST_LABEL = 3


class Heads(Struct, frozen=True):
    """The headers of a cell: ``row`` and ``column`` the nearest first, then what is meant for the whole table."""

    row: Sequence[Header] = ()
    column: Sequence[Header] = ()
    unit_column: Header | None = None
    table: Sequence[Header] = ()
    beside: Period | None = None
    """The time of the columns that a column of changes goes with."""


def said(heads: Heads, code: str) -> Said:
    """What the headers of a cell say together."""
    nearest = heads.column[0] if heads.column else Header()
    if nearest.unit is None and (nearest.no_count or nearest.time.compares):
        return Said(heads.beside, guessed=True) if heads.beside is not None else Said()
    unit = _unit(heads)
    noun = _noun(heads, code)
    row, column = _axis(heads.row), _axis(heads.column)
    if heads.beside is not None and not row.speaks and not column.speaks:
        return Said(heads.beside, unit, noun, values=True, guessed=True)
    period = _period(row, column, [one.time for one in heads.table])
    named = any(one.means_time for one in (*heads.row, *heads.column))
    near = any(one.unit for one in _near(heads)) or column.period is not None or row.period is not None
    return Said(period, unit, noun, values=near and not named and (unit is not None or bool(noun)))


def _near(heads: Heads) -> list[Header]:
    named = [one for one in heads.row if one.unit][:1] + [one for one in heads.column if one.unit][:1]
    return named + ([heads.unit_column] if heads.unit_column else [])


def _unit(heads: Heads) -> Unit | None:
    near = _near(heads)
    units = [one.unit for one in near if one.unit]
    share = next((unit for unit in units if unit[1] == "%"), None)
    if share is not None:
        return share
    labels = [*heads.row, *heads.column]
    if not near and not any(one.own_measure for one in labels):
        units = [one.unit for one in heads.table if one.unit]
    elif units and not units[0][1]:
        units += [one.unit for one in heads.table if one.unit]
    if not units:
        return None
    if units[0][1]:
        return units[0]
    of_one = next((unit for unit in units[1:] if unit[1] and unit[0] == 1), None)
    return (units[0][0], of_one[1]) if of_one else units[0]


def _noun(heads: Heads, code: str) -> str:
    if any(one.no_count for one in (*heads.row, *heads.column)):
        return ""
    columns = [one for one in heads.column if len(one.label) >= _LEAST_LABEL or one.label[:1] >= "\u3000"]
    nearest = heads.column[0] if heads.column else Header()
    if nearest not in columns and nearest.words and nearest.unit is None and not nearest.time.speaks:
        return ""  # a letter or two over a column of results
    named = any(one.heads_names for one in heads.table)  # the rows are places: what is counted there the title says
    about = [one for one in heads.table[-1:] if not one.general]
    order = (*columns, *about, *heads.row, *heads.table) if named else (*columns, *heads.row, *heads.table)
    listed = [one for one in order if one.label and not one.means_time]
    told = heads.unit_column
    if told is not None and told.unit is None and told.words and not told.general:
        return told.words.lower() if code != "de" else told.words
    best = next((one for one in listed if not one.general), None) or next(iter(listed), None)
    return counted(best, code) if best else ""


def _axis(headers: Sequence[Header]) -> Timed:
    """The time that a row or column names: a part of a year in one of its headers is one of the year in another."""
    times = [one.time for one in headers if one.time.speaks]
    if not times:
        return Timed()
    period = next((one.period for one in times if one.period), None)
    part = next((one.part for one in times if one.part), None)
    if times[0].unclear:
        return times[0]
    if period is not None and part is not None:
        return _joined(period, part)
    return times[0]


def _joined(period: Period, part: tuple[int, int]) -> Timed:
    value = within(part, period.value)
    return Timed(replace(period, value=value)) if value is not None else Timed(unclear=True)


def _period(row: Timed, column: Timed, table: Sequence[Timed]) -> Period | None:
    speaking = [one for one in (row, column) if one.speaks]
    if any(one.unclear for one in speaking):
        return None
    periods = [one.period for one in speaking if one.period]
    parts = [one.part for one in speaking if one.part]
    if len(parts) > 1 or len(periods) > 1:
        return _inner(periods) if not parts else None
    farther = next((one for one in table if one.speaks), Timed())
    if parts:
        year = periods[0] if periods else farther.period
        return _joined(year, parts[0]).period if year else None
    return periods[0] if periods else farther.period


def _inner(periods: Sequence[Period]) -> Period | None:
    """The one of two periods that lies within the other."""
    one, other = sorted(periods, key=lambda period: period.value.last - period.value.first)
    return one if other.value.first <= one.value.first and one.value.last <= other.value.last else None
