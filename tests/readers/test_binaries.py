"""Word and PDF: what they cite, where, and what broken and hostile ones do."""

from __future__ import annotations

import io
import zipfile

import binaries
import pypdf
import pytest

from checker import readers
from checker.model import Citation, Document
from checker.readers import Reading
from checker.readers.docx import MAX_PART

NOTE = "Ada Brook, “The river,” Review, 1 May 2019, accessed 2 September 2019, "


def word(data: bytes) -> Reading:
    """A Word document, read."""
    return readers.read(Document("a.docx", "", "docx", data=data))


def portable(data: bytes) -> Reading:
    """A PDF, read."""
    return readers.read(Document("a.pdf", "", "pdf", data=data))


def facts(one: Citation) -> tuple[str, int, str | None, str | None]:
    """Address, paragraph or page, note, title."""
    return one.url, one.place.line, one.note, one.title


def test_word() -> None:
    """Hyperlinks by relationship and by field code, footnotes, bare addresses; a line is a paragraph."""
    data = binaries.docx(
        [
            binaries.run("The river rose in 2017 to $11.07 billion.") + binaries.reference(1),
            binaries.run("See ") + binaries.link("r1", "the town") + binaries.run(" or ") + binaries.field("https://b.org/x_(y)", "the mill"),
            binaries.run("Bare: https://c.") + binaries.run("org/split. ") + binaries.link("r2", "mail"),
        ],
        notes=[binaries.run(NOTE) + binaries.link("r3", "https://d.org/river") + binaries.run(".")],
        links={"r1": "https://a.org/?a=1&b=2", "r2": "mailto:x@y.org", "r3": "https://d.org/river"},
    )  # fmt: skip

    reading = word(data)

    assert [facts(one) for one in reading.citations] == [
        ("https://a.org/?a=1&b=2", 2, None, "the town"),
        ("https://b.org/x_(y)", 2, None, "the mill"),
        ("https://c.org/split", 3, None, None),
        ("https://d.org/river", 4, "1", "The river"),
    ]
    assert str(reading.citations[3].accessed) == "2019-09-02"
    assert [place.sentence for place in reading.citations[3].mentions] == ["The river rose in 2017 to $11.07 billion."]
    assert [skip.url for skip in reading.skips] == ["mailto:x@y.org"]
    assert [(one.text, one.note) for one in reading.figures] == [("$11.07 billion", "1")]


def test_word_with_numbered_notes_as_text() -> None:
    """Notes typed by hand are notes too, and short forms lean on them."""
    data = binaries.docx(
        [binaries.run(text) for text in ("It rose.[1] It fell.[2]", f"[1] {NOTE}https://a.org/1.", "[2] Ibid.")]
    )

    assert [(one.url, one.note, one.resolves_to) for one in word(data).citations] == [
        ("https://a.org/1", "1", None),
        ("https://a.org/1", "2", "1"),
    ]


def test_word_notes_are_numbered_as_they_are_shown() -> None:
    """By the order of their marks, not by the numbers a program gave them; a book in italics is a title."""
    book = f"<w:r><w:rPr><w:i/></w:rPr><w:t>The Long River</w:t></w:r>{binaries.run(' (Oslo: North, 2017), https://a.org/book.')}"
    data = binaries.docx(
        [binaries.run("It rose.") + binaries.reference(2), binaries.run("It fell.") + binaries.reference(1)],
        notes=[binaries.run("Ibid., 7."), binaries.run("Ada Brook, ") + book],
    )

    assert [(one.url, one.note, one.title, str(one.published), one.resolves_to) for one in word(data).citations] == [
        ("https://a.org/book", "1", "The Long River", "2017", None)
    ]


def test_a_text_box_of_word_is_read_once() -> None:
    """Word writes boxes twice, for itself and for its older versions; deleted words are not there."""
    box = "<w:txbxContent><w:p>{}</w:p></w:txbxContent>".format(binaries.run("See https://a.org/box"))
    markup = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = f"<w:r><mc:AlternateContent {markup}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    gone = "<w:del><w:r><w:delText>https://b.org/deleted</w:delText></w:r></w:del><w:ins>{}</w:ins>".format(
        binaries.run(" https://c.org/in")
    )

    assert sorted(one.url for one in word(binaries.docx([both, gone])).citations) == [
        "https://a.org/box",
        "https://c.org/in",
    ]


def test_hyphens_of_word_within_an_address() -> None:
    """A hyphen that must not break is one, a soft one is none."""
    run = "<w:r><w:t>https://a.org/very</w:t><w:noBreakHyphen/><w:t>long/pa</w:t><w:softHyphen/><w:t>th</w:t></w:r>"

    assert [one.url for one in word(binaries.docx([run])).citations] == ["https://a.org/very-long/path"]


