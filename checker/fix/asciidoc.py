"""Mending AsciiDoc: link macros, attributes, bare addresses. Pure."""

from __future__ import annotations

import re
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
from checker.readers.closing import pairs

_BRACKETS = re.compile(r"\\\]|\[|\]")
_REFERENCE = re.compile(r"\{[\w-]{1,100}\}")
_ATTRIBUTE = re.compile(r"^:!?[\w-]{1,100}!?:[ \t]*$")


class AsciiDoc:
    """The places of one AsciiDoc text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._closers = pairs(text, _BRACKETS, {"[": "]"})

    def ways(self, spot: Spot, remedy: Remedy, style: Style | None) -> Iterator[Way]:
        """How a place can be mended, best first."""
        if _REFERENCE.fullmatch(spot.written):
            return iter((Way((), Reads.INSTEAD),))  # mended where the attribute is set
        if remedy.kind is RemedyKind.MOVED or style in (None, Style.REPLACE):
            return instead(spot, spellings(spot, remedy.address, _escaped(remedy.address)))
        if style is Style.ROBUST:
            raise CannotError(NO_ROBUST)
        return self._beside(spot, remedy)

    def _beside(self, spot: Spot, remedy: Remedy) -> Iterator[Way]:
        line_start = self.text.rfind("\n", 0, spot.start) + 1
        if _ATTRIBUTE.match(self.text[line_start : spot.start]):
            raise CannotError("an attribute has no room for words; use --archive-style replace")
        address, end = _escaped(remedy.address), spot.end
        opener = end + 2 if self.text.startswith("++[", end) else end
        close = self._closers.get(opener)
        if self.text.startswith("[", opener) and close is not None:
            yield Way((insertion(close + 1, f" ({address}[{archived(remedy)}])"),), Reads.BESIDE)
            return
        angled = self.text.startswith(">", end) and self.text[spot.start - 1 : spot.start] == "<"
        for words in dict.fromkeys((archived(remedy), "archived")):
            yield Way((insertion(end + angled, f", {words} at {address}"),), Reads.BESIDE)
            yield Way((insertion(end + angled, f", {address}[{words}]"),), Reads.BESIDE)


def _escaped(address: str) -> str:
    """An address outside brackets: what would open the words of a link is percent-encoded."""
    return address.replace("[", "%5B").replace("]", "%5D")
