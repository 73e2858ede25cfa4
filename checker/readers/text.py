"""Reading plain text: numbered notes at the end, or addresses wherever they stand. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.model import Document
from checker.readers.assembly import reading_of
from checker.readers.flat import Flat, Writer
from checker.readers.reading import Reading

_WRAPPED = re.compile(
    r"<(?:URL:)?\s?(https?://[^\s<>\"]{1,2000}(?:(?:\r\n|\n|\r)[ \t]{0,40}[^\s<>\"]{1,2000}){1,4})\s?>", re.IGNORECASE
)
_BREAK = re.compile(r"\s+")


def read(document: Document) -> Reading:
    """Citations and figures of a plain text."""
    return reading_of(document, _flat(document.text))


def _flat(text: str) -> Flat:
    """The text itself; addresses that angle brackets hold together over several lines are whole (RFC 3986, C)."""
    writer = Writer(text)
    last = 0
    for start, end in _wrapped(text):
        writer.copy(last, start)
        at = writer.length
        writer.copy(start, end)
        writer.link(_BREAK.sub("", text[start:end]), at, start, end)
        last = end
    writer.copy(last, len(text))
    return writer.done()


def _wrapped(text: str) -> Iterator[tuple[int, int]]:
    return (match.span(1) for match in _WRAPPED.finditer(text))
