"""The age rules of the design, §8: every rule, and both sides of every boundary."""

from datetime import date

import article
import pytest
from builders import declared_figure, figure, found_figure

from checker import dates, readers
from checker.dates import Precision, Span
from checker.freshness import DEFAULT_TEMPOS, Edition, judge, judge_all, period_end
from checker.model import Document, FreshnessKind, Role, Tempo

FRESH, DUE, STALE, UNKNOWN = FreshnessKind


@pytest.mark.parametrize(
    ("as_of", "due", "limit"),
    [
        ("2017", date(2019, 9, 30), date(2019, 12, 31)),
        ("2018", date(2020, 9, 30), date(2020, 12, 31)),
        ("2015/2019", date(2021, 9, 30), date(2021, 12, 31)),
        ("2023-Q3", date(2024, 3, 31), date(2024, 4, 30)),
        ("2023-Q4", date(2024, 6, 30), date(2024, 7, 31)),
        ("2024-01", date(2024, 4, 30), date(2024, 5, 31)),
        ("2023-11", date(2024, 2, 29), date(2024, 3, 31)),
        ("2022-11", date(2023, 2, 28), date(2023, 3, 31)),
        ("2024-02-28", date(2025, 5, 28), date(2025, 8, 28)),
        ("2024-02-29", date(2025, 5, 31), date(2025, 8, 31)),
        ("2023-12-31", date(2025, 3, 31), date(2025, 6, 30)),
    ],
)
def test_each_precision_has_its_calendar(as_of: str, due: date, limit: date) -> None:
    """Fresh to the last day of cadence and lag, due to the last day of grace, stale from the next day."""
    one = figure(declared_figure(as_of=dates.parse(as_of)))
    day = date.resolution

    assert judge(one, due).kind is FRESH
    assert judge(one, due + day).kind is DUE
    assert judge(one, limit).kind is DUE
    assert judge(one, limit + day).kind is STALE
    assert judge(one, due).due == due


@pytest.mark.parametrize("as_of", ["2019", "2019-04", "2019-Q2", "2019-04-05", "2015/2019"])
def test_nothing_is_stale_on_the_day_it_was_written(as_of: str) -> None:
    """A figure is fresh during and right after the period it describes."""
    period = dates.parse(as_of)
    one = figure(declared_figure(as_of=period))

    assert judge(one, period.first).kind is FRESH
    assert judge(one, period.last).kind is FRESH
    assert judge(one, dates.add_months(period.last, 2)).kind is FRESH


@pytest.mark.parametrize("role", [Role.BASELINE, Role.ONE_OFF])
def test_history_does_not_age(role: Role) -> None:
    """Rule 1: baselines and single events stay fresh, whatever else is known."""
    old = declared_figure(as_of=dates.parse("1990"), role=role, update_after=dates.parse("1991"), series="s")
    newer = [Edition("other", dates.parse("2020"), frozenset())]

    assert judge(figure(old), date(2026, 1, 1), series=newer).kind is FRESH


def test_a_newer_edition_makes_stale() -> None:
    """Rule 2: a later period in the same series elsewhere supersedes at once."""
    one = figure(declared_figure("old", as_of=dates.parse("2024"), series="s"))
    verdict = judge(one, date(2025, 1, 1), series=[Edition("new", dates.parse("2025-Q1"), frozenset())])

    assert (verdict.kind, verdict.reason) == (STALE, "a newer edition is known: new (2025-Q1)")


@pytest.mark.parametrize(
    "edition",
    [
        Edition("other", dates.parse("2023"), frozenset({"b.md"})),
        Edition("other", dates.parse("2024"), frozenset({"b.md"})),
        Edition("other", dates.parse("2024-12-31"), frozenset({"b.md"})),
        Edition("other", dates.parse("2025"), frozenset({"a.md"})),
        Edition("f", dates.parse("2025"), frozenset()),
    ],
)
def test_what_supersedes_nothing(edition: Edition) -> None:
    """An equal or earlier period, the figure itself, or a text that quotes both does not make stale."""
    one = figure(declared_figure(as_of=dates.parse("2024"), series="s"), found_figure(file="a.md"))

    assert judge(one, date(2025, 6, 1), series=[edition]).kind is FRESH


