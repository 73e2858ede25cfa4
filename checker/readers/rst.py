"""Reading reStructuredText: embedded and named targets, footnotes, bare addresses, directives. Pure and linear.

docutils loses columns and bare addresses that are not ASCII, so blocks and inline markup are read here
as its specification has them.
"""

from __future__ import annotations

import re
from collections import deque

from msgspec import Struct

from checker.model import Document
from checker.patterns import regex
from checker.readers.assembly import reading_of
from checker.readers.flat import Flat
from checker.readers.reading import Reading
from checker.readers.scanner import Scanner
from checker.readers.schemes import is_page

_LINE = regex(r"[^\n]*\n?")
_TARGET = regex(
    r"\.\. _(?:`(?P<quoted>[^`\n]{1,500})`|(?P<name>[^:\n]{0,500}(?:\\:[^:\n]{0,500}){0,20})):(?:[ \t]+(?P<rest>\S[^\n]*))?[ \t]*$|__[ \t]+(?P<anonymous>\S[^\n]*)$"
)
_NOTE = regex(r"\.\.[ \t]+\[(?P<key>#?[\w.-]{0,100}|\*)\][ \t]+")
_DIRECTIVE = regex(r"\.\.[ \t]+(?:\|[^|\n]{1,200}\|[ \t]+)?(?P<name>[\w:.+-]{1,60}?)::(?P<argument>[^\n]*)$")
_OPTION = regex(r"[ \t]+:(?P<name>[\w-]{1,60}):(?P<value>[^\n]*)$")
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
_DROPPED_DIRECTIVES = frozenset({"image", "figure", "include", "contents", "index", "meta"})
_INLINE = regex(
    r"(?P<code>``[^\n]{1,2000}?``|:(?:code|math|file|command|literal|samp|kbd|envvar|option):`[^`\n]{1,1000}`)"
    r"|(?P<embedded>`(?P<label>[^`<>]{0,1000}?)\s{0,20}<(?P<url>[^<>`]{1,8000})>`_{1,2})"
    r"|(?P<phrase>(?::[\w:+.-]{1,60}:)?`(?P<words>[^`]{1,1000})`_{0,2})"
    r"|(?P<mark>\[(?P<key>#?[\w.-]{0,100}|\*)\]_)"
    r"|(?P<angled><(?P<bare>https?://[^\s<>]{1,8000})>)"
    r"|(?P<escape>\\(?P<escaped>.))"
    r"|(?P<strong>\*{1,2}(?=\S)|(?<=\S)\*{1,2})"
    r"|(?P<named>(?<=[^\W_])_{1,2}(?=[\s.,;:!?)\]'\"-]|$))",
)
_USE = regex(
    r"`(?P<phrase>[^`<>]{1,300})`(?P<after>_{1,2})(?![\w`])|(?<![\w`])(?P<word>[^\W_](?:[\w.+-]{0,60}[^\W_])?)(?P<end>_{1,2})(?=[\s.,;:!?)\]'\"-]|$)",
)
_NUMBERED = regex(r"^[ \t]{0,20}\.\.[ \t]+\[(#?)(\d*)([\w.-]*)\][ \t]", re.MULTILINE)
MAX_LINES = 2000
_GAPS = regex(r"\s+")
_ESCAPED = regex(r"\\(.)")


