"""Small drawings as inline SVG: verdicts of past runs, ages of figures. Each says in words what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from checker.outputs import wording
from checker.report import PastVerdict, ReportFigure

RUNS = 12
_STEP = 10
_HEIGHTS = {"ok": 4, "moved": 4, "blocked": 8, "unreachable": 10, "broken": 12, "dead": 14, "unsafe": 14}


def history_strip(history: Sequence[PastVerdict]) -> Markup:
    """One bar a run, oldest first; higher is worse. Empty where there was one run only."""
    shown = list(history)[-RUNS:]
    if len(shown) < 2:
        return Markup("")
    words = "; ".join(f"{wording.day_words(run.at[:10])}: {run.verdict}" for run in shown)
    bars = Markup("").join(
        Markup('<rect class="run {verdict}" x="{x}" y="{y}" width="7" height="{height}"/>').format(
            verdict=run.verdict,
            x=index * _STEP,
            y=16 - _HEIGHTS.get(run.verdict, 2),
            height=_HEIGHTS.get(run.verdict, 2),
        )
        for index, run in enumerate(shown)
    )
    width = len(shown) * _STEP
    return Markup(
        '<svg class="strip" role="img" width="{w}" height="16" viewBox="0 0 {w} 16">'
        "<title>Past runs. {words}</title>{bars}</svg>"
    ).format(w=width, words=words, bars=bars)


def age_bar(figure: ReportFigure, today: str) -> Markup:
    """From the end of the period described to today, with a tick at the day it fell due."""
    if figure.period_end is None:
        return Markup('<p class="undated">Age not known.</p>')
    start, now = date.fromisoformat(figure.period_end), date.fromisoformat(today)
    if now <= start or figure.role != "current":
        return Markup("")
    age = (now - start).days
    words = f"Describes the time to {wording.day_words(figure.period_end)}: {_years(age)} ago."
    tick = Markup("")
    total = age
    if figure.due:
        due = (date.fromisoformat(figure.due) - start).days
        total = max(age, due)
        words += f" Due by {wording.day_words(figure.due)}."
        tick = Markup('<rect class="tick" x="{x}" y="0" width="2" height="14"/>').format(x=round(300 * due / total, 1))
    return Markup(
        '<svg class="age {kind}" role="img" viewBox="0 0 304 14" preserveAspectRatio="none"><title>{words}</title>'
        '<rect class="rail" x="0" y="5" width="302" height="4"/>'
        '<rect class="span" x="0" y="4" width="{w}" height="6"/>{tick}</svg>'
    ).format(kind=figure.freshness, words=words, w=round(300 * age / total, 1), tick=tick)


def _years(days: int) -> str:
    if days < 60:
        return wording.count(days, "day")
    return wording.count(round(days / 30.44), "month") if days < 730 else wording.count(round(days / 365.25), "year")
