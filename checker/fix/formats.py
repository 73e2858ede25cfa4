"""Which module mends which format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from checker.fix.asciidoc import AsciiDoc
from checker.fix.bibtex import Bibtex
from checker.fix.csl import Csl
from checker.fix.html import Html
from checker.fix.latex import Latex
from checker.fix.markdown import Markdown
from checker.fix.notebook import Notebook
from checker.fix.remedy import CannotError, Remedy, RemedyKind, Spot, Style, Way, day_in_words
from checker.fix.ris import Ris
from checker.fix.rst import Rst
from checker.fix.text import Text
from checker.fix.wikitext import Wikitext
from checker.model import Document


class Format(Protocol):
    """The places of one text."""

    def ways(self, spot: Spot, remedy: Remedy, style: Style | None) -> Iterator[Way]:
        """How a place can be mended, best first.

        Raises:
            CannotError: it cannot, or there is nothing to do.
        """


class ByHand:
    """A format that is never rewritten: what to change is told."""

    def __init__(self, text: str) -> None:
        self.text = text

    def ways(self, spot: Spot, remedy: Remedy, style: Style | None) -> Iterator[Way]:
        """None; the message says what to change by hand."""
        if remedy.kind is RemedyKind.MOVED:
            raise CannotError(f"change it by hand to {remedy.address}")
        captured = f" (captured {day_in_words(remedy.day)})" if remedy.day else ""
        raise CannotError(f"change it by hand to {remedy.address}{captured}")


_FORMATS: Mapping[str, Callable[[str], Format]] = {
    "text": Text,
    "markdown": Markdown,
    "html": Html,
    "rst": Rst,
    "asciidoc": AsciiDoc,
    "latex": Latex,
    "wikitext": Wikitext,
    "bibtex": Bibtex,
    "csl": Csl,
    "ris": Ris,
    "notebook": Notebook,
    "docx": ByHand,
    "pdf": ByHand,
}


def of(document: Document) -> Format:
    """The places of a document."""
    return _FORMATS[document.kind](document.text)
