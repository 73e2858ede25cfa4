"""The nouns of checker: what is cited, what was seen, what is concluded.

All are frozen facts. Times are aware UTC; lines and columns are 1-based, offsets 0-based code points.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from checker.byhand import HumanVerdict
from checker.dates import PartialDate, Span
from checker.figures.facts import Confidence, DateSource, SeenFigure
from checker.reasons import Reason, VerdictKind

Number = int | Decimal


class Place(Struct, frozen=True):
    """Where something stands in a file, and the sentence around it (plain text, one line)."""

    file: str
    line: int
    column: int
    sentence: str = ""


class Trouble(Struct, frozen=True):
    """Something in a document that could not be read as meant; the rest of it was."""

    place: Place
    message: str


class Document(Struct, frozen=True):
    """Something to be read: its path as shown, one of ``readers.KINDS``, bytes where it is no text.

    ``figures`` is False for history; ``troubles`` were met in decoding; ``digest`` is the file's SHA-256.
    """

    name: str
    text: str
    kind: str
    figures: bool = True
    data: bytes = b""
    troubles: tuple[Trouble, ...] = ()
    digest: str = ""


class Ignored(Struct, frozen=True):
    """An author's word that an address is not to be checked: why, and until which day (inclusive)."""

    why: str = ""
    until: date | None = None


class CitationOrigin(StrEnum):
    """Where a citation was read: in a document, or as an entry of sources.yml."""

    DOCUMENT = "document"
    DECLARED = "declared"


class Citation(Struct, frozen=True):
    """One place that points at a source.

    ``url`` is the address exactly as its author meant it (a short-form note carries that of the note it
    ``resolves_to``), ``written`` what stands for it in the file, maybe escaped or wrapped. ``place`` is
    where that is, for a short-form note where its text begins; ``mentions`` are the places that lean on it.
    ``cited_on`` is the date of the document itself; ``page_first`` where ``archive_url`` is only the second link.
    """

    url: str
    place: Place
    note: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    container: str | None = None
    published: PartialDate | None = None
    accessed: PartialDate | None = None
    doi: str | None = None
    language: str | None = None
    archive_url: str | None = None
    resolves_to: str | None = None
    mentions: tuple[Place, ...] = ()
    origin: CitationOrigin = CitationOrigin.DOCUMENT
    written: str = ""
    ignored: Ignored | None = None
    cited_on: PartialDate | None = None
    page_first: bool = False


class Skip(Struct, frozen=True):
    """An address that was found and is not asked for, with the reason; ``why`` is the author's own."""

    url: str
    place: Place
    reason: Reason
    why: str = ""


class Qualifier(StrEnum):
    """How a text hedges a number."""

    EXACT = "exact"
    ABOUT = "about"
    JUST_UNDER = "just_under"
    JUST_OVER = "just_over"
    OVER = "over"
    UNDER = "under"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Role(StrEnum):
    """What a figure does in its text: only ``current`` ones age."""

    CURRENT = "current"
    BASELINE = "baseline"
    ONE_OFF = "one_off"


class FigureOrigin(StrEnum):
    """``declared`` in sources.yml, or merely ``found`` in a document."""

    DECLARED = "declared"
    FOUND = "found"


class Quantity(Struct, frozen=True):
    """A number in base units with its unit: ISO 4217 code, SI symbol, ``%``, ``share``, ``ratio`` or noun."""

    value: Number
    unit: str


class FoundFigure(Struct, frozen=True):
    """A quantity quoted in a document: a proposal until sources.yml says the same.

    ``date_evidence`` is the text the date was read from; ``start`` and ``end`` cut ``text`` out of
    the document, ``mark`` out of the sentence of its place.
    """

    text: str
    quantity: Quantity
    place: Place
    start: int
    end: int
    qualifier: Qualifier = Qualifier.EXACT
    as_of: PartialDate | None = None
    date_evidence: str = ""
    date_source: DateSource = DateSource.NONE
    confidence: Confidence = Confidence.NONE
    role: Role = Role.CURRENT
    note: str | None = None
    mark: tuple[int, int] | None = None


class Tempo(Struct, frozen=True):
    """How often a series comes out (``cadence``), how late (``lag``), and how long we wait (``grace``)."""

    cadence: Span
    lag: Span
    grace: Span


