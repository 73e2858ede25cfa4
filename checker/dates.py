"""Partial dates: a period as exactly as somebody knew it, and calendar arithmetic on it.

Forms (ISO 8601, with the quarters and open day parts of EDTF level 0 as people write them):
``2019``, ``2019-04``, ``2019-04-05``, ``2019-Q3`` and ``2015/2019`` (any two of the former).
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from checker.patterns import regex

_PART = regex(r"(\d{4})(?:-(?:Q([1-4])|(\d{2})(?:-(\d{2}))?))?", re.ASCII)
_SPAN = regex(r"(\d{1,4}) *(day|week|month|quarter|year)s?", re.ASCII)
_MONTHS_PER = {"month": 1, "quarter": 3, "year": 12}


class Precision(StrEnum):
    """How exactly a date is known."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    DAY = "day"
    RANGE = "range"


class PartialDate(Struct, frozen=True):
    """The period from ``first`` to ``last``, both days included; ``text`` is its normal ISO form."""

    first: date
    last: date
    precision: Precision
    text: str

    def __str__(self) -> str:
        return self.text


def year(value: int) -> PartialDate:
    """The calendar year ``value``."""
    return PartialDate(date(value, 1, 1), date(value, 12, 31), Precision.YEAR, f"{value:04d}")


def quarter(of_year: int, number: int) -> PartialDate:
    """Calendar quarter ``number`` (1-4) of a year."""
    first = date(of_year, 3 * number - 2, 1)
    text = f"{of_year:04d}-Q{number}"
    return PartialDate(first, add_months(first, 3) - timedelta(1), Precision.QUARTER, text)


def month(of_year: int, number: int) -> PartialDate:
    """Month ``number`` (1-12) of a year."""
    first = date(of_year, number, 1)
    text = f"{of_year:04d}-{number:02d}"
    return PartialDate(first, add_months(first, 1) - timedelta(1), Precision.MONTH, text)


def day(value: date) -> PartialDate:
    """One day."""
    return PartialDate(value, value, Precision.DAY, value.isoformat())


def span(first: PartialDate, last: PartialDate) -> PartialDate:
    """The range from the start of ``first`` to the end of ``last``.

    Raises:
        ValueError: the range would end before it starts.
    """
    if last.last < first.first:
        raise ValueError(f"the range {first}/{last} ends before it starts")
    return PartialDate(first.first, last.last, Precision.RANGE, f"{first}/{last}")


def parse(text: str) -> PartialDate:
    """Read one of the forms of this module.

    Raises:
        ValueError: not a date, or a day that does not exist; the message says which.
    """
    start, slash, end = text.strip().partition("/")
    matches = [_PART.fullmatch(part) for part in ((start, end) if slash else (start,))]
    parts = [_part(match) for match in matches if match is not None]
    if len(parts) < len(matches):
        raise ValueError(f"'{text}' is not a date; write 2019, 2019-04, 2019-04-05, 2019-Q3 or 2015/2019")
    return span(*parts) if slash else parts[0]


def parse_or_none(text: str) -> PartialDate | None:
    """Like :func:`parse`, with None for what is not a date."""
    try:
        return parse(text)
    except ValueError:
        return None


def _part(match: re.Match[str]) -> PartialDate:
    year_text, quarter_text, month_text, day_text = match.groups()
    try:
        if quarter_text:
            return quarter(int(year_text), int(quarter_text))
        if day_text:
            return day(date(int(year_text), int(month_text), int(day_text)))
        if month_text:
            return month(int(year_text), int(month_text))
        return year(int(year_text))
    except ValueError as error:
        raise ValueError(f"'{match[0]}' is not a day of the calendar") from error


def add_months(value: date, months: int) -> date:
    """The same day ``months`` calendar months later, or the month's last day where it is shorter.

    Raises:
        OverflowError: the result lies outside the years 1 to 9999.
    """
    total = value.year * 12 + value.month - 1 + months
    to_year, to_month = divmod(total, 12)
    if not 1 <= to_year <= 9999:
        raise OverflowError(f"{value} plus {months} months leaves the calendar")
    last_day = calendar.monthrange(to_year, to_month + 1)[1]
    return date(to_year, to_month + 1, min(value.day, last_day))


class Span(Struct, frozen=True):
    """A length of calendar time: months and days, added in this order."""

    months: int = 0
    days: int = 0

    def after(self, value: date) -> date:
        """The day this long after ``value``."""
        return add_months(value, self.months) + timedelta(self.days)

    def __str__(self) -> str:
        number, unit = (self.months, "month") if self.months else (self.days, "day")
        if self.months and self.months % 12 == 0:
            number, unit = self.months // 12, "year"
        return f"{number} {unit}{'' if number == 1 else 's'}"


def parse_span(text: str) -> Span:
    """Read ``9 months``, ``1 year``, ``2 quarters``, ``10 days`` or ``2 weeks``.

    Raises:
        ValueError: not such a length.
    """
    match = _SPAN.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"'{text}' is not a length of time; write 9 months, 1 year or 10 days")
    number, unit = int(match[1]), match[2]
    if unit in _MONTHS_PER:
        return Span(months=number * _MONTHS_PER[unit])
    return Span(days=number * (7 if unit == "week" else 1))
