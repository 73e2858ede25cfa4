"""Reading MediaWiki wikitext: cite templates, references, bracketed and bare links. Pure and linear."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from checker.model import Document
from checker.patterns import regex
from checker.readers.addresses import find_addresses
from checker.readers.assembly import reading_of
from checker.readers.closing import pairs
from checker.readers.grids import Cell
from checker.readers.note_fields import NoteFields
from checker.readers.reading import Reading
from checker.readers.scanner import Scanner
from checker.readers.schemes import is_page
from checker.readers.stated import fields
from checker.readers.tags import decoded

_TOKEN = regex(
    r"(?P<comment><!--)"
    r"|(?P<code><(?P<tag>nowiki|pre|syntaxhighlight|source|code|math|timeline|score)\b[^<>]{0,300}(?<!/)>)"
    r"|(?P<ref><ref\b(?P<attributes>[^<>]{0,500}?)(?P<closed>/)?>)"
    r"|(?P<html></?[a-zA-Z][^<>]{0,1000}>)"
    r"|(?P<template>\{\{)"
    r"|(?P<wiki>\[\[)"
    r"|(?P<link>\[(?P<url>(?:https?:)?//[^\s\]\[<>\"]{1,8000})[ \t]{0,20})"
    r"|(?P<address>https?://[^\s\[\]<>\"{}|]{1,8000})"
    r"|(?P<quotes>'{2,5})"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});)",
    re.IGNORECASE,
)
_BOX = regex(r"[\s_]{0,20}(?:[^|{}\n]{0,40}(?:infobox|信息框|карточка)|ficha)", re.IGNORECASE)
_FORMATNUM = regex(r"\s{0,20}(?:formatnum|zahl|num)\s{0,3}:", re.IGNORECASE)
_MARKS = regex(r"\{\{|\}\}|\[\[|\]\]|<nowiki>.{0,2000}?</nowiki>", re.DOTALL)
_CLOSERS = {"{{": "}}", "[[": "]]"}
_NAME = regex(r"\bname\s{0,3}=\s{0,3}[\"']?([^\"'/>]{1,200})", re.IGNORECASE)
_PARAMETER = regex(r"\s{0,100}([^=|{}\[\]<>\n]{0,60}?)\s{0,20}=")
_NUMBERED_AUTHOR = regex(r"(author|last|surname|first|given|vorname|nachname|nom|prénom|apellidos?|nombre)-?(\d{0,2})")
_FIRST = frozenset({"first", "given", "vorname", "prénom", "nombre"})
_AUTHORS = ("author", "authors", "autor", "auteur", "автор", "vauthors")
_URLS = ("url", "online", "lire en ligne", "ссылка", "ссылка2", "link", "enlace", "lien")
_OTHER_URLS = (
    "chapter-url",
    "contribution-url",
    "section-url",
    "article-url",
    "lay-url",
    "conference-url",
    "website",
    "homepage",
)
_NOT_PUBLISHED = regex(
    r"(?:web ?archive?v?|webarchiv|wayback|dead link|archive(?:d| url)?|toter link|lien brisé)", re.IGNORECASE
)
_ARCHIVED = regex(r"archiv|архив", re.IGNORECASE)
_SORTED = frozenset({"sort", "sortiert", "tri", "nts sort"})
"""Templates whose last parameter is shown, the first ones only sort."""
_HIDDEN = frozenset({"hs", "ntsh", "hidden sort key", "sort key", "sortkey", "dtsh", "0"})
_NUMBERS = frozenset({"nts", "number table sorting", "val", "nobold", "unité/2"})
"""Templates whose first parameter is a number, and the others how it is set."""
MAX_DEPTH = 12


class _Parameter(Struct, frozen=True):
    """A parameter of a template: its name in lower case (a number where it has none), and its span."""

    name: str
    start: int
    end: int


def read(document: Document) -> Reading:
    """Citations and figures of a wiki page."""
    return reading_of(document, _Walk(document.text).flat())


class _Walk(Scanner):
    """One walk through the page."""

    token = _TOKEN
    numbered = False

    def __init__(self, raw: str) -> None:
        super().__init__(raw)
        self.pairs = pairs(raw, _MARKS, _CLOSERS)
        self.keys: dict[str, str] = {}
        self.count = 0

    def on_address(self, match: re.Match[str], end: int) -> int:
        """A bare address: brackets end it, as they do in MediaWiki."""
        found = find_addresses(self.raw, *match.span())
        stop = found[0].end if found else match.end()
        at = self.writer.length
        self.writer.copy(match.start(), stop)
        if found:
            self.page(decoded(found[0].url), at, match.start(), stop)
        self.writer.copy(stop, match.end())
        return match.end()

    def on_quotes(self, match: re.Match[str], end: int) -> None:
        """Two are italics, three are bold."""
        if len(match[0]) != 3:
            self.writer.toggle()

    def on_comment(self, match: re.Match[str], end: int) -> int:
        """A comment goes on to its end, or to that of the page."""
        close = self.closing.find("-->", match.end())
        return close + 3 if close >= 0 else end

    def on_code(self, match: re.Match[str], end: int) -> int:
        """What is shown as it stands."""
        close = self.closing.find_folded(f"</{match['tag'].lower()}", match.end())
        stop = close if 0 <= close < end else end
        self.writer.code(match.end(), stop)
        return stop

    def on_ref(self, match: re.Match[str], end: int) -> int:
        """A reference: a mark here, its text later; one that is named may be marked again."""
        named = _NAME.search(match["attributes"] or "")
        name = named[1].strip() if named else ""
        key = self.keys.get(name) if name else None
        if key is None:
            self.count += 1
            key = str(self.count)
            if name:
                self.keys[name] = key
        self.writer.mark(key, match.start(), f"[{key}]")
        close = self.closing.find_folded("</ref", match.end())
        if match["closed"] or close < 0 or close > end:
            return match.end()
        self.deferred.append((key, match.end(), close))
        return close + len("</ref>")

    def on_html(self, match: re.Match[str], end: int) -> None:
        """Tags leave at most a new line."""
        if match[0].lower().startswith(("<br", "<p", "</p", "<li", "<div", "</div")):
            self.writer.put("\n", match.start())

    def on_entity(self, match: re.Match[str], end: int) -> None:
        """A character by its name."""
        self.writer.put(html.unescape(match[0]), match.start())

    def on_template(self, match: re.Match[str], end: int) -> int | None:
        """A template that names an address is a citation; of others the parameters are read."""
        close = self.pairs.get(match.start())
        if close is None or close > end or self.depth >= MAX_DEPTH:
            self.writer.put(" ", match.start())
            return None
        number = _FORMATNUM.match(self.raw, match.end(), close)
        if number is not None:
            self.walk(
                number.end(),
                self.raw.find("|", number.end(), close) if "|" in self.raw[number.end() : close] else close,
            )
            return close + 2
        head, *parameters = self._parameters(match.end(), close)
        is_box = _BOX.match(self.raw, head.start, head.end) is not None
        values = {one.name: self._meant(one.start, one.end) for one in parameters}
        if not is_box and any(_address(values.get(key, "")) for key in (*_URLS, *_OTHER_URLS)):
            if _NOT_PUBLISHED.fullmatch(self.raw[head.start : head.end].strip()):
                values = {key: value for key, value in values.items() if key not in ("date", "datum", "fecha")}
            self._cite(match.start(), parameters, values)
        else:
            for one in _shown(self.raw[head.start : head.end], parameters):
                self.writer.put("\n\n" if is_box else " ", one.start)
                at = self.writer.length
                self.walk(one.start, one.end)
                if is_box and not one.name.isdigit():
                    self.writer.grids.row(Cell(at, self.writer.length, label=one.name))
            if is_box:
                self.writer.grids.done()
        return close + 2

    def _parameters(self, start: int, end: int) -> Iterator[_Parameter]:
        """The parts of a template between its bars, the name first; bars of inner templates and links are theirs."""
        position = part = start
        number = 0
        while position <= end:
            ch = self.raw[position] if position < end else "|"
            if ch == "|":
                named = _PARAMETER.match(self.raw, part, position)
                if named and named[1]:
                    yield _Parameter(named[1].strip().lower(), named.end(), position)
                else:
                    yield _Parameter(str(number), part, position)
                    number += 1
                part = position + 1
            inner = self.pairs.get(position) if ch in "{[" else None
            position = inner + 2 if inner is not None and inner < end else position + 1

    def _cite(self, start: int, parameters: Sequence[_Parameter], values: Mapping[str, str]) -> None:
        stated = fields({name: _plain(value) for name, value in values.items()}, _authors(values))
        at = self.writer.length
        self.writer.tell(f"“{stated.title}” " if stated.title else " ", start)
        free: NoteFields | None = stated
        for one in sorted(parameters, key=lambda one: one.name not in _URLS):
            if one.name in _URLS or one.name in _OTHER_URLS:
                first, last = self.trimmed(one.start, one.end)
                url = _address(self._meant(first, last))
                if url:
                    last = first + len(self.raw[first:last].split()[0])
                    self.writer.link(url, at, first, last, fields=free)
                    free = None
            elif "://" in self.raw[one.start : one.end] and not _ARCHIVED.search(one.name):
                for found in find_addresses(self.raw, one.start, one.end):
                    self.writer.link(found.url, self.writer.length, found.start, found.end, fields=NoteFields())
                    self.writer.put(" ", found.start)

    def _meant(self, start: int, end: int) -> str:
        """A value as it reads."""
        return decoded(self.raw[start:end].strip().replace("{{!}}", "|").replace("{{=}}", "="))

    def on_wiki(self, match: re.Match[str], end: int) -> int | None:
        """``[[target|words]]``."""
        close = self.pairs.get(match.start())
        if close is None or close > end or self.depth >= MAX_DEPTH:
            return None
        bar = self.raw.find("|", match.end(), close)
        target = self.raw[match.end() : match.end() + 10].lower()
        if not target.startswith(("file:", "image:", "category:", "datei:", "файл:")):
            self.walk(bar + 1 if bar >= 0 else match.end(), close)
        return close + 2

    def on_link(self, match: re.Match[str], end: int) -> int | None:
        """``[address words]``."""
        close = self.raw.find("]", match.end(), min(end, match.end() + 2000))
        if close < 0 or self.depth >= MAX_DEPTH:
            self.writer.copy(match.start(), match.end())
            return None
        at = self.writer.length
        self.walk(match.end(), close)
        self.page(decoded(match["url"]), at, *match.span("url"))
        return close + 1


def _shown(name: str, parameters: Sequence[_Parameter]) -> Sequence[_Parameter]:
    """The parameters of a template that a reader sees."""
    name = name.strip().lower().replace("_", " ")
    if name in _SORTED:
        return parameters[-1:] if len(parameters) > 1 else parameters
    if name in _HIDDEN:
        return ()
    return parameters[:1] if name in _NUMBERS else parameters


def _address(value: str) -> str:
    """The address that a value begins with, empty if it is none."""
    url = value.split()[0] if value.strip() else ""
    url = f"https:{url}" if url.startswith("//") else url
    return url if is_page(url) else ""


def _plain(value: str) -> str:
    value = re.sub(r"\[\[(?:[^\[\]|]{0,200}\|)?([^\[\]|]{0,200})\]\]", r"\1", value)
    return " ".join(re.sub(r"'{2,5}|<[^<>]{0,200}>|\{\{[^{}]{0,200}\}\}", "", value).split())


def _authors(values: Mapping[str, str]) -> tuple[str, ...]:
    """Authors in order: ``last``/``first`` pairs, numbered or not, else an author field as it stands."""
    people: dict[int, dict[str, str]] = {}
    for name, value in values.items():
        match = _NUMBERED_AUTHOR.fullmatch(name)
        if match and value:
            part = "first" if match[1] in _FIRST else "last"
            people.setdefault(int(match[2] or 1), {}).setdefault(part, _plain(value))
    named = [" ".join(filter(None, (one.get("first"), one.get("last")))) for _, one in sorted(people.items())]
    if named:
        return tuple(named)
    text = next((_plain(values[name]) for name in _AUTHORS if values.get(name)), "")
    return tuple(part.strip() for part in re.split(r";|\s+and\s+|\s+und\s+|\s+et\s+", text) if part.strip())