class DeclaredFigure(Struct, frozen=True):
    """A figure of sources.yml, typed. None means: the default for its precision applies."""

    id: str
    quantity: Quantity
    place: Place
    text: str
    as_of: PartialDate | None = None
    source: str | None = None
    series: str | None = None
    qualifier: Qualifier = Qualifier.EXACT
    role: Role = Role.CURRENT
    cadence: Span | None = None
    lag: Span | None = None
    grace: Span | None = None
    year_end: tuple[int, int] | None = None
    update_after: PartialDate | None = None
    checked: date | None = None
    review_in: Span | None = None
    page_text: str | None = None


class Figure(Struct, frozen=True):
    """One figure record: a declared one with the places that quote it, or a found one by itself."""

    id: str
    origin: FigureOrigin
    declared: DeclaredFigure | None
    found: tuple[FoundFigure, ...]
    text: str
    quantity: Quantity
    as_of: PartialDate | None
    role: Role
    source: str | None
    place: Place


class FreshnessKind(StrEnum):
    """What is concluded about a figure's age."""

    FRESH = "fresh"
    DUE = "due"
    STALE = "stale"
    UNKNOWN = "unknown"


class Freshness(Struct, frozen=True):
    """A conclusion about age with its one-line reason.

    ``due`` is the last day on which it is fresh, ``limit`` the last one of the grace after that.
    """

    kind: FreshnessKind
    reason: str
    due: date | None = None
    limit: date | None = None


class DeclaredSource(Struct, frozen=True):
    """A source of sources.yml, typed; ``url`` is as written and may be uncheckable."""

    id: str
    url: str
    place: Place
    title: str | None = None
    authors: tuple[str, ...] = ()
    container: str | None = None
    published: PartialDate | None = None
    accessed: PartialDate | None = None
    doi: str | None = None
    type: str | None = None
    language: str | None = None
    archive: str | None = None
    archive_date: PartialDate | None = None
    status: str | None = None
    note: str | None = None
    ignore: str | None = None
    confirmed: HumanVerdict | None = None


class Source(Struct, frozen=True):
    """A cited web resource, checked once however often it is cited.

    ``url`` is the address as written first, ``key`` its normal form (see :mod:`checker.urls`), the
    identity in the ledger. ``settled`` is set where no request is needed to know the reason.
    """

    id: str
    url: str
    key: str
    citations: tuple[Citation, ...]
    declared: DeclaredSource | None = None
    settled: Reason | None = None
    settled_why: str = ""


class Certainty(StrEnum):
    """``confirmed`` needs proof over time where evidence of one run can mislead."""

    CONFIRMED = "confirmed"
    SUSPECTED = "suspected"


class Conclusion(Struct, frozen=True):
    """What one observation says before history is asked; ``suspected_at_most``: no number of runs makes it proof."""

    reason: Reason
    evidence: str
    warnings: tuple[str, ...] = ()
    suspected_at_most: bool = False


class Verdict(Struct, frozen=True):
    """What is concluded about a source, with the reason code and one line of evidence."""

    reason: Reason
    certainty: Certainty
    evidence: str
    warnings: tuple[str, ...] = ()

    @property
    def kind(self) -> VerdictKind:
        """The verdict this reason belongs to."""
        return self.reason.kind


class AimKind(StrEnum):
    """What the target date of an archive look-up rests on."""

    ACCESSED = "accessed"
    PUBLISHED = "published"
    DOCUMENT = "document"


class Aim(Struct, frozen=True):
    """The day whose page is wanted: last of ``accessed``, first of ``published``, or last of the document's date."""

    day: date
    kind: AimKind


class ArchiveState(StrEnum):
    """How the look-up for an archived copy ended; a failure is never the same as none."""

    FOUND = "found"
    NOT_ARCHIVED = "not_archived"
    EXCLUDED = "excluded"
    LOOKUP_FAILED = "lookup_failed"
    NOT_LOOKED_UP = "not_looked_up"


class Side(StrEnum):
    """Where a capture stands relative to the day the author looked."""

    BEFORE = "before"
    AFTER = "after"
    SAME_DAY = "same_day"


class Snapshot(Struct, frozen=True):
    """An archived copy (memento). ``delta_days`` is capture minus target in whole days, signed."""

    url: str
    timestamp: str
    delta_days: int | None = None
    side: Side | None = None
    bracketed: bool = False


class ArchiveAnswer(Struct, frozen=True):
    """The outcome of a look-up ``at`` some time for the day of ``aim``; ``snapshot`` exactly when it is ``found``.

    ``figures`` is what the capture that was opened says of the figures quoted from the page.
    """

    state: ArchiveState
    snapshot: Snapshot | None = None
    detail: str = ""
    at: datetime | None = None
    aim: Aim | None = None
    figures: tuple[SeenFigure, ...] = ()
