"""Mending reStructuredText: embedded addresses, targets (once), bare addresses. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.fix.links import Links, put, said
from checker.fix.remedy import CannotError, Remedy, Spot, Way, archived
from checker.patterns import regex

_TARGET = regex(r"^[ \t]*(?:\.\. _[^\n]*:|__)[ \t]+$|^[ \t]+:target:[ \t]*$")
_EMBEDDED_END = regex(r"\s{0,5}>`_{1,2}")


class Rst(Links):
    """The places of one reStructuredText."""

    def spelt(self, spot: Spot, address: str) -> str:
        r"""A final ``_`` would name another target, ``*`` and ``|`` could begin markup."""
        written = re.sub(r"([*|\\`])", r"\\\1", address)
        return f"{written[:-1]}\\_" if written.endswith("_") else written

    def beside(self, spot: Spot, remedy: Remedy) -> Iterator[Way]:
        """Behind the reference, as one of its own; behind a bare address in words."""
        if _TARGET.match(self.line_before(spot)) or "\n" in spot.written:
            raise CannotError("a target has no room for words; use --archive-style replace")
        address = self.spelt(spot, remedy.address)
        embedded = _EMBEDDED_END.match(self.text, spot.end)
        if embedded:
            yield put(embedded.end(), f" (`{archived(remedy)} <{address}>`__)")
            return
        at = spot.end + self.closed(spot)
        yield from said(at, remedy, address)
        yield put(at, f", `{archived(remedy)} <{address}>`__")