@pytest.mark.parametrize("cut", [0, 4, 60, -30])
def test_a_broken_word_document_is_told(cut: int) -> None:
    """One line that says so; nothing raises."""
    data = binaries.docx([binaries.run("https://a.org/")])

    assert [trouble.place.file for trouble in word(data[:cut]).troubles] == ["a.docx"]


def test_a_word_document_without_its_notes() -> None:
    """What can be read is; what cannot is told."""
    whole = binaries.docx([binaries.run("https://a.org/")], notes=[binaries.run("https://b.org/")])
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"no xml" if name.endswith("footnotes.xml") else old.read(name))
    reading = word(buffer.getvalue())

    assert [one.url for one in reading.citations] == ["https://a.org/"]
    assert len(reading.troubles) == 1


def test_a_zip_bomb_is_bounded() -> None:
    """A part that unpacks to more than the limit is refused, not unpacked."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * (MAX_PART + 10))
    reading = word(buffer.getvalue())

    assert not reading.citations
    assert "larger" in reading.troubles[0].message


def test_entities_are_not_expanded() -> None:
    """Neither a billion laughs nor a file of the machine."""
    buffer = io.BytesIO()
    bomb = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY l "https://evil.org/">]>'
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", f'{bomb}<w:d xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>&x;&l; https://a.org/</w:t></w:r></w:p></w:d>')  # fmt: skip
        archive.writestr("word/_rels/document.xml.rels", "<Relationships/>")

    assert "root:" not in repr(word(buffer.getvalue()))


def test_pdf() -> None:
    """Annotations first, wrapped text joined to them, the rest as it stands; a line is a page."""
    data = binaries.pdf(
        [
            ["The river rose to $11.07 billion in 2017.[1] See https://a.org/very/long-", "path_(x)/page.html and", "https://b.org/text,1.html here."],
            ["Second page: https://c.org/wrapped/", "at/slash.html and more.", "Mail me."],
            ["[1] Ada Brook, \"The river,\" Review, 1 May 2019, accessed 2 September 2019,", "https://d.org/river."],
        ],
        links=[["https://a.org/very/long-path_(x)/page.html", "https://hidden.org/behind-words"], ["mailto:x@y.org"]],
    )  # fmt: skip

    reading = portable(data)

    assert sorted(facts(one)[:3] for one in reading.citations) == [
        ("https://a.org/very/long-path_(x)/page.html", 1, None),
        ("https://b.org/text,1.html", 1, None),
        ("https://c.org/wrapped/at/slash.html", 2, None),
        ("https://d.org/river", 3, "1"),
        ("https://hidden.org/behind-words", 1, None),
    ]
    (noted,) = (one for one in reading.citations if one.note)
    assert (noted.title, str(noted.published), str(noted.accessed)) == ("The river", "2019-05-01", "2019-09-02")
    assert [skip.url for skip in reading.skips] == ["mailto:x@y.org"]
    assert [(one.text, one.place.line) for one in reading.figures] == [("$11.07 billion", 1)]


def test_notes_of_a_pdf() -> None:
    """Footnotes with bare numbers, over pages; an annotation that ends with its line is no whole address."""
    data = binaries.pdf(
        [
            ["The river rose in 2017.", "1 Ada Brook, \"The river,\" Review, 1 May 2019, https://a.org/very/long/", "path-to/page.html."],
            ["The dam held.", "2 Ibid.", "3 Carl Dane, \"The dam,\" Waters, 2 June 2018, https://b.org/dam (accessed 3 July 2019)."],
        ],
        links=[["https://a.org/very/long/"], ["https://b.org/dam"]],
    )  # fmt: skip

    assert [(one.url, one.place.line, one.note, one.title) for one in portable(data).citations] == [
        ("https://a.org/very/long/path-to/page.html", 1, "1", "The river"),
        ("https://a.org/very/long/path-to/page.html", 2, "2", None),
        ("https://b.org/dam", 2, "3", "The dam"),
    ]


def test_what_ends_a_line_is_not_joined_at_random() -> None:
    """A sentence that follows an address is no part of it."""
    data = binaries.pdf([["See https://a.org/page", "The river rose.", "See https://b.org/x.", "then more"]])

    assert [one.url for one in portable(data).citations] == ["https://a.org/page", "https://b.org/x"]


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.4\nnothing at all", b""])
def test_a_broken_pdf_is_told(data: bytes) -> None:
    """One line that says so; nothing raises."""
    reading = portable(data)

    assert not reading.citations
    assert [trouble.place.file for trouble in reading.troubles] == ["a.pdf"]


def test_an_encrypted_pdf_is_told() -> None:
    """It cannot be read without its password, and says so."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(binaries.pdf([["https://a.org/"]])))
    writer.encrypt("secret", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    (trouble,) = portable(buffer.getvalue()).troubles

    assert "encrypted" in trouble.message
