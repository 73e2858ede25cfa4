"""From a document to its citations and figures: one module a format, all pure."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module

from msgspec.structs import replace

from checker.model import Document
from checker.readers.fallback import dated_by_sources
from checker.readers.ignores import marked
from checker.readers.kinds import BINARY, KINDS, SUFFIXES, kind_of
from checker.readers.reading import Reading
from checker.readers.robust import with_versions

__all__ = ["BINARY", "KINDS", "SUFFIXES", "Reading", "kind_of", "read"]


@cache
def _reader(kind: str) -> Callable[[Document], Reading]:
    """The reader of a format, loaded when the first document of it is read: most runs need one or two of thirteen."""
    found: Callable[[Document], Reading] = import_module(f"checker.readers.{kind}").read
    return found


def read(document: Document) -> Reading:
    """Everything a document cites and quotes. Total: whatever it holds gives a reading."""
    reading = _reader(document.kind)(document)
    citations = marked(document.text, reading.citations)
    if document.kind in ("html", "markdown"):
        citations = with_versions(document.text, citations)
    figures = tuple(dated_by_sources(reading.figures, citations))
    return replace(reading, citations=citations, figures=figures, troubles=(*document.troubles, *reading.troubles))
