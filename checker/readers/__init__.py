"""From a document to its citations and figures: one module a format, all pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from checker.model import Document
from checker.readers import (
    asciidoc,
    bibtex,
    csl,
    docx,
    html,
    latex,
    markdown,
    notebook,
    pdf,
    ris,
    rst,
    text,
    wikitext,
)
from checker.readers.fallback import dated_by_sources
from checker.readers.ignores import marked
from checker.readers.kinds import BINARY, KINDS, SUFFIXES, kind_of
from checker.readers.reading import Reading
from checker.readers.robust import with_versions

__all__ = ["BINARY", "KINDS", "SUFFIXES", "Reading", "kind_of", "read"]

_READERS: Mapping[str, Callable[[Document], Reading]] = {
    "text": text.read,
    "markdown": markdown.read,
    "html": html.read,
    "rst": rst.read,
    "asciidoc": asciidoc.read,
    "latex": latex.read,
    "wikitext": wikitext.read,
    "bibtex": bibtex.read,
    "csl": csl.read,
    "ris": ris.read,
    "notebook": notebook.read,
    "docx": docx.read,
    "pdf": pdf.read,
}


def read(document: Document) -> Reading:
    """Everything a document cites and quotes. Total: whatever it holds gives a reading."""
    reading = _READERS[document.kind](document)
    citations = marked(document.text, reading.citations)
    if document.kind in ("html", "markdown"):
        citations = with_versions(document.text, citations)
    figures = tuple(dated_by_sources(reading.figures, citations))
    return replace(reading, citations=citations, figures=figures, troubles=(*document.troubles, *reading.troubles))
