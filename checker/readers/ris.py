"""Reading RIS, as reference managers exchange it. Pure and linear."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.archived_url import unwrap
from checker.model import Document
from checker.patterns import regex
from checker.readers.addresses import find_addresses
from checker.readers.assembly import reading_of
from checker.readers.flat import Writer
from checker.readers.reading import Reading
from checker.readers.schemes import is_page
from checker.readers.stated import fields

_LINE = regex(
    r"^[ \t\ufeff]{0,3}([A-Z][A-Z0-9])[ \t]{1,3}-[ \t]?([^\r\n]*(?:\r?\n(?![ \t\ufeff]{0,3}[A-Z][A-Z0-9][ \t]{1,3}-)[ \t]{1,20}\S[^\r\n]*){0,50})\r?$",
    re.MULTILINE,
)
_ADDRESSES = ("UR", "L1", "L2", "L3", "L4", "LK")
_PAGE = regex(r"(?:https?://|(?:^|(?<=[\s<]))www\.)[^\s<>]+?(?=;\s{0,5}https?://|[\s<>]|;?$)", re.IGNORECASE)
_AUTHORS = ("AU", "A1")
_NOTES = ("N1", "N2")


def read(document: Document) -> Reading:
    """The records that name an address; their ids, or their numbers, are the notes."""
    writer = Writer(document.text)
    record: list[re.Match[str]] = []
    number = 0
    for match in _LINE.finditer(document.text):
        if match[1] == "TY" and record:
            writer.warnings.append((record[0].start(), "a record without its end (ER); read all the same"))
            number = _write(writer, record, number)
            record = []
        if match[1] == "ER":
            number = _write(writer, record, number)
            record = []
        else:
            record.append(match)
    if record:
        writer.warnings.append((record[0].start(), "a record without its end (ER); read all the same"))
        _write(writer, record, number)
    return reading_of(document, writer.done(numbered=False))


def _write(writer: Writer, record: list[re.Match[str]], number: int) -> int:
    """One record as a note; the count of records so far."""
    if not record:
        return number
    values: dict[str, str] = {}
    for match in record:
        values.setdefault(match[1].lower(), " ".join(match[2].split()))
    copy = next(_copies(record), None)
    if copy:
        values["archive-url"] = copy
    authors = tuple(_name(match[2]) for match in record if match[1] in _AUTHORS and match[2].strip())
    stated = fields(values, authors)
    at = writer.length
    writer.tell(f"{stated.title or ''} ", record[0].start())
    linked = False
    for match in record:
        if match[1] in _ADDRESSES:
            for url, first, last in _pages(match):
                writer.link(url, writer.length, first, last, fields=stated)
                writer.put(" ", first)
                linked = True
    if linked:
        writer.note(values.get("id") or str(number + 1), at)
    writer.put("\n\n", record[-1].end())
    return number + 1


def _copies(record: list[re.Match[str]]) -> Iterator[str]:
    """Archived copies that the record's notes name."""
    for match in record:
        for found in find_addresses(match[2]) if match[1] in _NOTES else ():
            if unwrap(found.url):
                yield found.url


def _pages(match: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    """The addresses of a field, each up to white space or to a semicolon with another one behind."""
    for part in _PAGE.finditer(match[2]):
        first = match.start(2) + part.start()
        url = part[0] if part[0][:4].lower() == "http" else f"http://{part[0]}"
        if is_page(url):
            yield url, first, first + len(part[0])


def _name(text: str) -> str:
    last, *rest = (part.strip() for part in text.split(","))
    first, *suffix = [part for part in rest if part] or [""]
    return " ".join(part for part in (first, last, *suffix) if part)
