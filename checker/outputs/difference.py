"""What changed between an earlier run and the present one, from the report's own histories. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from checker.errors import UsageError
from checker.outputs import wording
from checker.outputs.plain import log_safe, plain
from checker.outputs.words import ENGLISH, Words
from checker.report import Report, ReportFigure, ReportSource

PREVIOUS = "previous"
_GRAVITY = {"ok": 0, "moved": 0, "skipped": 0, "blocked": 1, "unreachable": 2, "broken": 3}
_GRAVEST = 4
_FIGURES = ("fresh", "due", "stale")


class Kind(StrEnum):
    """Which way something changed."""

    WORSE = "worse"
    BETTER = "better"
    OTHER = "other"
    ADDED = "added"


class Change(Struct, frozen=True):
    """One source or figure that is not what it was; ``before`` is empty for one not asked then."""

    kind: Kind
    before: str
    after: str
    entry: ReportSource | ReportFigure


def find_run(report: Report, wanted: str) -> str:
    """The moment of an earlier run: named by its day, the beginning of its moment, or ``previous``.

    Raises:
        UsageError: no such run; the message names those that are known.
    """
    known = sorted({past.at for source in report.sources for past in source.history} - {report.run.started})
    known = [at for at in known if at < report.run.started]
    fitting = known if wanted == PREVIOUS else [at for at in known if at.startswith(wanted)]
    if not fitting or not wanted:
        days = ", ".join(known) or ENGLISH("text.none")
        raise UsageError(ENGLISH("since.unknown", run=plain(wanted, 100), runs=days))
    return fitting[-1]


def changes(report: Report, run: str) -> list[Change]:
    """All changes since a run, the gravest first."""
    found = [*_of_sources(report, run), *_of_figures(report.figures, run[:10], report.run.today)]
    order = list(Kind)
    return sorted(found, key=lambda one: (order.index(one.kind), -_gravity(one.after)))


def _of_sources(report: Report, run: str) -> Iterator[Change]:
    for source in report.sources:
        before = next((past.verdict for past in source.history if past.at == run), None)
        if before is None:
            if all(past.at > run for past in source.history):
                yield Change(Kind.ADDED, "", source.verdict, source)
        elif before != source.verdict:
            yield Change(_kind(_gravity(before), _gravity(source.verdict)), before, source.verdict, source)


def _gravity(verdict: str) -> int:
    return _GRAVITY.get(verdict, _GRAVEST)


def _kind(before: int, after: int) -> Kind:
    if before == after:
        return Kind.OTHER
    return Kind.WORSE if after > before else Kind.BETTER


def _of_figures(figures: Iterable[ReportFigure], then: str, today: str) -> Iterator[Change]:
    """Figures that time alone has moved on: the calendar tells what they were."""
    for figure in figures:
        if figure.origin != "declared" or not (figure.due and figure.limit) or figure.freshness not in _FIGURES:
            continue
        before, after = _aged(figure, then), _aged(figure, today)
        if after == figure.freshness and before != after:
            yield Change(Kind.WORSE, before, after, figure)


def _aged(figure: ReportFigure, day: str) -> str:
    if day <= (figure.due or ""):
        return "fresh"
    return "due" if day <= (figure.limit or "") else "stale"


def compared(report: Report, run: str) -> Report:
    """The report with ``new`` and ``fixed`` counted against an earlier run instead of the last one."""
    found = {id(one.entry): one.kind for one in changes(report, run)}

    def against(source: ReportSource) -> ReportSource:
        kind = found.get(id(source))
        trouble = _gravity(source.verdict) > 0
        new = trouble and kind in (Kind.WORSE, Kind.ADDED)
        return replace(source, new=new, fixed=kind is Kind.BETTER and not trouble)

    sources = [against(source) for source in report.sources]
    counts = {name: sum(getattr(one, name) for one in sources) for name in ("new", "fixed")}
    summary = replace(report.summary, **counts)
    return replace(report, sources=sources, summary=summary, run=replace(report.run, previous=run))


def render(report: Report, run: str, words: Words = ENGLISH) -> str:
    """The changes as text for a terminal."""
    found = changes(report, run)
    said = words("since.changes", n=len(found)) if found else words("since.nothing")
    lines = [words("since.head", before=words.moment(run), after=words.moment(report.run.started), changes=said)]
    for kind in Kind:
        members = [one for one in found if one.kind is kind]
        if members:
            lines += ["", f"{words(f'since.{kind}')} ({len(members)})"]
            lines += [line for one in members for line in _change(one, words)]
    return log_safe("\n".join(lines) + "\n")


def _change(change: Change, words: Words) -> Iterator[str]:
    entry = change.entry
    if isinstance(entry, ReportFigure):
        before, after = (words.code(name).label for name in (change.before, change.after))
        change_words = words("since.change", before=before, after=after)
        yield f"  {change_words}: {plain(entry.text, 100)} ({plain(entry.id, 100)})"
        yield f"    {plain(words.told(entry.reason), 300)}"
        return
    after = wording.state(entry, words)
    if change.before:
        after = words("since.change", before=words(f"verdict.{change.before}"), after=after)
    yield f"  {after}: {plain(entry.title, 100) or plain(entry.id, 100)}"
    yield f"    {plain(entry.url, 500)}"
    yield f"    {plain(words.told(entry.evidence), 300)}"
