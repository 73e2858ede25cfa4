"""Ready-made texts to paste: a citation with its archived copy, an ignore rule, a command. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import PurePosixPath
from shlex import quote

from msgspec import Struct

from checker.outputs.buckets import Bucket, of_source
from checker.outputs.plain import plain, safe_href
from checker.outputs.words import Words
from checker.readers.kinds import SUFFIXES
from checker.report import Report, ReportCitation, ReportFigure, ReportSource

IGNORED_FOR = timedelta(days=182)
_LIMIT = 4000


class Snippet(Struct, frozen=True):
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
        whole = with_archive(source, {one.name: one.kind for one in report.documents})
        if whole:
            yield Snippet(words("card.copy_citation"), whole, main=True)
        declared = next((one.archived for one in source.citations if one.origin == "declared" and one.archived), None)
        if declared:
            yield Snippet(words("card.copy_sources"), lines(declared))
    if source.verdict == "moved" and source.moved_to:
        yield Snippet(words("card.copy_new"), plain(source.moved_to, _LIMIT), main=True)


def ignore_rule(source: ReportSource, today: str, words: Words) -> str:
    """A line for ``ignore:`` in sources.yml, with a reason and an end half a year away."""
    until = date.fromisoformat(today) + IGNORED_FOR
    url, reason = (json.dumps(text, ensure_ascii=False) for text in (plain(source.url), words("card.ignore_reason")))
    return f"- {{url: {url}, reason: {reason}, until: {until}}}"


def with_archive(source: ReportSource, kinds: Mapping[str, str]) -> str:
    """The fullest citation of a source with its archived copy, in the syntax of the document it stands in.

    ``kinds`` has the format of each document. Records and templates get the fields to add; prose gets a whole
    citation.
    """
    cited = [one for one in source.citations if one.origin == "document" and one.archived]
    if not cited:
        return ""
    one = next((one for one in cited if one.title and not one.resolves_to), cited[0])
    archived = lines(one.archived or "")
    kind = kinds.get(one.file) or SUFFIXES.get(PurePosixPath(one.file).suffix.lower(), "text")
    if kind in _RECORDS:
        return archived
    href = safe_href(source.url)
    if kind == "markdown" and href and not (one.note or one.authors or one.published):
        title = plain(one.title or source.url).replace("[", "(").replace("]", ")")
        return f"[{title}](<{href}>) ({archived})"
    return f"{_prose(one, source)}, {archived}"


_RECORDS = frozenset({"html", "wikitext", "bibtex", "csl", "ris", "sources"})


def _prose(one: ReportCitation, source: ReportSource) -> str:
    authors = " and ".join(one.authors or [])
    parts = [authors, f"“{one.title}”" if one.title else "", one.container or "", one.published or ""]
    parts += [f"accessed {one.accessed}" if one.accessed else "", source.url]
    return plain(", ".join(part for part in parts if part), _LIMIT)


def lines(text: str) -> str:
    """Foreign text on as many lines as it has, each made plain."""
    return "\n".join(plain(line, _LIMIT) for line in text.splitlines()[:20])
