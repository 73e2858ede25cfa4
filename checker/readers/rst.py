"""Reading reStructuredText: embedded and named targets, footnotes, bare addresses, directives. Pure and linear.

docutils loses columns and bare addresses that are not ASCII, so blocks and inline markup are read here
as its specification has them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.model import Document
from checker.readers.assembly import reading_of
from checker.readers.flat import Flat
from checker.readers.reading import Reading
from checker.readers.scanner import Scanner
from checker.readers.schemes import is_page

_LINE = re.compile(r"[^\n]*\n?")
_TARGET = re.compile(
    r"\.\. _(?:`(?P<quoted>[^`\n]{1,500})`|(?P<name>[^:\n]{0,500}(?:\\:[^:\n]{0,500}){0,20})):(?:[ \t]+(?P<rest>\S[^\n]*))?[ \t]*$|__[ \t]+(?P<anonymous>\S[^\n]*)$"
)
_NOTE = re.compile(r"\.\.[ \t]+\[(?P<key>#?[\w.-]{0,100}|\*)\][ \t]+")
_DIRECTIVE = re.compile(r"\.\.[ \t]+(?:\|[^|\n]{1,200}\|[ \t]+)?(?P<name>[\w:.+-]{1,60}?)::(?P<argument>[^\n]*)$")
_OPTION = re.compile(r"[ \t]+:(?P<name>[\w-]{1,60}):(?P<value>[^\n]*)$")
_CODE_DIRECTIVES = frozenset(
    {
        "code-block",
        "code",
        "sourcecode",
        "highlight",
        "parsed-literal",
        "literalinclude",
        "math",
        "raw",
        "doctest",
        "prompt",
        "testcode",
    }
)
_DROPPED_DIRECTIVES = frozenset({"image", "figure", "include", "contents", "csv-table", "index", "meta"})
_INLINE = re.compile(
    r"(?P<code>``[^\n]{1,2000}?``|:(?:code|math|file|command|literal|samp|kbd|envvar|option):`[^`\n]{1,1000}`)"
    r"|(?P<embedded>`(?P<label>[^`<>]{0,1000}?)\s{0,20}<(?P<url>[^<>`]{1,8000})>`_{1,2})"
    r"|(?P<phrase>(?::[\w:+.-]{1,60}:)?`(?P<words>[^`]{1,1000})`_{0,2})"
    r"|(?P<mark>\[(?P<key>#?[\w.-]{0,100}|\*)\]_)"
    r"|(?P<angled><(?P<bare>https?://[^\s<>]{1,8000})>)"
    r"|(?P<escape>\\(?P<escaped>.))"
    r"|(?P<strong>\*{1,2}(?=\S)|(?<=\S)\*{1,2})"
    r"|(?P<named>(?<=[^\W_])_{1,2}(?=[\s.,;:!?)\]'\"-]|$))",
)
_GAPS = re.compile(r"\s+")
_ESCAPED = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: its span without the newline, how far it is indented, and its text."""

    start: int
    end: int
    indent: int
    text: str

    @property
    def blank(self) -> bool:
        return not self.text


def read(document: Document) -> Reading:
    """Citations and figures of a reStructuredText."""
    return reading_of(document, _Walk(document.text).flat())


