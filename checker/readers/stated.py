"""Fields that a format itself states under a name: cite templates, BibTeX, CSL, RIS. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from checker import dates
from checker.dates import PartialDate
from checker.patterns import regex
from checker.readers.note_fields import NoteFields
from checker.readers.schemes import is_page
from checker.readers.written_dates import find_dates, most_exact

_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "titel", "titre", "título", "titulo", "заглавие", "название", "ti", "t1", "标题", "text", "titolo"),
    "container": (
        "container-title", "journaltitle", "journal", "website", "newspaper", "magazine", "periodical", "work", "werk",
        "site", "sitioweb", "sammelwerk", "zeitung", "zeitschrift", "periódico", "periodico", "publicación", "revista", "сайт", "booktitle", "издание", "périodique", "obra", "hrsg", "publisher", "organization", "institution",
        "school", "editorial", "издательство", "jo", "jf", "t2", "bt", "pb",
    ),
    "published": ("issued", "date", "datum", "fecha", "дата", "publication-date", "year", "jahr", "année", "año", "год", "da", "py", "y1"),
    "accessed": (
        "accessed", "access-date", "accessdate", "urldate", "abruf", "zugriff", "consulté le", "consulte le", "fechaacceso",
        "fecha-acceso", "дата обращения", "дата доступа", "access date", "accès url", "consultado", "acessodata", "accesso", "zugriffsdatum", "y2", "访问日期", "accessyear",
    ),
    "doi": ("doi", "do"),
    "language": ("language", "langid", "lang", "sprache", "langue", "idioma", "язык", "la"),
    "archive_url": ("archive-url", "archiveurl", "archiv-url", "archive url", "urlarchivo", "archive"),
}  # fmt: skip
_ALIVE = {"url-status": ("live",), "dead-url": ("no", "n", "false"), "deadurl": ("no", "n", "false")}
"""How cite templates say that readers are led to the page, not to its copy (Template:Cite web, read 2026-11)."""
_NOTE_ACCESS = ("note", "annote", "howpublished", "n1")
_YEAR = regex(r"\d{4}")
_SLASHED = regex(r"(\d{4})/(?:(\d{1,2})?/(\d{1,2})?/?|(\d{1,2}))?(?!\d)")


def fields(stated: Mapping[str, str], authors: tuple[str, ...] = ()) -> NoteFields:
    """The fields out of names and values; names in lower case, values as they read."""

    def first(kind: str) -> str | None:
        return next((value for name in _NAMES[kind] if (value := stated.get(name, "").strip())), None)

    archive = first("archive_url")
    published = written(first("published"))
    if published is not None and published.precision is dates.Precision.YEAR and stated.get("month"):
        published = written(f"{stated.get('day', '')} {stated['month']} {published}") or published
    accessed = written(first("accessed")) or next(
        (day for name in _NOTE_ACCESS if (day := _noted(stated.get(name, ""))) is not None), None
    )
    return NoteFields(
        authors=authors,
        title=first("title"),
        container=first("container"),
        published=published,
        accessed=accessed,
        doi=first("doi"),
        language=first("language"),
        archive_url=archive if archive and is_page(archive) else None,
        page_first=any(stated.get(name, "").strip().lower() in alive for name, alive in _ALIVE.items()),
    )


def written(text: str | None) -> PartialDate | None:
    """A date field: ISO, with slashes (RIS), or in words; None where it is none."""
    if not text:
        return None
    text = text.strip()
    slashed = _SLASHED.match(text)
    if slashed:
        text = "-".join(part.zfill(2) for part in slashed.groups() if part)
    try:
        return dates.parse(text.replace("~", "").replace("?", ""))
    except ValueError:
        found = most_exact(find_dates(text))
        return found.value if found else None


def _noted(text: str) -> PartialDate | None:
    from checker.readers.note_fields import read_note

    return read_note(f"{text} https://x.y").accessed if text else None