class _Line(Struct, frozen=True):
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
    on_named = Scanner.drop
    on_code = Scanner.code

    def __init__(self, raw: str) -> None:
        super().__init__(raw)
        self.lines = [_line(raw, match) for match in _LINE.finditer(raw) if match[0]]
        self.numbers = _numbers(raw)
        self.auto = self.auto_marks = 0
        self.used, self.anonymous = _used(raw)

    def flat(self) -> Flat:
        """The whole text."""
        index = 0
        while index < len(self.lines):
            index = self._block(index)
        return self.writer.done(flows=True)

    def _block(self, index: int) -> int:
        line = self.lines[index]
        start = line.start + line.indent
        if line.text.startswith(">>>"):
            stop = index + 1
            while stop < len(self.lines) and not self.lines[stop].blank:
                stop += 1
            self.writer.code(line.start, self.lines[stop - 1].end)
            return stop
        if line.text.startswith((".. ", "__ ")) or line.text == "..":
            return self._explicit(index, start)
        stop = self._paragraph(index)
        last = self.lines[stop - 1]
        self.walk(line.start, last.end)
        self.writer.put("\n", last.end)
        if last.text.endswith("::"):
            return self._literal(stop, last.indent)
        return stop

    def _paragraph(self, index: int) -> int:
        """The line behind a paragraph: inline markup may go on over line breaks."""
        stop = index + 1
        while (
            stop < len(self.lines)
            and stop - index < MAX_LINES
            and not self.lines[stop - 1].text.endswith("::")
            and not self.lines[stop].blank
            and not self.lines[stop].text.startswith((".. ", "__ ", ">>>"))
        ):
            stop += 1
        return stop

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
        self.writer.put(self._words(target), line.start)
        self._page(url, at, first, first + len(written))
        self.writer.put("\n", line.start)
        return stop

    def _words(self, target: re.Match[str]) -> str:
        """The words a target is used with, else its own name."""
        name = (target["quoted"] or target["name"] or "").replace("\\", "")
        if target["anonymous"] or name == "_":
            return self.anonymous.popleft() if self.anonymous else ""
        return self.used.get(_folded(name), name)

    def _page(self, url: str, at: int, first: int, last: int) -> None:
        if not url.endswith("_") or is_page(url):  # else it names another target
            self.page(url, at, first, last)

    def _note(self, index: int, note: re.Match[str]) -> int:
        key = note["key"].lstrip("#")
        if not key:
            self.auto += 1
            key = self._number(self.auto)
        stop = self._indented(index + 1, self.lines[index].indent)
        while stop > index + 1 and self.lines[stop - 1].blank:
            stop -= 1
        self.writer.put("\n", note.start())
        at = self.writer.length
        self.walk(note.end(), self.lines[stop - 1].end)
        self.writer.note(key, at)
        self.writer.put("\n\n", self.lines[stop - 1].end)
        return stop

    def _number(self, count: int) -> str:
        """The number of the nth footnote that has neither number nor name."""
        return self.numbers[count - 1] if count <= len(self.numbers) else str(count)

    def _directive(self, index: int, directive: re.Match[str]) -> int:
        line = self.lines[index]
        stop = self._indented(index + 1, line.indent)
        if directive["name"] in _CODE_DIRECTIVES:
            self.writer.code(line.start, self.lines[stop - 1].end)
            return stop
        inner = index + 1
        while inner < stop and (option := _OPTION.match(self.raw, self.lines[inner].start, self.lines[inner].end)):
            if option["name"] in ("target", "url"):
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

    def on_strong(self, match: re.Match[str], end: int) -> None:
        """One star is italics, two are bold."""
        if match[0] == "*":
            self.writer.toggle()

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
            key = self._number(self.auto_marks)
        self.writer.mark(key, match.start(), "[1]")

    def on_angled(self, match: re.Match[str], end: int) -> None:
        """``<address>``."""
        self.page(match["bare"], self.writer.length, *match.span("bare"))

    def on_escape(self, match: re.Match[str], end: int) -> None:
        """An escaped character."""
        self.writer.copy(*match.span("escaped"))


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _used(raw: str) -> tuple[dict[str, str], deque[str]]:
    """The words each target is used with, by its name, and those that anonymous ones are used with, in order."""
    used: dict[str, str] = {}
    anonymous: deque[str] = deque()
    for match in _USE.finditer(raw):
        words = " ".join((match["phrase"] or match["word"]).split())
        if (match["after"] or match["end"]) == "__":
            anonymous.append(words)
        else:
            used.setdefault(_folded(words), words)
    return used, anonymous


def _numbers(raw: str) -> list[str]:
    """The numbers of footnotes that have neither number nor name, as docutils gives them."""
    notes = list(_NUMBERED.finditer(raw))
    taken = {match[2] for match in notes if not match[1] and match[2] and not match[3]}
    free = (str(number) for number in range(1, len(notes) + len(taken) + 2) if str(number) not in taken)
    numbered = [(match, next(free)) for match in notes if match[1]]
    return [number for match, number in numbered if not match[2] and not match[3]]


def _meant(written: str) -> str:
    """A target as meant: without the white space that wraps it and the escapes."""
    return _ESCAPED.sub(r"\1", _GAPS.sub("", written))


def _line(raw: str, match: re.Match[str]) -> _Line:
    text = match[0].rstrip("\r\n")
    stripped = text.strip()
    return _Line(match.start(), match.start() + len(text), len(text) - len(text.lstrip()), stripped)