class _Walk(Scanner):
    """One walk through the lines; footnotes keep their place, since they are paragraphs of their own."""

    token = _INLINE
    on_strong = on_named = Scanner.drop
    on_code = Scanner.code

    def __init__(self, raw: str) -> None:
        super().__init__(raw)
        self.lines = [_line(raw, match) for match in _LINE.finditer(raw) if match[0]]
        self.auto = 0
        self.auto_marks = 0

    def flat(self) -> Flat:
        """The whole text."""
        index = 0
        while index < len(self.lines):
            index = self._block(index)
        return self.writer.done()

    def _block(self, index: int) -> int:
        line = self.lines[index]
        start = line.start + line.indent
        if line.text.startswith(">>>"):
            self.writer.code(line.start, line.end)
            return index + 1
        if line.text.startswith((".. ", "__ ")) or line.text == "..":
            return self._explicit(index, start)
        self.walk(line.start, line.end)
        self.writer.put("\n", line.end)
        if line.text.endswith("::"):
            return self._literal(index + 1, line.indent)
        return index + 1

    def _explicit(self, index: int, start: int) -> int:
        """A target, a footnote, a directive or a comment."""
        line = self.lines[index]
        target = _TARGET.match(self.raw, start, line.end)
        if target:
            return self._target(index, target)
        note = _NOTE.match(self.raw, start, line.end)
        if note:
            return self._note(index, note)
        directive = _DIRECTIVE.match(self.raw, start, line.end)
        if directive:
            return self._directive(index, directive)
        self.writer.put("\n", line.start)
        return self._indented(index + 1, line.indent)

    def _indented(self, index: int, indent: int) -> int:
        """The first line behind ``index`` that is not indented deeper."""
        while index < len(self.lines) and (self.lines[index].blank or self.lines[index].indent > indent):
            index += 1
        return index

    def _literal(self, index: int, indent: int) -> int:
        stop = self._indented(index, indent)
        if stop > index:
            self.writer.code(self.lines[index].start, self.lines[stop - 1].end)
            self.writer.put("\n", self.lines[stop - 1].end)
        return stop

    def _target(self, index: int, target: re.Match[str]) -> int:
        """``.. _name: address``; the address may go on over indented lines."""
        line = self.lines[index]
        group = "anonymous" if target["anonymous"] else "rest"
        stop = index + 1
        first = target.start(group) if target[group] else line.end
        last = line.end
        while stop < len(self.lines) and not self.lines[stop].blank and self.lines[stop].indent > line.indent:
            first = first if target[group] else min(first, self.lines[stop].start + self.lines[stop].indent)
            last = self.lines[stop].end
            stop += 1
        if not target[group] and stop > index + 1:
            first = self.lines[index + 1].start + self.lines[index + 1].indent
        written = self.raw[first:last].rstrip()
        url = _meant(written)
        at = self.writer.length
        self.writer.put((target["quoted"] or target["name"] or "").replace("\\", ""), line.start)
        self._page(url, at, first, first + len(written))
        self.writer.put("\n", line.start)
        return stop

    def _page(self, url: str, at: int, first: int, last: int) -> None:
        if not url.endswith("_") or is_page(url):  # else it names another target
            self.page(url, at, first, last)

    def _note(self, index: int, note: re.Match[str]) -> int:
        key = note["key"].lstrip("#")
        if not key:
            self.auto += 1
            key = str(self.auto)
        stop = self._indented(index + 1, self.lines[index].indent)
        while stop > index + 1 and self.lines[stop - 1].blank:
            stop -= 1
        self.writer.put("\n", note.start())
        at = self.writer.length
        self.walk(note.end(), self.lines[stop - 1].end)
        self.writer.note(key, at)
        self.writer.put("\n\n", self.lines[stop - 1].end)
        return stop

    def _directive(self, index: int, directive: re.Match[str]) -> int:
        line = self.lines[index]
        stop = self._indented(index + 1, line.indent)
        if directive["name"] in _CODE_DIRECTIVES:
            self.writer.code(line.start, self.lines[stop - 1].end)
            return stop
        inner = index + 1
        while inner < stop and (option := _OPTION.match(self.raw, self.lines[inner].start, self.lines[inner].end)):
            if option["name"] == "target":
                words = option["value"]
                first = option.start("value") + len(words) - len(words.lstrip())
                self._page(words.strip(), self.writer.length, first, first + len(words.strip()))
            inner += 1
        self.writer.put("\n", line.start)
        if directive["name"] in _DROPPED_DIRECTIVES:
            return stop if directive["name"] != "figure" else inner
        self.walk(directive.start("argument"), directive.end("argument"))
        self.writer.put("\n", line.end)
        return inner

    def on_embedded(self, match: re.Match[str], end: int) -> None:
        """```words <address>`_``."""
        at = self.writer.length
        self.writer.copy(*match.span("label"))
        self._page(_meant(match["url"]), at, *match.span("url"))

    def on_phrase(self, match: re.Match[str], end: int) -> None:
        """Words with a role, or that a target is named after."""
        self.writer.copy(*match.span("words"))

    def on_mark(self, match: re.Match[str], end: int) -> None:
        """``[1]_``."""
        key = match["key"].lstrip("#")
        if not key:
            self.auto_marks += 1
            key = str(self.auto_marks)
        self.writer.mark(key, match.start(), "[1]")

    def on_angled(self, match: re.Match[str], end: int) -> None:
        """``<address>``."""
        self.page(match["bare"], self.writer.length, *match.span("bare"))

    def on_escape(self, match: re.Match[str], end: int) -> None:
        """An escaped character."""
        self.writer.copy(*match.span("escaped"))


def _meant(written: str) -> str:
    """A target as meant: without the white space that wraps it and the escapes."""
    return _ESCAPED.sub(r"\1", _GAPS.sub("", written))


def _line(raw: str, match: re.Match[str]) -> _Line:
    text = match[0].rstrip("\r\n")
    stripped = text.strip()
    return _Line(match.start(), match.start() + len(text), len(text) - len(text.lstrip()), stripped)
