r"""Mending LaTeX: ``\url``, ``\href``, bare addresses; the author's escapes are kept. Pure."""

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

_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
_URL = re.compile(r"\\(?:url|nolinkurl|path)\s{0,3}\{\s{0,20}$")
_HREF = re.compile(r"\\href\s{0,3}(?:\[[^\]]{0,200}\])?\s{0,3}\{\s{0,20}$")
_CLOSE = re.compile(r"\s{0,20}\}")
_LABEL = re.compile(r"\s{0,5}\{")
_SPECIAL = re.compile(r"(?<!\\)([%#])")
_TEXT_SPECIAL = re.compile(r"(?<!\\)([%#&_$])")


class Latex:
    """The places of one LaTeX source."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._closers = pairs(text, _BRACES, {"{": "}"})

    def ways(self, spot: Spot, remedy: Remedy, style: Style | None) -> Iterator[Way]:
        """How a place can be mended, best first."""
        before = self.text[max(0, spot.start - 240) : spot.start]
        if remedy.kind is RemedyKind.MOVED or style in (None, Style.REPLACE):
            return instead(spot, spellings(spot, remedy.address, _like(spot, remedy.address, before)))
        if style is Style.ROBUST:
            raise CannotError(NO_ROBUST)
        return self._beside(spot, remedy, before)

    def _beside(self, spot: Spot, remedy: Remedy, before: str) -> Iterator[Way]:
        address = escaped(remedy.address)
        close = _CLOSE.match(self.text, spot.end)
        if _HREF.search(before) and close:
            label = _LABEL.match(self.text, close.end())
            end = self._closers.get(label.end() - 1) if label else None
            at = close.end() if end is None else end + 1
            yield Way((insertion(at, rf" (\href{{{address}}}{{{archived(remedy)}}})"),), Reads.BESIDE)
            return
        at = close.end() if _URL.search(before) and close else spot.end
        for words in dict.fromkeys((archived(remedy), "archived")):
            yield Way((insertion(at, rf", {words} at \url{{{address}}}"),), Reads.BESIDE)


def escaped(address: str) -> str:
    r"""An address inside ``\url`` or ``\href``, which may be an argument: ``%`` and ``#`` need a backslash there."""
    return _SPECIAL.sub(r"\\\1", address)


def _like(spot: Spot, address: str, before: str) -> str:
    """An address escaped as its author escapes: in a link as before, in running text everything special."""
    if not (_URL.search(before) or _HREF.search(before)):
        return _TEXT_SPECIAL.sub(r"\\\1", address)
    used = {match[1] for match in re.finditer(r"\\([%#&_])", spot.written)}
    raw = set(spot.written) - {"\\"}
    needed = used | ({"%", "#"} - (raw - used))
    return "".join(f"\\{ch}" if ch in needed else ch for ch in address)
