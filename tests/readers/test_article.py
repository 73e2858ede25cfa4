"""The labelled article, where it lies beside the checkout: every field of every note, every figure."""

from typing import Any

import article
import pytest

from checker import readers
from checker.model import Citation, Document, FoundFigure

pytestmark = pytest.mark.skipif(not article.PRESENT, reason="the labelled article is not beside this checkout")


@pytest.fixture(scope="module")
def reading() -> readers.Reading:
    """The article as we read it."""
    return readers.read(Document("article.txt", article.text(), "text"))


def notes() -> list[dict[str, Any]]:
    """The labelled notes."""
    return list(article.truth()["notes"]) if article.PRESENT else []


def figures() -> list[dict[str, Any]]:
    """The labelled figures."""
    return list(article.truth()["figures"]) if article.PRESENT else []


def test_nothing_more_and_nothing_less(reading: readers.Reading) -> None:
    """Forty notes, 25 addresses, 15 of them by reference, 14 figures."""
    assert len(reading.citations) == 40
    assert len({citation.url for citation in reading.citations}) == 25
    assert sum(citation.resolves_to is not None for citation in reading.citations) == 15
    assert len(reading.figures) == 14
    assert not reading.skips


@pytest.mark.parametrize("note", notes(), ids=lambda note: str(note["number"]))
def test_each_note(reading: readers.Reading, note: dict[str, Any]) -> None:
    """Address, place, fields, reference and marker of a note are those labelled by hand."""
    one = next(citation for citation in reading.citations if citation.note == str(note["number"]))

    assert one.url == (note.get("url") or note["effective_url"])
    assert one.authors == tuple(note["authors"])
    assert one.container == note["container"]
    assert _text(one.published) == note.get("published")
    assert _text(one.accessed) == note.get("accessed")
    assert one.resolves_to == (str(note["resolves_to"]) if "resolves_to" in note else None)
    assert one.place.line == note["line"]
    assert [(place.line, place.column) for place in one.mentions] == [(note["marker"]["line"], note["marker"]["col"])]
    if note["kind"] == "full":
        assert one.title == note["title"]
        assert one.place.column == note["url_at"]["col"]


def _text(value: object) -> str | None:
    return str(value) if value else None


@pytest.mark.parametrize("label", figures(), ids=lambda label: str(label["id"]))
def test_each_figure(reading: readers.Reading, label: dict[str, Any]) -> None:
    """Value, unit, date, role, hedge and words of a figure are those labelled by hand."""
    start = label["span"][0]
    one: FoundFigure = next(figure for figure in reading.figures if figure.start == start)

    assert one.text == label["core"]
    assert float(one.quantity.value) == label["value"]
    assert one.quantity.unit == label["unit"]
    assert _text(one.as_of) == label["as_of"]
    assert one.role.value == label["role"]
    assert one.qualifier.value == label["qualifier"]
    inferred = label["note_link"].startswith("inferred")
    assert one.note == str(label["note"]) or (inferred and one.note is None)


def test_addresses_cut_out_of_the_text(reading: readers.Reading) -> None:
    """The place of an address is where it stands, to the character."""
    lines = article.text().split("\n")

    def cut(citation: Citation) -> str:
        start = citation.place.column - 1
        return lines[citation.place.line - 1][start : start + len(citation.url)]

    assert all(cut(citation) == citation.url for citation in reading.citations if not citation.resolves_to)
