"""The report for a terminal: what needs somebody first, the rest in numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checker.outputs import wording
from checker.outputs.buckets import TOLD_AT_ONCE, Bucket, is_gone, of_figure, of_source, ordered, ordered_figures
from checker.outputs.plain import log_safe, plain
from checker.outputs.words import ENGLISH, Words
from checker.report import Report, ReportFigure, ReportSource

Painter = Callable[[str, str], str]
_RED, _BOLD, _RESET = "\x1b[31m", "\x1b[1m", "\x1b[0m"
_SHOWN = (Bucket.NEEDS_YOU, Bucket.BY_HAND, Bucket.WATCH)


def render(report: Report, words: Words = ENGLISH, *, color: bool = False, verbose: bool = False) -> str:
    """The text; ``verbose`` lists what is fine and skipped too. ANSI colours only with ``color``."""
    paint = _painter(color=color)
    lines = [paint(_BOLD, banner) for banner in wording.banners(report, words)]
    lines += [paint(_BOLD, wording.headline(report, words)), wording.coverage_line(report, words)]
    for bucket in Bucket if verbose else _SHOWN:
        entries = [
            *(_source(one, paint, words) for one in ordered(report.sources) if of_source(one) is bucket),
            *(
                _figure(one, words)
                for one in ordered_figures(report.figures)
                if of_figure(one) is bucket and _counts(one)
            ),
        ]
        if entries:
            lines += ["", paint(_BOLD, f"{words(f'bucket.{bucket}')} ({len(entries)})")]
            lines += [line for entry in entries for line in entry]
    told = [finding for finding in report.findings if finding.code in TOLD_AT_ONCE]
    if told:
        lines += ["", paint(_BOLD, f"{words('text.in_documents')} ({len(told)})")]
        lines += [f"  {plain(one.file)}:{one.line}:{one.column}: {plain(one.message, 300)}" for one in told]
    return log_safe("\n".join([*lines, "", _totals(report, words)]) + "\n")


def _painter(*, color: bool) -> Painter:
    return lambda style, text: f"{style}{text}{_RESET}" if color else text


def _counts(figure: ReportFigure) -> bool:
    return figure.origin == "declared"


def _source(source: ReportSource, paint: Painter, words: Words) -> Iterator[str]:
    label = wording.state(source, words)
    if source.certainty != "confirmed":
        label = words("text.label_suspected", label=label)
    if source.new:
        label = words("text.label_new", label=label)
    head = f"  {label}: {plain(source.title, 100) or plain(source.id, 100)}"
    yield paint(_RED, head) if is_gone(source) else head
    yield f"    {plain(source.url, 500)}"
    yield f"    {plain(wording.evidence(source, words), 400)}"
    copy = wording.archive_words(source.archive, words)
    if source.archive.state == "found":
        yield f"    {words('text.archived', url=plain(source.archive.url, 2000), words=copy)}"
    elif copy:
        yield f"    {copy}"
    places = [wording.place_words(one, words) for one in source.citations if one.origin == "document"]
    places = places or [wording.place_words(one, words) for one in source.citations]
    shown = "; ".join(places[:6])
    if len(places) > 6:
        shown = words("text.and_more", shown=shown, more=len(places) - 6)
    yield f"    {plain(shown)}"


def _figure(figure: ReportFigure, words: Words) -> Iterator[str]:
    yield f"  {words.code(figure.freshness).label}: {plain(figure.text, 100)} ({plain(figure.id, 100)})"
    yield f"    {plain(words.told(figure.reason), 300)}"
    yield f"    {plain(figure.file)}:{figure.line}"


def _totals(report: Report, words: Words) -> str:
    counts = report.summary.sources
    names = ("ok", "moved", "dead", "broken", "unreachable", "blocked", "unsafe", "invalid", "skipped")
    parts = [f"{getattr(counts, name)} {name}" for name in names if getattr(counts, name)]
    figures = report.summary.figures
    states = ("fresh", "due", "stale", "unknown")
    ages = [f"{getattr(figures, name)} {name}" for name in states if getattr(figures, name)]
    none = words("text.none")
    totals = words("text.totals", sources=", ".join(parts) or none, figures=", ".join(ages) or none)
    return f"{totals} {words('text.simulated')}" if report.run.simulated else totals
