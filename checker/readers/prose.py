"""The running text of a document, as the figures reader wants it."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from checker.model import Place
from checker.readers.grids import Grid


class Marker(Struct, frozen=True):
    """A note marker in the body, such as ``[12]`` or ``[^a]``."""

    start: int
    end: int
    note: str


class Places(Protocol):
    """Where offsets of a text stand in a file."""

    def place(self, file: str, offset: int, sentence: str = "") -> Place:
        """The place of an offset."""

    def written(self, start: int, end: int) -> str:
        """What stands in the file for a span of the text."""


class Prose(Struct, frozen=True):
    """A document's text and what of it is no prose.

    ``masked`` are sorted, disjoint, half-open spans: notes, addresses, markup, code; ``markers`` stand
    in the order of the text; ``grids`` are its tables, which are no prose either. ``places`` tells where an offset stands, if not simply in ``text``.
    ``headings`` and ``items`` are where headings and items of lists begin that the text does not show as such.
    """

    file: str
    text: str
    masked: tuple[tuple[int, int], ...] = ()
    markers: tuple[Marker, ...] = ()
    places: Places | None = None
    grids: tuple[Grid, ...] = ()
    headings: tuple[int, ...] = ()
    items: tuple[int, ...] = ()
