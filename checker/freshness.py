"""Judging a figure's age: the rules of the design, §8, first match wins. Pure; ``today`` is an argument.

Age is counted from the end of the period described, as statistical offices do (SDMX timeliness: the gap
between the end of the reference period and the release; Wikipedia's ``{{update after}}``: a year means
1 January of the next one). The lags are those of IMF's GDDS (2013, ch. 3): annual accounts come out six
to nine months after the year, monthly prices one to two months after the month.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from checker.dates import PartialDate, Precision, Span, add_months
from checker.model import DeclaredFigure, Figure, Freshness, FreshnessKind, Role, Tempo

DEFAULT_TEMPOS: Mapping[Precision, Tempo] = {
    Precision.YEAR: Tempo(Span(12), Span(9), Span(3)),
    Precision.RANGE: Tempo(Span(12), Span(9), Span(3)),
    Precision.QUARTER: Tempo(Span(3), Span(3), Span(1)),
    Precision.MONTH: Tempo(Span(1), Span(2), Span(1)),
    Precision.DAY: Tempo(Span(12), Span(3), Span(3)),
}
REVIEW_IN = Span(6)


class JudgedFigure(Struct, frozen=True):
    """One figure with its freshness."""

    figure: Figure
    freshness: Freshness


class Edition(Struct, frozen=True):
    """A member of a series: which figure, which period, the documents that quote it, when the period ends."""

    figure: str
    as_of: PartialDate
    documents: frozenset[str]
    year_end: tuple[int, int] | None = None

    @property
    def end(self) -> date:
        """The last day it describes."""
        return period_end(self.as_of, self.year_end)


def judge_all(
    figures: Sequence[Figure], today: date, tempos: Mapping[Precision, Tempo] = DEFAULT_TEMPOS
) -> list[JudgedFigure]:
    """Judge the age of every figure, each among the editions of its series."""
    series: dict[str, list[Edition]] = {}
    for figure in figures:
        name = figure.declared.series if figure.declared else None
        if name and figure.as_of:
            series.setdefault(name, []).append(
                Edition(
                    figure.id, figure.as_of, documents_of(figure), figure.declared.year_end if figure.declared else None
                )
            )
    return [
        JudgedFigure(
            figure,
            judge(
                figure,
                today,
                tempos,
                series.get(figure.declared.series or "", ()) if figure.declared else (),
            ),
        )
        for figure in figures
    ]


def judge(
    figure: Figure,
    today: date,
    tempos: Mapping[Precision, Tempo] = DEFAULT_TEMPOS,
    series: Collection[Edition] = (),
) -> Freshness:
    """Judge one figure as of ``today``; ``series`` holds the editions of the figure's own series."""
    declared = figure.declared
    if figure.role is not Role.CURRENT:
        return Freshness(FreshnessKind.FRESH, f"{_ROLE_WORDS[figure.role]}: it does not age")
    newer = _newer_edition(figure, series)
    if newer is not None:
        return Freshness(FreshnessKind.STALE, f"a newer edition is known: {newer.figure} ({newer.as_of})")
    if declared is not None and declared.update_after is not None and _reached(declared.update_after, today):
        return Freshness(FreshnessKind.STALE, f"update_after {declared.update_after} is reached")
    if figure.as_of is None:
        return Freshness(FreshnessKind.UNKNOWN, "no date is known for it")
    return _by_age(figure.as_of, declared, today, tempos)


_ROLE_WORDS = {Role.BASELINE: "a baseline for comparison", Role.ONE_OFF: "a single event"}


def _reached(moment: PartialDate, today: date) -> bool:
    """A day is reached on it; a longer period once it is over."""
    return today >= moment.last if moment.precision is Precision.DAY else today > moment.last


def _newer_edition(figure: Figure, series: Collection[Edition]) -> Edition | None:
    if figure.as_of is None:
        return None
    mine = documents_of(figure)
    end = period_end(figure.as_of, figure.declared.year_end if figure.declared else None)
    later = [
        edition
        for edition in series
        if edition.figure != figure.id and edition.end > end and not (mine & edition.documents)
    ]
    return max(later, key=lambda edition: edition.end, default=None)


def documents_of(figure: Figure) -> frozenset[str]:
    """The documents that quote a figure."""
    return frozenset(found.place.file for found in figure.found)


def _by_age(
    as_of: PartialDate,
    declared: DeclaredFigure | None,
    today: date,
    tempos: Mapping[Precision, Tempo],
) -> Freshness:
    tempo = _tempo(tempos[as_of.precision], declared)
    end = period_end(as_of, declared.year_end if declared else None)
    try:
        due = _last_day(end, tempo.cadence, tempo.lag)
        limit = _last_day(due, tempo.grace)
    except OverflowError:
        return Freshness(FreshnessKind.FRESH, "its next edition lies beyond the calendar")
    if declared is not None and declared.checked is not None and declared.checked >= due:
        until = (declared.review_in or REVIEW_IN).after(declared.checked)
        if today <= until:
            why = f"confirmed on {declared.checked}, to be looked at again after {until}"
            return Freshness(FreshnessKind.FRESH, why, due, limit)
    clause = f"{_ADJECTIVE[as_of.precision]} figure for {as_of}; the {_next(as_of, tempo.cadence)} one"
    if today <= due:
        return Freshness(FreshnessKind.FRESH, f"{clause} is due by {due}", due, limit)
    if today <= limit:
        return Freshness(FreshnessKind.DUE, f"{clause} was due by {due}, grace until {limit}", due, limit)
    return Freshness(FreshnessKind.STALE, f"{clause} was due by {due}", due, limit)


_ADJECTIVE = {
    Precision.YEAR: "yearly",
    Precision.RANGE: "multi-year",
    Precision.QUARTER: "quarterly",
    Precision.MONTH: "monthly",
    Precision.DAY: "dated",
}


def _next(as_of: PartialDate, cadence: Span) -> str:
    """What the next edition is called: the period one cadence later, where that is a whole one."""
    months = cadence.months
    whole = {Precision.YEAR: 12, Precision.QUARTER: 3, Precision.MONTH: 1}.get(as_of.precision)
    if whole is None or cadence.days or not months or months % whole:
        return "next"
    first = add_months(as_of.first, months)
    match as_of.precision:
        case Precision.YEAR:
            return f"{first.year:04d}"
        case Precision.QUARTER:
            return f"{first.year:04d}-Q{(first.month + 2) // 3}"
        case _:
            return f"{first.year:04d}-{first.month:02d}"


def period_end(as_of: PartialDate, year_end: tuple[int, int] | None) -> date:
    """The last day described; ``year_end`` (month, day) shifts a year to the fiscal year ending in it."""
    if year_end is None or as_of.precision is not Precision.YEAR:
        return as_of.last
    month, day = year_end
    return date(as_of.last.year, month, min(day, monthrange(as_of.last.year, month)[1]))


def _tempo(default: Tempo, declared: DeclaredFigure | None) -> Tempo:
    if declared is None:
        return default
    own = {name: value for name in ("cadence", "lag", "grace") if (value := getattr(declared, name)) is not None}
    return replace(default, **own)


def _last_day(end: date, *spans: Span) -> date:
    """The last day of the time that ``spans`` together last after ``end``.

    Counted from the next day in calendar months, all at once, so that a short month on the way costs
    nothing.

    Raises:
        OverflowError: it lies outside the calendar.
    """
    total = Span(sum(one.months for one in spans), sum(one.days for one in spans))
    return total.after(end + timedelta(1)) - timedelta(1)