@pytest.mark.parametrize(
    ("update_after", "last_day", "first_day"),
    [
        ("2020", date(2020, 12, 31), date(2021, 1, 1)),
        ("2020-06", date(2020, 6, 30), date(2020, 7, 1)),
        ("2020-02", date(2020, 2, 29), date(2020, 3, 1)),
        ("2020-Q2", date(2020, 6, 30), date(2020, 7, 1)),
        ("2020-06-15", date(2020, 6, 14), date(2020, 6, 15)),
    ],
)
def test_update_after(update_after: str, last_day: date, first_day: date) -> None:
    """Rule 3: a year means the next 1 January, a month the first of the next one, a day itself."""
    one = figure(
        declared_figure(as_of=dates.parse("2019-12"), cadence=Span(120), update_after=dates.parse(update_after))
    )

    assert judge(one, last_day).kind is FRESH
    assert judge(one, first_day).kind is STALE


def test_no_date_is_unknown() -> None:
    """Rule 4: without an as-of date nothing is claimed."""
    assert judge(figure(declared_figure()), date(2026, 1, 1)).kind is UNKNOWN
    assert judge(figure(None, found_figure()), date(2026, 1, 1)).kind is UNKNOWN


def test_update_after_speaks_before_no_date() -> None:
    """Rule 3 comes before rule 4: an undated figure can still be told when to be updated."""
    one = figure(declared_figure(update_after=dates.parse("2020")))

    assert judge(one, date(2020, 12, 31)).kind is UNKNOWN
    assert judge(one, date(2021, 1, 1)).kind is STALE


@pytest.mark.parametrize(
    ("checked", "today", "kind"),
    [
        (date(2019, 9, 30), date(2020, 3, 30), FRESH),
        (date(2019, 9, 30), date(2020, 3, 31), STALE),
        (date(2020, 5, 31), date(2020, 11, 30), FRESH),
        (date(2020, 5, 31), date(2020, 12, 1), STALE),
        (date(2019, 9, 29), date(2020, 1, 1), STALE),
        (date(2019, 9, 29), date(2019, 10, 1), DUE),
    ],
)
def test_a_confirmation_holds_for_six_months(checked: date, today: date, kind: FreshnessKind) -> None:
    """Rule 5: checked on or after the due date keeps fresh until checked + 6 months; before it, nothing."""
    one = figure(declared_figure(as_of=dates.parse("2017"), checked=checked))

    assert judge(one, today).kind is kind


def test_a_confirmation_can_hold_for_another_time() -> None:
    """review_in replaces the six months."""
    one = figure(declared_figure(as_of=dates.parse("2017"), checked=date(2020, 1, 1), review_in=Span(24)))

    assert judge(one, date(2022, 1, 1)).kind is FRESH
    assert judge(one, date(2022, 1, 2)).kind is STALE


def test_own_cadence_lag_and_grace() -> None:
    """What the entry says replaces the default of its precision, each by itself."""
    census = figure(declared_figure(as_of=dates.parse("2009"), cadence=Span(120), lag=Span(24), grace=Span(12)))

    assert judge(census, date(2021, 12, 31)).kind is FRESH
    assert judge(census, date(2022, 12, 31)).kind is DUE
    assert judge(census, date(2023, 1, 1)).kind is STALE


def test_defaults_of_the_repository() -> None:
    """The table of sources.yml replaces ours."""
    tempos = {**DEFAULT_TEMPOS, Precision.YEAR: Tempo(Span(12), Span(0), Span(0))}
    one = figure(declared_figure(as_of=dates.parse("2019")))

    assert judge(one, date(2020, 12, 31), tempos).kind is FRESH
    assert judge(one, date(2021, 1, 1), tempos).kind is STALE


@pytest.mark.parametrize(
    ("as_of", "year_end", "end"),
    [
        ("2019", (6, 30), date(2019, 6, 30)),
        ("2019", (2, 29), date(2019, 2, 28)),
        ("2020", (2, 29), date(2020, 2, 29)),
        ("2019", None, date(2019, 12, 31)),
        ("2019-04", (6, 30), date(2019, 4, 30)),
    ],
)
def test_fiscal_years(as_of: str, year_end: tuple[int, int] | None, end: date) -> None:
    """year_end shifts years, and only years, to the fiscal year that ends in them."""
    assert period_end(dates.parse(as_of), year_end) == end


def test_a_fiscal_year_is_due_earlier() -> None:
    """A year that ends in June is due nine months and a year after June."""
    one = figure(declared_figure(as_of=dates.parse("2019"), year_end=(6, 30)))

    assert judge(one, date(2021, 3, 31)).kind is FRESH
    assert judge(one, date(2021, 4, 1)).kind is DUE


