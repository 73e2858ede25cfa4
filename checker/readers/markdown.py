"""Reading Markdown (CommonMark with footnotes, MDX): links, references, autolinks, bare and raw HTML addresses.

One walk through the text writes down what reads; blocks that are read apart (see :mod:`markdown_blocks`) are
put in their place. Pure and linear.
"""

from __future__ import annotations

import html
import re

from checker.model import Document
from checker.patterns import regex
from checker.readers.addresses import find_addresses
from checker.readers.assembly import reading_of
from checker.readers.closing import pairs
from checker.readers.flat import Flat, FlatPlaces
from checker.readers.lines import Lines
from checker.readers.markdown_blocks import (
    Footnote,
    Reference,
    code_of,
    folded,
    footnotes_of,
    front_sources,
    hidden_of,
    references_of,
)
from checker.readers.markdown_inline import (
    APART,
    BAR,
    BLOCKS,
    DESTINATION,
    REST,
    SOLID,
    TOKEN,
    balanced,
    meant,
    signed,
)
from checker.readers.reading import Reading
from checker.readers.scanner import Scanner
from checker.readers.schemes import is_page
from checker.readers.spans import Cover

_BRACKETS = regex(r"\\.|[\[\]]")
MAX_DEPTH = 20
MAX_KEY = 1000
_LONGEST_ROW = 4000
_ROW = regex(r"[ \t>]*\|")


def read(document: Document, places: FlatPlaces | None = None) -> Reading:
    """Citations, figures and addresses that are no pages, of a Markdown text.

    ``places`` tells where an offset of the text stands, if the text was taken out of another file.
    """
    return reading_of(document, _Walk(document.text, mdx=document.name.endswith(".mdx")).whole(places))


