"""Robust Links in HTML, also where it stands in Markdown: the copy that an author names beside an address. Pure.

``data-versionurl`` holds one or more copies, each perhaps with its date (robustlinks.mementoweb.org, draft of 2025).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from checker.model import Citation
from checker.readers.lines import Lines
from checker.readers.schemes import is_page
from checker.readers.tags import tags_of

NAME = "data-versionurl"


def with_versions(text: str, citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """The citations, those of Robust Links with the first copy that they name."""
    if NAME not in text.lower():
        return tuple(citations)
    lines = Lines(text)
    copies = {lines.position(offset): copy for offset, copy in _copies(text)}
    return tuple(
        replace(one, archive_url=copies[one.place.line, one.place.column])
        if not one.archive_url and (one.place.line, one.place.column) in copies
        else one
        for one in citations
    )


def _copies(text: str) -> Iterator[tuple[int, str]]:
    """Where the address of each Robust Link begins, and its copy."""
    for tag in tags_of(text):
        named, href = tag.attributes.get(NAME), tag.attributes.get("href")
        copy = next((word for word in named.text.split() if is_page(word)), None) if named else None
        if href is not None and copy is not None:
            raw = text[href.start : href.end]
            yield href.start + len(raw) - len(raw.lstrip()), copy
