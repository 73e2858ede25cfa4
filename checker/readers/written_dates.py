"""Dates as people write them, in six languages, with the precision they wrote. Pure and linear.

``dateutil`` reads "May 10,2019" as a day of the current year (dateutil#939) and ``dateparser`` fills in
what is missing from today, so neither is used. Ambiguous all-digit dates (03/04/2019) are no dates, unless
the language around them says that days go first.
"""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

from checker import dates
from checker.dates import PartialDate, Precision
from checker.patterns import regex
from checker.readers.months import MONTHS

_MONTH = "(" + "|".join(sorted((re.escape(name) for name in MONTHS), key=len, reverse=True)) + r")\b\.?"


def _month(name: str) -> str:
    return _MONTH.replace("(", f"(?P<{name}>", 1)


_FORMS = regex(
    r"(?<!\d)(?:"
    r"(?P<iso_y>\d{4})(?P<sep>[-/.])(?P<iso_m>\d{1,2})(?P=sep)(?P<iso_d>\d{1,2})(?![\d-])"
    r"|(?P<short_y>(?:1[5-9]|20)\d\d)-(?P<short_m>\d{2})(?![\d-])"
    r"|(?P<cjk>\d{4})\s?年(?:\s?(?P<cm>\d{1,2})\s?月(?:\s?(?P<cd>\d{1,2})\s?[日号號])?)?"
    rf"|(?P<ymd_y>(?:1[5-9]|20)\d\d),?\s{{1,2}}{_month('ymd_m')}(?:\s{{1,2}}(?P<ymd_d>\d{{1,2}}))?(?![\d–-])(?!,?\s?\d{{4}})"
    rf"|(?P<gost_y>(?:1[5-9]|20)\d\d)\.\s(?P<gost_d>\d{{1,2}})\s{_month('gost_m')}(?!\s?\d)"
    rf"|(?P<dmy_d>\d{{1,2}})(?:st|nd|rd|th|er|\.|º|ª)?[\s/-]{{0,2}}(?:de |of )?{_month('dmy_m')},?[\s/-]{{0,2}}(?:de |del )?(?P<dmy_y>\d{{4}})(?!\d)"
    rf"|\b{_month('mdy_m')}\s{{0,2}}(?P<mdy_d>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s{{0,2}}|\s{{1,2}}(?:de |del )?)(?P<mdy_y>\d{{4}})(?!\d)"
    rf"|(?<![/–—])(?<![^\W\d_]-)\b{_month('my_m')},?\s{{0,2}}(?:de |del |of )?(?P<my_y>\d{{4}})(?!\d)"
    r"|(?P<dots>\d{1,2}\.\s?\d{1,2}\.\s?\d{4})(?!\d)"
    r"|(?P<slash>\d{1,2}/\d{1,2}/\d{4})(?!\d)"
    r"|(?P<year>(?:1[5-9]|20)\d{2})(?![\d/]|[-–]\d)"
    r")",
    re.IGNORECASE,
)


_YEAR = regex(r"\d{4}")


class WrittenDate(Struct, frozen=True):
    """A date and the half-open span it was read from."""

    start: int
    end: int
    value: PartialDate


def find_dates(text: str, *, day_first: bool = False) -> list[WrittenDate]:
    """Every date in a text, in order; what is no day of the calendar is left out.

    ``day_first`` says that 03/04/2019 is the third of April.
    """
    found: list[WrittenDate] = []
    if not _YEAR.search(text):
        return found  # every form has a year of four digits; looking for the forms costs fifty times as much
    for match in _FORMS.finditer(text):
        value = _read(match, day_first=day_first)
        if value is not None:
            found.append(WrittenDate(match.start(), match.end(), value))
    return found


def _read(match: re.Match[str], *, day_first: bool) -> PartialDate | None:
    try:
        return _value(match, day_first=day_first)
    except ValueError:
        return None


def _value(match: re.Match[str], *, day_first: bool) -> PartialDate | None:
    group = match.groupdict()
    if group["iso_y"]:
        return _partial(int(group["iso_y"]), group["iso_m"], group["iso_d"])
    if group["short_y"]:
        return _short(group["short_y"], group["short_m"])
    if group["cjk"]:
        return _partial(int(group["cjk"]), group["cm"], group["cd"])
    for form in ("ymd", "gost", "dmy", "mdy", "my"):
        if group[f"{form}_y"]:
            return _partial(int(group[f"{form}_y"]), MONTHS[group[f"{form}_m"].lower()], group.get(f"{form}_d"))
    if group["dots"]:
        day, month, year = (int(part) for part in group["dots"].split("."))
        return dates.day(date(year, month, day))
    if group["slash"]:
        one, other, year = (int(part) for part in group["slash"].split("/"))
        return _partial(year, str(other), str(one)) if day_first and other <= 12 else _slashed(one, other, year)
    return dates.year(int(group["year"]))


def _short(year: str, month: str) -> PartialDate | None:
    """``2019-04`` is a month; ``2010-11``, two years in a row, is neither."""
    if not 1 <= int(month) <= 12 or int(month) == int(year[2:]) + 1:
        return None
    return dates.month(int(year), int(month))


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
