"""The small world of the corpus: what became of the pages that its texts cite."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from checker import urls
from checker.fix import plan, settings
from checker.fix.plan import Plan
from checker.fix.remedy import LeftAlone, Remedy, RemedyKind, Style
from checker.model import Document

TODAY = date(2026, 11, 23)
ARCHIVE = "https://web.archive.org/web/20190903120000/"
GONE = (
    "https://site.org/gone",
    "https://site.org/gone_(2019)_x",
    "https://site.org/gone_one*",
    "https://site.org/gone?a=1&b=2",
    "https://site.org/gone#part-2",
    "https://site.org/gone%20x",
    "https://site.org/gone,x",
    "https://site.org/~gone_x",
)
USURPED = ("https://site.org/usurped",)
MOVED = {
    "https://site.org/old": "https://site.org/new/page",
    "https://site.org/odd": "https://site.org/new(1",
    "https://site.org/amp": "https://site.org/new?a=1&copy=2",
    "https://site.org/brackets": "https://site.org/new[1]_",
    "https://site.org/per": "https://site.org/new%20x#y",
}
ALONE = {
    "https://site.org/doubtful": "only suspected so far",
    "https://site.org/blocked": "blocked, so nothing is known",
    "https://site.org/nocopy": "gone, and no good copy is known",
    "https://site.org/trivial": "a trivial move",
}


def copy_of(url: str) -> str:
    """The address of a page's copy."""
    return ARCHIVE + url


def gone(url: str, *, usurped: bool = False) -> Remedy:
    """What a page needs that is gone, with a copy of it."""
    page = url.partition("#")[0]
    return Remedy(RemedyKind.ARCHIVED, copy_of(page), "http-404", date(2019, 9, 3), date(2019, 9, 2), usurped)


def needs() -> Mapping[str, Remedy | LeftAlone]:
    """What all pages of this world need."""
    found: dict[str, Remedy | LeftAlone] = {plan.identity(url): gone(url) for url in GONE}
    found |= {plan.identity(url): gone(url, usurped=True) for url in USURPED}
    found |= {plan.identity(url): Remedy(RemedyKind.MOVED, new, "moved-permanently") for url, new in MOVED.items()}
    return found | {plan.identity(url): LeftAlone(why) for url, why in ALONE.items()}


NEEDS = needs()


def fixed(kind: str, text: str, style: Style | None = None, needed: Mapping[str, Remedy | LeftAlone] = NEEDS) -> Plan:
    """The plan for a text."""
    document = Document("document", text, kind)
    return settings.plan(document, needed) if kind == "sources" else plan.plan(document, needed, style, TODAY)


def identity(url: str) -> str:
    """The identity of a source, as a report has it."""
    return urls.identity(urls.normalise(url))
