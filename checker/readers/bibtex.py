"""Reading BibTeX and biblatex: every entry with its address, broken ones as far as they go. Pure and linear."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from checker.model import Document
from checker.patterns import regex
from checker.readers.addresses import find_addresses
from checker.readers.assembly import reading_of
from checker.readers.closing import pairs
from checker.readers.flat import Writer
from checker.readers.latex import unescaped
from checker.readers.reading import Reading
from checker.readers.schemes import is_page
from checker.readers.stated import fields
from checker.readers.tex import composed

_ENTRY = regex(
    r"@[ \t]{0,5}(?P<type>[a-zA-Z]{1,40})\s{0,20}(?P<open>[{(])\s{0,20}(?:(?P<key>[^\s,{}()=\"#%]{1,300})\s{0,20},)?"
)
_FIELD = regex(r"\s{0,1000},?\s{0,1000}([a-zA-Z][\w:.+-]{0,60})\s{0,50}=\s{0,50}")
_SIMPLE = regex(r"[,\n]\s{0,20}([a-zA-Z][\w-]{0,40})\s{0,10}=\s{0,10}[{\"]([^{}\"]{0,2000})[}\"]")
_PLAIN = regex(r"[^\s,{}()#\"]{1,200}")
_JOIN = regex(r"\s{0,50}#\s{0,50}")
_BRACES = regex(r"\\.|[{}]", re.DOTALL)
_NO_ENTRY = frozenset({"comment", "preamble", "string"})
_WRAPPED = regex(r"\\(?:url|path|nolinkurl|href)\s{0,3}\{")
_NOT_ONE = regex(r"[{}\"<>]|\shttps?://", re.IGNORECASE)
_ADDRESSED = (
    "url",
    "howpublished",
    "note",
    "link",
    "annote",
    "addendum",
    "doi",
    "eprint",
    "biburl",
    "archiveurl",
    "pdf",
    "ee",
    "rest",
)
_AND = regex(r"\s+and\s+", re.IGNORECASE)
_LEFT = regex(r"[{}]|\\[a-zA-Z]{1,30}\s?")


class Field(Struct, frozen=True):
    """One field: name in lower case and the span of its value, without delimiters."""

    name: str
    start: int
    end: int


class Entry(Struct, frozen=True):
    """One entry: its key, where it begins, its fields, and whether it ended as it should."""

    key: str
    start: int
    fields: tuple[Field, ...]
    whole: bool


def read(document: Document) -> Reading:
    """The entries of a bibliography that name an address; their keys are the notes."""
    writer = Writer(document.text)
    for entry in entries(document.text):
        if not entry.whole:
            writer.warnings.append((entry.start, f"the entry '{entry.key}' is broken; read as far as it goes"))
        _write(writer, entry)
    return reading_of(document, writer.done(numbered=False))


def entries(raw: str) -> Iterator[Entry]:
    """The entries that have a key; what is left of a broken one is its field ``rest``."""
    braces = pairs(raw, _BRACES, {"{": "}"})
    position = 0
    while match := _ENTRY.search(raw, position):
        position = match.end()
        if match["type"].lower() in _NO_ENTRY:
            position = max(position, braces.get(match.start("open"), position))
        elif match["key"]:
            found, position, whole = _fields(raw, match.end(), braces)
            if not whole:
                position = _next_entry(raw, position)
                found = _rescued(raw, match.end(), position, found)
            yield Entry(match["key"], match.start(), tuple(found), whole)


def _next_entry(raw: str, start: int) -> int:
    """Where the next entry begins a line: what stands before it is the rest of a broken one."""
    found = raw.find("\n@", start)
    return found + 1 if found >= 0 else len(raw)


def _rescued(raw: str, start: int, end: int, found: list[Field]) -> list[Field]:
    """The fields of a broken entry: one that swallowed others is cut, these are read, and the whole is its ``rest``."""
    names = {one.name for one in found}
    cut = []
    for one in found:
        swallowed = _SIMPLE.search(raw, one.start, one.end)
        cut.append(replace(one, end=swallowed.start()) if swallowed else one)
    for match in _SIMPLE.finditer(raw, start, end):
        if match[1].lower() not in names:
            names.add(match[1].lower())
            cut.append(Field(match[1].lower(), *match.span(2)))
    return [*cut, Field("rest", start, end)]


def _fields(raw: str, position: int, braces: Mapping[int, int]) -> tuple[list[Field], int, bool]:
    """The fields of an entry, where reading goes on, and whether the entry ended as it should."""
    found: list[Field] = []
    while match := _FIELD.match(raw, position):
        start = match.end()
        span = _value(raw, start, braces)
        if span is None:
            return found, start, False
        found.append(Field(match[1].lower(), *span[:2]))
        position = span[2]
    tail = raw[position : position + 1000].lstrip(" \t\r\n,")
    return found, position, tail.startswith(("}", ")"))


def _value(raw: str, start: int, braces: Mapping[int, int]) -> tuple[int, int, int] | None:
    """Span of a value, and where it ends with its delimiters; of joined values the first part is taken."""
    one = _part(raw, start, braces)
    if one is None:
        return None
    end = one[2]
    while join := _JOIN.match(raw, end):
        other = _part(raw, join.end(), braces)
        if other is None:
            break
        end = other[2]
    return one[0], one[1], end


def _part(raw: str, start: int, braces: Mapping[int, int]) -> tuple[int, int, int] | None:
    opener = raw[start : start + 1]
    if opener == "{":
        close = braces.get(start)
        return None if close is None else (start + 1, close, close + 1)
    if opener == '"':
        close = _quote(raw, start + 1, braces)
        return None if close < 0 else (start + 1, close, close + 1)
    plain = _PLAIN.match(raw, start)
    return (start, plain.end(), plain.end()) if plain else None


def _quote(raw: str, start: int, braces: Mapping[int, int]) -> int:
    """The quote that ends a value; inside braces quotes are text. Gives up after 20,000 characters."""
    position = start
    while position < min(len(raw), start + 20_000):
        ch = raw[position]
        if ch == '"':
            return position
        position = braces.get(position, position) + 1 if ch == "{" else position + (2 if ch == "\\" else 1)
    return -1


def _write(writer: Writer, entry: Entry) -> None:
    """One entry as a note: its title, its addresses."""
    raw, key, start, found = writer.raw, entry.key, entry.start, entry.fields
    values = {one.name: as_text(raw[one.start : one.end]) for one in found}
    people = values.get("author") or values.get("editor") or ""
    stated = fields(values, tuple(_name(part) for part in _AND.split(people) if part.strip() not in ("", "others")))
    at = writer.length
    writer.tell(f"{stated.title or key} ", start)
    by_name = {one.name: one for one in reversed(found)}
    taken: set[str] = set()
    for name in _ADDRESSED:
        for url, first, last in _addresses(raw, by_name[name]) if name in by_name else ():
            if url not in taken and not (taken and name in ("doi", "archiveurl")):
                writer.link(url, writer.length, first, last, fields=stated)
                writer.put(" ", first)
                taken.add(url)
    if taken:
        writer.note(key, at)
    writer.put("\n\n", start)


def _addresses(raw: str, one: Field) -> Iterator[tuple[str, int, int]]:
    text = raw[one.start : one.end]
    whole = text.strip()
    if one.name in ("url", "link", "biburl", "ee") and is_page(whole) and not _NOT_ONE.search(whole):
        first = one.start + text.index(whole)
        yield unescaped(whole), first, first + len(whole)
        return
    for found in find_addresses(raw, one.start, one.end):
        url, end = found.url, found.end
        if _WRAPPED.search(raw[max(one.start, found.start - 12) : found.start]) and "}" in url:
            end = found.start + url.index("}")
            url = url[: url.index("}")]
        yield unescaped(url), found.start, end


def as_text(value: str) -> str:
    """A field's value as it reads: accents composed, braces and commands gone."""
    text = composed(value)
    text = re.sub(r"\\([%&#_${}])", r"\1", text).replace("``", "“").replace("''", "”")
    return " ".join(_LEFT.sub("", text).replace("~", " ").split())


def _name(text: str) -> str:
    last, comma, first = text.partition(",")
    return f"{first.strip()} {last.strip()}" if comma else text.strip()
