"""The day a document says it is of: front matter, meta elements, title commands. Pure and linear.

Only what the format has a place for; a date in prose is about something else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping

from msgspec.structs import replace

from checker.dates import PartialDate
from checker.model import Document
from checker.patterns import regex
from checker.readers import Reading
from checker.readers.stated import written

_HEAD = 50_000
_FRONT = regex(r"\A\ufeff?(---|\+\+\+)[ \t]*\r?\n(.*?)\r?\n(?:\1|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = regex(
    r"^(?:date|published|pubdate|publish_date|publishdate)[ \t]*[:=][ \t]*(\S.*)$", re.IGNORECASE | re.MULTILINE
)
_META = regex(r"<meta\s[^<>]{1,1000}>", re.IGNORECASE)
_ATTRIBUTE = regex(r"([\w:.-]{1,40})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_META_NAMES = frozenset(
    "article:published_time date dc.date dc.date.issued dcterms.date dcterms.created dcterms.issued "
    "citation_publication_date citation_date parsely-pub-date datepublished".split()
)
_JSON_LD = regex(r"\"datePublished\"\s*:\s*(\"[^\"\\]{4,40}\")")
_TEX = regex(r"^[^%\n]{0,200}\\date\{([^{}]{4,60})\}", re.MULTILINE)
_RST = regex(r"^:date:[ \t]+(\S.*)$", re.IGNORECASE | re.MULTILINE)
_ADOC = regex(r"^:(?:revdate|docdate|date):[ \t]+(\S.*)$", re.IGNORECASE | re.MULTILINE)
_ADOC_REVISION = regex(r"\A= [^\n]+\n(?:[^\n:]+\n)?(?:v[\d.]+,[ \t]*)?(\d{4}-\d{2}-\d{2})", re.IGNORECASE)
_ISO = regex(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?=T|[ \t]|$|[^\w-])")


def stated_date(document: Document) -> PartialDate | None:
    """The date a document gives itself; None where its format has no place for one, or it stands empty."""
    find = _BY_KIND.get(document.kind)
    texts = find(document.text[:_HEAD]) if find else iter(())
    return next((day for text in texts if (day := _read(text)) is not None), None)


def dated(reading: Reading, document: Document) -> Reading:
    """What was read, each citation with the date of its document."""
    day = stated_date(document)
    if day is None:
        return reading
    return replace(reading, citations=tuple(replace(one, cited_on=day) for one in reading.citations))


def _read(text: str) -> PartialDate | None:
    """A date as people and programs write it, a time of day behind it or not."""
    text = text.strip().strip("\"'").strip()
    iso = _ISO.match(text)
    return written(iso[0] if iso else text[:60])


def _markdown(text: str) -> Iterator[str]:
    front = _FRONT.match(text)
    if front:
        yield from (match[1].split(" #")[0] for match in _FIELD.finditer(front[2]))


def _html(text: str) -> Iterator[str]:
    for match in _META.finditer(text):
        told = {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(match[0])}
        name = told.get("property") or told.get("name") or told.get("itemprop") or ""
        if name.lower() in _META_NAMES and told.get("content"):
            yield told["content"]
    for match in _JSON_LD.finditer(text):
        yield json.loads(match[1])


def _all(*patterns: re.Pattern[str]) -> Callable[[str], Iterator[str]]:
    return lambda text: (match[1] for pattern in patterns for match in pattern.finditer(text))


_BY_KIND: Mapping[str, Callable[[str], Iterator[str]]] = {
    "markdown": _markdown,
    "html": _html,
    "latex": _all(_TEX),
    "rst": _all(_RST),
    "asciidoc": _all(_ADOC, _ADOC_REVISION),
}
