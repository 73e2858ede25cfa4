"""One run at a time in a reports folder: the second waits, and says so.

The folder itself is locked, so that no file is left behind and a killed run leaves no lock. Where the
platform or the file system has no such locks, runs go on without: the ledger has its own, and every other
file is replaced whole.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from checker.errors import BusyError

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]  # a module is no None

PATIENCE = 60.0
_PAUSE = 0.1


@contextmanager
def alone(folder: Path, say: Callable[[str], None], patience: float = PATIENCE) -> Iterator[None]:
    """Hold the folder; ``say`` is told once if that means waiting, ``patience`` seconds at most.

    Raises:
        BusyError: another run still holds it.
    """
    handle = _opened(folder)
    try:
        if handle is not None and not _locked(handle):
            say(f"Another run uses {folder}; waiting for it to end.")
            _wait(handle, folder, patience)
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _opened(folder: Path) -> int | None:
    try:
        return os.open(folder, os.O_RDONLY) if fcntl else None
    except OSError:
        return None


def _locked(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # no locks here
        return True
    return True


def _wait(handle: int, folder: Path, patience: float) -> None:
    for _ in range(max(1, round(patience / _PAUSE))):
        time.sleep(_PAUSE)
        if _locked(handle):
            return
    raise BusyError(f"another run still uses {folder}; call again when it has ended, or use --reports")
