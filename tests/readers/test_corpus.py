"""Labelled documents in every format: what must be found, where, with which fields, and what must not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker import readers
from checker.model import Citation, Document

CORPUS = Path(__file__).parent / "corpus"
FIELDS = ("note", "title", "published", "accessed", "resolves_to", "authors", "container", "archive_url", "doi")
FLOOR = 1.0


def labelled() -> Iterator[Any]:
    """Every labelled document."""
    for path in sorted(CORPUS.glob("*.yml")):
        for number, entry in enumerate(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)):  # noqa: S506
            yield pytest.param(path.stem, entry, id=f"{path.stem}-{number + 1}")


def test_every_text_format_has_three() -> None:
    """A format without labels is a format nobody has tried."""
    counts = {path.stem: len(yaml.safe_load(path.read_text(encoding="utf-8"))) for path in CORPUS.glob("*.yml")}

    assert set(counts) == set(readers.KINDS) - set(readers.BINARY)
    assert min(counts.values()) >= 3


@pytest.mark.parametrize(("kind", "entry"), list(labelled()))
def test_addresses(kind: str, entry: dict[str, Any]) -> None:
    """Exactly the labelled addresses, in the order of the file or of its notes."""
    found = [one.url for one in read(kind, entry).citations]

    assert sorted(found) == sorted(label["url"] for label in entry["cites"])


@pytest.mark.parametrize(("kind", "entry"), list(labelled()))
def test_fields(kind: str, entry: dict[str, Any]) -> None:
    """Every field that is labelled is read; at least the floor of them all, notes and dates whole."""
    wanted, right = 0, 0
    left = list(read(kind, entry).citations)
    for label in entry["cites"]:
        fitting = [
            one for one in left if one.url == label["url"] and (one.note or "") == label.get("note", one.note or "")
        ]
        assert fitting, label
        left.remove(fitting[0])
        for name in FIELDS:
            if name in label:
                wanted += 1
                right += shown(fitting[0], name) == label[name]
                assert shown(fitting[0], name) == label[name], (label["url"], name)
    assert right >= FLOOR * wanted


@pytest.mark.parametrize(("kind", "entry"), list(labelled()))
def test_what_is_no_citation(kind: str, entry: dict[str, Any]) -> None:
    """Code, names and mail are told as skipped, with the reason."""
    found = {skip.url: skip.reason.value for skip in read(kind, entry).skips}

    assert found == entry.get("skipped", {})


@pytest.mark.parametrize(("kind", "entry"), list(labelled()))
def test_places(kind: str, entry: dict[str, Any]) -> None:
    """Line and column lead to what is written, character by character."""
    lines = entry["text"].splitlines(keepends=True)
    for one in read(kind, entry).citations:
        if one.resolves_to is None:
            rest = "".join(lines[one.place.line - 1 :])[one.place.column - 1 :]
            assert rest.startswith(one.written), one
            assert one.written


def read(kind: str, entry: dict[str, Any]) -> readers.Reading:
    """A labelled document, read."""
    return readers.read(Document(entry.get("name", "x"), entry["text"], kind))


def shown(one: Citation, name: str) -> str | None:
    """A field as it is labelled."""
    value = getattr(one, name)
    if isinstance(value, tuple):
        return ", ".join(value)
    return None if value is None else str(value)
