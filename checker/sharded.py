"""``checker merge``: from the reports folders of the shards to one finished run."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import date
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path

from msgspec import Struct

from checker import pipeline
from checker.fetch.limits import Limits
from checker.fetch.transport import guarded_transport
from checker.invocation import LEDGER_NAME, Inputs, load_report
from checker.ledger import Ledger
from checker.locking import alone
from checker.memory import Memory
from checker.outputs import words
from checker.outputs.files import check_writable, write_all
from checker.pipeline import Settings, World
from checker.rejoining import Part, rejoined
from checker.report import Report


class Merging(Struct, frozen=True):
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
    with ExitStack() as ledgers, alone(folder, say):
        parts = [Part(str(one), load_report(one), _look(one, ledgers)) for one in merging.folders]
        ledger = Ledger(folder / LEDGER_NAME)
        joined = rejoined(parts, ledger.look())
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


def _look(folder: Path, ledgers: ExitStack) -> Memory:
    """What a shard knows; its ledger is read until ``ledgers`` are let go of."""
    ledger = Ledger(folder / LEDGER_NAME)
    ledgers.callback(ledger.close)
    return ledger.look()


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
