"""What needs whom: the five groups of the report page, and the order within them. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from checker.reasons import TRIVIAL_MOVES
from checker.report import ReportFigure, ReportSource

OF_DOCUMENTS = (
    "unreadable", "conflicting-date", "conflicting-title", "duplicate-address", "uncited-source", "undeclared-source",
)  # fmt: skip
"""Findings about documents and sources.yml themselves: no verdict shows them."""
TOLD_AT_ONCE = OF_DOCUMENTS[:3]


class Bucket(StrEnum):
    """Who has something to do."""

    NEEDS_YOU = "needs-you"
    BY_HAND = "by-hand"
    WATCH = "watch"
    FINE = "fine"
    SKIPPED = "skipped"


LABELS = {
    Bucket.NEEDS_YOU: "Needs you",
    Bucket.BY_HAND: "Check by hand",
    Bucket.WATCH: "Watch",
    Bucket.FINE: "Fine",
    Bucket.SKIPPED: "Skipped",
}


def of_source(source: ReportSource) -> Bucket:
    """The group of a source. Only what is proven, or cannot be cured by waiting, needs somebody."""
    match source.verdict:
        case "dead" | "broken":
            return Bucket.NEEDS_YOU if source.certainty == "confirmed" else Bucket.WATCH
        case "invalid" | "unsafe":
            return Bucket.NEEDS_YOU
        case "moved":
            return Bucket.FINE if source.reason in TRIVIAL_MOVES else Bucket.NEEDS_YOU
        case "blocked":
            return Bucket.BY_HAND
        case "unreachable":
            return Bucket.BY_HAND if source.certainty == "confirmed" else Bucket.WATCH
        case "skipped":
            return Bucket.SKIPPED
        case _:
            return Bucket.NEEDS_YOU if source.fragment == "absent" else Bucket.FINE


def of_figure(figure: ReportFigure) -> Bucket:
    """The group of a figure. Found ones are proposals: they are watched, never pressed on anybody."""
    if figure.freshness == "stale":
        return Bucket.NEEDS_YOU if figure.origin == "declared" else Bucket.WATCH
    return Bucket.FINE if figure.freshness == "fresh" else Bucket.WATCH


def is_gone(source: ReportSource) -> bool:
    """Whether a source is confirmed dead: the only state that is shown in red."""
    return source.verdict == "dead" and source.certainty == "confirmed"


_ORDER = ("dead", "unsafe", "invalid", "broken", "moved", "unreachable", "blocked", "ok", "skipped")


def ordered(sources: Iterable[ReportSource]) -> list[ReportSource]:
    """Quickest fixes first: what needs somebody, of that what has an archived copy, new ones first."""
    buckets = list(Bucket)
    return sorted(
        sources,
        key=lambda one: (
            buckets.index(of_source(one)),
            _ORDER.index(one.verdict),
            one.archive.state != "found",
            not one.new,
        ),
    )


def ordered_figures(figures: Iterable[ReportFigure]) -> list[ReportFigure]:
    """The longest overdue first, then by what comes next; declared before found."""
    states = ("stale", "due", "unknown", "fresh")
    return sorted(
        figures,
        key=lambda one: (one.origin == "found", states.index(one.freshness), one.due or "9999", one.line),
    )
