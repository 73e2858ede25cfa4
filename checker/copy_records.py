"""What the report says of copies beside each citation: the one it leads to, and the text that adds ours. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Literal

from checker import cited, urls
from checker.archive.memento import moment
from checker.archived_texts import Copy, Status, archived
from checker.judgement import Judged
from checker.model import ArchiveState, Citation, CitationOrigin
from checker.readers.kinds import SUFFIXES
from checker.reasons import Reason, VerdictKind
from checker.report import Comparison

CopyState = Literal["shows", "unopened", "lost"]

_USURPED = (Reason.HIJACKED_DOMAIN, Reason.PARKED_DOMAIN)
_ALIVE = (VerdictKind.OK, VerdictKind.MOVED, VerdictKind.BLOCKED)


def archived_text(judged: Judged, citation: Citation, kinds: Mapping[str, str]) -> str | None:
    """The archived copy in the syntax of the document that cites; None without a copy, or where it is cited already.

    Args:
        judged: the source with its copy.
        citation: one place that cites it.
        kinds: the format of each document, by name.
    """
    snapshot = judged.archive.snapshot
    at = moment(snapshot.timestamp) if snapshot else None
    own = cited.copy_of(citation) or cited.copy_nearby(citation, judged.source)
    if (
        snapshot is None
        or at is None
        or (own and cited.copy_key(own) == cited.copy_key(snapshot.url) and not citation.page_first)
    ):
        return None
    linked = citation.accessed.last if citation.accessed else None
    copy = Copy(urls.redact(judged.source.url), snapshot.url, at.date(), linked, _status(judged))
    return archived(_kind(citation, kinds), copy)


def _kind(citation: Citation, kinds: Mapping[str, str]) -> str:
    if citation.origin is CitationOrigin.DECLARED:
        return "sources"
    name = citation.place.file
    return kinds.get(name) or SUFFIXES.get(PurePosixPath(name).suffix.lower(), "text")


def _status(judged: Judged) -> Status:
    """The ``url-status`` of CS1: a page that only robots cannot see is alive."""
    if judged.verdict.reason in _USURPED:
        return "usurped"
    alive = judged.verdict.kind in _ALIVE and judged.verdict.reason is not Reason.ARCHIVED_COPY
    return "live" if alive else "dead"


def copy_state(judged: Judged, citation: Citation) -> CopyState | None:
    """What became of the copy that a citation leads to; None where it leads to none."""
    copy = cited.copy_of(citation)
    if copy is None:
        return None
    answer = judged.copies.get(cited.copy_key(copy))
    match answer.state if answer else None:
        case ArchiveState.FOUND:
            return "shows"
        case ArchiveState.NOT_ARCHIVED:
            return "lost"
        case _:
            return "unopened"


def comparison(judged: Judged) -> Comparison | None:
    """The page beside its copy, where they were compared."""
    found = judged.compared
    if found is None:
        return None
    return Comparison(state=found.drift.value, evidence=found.evidence, page=found.page, copy=found.copy)
