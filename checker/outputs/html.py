"""``index.html``: the page an editor reads. One file, nothing loaded from outside, readable without script.

Styles and script are inlined and named by their hashes in the content security policy, so nothing that a
page or a document says can run or load. Every foreign text is made plain before and escaped by the template
engine. More entries than a browser shows at ease go to further pages beside the first, least urgent last.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup
from msgspec import Struct

from checker.outputs import buckets, wording
from checker.outputs.buckets import Bucket
from checker.outputs.cards import Card, cards
from checker.outputs.charts import charts
from checker.outputs.plain import plain, safe_href
from checker.outputs.quotes import Quote
from checker.outputs.words import ENGLISH, Words
from checker.patterns import regex
from checker.report import Finding, Report, ReportFigure

PAGE_SIZE = 5000  # measured 2026-11: half a second to load, 20,000 on one page take two
LONG = 200
_BREAKS = regex(r"\n+(?=[{<])")
_KEPT = regex(r"(%\})?(?=<(?:article|section|li|h2|html|head|style|script)\b)")
"""Line breaks of the template: only entries and the like begin a line, so that two reports compare line by line."""
QUOTES_SHOWN = 3


class Row(Struct, frozen=True):
    """One place in a document, with the entry that stands there."""

    quote: Quote
    card: Card


def render(report: Report, words: Words = ENGLISH) -> str:
    """The page, or the first one of several."""
    return next(pages(report, words))[1]


def pages(report: Report, words: Words = ENGLISH) -> Iterator[tuple[str, str]]:
    """All pages with their file names, one after the other: ``index.html``, then ``index-2.html`` and so on."""
    entries = buckets.entries(report)
    parts = [entries[at : at + PAGE_SIZE] for at in range(0, len(entries), PAGE_SIZE)] or [[]]
    addresses = {source.id: source.url for source in report.sources} if report.figures else {}
    frame = _frame(report, words)
    for number, part in enumerate(parts, 1):
        split = Split(number, len(parts), len(entries))
        opening = _opening(report, words) if number == 1 else _NOTHING_OPENING
        made = cards(part, report, words, addresses)
        yield _name(number), _page(made, split, {**frame, **opening})


def _name(number: int) -> str:
    return "index.html" if number == 1 else f"index-{number}.html"


class Split(Struct, frozen=True):
    """Which page of how many this is, of how many entries."""

    page: int
    pages: int
    all: int

    @property
    def first(self) -> int:
        """The number of the first entry on the page."""
        return (self.page - 1) * PAGE_SIZE + 1

    @property
    def last(self) -> int:
        """The number of the last entry on the page."""
        return min(self.page * PAGE_SIZE, self.all)

    @property
    def names(self) -> list[tuple[int, str]]:
        """All pages with their file names."""
        return [(number, _name(number)) for number in range(1, self.pages + 1)]


def _frame(report: Report, words: Words) -> Mapping[str, object]:
    """What every page says alike."""
    style, script = _asset("style.css"), _asset("page.js")
    return {
        "report": report,
        "w": words,
        "sentence": wording.verdict_sentence(report, words),
        "changes": wording.changes(report, words),
        "headline": wording.headline(report, words),
        "coverage": wording.coverage_line(report, words),
        "banners": wording.banners(report, words),
        "quotes_shown": QUOTES_SHOWN,
        "style": Markup(style),  # noqa: S704  # our own file
        "script": Markup(script),  # noqa: S704  # our own file
        "policy": _policy(style, script),
    }


def _opening(report: Report, words: Words) -> Mapping[str, object]:
    """What only the first page says."""
    calm = _calm(report, wording.buckets(report), words)
    return {"calm": calm, "charts": charts(report, words), "others": _others(report)}


_NOTHING_OPENING: Mapping[str, object] = {"calm": "", "charts": [], "others": []}


def _page(made: Sequence[Card], split: Split, said: Mapping[str, object]) -> str:
    grouped = [(bucket, [card for card in made if card.bucket is bucket]) for bucket in Bucket]
    return _template().render(
        said,
        grouped=grouped,
        documents=_documents(made),
        cards=made,
        new=sum(card.new for card in made),
        long=len(made) > LONG,
        split=split,
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=FunctionLoader(_source),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"plain": plain, "href": safe_href}
    return environment.get_template("index.html.j2")


def _source(name: str) -> str:
    """A template with the line breaks that count; the engine swallows one behind a block (trim_blocks)."""
    return _KEPT.sub(lambda found: f"{found[1]}\n\n" if found[1] else "\n", _BREAKS.sub("", _asset(name)))


@cache
def _asset(name: str) -> str:
    return (files("checker.outputs") / "templates" / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    def hashed(text: str) -> str:
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        return f"'sha256-{digest}'"

    return (
        f"default-src 'none'; style-src {hashed(style)}; script-src {hashed(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _calm(report: Report, counts: Mapping[Bucket, int], words: Words) -> str:
    """What to say where nobody is needed: how much is fine, what comes next."""
    if report.run.network != "up" or counts[Bucket.NEEDS_YOU]:
        return ""
    if not (report.sources or report.figures):
        return words("calm.nothing_known")
    fine = words("calm.fine", n=counts[Bucket.FINE])
    told = words("calm.verified", fine=fine, by_hand=words("calm.by_hand", n=counts[Bucket.BY_HAND]))
    coming = _next_due(report)
    if coming is not None:
        told += " " + words("calm.next_due", day=words.day(coming.due or ""), text=plain(coming.text, 100))
    return told if report.run.previous else f"{told} {words('calm.baseline')}"


def _next_due(report: Report) -> ReportFigure | None:
    fresh = [one for one in report.figures if one.freshness == "fresh" and one.due and one.role == "current"]
    return min(fresh, key=lambda one: one.due or "", default=None)


def _documents(made: Sequence[Card]) -> list[tuple[str, list[Row]]]:
    """Every document with what stands in it, in reading order."""
    rows: dict[str, list[Row]] = {}
    for card in made:
        for quote in card.quotes:
            rows.setdefault(quote.file, []).append(Row(quote, card))
    return [(name, sorted(rows[name], key=lambda row: row.quote.line)) for name in sorted(rows)]


def _others(report: Report) -> list[Finding]:
    """Findings that belong to no entry: about the documents and sources.yml themselves."""
    return [one for one in report.findings if one.code in buckets.OF_DOCUMENTS]
