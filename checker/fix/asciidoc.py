"""Mending AsciiDoc: link macros, attributes, bare addresses. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from checker.fix.links import Links, put, said
from checker.fix.remedy import CannotError, Reads, Remedy, Spot, Style, Way, archived
from checker.patterns import regex
from checker.readers.closing import pairs

_BRACKETS = regex(r"\\\]|\[|\]")
_REFERENCE = regex(r"\{[\w-]{1,100}\}")
_ATTRIBUTE = regex(r"^:!?[\w-]{1,100}!?:[ \t]*$")


class AsciiDoc(Links):
    """The places of one AsciiDoc text."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._closers = pairs(text, _BRACKETS, {"[": "]"})

    def ways(self, spot: Spot, remedy: Remedy, style: Style | None) -> Iterator[Way]:
        """How a place can be mended, best first."""
        if _REFERENCE.fullmatch(spot.written):
            return iter((Way((), Reads.INSTEAD),))  # mended where the attribute is set
        return super().ways(spot, remedy, style)

    def spelt(self, spot: Spot, address: str) -> str:
        """What would open the words of a link is percent-encoded."""
        return address.replace("[", "%5B").replace("]", "%5D")

    def beside(self, spot: Spot, remedy: Remedy) -> Iterator[Way]:
        """Behind the macro, as one of its own; behind a bare address in words."""
        if _ATTRIBUTE.match(self.line_before(spot)):
            raise CannotError("an attribute has no room for words; use --archive-style replace")
        address = self.spelt(spot, remedy.address)
        opener = spot.end + 2 if self.text.startswith("++[", spot.end) else spot.end
        close = self._closers.get(opener)
        if self.text.startswith("[", opener) and close is not None:
            yield put(close + 1, f" ({address}[{archived(remedy)}])")
            return
        at = spot.end + self.closed(spot)
        yield from said(at, remedy, address)
        yield put(at, f", {address}[{archived(remedy)}]")
