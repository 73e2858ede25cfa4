"""An archived copy that is cited beside the page itself belongs to the page's citation. Pure.

"…, https://site.org/a, archived 3 September 2019 at https://web.archive.org/web/20190903…/https://site.org/a".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from checker import archived_url
from checker.archive.choose import same_page
from checker.model import Citation

NEAR = 2
"""Lines between a page and its copy, where no note holds them together."""


def with_copies(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """The citations, each page's with the copy that is cited in the same note, or right beside it."""
    copies = [one for one in citations if archived_url.unwrap(one.url) is not None]
    if not copies:
        return tuple(citations)
    by_note: dict[str, list[Citation]] = {}
    for one in copies:
        by_note.setdefault(one.note or "", []).append(one)
    found = []
    for index, one in enumerate(citations):
        beside = by_note.get(one.note, []) if one.note else _neighbours(citations, index)
        copy = next((other for other in beside if is_copy_of(other.url, one.url)), None)
        found.append(replace(one, archive_url=copy.url) if copy and not one.archive_url else one)
    return tuple(found)


def _neighbours(citations: Sequence[Citation], index: int) -> Iterable[Citation]:
    here = citations[index].place
    for other in (*citations[index + 1 : index + 2], *citations[max(0, index - 1) : index]):
        if not other.note and abs(other.place.line - here.line) <= NEAR:
            yield other


def is_copy_of(address: str, page: str) -> bool:
    """Whether ``address`` is that of an archived copy which says that it keeps ``page``."""
    kept = archived_url.unwrap(address)
    try:
        return kept is not None and kept.original is not None and same_page(kept.original, page)
    except ValueError:  # an address that does not parse is a copy of nothing
        return False
