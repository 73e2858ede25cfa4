"""Dates as people write them, in six languages, with the precision they wrote. Pure and linear.

``dateutil`` reads "May 10,2019" as a day of the current year (dateutil#939) and ``dateparser`` fills in
what is missing from today, so neither is used. Ambiguous all-digit dates (03/04/2019) are no dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from checker import dates
from checker.dates import PartialDate, Precision
from checker.readers.months import MONTHS

_MONTH = "(" + "|".join(sorted((re.escape(name) for name in MONTHS), key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(\d{4})(?!\d)"
_FORMS = re.compile(
    r"(?<!\d)(?:"
    rf"(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})(?![\d-])"
    rf"|(?P<cjk>\d{{4}})\s?年(?:\s?(?P<cm>\d{{1,2}})\s?月(?:\s?(?P<cd>\d{{1,2}})\s?[日号號])?)?"
    rf"|(?P<dmy_d>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?\s{{0,2}}(?:de |of )?{_MONTH.replace('(', '(?P<dmy_m>', 1)},?\s{{0,2}}(?:de |del )?(?P<dmy_y>\d{{4}})(?!\d)"
    rf"|\b{_MONTH.replace('(', '(?P<mdy_m>', 1)}\s{{0,2}}(?P<mdy_d>\d{{1,2}})(?:st|nd|rd|th)?,\s{{0,2}}(?P<mdy_y>\d{{4}})(?!\d)"
    rf"|\b{_MONTH.replace('(', '(?P<my_m>', 1)},?\s{{0,2}}(?:de |of )?(?P<my_y>\d{{4}})(?!\d)"
    rf"|(?P<dots>\d{{1,2}}\.\s?\d{{1,2}}\.\s?\d{{4}})(?!\d)"
    rf"|(?P<slash>\d{{1,2}}/\d{{1,2}}/\d{{4}})(?!\d)"
    rf"|(?P<year>(?:1[5-9]|20)\d{{2}})(?![\d/]|-\d)"
    r")",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date and the half-open span it was read from."""

    start: int
    end: int
    value: PartialDate


def find_dates(text: str) -> list[WrittenDate]:
    """Every date in a text, in order; what is no day of the calendar is left out."""
    found = []
    for match in _FORMS.finditer(text):
        value = _read(match)
        if value is not None:
            found.append(WrittenDate(match.start(), match.end(), value))
    return found


def _read(match: re.Match[str]) -> PartialDate | None:
    try:
        return _value(match)
    except ValueError:
        return None


def _value(match: re.Match[str]) -> PartialDate | None:
    group = match.groupdict()
    if group["iso"]:
        return dates.parse(group["iso"])
    if group["cjk"]:
        return _partial(int(group["cjk"]), group["cm"], group["cd"])
    for form in ("dmy", "mdy", "my"):
        if group[f"{form}_y"]:
            return _partial(int(group[f"{form}_y"]), MONTHS[group[f"{form}_m"].lower()], group.get(f"{form}_d"))
    if group["dots"]:
        day, month, year = (int(part) for part in group["dots"].split("."))
        return dates.day(date(year, month, day))
    if group["slash"]:
        return _slashed(*(int(part) for part in group["slash"].split("/")))
    return dates.year(int(group["year"]))


def _partial(year: int, month: str | int | None, day: str | None) -> PartialDate:
    if day:
        return dates.day(date(year, int(month or 0), int(day)))
    return dates.month(year, int(month)) if month else dates.year(year)


def _slashed(one: int, other: int, year: int) -> PartialDate | None:
    """Day and month by position only where one of them can be no month, or both are the same."""
    if one > 12 or one == other:
        return dates.day(date(year, other, one))
    return dates.day(date(year, one, other)) if other > 12 else None


_RANK = {Precision.DAY: 0, Precision.MONTH: 1, Precision.QUARTER: 2, Precision.YEAR: 3, Precision.RANGE: 4}


def most_exact(found: list[WrittenDate]) -> WrittenDate | None:
    """The most exact of some dates, the first of equals."""
    return min(found, key=lambda one: _RANK[one.value.precision], default=None)
