r"""Mending LaTeX: ``\url``, ``\href``, bare addresses; the author's escapes are kept. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.fix.links import Links, put, said
from checker.fix.remedy import Remedy, Spot, Way, archived
from checker.patterns import regex
from checker.readers.closing import pairs

_BRACES = regex(r"\\.|[{}]", re.DOTALL)
_URL = regex(r"\\(?:url|nolinkurl|path)\s{0,3}\{\s{0,20}$")
_HREF = regex(r"\\href\s{0,3}(?:\[[^\]]{0,200}\])?\s{0,3}\{\s{0,20}$")
_CLOSE = regex(r"\s{0,20}\}")
_LABEL = regex(r"\s{0,5}\{")
_SPECIAL = regex(r"(?<!\\)([%#])")
_TEXT_SPECIAL = regex(r"(?<!\\)([%#&_$])")


class Latex(Links):
    """The places of one LaTeX source."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._closers = pairs(text, _BRACES, {"{": "}"})

    def spelt(self, spot: Spot, address: str) -> str:
        """Escaped as the author escapes; in running text everything special."""
        before = self._before(spot)
        if not (_URL.search(before) or _HREF.search(before)):
            return _TEXT_SPECIAL.sub(r"\\\1", address)
        used = {match[1] for match in re.finditer(r"\\([%#&_])", spot.written)}
        raw = set(spot.written) - {"\\"}
        needed = used | ({"%", "#"} - (raw - used))
        return "".join(f"\\{ch}" if ch in needed else ch for ch in address)

    def beside(self, spot: Spot, remedy: Remedy) -> Iterator[Way]:
        r"""Behind the words of an ``\href``, as one of its own; behind all else in words."""
        before, address = self._before(spot), escaped(remedy.address)
        close = _CLOSE.match(self.text, spot.end)
        if _HREF.search(before) and close:
            label = _LABEL.match(self.text, close.end())
            end = self._closers.get(label.end() - 1) if label else None
            yield put(close.end() if end is None else end + 1, rf" (\href{{{address}}}{{{archived(remedy)}}})")
            return
        yield from said(close.end() if _URL.search(before) and close else spot.end, remedy, rf"\url{{{address}}}")

    def _before(self, spot: Spot) -> str:
        return self.text[max(0, spot.start - 240) : spot.start]


def escaped(address: str) -> str:
    r"""An address inside ``\url`` or ``\href``, which may be an argument: ``%`` and ``#`` need a backslash there."""
    return _SPECIAL.sub(r"\\\1", address)
