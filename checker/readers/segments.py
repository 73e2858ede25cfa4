"""Which part of a note is about which of its addresses. Pure and linear."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from checker.archived_url import unwrap
from checker.patterns import regex
from checker.readers.accessed import SAID
from checker.readers.note_fields import has_title
from checker.readers.spans import Span
from checker.readers.written_dates import find_dates

_STOP = regex(r"[;；]|[.。][)\]”»\"]{0,2}\s+(?=[^\W\d_a-zа-яё]|[“„«\"‘])|\n\s*\n")
_SEMICOLON = regex(r"[;；]")
_REST_OF_FIELD = regex(r"[)\]]?[.,]?\s*")
_FAR = 400


def is_archive(url: str) -> bool:
    """Whether an address is that of an archived copy."""
    return unwrap(url) is not None


def segments(text: str, links: Sequence[tuple[int, int, bool]]) -> list[Span]:
    """For each address of a note, in order, the part of the text about it.

    Args:
        text: the note as it reads.
        links: of each address the span of its words, and whether these are words (its title) rather than itself.
    """
    if not links:
        return []
    cuts = [_begin(text, links[0][0])]
    for (_, end, words), (start, _, _) in pairwise(links):
        cut = _behind_dates(text, end, start) if words else 0
        cuts.append(max(cuts[-1], cut or _cut(text, end, start)))
    return list(zip(cuts, [*cuts[1:], len(text)], strict=True))


def _begin(text: str, start: int) -> int:
    """Where the part about the first address begins: behind a semicolon, if works without one stand before it."""
    for match in reversed(list(_SEMICOLON.finditer(text, max(0, start - _FAR), start))):
        if has_title(text[match.end() : start]) and has_title(text[: match.start()]):
            return match.end()
    return 0


def _behind_dates(text: str, start: int, end: int) -> int:
    """The end of what is said of a title that stood first: its day of access, else its date; 0 without one."""
    between = text[start : min(end, start + _FAR)]
    semicolon = _SEMICOLON.search(between)
    if semicolon:
        return start + semicolon.end()
    said = SAID.search(between)
    dated = next((one for one in find_dates(between) if not said or one.start >= said.start()), None)
    if dated is None:
        return 0
    rest = _REST_OF_FIELD.match(between, dated.end)
    return start + (rest.end() if rest else dated.end)


def _cut(text: str, start: int, end: int) -> int:
    """Where, between two addresses, the first one's part ends."""
    for match in _STOP.finditer(text, start, end):
        following = SAID.match(text, match.end(), end)
        if following is None or match[0] in ";；":
            return match.end()
    return start
