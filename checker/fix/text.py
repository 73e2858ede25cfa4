"""Mending plain text: what a reader of the text sees is the address itself, so the copy stands beside it. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from checker.fix.edits import insertion
from checker.fix.remedy import (
    NO_ROBUST,
    CannotError,
    Reads,
    Remedy,
    RemedyKind,
    Spot,
    Style,
    Way,
    archived,
    instead,
    spellings,
)


class Text:
    """The places of one plain text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def ways(self, spot: Spot, remedy: Remedy, style: Style | None) -> Iterator[Way]:
        """``…, archived 3 September 2019 at ADDRESS``; the address itself where the style is to replace."""
        if remedy.kind is RemedyKind.MOVED or style is Style.REPLACE:
            return instead(spot, (*spellings(spot, remedy.address, remedy.address), f"<{remedy.address}>"))
        if style is Style.ROBUST:
            raise CannotError(NO_ROBUST)
        return self._beside(spot, remedy)

    def _beside(self, spot: Spot, remedy: Remedy) -> Iterator[Way]:
        closed = self.text.startswith(">", spot.end) and self._angled(spot.start)
        at = spot.end + 1 if closed else spot.end
        plain, angled = remedy.address, f"<{remedy.address}>"
        for words in dict.fromkeys((archived(remedy), "archived")):
            for address in (angled, plain) if closed else (plain, angled):
                yield Way((insertion(at, f", {words} at {address}"),), Reads.BESIDE)

    def _angled(self, start: int) -> bool:
        before = self.text[max(0, start - 6) : start].upper()
        return before.endswith(("<", "<URL:", "<URL: ", "< "))
