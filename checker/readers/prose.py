"""The running text of a document, as the figures reader wants it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marker:
    """A note marker in the body, such as ``[12]`` or ``[^a]``."""

    start: int
    end: int
    note: str


@dataclass(frozen=True, slots=True)
class Prose:
    """A document's text and what of it is no prose.

    ``masked`` are sorted, disjoint, half-open spans: notes, addresses, markup, code; ``markers`` stand
    in the order of the text.
    """

    file: str
    text: str
    masked: tuple[tuple[int, int], ...] = ()
    markers: tuple[Marker, ...] = ()
