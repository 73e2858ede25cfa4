"""Files as people have them: any encoding, any folder; and a clear error for what is no text."""

from pathlib import Path

import pytest

from checker import documents, readers
from checker.config import load
from checker.errors import InputError, UsageError

TEXT = "Naïve café — see https://example.org/ü"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-bom", "windows-1252"])
def test_encodings(folder: Path, encoding: str) -> None:
    """UTF-8 with and without a mark, UTF-16 with one, Windows-1252: the text arrives whole."""
    data = "\ufeff".encode("utf-16-le") + TEXT.encode("utf-16-le") if "bom" in encoding else TEXT.encode(encoding)
    (folder / "a.txt").write_bytes(data)

    (document,) = documents.named(["a.txt"])

    assert document.text == TEXT


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0", b"PK\x03\x04abc", b"a\0b" * 9])
def test_what_is_no_text_is_said_to_be_none(folder: Path, data: bytes) -> None:
    """A picture given by mistake is an error that names it, not a document without links."""
    (folder / "a.txt").write_bytes(data)

    with pytest.raises(InputError, match=r"a\.txt:1:1: not a text file"):
        documents.named(["a.txt"])


@pytest.mark.parametrize(
    ("data", "text", "place"),
    [
        (b"\xef\xbb\xbfone\ntwo \xff\xfe", "one\ntwo \ufffd\ufffd", (2, 5)),
        ("ü and ".encode() + "é".encode() * 9 + b"\xff", "ü and ééééééééé\ufffd", (1, 16)),
        (b"one\ncaf\xe9 bar", "one\ncafé bar", (2, 4)),
        (b'<meta charset="big5-typo">caf\xe9', '<meta charset="big5-typo">café', (1, 30)),
    ],
)
def test_wrong_bytes_are_placed_and_nothing_is_lost(
    folder: Path, data: bytes, text: str, place: tuple[int, int]
) -> None:
    """The rest is read; the first wrong byte is told with its line and column."""
    (folder / "a.txt").write_bytes(data)
    (document,) = documents.named(["a.txt"])
    (trouble,) = document.troubles

    assert document.text == text
    assert (trouble.place.line, trouble.place.column) == place


def test_declared_encodings_are_believed(folder: Path) -> None:
    """A page says what it is, and is."""
    (folder / "a.html").write_bytes('<meta charset="windows-1251"><p>Мост'.encode("windows-1251"))
    (document,) = documents.named(["a.html"])

    assert document.text.endswith("Мост")
    assert not document.troubles


@pytest.mark.parametrize("wrong", [b"%PDF-1.7 nothing", b"\x89PNG\0\0"])
def test_what_a_walk_cannot_read_is_told_and_left_out(folder: Path, wrong: bytes) -> None:
    """One bad file never stops the others."""
    (folder / "d").mkdir()
    (folder / "d" / "a.md").write_bytes(wrong)
    (folder / "d" / "b.md").write_text("https://site.org/", encoding="utf-8")

    readings = [readers.read(document) for document in documents.named(["d"])]

    assert [len(reading.citations) for reading in readings] == [0, 1]
    assert [trouble.place.file for trouble in readings[0].troubles] == ["d/a.md"]


def test_a_folder_is_walked_in_order(folder: Path) -> None:
    """All documents below a folder, sorted; other files are left alone."""
    for name in ("d/b.md", "d/a.txt", "d/sub/c.MD", "d/x.png"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"\0" if name.endswith("png") else b"text")

    assert documents.names(documents.named(["d"])) == ["d/a.txt", "d/b.md", "d/sub/c.MD"]


def test_an_empty_folder_is_an_error(folder: Path) -> None:
    """A wrong folder is not a clean document."""
    (folder / "d").mkdir()

    with pytest.raises(UsageError, match="no documents in this folder"):
        documents.named(["d"])


def test_standard_input() -> None:
    """A dash reads what was piped in."""
    (document,) = documents.named(["-"], b"# Draft")

    assert (document.name, document.text) == ("stdin", "# Draft")


def test_globs_are_relative_to_the_settings(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From wherever the command is run; a file two patterns fit is read once, as the first one says."""
    (folder / "docs").mkdir()
    for name in ("a.md", "b.md"):
        (folder / "docs" / name).write_text("text", encoding="utf-8")
    (folder / "sources.yml").write_text(
        'version: 1\ndocuments:\n  - {glob: "docs/a.md", figures: off}\n  - "docs/*.md"\n', encoding="utf-8"
    )
    monkeypatch.chdir(folder / "docs")

    found = documents.declared(load(folder / "sources.yml"))

    assert [(document.name, document.figures) for document in found] == [("a.md", False), ("b.md", True)]


def test_a_pattern_without_files_is_an_error_with_its_place(folder: Path) -> None:
    """A renamed folder must not silently end the checking of its documents."""
    (folder / "sources.yml").write_text("version: 1\ndocuments:\n  - docs/*.md\n", encoding="utf-8")

    with pytest.raises(InputError, match=r"sources\.yml:3:5: no file fits 'docs/\*\.md'"):
        documents.declared(load(Path("sources.yml")))
