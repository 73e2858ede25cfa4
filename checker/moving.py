"""Ledgers taken out of their folder and put into another: ``checker ledger export`` and ``import``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from checker.errors import UsageError
from checker.ledger import Ledger, jsonl
from checker.locking import alone
from checker.merging import merged

LEDGER_NAME = "ledger.sqlite"


def export(folder: Path) -> Iterator[str]:
    """The lines of the ledger of a reports folder.

    Raises:
        UsageError: there is none.
        LedgerError: it cannot be used.
    """
    path = folder / LEDGER_NAME
    if not path.exists():
        raise UsageError(f"{path}: no ledger there; run 'checker check' first or name --reports")
    simulated = Ledger.is_simulated(path)
    ledger = Ledger(path, simulated=simulated)
    try:
        yield from jsonl.lines(ledger.look(), simulated=simulated)
    finally:
        ledger.close()


def read(path: Path) -> bytes:
    """The bytes of an export that was named.

    Raises:
        UsageError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}); check the path") from error


def take_in(folder: Path, texts: Sequence[tuple[str, str]], say: Callable[[str], None]) -> str:
    """Add what exports say to the ledger of a reports folder, and say in a line what it knows then.

    Args:
        folder: the reports folder; its ledger is made if there is none.
        texts: names and contents of the exports.
        say: told if another run holds the folder.

    Raises:
        InputError: a line that is no export.
        UsageError: a mix of the real and the simulated web.
        LedgerError: the ledger cannot be used.
    """
    parsed = [(name, *jsonl.parse(text.splitlines(), name)) for name, text in texts]
    worlds = {simulated for _, _, simulated in parsed}
    if len(worlds) > 1:
        raise UsageError("some of these hold the simulated web, others the real one; take them into different folders")
    folder.mkdir(parents=True, exist_ok=True)
    with alone(folder, say):
        ledger = Ledger(folder / LEDGER_NAME, simulated=worlds == {True})
        try:
            memory = merged([ledger.look(), *(memory for _, memory, _ in parsed)])
            told = f"{len(memory.runs)} runs, {len(memory.seen)} sources"
            ledger.replace(memory)
        finally:
            ledger.close()
    return f"{folder / LEDGER_NAME}: {told}"
