"""Reading AsciiDoc: link macros, bare addresses, attributes, footnotes, bibliography entries. Pure and linear."""

from __future__ import annotations

import re
from collections.abc import Mapping

from checker.model import Document
from checker.patterns import regex
from checker.readers.addresses import find_addresses
from checker.readers.assembly import reading_of
from checker.readers.closing import pairs
from checker.readers.flat import Link
from checker.readers.reading import Reading
from checker.readers.scanner import Scanner
from checker.readers.schemes import is_page

_ADDRESS = r"(?:https?|ftp|irc|mailto)://?[^\s\[\]<>\"|]{1,8000}"
_TOKEN = regex(
    r"(?P<block>^(?P<fence>-{4,}|\.{4,}|/{4,}|\+{4,}|`{3,})[^\n]{0,200}$)"
    r"|(?P<comment>^//(?!/)[^\n]{0,10000}$)"
    r"|(?P<attribute>^:!?(?P<name>[\w-]{1,100})!?:[ \t]{0,20}(?P<value>[^\n]{0,8000})$)"
    r"|(?P<listing>^\[(?:source|listing|literal|stem|latexmath|asciimath)\b[^\]\n]{0,500}\]\n(?!-{2,}|\.{4}|\+{4}|`{3}|\n))"
    r"|(?P<literal>(?<=\n\n)[ \t]{1,40}(?![*.-]{1,5}[ \t]|\d{1,3}\.[ \t]|[a-z]\.[ \t]|\S[^\n]{0,200}::)\S)"
    r"|(?P<quoted>^\[(?:quote|verse|, )[^\n]{0,1000}\]$)"
    r"|(?P<image>(?:image)::?[^\s\[\]]{0,1000}\[(?P<options>[^\]\n]{0,1000})\])"
    r"|(?P<gone>(?:include|video|audio|xref|anchor|icon|kbd|btn|menu)::?[^\s\[\]]{0,1000}\[[^\]\n]{0,1000}\]|^\[[^\]\n]{0,500}\]$)"
    r"|(?P<bypass>\\https?://[^\s\[\]<>\"|]{1,8000}|pass:[a-z,]{0,20}\[[^\]\n]{0,2000}\]|\+{3}[^\n+]{1,2000}\+{3})"
    r"|(?P<footnote>footnote(?:ref)?:(?P<id>[\w-]{0,100})\[)"
    r"|(?P<passed>link:\+\+(?P<inner>[^\s+]{1,8000}(?:\+[^\s+]{1,8000}){0,20})\+\+\[)"
    r"|(?P<macro>(?:link:)?(?P<url>(?:\{[\w-]{1,100}\})?(?:" + _ADDRESS + r"|(?<=\})[^\s\[\]<>\"{}]{0,8000}))\[)"
    r"|(?P<mailto>mailto:[^\s\[\]]{1,300}\[)"
    r"|(?P<angled><(?P<bare>" + _ADDRESS + r")>)"
    r"|(?P<entry>^(?:\*{1,3}|-)[ \t]{1,5}\[{3}(?P<key>[^\[\],]{1,100})(?:,[^\[\]]{0,200})?\]{3})"
    r"|(?P<mark><<(?P<target>[^<>,\n]{1,100})(?:,[^<>\n]{0,200})?>>)"
    r"|(?P<address>https?://[^\s\[\]<>\"|]{1,8000})"
    r"|(?P<code>`\+?[^`\n]{1,1000}`|(?<![\w+])\+[^+\n]{1,500}\+(?![\w+]))"
    r"|(?P<strong>[*_#]{1,2}(?=\S)|(?<=\S)[*_#]{1,2})",
    re.MULTILINE | re.IGNORECASE,
)
_ENTRY = regex(r"^(?:\*{1,3}|-)[ \t]{1,5}\[{3}([^\[\],\n]{1,100})", re.MULTILINE)
_NO_SOURCES = frozenset({"imagesdir", "iconsdir", "stylesdir", "scriptsdir", "stylesheet", "favicon", "pdf-fontsdir"})
_LEADS = regex(r"\blink=\"?(https?://[^\s\",\]]{1,2000})")
_OPTIONS = regex(r",\s{0,5}(?:role|window|opts|rel|title|id)=")
MAX_REFERENCES = 5
MAX_ADDRESS = 8000
MAX_DEPTH = 20
_BRACKETS = regex(r"\\\]|\[|\]")
_REFERENCE = regex(r"\{([\w-]{1,100})\}")
_ATTRIBUTE = regex(r"^:([\w-]{1,100}):[ \t]{1,20}([^\n]{1,8000}?)[ \t]*\r?$", re.MULTILINE)
_BLANK = regex(r"\n[ \t]*\n|\n(?=(?:\*{1,3}|-)[ \t])")


def read(document: Document) -> Reading:
    """Citations and figures of an AsciiDoc text."""
    return reading_of(document, _Walk(document.text).flat())


