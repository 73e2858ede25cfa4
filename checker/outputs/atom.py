"""``feed.atom``: what is gone and what is overdue, for a feed reader (RFC 4287).

The feed needs no memory of its own: an entry is named after the source and the day its trouble began, so it
is new to a reader just once, and again only if the source comes back and goes again.
"""

from __future__ import annotations

from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree

from msgspec import Struct

from checker.outputs import wording
from checker.outputs.buckets import is_gone
from checker.outputs.drawing import proven_from
from checker.outputs.plain import plain, safe_href
from checker.outputs.words import ENGLISH, Words
from checker.report import Report, ReportFigure, ReportSource

MOST = 100
_NAMESPACE = "http://www.w3.org/2005/Atom"


class Entry(Struct, frozen=True):
    """One entry; ``updated`` is the moment it became true, ISO 8601."""

    name: str
    updated: str
    title: str
    text: str
    href: str | None = None


def render(report: Report, words: Words = ENGLISH) -> str:
    """The feed, newest first, at most ``MOST`` entries."""
    entries = sorted(_entries(report, words), key=lambda one: (one.updated, one.name), reverse=True)[:MOST]
    title = words("feed.title")
    feed = ElementTree.Element("feed", xmlns=_NAMESPACE)
    feed.set("xml:lang", words.language)
    _add(feed, "id", _urn(f"{report.tool.url}#{report.run.config}"))
    _add(feed, "title", words("feed.simulated", title=title) if report.run.simulated else title)
    _add(feed, "updated", report.run.finished)
    _add(_add(feed, "author"), "name", "checker")
    _add(feed, "generator", report.tool.name).set("version", report.tool.version)
    for one in entries:
        _entry(feed, one, report)
    ElementTree.indent(feed)
    return f"<?xml version='1.0' encoding='utf-8'?>\n{ElementTree.tostring(feed, encoding='unicode')}\n"


def _entries(report: Report, words: Words) -> Iterator[Entry]:
    for source in report.sources:
        if is_gone(source):
            yield _gone(source, report, words)
    for figure in report.figures:
        if figure.freshness == "stale" and figure.origin == "declared":
            yield _overdue(figure, report, words)


def _gone(source: ReportSource, report: Report, words: Words) -> Entry:
    title = plain(source.title, 200) or plain(source.id, 200)
    told = [wording.evidence(source, words), wording.action(source, words)]
    told += [wording.sentence_case(wording.archive_words(source.archive, words)), plain(source.archive.url, 2000)]
    return Entry(
        name=f"gone {source.url} {source.first_failed}",
        updated=proven_from(source.history) or report.run.started,
        title=words("feed.gone", title=title),
        text=plain(" ".join(part for part in told if part), 4000),
        href=safe_href(source.url),
    )


def _overdue(figure: ReportFigure, report: Report, words: Words) -> Entry:
    last = figure.limit or figure.due
    text = f"{figure.text}: {words.told(figure.reason)}. {words.code('stale').action}"
    return Entry(
        name=f"overdue {figure.id} {figure.as_of} {last}",
        updated=f"{last}T23:59:59Z" if last and last < report.run.today else report.run.started,
        title=words("feed.overdue", title=plain(figure.text, 200)),
        text=plain(f"{text} ({figure.file}:{figure.line})", 4000),
    )


def _entry(feed: ElementTree.Element, one: Entry, report: Report) -> None:
    entry = _add(feed, "entry")
    _add(entry, "id", _urn(f"{report.tool.url}#{one.name}"))
    _add(entry, "title", one.title)
    _add(entry, "updated", one.updated)
    _add(entry, "content", one.text).set("type", "text")
    if one.href:
        _add(entry, "link").set("href", one.href)


def _urn(name: str) -> str:
    return uuid5(NAMESPACE_URL, name).urn


def _add(parent: ElementTree.Element, name: str, text: str | None = None) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, name)
    child.text = plain(text, 4000) if text is not None else None
    return child
