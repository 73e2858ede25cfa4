"""Mending RIS: the copy in a note (``N1``) below the address, the new address in its place. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from checker.fix.edits import insertion
from checker.fix.remedy import Reads, Remedy, RemedyKind, Spot, Style, Way, archived, instead
from checker.patterns import regex

_LINE = regex(r"[^\r\n]*(\r\n|\n|\r)?")


class Ris:
    """The places of one RIS file."""

    def __init__(self, text: str) -> None:
        self.text = text

    def ways(self, spot: Spot, remedy: Remedy, style: Style | None) -> Iterator[Way]:
        """One way, whatever the style: RIS has fields of its own."""
        if remedy.kind is RemedyKind.MOVED:
            return instead(spot, (remedy.address,))
        return self._noted(spot, remedy)

    def _noted(self, spot: Spot, remedy: Remedy) -> Iterator[Way]:
        words = archived(remedy)
        line = f"N1  - {words[0].upper()}{words[1:]} at {remedy.address}"
        rest = _LINE.match(self.text, spot.end)
        end = rest.end() if rest else len(self.text)
        if rest and rest[1]:
            yield Way((insertion(end, f"{line}{rest[1]}"),), Reads.FIELD)
        else:
            yield Way((insertion(end, f"\n{line}"),), Reads.FIELD)
