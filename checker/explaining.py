"""The evidence for sources of the last report, together with what the ledger remembers of them."""

from __future__ import annotations

from pathlib import Path

from checker import trail, urls
from checker.invocation import LEDGER_NAME, last_report
from checker.ledger import Ledger
from checker.memory import Memory
from checker.report import ReportSource


def trails(wanted: str, folder: Path) -> list[str]:
    """The evidence for each source of a reports folder that is meant; see :mod:`checker.trail`.

    Raises:
        UsageError: it is neither a source of the report nor, so far as we know, anything else.
        InputError: what is there is no report.
        LedgerError: the ledger cannot be used.
    """
    report = last_report(folder)
    found = trail.find(report, wanted) if report else []
    if report is None or not found:
        raise trail.unknown(wanted)
    book = Ledger(folder / LEDGER_NAME, simulated=report.run.simulated)
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
