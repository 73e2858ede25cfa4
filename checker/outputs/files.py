"""Writing the reports folder: all of it is written beside the old files first, then each takes the place of its own."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from checker.errors import OutputError
from checker.outputs import written
from checker.outputs.words import ENGLISH, Words
from checker.patterns import regex
from checker.report import Report

_FURTHER_PAGE = regex(r"index-[2-9]\d{0,3}\.html|index-1\d{1,3}\.html")


@contextmanager
def reports_folder(folder: Path, *, leave_nothing: bool) -> Iterator[Path]:
    """The folder to write to, or one that is gone afterwards."""
    if not leave_nothing:
        yield folder
        return
    with tempfile.TemporaryDirectory(prefix="checker-") as passing:
        yield Path(passing)


def check_writable(folder: Path) -> None:
    """Make the folder, and find out whether files can be made in it, before any work is done.

    Raises:
        OutputError: they cannot.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".checker-"):
            pass
    except OSError as error:
        raise _refused(folder, error) from error


def write_all(report: Report, folder: Path, words: Words = ENGLISH) -> Path:
    """Write every file of the report; a reader never sees half of one. Gives the page's path.

    Raises:
        OutputError: a file could not be written; the ones before keep their old content.
    """
    staged: list[tuple[str, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            for name, parts in written(report, words):
                staged.append((_staged(folder, parts), folder / name))
            for temporary, final in staged:
                Path(temporary).replace(final)
            _drop_pages(folder, keep={final.name for _, final in staged})
        finally:
            for temporary, _ in staged:
                Path(temporary).unlink(missing_ok=True)
    except OSError as error:
        raise _refused(folder, error) from error
    return folder / "index.html"


def _drop_pages(folder: Path, keep: Collection[str]) -> None:
    """Remove further pages of an earlier, longer report."""
    for path in folder.glob("index-*.html"):
        if _FURTHER_PAGE.fullmatch(path.name) and path.name not in keep:
            path.unlink()


def _staged(folder: Path, parts: Iterable[str]) -> str:
    """Write a text, given in parts, to a temporary file beside its final place, safely on the disk."""
    handle, name = tempfile.mkstemp(dir=folder, prefix=".checker-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return name


def _refused(folder: Path, error: OSError) -> OutputError:
    why = error.strerror or str(error)
    return OutputError(f"{folder}: cannot write there ({why}); choose another folder with --reports")
