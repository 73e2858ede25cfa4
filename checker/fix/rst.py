"""Mending reStructuredText: embedded addresses, targets (once), bare addresses. Pure."""

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

_TARGET = re.compile(r"^[ \t]*(?:\.\. _[^\n]*:|__)[ \t]+$|^[ \t]+:target:[ \t]*$")
_EMBEDDED_END = re.compile(r"\s{0,5}>`_{1,2}")


class Rst:
    """The places of one reStructuredText."""

    def __init__(self, text: str) -> None:
        self.text = text

    def ways(self, spot: Spot, remedy: Remedy, style: Style | None) -> Iterator[Way]:
        """How a place can be mended, best first."""
        forms = spellings(spot, remedy.address, _escaped(remedy.address))
        if remedy.kind is RemedyKind.MOVED or style in (None, Style.REPLACE):
            return instead(spot, forms)
        if style is Style.ROBUST:
            raise CannotError(NO_ROBUST)
        return self._beside(spot, remedy)

    def _beside(self, spot: Spot, remedy: Remedy) -> Iterator[Way]:
        line_start = self.text.rfind("\n", 0, spot.start) + 1
        if _TARGET.match(self.text[line_start : spot.start]) or "\n" in spot.written:
            raise CannotError("a target has no room for words; use --archive-style replace")
        address = _escaped(remedy.address)
        embedded = _EMBEDDED_END.match(self.text, spot.end)
        if embedded:
            yield Way((insertion(embedded.end(), f" (`{archived(remedy)} <{address}>`__)"),), Reads.BESIDE)
            return
        at = (
            spot.end + 1
            if self.text.startswith(">", spot.end) and self.text[spot.start - 1 : spot.start] == "<"
            else spot.end
        )
        for words in dict.fromkeys((archived(remedy), "archived")):
            yield Way((insertion(at, f", {words} at {address}"),), Reads.BESIDE)
            yield Way((insertion(at, f", `{words} <{address}>`__"),), Reads.BESIDE)


def _escaped(address: str) -> str:
    r"""An address in a target: a final ``_`` would name another target, ``*`` and ``|`` could begin markup."""
    written = re.sub(r"([*|\\`])", r"\\\1", address)
    return f"{written[:-1]}\\_" if written.endswith("_") else written
