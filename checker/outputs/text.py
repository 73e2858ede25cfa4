"""The report for a terminal: what needs somebody first, the rest in numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checker.codes import explain
from checker.outputs import wording
from checker.outputs.buckets import (
    LABELS,
    TOLD_AT_ONCE,
    Bucket,
    is_gone,
    of_figure,
    of_source,
    ordered,
    ordered_figures,
)
from checker.outputs.plain import log_safe, plain
from checker.report import Report, ReportFigure, ReportSource

Painter = Callable[[str, str], str]
_RED, _BOLD, _RESET = "\x1b[31m", "\x1b[1m", "\x1b[0m"
_SHOWN = (Bucket.NEEDS_YOU, Bucket.BY_HAND, Bucket.WATCH)


def render(report: Report, *, color: bool = False, verbose: bool = False) -> str:
    """The text; ``verbose`` lists what is fine and skipped too. ANSI colours only with ``color``."""
    paint = _painter(color=color)
    lines = [paint(_BOLD, banner) for banner in wording.banners(report)]
    lines += [paint(_BOLD, wording.verdict_sentence(report)), wording.coverage_line(report)]
    for bucket in Bucket if verbose else _SHOWN:
        entries = [
            *(_source(one, paint) for one in ordered(report.sources) if of_source(one) is bucket),
            *(_figure(one) for one in ordered_figures(report.figures) if of_figure(one) is bucket and _counts(one)),
        ]
        if entries:
            lines += ["", paint(_BOLD, f"{LABELS[bucket]} ({len(entries)})")]
            lines += [line for entry in entries for line in entry]
    told = [finding for finding in report.findings if finding.code in TOLD_AT_ONCE]
    if told:
        lines += ["", paint(_BOLD, f"In the documents ({len(told)})")]
        lines += [f"  {plain(one.file)}:{one.line}:{one.column}: {plain(one.message, 300)}" for one in told]
    return log_safe("\n".join([*lines, "", _totals(report)]) + "\n")


def _painter(*, color: bool) -> Painter:
    return lambda style, text: f"{style}{text}{_RESET}" if color else text


def _counts(figure: ReportFigure) -> bool:
    return figure.origin == "declared"


def _source(source: ReportSource, paint: Painter) -> Iterator[str]:
    label = explain(source.reason).label
    sure = "" if source.certainty == "confirmed" else ", suspected"
    new = ", new" if source.new else ""
    name = plain(source.title, 100) or plain(source.id, 100)
    head = f"  {label}{sure}{new}: {name}"
    yield paint(_RED, head) if is_gone(source) else head
    yield f"    {plain(source.url, 500)}"
    yield f"    {plain(source.evidence, 300)}"
    if source.archive.state == "found":
        yield f"    archived: {plain(source.archive.url, 2000)} ({wording.archive_words(source.archive)})"
    elif source.archive.state != "not_looked_up":
        yield f"    {wording.archive_words(source.archive)}"
    places = [wording.place_words(one) for one in source.citations if one.origin == "document"]
    places = places or [wording.place_words(one) for one in source.citations]
    yield f"    {plain('; '.join(places[:6]))}{f' and {len(places) - 6} more' if len(places) > 6 else ''}"


def _figure(figure: ReportFigure) -> Iterator[str]:
    yield f"  {explain(figure.freshness).label}: {plain(figure.text, 100)} ({plain(figure.id, 100)})"
    yield f"    {plain(figure.reason, 300)}"
    yield f"    {plain(figure.file)}:{figure.line}"


def _totals(report: Report) -> str:
    counts = report.summary.sources
    names = ("ok", "moved", "dead", "broken", "unreachable", "blocked", "unsafe", "invalid", "skipped")
    parts = [f"{getattr(counts, name)} {name}" for name in names if getattr(counts, name)]
    figures = report.summary.figures
    ages = [
        f"{getattr(figures, name)} {name}" for name in ("fresh", "due", "stale", "unknown") if getattr(figures, name)
    ]
    end = " Simulated." if report.run.simulated else ""
    return f"Sources: {', '.join(parts) or 'none'}. Figures: {', '.join(ages) or 'none'}.{end}"
