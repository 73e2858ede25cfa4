"""``index.html``: the page an editor reads. One file, nothing loaded from outside, readable without script.

Styles and script are inlined and named by their hashes in the content security policy, so nothing that a
page or a document says can run or load. Every foreign text is escaped by the template engine and made
plain before.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from checker.codes import explain
from checker.outputs import drawing, wording
from checker.outputs.buckets import (
    LABELS,
    OF_DOCUMENTS,
    Bucket,
    is_gone,
    of_figure,
    of_source,
    ordered,
    ordered_figures,
)
from checker.outputs.plain import plain, safe_href
from checker.report import Report, ReportFigure, ReportSource

ICONS = {
    "dead": "cross", "broken": "cross", "unsafe": "stop", "invalid": "stop", "moved": "arrow", "blocked": "hand",
    "unreachable": "clock", "ok": "check", "skipped": "dash", "stale": "hourglass", "due": "hourglass",
    "unknown": "question", "fresh": "check",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Card:
    """One entry of the page, a source or a figure, with everything the template needs in words."""

    anchor: str
    bucket: Bucket
    tone: str
    icon: str
    state: str
    heading: str
    evidence: str
    action: str
    new: bool
    drawing: Markup
    source: ReportSource | None = None
    figure: ReportFigure | None = None
    citation_text: str = ""


def render(report: Report) -> str:
    """The whole page."""
    style, script = _asset("style.css"), _asset("page.js")
    cards = [_source_card(one, number) for number, one in enumerate(ordered(report.sources), 1)]
    cards += [
        _figure_card(one, report.run.today, number) for number, one in enumerate(ordered_figures(report.figures), 1)
    ]
    cards.sort(key=lambda card: list(Bucket).index(card.bucket))
    return _template().render(
        report=report,
        sentence=wording.verdict_sentence(report),
        coverage=wording.coverage_line(report),
        banners=wording.banners(report),
        buckets=[(bucket, LABELS[bucket], number) for bucket, number in wording.buckets(report).items()],
        cards=cards,
        new=sum(card.new for card in cards),
        has_previous=report.run.previous is not None,
        style=Markup(style),  # noqa: S704  # our own file
        script=Markup(script),  # noqa: S704  # our own file
        policy=_policy(style, script),
        next_due=_next_due(report),
        of_documents=OF_DOCUMENTS,
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("checker.outputs"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "plain": plain,
        "href": safe_href,
        "day": wording.day_words,
        "moment": wording.moment_words,
    }
    environment.globals |= {
        "archive_words": wording.archive_words,
        "place_words": wording.place_words,
        "count": wording.count,
        "explain": explain,
    }
    return environment.get_template("index.html.j2")


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


def _source_card(source: ReportSource, number: int) -> Card:
    known = explain(source.reason)
    suspected = source.certainty == "suspected"
    gone = is_gone(source)
    missing = source.fragment == "absent" and source.verdict == "ok"
    state = "missing fragment" if missing else known.label
    bucket = of_source(source)
    quiet = bucket in (Bucket.FINE, Bucket.SKIPPED)
    return Card(
        anchor=f"s{number}-{_slug(source.id)}",
        bucket=bucket,
        tone="gone" if gone else "quiet" if quiet else "hand" if bucket is Bucket.BY_HAND else "act",
        icon=ICONS[source.verdict],
        state=f"{state}, suspected" if suspected and source.verdict in ("dead", "broken") else state,
        heading=plain(source.title, 200) or plain(source.id, 200),
        evidence=_evidence(source),
        action="" if quiet else explain("missing-fragment").action if missing else _action(source),
        new=source.new,
        source=source,
        drawing=drawing.history_strip(source.history),
        citation_text=_with_archive(source),
    )


def _action(source: ReportSource) -> str:
    """What to do, by what is known: waiting for proof, mending with a copy, or searching."""
    if source.certainty == "suspected" and source.verdict in ("dead", "broken", "unreachable"):
        return "Nothing yet: it counts as proven only after three failed runs over at least six days."
    if source.verdict == "unreachable":
        return "Open it yourself: it has not answered for weeks, but from here we cannot know."
    if source.verdict == "dead" and source.archive.state != "found":
        return "Find where the content lives now, or cite another source: no archived copy is known."
    return explain(source.reason).action


def _evidence(source: ReportSource) -> str:
    """The evidence with its history: since when it fails, when it was last fine."""
    words = _sentence_case(plain(source.evidence, 400))
    if source.failed_runs > 1 and source.first_failed:
        words += f" — on {source.failed_runs} runs since {wording.day_words(source.first_failed[:10])}"
        words += f"; last fine on {wording.day_words(source.last_ok[:10])}" if source.last_ok else ""
    return words


def _with_archive(source: ReportSource) -> str:
    """A citation to paste: what was cited, with the archived copy behind it."""
    archive = source.archive
    if archive.state != "found" or not source.citations:
        return ""
    one = next((one for one in source.citations if one.title), source.citations[0])
    authors = " and ".join(one.authors or [])
    parts = [authors, f"“{one.title}”" if one.title else "", one.container or "", one.published or ""]
    parts += [f"accessed {one.accessed}" if one.accessed else "", source.url]
    stamp = archive.timestamp or ""
    day = wording.day_words(f"{stamp[:4]}-{max(stamp[4:6], '01')}-{max(stamp[6:8], '01')}")
    return plain(", ".join(part for part in parts if part) + f", archived {day} at {archive.url}", 4000)


def _figure_card(figure: ReportFigure, today: str, number: int) -> Card:
    bucket = of_figure(figure)
    known = explain(figure.freshness)
    found = " (found in the text)" if figure.origin == "found" else ""
    return Card(
        anchor=f"f{number}-{_slug(figure.id)}",
        bucket=bucket,
        tone="quiet" if bucket is Bucket.FINE else "act",
        icon=ICONS[figure.freshness],
        state=known.label + found,
        heading=plain(figure.text, 200),
        evidence=_sentence_case(plain(figure.reason, 400)),
        action="" if bucket is Bucket.FINE else known.action,
        new=False,
        figure=figure,
        drawing=drawing.age_bar(figure, today),
    )


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


def _next_due(report: Report) -> ReportFigure | None:
    fresh = [one for one in report.figures if one.freshness == "fresh" and one.due and one.role == "current"]
    return min(fresh, key=lambda one: one.due or "", default=None)


def _slug(text: str) -> str:
    return "".join(ch if ch.isascii() and (ch.isalnum() or ch in "-_.") else "-" for ch in text)[:60]
