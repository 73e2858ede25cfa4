"""From what was judged to ``report.json``: names, counts and texts, nothing new is decided. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from checker import about, urls
from checker.cited import copy_of
from checker.copy_records import archived_text, comparison, copy_state
from checker.figure_records import figure_record, mention
from checker.freshness import JudgedFigure
from checker.judgement import Circumstances, Judged
from checker.memory import Memory
from checker.model import (
    Aim,
    ArchiveAnswer,
    ArchiveState,
    Citation,
    Document,
    Skip,
)
from checker.observation import Observation
from checker.quoted import quoted
from checker.reasons import TRIVIAL_MOVES, VerdictKind
from checker.report import (
    SCHEMA_VERSION,
    Archive,
    FigureCounts,
    Finding,
    Page,
    PastVerdict,
    Redirect,
    Report,
    ReportCitation,
    ReportDocument,
    ReportFigure,
    ReportSource,
    Run,
    Skipped,
    SourceCounts,
    Summary,
    Tool,
    VerdictName,
)
from checker.rules import collapse
from checker.rules.redirects import Way, way
from checker.titles import cited_title


class RunFacts(Struct, frozen=True):
    """What the report says of the run itself."""

    circumstances: Circumstances
    finished: datetime
    today: date
    config: str | None
    documents: int
    simulated: bool
    message: str = ""
    browse: str | None = None
    files: tuple[ReportDocument, ...] = ()


def report(
    judged: Sequence[Judged],
    figures: Sequence[JudgedFigure],
    findings: Sequence[Finding],
    skips: Iterable[Skip],
    facts: RunFacts,
    memory: Memory,
) -> Report:
    """Put the report together; ``judged`` and ``figures`` in the order they are shown in."""
    kinds = {document.name: document.kind for document in facts.files}
    sources = [_source(one, kinds) for one in judged]
    by_id = {one.source.id: one for one in judged}
    shown = [figure_record(one, quoted(one.figure, by_id)) for one in figures]
    return Report(
        schema_version=SCHEMA_VERSION,
        tool=Tool(name="checker", version=about.VERSION, url=about.PROJECT_URL),
        run=_run(facts, memory),
        summary=Summary(
            sources=_source_counts(sources),
            figures=_figure_counts(shown),
            new=sum(source.new for source in sources),
            fixed=sum(source.fixed for source in sources),
        ),
        sources=sources,
        figures=shown,
        findings=list(findings),
        skipped=[_skipped(skip) for skip in skips],
        documents=list(facts.files),
    )


def _run(facts: RunFacts, memory: Memory) -> Run:
    run = facts.circumstances
    previous = memory.last_complete
    return Run(
        started=stamp(run.now),
        finished=stamp(facts.finished),
        today=facts.today.isoformat(),
        complete=run.complete,
        scope="full" if run.full else "partial",
        network="off" if run.offline else "up" if run.conclusive else "down",
        config=facts.config,
        documents=facts.documents,
        previous=stamp(previous.started) if previous else None,
        simulated=facts.simulated,
        interrupted=run.interrupted,
        message=facts.message,
        browse=facts.browse,
    )


@lru_cache(maxsize=4096)
def stamp(moment: datetime) -> str:
    """A moment as reports write it: UTC to the second, with ``Z``."""
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def _source_counts(sources: Sequence[ReportSource]) -> SourceCounts:
    return SourceCounts(total=len(sources), **_counted(source.verdict for source in sources))


def _figure_counts(figures: Iterable[ReportFigure]) -> FigureCounts:
    declared = [figure.freshness for figure in figures if figure.origin == "declared"]
    return FigureCounts(total=len(declared), **_counted(declared))


def _counted(names: Iterable[str]) -> dict[str, int]:
    return dict(Counter(names))


_SHOWN = (VerdictKind.OK, VerdictKind.MOVED)
"""Verdicts by which what was read is the page that was cited: only of that one its parts can be missing."""


def _source(judged: Judged, kinds: Mapping[str, str]) -> ReportSource:
    source, verdict, seen = judged.source, judged.verdict, judged.observation
    return ReportSource(
        id=source.id,
        url=urls.redact(source.url),
        verdict=verdict.kind.value,
        reason=verdict.reason.value,
        certainty=verdict.certainty.value,
        evidence=verdict.evidence,
        title=_title(judged),
        http_status=seen.status if seen else None,
        final_url=urls.redact(seen.final_url) if seen and seen.status is not None else None,
        fragment=seen.fragment.value if seen and seen.fragment and verdict.kind in _SHOWN else None,
        redirects=_redirects(seen),
        checked_at=stamp(seen.at) if seen else None,
        requests=seen.requests if seen else 0,
        elapsed_ms=seen.elapsed_ms if seen else 0,
        first_failed=_stamp_or_none(judged.streak.first_failed),
        last_ok=_stamp_or_none(judged.streak.last_ok),
        failed_runs=judged.streak.failed_runs,
        new=judged.new,
        fixed=judged.fixed,
        history=[_past(run.at, run.kind.value) for run in judged.history],
        archive=_archive(judged.archive, judged.aim),
        page=_page(seen),
        warnings=list(verdict.warnings),
        citations=[_citation(citation, judged, kinds) for citation in source.citations],
        identity=urls.identity(source.key),
        moved_to=_moved_to(judged),
        compared=comparison(judged),
    )


@lru_cache(maxsize=4096)
def _past(at: datetime, verdict: VerdictName) -> PastVerdict:
    """What sources of one run have in common is kept once."""
    return PastVerdict(at=stamp(at), verdict=verdict)


def _moved_to(judged: Judged) -> str | None:
    """The address worth citing, where the page has moved for good."""
    seen = judged.observation
    if seen is None or judged.verdict.kind is not VerdictKind.MOVED:
        return None
    led = way(judged.source.url, seen.hops, seen.final_url)
    if led is None or not (judged.verdict.reason in TRIVIAL_MOVES or _is_for_it(judged, led)):
        return None
    return urls.redact(led.settled)


def _is_for_it(judged: Judged, led: Way) -> bool:
    seen = judged.observation
    return seen is not None and collapse.stands_for(led, seen.page, seen.arrivals, cited_title(judged.source))


def _title(judged: Judged) -> str | None:
    declared = judged.source.declared
    titles = [declared.title if declared else None, *(one.title for one in judged.source.citations)]
    return next((title for title in titles if title), None)


def _stamp_or_none(moment: datetime | None) -> str | None:
    return stamp(moment) if moment else None


def _redirects(seen: Observation | None) -> list[Redirect]:
    hops = seen.hops if seen else ()
    return [Redirect(url=urls.redact(hop.url), status=hop.status) for hop in hops if hop.location is not None]


def _page(seen: Observation | None) -> Page:
    page = seen.page if seen else None
    if page is None:
        return _NO_PAGE
    return Page(
        title=page.title,
        modified=page.modified.isoformat() if page.modified else None,
        published=page.published.isoformat() if page.published else None,
        newer=urls.redact(page.newer),
    )


_NO_PAGE = Page()


def _archive(answer: ArchiveAnswer, aim: Aim | None) -> Archive:
    copy = answer.snapshot
    blank = _blank(answer.state, answer.detail, aim)
    if copy is None:
        return blank
    return replace(
        blank,
        url=copy.url,
        timestamp=copy.timestamp,
        delta_days=copy.delta_days,
        side=copy.side.value if copy.side else None,
        bracketed=copy.bracketed,
    )


@lru_cache(maxsize=1024)
def _blank(state: ArchiveState, detail: str, aim: Aim | None) -> Archive:
    """What is known where there is no copy: the same for many."""
    return Archive(
        state=state.value,
        target=aim.day.isoformat() if aim else None,
        target_kind=aim.kind.value if aim else None,
        detail=detail,
    )


def _citation(citation: Citation, judged: Judged, kinds: Mapping[str, str]) -> ReportCitation:
    place = citation.place
    return ReportCitation(
        file=place.file,
        line=place.line,
        column=place.column,
        note=citation.note,
        title=citation.title,
        authors=list(citation.authors) or None,
        container=citation.container,
        published=str(citation.published) if citation.published else None,
        accessed=str(citation.accessed) if citation.accessed else None,
        resolves_to=citation.resolves_to,
        origin=citation.origin.value,
        sentence=place.sentence,
        mentions=[mention(one, citation.note) for one in citation.mentions] or None,
        length=len(citation.written) or None,
        archive_url=urls.redact(copy) if (copy := copy_of(citation)) else None,
        archive_state=copy_state(judged, citation),
        archived=archived_text(judged, citation, kinds),
    )


def _skipped(skip: Skip) -> Skipped:
    place = skip.place
    return Skipped(
        url=urls.redact(skip.url),
        reason=skip.reason.value,
        file=place.file,
        line=place.line,
        column=place.column,
    )


def files_read(documents: Sequence[Document], config_name: str | None, config_digest: str) -> Iterator[ReportDocument]:
    """The files that were read, as the report tells them; standard input and the like have no digest."""
    for one in documents:
        if one.digest:
            yield ReportDocument(name=one.name, kind=one.kind, digest=one.digest)
    if config_name and config_digest:
        yield ReportDocument(name=config_name, kind="sources", digest=config_digest)
