"""The shape of ``report.json``: everything that is shown renders from it.

Plain frozen records of text and numbers, so that the JSON Schema of ``checker schema report`` is
derived from them and can never disagree. Additions raise the minor part of ``SCHEMA_VERSION``.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

SCHEMA_VERSION = "1.0"

VerdictName = Literal["ok", "moved", "dead", "blocked", "broken", "unreachable", "unsafe", "invalid", "skipped"]
FreshnessName = Literal["fresh", "due", "stale", "unknown"]
Severity = Literal["error", "warning", "notice"]


class Tool(Struct, frozen=True, kw_only=True):
    """Who wrote the report."""

    name: str
    version: str
    url: str


class Run(Struct, frozen=True, kw_only=True):
    """When and how the run went. Times are ISO 8601 in UTC with ``Z``; ``today`` is a date.

    ``complete`` is false where the run was inconclusive, cut short or offline. ``previous`` is the
    start of the last complete full run, which ``new`` and ``fixed`` are counted against; ``browse`` the
    beginning of the web addresses of the documents, where CI told it.
    """

    started: str
    finished: str
    today: str
    complete: bool
    scope: Literal["full", "partial"]
    network: Literal["up", "down", "off"]
    config: str | None
    documents: int = 0
    previous: str | None = None
    simulated: bool = False
    interrupted: bool = False
    message: str = ""
    browse: str | None = None


class SourceCounts(Struct, frozen=True, kw_only=True):
    """How many sources ended with each verdict; they add up to ``total``."""

    total: int = 0
    ok: int = 0
    moved: int = 0
    dead: int = 0
    blocked: int = 0
    broken: int = 0
    unreachable: int = 0
    unsafe: int = 0
    invalid: int = 0
    skipped: int = 0


class FigureCounts(Struct, frozen=True, kw_only=True):
    """How many declared figures are how fresh; they add up to ``total``."""

    total: int = 0
    fresh: int = 0
    due: int = 0
    stale: int = 0
    unknown: int = 0


class Summary(Struct, frozen=True, kw_only=True):
    """The counts of the run; ``new`` and ``fixed`` count sources against ``run.previous``."""

    sources: SourceCounts
    figures: FigureCounts
    new: int = 0
    fixed: int = 0


class Redirect(Struct, frozen=True, kw_only=True):
    """One redirect answer: the address asked and its status."""

    url: str
    status: int


class PastVerdict(Struct, frozen=True, kw_only=True):
    """What an earlier run concluded."""

    at: str
    verdict: VerdictName


class Archive(Struct, frozen=True, kw_only=True):
    """The archived copy nearest to the day the author looked, or why there is none.

    ``delta_days`` is capture minus that day; ``side`` where the capture stands; ``target`` that day, and
    ``target_kind`` what it rests on.
    """

    state: Literal["found", "not_archived", "excluded", "lookup_failed", "not_looked_up"]
    url: str | None = None
    timestamp: str | None = None
    delta_days: int | None = None
    side: Literal["before", "after", "same_day"] | None = None
    bracketed: bool = False
    target: str | None = None
    target_kind: Literal["accessed", "published", "document"] | None = None
    detail: str = ""


class Comparison(Struct, frozen=True, kw_only=True):
    """A page beside its archived copy (``--compare``): how much of what the author saw is still there."""

    state: Literal["same", "changed", "replaced"]
    evidence: str
    page: str
    copy: str


class Page(Struct, frozen=True, kw_only=True):
    """What the page says of itself; ``newer`` is what names a later edition of it."""

    title: str | None = None
    modified: str | None = None
    published: str | None = None
    newer: str = ""


class Mention(Struct, frozen=True, kw_only=True):
    """A place in the text that leans on a note or quotes a figure; ``file`` as in the citation."""

    file: str
    line: int
    column: int
    sentence: str
    note: str | None = None


class ReportCitation(Struct, frozen=True, kw_only=True):
    """One citation of a source. ``origin`` is ``declared`` for its entry in sources.yml.

    ``length`` is that of the address as written in the file, in code points from ``column`` on; None
    where no address is written, as in a short-form note. ``archive_url`` is the archived copy that it leads
    to already, ``archive_state`` what that shows; ``archived`` the text that adds the copy we found, in the
    syntax of the document.
    """

    file: str
    line: int
    column: int
    note: str | None = None
    title: str | None = None
    authors: list[str] | None = None
    container: str | None = None
    published: str | None = None
    accessed: str | None = None
    resolves_to: str | None = None
    origin: Literal["document", "declared"] = "document"
    sentence: str = ""
    mentions: list[Mention] | None = None
    length: int | None = None
    archive_url: str | None = None
    archive_state: Literal["shows", "unopened", "lost"] | None = None
    archived: str | None = None


class ReportSource(Struct, frozen=True, kw_only=True):
    """One source with its verdict. ``url`` and all addresses are redacted; see the design, §6.

    ``identity`` is the same for every spelling of the address, whatever was redacted; ``moved_to`` is the
    address that the permanent redirects lead to, where the verdict is ``moved`` and it stands for the page alone.
    """

    id: str
    url: str
    verdict: VerdictName
    reason: str
    certainty: Literal["confirmed", "suspected"]
    evidence: str
    title: str | None = None
    http_status: int | None = None
    final_url: str | None = None
    fragment: Literal["present", "absent"] | None = None
    redirects: list[Redirect]
    checked_at: str | None = None
    requests: int = 0
    elapsed_ms: int = 0
    first_failed: str | None = None
    last_ok: str | None = None
    failed_runs: int = 0
    new: bool = False
    fixed: bool = False
    history: list[PastVerdict]
    archive: Archive
    page: Page
    warnings: list[str]
    citations: list[ReportCitation]
    identity: str = ""
    moved_to: str | None = None
    compared: Comparison | None = None


class ReportFigure(Struct, frozen=True, kw_only=True):
    """One figure with its freshness. ``value`` is in base units of ``unit``; see the design, §6.

    ``due`` is the last day on which the figure counts as fresh, ``limit`` the last one of the grace
    after that, ``period_end`` the last day it describes; ``quotes`` are the places in documents that quote it.
    ``page_words`` are the few words around it on its page, ``on_copy`` if that is the archived copy;
    ``on_page_why`` says why it was not checked, where that is known; ``date_source`` and ``date_confidence``
    tell how a guessed date is known; ``mark`` is where the figure stands in ``sentence`` (start and end,
    half-open); ``hints`` never change ``freshness``.
    """

    id: str
    text: str
    value: float | int
    unit: str
    as_of: str | None
    precision: Literal["year", "quarter", "month", "day", "range"] | None
    role: Literal["current", "baseline", "one_off"]
    origin: Literal["declared", "found"]
    qualifier: str
    freshness: FreshnessName
    reason: str
    due: str | None = None
    limit: str | None = None
    period_end: str | None = None
    source: str | None = None
    series: str | None = None
    on_page: Literal["found", "rounded", "not_found", "not_checked"] = "not_checked"
    date_evidence: str = ""
    file: str
    line: int
    column: int
    sentence: str = ""
    quotes: list[Mention]
    page_words: str = ""
    on_page_why: str = ""
    on_copy: bool = False
    date_source: Literal["none", "text", "header", "published", "declared"] = "none"
    date_confidence: Literal["none", "low", "medium", "high"] = "none"
    note: str | None = None
    mark: list[int] | None = None
    hints: list[str] = field(default_factory=list)


class Finding(Struct, frozen=True, kw_only=True):
    """One reportable thing: rule code, severity, where, and what to do. ``source`` and ``figure`` are ids."""

    code: str
    severity: Severity
    message: str
    action: str
    file: str | None = None
    line: int | None = None
    column: int | None = None
    source: str | None = None
    figure: str | None = None
    new: bool = False


class Skipped(Struct, frozen=True, kw_only=True):
    """An address that was found in a document and is not asked for."""

    url: str
    reason: str
    file: str
    line: int
    column: int


class ReportDocument(Struct, frozen=True, kw_only=True):
    """A file that was read: its format (``sources`` for sources.yml) and the SHA-256 of its bytes, in hex."""

    name: str
    kind: str
    digest: str


class Report(Struct, frozen=True, kw_only=True):
    """The whole of ``report.json``."""

    schema_version: str
    tool: Tool
    run: Run
    summary: Summary
    sources: list[ReportSource]
    figures: list[ReportFigure]
    findings: list[Finding]
    skipped: list[Skipped]
    documents: list[ReportDocument] = field(default_factory=list)
