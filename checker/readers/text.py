"""Reading plain text: notes at the end, or addresses wherever they stand, wrapped ones made whole. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.model import Document
from checker.patterns import regex
from checker.readers.addresses import find_addresses
from checker.readers.assembly import reading_of
from checker.readers.flat import Flat, Writer
from checker.readers.reading import Reading
from checker.readers.spans import Cover

_WRAPPED = regex(
    r"<(?:URL:)?\s?(https?://[^\s<>\"]{1,2000}(?:(?:\r\n|\n|\r)[ \t]{0,40}[^\s<>\"]{1,2000}){1,4})\s?>", re.IGNORECASE
)
_BREAK = regex(r"\s+")
_FULL_LINE = regex(r"(?:^|(?<=\r))([^\r\n]{50,110}?)(?=([ \t]?(?:\r\n|\n|\r)[ \t]{0,40})[^\s<>\"'“”«»])", re.MULTILINE)
_AT_END = regex(r"(?:https?://|www\.)[^\s<>\"]{4,110}$", re.IGNORECASE)
_TOKEN = regex(r"[^\s<>\"“”«»]{1,2000}")
_CUT_WORD = frozenset("-_=&?%+~#")
_PATH = regex(
    r"[A-Za-z0-9._~%-]*[/_=&?#%][^\s:]*|[\w.~%-]+\.(?:html?|pdf|php|aspx?|jsp|xml|txt|docx?)\b[^\s:]*", re.IGNORECASE
)
_WORD = regex(r"[A-Za-z0-9._~%-]*(?:-[a-z0-9]+|\d)[A-Za-z0-9._~%-]*", re.IGNORECASE)


def read(document: Document) -> Reading:
    """Citations and figures of a plain text."""
    return reading_of(document, _flat(document.text))


def _flat(text: str) -> Flat:
    """The text itself; addresses that a line break cuts are whole."""
    writer = Writer(text)
    last = 0
    held = Cover(_wrapped(text))
    for start, end in sorted([*held.spans, *(span for span in _continued(text) if not held.holds(span[0]))]):
        writer.copy(last, start)
        at = writer.length
        writer.copy(start, end)
        writer.link(_BREAK.sub("", text[start:end]), at, start, end)
        last = end
    writer.copy(last, len(text))
    return writer.done()


def _wrapped(text: str) -> Iterator[tuple[int, int]]:
    """Addresses that angle brackets hold together over several lines (RFC 3986, appendix C)."""
    return (match.span(1) for match in _WRAPPED.finditer(text))


def _continued(text: str) -> Iterator[tuple[int, int]]:
    """Addresses that end a full line in the middle of themselves, and go on in the next."""
    for line in _FULL_LINE.finditer(text):
        last = _AT_END.search(line[1])
        following = line.end(2)
        token = _TOKEN.match(text, following)
        if last is None or token is None or not _joins(last[0], token[0]):
            continue
        start, length = line.start() + last.start(), len(last[0])
        found = find_addresses(last[0] + token[0])
        if found and found[0].end > length:
            yield start, following + found[0].end - length


def _joins(line: str, following: str) -> bool:
    """Whether what follows a line break looks like the rest of the address before it."""
    if following.lower().startswith(("http", "www.", "[", "(")):
        return False
    token = following.rstrip(".,;)]")
    if not any(ch.isalnum() for ch in token):
        return False
    if line[-1] in _CUT_WORD:
        return bool(_PATH.fullmatch(token) or _WORD.fullmatch(token))
    if line[-1] == "/":
        return bool(_PATH.fullmatch(token))
    return following[0] in "/?&#=" and len(following) > 2
