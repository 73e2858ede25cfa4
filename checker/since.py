"""``--since``: the documents that changed, and what they and sources.yml held before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from checker import changes, documents, readers
from checker.changes import Before
from checker.ci.base import Changes
from checker.ci.base import changes as compare
from checker.config import Config, parse
from checker.decoding import decode
from checker.errors import InputError
from checker.inventory import build
from checker.model import Document
from checker.placeholders import Network


def narrowed(
    config: Config, read: Sequence[Document], ref: str, today: date, allow: Sequence[Network] = ()
) -> tuple[tuple[Document, ...], Before]:
    """The documents that differ from ``ref``, and what all that changed held there.

    Raises:
        UsageError: not a checkout, or no such commit.
    """
    changed = compare(ref, Path.cwd())
    kept = tuple(one for one in read if _path(one) in changed.files)
    readings = [readers.read(one) for one in _old_documents(kept, changed)]
    stock = build(_old_config(config, changed), readings, today, full=True, allow=allow)
    return kept, changes.before(ref, stock)


def _path(document: Document) -> Path:
    return Path(document.name).resolve()


def _old_documents(kept: Sequence[Document], changed: Changes) -> list[Document]:
    """The same documents as they were; what was unreadable then held nothing."""
    found = []
    for one in kept:
        data = changed.old(_path(one))
        if data is not None:
            try:
                found.append(documents.of_bytes(one.name, data, kind=one.kind, figures=one.figures))
            except InputError:
                continue
    return found


def _old_config(config: Config, changed: Changes) -> Config:
    """sources.yml as it was: the same where it has not changed, nothing where it was not there or wrong."""
    path = config.path.resolve() if config.path else None
    if path is None or path not in changed.files:
        return config
    data = changed.old(path)
    try:
        return parse(decode(path.name, data)[0], path.name) if data else Config.empty()
    except InputError:
        return Config.empty()
