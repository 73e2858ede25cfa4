"""Finding and reading the files that cite: the edge between the file system and the readers."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath

from checker.config import Config
from checker.errors import InputError, Problem, UsageError
from checker.model import Document
from checker.readers import kind_of

MAX_BYTES = 32 * 1024 * 1024
STDIN = "-"
_SUFFIXES = (".md", ".markdown", ".txt")
_BOMS = (
    (codecs.BOM_UTF8, "UTF-8"),
    (codecs.BOM_UTF16_LE, "UTF-16LE"),
    (codecs.BOM_UTF16_BE, "UTF-16BE"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b"))


def named(paths: Sequence[str], stdin: bytes | None = None) -> list[Document]:
    """Read the documents named on the command line; ``-`` is standard input, a folder is walked.

    Raises:
        UsageError: no such file, or a folder without documents.
        InputError: a file that is not text.
    """
    documents = []
    for path in paths:
        if path == STDIN:
            documents.append(_document("stdin", stdin or b""))
        elif Path(path).is_dir():
            files = sorted(p for p in Path(path).rglob("*") if p.suffix.lower() in _SUFFIXES and p.is_file())
            if not files:
                raise UsageError(f"{path}: no documents in this folder (looked for *{', *'.join(_SUFFIXES)})")
            documents += [_read(file) for file in files]
        else:
            documents.append(_read(Path(path)))
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
                documents[file] = _read(file, figures=entry.figures)
    return list(documents.values())


def shown(path: Path) -> str:
    """A path as people and machines are shown it: relative to where we are, with forward slashes."""
    absolute = path.absolute()
    here = Path.cwd()
    return PurePath(absolute.relative_to(here) if absolute.is_relative_to(here) else path).as_posix()


def _read(path: Path, *, figures: bool = True) -> Document:
    try:
        if not path.exists():
            raise UsageError(f"{path}: no such file; name a document, a folder, or - for standard input")
        if not path.is_file():
            raise UsageError(f"{path}: not a regular file; name a document or a folder")
        if path.stat().st_size > MAX_BYTES:
            raise UsageError(f"{path}: larger than {MAX_BYTES // 2**20} MB; split it")
        return _document(shown(path), path.read_bytes(), figures=figures)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}); check its permissions") from error


def _document(name: str, data: bytes, *, figures: bool = True) -> Document:
    text = _decode(name, data)
    return Document(name, text, kind_of(name, text), figures)


def _decode(name: str, data: bytes) -> str:
    """UTF-8, or what a byte-order mark says, or else Windows-1252: the commonest of the old encodings."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(name, data.removeprefix(mark), encoding)
    if b"\0" in data or data.startswith((b"%PDF-", b"PK\x03\x04")) or _control_share(data) > 0.01:
        raise InputError(Problem(name, 1, 1, "not a text file; give the text, or leave this file out"))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("windows-1252", errors="replace")


def _strictly(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding).split("\n")
        line, column = len(before), len(before[-1]) + 1
        raise InputError(
            Problem(name, line, column, f"a byte that is no {encoding}; save the file as UTF-8")
        ) from error


def _control_share(data: bytes) -> float:
    if not data:
        return 0.0
    return (len(data) - len(data.translate(None, _CONTROLS))) / len(data)


def names(documents: Iterable[Document]) -> list[str]:
    """The names of some documents, in their order."""
    return [document.name for document in documents]
