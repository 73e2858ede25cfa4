"""Ready-made texts to paste: a citation with its archived copy, an ignore rule, a command. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePosixPath
from shlex import quote

from checker.outputs import wording
from checker.outputs.buckets import Bucket, of_source
from checker.outputs.plain import plain, safe_href
from checker.outputs.words import ENGLISH, Words
from checker.readers.kinds import SUFFIXES
from checker.report import Report, ReportCitation, ReportDocument, ReportFigure, ReportSource

IGNORED_FOR = timedelta(days=182)
_LIMIT = 4000


@dataclass(frozen=True, slots=True)
class Snippet:
    """A text to copy and the words on its button; ``main`` ones have a button outside the details."""

    label: str
    text: str
    main: bool = False


def of(source: ReportSource, report: Report, words: Words) -> list[Snippet]:
    """The texts that help with a source in its present state; none where nobody has anything to do."""
    bucket = of_source(source)
    if bucket in (Bucket.FINE, Bucket.SKIPPED):
        return []
    found = list(_mending(source, report, words))
    if bucket is Bucket.BY_HAND:
        found.append(Snippet(words("card.copy_confirm"), f"checker confirm {quote(plain(source.id))}", main=True))
    found.append(Snippet(words("card.copy_ignore"), ignore_rule(source, report.run.today, words)))
    found.append(Snippet(words("card.copy_again"), f"checker check --only {quote(plain(source.id))}"))
    return found


def of_figure(figure: ReportFigure, words: Words) -> list[Snippet]:
    """The command that records that somebody checked a declared figure."""
    if figure.origin != "declared":
        return []
    return [Snippet(words("card.copy_confirm"), f"checker confirm {quote(plain(figure.id))}", main=True)]


def _mending(source: ReportSource, report: Report, words: Words) -> Iterator[Snippet]:
    archive = source.archive
    if archive.state == "found" and archive.url:
        yield Snippet(words("card.copy_archive"), plain(archive.url, _LIMIT), main=True)
        yield from (
            Snippet(words("card.copy_citation"), text, main=True)
            for text in [with_archive(source, report.documents)]
            if text
        )
    new = source.moved_to or source.final_url
    if source.verdict == "moved" and new:
        yield Snippet(words("card.copy_new"), plain(new, _LIMIT), main=True)


def ignore_rule(source: ReportSource, today: str, words: Words) -> str:
    """A line for ``ignore:`` in sources.yml, with a reason and an end half a year away."""
    until = date.fromisoformat(today) + IGNORED_FOR
    url, reason = (json.dumps(text, ensure_ascii=False) for text in (plain(source.url), words("card.ignore_reason")))
    return f"- {{url: {url}, reason: {reason}, until: {until}}}"


def with_archive(source: ReportSource, documents: Iterable[ReportDocument] = ()) -> str:
    """The fullest citation of a source with its archived copy, as the document's own syntax has it."""
    archive = source.archive
    cited = [one for one in source.citations if one.origin == "document"] or source.citations
    if archive.state != "found" or not archive.url or not archive.timestamp or not cited:
        return ""
    one = next((one for one in cited if one.title and not one.resolves_to), cited[0])
    kind = next((document.kind for document in documents if document.name == one.file), "")
    write = _SYNTAX.get(kind or SUFFIXES.get(PurePosixPath(one.file).suffix.lower(), ""), _as_prose)
    if not (safe_href(source.url) and safe_href(archive.url)):
        return ""
    return plain(write(one, source, ENGLISH.day(wording.captured_on(archive.timestamp))), _LIMIT)


def _as_prose(one: ReportCitation, source: ReportSource, day: str) -> str:
    authors = " and ".join(one.authors or [])
    parts = [authors, f"“{one.title}”" if one.title else "", one.container or "", one.published or ""]
    parts += [f"accessed {one.accessed}" if one.accessed else "", source.url]
    return ", ".join(part for part in parts if part) + f", archived {day} at {source.archive.url}"


def _as_markdown(one: ReportCitation, source: ReportSource, day: str) -> str:
    """A note as prose; a link with words as a link with words."""
    if one.note or one.authors or one.published:
        return _as_prose(one, source, day)
    title = (one.title or source.url).replace("[", "(").replace("]", ")")
    return f"[{title}](<{source.url}>) ([archived {day}](<{source.archive.url}>))"


def _as_wikitext(one: ReportCitation, source: ReportSource, day: str) -> str:
    """Template:Cite web, its fields in the order of its documentation (en.wikipedia.org, 2026-11)."""
    iso = wording.captured_on(source.archive.timestamp or "")
    names = {"last": " and ".join(one.authors or []), "title": one.title, "url": source.url, "website": one.container}
    names |= {"date": one.published, "access-date": one.accessed, "archive-url": source.archive.url}
    names |= {"archive-date": iso, "url-status": "dead"}
    fields = (f"|{name}={str(value).replace('|', '{{!}}')}" for name, value in names.items() if value)
    return f"{{{{cite web {' '.join(fields)}}}}}"


def _as_html(one: ReportCitation, source: ReportSource, day: str) -> str:
    def escaped(text: str) -> str:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")

    title = escaped(one.title or source.url)
    copy = escaped(source.archive.url or "")
    return f'<a href="{escaped(source.url)}">{title}</a> (<a href="{copy}">archived {day}</a>)'


_SYNTAX = {"markdown": _as_markdown, "html": _as_html, "wikitext": _as_wikitext}