class _Walk(Scanner):
    """One walk through the text; what is read apart stands in it as one sign."""

    token = TOKEN

    def __init__(self, text: str, *, mdx: bool) -> None:
        hidden = Cover(hidden_of(text))
        blocks = code_of(text, Lines(text), modules=mdx)
        code = Cover(span for span in blocks.certain if not hidden.holds(span[0]))
        clear = Cover([*hidden.spans, *code.spans]).blanked(text)
        self.footnotes = {one.line_start: one for one in footnotes_of(clear)}
        inside = Cover((one.start, one.end) for one in self.footnotes.values())
        indented = Cover(span for span in blocks.indented if not inside.holds(span[0]) and not hidden.holds(span[0]))
        clear = indented.blanked(clear)
        self.references = {one.start: one for one in references_of(clear)}
        self.code_ends = dict([*code.spans, *indented.spans])
        self.hidden_ends = dict(hidden.spans)
        apart = {*self.code_ends, *self.hidden_ends, *self.footnotes, *self.references}
        clear = clear.replace(APART, " ")
        super().__init__(text)
        self.raw = signed(clear, sorted(apart))
        self.pairs = pairs(clear, _BRACKETS, {"[": "]"})
        self.front = list(front_sources(text))
        self.keys = {one.key for one in self.footnotes.values()}
        self.defined = {folded(one.key): one for one in reversed(self.references.values())}
        self.labels = 0
        self.linked: set[str] = set()
        self.pictured: set[str] = set()
        self.anchors: list[tuple[str, int, int, int]] = []
        self.late: list[Reference] = []

    def whole(self, places: FlatPlaces | None) -> Flat:
        """The whole text."""
        self.walk(0, len(self.raw))
        self._end_anchors()
        for key, start, end in self.deferred:
            self.writer.put("\n\n", start)
            at = self.writer.length
            self.walk(start, end)
            self.writer.note(key, at)
        for reference in self.late:
            self._define(reference)
        return self.writer.done(numbered=not self.footnotes, flows=True, outer=places)

    def on_apart(self, match: re.Match[str], end: int) -> int | None:
        """Something that is read apart."""
        start = match.start()
        if start in self.footnotes:
            return self._footnote(self.footnotes[start])
        if start in self.references:
            self.late.append(self.references[start])
            return self.references[start].end
        if start in self.code_ends:
            self._code(start, self.code_ends[start])
            return self.code_ends[start]
        if start == 0:
            for first, last in self.front:
                for found in find_addresses(self.writer.raw, first, last):
                    self.page(found.url, self.writer.length, found.start, found.end)
        newlines = self.writer.raw.count("\n", start, self.hidden_ends[start])
        self.writer.put("\n" * newlines or " ", start)
        return self.hidden_ends[start]

    def _code(self, start: int, end: int) -> None:
        """Code: inline code is read as words, unless there are addresses in it."""
        words = self.writer.raw[start:end]
        if "\n\n" not in words and words.startswith("`") and not words.startswith("```") and "://" not in words:
            self.writer.copy(start + 1, end - 1)
        else:
            self.writer.code(start, end)

    def _footnote(self, one: Footnote) -> int:
        self.writer.put("\n\n", one.line_start)
        at = self.writer.length
        self.walk(one.start, one.end)
        self.writer.note(one.key, at)
        self.writer.put("\n\n", one.end)
        return one.end

    def _define(self, one: Reference) -> None:
        """A reference that nothing uses: its key is its words."""
        key = folded(one.key)
        if self.defined[key] is one and key in self.linked | self.pictured:
            return
        self.writer.put("\n\n", one.start)
        at = self.writer.length
        if not one.key.isdigit():
            self.writer.put(one.key, one.start)
        self.page(meant(self.writer.raw[one.first : one.last]), at, one.first, one.last)

    def on_note(self, match: re.Match[str], end: int) -> int | None:
        """A footnote in the line itself, as Pandoc has it."""
        close = self.pairs.get(match.end() - 1)
        if close is None or close > end:
            return None
        key = str(len(self.deferred) + 1)
        self.writer.mark(key, match.start(), f"[{key}]")
        self.deferred.append((key, match.end(), close))
        return close + 1

    def on_mark(self, match: re.Match[str], end: int) -> None:
        """``[^1]``."""
        if match["key"] in self.keys:
            self.writer.mark(match["key"], match.start(), f"[{match['key']}]")
        else:
            self.writer.copy(*match.span())

    def on_bracket(self, match: re.Match[str], end: int) -> int | None:
        """``[words](address "title")``, ``[words][key]``, the same with ``!`` for images, or only a bracket."""
        close = self.pairs.get(match.end() - 1)
        if close is None or close > end or self.depth >= MAX_DEPTH:
            self.writer.copy(*match.span())
            return None
        image = match[0].startswith("!")
        if self.raw.startswith("(", close + 1) and (destination := DESTINATION.match(self.raw, close + 1, end)):
            return self._inline(destination, match.end(), close, image=image)
        named = self.pairs.get(close + 1) if self.raw.startswith("[", close + 1) else None
        key = (self._key(close + 2, named) if named else "") or self._key(match.end(), close)
        if key not in self.defined:
            self.writer.copy(*match.span())
            return None
        at = self.writer.length
        self._label(match.end(), close, linked=not image)
        self._used(key, at, image=image)
        return (named or close) + 1

    def _key(self, start: int, end: int) -> str:
        return folded(self.writer.raw[start:end]) if end - start <= MAX_KEY else ""

    def _label(self, start: int, end: int, *, linked: bool) -> None:
        """The words of a link: addresses among them are words too."""
        self.labels += linked
        self.walk(start, end)
        self.labels -= linked

    def _used(self, key: str, at: int, *, image: bool) -> None:
        """Note the address of a reference where its words stand for the first time."""
        if image:
            self.pictured.add(key)
        elif key in self.linked:
            self.writer.masked.append((at, self.writer.length))
        else:
            self.linked.add(key)
            one = self.defined[key]
            self.page(meant(self.writer.raw[one.first : one.last]), at, one.first, one.last)

    def _inline(self, destination: re.Match[str], start: int, end: int, *, image: bool) -> int:
        """A link whose words stand from ``start`` to ``end``."""
        group = "angled" if destination["angled"] is not None else "plain"
        written = destination[group] or ""
        if group == "plain":
            written = balanced(written)
        first = destination.start(group) if destination[group] is not None else destination.end()
        last = first + len(written)
        url, at = meant(written), self.writer.length
        self._label(start, end, linked=is_page(url) and not image)
        if written and not image and not written.startswith("//"):
            self.page(url, at, first, last)
        rest = REST.match(self.raw, last + (group == "angled"))
        return rest.end() if rest else last

    def on_angled(self, match: re.Match[str], end: int) -> None:
        """``<address>``."""
        at = self.writer.length
        self.writer.copy(*match.span("bare"))
        self.page(html.unescape(match["bare"]), at, *match.span("bare"))

    def on_code(self, match: re.Match[str], end: int) -> int | None:
        """Code in raw HTML."""
        close = self.closing.find_folded(f"</{match['tag'].lower()}", match.end())
        if close < 0 or close > end:
            return None
        if match["tag"].lower() not in ("script", "style"):
            self.writer.code(match.end(), close)
        return close

    def on_anchor(self, match: re.Match[str], end: int) -> None:
        """``<a href="address">`` and components of MDX that have one; its words go on to ``</a>``."""
        group = next(name for name in ("double", "single", "tick", "open") if match[name])
        self._end_anchors()
        self.anchors.append((html.unescape(match[group].strip()), self.writer.length, *match.span(group)))
        if match[0].endswith("/>"):
            self._end_anchors()

    def on_close(self, match: re.Match[str], end: int) -> None:
        """``</a>``."""
        self._end_anchors()

    def _end_anchors(self) -> None:
        while self.anchors:
            self.page(*self.anchors.pop())

    def on_html(self, match: re.Match[str], end: int) -> None:
        """Other tags leave at most a new line."""
        if match[0][:2] == "</" and match[0][2].isupper():  # a component of MDX
            self._end_anchors()
        name = match[0].strip("</>").split(None, 1)[0].rstrip("/").lower()
        if name in BLOCKS:
            self.writer.put("\n", match.start())
        self.writer.grids.markup(match[0], self.writer.length)

    def on_address(self, match: re.Match[str], end: int) -> int:
        """A bare address: what looks like markup in it is none, but for what closes around it."""
        start = match.start()
        solid = SOLID.match(self.raw, start, end)
        stop = solid.end() if solid else match.end()
        if self._in_row(start):
            bar = BAR.search(self.raw, start, stop)
            stop = bar.start() if bar else stop
        before = self.raw[start - 1 : start]
        if before in ("*", "_", "~"):
            while self.raw[stop - 1] in f"{before}.,;:!?)" and before in self.raw[stop - 3 : stop]:
                stop -= 1
        found = find_addresses(self.raw, start, stop)
        if not found or found[0].start != start:
            self.writer.copy(*match.span())
            return match.end()
        at = self.writer.length
        self.writer.copy(start, found[0].end)
        url = meant(self.raw[start : found[0].end])
        if not self.labels:
            self.page(url if url[:4].lower() == "http" else f"http://{url}", at, start, found[0].end)
        return found[0].end

    def _in_row(self, offset: int) -> bool:
        """Whether the line before an offset begins as a row of a table does; an endless one is none."""
        low = max(0, offset - _LONGEST_ROW)
        line = self.raw.rfind("\n", low, offset)
        return (line >= 0 or low == 0) and _ROW.match(self.raw, line + 1, offset) is not None

    def on_emphasis(self, match: re.Match[str], end: int) -> None:
        """One star or low line is italics, two are bold, three both."""
        if match[0] in ("*", "_", "***", "___"):
            self.writer.toggle()

    def on_mail(self, match: re.Match[str], end: int) -> None:
        """A bare ``mailto:``; what looks like an address in it is none."""
        self.writer.copy(*match.span())
        self.page(match[0], self.writer.length - len(match[0]), *match.span())

    def on_escape(self, match: re.Match[str], end: int) -> None:
        """An escaped character."""
        self.writer.copy(*match.span("escaped"))

    def on_entity(self, match: re.Match[str], end: int) -> None:
        """A character by its name."""
        self.writer.put(html.unescape(match[0]), match.start())
