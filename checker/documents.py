"""Finding and reading the files that cite: the edge between the file system and the readers."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path, PurePath

from msgspec.structs import replace

from checker import readers
from checker.config import Config
from checker.decoding import decode
from checker.errors import InputError, Problem, UsageError
from checker.model import Document, Place, Trouble
from checker.readers import kind_of, pdf
from checker.readers.kinds import is_walked

MAX_BYTES = 32 * 1024 * 1024
STDIN = "-"
STDIN_NAME = "stdin"
_TOOLS = frozenset({"node_modules", "__pycache__", "venv", "site-packages"})


def named(paths: Sequence[str], stdin: bytes | None = None, kind: str | None = None) -> list[Document]:
    """Read the documents named on the command line; ``-`` is standard input, a folder is walked.

    ``kind`` forces a format. What a walk meets and cannot read is told and left out.

    Raises:
        UsageError: no such file, or a folder without documents.
        InputError: a file that is not text.
    """
    documents = []
    for path in paths:
        if path == STDIN:
            documents.append(replace(of_bytes(STDIN_NAME, stdin or b"", kind=kind), digest=""))
        elif Path(path).is_dir():
            files = _walked(Path(path))
            if not files:
                raise UsageError(
                    f"{path}: no documents in this folder (looked for {', '.join(sorted(readers.SUFFIXES))})"
                )
            documents += [_read_or_tell(file, kind=kind) for file in files]
        else:
            documents.append(_read(Path(path), kind=kind))
    return documents


def declared(config: Config) -> list[Document]:
    """Read the documents that sources.yml names by globs, relative to its own folder.

    Raises:
        InputError: a pattern that fits no file, or a file that is not text.
    """
    if config.path is None:
        return []
    root = config.path.parent
    documents: dict[Path, Document] = {}
    for entry in config.documents:
        files = sorted(file for file in root.glob(entry.glob) if file.is_file())
        if not files:
            place = entry.place
            raise InputError(
                Problem(
                    place.file,
                    place.line,
                    place.column,
                    f"no file fits '{entry.glob}'; correct the pattern (it is relative to this file)",
                )
            )
        for file in files:
            if file not in documents:
                read = _read_or_tell if _is_pattern(entry.glob) else _read
                documents[file] = read(file, figures=entry.figures)
    return list(documents.values())


def _walked(folder: Path) -> list[Path]:
    """The documents below a folder, hidden folders and those of tools left out."""
    found = []
    for root, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in _TOOLS]
        found += [Path(root, name) for name in files if is_walked(name)]
    return sorted(found)


def shown(path: Path) -> str:
    """A path as people and machines are shown it: relative to where we are, with forward slashes."""
    absolute = path.absolute()
    here = Path.cwd()
    return PurePath(absolute.relative_to(here) if absolute.is_relative_to(here) else path).as_posix()


def _read(path: Path, *, kind: str | None = None, figures: bool = True) -> Document:
    try:
        if not path.exists():
            raise UsageError(f"{path}: no such file; name a document, a folder, or - for standard input")
        if not path.is_file():
            raise UsageError(f"{path}: not a regular file; name a document or a folder")
        if path.stat().st_size > MAX_BYTES:
            raise UsageError(f"{path}: larger than {MAX_BYTES // 2**20} MB; split it")
        return of_bytes(shown(path), path.read_bytes(), kind=kind, figures=figures)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}); check its permissions") from error


def _read_or_tell(path: Path, *, kind: str | None = None, figures: bool = True) -> Document:
    """A document met on a walk: what cannot be read is told and does not stop the others."""
    try:
        return _read(path, kind=kind, figures=figures)
    except InputError as error:
        problem = error.problems[0]
        place, message = Place(problem.file, problem.line, problem.column), problem.message
    except UsageError as error:
        place, message = Place(shown(path), 1, 1), str(error).removeprefix(f"{path}: ")
    return Document(shown(path), "", "text", troubles=(Trouble(place, f"left out: {message}"),))


def of_bytes(name: str, data: bytes, *, kind: str | None = None, figures: bool = True) -> Document:
    """A document of these bytes.

    Raises:
        InputError: they are not text, nor a format that we read.
    """
    binary = kind if kind in readers.BINARY else None if kind else kind_of(name, "", data)
    if binary in readers.BINARY:
        if binary == "pdf" and find_spec("pypdf") is None:
            raise UsageError(f"{name}: {pdf.MISSING}")
        return Document(name, "", binary, figures, data, digest=digest(data))
    text, troubles = decode(name, data)
    return Document(name, text, kind or kind_of(name, text), figures, troubles=troubles, digest=digest(data))


def digest(data: bytes) -> str:
    """What tells whether a file is still the one that was read: its SHA-256 in hex."""
    return hashlib.sha256(data).hexdigest()


def _is_pattern(glob: str) -> bool:
    return any(sign in glob for sign in "*?[")


def names(documents: Iterable[Document]) -> list[str]:
    """The names of some documents, in their order."""
    return [document.name for document in documents]
