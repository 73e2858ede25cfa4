"""``checker merge``: from the reports folders of the shards to one finished run."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path

from checker import pipeline
from checker.fetch.limits import Limits
from checker.fetch.transport import guarded_transport
from checker.invocation import LEDGER_NAME, Inputs, load_report
from checker.ledger import Ledger
from checker.locking import alone
from checker.outputs import words
from checker.outputs.files import check_writable, write_all
from checker.pipeline import Settings, World
from checker.rejoining import Part, rejoined
from checker.report import Report


@dataclass(frozen=True, slots=True)
class Merging:
    """What is joined: the folders, private ranges that are meant to be visited, the language of the page."""

    folders: Sequence[Path]
    allow: tuple[IPv4Network | IPv6Network, ...] = ()
    lang: str = "en"


def merge(merging: Merging, inputs: Inputs, folder: Path, say: Callable[[str], None]) -> Report:
    """Join, judge, remember, write the reports folder. The ledger there is kept, with what the shards knew.

    Raises:
        UsageError: folders that are not of the shards of one run.
        OutputError: the folder cannot be written.
        LedgerError: a ledger cannot be used.
        BusyError: another run holds the folder and does not end.
    """
    check_writable(folder)
    parts = [Part(str(one), load_report(one), Ledger(one / LEDGER_NAME).read()) for one in merging.folders]
    with alone(folder, say):
        ledger = Ledger(folder / LEDGER_NAME)
        joined = rejoined(parts, ledger.read())
        ledger.replace(joined.before)
        settings = Settings(
            now=joined.started,
            today=date.fromisoformat(parts[0].report.run.today),
            full=inputs.full,
            lookup="never",
            allow=merging.allow,
            config_name=inputs.config_name,
            joined=joined,
        )
        return asyncio.run(_judged(inputs, settings, ledger, folder, merging.lang))


async def _judged(inputs: Inputs, settings: Settings, ledger: Ledger, folder: Path, lang: str) -> Report:
    """The pipeline without anybody to ask."""
    nobody = guarded_transport(Limits())
    try:
        world = World(nobody, nobody)
        spoken = words.load(lang)
        return await pipeline.check(
            inputs.config, inputs.documents, settings, world, ledger, lambda report: _write(report, folder, spoken)
        )
    finally:
        await nobody.aclose()


def _write(report: Report, folder: Path, spoken: words.Words) -> None:
    write_all(report, folder, spoken)
