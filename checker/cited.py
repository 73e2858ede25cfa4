"""Archived copies that authors cite: which page a citation means, and which copy of it. Pure.

The identity of a source is the page, not the copy: a document that cites ``web.archive.org/web/2019…/PAGE`` and one
that cites the page share one record. The copy stays with the citation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from checker import urls
from checker.archived_url import Service, unwrap
from checker.model import ArchiveAnswer, ArchiveState, Citation, CitationOrigin, Conclusion, Source
from checker.observation import CitedCopy, Observation
from checker.reasons import TRIVIAL_MOVES, Reason, VerdictKind

Copies = Mapping[str, ArchiveAnswer]
"""What became of cited copies when they were opened, by :func:`copy_key`."""

NEAR = 2
"""Lines between a page and the copy of it that is cited beside it."""
_FAILING = (VerdictKind.DEAD, VerdictKind.BROKEN, VerdictKind.UNREACHABLE, VerdictKind.BLOCKED)


def page_of(url: str) -> str:
    """The page that an address means: what an archived copy keeps, where the address tells it and it can be asked."""
    kept = unwrap(url)
    if kept is None or kept.original is None:
        return url
    try:
        urls.normalise(kept.original)
    except urls.UrlError:
        return url
    return kept.original


def copy_of(citation: Citation) -> str | None:
    """The archived copy that a citation leads to: its own address, or the one stated beside it."""
    if unwrap(citation.url) is not None:
        return citation.url
    return citation.archive_url if citation.archive_url and unwrap(citation.archive_url) else None


def copy_key(copy: str) -> str:
    """Under which name a cited copy is remembered."""
    try:
        return urls.normalise(copy)
    except urls.UrlError:
        return copy


def is_mistrusted(copy: str) -> bool:
    """Whether a copy is kept by archive.today: en.wikipedia banned it in February 2026 for altered captures."""
    kept = unwrap(copy)
    return kept is not None and kept.service is Service.ARCHIVE_TODAY


def to_open(sources: Iterable[Source]) -> Iterator[tuple[Source, str]]:
    """Every copy that is to be opened, once, with a source that it is a copy of.

    Not calendars of captures, and not what hides its page: that is a source by itself and asked like any other.
    """
    seen = set()
    for source in sources:
        for citation in source.citations if source.settled is None else ():
            copy = copy_of(citation)
            kept = unwrap(copy) if copy else None
            if copy is None or kept is None or kept.original is None or kept.timestamp is None:
                continue
            if copy_key(copy) not in seen and not is_mistrusted(copy):
                seen.add(copy_key(copy))
                yield source, copy


def state_of(source: Source, copies: Copies) -> CitedCopy | None:
    """What a reader finds who follows the citations to a copy; None where one leads to the page alone, or first.

    Documents count; the entry in sources.yml only where no document cites the page. A short-form note leads
    where the note it leans on leads.
    """
    inside = [one for one in source.citations if one.origin is CitationOrigin.DOCUMENT and not one.resolves_to]
    states = []
    for citation in inside or source.citations:
        copy = copy_of(citation) or copy_nearby(citation, source)
        if copy is None or page_of(copy) == copy or citation.page_first:
            return None
        states.append(_state(copies.get(copy_key(copy))))
    for worst in (CitedCopy.LOST, CitedCopy.UNOPENED):
        if worst in states:
            return worst
    return CitedCopy.SHOWS if states else None


def copy_nearby(citation: Citation, source: Source) -> str | None:
    """The copy in the same note, or right beside a citation that leads to the page: “… (archived …)”."""
    for other in source.citations:
        if other.place.file != citation.place.file or other.origin is not citation.origin:
            continue
        same_note = other.note == citation.note
        near = same_note if citation.note else same_note and abs(other.place.line - citation.place.line) <= NEAR
        if near and other is not citation and (copy := copy_of(other)):
            return copy
    return None


def is_beside(source: Source) -> bool:
    """Whether a document leads to the page itself too, with the copy beside it."""
    return any(unwrap(one.url) is None for one in source.citations if one.origin is CitationOrigin.DOCUMENT)


def marked(source: Source, observation: Observation, copies: Copies) -> Observation:
    """The observation with what became of the copies that the page is cited by."""
    state = state_of(source, copies)
    return replace(observation, cited_copy=state, copy_beside=state is not None and is_beside(source))


def marks(sources: Iterable[Source], seen: Mapping[str, Observation], copies: Copies) -> dict[str, Observation]:
    """The observations, by source key, whose mark is not yet, or no longer, what became of the cited copies."""
    marked_ = {one.key: marked(one, seen[one.key], copies) for one in sources if one.key in seen}
    return {key: observation for key, observation in marked_.items() if observation != seen[key]}


def _state(answer: ArchiveAnswer | None) -> CitedCopy:
    match answer.state if answer else None:
        case ArchiveState.FOUND:
            return CitedCopy.SHOWS
        case ArchiveState.NOT_ARCHIVED:
            return CitedCopy.LOST
        case _:
            return CitedCopy.UNOPENED


def own_copy(source: Source, copies: Copies) -> ArchiveAnswer | None:
    """The first cited copy of a page that was opened and shows it: what the author has chosen needs no look-up."""
    found = (copies.get(copy_key(copy)) for one in source.citations if (copy := copy_of(one)))
    return next((one for one in found if one and one.state is ArchiveState.FOUND), None)


def weighed(conclusion: Conclusion, observation: Observation) -> Conclusion:
    """A page that is gone is no trouble where everybody who cites it leads to a copy, unless that shows nothing.

    Nor is one that moved, where the copy alone is cited.
    """
    kind = conclusion.reason.kind
    moved = kind is VerdictKind.MOVED and conclusion.reason not in TRIVIAL_MOVES and not observation.copy_beside
    if observation.cited_copy in (None, CitedCopy.LOST) or not (moved or kind in _FAILING):
        return conclusion
    opened = "" if observation.cited_copy is CitedCopy.SHOWS else ", which was not opened"
    evidence = f"cited as an archived copy{opened}; the page itself: {conclusion.evidence}"
    return replace(conclusion, reason=Reason.ARCHIVED_COPY, evidence=evidence, suspected_at_most=False)
