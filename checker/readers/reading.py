"""What reading a document gives."""

from __future__ import annotations

from msgspec import Struct

from checker.model import Citation, FoundFigure, Skip, Trouble


class Reading(Struct, frozen=True):
    """Everything found in one document, each in the order of the text."""

    citations: tuple[Citation, ...] = ()
    figures: tuple[FoundFigure, ...] = ()
    skips: tuple[Skip, ...] = ()
    troubles: tuple[Trouble, ...] = ()
