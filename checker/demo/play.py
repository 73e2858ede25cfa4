"""Playing the demo: four weekly runs of the real pipeline against the simulated web."""

from __future__ import annotations

from pathlib import Path

from checker import pipeline
from checker.config import Config, parse
from checker.demo import data, virtualtime
from checker.demo.archive import SimulatedArchive
from checker.demo.script import RUNS
from checker.demo.web import SimulatedWeb
from checker.ledger import Ledger
from checker.model import Document
from checker.outputs.files import check_writable, write_all
from checker.outputs.words import ENGLISH, Words
from checker.pipeline import Settings, World
from checker.report import Report

CONFIG_NAME = "sources.yml"
LEDGER_NAME = "ledger.sqlite"
_SIDE_FILES = ("", "-wal", "-shm")


def demo(folder: Path, words: Words = ENGLISH) -> Report:
    """Write the report of the last of four simulated runs to ``folder``; the same on every machine.

    Raises:
        OutputError: the folder cannot be written.
        LedgerError: the folder holds the ledger of a real run, which is left alone.
    """
    check_writable(folder)
    _forget(folder / LEDGER_NAME)
    config = parse(data.sources_text(), CONFIG_NAME)
    documents = [Document("briefing.md", data.briefing_text(), "markdown")]
    report = None
    for week in range(len(RUNS)):
        report = _run(config, documents, week, Ledger(folder / LEDGER_NAME, simulated=True))
    assert report is not None  # noqa: S101  # RUNS is not empty
    write_all(report, folder, words)
    return report


def _run(config: Config, documents: list[Document], week: int, ledger: Ledger) -> Report:
    now = RUNS[week]
    settings = Settings(now=now, today=now.date(), full=True, config_name=CONFIG_NAME)
    world = World(SimulatedWeb(config.sources, week), SimulatedArchive(config.sources), simulated=True)
    return virtualtime.run(pipeline.check(config, documents, settings, world, ledger))


def _forget(path: Path) -> None:
    """Remove the ledger of an earlier demo; refuse to touch any other."""
    if not path.exists():
        return
    Ledger(path, simulated=True).read()
    for suffix in _SIDE_FILES:
        Path(f"{path}{suffix}").unlink(missing_ok=True)
