"""The days a page gives for itself: when it came out, when it was changed. Facts, never a verdict. Pure.

In the order of trust: JSON-LD, then meta elements, then what a reader sees ("Last updated 5 March 2020"), then
the ``Last-Modified`` header, which many servers set anew for every answer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from string import digits
from typing import Any

from msgspec import Struct

from checker.dates import Precision
from checker.patterns import regex
from checker.readers.written_dates import find_dates

_PUBLISHED = tuple(
    "article:published_time datepublished date dc.date dc.date.issued dcterms.date dcterms.issued "
    "citation_publication_date citation_date pubdate publishdate parsely-pub-date og:published_time".split()
)
_MODIFIED = tuple(
    "article:modified_time datemodified og:updated_time dcterms.modified dc.date.modified last-modified lastmod "
    "revised".split()
)
_SEEN_MODIFIED = regex(
    r"(?:last (?:updated|modified|reviewed|changed)|updated(?: on)?|page updated|zuletzt (?:geändert|aktualisiert)"
    r"|letzte änderung|aktualisiert am|stand:|mis à jour(?: le)?|dernière mise à jour|última actualización"
    r"|actualizado el|обновлено|дата обновления|последнее обновление|更新时间|更新日期|最后更新)",
    re.IGNORECASE,
)
_SEEN_PUBLISHED = regex(
    r"(?:published(?: on)?|first published|posted(?: on)?|veröffentlicht(?: am)?|erschienen am|publié(?: le)?"
    r"|publicado el|опубликовано|дата публикации|发布时间|发布日期)",
    re.IGNORECASE,
)
# One of these stands in whatever the patterns match: looking for them first, and for the patterns around them only,
# costs a twentieth of looking for the patterns everywhere.
_STEMS = {
    _SEEN_MODIFIED: (
        "updated modified reviewed changed geändert aktualisiert änderung stand: jour actualiza обновлен 更新".split()
    ),
    _SEEN_PUBLISHED: "published posted veröffentlicht erschienen publié publicado опубликован публикаци 发布".split(),
}  # fmt: skip
_AROUND = 40
"""Characters on both sides of a stem within which the words around it stand."""
_REACH = 60
_LOOKED_AT = 40
_HEAD, _FOOT = 6000, 3000
"""Pages say when they were changed at their beginning or end."""
MAX_JSON = 200_000


class PageDates(Struct, frozen=True):
    """The days, each None where the page does not tell; ``modified_by`` is where the latter was read."""

    published: date | None = None
    modified: date | None = None
    modified_by: str = ""


NO_DATES = PageDates()


def page_dates(scripts: Iterable[str], metas: Mapping[str, str], text: str, last_modified: str) -> PageDates:
    """The days of a page.

    Args:
        scripts: the texts of its JSON-LD.
        metas: its meta elements, names in lower case.
        text: what a reader sees.
        last_modified: the header.
    """
    stated = [_json_ld(script) for script in scripts]
    if len(text) > _HEAD + _FOOT:
        text = f"{text[:_HEAD]}\n{text[-_FOOT:]}"
    low = text.lower()
    published = _first(one.get("datePublished", "") for one in stated) or _first(
        metas.get(name, "") for name in _PUBLISHED
    )
    changed = (
        (_first(one.get("dateModified", "") for one in stated), "json-ld"),
        (_first(metas.get(name, "") for name in _MODIFIED), "meta"),
        (_visible(_SEEN_MODIFIED, text, low), "text"),
        (_http_day(last_modified), "header"),
    )
    modified, by = next(((day, by) for day, by in changed if day is not None), (None, ""))
    return PageDates(published or _visible(_SEEN_PUBLISHED, text, low), modified, by)


def _first(texts: Iterable[str]) -> date | None:
    return next((day for text in texts if text and (day := _day(text))), None)


def _json_ld(text: str) -> dict[str, str]:
    """The first dates of the graph that a script states."""
    try:
        data: Any = json.loads(text[:MAX_JSON])
    except (ValueError, RecursionError):
        return {}
    graph = data.get("@graph") if isinstance(data, dict) else data
    items = [data, *(graph if isinstance(graph, list) else [])]
    found: dict[str, str] = {}
    for item in items:
        if isinstance(item, dict):
            for name in ("datePublished", "dateModified"):
                if isinstance(item.get(name), str):
                    found.setdefault(name, item[name])
    return found


def _day(text: str) -> date | None:
    text = text.strip()[:40].replace("/", "-")
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def _visible(label: re.Pattern[str], text: str, low: str) -> date | None:
    """The day behind the first such words that one stands behind; only whole days count."""
    if not any(digit in text for digit in digits):
        return None
    for end in sorted(_ends(label, text, low))[:_LOOKED_AT]:
        behind = text[end : end + _REACH]
        days = [one for one in find_dates(behind) if one.value.precision is Precision.DAY and one.start <= _REACH // 2]
        if days:
            return days[0].value.first
    return None


def _ends(label: re.Pattern[str], text: str, low: str) -> set[int]:
    """Where such words end."""
    found = set()
    for stem in _STEMS[label]:
        at = low.find(stem)
        for _ in range(_LOOKED_AT):
            if at < 0:
                break
            match = label.search(text, max(0, at - _AROUND), at + len(stem) + _AROUND)
            if match:
                found.add(match.end())
            at = low.find(stem, at + 1)
    return found


def _http_day(text: str) -> date | None:
    try:
        return parsedate_to_datetime(text).date() if text else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
