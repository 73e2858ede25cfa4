"""What goes wrong with the ledger's file, said so that one knows what to do."""

from __future__ import annotations

import sqlite3
import zlib
from pathlib import Path
from types import TracebackType

import msgspec

from checker.errors import DamagedLedgerError, LedgerError


def damaged(path: Path, error: Exception) -> DamagedLedgerError:
    """The error for a file that is no whole ledger any more."""
    return DamagedLedgerError(f"{path}: the ledger is damaged ({error}); move it away to start a new one")


def named(path: Path, error: sqlite3.Error) -> LedgerError:
    """What SQLite's error means for the user (its result codes, sqlite.org/rescode.html)."""
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(path, error)
    known = {
        sqlite3.SQLITE_FULL: "the disk is full; what was recorded before is safe, make room and call again",
        sqlite3.SQLITE_IOERR: "the disk does not take or give the data; what was recorded before is safe",
        sqlite3.SQLITE_READONLY: "it cannot be written; change its permissions or use another folder with --reports",
        sqlite3.SQLITE_CANTOPEN: "it cannot be opened; check its permissions or use another folder with --reports",
        sqlite3.SQLITE_BUSY: "another program holds it; wait for that to end, or use another folder with --reports",
    }
    if code in known:
        return LedgerError(f"{path}: {known[code]} ({error})")
    return LedgerError(f"{path}: the ledger cannot be used ({error}); move it away to start a new one")


class Guard:
    """Within it, what goes wrong with a ledger is told as an error of the ledger.

    Raises:
        LedgerError: the file cannot be used.
        DamagedLedgerError: likewise, it is no whole ledger any more.
    """

    __slots__ = ("_path",)

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        """Nothing to be done."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        """Turn an error into ours."""
        if error is None:
            return
        match error:
            case sqlite3.Error():
                raise named(self._path, error) from error
            case msgspec.DecodeError() | zlib.error() | IndexError() | ValueError() | OverflowError():
                raise damaged(self._path, error) from error
