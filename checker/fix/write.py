"""Writing an edited file: the only place of ``fix`` that changes anything on disk.

The new bytes are written beside the file, brought safely to disk, and renamed over it: whatever happens at
whatever moment, the file is the old one or the new one. Rights and owner are kept. A file that is not the one
that was read, or that a symbolic link puts outside the tree, is refused.
"""

from __future__ import annotations

import codecs
import hashlib
import os
import stat
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from checker.fix.edits import Edit, EditError
from checker.fix.encoding import CannotEncodeError, edited

CHANGED = "it has changed since the check; run 'checker check' again first"
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class RefusedError(Exception):
    """The file was not written and is what it was; the message says why and what to do."""


def write(path: Path, roots: Sequence[Path], digest: str, text: str, edits: Sequence[Edit]) -> None:
    """Make the edits of a text in its file.

    Args:
        path: the file; it may be a symbolic link that stays inside.
        roots: folders in one of which it must lie.
        digest: the SHA-256, in hex, of the bytes the report speaks of.
        text: what those bytes were decoded to.
        edits: in the order of the text.

    Raises:
        RefusedError: nothing was written.
    """
    try:
        real = path.resolve(strict=True)
        if not any(real.is_relative_to(root.resolve()) for root in roots):
            raise RefusedError(
                "it lies outside of the folder that was checked, or a symbolic link leads there; left alone"
            )
        before = real.stat()
        if not stat.S_ISREG(before.st_mode) or not os.access(real, os.W_OK):
            raise RefusedError("it may not be written; check its permissions")
        data = _bytes(real)
        if _digest(data) != digest:
            raise RefusedError(CHANGED)
        _put(real, edited(data, text, edits), before, digest)
    except (CannotEncodeError, EditError) as error:
        raise RefusedError(str(error)) from error
    except (OSError, RuntimeError) as error:  # a loop of symbolic links is a RuntimeError before Python 3.13
        why = getattr(error, "strerror", None) or str(error)
        raise RefusedError(f"it cannot be written ({why}); it is what it was") from error


def mark_of(path: Path) -> str:
    """The byte-order mark that a diff of a UTF-8 file must show; empty where there is none, or no file."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return ""
    try:
        return "\ufeff" if os.read(handle, 3) == codecs.BOM_UTF8 else ""
    except OSError:
        return ""
    finally:
        os.close(handle)


def _put(real: Path, new: bytes, before: os.stat_result, digest: str) -> None:
    handle, name = tempfile.mkstemp(dir=real.parent, prefix=".checker-")
    try:
        try:
            _write_all(handle, new)
            if hasattr(os, "fchown"):
                with suppress(PermissionError):  # only root may give files away
                    os.fchown(handle, before.st_uid, before.st_gid)
            os.chmod(name, stat.S_IMODE(before.st_mode))  # noqa: PTH101  # beside the other calls on this file
            os.fsync(handle)
        finally:
            os.close(handle)
        if _digest(_bytes(real)) != digest:
            raise RefusedError(CHANGED)
        os.replace(name, real)  # noqa: PTH105
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(name)  # noqa: PTH108
        raise
    _sync_folder(real.parent)


def _write_all(handle: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]


def _bytes(real: Path) -> bytes:
    with os.fdopen(os.open(real, os.O_RDONLY | _NOFOLLOW), "rb") as file:
        return file.read()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _sync_folder(folder: Path) -> None:
    """Bring the renaming itself to disk, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
