"""Reading CSL-JSON, as Zotero and citeproc write it. Pure and linear."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from checker import dates
from checker.dates import PartialDate
from checker.model import Document
from checker.patterns import regex
from checker.readers import jsontext
from checker.readers.assembly import reading_of
from checker.readers.flat import Writer
from checker.readers.note_fields import NoteFields
from checker.readers.reading import Reading
from checker.readers.schemes import is_page
from checker.readers.stated import written

_TAG = regex(r"</?(?:i|b|sup|sub|sc|span)(?:\s[^<>]{0,200})?>", re.IGNORECASE)


def read(document: Document) -> Reading:
    """The items of a bibliography that name an address; their ids are the notes."""
    raw = document.text
    writer = Writer(raw)
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError) as error:
        at = getattr(error, "pos", 0)
        writer.copy(0, len(raw))
        writer.warnings.append((at, "not JSON from here on; its addresses are read without their fields"))
        return reading_of(document, writer.done(numbered=False))
    for path, start, end in jsontext.strings(raw):
        if path and path[-1] in ("URL", "url"):
            written = raw[start:end]
            first, last = start + len(written) - len(written.lstrip()), end - (len(written) - len(written.rstrip()))
            url = jsontext.unescaped(raw[first:last])
            url = f"http://{url}" if url.lower().startswith("www.") else url
            if not is_page(url):
                continue
            item = _item(data, path[:-1])
            at = writer.length
            writer.tell(f"{item.get('title') or ''} ", start)
            writer.link(url, writer.length, first, last, fields=_fields(item))
            writer.put(" ", end)
            writer.note(str(item.get("id") or len(writer.notes) + 1), at)
            writer.put("\n\n", end)
    return reading_of(document, writer.done(numbered=False))


def _item(data: Any, path: jsontext.Path) -> Mapping[str, Any]:  # noqa: ANN401  # whatever the JSON holds
    for step in path:
        data = data[step]
    return data if isinstance(data, dict) else {}


def _fields(item: Mapping[str, Any]) -> NoteFields:
    return NoteFields(
        authors=tuple(name for one in _list(item.get("author")) if (name := _name(one))),
        title=_text(item.get("title")),
        container=_text(item.get("container-title")) or _text(item.get("publisher")),
        published=_date(item.get("issued")),
        accessed=_date(item.get("accessed")),
        doi=_text(item.get("DOI")),
        language=_text(item.get("language")),
        archive_url=_copy(item.get("custom")),
    )


def _copy(custom: Any) -> str | None:  # noqa: ANN401
    """The archived copy, in the place CSL leaves to programs: it has no variable of its own (schema#387)."""
    url = _text(custom.get("archive_url")) if isinstance(custom, dict) else None
    return url if url and is_page(url) else None


def _numbers(part: Any) -> str:  # noqa: ANN401
    """One to three numbers as ISO has them."""
    year, *rest = [int(number) for number in _list(part)][:3] or [0]
    return "-".join([f"{year:04}", *(f"{number:02}" for number in rest)]) if year else ""


def _list(value: Any) -> list[Any]:  # noqa: ANN401
    return value if isinstance(value, list) else []


def _text(value: Any) -> str | None:  # noqa: ANN401
    """A value as it reads; titles may hold a little HTML (citeproc-js)."""
    return " ".join(_TAG.sub("", value).split()) or None if isinstance(value, str) else None


def _name(one: Any) -> str:  # noqa: ANN401
    if not isinstance(one, dict):
        return ""
    parts = (one.get("given"), one.get("non-dropping-particle"), one.get("family"))
    return _text(one.get("literal")) or " ".join(part for part in parts if isinstance(part, str) and part)


def _date(value: Any) -> PartialDate | None:  # noqa: ANN401
    """``date-parts`` of one to three numbers, or a date in words."""
    if not isinstance(value, dict):
        return written(value) if isinstance(value, str) else None
    try:
        ends = [_numbers(part) for part in _list(value.get("date-parts"))[:2]]
        if ends and ends[0]:
            return dates.parse("/".join(filter(None, ends)))
    except (TypeError, ValueError):
        pass
    return written(_text(value.get("raw")) or _text(value.get("literal")))
