"""The three charts of the page: verdicts over the last runs, sources by age, figures on a time line.

Each is inline SVG drawn from the report alone, with a sentence and a table that say the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise

from markupsafe import Markup
from msgspec import Struct

from checker.outputs.buckets import is_gone
from checker.outputs.drawing import RUNS, proven_from
from checker.outputs.plain import plain
from checker.outputs.words import Words
from checker.report import Report, ReportFigure, ReportSource

WIDTH = 280
MOST_FIGURES = 24
_KINDS = ("gone", "failing", "blocked", "fine")
_FAILING = ("dead", "broken", "unreachable", "unsafe", "invalid")


class Chart(Struct, frozen=True):
    """A drawing with its name, what it says in one sentence, and the same as a table."""

    name: str
    title: str
    words: str
    drawing: Markup
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    legend: tuple[tuple[str, str], ...] = ()


def charts(report: Report, words: Words) -> list[Chart]:
    """Those there is something to show for."""
    drawn = (_runs(report, words), _ages(report, words), _time_line(report, words))
    return [chart for chart in drawn if chart is not None]


def _runs(report: Report, words: Words) -> Chart | None:
    """Stacked columns, one a run, of what was not fine."""
    counted = _by_run(report.sources)
    days = sorted(counted)[-RUNS:]
    if len(days) < 2:
        return None
    shown = _KINDS[:3]
    most = max(sum(counted[day][kind] for kind in shown) for day in days) or 1
    latest = counted[days[-1]]
    said = words(
        "chart.runs_words",
        first=words.day(days[0]),
        last=words.day(days[-1]),
        total=words("sources", n=latest.total()),
        latest=_listed(latest, shown, words),
    )
    return Chart(
        name="runs",
        title=words("chart.runs"),
        words=said,
        drawing=_columns([(words.day_short(day), counted[day]) for day in days], shown, most, 8),
        head=(words("chart.day"), *(words(f"chart.legend.{kind}") for kind in _KINDS)),
        rows=tuple((words.day(day), *(str(counted[day][kind]) for kind in _KINDS)) for day in days),
        legend=tuple((kind, words(f"chart.legend.{kind}")) for kind in shown),
    )


def _by_run(sources: Iterable[ReportSource]) -> dict[str, Counter[str]]:
    """How many sources were in which state, by the moment of the run. Red only from the day it was proven."""
    counted: dict[str, Counter[str]] = {}
    for source in sources:
        proven = proven_from(source.history)
        for run in source.history:
            gone = run.verdict == "dead" and proven is not None and run.at >= proven
            counted.setdefault(run.at, Counter())["gone" if gone else _kind(run.verdict)] += 1
    return counted


def _kind(verdict: str) -> str:
    if verdict in _FAILING:
        return "failing"
    return "blocked" if verdict == "blocked" else "fine"


def _ages(report: Report, words: Words) -> Chart | None:
    """Columns by the year of publication: what is gone is mostly old."""
    counted: dict[str, Counter[str]] = {}
    for source in report.sources:
        year = _year(source)
        if year is not None:
            counted.setdefault(year, Counter())["gone" if is_gone(source) else _kind(source.verdict)] += 1
    if len(counted) < 2:
        return None
    years = [str(year) for year in range(int(min(counted)), int(max(counted)) + 1)][-40:]
    most = max(number.total() for number in counted.values())
    total: Counter[str] = sum((counted.get(year, Counter()) for year in years), Counter())
    gone = total["gone"] + total["failing"]
    said = words("chart.ages_words", first=years[0], last=years[-1], gone=words.number(gone),
                 rest=_listed(total, ("blocked", "fine"), words))  # fmt: skip
    return Chart(
        name="ages",
        title=words("chart.ages"),
        words=said,
        drawing=_columns([(year, counted.get(year, Counter())) for year in years], _KINDS, most, len(years)),
        head=(words("chart.year"), *(words(f"chart.legend.{kind}") for kind in _KINDS)),
        rows=tuple((year, *(str(counted[year][kind]) for kind in _KINDS)) for year in years if year in counted),
        legend=tuple((kind, words(f"chart.legend.{kind}")) for kind in _KINDS),
    )


def _year(source: ReportSource) -> str | None:
    found = (one.published[:4] for one in source.citations if one.published)
    year = next((year for year in found if year.isascii() and year.isdigit()), None)
    return year if year is not None and 1900 <= int(year) <= 2200 else None


def _listed(counts: Mapping[str, int], kinds: Sequence[str], words: Words) -> str:
    return ", ".join(words(f"chart.{kind}", n=counts[kind]) for kind in kinds)


def _columns(columns: Sequence[tuple[str, Counter[str]]], kinds: Sequence[str], most: int, room: int) -> Markup:
    """Stacked columns with the first and last label below, the greatest number on the axis."""
    step = (WIDTH - 24) / max(room, len(columns))
    width = min(step - 2, 22)
    height = 84
    bars: list[Markup] = []
    for index, (_, counts) in enumerate(columns):
        top = float(height)
        for kind in kinds:
            if not counts[kind]:
                continue
            tall = (height - 10) * counts[kind] / most
            top -= tall
            bar = Markup('<rect class="c-{kind}" x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}"/>')
            bars.append(bar.format(kind=kind, x=24 + index * step, y=top, w=width, h=max(tall - 0.6, 0.6)))
    last = 24 + (len(columns) - 1) * step + width
    axis = Markup(
        '<path class="axis" d="M24 {h}.5H{w}M24 10.5H{w}"/>'
        '<text class="num" x="18" y="14" text-anchor="end">{most}</text>'
        '<text class="num" x="18" y="{h}" text-anchor="end">0</text>'
        '<text x="24" y="{below}">{first}</text>'
    ).format(h=height, w=WIDTH, most=most, below=height + 15, first=columns[0][0])
    end = Markup('<text x="{x:.1f}" y="{y}" text-anchor="end">{label}</text>').format(
        x=max(last, 100), y=height + 15, label=columns[-1][0]
    )
    return _svg(height + 20, axis + Markup("").join(bars) + end)


def _time_line(report: Report, words: Words) -> Chart | None:
    """One line a figure, from the end of the period it describes to today, with the day it fell due."""
    dated = [
        one
        for one in report.figures
        if one.origin == "declared" and one.period_end and one.role == "current" and one.period_end < report.run.today
    ]
    if not dated:
        return None
    dated.sort(key=lambda one: (one.period_end or "", one.id))
    shown = dated[:MOST_FIGURES]
    overdue = sum(one.freshness == "stale" for one in dated)
    said = words(
        "chart.figures_words",
        overdue=words("chart.overdue", n=overdue),
        fresh=words("chart.not_overdue", n=len(dated) - overdue),
    )
    if len(shown) < len(dated):
        said += " " + words("chart.some_left_out", shown=len(shown), all=len(dated))
    return Chart(
        name="figures",
        title=words("chart.figures"),
        words=said,
        drawing=_lines(shown, report.run.today),
        head=tuple(words(f"chart.{name}") for name in ("figure", "describes", "due", "state")),
        rows=tuple(
            (plain(one.text, 40), one.as_of or "", words.day(one.due or ""), words.code(one.freshness).label)
            for one in shown
        ),
    )


def _lines(figures: Sequence[ReportFigure], today: str) -> Markup:
    first = date.fromisoformat(f"{(figures[0].period_end or today)[:4]}-01-01")
    last = date.fromisoformat(today)
    left, right, step = 104, WIDTH - 8, 17
    bottom = len(figures) * step + 6

    def x(day: str) -> float:
        whole = max((last - first).days, 1)
        return left + (right - left) * min(max((date.fromisoformat(day) - first).days, 0), whole) / whole

    parts = [_scale(first, last, x, bottom)]
    for index, one in enumerate(figures):
        y = index * step + 12
        start = x(one.period_end or today)
        due = x(one.due) if one.due and one.due < today else right
        line = Markup(
            '<text x="{label}" y="{ty}" text-anchor="end">{text}</text>'
            '<path class="t-in" d="M{a:.1f} {y}H{d:.1f}"/><path class="t-over" d="M{d:.1f} {y}H{end}"/>'
            '<circle class="t-dot" cx="{a:.1f}" cy="{y}" r="3"/>'
        )
        parts.append(line.format(label=left - 10, ty=y + 4, text=plain(one.text, 16), a=start, d=due, y=y, end=right))
        if one.due and one.due < today:
            tick = Markup('<rect class="tick" x="{x:.1f}" y="{y}" width="1.5" height="9"/>')
            parts.append(tick.format(x=due - 0.75, y=y - 4.5))
    return _svg(bottom + 18, Markup("").join(parts))


def _scale(first: date, last: date, x: Callable[[str], float], bottom: int) -> Markup:
    """The years under the lines, at most five of them named."""
    every = max((last.year - first.year) // 4, 1)
    years = list(range(first.year, last.year + 1, every))
    marks = [x(f"{year}-01-01") for year in years]
    crowded = any(later - earlier < 30 for earlier, later in pairwise(marks))
    named = zip(years[:: 2 if crowded else 1], marks[:: 2 if crowded else 1], strict=True)
    return Markup("").join(
        Markup(
            '<path class="axis" d="M{x:.1f} 2V{y}"/>'
            '<text class="num" x="{x:.1f}" y="{t}" text-anchor="middle">{year}</text>'
        ).format(x=mark, y=bottom, t=bottom + 14, year=year)
        for year, mark in named
    )


def _svg(height: int, parts: Markup) -> Markup:
    return Markup('<svg width="{w}" height="{h}" viewBox="0 0 {w} {h}" aria-hidden="true">{parts}</svg>').format(
        w=WIDTH, h=height, parts=parts
    )
