"""What reading a document gives."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Citation, FoundFigure, Skip, Trouble


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything found in one document, each in the order of the text."""

    citations: tuple[Citation, ...] = ()
    figures: tuple[FoundFigure, ...] = ()
    skips: tuple[Skip, ...] = ()
    troubles: tuple[Trouble, ...] = ()
