"""Mending Markdown: inline links, reference definitions, autolinks, raw HTML, bare addresses. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.fix import html as html_format
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
from checker.patterns import regex
from checker.readers.closing import pairs
from checker.readers.spans import Cover

_INLINE = regex(r"\]\(\s{0,3}<?$")
_DEFINITION = regex(r"^[ ]{0,3}\[(?!\^)[^\[\]\n]{1,300}\]:[ \t]{0,9}<?$")
_ATTRIBUTE = regex(r"\bhref\s{0,3}=\s{0,3}[\"']$", re.IGNORECASE)
_CLOSE = regex(
    r">?(?:\s{1,20}(?:\"(?:\\.|[^\"\\]){0,2000}\"|'(?:\\.|[^'\\]){0,2000}'|\((?:\\.|[^()\\]){0,2000}\)))?\s{0,20}\)",
    re.DOTALL,
)
_BRACKETS = regex(r"\\.|[\[\]]", re.DOTALL)
_ENTITY = regex(r"&(?=#?\w{1,31};)")
_PUNCTUATION = regex(r"\\(?=[!-/:-@\[-`{-~])")


class Markdown:
    """The places of one Markdown text."""

    def __init__(self, text: str) -> None:
        self.text = text
        links = pairs(text, _BRACKETS, {"[": "]"})
        self._labels = Cover((start, end) for start, end in links.items() if text[end + 1 : end + 2] in ("(", "["))
        self._html = html_format.Html(text)

    def ways(self, spot: Spot, remedy: Remedy, style: Style | None) -> Iterator[Way]:
        """How a place can be mended, best first."""
        before = self.text[max(0, spot.start - 600) : spot.start]
        line = before.rpartition("\n")[2]
        angled = before.endswith("<") and self.text.startswith(">", spot.end)
        if _ATTRIBUTE.search(before):
            return self._html.ways(spot, remedy, style)
        if style is Style.ROBUST and remedy.kind is RemedyKind.ARCHIVED:
            raise CannotError(NO_ROBUST)
        append = style is Style.APPEND and remedy.kind is RemedyKind.ARCHIVED
        if _INLINE.search(before):
            return self._inline(spot, remedy, append=append, angled=angled)
        if _DEFINITION.search(line):
            return self._definition(spot, remedy, append=append, angled=angled)
        if self._labels.holds(spot.start):
            raise CannotError("the address is the words of another link", refused=False)
        return self._text(spot, remedy, append=append, angled=angled)

    def _inline(self, spot: Spot, remedy: Remedy, *, append: bool, angled: bool) -> Iterator[Way]:
        close = _CLOSE.match(self.text, spot.end)
        if append:
            if close is None:
                raise CannotError("no end of this link was found; mend its brackets")
            new = f" ([{archived(remedy)}]({_destination(remedy.address, angled=False)}))"
            yield Way((insertion(close.end(), new),), Reads.BESIDE)
            return
        yield from instead(spot, spellings(spot, remedy.address, _destination(remedy.address, angled=angled)))

    def _definition(self, spot: Spot, remedy: Remedy, *, append: bool, angled: bool) -> Iterator[Way]:
        if append:
            raise CannotError("a reference definition has no room for words; use --archive-style replace")
        yield from instead(spot, spellings(spot, remedy.address, _destination(remedy.address, angled=angled)))

    def _text(self, spot: Spot, remedy: Remedy, *, append: bool, angled: bool) -> Iterator[Way]:
        # In an autolink some parsers read entities (cmark) and some do not (markdown-it): it has none.
        bare, closed = _ENTITY.sub("&amp;", remedy.address), f"<{remedy.address}>"
        if not append:
            yield from instead(spot, spellings(spot, remedy.address, remedy.address if angled else bare))
            yield from instead(spot, () if angled else (closed,))
            return
        at = spot.end + 1 if angled else spot.end
        for words in dict.fromkeys((archived(remedy), "archived")):
            for address in (closed, bare) if angled else (bare, closed):
                yield Way((insertion(at, f", {words} at {address}"),), Reads.BESIDE)


def _destination(address: str, *, angled: bool) -> str:
    """An address as the destination of a link: its own brackets escaped where they do not balance."""
    written = _ENTITY.sub("&amp;", _PUNCTUATION.sub(r"\\\\", address))
    if angled or _balanced(written):
        return written
    return written.replace("(", r"\(").replace(")", r"\)")


def _balanced(text: str) -> bool:
    depth = 0
    for ch in text:
        depth += (ch == "(") - (ch == ")")
        if depth < 0:
            return False
    return not depth