def test_the_end_of_the_calendar_is_no_error() -> None:
    """A figure for the last years of the calendar is judged, not a crash."""
    assert judge(figure(declared_figure(as_of=dates.parse("9999"))), date(2026, 1, 1)).kind is FRESH


@pytest.mark.parametrize(
    ("as_of", "cadence", "words"),
    [
        ("2017", None, "yearly figure for 2017; the 2018 one was due by 2019-09-30"),
        ("2019", Span(60), "yearly figure for 2019; the 2024 one was due by 2025-09-30"),
        ("2023-Q3", None, "quarterly figure for 2023-Q3; the 2023-Q4 one was due by 2024-03-31"),
        ("2023-Q4", None, "quarterly figure for 2023-Q4; the 2024-Q1 one was due by 2024-06-30"),
        ("2023-12", None, "monthly figure for 2023-12; the 2024-01 one was due by 2024-03-31"),
        ("2015/2019", None, "multi-year figure for 2015/2019; the next one was due by 2021-09-30"),
        ("2019-04-05", None, "dated figure for 2019-04-05; the next one was due by 2020-07-05"),
        ("2019", Span(18), "yearly figure for 2019; the next one was due by 2022-03-31"),
    ],
)
def test_the_rule_in_words(as_of: str, cadence: Span | None, words: str) -> None:
    """The reason names the edition that is missing, where it has a name."""
    one = figure(declared_figure(as_of=dates.parse(as_of), cadence=cadence))

    assert judge(one, date(2030, 1, 1)).reason == words


def test_a_series_across_documents() -> None:
    """The later edition supersedes the earlier one of another document; in one document both may stand."""
    old, new = (
        figure(declared_figure(name, as_of=dates.parse(year), series="trade"), found_figure(file=file))
        for name, year, file in (("old", "2023", "a.md"), ("new", "2024", "b.md"))
    )
    same = figure(declared_figure("same", as_of=dates.parse("2022"), series="trade"), found_figure(file="b.md"))
    kinds = {one.figure.id: one.freshness.kind for one in judge_all([old, new, same], date(2024, 6, 1))}

    assert kinds == {"old": STALE, "new": FRESH, "same": STALE}
    assert [one.freshness.kind for one in judge_all([new, same], date(2023, 10, 1))] == [FRESH, FRESH]


def test_a_fiscal_year_supersedes_by_its_end() -> None:
    """The year 2024 that ends in June is not later than the calendar year 2024."""
    june = figure(declared_figure("june", as_of=dates.parse("2024"), series="s", year_end=(6, 30)))
    december = figure(declared_figure("december", as_of=dates.parse("2024"), series="s"))
    kinds = {one.figure.id: one.freshness.kind for one in judge_all([june, december], date(2025, 1, 1))}

    assert kinds == {"june": STALE, "december": FRESH}


PROSE = """In 2017 trade stood at $11 billion. Gas sales fell from 40 bcm in 2008 to zero by 2017. In 2018 remittances were
$10 billion, debt $4 billion, and nearly half of it was owed to one bank. They signed a $2 billion deal."""


@pytest.mark.parametrize(("today", "stale"), [(date(2019, 9, 15), 0), (date(2026, 11, 23), 5)])
def test_no_figure_is_stale_on_the_day_it_was_written(today: date, stale: int) -> None:
    """Prose of 2019 is fresh then; later its current figures are stale, its baseline and its event are not."""
    reading = readers.read(Document("a.txt", PROSE, "text"))
    judged = judge_all([figure(None, one) for one in reading.figures], today)

    assert len(judged) == 7
    assert sum(one.freshness.kind is STALE for one in judged) == stale


@pytest.mark.skipif(not article.PRESENT, reason="the labelled article is not beside this checkout")
@pytest.mark.parametrize(("today", "stale"), [(date(2019, 9, 15), 0), (date(2026, 11, 23), 11)])
def test_the_article_ages(today: date, stale: int) -> None:
    """Nothing stale on the day of its last access; eleven figures seven years later."""
    reading = readers.read(Document("article.txt", article.text(), "text"))
    judged = judge_all([figure(None, one) for one in reading.figures], today)

    assert len(judged) == 14
    assert sum(one.freshness.kind is STALE for one in judged) == stale
