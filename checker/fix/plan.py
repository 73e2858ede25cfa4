"""From a document and what its sources need to proven edits. Pure.

An edit counts only once the edited text, read again, cites the intended address in that place and
everything else as before: the same addresses, notes and dates, the same code. What cannot be proven is
refused and told, never guessed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from checker import readers, urls
from checker.fix import formats
from checker.fix.copies import has_copy
from checker.fix.edits import Edit, apply, ordered
from checker.fix.formats import Format
from checker.fix.proof import Job, prove
from checker.fix.remedy import CannotError, LeftAlone, Remedy, RemedyKind, Spot, Style, Way
from checker.model import Citation, Document, Place
from checker.readers.lines import Lines


class Change(Struct, frozen=True):
    """One place mended: where it stood, the address that was there, and how."""

    place: Place
    url: str
    remedy: Remedy
    way: Way


class Left(Struct, frozen=True):
    """One place left alone, and why. ``refused``: it should be mended and could not be."""

    place: Place
    url: str
    why: str
    refused: bool = False
    remedy: Remedy | None = None


class Plan(Struct, frozen=True):
    """What is to become of one document."""

    document: Document
    changes: tuple[Change, ...] = ()
    left: tuple[Left, ...] = ()

    @property
    def edits(self) -> list[Edit]:
        """All edits, in the order of the text."""
        return ordered(edit for change in self.changes for edit in change.way.edits)

    @property
    def text(self) -> str:
        """The document as it is to be."""
        return apply(self.document.text, self.edits)


def plan(document: Document, needs: Mapping[str, Remedy | LeftAlone], style: Style | None, today: date) -> Plan:
    """Plan the edits of one document.

    Args:
        document: as it stands now.
        needs: what each source in trouble needs, by identity (see :func:`checker.urls.identity`).
        style: how archived copies are put in; None for each format's own way.
        today: the day on which an author's word to ignore an address must still hold.
    """
    reading = readers.read(document)
    lines = None if document.kind in readers.BINARY else Lines(document.text)
    page: Format | None = None
    jobs: list[Job] = []
    left: list[Left] = []
    for citation in reading.citations:
        stands = citation.written or document.kind in readers.BINARY
        need = needs.get(identity(citation.url)) if stands and not citation.resolves_to else None
        if need is None or _is_ignored(citation, today):
            continue
        page = page or formats.of(document)
        try:
            jobs.append(_job(page, citation, need, reading.citations, style, lines))
        except CannotError as error:
            place, remedy = citation.place, need if isinstance(need, Remedy) else None
            left.append(Left(place, urls.redact(citation.url), str(error), error.refused, remedy))
    proven = prove(document, reading, jobs)
    refused = [
        Left(one.spot.citation.place, urls.redact(one.spot.citation.url), why, True, one.remedy)
        for one, why in proven.refused
    ]
    changes = [
        Change(one.spot.citation.place, urls.redact(one.spot.citation.url), one.remedy, one.ways[0])
        for one in proven.jobs
    ]
    return Plan(
        document, tuple(changes), tuple(sorted([*left, *refused], key=lambda one: (one.place.line, one.place.column)))
    )


def _is_ignored(citation: Citation, today: date) -> bool:
    word = citation.ignored
    return word is not None and (word.until is None or today <= word.until)


def identity(url: str) -> str:
    """What the report calls the source at an address, however it is spelt."""
    try:
        return urls.identity(urls.normalise(url))
    except urls.UrlError:
        return urls.identity(url)


def _job(
    page: Format,
    citation: Citation,
    need: Remedy | LeftAlone,
    others: Sequence[Citation],
    style: Style | None,
    lines: Lines | None,
) -> Job:
    """What is to be done in one place.

    Raises:
        CannotError: nothing is, and why.
    """
    if isinstance(need, LeftAlone):
        raise CannotError(need.why, refused=False)
    if need.kind is RemedyKind.ARCHIVED and has_copy(citation, others):
        raise CannotError("an archived copy is recorded beside it already", refused=False)
    remedy = replace(need, address=_with_fragment(need.address, citation.url))
    place = citation.place
    start = lines.start(place.line) + place.column - 1 if lines else 0
    spot = Spot(start, start + len(citation.written), citation)
    if lines and lines.written(spot.start, spot.end) != spot.written:
        raise CannotError("the address is not where it was read; change it by hand")
    return Job(spot, remedy, tuple(page.ways(spot, remedy, style)))


def _with_fragment(address: str, url: str) -> str:
    """The new address, leading to the same part of the page as the old one."""
    part = urls.fragment(url)
    return f"{address}#{part}" if part and "#" not in address else address
