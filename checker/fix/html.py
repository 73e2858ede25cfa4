"""Mending HTML: ``href`` and other attributes, Robust Links attributes, addresses in the text. Pure.

Robust Links: https://robustlinks.mementoweb.org/spec/ and its draft of 2025 (original and date required,
the version recommended). ``href`` leads to the copy, since readers without a script follow it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from html import escape
from itertools import islice

from checker.fix.edits import Edit, insertion
from checker.fix.remedy import (
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
from checker.patterns import regex
from checker.readers.tags import Tag, tags_of

_ROBUST = ("data-versionurl", "data-originalurl", "data-versiondate")
_UNQUOTED = regex(r"=\s{0,100}$")


class Html:
    """The places of one page."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tags = [tag for tag in tags_of(text) if not tag.name.startswith("!")]
        self._starts = [tag.start for tag in self.tags]

    def ways(self, spot: Spot, remedy: Remedy, style: Style | None) -> Iterator[Way]:
        """How a place can be mended, best first."""
        index = bisect_right(self._starts, spot.start) - 1
        tag = self.tags[index] if index >= 0 and spot.start < self.tags[index].end else None
        if tag is not None and not self.text.startswith(">", tag.end - 1):
            raise CannotError("the tag is not closed; mend it first")
        if remedy.kind is RemedyKind.MOVED or style in (None, Style.REPLACE):
            return self._replaced(spot, remedy, tag)
        if style is Style.ROBUST:
            return self._robust(spot, remedy, tag)
        return self._appended(spot, remedy, tag, index)

    def _replaced(self, spot: Spot, remedy: Remedy, tag: Tag | None) -> Iterator[Way]:
        if tag is not None and any(name in tag.attributes for name in _ROBUST):
            raise CannotError("the link carries Robust Links attributes already; change it by hand")
        yield from instead(spot, spellings(spot, remedy.address, escape(remedy.address)))
        if tag is None:
            yield from instead(spot, (f"&lt;{escape(remedy.address)}&gt;",))

    def _robust(self, spot: Spot, remedy: Remedy, tag: Tag | None) -> Iterator[Way]:
        if tag is None or tag.name != "a":
            raise CannotError("Robust Links attributes belong to a link, and this is none; use another --archive-style")
        if any(name in tag.attributes for name in _ROBUST):
            raise CannotError("the link carries Robust Links attributes already; change it by hand")
        value = tag.attributes["href"]
        at = value.end + (self.text[value.end : value.end + 1] in ('"', "'") and not self._bare(value.start))
        day = remedy.looked or remedy.day
        given = {"data-originalurl": spot.citation.url, "data-versionurl": remedy.address}
        if day:
            given["data-versiondate"] = day.isoformat()
        added = insertion(at, "".join(f' {name}="{escape(text)}"' for name, text in given.items()))
        for form in spellings(spot, remedy.address, escape(remedy.address)):
            yield Way((Edit(spot.start, spot.written, form), added), Reads.INSTEAD)

    def _bare(self, start: int) -> bool:
        return bool(_UNQUOTED.search(self.text, max(0, start - 110), start))

    def _appended(self, spot: Spot, remedy: Remedy, tag: Tag | None, index: int) -> Iterator[Way]:
        address, words = escape(remedy.address), archived(remedy)
        if tag is None:
            yield Way((insertion(spot.end, f", {words} at {address}"),), Reads.BESIDE)
            linked = f', <a href="{address}">{words}</a>'
            yield Way((insertion(spot.end, linked),), Reads.BESIDE)
            return
        end = next((one for one in islice(self.tags, index + 1, None) if one.name in ("/a", "a")), None)
        if tag.name != "a" or end is None or end.name != "/a":
            raise CannotError("there is no place for words beside this address; use --archive-style replace")
        yield Way((insertion(end.end, f' (<a href="{address}">{words}</a>)'),), Reads.BESIDE)
