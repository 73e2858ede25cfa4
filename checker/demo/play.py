"""Playing the demo: weekly runs of the real pipeline against the simulated web."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from msgspec.structs import replace

from checker import pipeline
from checker.config import Config, load, parse
from checker.demo import data, virtualtime
from checker.demo.archive import SimulatedArchive
from checker.demo.script import RUNS
from checker.demo.web import SimulatedWeb
from checker.documents import named
from checker.errors import OutputError, UsageError
from checker.ledger import Ledger
from checker.model import Document
from checker.outputs.files import check_writable, write_all
from checker.outputs.words import ENGLISH, Words
from checker.pipeline import Settings, World
from checker.report import Report

CONFIG_NAME = "sources.yml"
BRIEFING_NAME = "briefing.md"
LEDGER_NAME = "ledger.sqlite"
_SIDE_FILES = ("", "-wal", "-shm")
_WEEK = timedelta(days=7)


def demo(folder: Path, words: Words = ENGLISH) -> Report:
    """Write the report of the last of four simulated runs to ``folder``; the same on every machine.

    The documents it is about lie beside it, for ``checker fix`` to mend.

    Raises:
        OutputError: the folder cannot be written, or holds documents of somebody else's.
        LedgerError: the folder holds the ledger of a real run, which is left alone.
    """
    check_writable(folder)
    _lay_out(folder, ours=_forget(folder / LEDGER_NAME))
    config, documents = _inputs(folder)
    report = None
    for week, now in enumerate(RUNS):
        report = _run(config, documents, week, now, Ledger(folder / LEDGER_NAME, simulated=True))
    assert report is not None  # noqa: S101  # RUNS is not empty
    write_all(report, folder, words)
    return report


def another_week(folder: Path, words: Words = ENGLISH) -> Report:
    """Check the documents of a demo once more, as they are now, a week after its last run.

    Raises:
        UsageError: no demo was played there.
        InputError: its documents cannot be read any more.
    """
    ledger = Ledger(folder / LEDGER_NAME, simulated=True)
    runs = ledger.read().runs
    if not runs:
        raise UsageError(f"{folder}: no demo was played there yet; run 'checker demo' without --again first")
    config, documents = _inputs(folder)
    report = _run(config, documents, len(RUNS) - 1, runs[-1].started + _WEEK, ledger)
    write_all(report, folder, words)
    return report


def _inputs(folder: Path) -> tuple[Config, list[Document]]:
    """The settings and the documents of a demo, as they lie in its folder, under their plain names."""
    path = folder / CONFIG_NAME
    digest = load(path).digest
    config = replace(parse(path.read_bytes().decode("utf-8-sig"), CONFIG_NAME), digest=digest)
    return config, [replace(one, name=BRIEFING_NAME) for one in named([str(folder / BRIEFING_NAME)])]


def _run(config: Config, documents: list[Document], week: int, now: datetime, ledger: Ledger) -> Report:
    settings = Settings(now=now, today=now.date(), full=True, config_name=CONFIG_NAME)
    known = parse(data.sources_text(), CONFIG_NAME).sources
    archive = SimulatedArchive(known)
    world = World(SimulatedWeb(known, week, archive), archive, simulated=True)
    return virtualtime.run(pipeline.check(config, documents, settings, world, ledger))


def _lay_out(folder: Path, *, ours: bool) -> None:
    """Put the documents into the folder; those of somebody else are left alone."""
    for name, text in ((CONFIG_NAME, data.sources_text()), (BRIEFING_NAME, data.briefing_text())):
        path = folder / name
        if path.exists() and not ours and path.read_bytes() != text.encode():
            raise OutputError(f"{path}: is there already and not the demo's; choose another folder with --reports")
        try:
            path.write_bytes(text.encode())
        except OSError as error:
            raise OutputError(f"{path}: cannot be written ({error.strerror}); choose another folder") from error


def _forget(path: Path) -> bool:
    """Remove the ledger of an earlier demo, and say whether there was one; refuse to touch any other."""
    if not path.exists():
        return False
    Ledger(path, simulated=True).read()
    for suffix in _SIDE_FILES:
        Path(f"{path}{suffix}").unlink(missing_ok=True)
    return True
