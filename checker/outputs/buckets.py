"""What needs whom: the five groups of the report page, and the order within them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from checker.reasons import TRIVIAL_MOVES
from checker.report import Report, ReportFigure, ReportSource

OF_DOCUMENTS = (
    "unreadable", "archived-error", "mistrusted-archive", "conflicting-date",
    "conflicting-title", "duplicate-address", "uncited-source", "undeclared-source",
)  # fmt: skip
"""Findings about documents and sources.yml themselves: no verdict shows them."""
TOLD_AT_ONCE = OF_DOCUMENTS[:5]


class Bucket(StrEnum):
    """Who has something to do."""

    NEEDS_YOU = "needs-you"
    BY_HAND = "by-hand"
    WATCH = "watch"
    FINE = "fine"
    SKIPPED = "skipped"


def of_source(source: ReportSource) -> Bucket:
    """The group of a source. Only what is proven, or cannot be cured by waiting, needs somebody.

    A citation that never once worked fails the run at once, so it needs somebody at once: the address
    may be mistyped.
    """
    match source.verdict:
        case "dead" | "broken":
            proven = source.certainty == "confirmed" or source.last_ok is None
            return Bucket.NEEDS_YOU if proven else Bucket.WATCH
        case "invalid" | "unsafe":
            return Bucket.NEEDS_YOU
        case "moved" if source.reason not in TRIVIAL_MOVES:
            return Bucket.NEEDS_YOU
        case "blocked":
            return Bucket.BY_HAND
        case "unreachable":
            return Bucket.BY_HAND if source.certainty == "confirmed" else Bucket.WATCH
        case "skipped":
            return Bucket.SKIPPED
        case _:
            return _CONCERNS[concern(source)]


def concern(source: ReportSource) -> str | None:
    """What is wrong with a page that is there: the code of the finding, the gravest first, or None."""
    drift = source.compared.state if source.compared else "same"
    if source.verdict not in ("ok", "moved"):
        return None
    if drift == "replaced":
        return "content-replaced"
    if source.fragment == "absent" and source.verdict == "ok":
        return "missing-fragment"
    return "content-changed" if drift == "changed" else None


_CONCERNS: Mapping[str | None, Bucket] = {
    "content-replaced": Bucket.NEEDS_YOU,
    "missing-fragment": Bucket.NEEDS_YOU,
    "content-changed": Bucket.BY_HAND,
    None: Bucket.FINE,
}


def of_figure(figure: ReportFigure) -> Bucket:
    """The group of a figure. Found ones are proposals: they are watched, never pressed on anybody."""
    if figure.freshness == "stale":
        return Bucket.NEEDS_YOU if figure.origin == "declared" else Bucket.WATCH
    return Bucket.FINE if figure.freshness == "fresh" else Bucket.WATCH


def is_gone(source: ReportSource) -> bool:
    """Whether a source is confirmed dead: the only state that is shown in red."""
    return source.verdict == "dead" and source.certainty == "confirmed"


_RANKS = ("gone", "dead", "unsafe", "invalid", "broken", "figure", "ok", "moved", "unreachable", "blocked", "skipped")
_STATES = ("stale", "due", "unknown", "fresh")


def ordered(sources: Iterable[ReportSource]) -> list[ReportSource]:
    """Quickest fixes first: what needs somebody, of that what has an archived copy, new ones first."""
    return sorted(sources, key=_key_of_source)


def ordered_figures(figures: Iterable[ReportFigure]) -> list[ReportFigure]:
    """The longest overdue first, then by what comes next; declared before found."""
    return sorted(figures, key=_key_of_figure)


def entries(report: Report) -> list[ReportSource | ReportFigure]:
    """Sources and figures in the one order of the page: by group, then by how quickly they are settled."""
    keyed: list[tuple[tuple[int, int], ReportSource | ReportFigure]] = []
    keyed += [((_BUCKETS.index(of_source(one)), _rank(one)), one) for one in ordered(report.sources)]
    figure = _RANKS.index("figure")
    keyed += [((_BUCKETS.index(of_figure(one)), figure), one) for one in ordered_figures(report.figures)]
    return [one for _, one in sorted(keyed, key=lambda pair: pair[0])]


_BUCKETS = list(Bucket)


def _rank(source: ReportSource) -> int:
    return _RANKS.index("gone" if is_gone(source) else source.verdict)


def _key_of_source(one: ReportSource) -> tuple[int, int, bool, bool]:
    return _BUCKETS.index(of_source(one)), _rank(one), one.archive.state != "found", not one.new


def _key_of_figure(one: ReportFigure) -> tuple[bool, int, str, int]:
    return one.origin == "found", _STATES.index(one.freshness), one.due or "9999", one.line
