"""Reading HTML: anchors with their words, footnote lists, ``<base>``, entities. Pure and linear.

lxml gives lines but no columns, and mends what it reads; since an address must be found again in the file
as it stands, tags are read here, one after the other, as the HTML standard cuts them (WHATWG, 13.2.5).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import parse_qsl, urljoin, urlsplit

from msgspec import Struct

from checker.model import Document
from checker.patterns import regex
from checker.readers.assembly import reading_of
from checker.readers.flat import Flat, Writer
from checker.readers.reading import Reading
from checker.readers.schemes import is_page, scheme_of
from checker.readers.tags import ENTITY, Tag, Value, decoded, tags_of
from checker.reasons import Reason

_GAPS = regex(r"[\t\r\n]")
_DROPPED = frozenset({"script", "style", "title", "template", "svg", "math", "select"})
_CODE = frozenset({"pre", "code", "kbd", "samp", "textarea", "xmp"})
_INLINE = frozenset(
    "a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strong sub sup time tt u var wbr".split()
)
_NOTE_BLOCKS = frozenset({"li", "p", "div", "aside", "dd", "td", "tr", "section", "dt"})
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_POWER = regex(r"[^0-9.,]?10")
_MARK = regex(r"[\[(]?([\d*†‡a-z]{1,4})[\])]?", re.IGNORECASE)
_BACK = regex(r"[\[(]?(?:[\d*†‡]{1,4}|[↩↑^⤴⏎]\ufe0e?|jump up|back|zurück)[\])]?\.?", re.IGNORECASE)


def read(document: Document) -> Reading:
    """Citations and figures of a page."""
    return reading_of(document, flatten(document.text))


def flatten(raw: str) -> Flat:
    """A page as it reads."""
    walk = _Walk(raw, list(tags_of(raw)))
    walk.run()
    return walk.writer.done(flows=True)


class _Walk:
    """One walk through the tags of a page, writing down what reads."""

    def __init__(self, raw: str, tags: Sequence[Tag]) -> None:
        self.raw = raw
        self.tags = tags
        self.writer = Writer(raw)
        self.base = _base(tags)
        self.noted = _note_ids(raw, tags)
        self.dropped = 0
        self.code = 0
        self.anchor: tuple[Tag, int] | None = None
        self.open_notes: list[tuple[str, str, int, int]] = []
        self.counts: list[int | None] = []
        self.numbered = False
        self.raised = False

    def run(self) -> None:
        """Walk from the first tag to the last."""
        position = 0
        for index, tag in enumerate(self.tags):
            self._text(position, tag.start)
            self._tag(tag, index)
            position = tag.end
        self._text(position, len(self.raw))
        self._close_anchor(len(self.raw))
        while self.open_notes:
            self._close_note()

    def _text(self, start: int, end: int) -> None:
        if start >= end or self.dropped:
            return
        if self.numbered:  # white space behind the number of an item is none
            start = end - len(self.raw[start:end].lstrip())
            self.numbered = start >= end
        if self.code:
            self.writer.code(start, end)
            return
        last = start
        for match in ENTITY.finditer(self.raw, start, end):
            self.writer.copy(last, match.start())
            self.writer.put(html.unescape(match[0]), match.start())
            last = match.end()
        self.writer.copy(last, end)

    def _tag(self, tag: Tag, index: int) -> None:
        name = tag.name.removeprefix("/")
        step = -1 if tag.name.startswith("/") else 1
        if name in _DROPPED:
            self.dropped = max(0, self.dropped + step)
        if name in _CODE:
            self.code = max(0, self.code + step)
        if tag.name.startswith("!"):
            self._no_element(tag)
            return
        self._names(tag)
        if name in ("i", "em", "cite"):
            self.writer.emphasise(on=step > 0)
        if self.dropped and self.anchor is None:
            return
        if name == "sup" and not self.dropped:
            self._raised(tag, opens=step > 0)
        if name not in _INLINE and not self.dropped:
            self.writer.put("\n" if name in ("br", "td", "th") else "\n\n", tag.start)
        self.writer.grids.tag(name, closes=step < 0, at=self.writer.length, spans=_covered(tag))
        self._items(tag, index)
        self._links(tag, index)
        self._notes(tag, name, index)

    def _raised(self, tag: Tag, *, opens: bool) -> None:
        """What is raised behind a number in a cell is a note mark, and none of its digits: ``1,310<sup>2</sup>``."""
        written = self.writer.last(3)
        if opens and self.writer.grids.is_open and written[-1:].isdecimal() and not _POWER.fullmatch(written):
            self.writer.put(" [", tag.start)
            self.raised = True
        elif not opens and self.raised:
            self.writer.put("]", tag.start)
            self.raised = False

    def _items(self, tag: Tag, index: int) -> None:
        """Items of ordered lists have numbers, as they are shown; they may be notes."""
        if tag.name in ("ol", "ul"):
            begin = tag.attributes.get("start")
            first = int(begin.text) if begin and begin.text.isdecimal() and len(begin.text) < 5 else 1
            self.counts.append(first if tag.name == "ol" else None)
        elif tag.name in ("/ol", "/ul") and self.counts:
            self.counts.pop()
        elif tag.name == "li":
            self.writer.items.append(self.writer.length)
        elif tag.name in _HEADINGS:
            self.writer.headings.append(self.writer.length)
        if tag.name == "li" and self.counts and self.counts[-1] is not None:
            number = self.counts[-1]
            self.counts[-1] = number + 1
            if index not in self.noted.keys and not self.open_notes:
                self.writer.put(f"{number}. ", tag.start)
                self.numbered = True

    def _links(self, tag: Tag, index: int) -> None:
        """What leads elsewhere: anchors, parts of image maps, sources of quotations."""
        if tag.name == "a":
            self._close_anchor(tag.start)
            self._open_anchor(tag, index)
        elif tag.name == "/a":
            self._close_anchor(tag.start)
        elif "cite" in tag.attributes and tag.name in ("blockquote", "q", "ins", "del"):
            self._link(tag.attributes["cite"], self.writer.length)
        elif tag.name == "area" and "href" in tag.attributes:
            self._link(tag.attributes["href"], self.writer.length)

    def _no_element(self, tag: Tag) -> None:
        if tag.name == "!doctype":
            self.writer.skip(tag.start, tag.end, Reason.NAMESPACE)

    def _names(self, tag: Tag) -> None:
        """Note the addresses that only name something."""
        for name, value in tag.attributes.items():
            if name.startswith("xmlns") and is_page(value.text):
                at = self.writer.length
                self.writer.link(value.text, at, value.start, value.end, reason=Reason.NAMESPACE)

    def _open_anchor(self, tag: Tag, index: int) -> None:
        href = tag.attributes.get("href")
        if href is None:
            return
        key = self.noted.marks.get(index)
        if key is not None:
            self.writer.mark(key, tag.start, f"[{key}]")
            self.dropped += 1
            self.anchor = (tag, -1)
        elif index in self.noted.backs:
            self.dropped += 1
            self.anchor = (tag, -1)
        else:
            self.anchor = (tag, self.writer.length)

    def _close_anchor(self, end: int) -> None:
        if self.anchor is None:
            return
        tag, start = self.anchor
        self.anchor = None
        if start < 0:
            self.dropped = max(0, self.dropped - 1)
        else:
            self._link(tag.attributes["href"], start)

    def _link(self, value: Value, start: int) -> None:
        url = _GAPS.sub("", value.text.strip()).replace(" ", "%20")
        lead = len(value.text) - len(value.text.lstrip())
        first = value.start + lead
        last = max(first, value.end - (len(value.text) - len(value.text.rstrip())))
        if url.startswith("//"):
            url = f"{scheme_of(self.base) or 'https'}:{url}"
        elif self.base and not scheme_of(url) and not url.startswith("#") and url:
            url = urljoin(self.base, url)
        if is_page(url):
            self.writer.link(_unwrapped(url), start, first, last)
        elif scheme_of(url):
            self.writer.link(url, start, first, last, reason=Reason.NOT_A_PAGE)

    def _notes(self, tag: Tag, name: str, index: int) -> None:
        for position, (block, key, depth, start) in enumerate(self.open_notes):
            if block != name:
                continue
            depth += -1 if tag.name.startswith("/") else 1
            self.open_notes[position] = (block, key, depth, start)
        while self.open_notes and self.open_notes[-1][2] <= 0:
            self._close_note()
        begun = self.noted.keys.get(index)
        if begun is not None:
            self.open_notes.append((tag.name, begun, 1, self.writer.length))

    def _close_note(self) -> None:
        _, key, _, start = self.open_notes.pop()
        if not self.open_notes:
            self.writer.note(key, start)


def _covered(tag: Tag) -> tuple[int, int]:
    """How many rows and columns a cell covers."""
    said = [tag.attributes[name].text.strip() if name in tag.attributes else "" for name in ("rowspan", "colspan")]
    rows, columns = (int(words) if words.isascii() and words.isdecimal() and len(words) < 6 else 1 for words in said)
    return rows, columns


def _unwrapped(url: str) -> str:
    """The address that was meant: Google's documents wrap every link they export in one of Google's own."""
    parts = urlsplit(url)
    if parts.netloc.lower() in ("www.google.com", "google.com") and parts.path == "/url":
        meant = dict(parse_qsl(parts.query)).get("q", "")
        return meant if is_page(meant) else url
    return url


def _base(tags: Sequence[Tag]) -> str:
    """What relative addresses are relative to, where the page says so itself."""
    for tag in tags:
        if tag.name == "base" and "href" in tag.attributes:
            url = tag.attributes["href"].text.strip()
            return url if is_page(url) else ""
    return ""


class _Noted(Struct, frozen=True):
    """Which tags begin notes (with their keys), which anchors are marks of them, which lead back."""

    keys: Mapping[int, str]
    marks: Mapping[int, str]
    backs: frozenset[int]


def _note_ids(raw: str, tags: Sequence[Tag]) -> _Noted:
    """Notes are blocks further down that a short anchor points at: ``<sup><a href="#fn1">1</a></sup>``."""
    blocks: dict[str, int] = {}
    all_ids: dict[str, int] = {}
    last = row = -1
    for index, tag in enumerate(tags):
        if tag.name in ("tr", "table"):
            row = index
        if tag.name in _NOTE_BLOCKS:
            last = row if tag.name == "td" and row >= 0 else index
        for name in _names_of(tag):
            all_ids.setdefault(name, tag.start)
            if tag.name in _NOTE_BLOCKS or (tag.name == "a" and last >= 0):
                blocks.setdefault(name, last)
    keys: dict[int, str] = {}
    marks: dict[int, str] = {}
    backs: set[int] = set()
    for index, tag in enumerate(tags):
        href = tag.attributes["href"].text if tag.name == "a" and "href" in tag.attributes else ""
        if not href.startswith("#"):
            continue
        target, words = href[1:], _words(raw, tags, index)
        mark = _MARK.fullmatch(words)
        block = blocks.get(target, -1)
        if mark and block > index:
            marks[index] = keys.setdefault(block, mark[1])
        elif all_ids.get(target, tag.start) < tag.start and _BACK.fullmatch(words):
            backs.add(index)
    return _Noted(keys, marks, frozenset(backs))


def _names_of(tag: Tag) -> Iterator[str]:
    """What anchors can call a tag by."""
    if "id" in tag.attributes:
        yield tag.attributes["id"].text
    if tag.name == "a" and "name" in tag.attributes:
        yield tag.attributes["name"].text


def _words(raw: str, tags: Sequence[Tag], index: int) -> str:
    """The words of the anchor that begins at a tag, where they are few."""
    parts, position = [], tags[index].end
    for tag in tags[index + 1 : index + 6]:
        parts.append(raw[position : min(tag.start, position + 40)])
        position = tag.end
        if tag.name == "/a":
            return decoded("".join(parts)).strip()
    return ""
