"""An author's own word in a document: this address is not to be checked. Pure and linear.

In a comment of whatever format, on the line of the address or (``ignore-next-line``) on the one before::

    <!-- checker: ignore until 2027-01-01 they are moving -->
    % checker: ignore-next-line behind a paywall
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from checker.model import Citation, Ignored
from checker.patterns import regex
from checker.readers.lines import Lines

_COMMENT = regex(
    r"(?:<!--|\{/\*|/\*|//|%|\.\.|#|\[comment\]: # \(|@comment\{?)[ \t]{0,10}checker:[ \t]{0,5}ignore(?P<next>-next-line)?\b"
    r"(?:[ \t:,(]|-(?!-)){0,5}(?:until[ \t]{1,5})?(?P<until>\d{4}-\d{2}-\d{2})?(?:[ \t:,;)]|-(?!-)){0,5}(?P<why>[^\n]{0,300})",
    re.IGNORECASE,
)
_CLOSE = regex(r"[\s)]*(?:-->|\*/\}?).*$|[\s)}]+$")


def marked(text: str, citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """The citations, those that their document says to ignore marked so, and what leans on them with them."""
    lines = _lines(text) if "checker:" in text.lower() else {}
    if not lines:
        return tuple(citations)
    kept = [replace(one, ignored=lines.get(one.place.line)) for one in citations]
    notes = {one.note: one.ignored for one in kept if one.ignored and one.note}
    return tuple(replace(one, ignored=one.ignored or notes.get(one.resolves_to or "")) for one in kept)


def _lines(text: str) -> dict[int, Ignored]:
    """The lines whose addresses are to be ignored."""
    table = Lines(text)
    found: dict[int, Ignored] = {}
    for match in _COMMENT.finditer(text):
        line = table.position(match.start())[0] + bool(match["next"])
        found[line] = Ignored(_CLOSE.sub("", match["why"]).strip(), _day(match["until"]))
    return found


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
