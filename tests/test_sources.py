"""This repository's own sources.yml says what the labelled article says."""

from pathlib import Path
from typing import Any

import article
import pytest

from checker.config import Config, load

OWN = Path(__file__).parent.parent / "sources.yml"


@pytest.fixture(scope="module")
def own() -> Config:
    """The file as it is read."""
    return load(OWN)


def labelled() -> list[dict[str, Any]]:
    """The notes that cite for the first time."""
    return [note for note in article.truth()["notes"] if note.get("url")] if article.PRESENT else []


def test_all_are_there(own: Config) -> None:
    """25 sources and 14 figures, every figure backed by a source that is declared."""
    known = {source.id for source in own.sources}

    assert len(own.sources) == len({source.url for source in own.sources}) == 25
    assert len(own.figures) == 14
    assert {figure.source for figure in own.figures} <= known


@pytest.mark.skipif(not article.PRESENT, reason="the labelled article is not beside this checkout")
@pytest.mark.parametrize("note", labelled(), ids=lambda note: str(note["number"]))
def test_each_source(own: Config, note: dict[str, Any]) -> None:
    """Title, authors, container and both dates, as labelled."""
    source = next(source for source in own.sources if source.url == note["url"])

    assert source.title == note["title"]
    assert list(source.authors) == note["authors"]
    assert source.container == note["container"]
    assert str(source.published or "None") == str(note.get("published"))
    assert str(source.accessed or "None") == str(note.get("accessed"))
