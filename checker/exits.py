"""What a report means for the process that asked for it: the exit code. Pure."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from checker.reasons import TRIVIAL_MOVES
from checker.report import Report, ReportFigure, ReportSource

CLEAN, FINDINGS, USAGE, INCONCLUSIVE = 0, 1, 2, 3


class FailOn(StrEnum):
    """What can make a run end with findings."""

    DEAD = "dead"
    BROKEN = "broken"
    INVALID = "invalid"
    UNSAFE = "unsafe"
    UNREACHABLE = "unreachable"
    SUSPECTED = "suspected"
    MOVED = "moved"
    STALE = "stale"
    DUE = "due"
    NEVER = "never"


DEFAULT_FAIL_ON = (FailOn.DEAD, FailOn.BROKEN, FailOn.INVALID, FailOn.UNSAFE)
_NEED_PROOF = ("dead", "broken")


def exit_code(report: Report, fail_on: Collection[FailOn] = DEFAULT_FAIL_ON) -> int:
    """3 where the run was inconclusive or cut short, 1 where something in ``fail_on`` was found, else 0."""
    if report.run.network == "down" or report.run.interrupted:
        return INCONCLUSIVE
    if FailOn.NEVER in fail_on:
        return CLEAN
    found = any(_source_counts(source, fail_on) for source in report.sources) or any(
        _figure_counts(figure, fail_on) for figure in report.figures
    )
    return FINDINGS if found else CLEAN


def _source_counts(source: ReportSource, fail_on: Collection[FailOn]) -> bool:
    """Dead and broken need proof over time, unless the source was never yet seen ok: a new citation."""
    if source.verdict in _NEED_PROOF:
        proven = source.certainty == "confirmed" or source.last_ok is None
        return (proven and source.verdict in fail_on) or (not proven and FailOn.SUSPECTED in fail_on)
    if source.verdict == "moved":
        return FailOn.MOVED in fail_on and source.reason not in TRIVIAL_MOVES
    return source.verdict in fail_on


def _figure_counts(figure: ReportFigure, fail_on: Collection[FailOn]) -> bool:
    return figure.origin == "declared" and figure.freshness in fail_on
