"""Partial dates and calendar arithmetic."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import dates
from checker.dates import Precision, Span


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2019", date(2019, 1, 1), date(2019, 12, 31), Precision.YEAR),
        ("2019-04", date(2019, 4, 1), date(2019, 4, 30), Precision.MONTH),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), Precision.MONTH),
        ("2019-12", date(2019, 12, 1), date(2019, 12, 31), Precision.MONTH),
        ("2019-Q3", date(2019, 7, 1), date(2019, 9, 30), Precision.QUARTER),
        ("2019-Q4", date(2019, 10, 1), date(2019, 12, 31), Precision.QUARTER),
        ("2019-04-05", date(2019, 4, 5), date(2019, 4, 5), Precision.DAY),
        ("2015/2019", date(2015, 1, 1), date(2019, 12, 31), Precision.RANGE),
        ("2018-06/2019-03", date(2018, 6, 1), date(2019, 3, 31), Precision.RANGE),
    ],
)
def test_each_form_covers_its_period(text: str, first: date, last: date, precision: Precision) -> None:
    """A partial date knows its first and last day and how exact it is, and prints as it was written."""
    parsed = dates.parse(text)

    assert (parsed.first, parsed.last, parsed.precision, str(parsed)) == (first, last, precision, text)


@pytest.mark.parametrize(
    "text",
    ["", "19", "2019-13", "2019-02-30", "2019-Q5", "2019-4-5", "04/05/2019", "2019/2015", "soon", "2019-04-05T10",
     "٢٠١٩", "0000", "2019-", "/2019", "2019/", "2019/2020/2021"],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    """Nothing is guessed: an impossible or unclear date is an error that quotes it."""
    with pytest.raises(ValueError, match=r"date|calendar|ends before"):
        dates.parse(text)

    assert dates.parse_or_none(text) is None


@given(st.dates())
def test_every_day_survives_a_round_trip(value: date) -> None:
    """Writing a day and reading it gives the same day."""
    assert dates.parse(str(dates.day(value))) == dates.day(value)


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (date(2019, 1, 31), 1, date(2019, 2, 28)),
        (date(2020, 1, 31), 1, date(2020, 2, 29)),
        (date(2019, 12, 1), 1, date(2020, 1, 1)),
        (date(2019, 3, 31), 12, date(2020, 3, 31)),
        (date(2020, 2, 29), 12, date(2021, 2, 28)),
        (date(2019, 5, 15), 0, date(2019, 5, 15)),
    ],
)
def test_months_are_calendar_months(start: date, months: int, expected: date) -> None:
    """Adding months keeps the day, or takes the last one of a shorter month."""
    assert dates.add_months(start, months) == expected


def test_the_calendar_ends() -> None:
    """A sum beyond year 9999 is an error, not a wrong date."""
    with pytest.raises(OverflowError):
        dates.add_months(date(9999, 12, 1), 1)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("9 months", Span(9)),
        ("1 year", Span(12)),
        ("2 quarters", Span(6)),
        ("10 days", Span(0, 10)),
        ("2 weeks", Span(0, 14)),
    ],
)
def test_lengths_of_time(text: str, span: Span) -> None:
    """Lengths are read in the units people plan in."""
    assert dates.parse_span(text) == span


@pytest.mark.parametrize("text", ["", "9", "months", "-1 month", "9 moons", "1.5 years", "99999 days"])
def test_what_is_no_length_is_refused(text: str) -> None:
    """A length without number or unit is an error that shows how to write one."""
    with pytest.raises(ValueError, match="write 9 months"):
        dates.parse_span(text)
