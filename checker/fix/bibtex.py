r"""Mending BibTeX and biblatex: the copy in ``note`` (``addendum`` in biblatex), ``url`` and ``urldate`` kept. Pure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from checker.fix.edits import Edit, insertion
from checker.fix.latex import escaped
from checker.fix.remedy import CannotError, Reads, Remedy, RemedyKind, Spot, Style, Way, archived, instead, spellings
from checker.patterns import regex
from checker.readers.bibtex import Entry, Field, entries

_BIBLATEX = regex(
    r"^\s{0,20}(?:urldate|addendum|journaltitle|langid|eventdate|origdate|date)\s{0,20}=", re.MULTILINE | re.IGNORECASE
)
_BIBLATEX_TYPE = regex(
    r"@(?:online|report|thesis|collection|mvbook|dataset|software|periodical)\s{0,20}[{(]", re.IGNORECASE
)
_NAME = regex(r"([a-zA-Z][\w:.+-]{0,60})(\s{0,50}=\s{0,50})([{\"]?)$")
_OWN = ("note", "addendum")


class Bibtex:
    """The places of one bibliography."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.entries = list(entries(text))
        self._starts = [entry.start for entry in self.entries]
        self._biblatex = bool(_BIBLATEX.search(text) or _BIBLATEX_TYPE.search(text))

    def ways(self, spot: Spot, remedy: Remedy, style: Style | None) -> Iterator[Way]:
        """One way, whatever the style: bibliographies have fields of their own."""
        if remedy.kind is RemedyKind.MOVED:
            return instead(spot, spellings(spot, remedy.address, _like(spot, remedy.address)))
        return self._noted(spot, remedy)

    def _noted(self, spot: Spot, remedy: Remedy) -> Iterator[Way]:
        entry, cited = self._entry(spot)
        wanted = "addendum" if self._biblatex else "note"
        there = next((one for one in entry.fields if one.name == wanted), None)
        copy = rf"{archived(remedy)} at \url{{{escaped(remedy.address)}}}"
        if there is not None:
            yield self._joined(there, copy)
        else:
            yield Way((self._added(cited, wanted, copy[0].upper() + copy[1:]),), Reads.BESIDE)

    def _entry(self, spot: Spot) -> tuple[Entry, Field]:
        index = bisect_right(self._starts, spot.start) - 1
        entry = self.entries[max(index, 0)] if self.entries else None
        cited = next((one for one in entry.fields if one.start <= spot.start < one.end), None) if entry else None
        if entry and cited and entry.whole:
            return entry, cited
        raise CannotError("the entry is broken; mend it first")

    def _joined(self, there: Field, copy: str) -> Way:
        """Behind what the field says already."""
        value = self.text[there.start : there.end]
        if self.text[there.start - 1 : there.start] not in ("{", '"'):
            raise CannotError(f"the field '{there.name}' is no text of its own; add by hand: {copy}")
        kept = value.rstrip()
        at = there.start + len(kept)
        if not kept:
            return Way((Edit(there.start, value, copy[0].upper() + copy[1:]),), Reads.BESIDE)
        joint = " " if kept.endswith((".", ";", "!", "?")) else ", "
        words = copy[0].upper() + copy[1:] if kept.endswith((".", "!", "?")) else copy
        return Way((insertion(at, joint + words),), Reads.BESIDE)

    def _added(self, beside: Field, name: str, value: str) -> Edit:
        """A field of its own, laid out as the one it stands behind."""
        line_start = self.text.rfind("\n", 0, beside.start) + 1
        head = _NAME.search(self.text, max(0, beside.start - 200), beside.start)
        if head is None:
            raise CannotError(f"add by hand: {name} = {{{value}}}")
        end = beside.end + (1 if head[3] else 0)
        lead = self.text[line_start : head.start()]
        newline = "\r\n" if self.text[:line_start].endswith("\r\n") else "\n"
        gap = f"{newline}{lead}" if line_start and not lead.strip() else " "
        width = len(head[1]) + len(head[2]) - len(head[2].lstrip())
        equals = head[2].lstrip() if width > len(head[1]) + 1 else head[2]
        padded = name.ljust(width) if width > len(head[1]) + 1 else name
        if padded == name and not equals.startswith(" ") and width > len(head[1]) + 1:
            equals = f" {equals}"
        return insertion(end, f",{gap}{padded}{equals}{{{value}}}")


def _like(spot: Spot, address: str) -> str:
    """An address escaped as its author escapes."""
    used = {match[1] for match in re.finditer(r"\\([%#&_$~])", spot.written)}
    return "".join(f"\\{ch}" if ch in used else ch for ch in address)
