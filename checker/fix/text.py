"""Mending plain text: what a reader of the text sees is the address itself, so the copy stands beside it. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from checker.fix.links import Links, said
from checker.fix.remedy import Remedy, Spot, Style, Way


class Text(Links):
    """The places of one plain text."""

    own: ClassVar[Style] = Style.APPEND

    def last(self, remedy: Remedy) -> Iterator[str]:
        """In angle brackets, where the address ends as a sentence would."""
        yield f"<{remedy.address}>"

    def beside(self, spot: Spot, remedy: Remedy) -> Iterator[Way]:
        """``…, archived 3 September 2019 at ADDRESS``."""
        plain, angled = remedy.address, f"<{remedy.address}>"
        before = self.text[max(0, spot.start - 6) : spot.start].upper()
        if self.text.startswith(">", spot.end) and before.endswith(("<", "<URL:", "<URL: ", "< ")):
            return said(spot.end + 1, remedy, angled, plain)
        return said(spot.end, remedy, plain, angled)
