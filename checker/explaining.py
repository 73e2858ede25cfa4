"""The evidence for sources of a report, together with what the ledger remembers of them."""

from __future__ import annotations

from pathlib import Path

from checker import trail, urls
from checker.ledger import Ledger
from checker.memory import Memory
from checker.report import Report, ReportSource


def trails(report: Report, ledger: Path, wanted: str) -> list[str]:
    """The evidence for each source that is meant; see :mod:`checker.trail`.

    Raises:
        UsageError: it is neither a source of the report nor, so far as we know, anything else.
        LedgerError: the ledger cannot be used.
    """
    found = trail.find(report, wanted)
    if not found:
        raise trail.unknown(wanted)
    book = Ledger(ledger, simulated=report.run.simulated)
    try:
        memory = book.look()
        return [_trail(one, memory) for one in found]
    finally:
        book.close()


def _trail(source: ReportSource, memory: Memory) -> str:
    runs = {run.id: run for run in memory.runs}
    past = [(runs[one.run], one) for one in memory.of(_address(source, memory))]
    return trail.render(source, [one.observation for _, one in past], past)


def _address(source: ReportSource, memory: Memory) -> str:
    """The address as the ledger has it: a report masks secrets."""
    if "***" not in source.url:
        return source.url
    return next((key for key in memory.seen if urls.identity(key) == source.identity), source.url)
