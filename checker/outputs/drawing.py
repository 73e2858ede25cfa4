"""Small drawings inside cards, as inline SVG: past runs, the age of a figure. Each says in words what it shows.

Colours are classes of the style sheet; shapes carry the meaning too: the worse a run, the taller its bar,
and what the age bar shows stands beside it in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from markupsafe import Markup

from checker.outputs.words import Words
from checker.report import PastVerdict, ReportFigure, ReportSource
from checker.strikes import SPAN, STRIKES

RUNS = 12
_STEP = 9
_HEIGHTS = {"ok": 4, "moved": 4, "skipped": 2, "blocked": 8, "unreachable": 10, "broken": 12, "dead": 14, "unsafe": 14}
_LENGTH = 300


def history_strip(source: ReportSource, words: Words) -> Markup:
    """One bar a run, oldest first; higher is worse. Empty where there was one run only."""
    shown = source.history[-RUNS:]
    if len(shown) < 2:
        return Markup("")
    proven = proven_from(source.history)
    bars: dict[str, str] = {}
    for index, run in enumerate(shown):
        gone = proven is not None and run.at >= proven and run.verdict == "dead"
        height = _HEIGHTS.get(run.verdict, 2)
        bars.setdefault("gone" if gone else f"was-{run.verdict}", "")
        bars["gone" if gone else f"was-{run.verdict}"] += f"M{index * _STEP} {16 - height}h6v{height}h-6z"
    paths = Markup("").join(Markup('<path class="{}" d="{}"/>').format(kind, path) for kind, path in bars.items())
    past = "; ".join(_spans(shown, words))
    return Markup(
        '<svg class="strip" role="img" viewBox="0 0 {w} 16" width="{w}" height="16"><title>{words}</title>{paths}</svg>'
    ).format(w=len(shown) * _STEP, words=words("chart.past_runs", words=past), paths=paths)


def _spans(runs: Sequence[PastVerdict], words: Words) -> Iterator[str]:
    """Runs with the same verdict told together."""
    for verdict, group in groupby(runs, key=lambda run: run.verdict):
        days = [words.day(run.at) for run in group]
        said = words(f"verdict.{verdict}")
        if len(days) == 1:
            yield words("chart.run_words", day=days[0], verdict=said)
        else:
            yield words("chart.runs_words_alike", first=days[0], last=days[-1], n=len(days), verdict=said)


def proven_from(history: Sequence[PastVerdict]) -> str | None:
    """The moment of the run with which the present streak of ``dead`` became proof, if it did."""
    streak: list[str] = []
    for run in history:
        if run.verdict in ("ok", "moved"):
            streak = []
        elif run.verdict == "dead":
            streak.append(run.at)
    first = streak[0] if streak else ""
    late = (at for at in streak[STRIKES - 1 :] if date.fromisoformat(at[:10]) - date.fromisoformat(first[:10]) >= SPAN)
    return next(late, None)


def age_bar(figure: ReportFigure, today: str, words: Words) -> Markup:
    """From the end of the period described to today, with a tick at the day it fell due. Its words stand beside it."""
    if figure.role != "current":
        return Markup("")
    if figure.period_end is None:
        return _bar(words, "unknown", Markup('<rect class="hatched" x="0" y="3" width="300" height="8"/>'))
    start, now = date.fromisoformat(figure.period_end), date.fromisoformat(today)
    if now <= start:
        return Markup("")
    age = (now - start).days
    due, limit = (((date.fromisoformat(day) - start).days if day else None) for day in (figure.due, figure.limit))
    total = max(age, limit or due or 1)
    ends = (("in-time", due), ("grace", limit), ("over", age))
    parts = [Markup('<rect class="rail" x="0" y="5" width="300" height="4"/>')]
    begin = 0
    for kind, end in ends:
        stop = min(age if end is None else end, age)
        if stop > begin:
            part = Markup('<rect class="{kind}" x="{x:.1f}" y="3" width="{w:.1f}" height="8"/>')
            parts.append(part.format(kind=kind, x=_LENGTH * begin / total, w=_LENGTH * (stop - begin) / total))
            begin = stop
    for day in (due, limit):
        if day is not None:
            tick = Markup('<rect class="tick" x="{x:.1f}" y="0" width="2" height="14"/>')
            parts.append(tick.format(x=min(max(_LENGTH * day / total - 1, 0), _LENGTH - 2)))
    return _bar(words, figure.freshness, Markup("").join(parts))


def _bar(words: Words, kind: str, parts: Markup) -> Markup:
    return Markup(
        '<svg class="age {kind}" role="img" width="300" height="14" viewBox="0 0 300 14" preserveAspectRatio="none">'
        "<title>{words}</title>{parts}</svg>"
    ).format(kind=kind, words=words("age.bar"), parts=parts)
