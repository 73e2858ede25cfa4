"""The entries of the page: a source or a figure each, with everything the template needs in words. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup
from msgspec import Struct, field

from checker.outputs import drawing, facts, quotes, snippets, wording
from checker.outputs.buckets import Bucket, concern, is_gone, of_figure, of_source
from checker.outputs.plain import plain, safe_href
from checker.outputs.quotes import Quote
from checker.outputs.snippets import Snippet
from checker.outputs.words import Words
from checker.report import Report, ReportFigure, ReportSource

ICONS = {
    "dead": "cross", "broken": "cross", "unsafe": "stop", "invalid": "stop", "moved": "arrow", "blocked": "hand",
    "unreachable": "clock", "ok": "check", "skipped": "dash", "stale": "hourglass", "due": "hourglass",
    "unknown": "question", "fresh": "check",
}  # fmt: skip
_TONES = {Bucket.NEEDS_YOU: "act", Bucket.BY_HAND: "hand", Bucket.WATCH: "watch", Bucket.FINE: "quiet"}


class Link(Struct, frozen=True):
    """A live link with its words; only http and https. ``name`` says what it opens."""

    name: str
    label: str
    href: str


class Card(Struct, frozen=True, kw_only=True):
    """One entry of the page."""

    anchor: str
    bucket: Bucket
    tone: str
    icon: str
    state: str
    heading: str
    address: str = ""
    evidence: str
    warnings: tuple[str, ...] = ()
    action: str
    archive: str = ""
    new: bool = False
    tags: tuple[str, ...] = ()
    drawing: Markup = field(default_factory=Markup)
    age: str = ""
    quotes: tuple[Quote, ...]
    links: tuple[Link, ...] = ()
    snippets: tuple[Snippet, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    is_figure: bool = False

    @property
    def compact(self) -> bool:
        """Whether one line is enough until somebody asks for more."""
        return self.bucket in (Bucket.FINE, Bucket.SKIPPED)


def cards(
    entries: Iterable[ReportSource | ReportFigure], report: Report, words: Words, addresses: Mapping[str, str]
) -> list[Card]:
    """The cards of entries, in their order; ``addresses`` are those of sources, by id.

    Anchors are made of ids, so that links to them last.
    """
    taken: set[str] = set()
    made = []
    for one in entries:
        anchor = _anchor("s" if isinstance(one, ReportSource) else "f", one.id, taken)
        taken.add(anchor)
        made.append(_of_source(one, report, words, anchor) if isinstance(one, ReportSource)
                    else _of_figure(one, report, words, anchor, addresses.get(one.source or "")))  # fmt: skip
    return made


def _anchor(kind: str, identity: str, taken: set[str]) -> str:
    """The id as a name for the page; where it holds other characters or is long, with a digest."""
    slug = "".join(ch if ch.isascii() and (ch.isalnum() or ch in "-_.") else "-" for ch in identity)[:48]
    if slug != identity:
        slug = f"{slug}-{hashlib.sha256(identity.encode(errors='replace')).hexdigest()[:8]}"
    name = f"{kind}-{slug}"
    number = 2
    while name in taken:
        name, number = f"{kind}-{slug}-{number}", number + 1
    return name


def _of_source(source: ReportSource, report: Report, words: Words, anchor: str) -> Card:
    bucket = of_source(source)
    tone = "gone" if is_gone(source) else _TONES.get(bucket, "skip")
    compared = report.run.previous is not None
    suspected = source.certainty == "suspected" and source.verdict in ("dead", "broken", "unreachable")
    tags = (("suspected", suspected), ("new", compared and source.new), ("fixed", compared and source.fixed))
    quiet = bucket in (Bucket.FINE, Bucket.SKIPPED)
    return Card(
        anchor=anchor,
        bucket=bucket,
        tone=tone,
        icon="question" if concern(source) else ICONS[source.verdict],
        state=wording.sentence_case(wording.state(source, words)),
        heading=plain(source.title, 200) or plain(source.id, 200),
        address=plain(source.url, 400),
        evidence=plain(wording.evidence(source, words), 600),
        warnings=tuple(wording.sentence_case(plain(words.told(one), 400)) for one in source.warnings),
        action="" if quiet else wording.action(source, words),
        archive="" if quiet else _archive(source, words),
        new=compared and source.new,
        tags=tuple(words(f"card.{name}") for name, there in tags if there),
        drawing=drawing.history_strip(source, words),
        quotes=tuple(quotes.of_source(source, report.run.browse, words)),
        links=tuple(_links(source, words)),
        snippets=tuple(snippets.of(source, report, words)),
        facts=tuple(facts.of_source(source, words)),
    )


def _archive(source: ReportSource, words: Words) -> str:
    told = wording.archive_words(source.archive, words)
    return words("card.archived", words=told) if source.archive.state == "found" else told


def _links(source: ReportSource, words: Words) -> Iterator[Link]:
    if source.verdict not in ("invalid", "unsafe"):
        yield from _link("open_source", source.url, words)
    if source.verdict == "moved":
        yield from _link("open_new", source.moved_to or source.final_url, words)
    if source.archive.state == "found":
        yield from _link("open_copy", source.archive.url, words)
    elif source.compared is not None:
        yield from _link("open_copy", source.compared.copy, words)


def _link(name: str, url: str | None, words: Words) -> Iterator[Link]:
    href = safe_href(url)
    if href is not None:
        yield Link(name, words(f"card.{name}"), href)


def _of_figure(figure: ReportFigure, report: Report, words: Words, anchor: str, address: str | None) -> Card:
    bucket = of_figure(figure)
    found = figure.origin == "found"
    known = words.code(figure.freshness)
    quiet = bucket is Bucket.FINE
    return Card(
        anchor=anchor,
        bucket=bucket,
        tone=_TONES[bucket],
        icon=ICONS[figure.freshness],
        state=wording.sentence_case(known.label),
        heading=plain(figure.text, 200),
        evidence=wording.sentence_case(plain(words.told(figure.reason), 400)) + ".",
        warnings=tuple(_seen(figure, words)),
        action="" if quiet else words("action.proposal") if found else known.action,
        tags=(words("card.proposal"),) if found else (),
        drawing=drawing.age_bar(figure, report.run.today, words),
        age=wording.age_words(figure, report.run.today, words),
        quotes=tuple(quotes.of_figure(figure, report.run.browse, words)),
        links=tuple(_link("open_source", address, words)) if not quiet else (),
        snippets=tuple(snippets.of_figure(figure, words)) if not quiet else (),
        facts=tuple(facts.of_figure(figure, words)),
        is_figure=True,
    )


def _seen(figure: ReportFigure, words: Words) -> Iterator[str]:
    """What the page of its source says of a figure: where it stands there, and every hint."""
    if figure.on_page in ("found", "rounded"):
        told = words(f"on_{'copy' if figure.on_copy else 'page'}_words.{figure.on_page}")
        text = plain(figure.page_words, 200)
        yield words("on_page_words.quoted", told=told, text=text) if text else told
    for hint in figure.hints:
        yield f"{wording.sentence_case(plain(words.told(hint), 400))}."
