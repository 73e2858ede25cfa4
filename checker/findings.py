"""What is reportable, joined once at the end: rule code, severity, where, what to do. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from checker import cited, urls
from checker.codes import explain
from checker.drift import Drift
from checker.freshness import JudgedFigure
from checker.judgement import Judged, is_trouble
from checker.model import (
    ArchiveState,
    Certainty,
    Citation,
    CitationOrigin,
    DeclaredSource,
    FigureOrigin,
    FreshnessKind,
    Place,
    Trouble,
)
from checker.observation import FragmentState
from checker.patterns import regex
from checker.reasons import Reason, VerdictKind
from checker.report import Finding, Severity

_NOTICE = (VerdictKind.BLOCKED, VerdictKind.MOVED, VerdictKind.UNREACHABLE)


def findings(
    judged: Sequence[Judged], figures: Iterable[JudgedFigure], troubles: Iterable[Trouble] = (), *, full: bool
) -> list[Finding]:
    """Every finding of the run; how sources.yml and documents fit is judged in full runs only."""
    found = [finding for one in judged for finding in _of_source(one)]
    found += [finding for one in figures for finding in _of_figure(one)]
    found += [_finding("unreadable", "warning", trouble.message, trouble.place) for trouble in troubles]
    if full:
        found += _of_inventory(judged)
    return found


def _of_source(judged: Judged) -> Iterator[Finding]:
    verdict, source = judged.verdict, judged.source
    if is_trouble(verdict.reason):
        yield _finding(
            verdict.reason.value,
            _severity(judged),
            f"{urls.redact(source.url)}: {verdict.evidence}",
            _first_place(source.citations),
            source=source.id,
            new=judged.new,
        )
    yield from _of_copies(judged)
    yield from _of_content(judged)
    seen = judged.observation
    if seen is not None and seen.fragment is FragmentState.ABSENT and verdict.kind is VerdictKind.OK:
        name = urls.fragment(source.url)
        message = f"{urls.redact(source.url)}: nothing on the page is named '{name}'"
        yield _finding("missing-fragment", "warning", message, _first_place(source.citations), source=source.id)


def _of_copies(judged: Judged) -> Iterator[Finding]:
    """What is wrong with the archived copies that citations lead to."""
    source = judged.source
    for citation in source.citations if source.settled is None else ():
        copy = cited.copy_of(citation)
        if copy is None or citation.resolves_to:
            continue
        answer = judged.copies.get(cited.copy_key(copy))
        if cited.is_mistrusted(copy):
            message = f"{urls.redact(copy)} is kept by archive.today, which cannot be relied on"
            yield _finding("mistrusted-archive", "warning", message, citation.place, source=source.id)
        elif answer is not None and answer.state is ArchiveState.NOT_ARCHIVED:
            message = f"{urls.redact(copy)}: {answer.detail}"
            yield _finding("archived-error", "warning", message, citation.place, source=source.id)


def _of_content(judged: Judged) -> Iterator[Finding]:
    """What became of the content since the author looked, with both addresses; only where it was compared."""
    found = judged.compared
    if found is not None:
        severity: Severity = "notice" if found.drift is Drift.SAME else "warning"
        message = f"{found.page}: {found.evidence}; the copy: {found.copy}"
        place = _first_place(judged.source.citations)
        yield _finding(f"content-{found.drift.value}", severity, message, place, source=judged.source.id)


def _severity(judged: Judged) -> Severity:
    verdict = judged.verdict
    if verdict.kind in _NOTICE:
        return "notice"
    if verdict.certainty is Certainty.CONFIRMED or judged.streak.last_ok is None:
        return "error"
    return "warning"


def _of_figure(judged: JudgedFigure) -> Iterator[Finding]:
    figure, freshness = judged.figure, judged.freshness
    if figure.origin is FigureOrigin.DECLARED and freshness.kind is not FreshnessKind.FRESH:
        severity: Severity = "warning" if freshness.kind is FreshnessKind.STALE else "notice"
        message = f"{figure.text}: {freshness.reason}"
        yield _finding(freshness.kind.value, severity, message, figure.place, figure=figure.id)


def _of_inventory(judged: Sequence[Judged]) -> Iterator[Finding]:
    owners: dict[str, str] = {}
    documents = any(citation.origin is CitationOrigin.DOCUMENT for one in judged for citation in one.source.citations)
    for one in judged:
        source = one.source
        place = _first_place(source.citations)
        if source.declared is None and source.settled is Reason.IGNORED:
            continue
        if source.declared is None:
            message = f"{urls.redact(source.url)} is cited, but not declared in sources.yml"
            yield _finding("undeclared-source", "notice", message, place, source=source.id)
            continue
        place = source.declared.place
        if source.key in owners:
            message = f"{urls.redact(source.url)} is declared by '{owners[source.key]}' already"
            yield _finding("duplicate-address", "warning", message, place, source=source.id)
        owners.setdefault(source.key, source.id)
        yield from _conflicts(source.declared, source.citations)
        if documents and all(citation.origin is CitationOrigin.DECLARED for citation in source.citations):
            message = f"'{source.id}' is declared, but no document cites it"
            yield _finding("uncited-source", "notice", message, place, source=source.id)


def _conflicts(declared: DeclaredSource, citations: Sequence[Citation]) -> Iterator[Finding]:
    """What documents say of a source that its entry contradicts; words of a link are no title."""
    for one in citations:
        if one.origin is CitationOrigin.DECLARED or one.resolves_to:
            continue
        days = (("published", one.published, declared.published), ("accessed", one.accessed, declared.accessed))
        for name, here, there in days:
            if here and there and (here.first > there.last or there.first > here.last):
                message = f"{name} {here} here, but {there} in sources.yml"
                yield _finding("conflicting-date", "notice", message, one.place, source=declared.id)
        if one.title and declared.title and (one.authors or one.published) and not _alike(one.title, declared.title):
            message = f"“{one.title}” here, but “{declared.title}” in sources.yml"
            yield _finding("conflicting-title", "notice", message, one.place, source=declared.id)


def _alike(one: str, other: str) -> bool:
    """Whether one title is the other, or its beginning, punctuation and case aside."""
    shorter, longer = sorted((_PUNCTUATION.sub("", title.casefold()) for title in (one, other)), key=len)
    return longer.startswith(shorter)


_PUNCTUATION = regex(r"[\W_]+")


def _first_place(citations: Sequence[Citation]) -> Place:
    """Where to look first: the document that cites it, else its entry in sources.yml."""
    in_documents = [one for one in citations if one.origin is CitationOrigin.DOCUMENT]
    return (in_documents or list(citations))[0].place


def _finding(
    code: str,
    severity: Severity,
    message: str,
    place: Place,
    *,
    source: str | None = None,
    figure: str | None = None,
    new: bool = False,
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        message=message,
        action=explain(code).action,
        file=place.file,
        line=place.line,
        column=place.column,
        source=source,
        figure=figure,
        new=new,
    )