class _Walk(Scanner):
    """One walk through the text."""

    token = _TOKEN
    flows = True
    on_gone = Scanner.drop
    on_bypass = Scanner.code

    def __init__(self, raw: str) -> None:
        super().__init__(raw)
        self.pairs = pairs(raw, _BRACKETS, {"[": "]"})
        self.attributes: Mapping[str, str] = dict(_ATTRIBUTE.findall(raw))
        self.keys: dict[str, str] = {}
        self.known = {match[1] for match in _ENTRY.finditer(raw)}

    def on_block(self, match: re.Match[str], end: int) -> int:
        """A delimited block of code or of comments."""
        fence = match["fence"]
        close = self.closing.find(f"\n{fence}", match.end())
        stop = close + 1 + len(fence) if 0 <= close < end else end
        if fence.startswith("/"):
            self.writer.put("\n", match.start())
        else:
            self.writer.code(match.start(), stop)
        return stop

    def on_code(self, match: re.Match[str], end: int) -> None:
        """Code in a line, without its signs."""
        signs = len(match[0]) - len(match[0].lstrip("`+"))
        self.writer.code(match.start() + signs, match.end() - signs)

    def on_listing(self, match: re.Match[str], end: int) -> int:
        """A paragraph that is called code."""
        blank = self.closing.find("\n\n", match.end())
        stop = blank if 0 <= blank < end else end
        self.writer.code(match.end(), stop)
        return stop

    def on_literal(self, match: re.Match[str], end: int) -> int:
        """A paragraph that is indented."""
        return self.on_listing(match, end)

    def on_quoted(self, match: re.Match[str], end: int) -> None:
        """Who is quoted, from where."""
        for found in find_addresses(self.raw, match.start(), match.end() - 1):
            self.page(found.url, self.writer.length, found.start, found.end)

    def on_image(self, match: re.Match[str], end: int) -> None:
        """An image; what it leads to is cited."""
        led = _LEADS.search(match["options"])
        if led:
            first = match.start("options") + led.start(1)
            self.page(led[1], self.writer.length, first, first + len(led[1]))

    def on_strong(self, match: re.Match[str], end: int) -> None:
        """Italics and bold."""
        if match[0] == "_":
            self.writer.toggle()

    def on_comment(self, match: re.Match[str], end: int) -> None:
        """A line that nobody reads."""
        self.writer.put(" ", match.start())

    def on_attribute(self, match: re.Match[str], end: int) -> None:
        """``:name: address``."""
        first, last = self.trimmed(*match.span("value"))
        if match["name"] not in _NO_SOURCES and is_page(self.raw[first:last]) and "{" not in self.raw[first:last]:
            self.page(self.raw[first:last], self.writer.length, first, last)
        self.writer.put("\n", match.start())

    def on_footnote(self, match: re.Match[str], end: int) -> int:
        """A footnote: a mark here, its text later; one that is named may be marked again."""
        close = self.pairs.get(match.end() - 1)
        if close is None or close > end:
            return match.end()
        name, start = match["id"], match.end()
        if match[0].startswith("footnoteref"):
            name, comma, _ = self.raw[start:close].partition(",")
            start = start + len(name) + 1 if comma else close
        key = self.keys.get(name) if name else None
        if key is None:
            key = str(len(self.deferred) + 1)
            self.deferred.append((key, start, close))
            if name:
                self.keys[name] = key
        self.writer.mark(key, match.start(), f"[{key}]")
        return close + 1

    def on_passed(self, match: re.Match[str], end: int) -> int:
        """``link:++address++[words]``."""
        return self._link(match, "inner", end)

    def on_macro(self, match: re.Match[str], end: int) -> int:
        """``address[words]``."""
        return self._link(match, "url", end)

    def _link(self, match: re.Match[str], group: str, end: int) -> int:
        close = self.pairs.get(match.end() - 1)
        if close is None or close > end or self.depth >= MAX_DEPTH:
            self.writer.copy(match.start(), match.end())
            return match.end()
        at = self.writer.length
        stop = close - 1 if self.raw[close - 1] == "^" else close
        options = _OPTIONS.search(self.raw, match.end(), stop)
        stop = options.start() if options else stop
        if not self.raw.startswith(("role=", "window="), match.end()):
            self.walk(match.end(), stop)
        self._page(match, group, at)
        return close + 1

    def _page(self, match: re.Match[str], group: str, at: int) -> None:
        url = match[group]
        for _ in range(MAX_REFERENCES if "{" in url else 0):
            url = _REFERENCE.sub(lambda one: self.attributes.get(one[1], one[0]), url)[:MAX_ADDRESS]
        self.page(url, at, *match.span(group))

    def on_mailto(self, match: re.Match[str], end: int) -> None:
        """``mailto:somebody[words]``."""
        self.page(match[0][:-1], self.writer.length, match.start(), match.end() - 1)

    def on_angled(self, match: re.Match[str], end: int) -> None:
        """``<address>``."""
        self._page(match, "bare", self.writer.length)

    def on_address(self, match: re.Match[str], end: int) -> None:
        """A bare address: what looks like markup in it is none."""
        at = self.writer.length
        self.writer.copy(*match.span())
        for found in find_addresses(self.raw, *match.span()):
            start = at + found.start - match.start()
            self.writer.links.append(Link(found.url, start, start + found.end - found.start, found.start, found.end))

    def on_mark(self, match: re.Match[str], end: int) -> None:
        """``<<key>>``: a mark where the key is that of an entry."""
        if match["target"] in self.known:
            self.writer.mark(match["target"], match.start(), "[1]")

    def on_entry(self, match: re.Match[str], end: int) -> int:
        """An entry of a bibliography, up to a blank line or the next entry."""
        blank = _BLANK.search(self.raw, match.end(), end)
        stop = blank.start() if blank else end
        self.writer.put("\n", match.start())
        at = self.writer.length
        self.walk(match.end(), stop)
        self.writer.note(match["key"], at)
        return stop
