"""Whether a page is cited together with an archived copy of it, however loosely: then none is added. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from checker import archived_url
from checker.archive.choose import same_page
from checker.cited import NEAR
from checker.model import Citation


def has_copy(citation: Citation, citations: Sequence[Citation]) -> bool:
    """Whether a copy is known from a field of its own, or cited in the same note or right beside the page."""
    if citation.archive_url:
        return True
    if citation.note:
        beside: Iterable[Citation] = (one for one in citations if one.note == citation.note)
    else:
        where = (citation.place.line, citation.place.column)
        index = bisect_left(citations, where, key=lambda one: (one.place.line, one.place.column))
        around = (*citations[index + 1 : index + 2], *citations[max(0, index - 1) : index])
        beside = (one for one in around if abs(one.place.line - citation.place.line) <= NEAR)
    return any(is_copy_of(one.url, citation.url) for one in beside)


def is_copy_of(address: str, page: str) -> bool:
    """Whether ``address`` is that of an archived copy which says that it keeps ``page``."""
    kept = archived_url.unwrap(address)
    try:
        return kept is not None and kept.original is not None and same_page(kept.original, page)
    except ValueError:  # an address that does not parse is a copy of nothing
        return False
