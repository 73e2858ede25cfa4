"""Keeping a damaged ledger aside, so that the next run can start a new one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from checker.errors import DamagedLedgerError

_SIDE_FILES = ("-wal", "-shm")


def set_aside(path: Path, now: datetime, error: DamagedLedgerError) -> DamagedLedgerError:
    """Rename a damaged ledger, side files and all; the error to tell of it."""
    stem = f"{path.name}.damaged-{now:%Y%m%dT%H%M%S}"
    number = 1
    new = path.with_name(stem)
    while new.exists():
        number += 1
        new = path.with_name(f"{stem}-{number}")
    try:
        path.rename(new)
        for suffix in _SIDE_FILES:
            side = Path(f"{path}{suffix}")
            if side.exists():
                side.rename(f"{new}{suffix}")
    except OSError:
        return error
    return DamagedLedgerError(
        f"{path}: the ledger is damaged ({error.__cause__}). It is kept as {new.name}; the next run starts a new one, "
        "or put a copy from before in its place"
    )
