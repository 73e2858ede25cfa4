"""Authors, title, container, dates and DOI out of the text of one note. Pure.

The note is read from its title outwards: what stands before the title are its authors, what stands behind
it, up to the first date, its container. What is not there stays empty.
"""

from __future__ import annotations

import re

from msgspec import Struct

from checker.dates import PartialDate
from checker.patterns import regex
from checker.readers.accessed import find_accessed, is_day_first, other_days
from checker.readers.addresses import find_addresses
from checker.readers.names import authors_of, without_year
from checker.readers.titles import Parts, bibliographic, has_title, parts_of
from checker.readers.written_dates import WrittenDate, find_dates, most_exact

__all__ = ["NoteFields", "has_title", "read_entry", "read_note"]

_DOI = regex(r"\b10\.\d{4,9}/[^\s\"<>]+", re.ASCII)
_GBT_DAYS = regex(r"(?:\((?P<published>\d{4}-\d{1,2}-\d{1,2})\))?\s?\[(?P<accessed>\d{4}-\d{1,2}-\d{1,2})\]")
_BEHIND_ADDRESS = regex(r"\S+?[,.;]?\s\(?(?=\S)")
_NO_NAME = regex(
    r"[,.]?\s*(?:\b(?:vol|no|nr|iss|pp?|pages?|chap|s|с)\b\.?\s?\d|\bn[°º]\s?\d|№\s?\d|\blast (?:modified|updated)\b|\b(?:available|retrieved|recuperado|disponible|abgerufen|online:|url|doi|"
    r"режим доступа|в интернете|archived)\b|,\s\d|第\d|\[(?:en ligne|online|электронный ресурс|internet)\]).*$",
    re.IGNORECASE,
)
_LEFT_OVER = regex(r"(?:^|\s)(?:vom|of|from|du|de|del|at|en|auf|unter)$")
_IN = regex(r"^(?:in|dans|en|в кн\.|в сб\.|载|见)\s?:\s?|^(?:in)\s(?=[A-ZÀ-Þ])", re.IGNORECASE)
_VOLUME = regex(r"\s\d{1,4}(?:\s?\(\d{1,4}\))?$")
_PARENTHESIS = regex(r"\([^()]{0,200}\b(?:1[5-9]|20)\d\d[^()]{0,20}\)")
_DIGITS = regex(r"\d{4}|\d\.\s?\d|10\.\d{4}")
_EDGES = " \t\r\n,.;:，。：；\u00a0"
MAX_NOTE = 4000


class NoteFields(Struct, frozen=True):
    """What one note says of what it cites."""

    authors: tuple[str, ...] = ()
    title: str | None = None
    container: str | None = None
    published: PartialDate | None = None
    accessed: PartialDate | None = None
    doi: str | None = None
    language: str | None = None
    archive_url: str | None = None
    page_first: bool = False


def read_note(text: str) -> NoteFields:
    """The fields of a note's text, its number or key taken off."""
    return _read(text, strict=False)


def read_entry(text: str) -> NoteFields | None:
    """The fields of a line that may be prose: None unless it is an entry of a bibliography beyond doubt."""
    found = _read(text, strict=True)
    return found if found.title else None


def _read(text: str, *, strict: bool) -> NoteFields:
    text = " ".join(text[:MAX_NOTE].split())
    addresses = find_addresses(text)
    head = text[: addresses[0].start] if addresses else text
    if not _DIGITS.search(text):
        return _undated(head, strict=strict)
    accessed, rest = find_accessed(head, text[len(head) :])
    day_first = is_day_first(text)
    kept = other_days(rest)
    parts = bibliographic(kept) if strict else parts_of(kept)
    doi = _doi(text)
    if parts is None:
        dated = most_exact(find_dates(kept, day_first=day_first)) or _behind(text[len(head) :], accessed)
        return NoteFields(published=dated.value if dated else None, accessed=accessed, doi=doi)
    gbt = _GBT_DAYS.search(parts.rest)
    if gbt and accessed is None:
        accessed = _first_day(gbt["accessed"])
        parts = Parts(parts.names, parts.title, parts.rest.replace(f"[{gbt['accessed']}]", " "), parts.date)
    container, published = _container(parts.rest, day_first=day_first)
    names, when = without_year(parts.names)
    published = _stated(parts.date) or published or _stated(when)
    if published is None and not strict:
        dated = _behind(text[len(head) :], accessed) or most_exact(find_dates(rest[len(rest) - len(parts.rest) :]))
        published = dated.value if dated else None
    return NoteFields(authors_of(names), parts.title, container, published, accessed, doi)


def _undated(head: str, *, strict: bool) -> NoteFields:
    """A note that holds no date at all."""
    parts = bibliographic(head) if strict else parts_of(head)
    if parts is None:
        return NoteFields()
    container, _ = _container(parts.rest, day_first=False)
    return NoteFields(authors_of(parts.names), parts.title, container)


def _stated(date: str) -> PartialDate | None:
    """A date of its own: "2019, March 6" and the other way round."""
    year, _, rest = date.partition(",")
    found = most_exact(
        [
            *find_dates(f"{rest.strip()}, {year.strip()}"),
            *find_dates(f"{rest.strip()} de {year.strip()}"),
            *find_dates(date),
        ]
    )
    return found.value if found else None


def _first_day(text: str) -> PartialDate | None:
    return next((one.value for one in find_dates(text)), None)


def _behind(tail: str, accessed: PartialDate | None) -> WrittenDate | None:
    """A date right behind the address, where nothing calls it the day of access."""
    address = _BEHIND_ADDRESS.match(tail) if accessed is None else None
    if address is None:
        return None
    return next((one for one in find_dates(tail[address.end() :]) if one.start == 0), None)


def _doi(text: str) -> str | None:
    match = _DOI.search(text)
    if match is None:
        return None
    found = match[0].rstrip(".,;")
    while found.endswith(")") and found.count(")") > found.count("("):
        found = found[:-1].rstrip(".,;")
    return found


def _container(text: str, *, day_first: bool) -> tuple[str | None, PartialDate | None]:
    """Container and date of publication out of what follows the title."""
    published = most_exact(find_dates(text, day_first=day_first))
    parenthesis = _PARENTHESIS.search(text)
    ends = [len(text)]
    if published is not None and _stands_apart(text, published):
        ends.append(published.start)
    if parenthesis is not None:
        ends.append(parenthesis.start())
    name = _NO_NAME.sub("", text[: min(ends)]).strip(_EDGES + "(")
    name = _VOLUME.sub("", _IN.sub("", _LEFT_OVER.sub("", name))).strip(_EDGES + "–—-")
    if name[:1] == "《" and name[-1:] == "》":
        name = name[1:-1]
    return (name or None), (published.value if published else None)


def _stands_apart(text: str, found: WrittenDate) -> bool:
    """Whether a date is a field of its own rather than a part of a name."""
    return text[: found.start].rstrip()[-1:] in ("", ",", ".", "(", ";", ":", "，") or found.end >= len(
        text.rstrip(_EDGES)
    )
