"""Mending wikitext: the archive parameters of cite templates, links, bare addresses. Pure.

The parameters are those of Citation Style 1 (Template:Cite web, read 2026-11): ``url-status`` is ``dead``, or
``usurped`` where strangers have the domain. Other Wikipedias name theirs otherwise and know no status.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from checker.fix.edits import Edit, insertion
from checker.fix.remedy import (
    NO_ROBUST,
    CannotError,
    Reads,
    Remedy,
    RemedyKind,
    Spot,
    Style,
    Way,
    day_in_words,
    instead,
    spellings,
)
from checker.patterns import regex
from checker.readers.closing import pairs

_MARKS = regex(r"\{\{|\}\}|\[\[|\]\]|<nowiki>.{0,2000}?</nowiki>", re.DOTALL)
_NAMED = regex(r"(\s{0,200})([^=|{}\[\]<>\n]{1,60}?)(\s{0,60}=\s{0,60})")
_ENTITY = regex(r"&(?=#?\w{1,31};)")
_ISO = regex(r"\d{4}-\d{2}-\d{2}")
_MONTH_FIRST = regex(r"[A-Z][a-z]{2,8} \d{1,2}, \d{4}")


class _Names(Struct, frozen=True):
    """What a family of templates calls its parameters; no ``status`` where it has none."""

    url: str
    date: str
    status: str = ""


_CS1 = _Names("archive-url", "archive-date", "url-status")
_FAMILIES = (
    (regex(r"cite\b.*|citation|vcite .*|cite", re.IGNORECASE), _CS1),
    (regex(r"lien web|article|ouvrage", re.IGNORECASE), _Names("archive-url", "archive-date")),
    (regex(r"internetquelle|literatur", re.IGNORECASE), _Names("archiv-url", "archiv-datum")),
    (regex(r"cita (?:web|noticia|publicación)", re.IGNORECASE), _Names("urlarchivo", "fechaarchivo")),
    (regex(r"citeer (?:web|nieuws)", re.IGNORECASE), _Names("archiefurl", "archiefdatum")),
)


class _Parameter(Struct, frozen=True):
    """A named parameter: its name, the span between its bars, and where its value begins."""

    name: str
    start: int
    end: int
    value_start: int
    mold: tuple[str, str, str]

    def value(self, text: str) -> str:
        """The value, trimmed."""
        return text[self.value_start : self.end].strip()


class Wikitext:
    """The places of one wiki page."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._pairs = pairs(text, _MARKS, {"{{": "}}", "[[": "]]"})
        self._templates = sorted((start, end) for start, end in self._pairs.items() if text.startswith("{{", start))
        self._outer = list(_outer(self._templates))

    def ways(self, spot: Spot, remedy: Remedy, style: Style | None) -> Iterator[Way]:
        """How a place can be mended, best first."""
        template = self._template(spot.start)
        parameters = list(self._parameters(template[0] + 2, template[1])) if template else []
        own = next((one for one in parameters if one.value_start <= spot.start < one.end), None)
        if remedy.kind is RemedyKind.ARCHIVED and template and own and own.name == "url":
            names = self._names(template[0] + 2)
            if names:
                return self._recorded(own, {one.name: one for one in parameters}, remedy, names)
        if remedy.kind is RemedyKind.MOVED or style in (None, Style.REPLACE):
            return instead(spot, spellings(spot, remedy.address, _escaped(remedy.address)))
        if style is Style.ROBUST:
            raise CannotError(NO_ROBUST)
        if template:
            raise CannotError("a template has no room for words; use --archive-style replace")
        return self._beside(spot, remedy)

    def _template(self, offset: int) -> tuple[int, int] | None:
        """The innermost template around an offset."""
        index = bisect_right(self._templates, (offset,)) - 1
        while index >= 0 and self._templates[index][1] <= offset:
            index = self._outer[index]
        return self._templates[index] if index >= 0 else None

    def _names(self, start: int) -> _Names | None:
        name = re.split(r"[|{}\n<]", self.text[start : start + 80], maxsplit=1)[0].strip().replace("_", " ")
        return next((names for family, names in _FAMILIES if family.fullmatch(name)), None)

    def _parameters(self, start: int, end: int) -> Iterator[_Parameter]:
        """The named parameters of a template; bars of inner templates and links are theirs."""
        position = part = start
        first = True
        while position <= end:
            ch = self.text[position] if position < end else "|"
            if ch == "|":
                named = None if first else _NAMED.match(self.text, part, position)
                if named:
                    name = named[2].strip().lower()
                    yield _Parameter(name, part, position, named.end(), (named[1], named[2], named[3]))
                part, first = position + 1, False
            inner = self._pairs.get(position) if ch in "{[" else None
            position = inner + 2 if inner is not None and inner < end else position + 1

    def _recorded(
        self, url: _Parameter, known: Mapping[str, _Parameter], remedy: Remedy, names: _Names
    ) -> Iterator[Way]:
        values = {names.url: _escaped(remedy.address)}
        if remedy.day:
            values[names.date] = self._dated(remedy.day, known, names)
        if names.status:
            values[names.status] = "usurped" if remedy.usurped else "dead"
        edits: list[Edit] = []
        added = ""
        tail = self.text[url.end - self._blank(url) : url.end]
        for name, value in values.items():
            there = known.get(name)
            if there is None:
                added += f"|{_named_like(url, name)}{value}{tail}"
            elif not there.value(self.text):
                old = self.text[there.value_start : there.end]
                edits.append(Edit(there.value_start, old, value + (old if "\n" in old else "")))
            elif name == names.status and there.value(self.text) in ("live", "unknown"):
                edits.append(Edit(there.value_start, there.value(self.text), value))
        if added:
            edits.append(insertion(url.end, added))
        yield Way(tuple(edits), Reads.FIELD)

    def _blank(self, one: _Parameter) -> int:
        """How much white space stands behind a value."""
        whole = self.text[one.value_start : one.end]
        return len(whole) - len(whole.rstrip())

    def _dated(self, day: date, known: Mapping[str, _Parameter], names: _Names) -> str:
        """The day, written as the template's other dates are."""
        others = [known[name].value(self.text) for name in ("access-date", "accessdate", "date") if name in known]
        written = next((one for one in others if one), "")
        if names is not _CS1 or not written or _ISO.fullmatch(written):
            return day.isoformat()
        words = day_in_words(day)
        number, month, year = words.split()
        return f"{month} {number}, {year}" if _MONTH_FIRST.fullmatch(written) else words

    def _beside(self, spot: Spot, remedy: Remedy) -> Iterator[Way]:
        dated = f" |date={day_in_words(remedy.day)}" if remedy.day else ""
        added = f" {{{{webarchive |url={_escaped(remedy.address)}{dated}}}}}"
        opened = self.text[spot.start - 1 : spot.start] == "["
        close = self.text.find("]", spot.end, spot.end + 2000) if opened else -1
        yield Way((insertion(close + 1 if close >= 0 else spot.end, added),), Reads.BESIDE)


def _outer(templates: Sequence[tuple[int, int]]) -> Iterator[int]:
    """The number of the template around each one, -1 where there is none; templates nest or keep apart."""
    open_: list[int] = []
    for number, (start, _) in enumerate(templates):
        while open_ and templates[open_[-1]][1] <= start:
            open_.pop()
        yield open_[-1] if open_ else -1
        open_.append(number)


def _named_like(model: _Parameter, name: str) -> str:
    """A parameter's name with its equals sign, spaced as another's; columns stay aligned where they are."""
    before, known, equals = model.mold
    width = len(known) + len(equals) - len(equals.lstrip())
    if width > len(known) + 1:
        return f"{before}{name.ljust(width - 1)} {equals.lstrip()}"
    return f"{before}{name}{equals}"


def _escaped(address: str) -> str:
    """An address in wikitext: what would end a link or begin markup is percent-encoded."""
    for sign, code in (("[", "%5B"), ("]", "%5D"), ("''", "%27%27")):
        address = address.replace(sign, code)
    return _ENTITY.sub("&amp;", address)
