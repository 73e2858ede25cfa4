"""Plain text with notes of our own: the traps of real notes on invented sources."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import readers
from checker.model import Citation, Document
from checker.readers.addresses import find_addresses

NOTES = """\
A river town changed hands twice.[1] Its bridge was rebuilt,[2] as was noted.[3] Others disagree.[4] So it stayed.[5]
The museum kept the plans.[6] The mayor said so.[7] The archive agrees.[8] Nothing else is known.[9]

[1] Ada Brook and Carl Dane, “Two towns, one river: A history,” River Review, March 6, 2019, accessed September 6, 2019 https://river.example-review.org/2019/two-towns/.

[2] “The bridge (again),” Builders, May 10,2019, accessed September 10, 2019, http://builders.org/a_(b)/bridge,1.html .

[3] Brook and Dane,”Two towns, one river.”

[4] Eva Falk, ”What now?” Town Hall (Oslo: North Press, 2015), chap. 2, p.21, https://doi.org/10.5555/12345_6.

[5] Ibid.

[6] “Plans of the “Old” Bridge: An Inventory,” Museum of Towns, April 2018, accessed 2 May 2019, https://museum.org/plans?id=7&x=[1].

[7] Gus Hill, “On the bridge,” July 29, 2019, accessed\u00a01 August 2019,\u00a0https://news.org/hill.

[8] “The bridge (again),” Builders.

[9] Somebody Else, “A work that nobody cites in full.”


Comments are closed. Visit https://footer.org/ for more.
"""


@pytest.fixture(scope="module")
def notes() -> dict[str | None, Citation]:
    """The citations by note number."""
    reading = readers.read(Document("town.txt", NOTES, "text"))
    return {citation.note: citation for citation in reading.citations}


@pytest.mark.parametrize(
    ("note", "url"),
    [
        ("1", "https://river.example-review.org/2019/two-towns/"),
        ("2", "http://builders.org/a_(b)/bridge,1.html"),
        ("3", "https://river.example-review.org/2019/two-towns/"),
        ("4", "https://doi.org/10.5555/12345_6"),
        ("5", "https://doi.org/10.5555/12345_6"),
        ("6", "https://museum.org/plans?id=7&x="),
        ("7", "https://news.org/hill"),
        ("8", "http://builders.org/a_(b)/bridge,1.html"),
        (None, "https://footer.org/"),
    ],
)
def test_addresses(notes: dict[str | None, Citation], note: str, url: str) -> None:
    """Each note gives the address its author meant, or that of the note it leans on."""
    assert notes[note].url == url


@pytest.mark.parametrize(
    ("note", "authors", "title", "container"),
    [
        ("1", ("Ada Brook", "Carl Dane"), "Two towns, one river: A history", "River Review"),
        ("2", (), "The bridge (again)", "Builders"),
        ("4", ("Eva Falk",), "What now?", "Town Hall"),
        ("6", (), "Plans of the “Old” Bridge: An Inventory", "Museum of Towns"),
        ("7", ("Gus Hill",), "On the bridge", None),
    ],
)
def test_fields(
    notes: dict[str | None, Citation], note: str, authors: tuple[str, ...], title: str, container: str | None
) -> None:
    """Authors, title and container stand where they are looked for; nested quotes stay."""
    one = notes[note]

    assert (one.authors, one.title, one.container) == (authors, title, container)


@pytest.mark.parametrize(
    ("note", "published", "accessed"),
    [
        ("1", "2019-03-06", "2019-09-06"),
        ("2", "2019-05-10", "2019-09-10"),
        ("4", "2015", None),
        ("6", "2018-04", "2019-05-02"),
        ("7", "2019-07-29", "2019-08-01"),
    ],
)
def test_dates(notes: dict[str | None, Citation], note: str, published: str, accessed: str | None) -> None:
    """Dates keep the precision they were written with; what is absent stays absent."""
    one = notes[note]

    assert (str(one.published), str(one.accessed) if one.accessed else None) == (published, accessed)


@pytest.mark.parametrize(("note", "target"), [("3", "1"), ("5", "4"), ("8", "2")])
def test_short_forms_resolve(notes: dict[str | None, Citation], note: str, target: str) -> None:
    """Surnames with the start of a title, title with container, and Ibid. lead to the full note."""
    assert notes[note].resolves_to == target


def test_what_fits_nothing_is_no_citation(notes: dict[str | None, Citation]) -> None:
    """A short form of an unknown work is not guessed at."""
    assert "9" not in notes


def test_marks_in_the_body(notes: dict[str | None, Citation]) -> None:
    """A note knows the sentence that leans on it."""
    (place,) = notes["2"].mentions

    assert (place.line, place.sentence) == (1, "Its bridge was rebuilt, as was noted.")


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("See https://a.org/x.", "https://a.org/x"),
        ("See https://a.org/x, and", "https://a.org/x"),
        ("(https://a.org/x)", "https://a.org/x"),
        ("(see https://a.org/x_(y).)", "https://a.org/x_(y)"),
        ("https://a.org/x_(y)_z)", "https://a.org/x_(y)_z"),
        ("“https://a.org/x”", "https://a.org/x"),
        ("«https://a.org/x»", "https://a.org/x"),
        ("<https://a.org/x>", "https://a.org/x"),
        ('"https://a.org/x"', "https://a.org/x"),
        ("https://a.org/x[12]", "https://a.org/x"),
        ("https://a.org/x.[12]", "https://a.org/x"),
        ("https://a.org/x。下一句", "https://a.org/x"),
        ("参见https://a.org/x，然后", "https://a.org/x"),
        ("https://a.org/a,b,2843.html", "https://a.org/a,b,2843.html"),
        ("https://web.archive.org/web/2019/https://a.org/x", "https://web.archive.org/web/2019/https://a.org/x"),
        ("https://a.org/x\u200b and", "https://a.org/x"),
        ("https://a.org/x?a=1&b=2#c!", "https://a.org/x?a=1&b=2#c"),
        ("https://a.org/x…", "https://a.org/x"),
        ("HTTPS://A.org/x", "HTTPS://A.org/x"),
        ("https://пример.рф/страница.", "https://пример.рф/страница"),
        ("https://a.org/100%25_done.", "https://a.org/100%25_done"),
    ],
)
def test_an_address_ends_where_its_author_ended_it(text: str, url: str) -> None:
    """Punctuation of the sentence is taken off; what belongs to the address stays."""
    (found,) = find_addresses(text)

    assert found.url == url
    assert text[found.start : found.end] == url


@pytest.mark.parametrize("text", ["", "http://", "https://.", "http:/a.org", "httpx://a.org", "CABAR.asia", "a@b.org"])
def test_what_is_no_address(text: str) -> None:
    """Bare domains, mail addresses and broken schemes are not addresses."""
    assert find_addresses(text) == []


@given(st.text(max_size=300), st.sampled_from(readers.KINDS))
def test_reading_never_fails(text: str, kind: str) -> None:
    """Any text gives a reading."""
    reading = readers.read(Document("x", f"[1] https://a.org/\n{text}", kind))

    assert all(citation.place.line >= 1 for citation in reading.citations)


@pytest.mark.parametrize(
    "piece", ["[", "(", "“", "http://", "[1] ", "](", "`", "<!--", "[^a]: ", "1,", "$1 ", "in 2018 "]
)
@pytest.mark.parametrize("kind", readers.KINDS)
def test_hostile_text_is_read_in_linear_time(piece: str, kind: str) -> None:
    """One endless line of one piece is read; a quadratic reader would not come back from this."""
    text = piece * (60_000 // len(piece))

    assert readers.read(Document("x", text, kind)) is not None


@pytest.mark.parametrize(
    ("kind", "piece"),
    [
        ("text", "[1] a https://a.org/x\n"),
        ("text", "1. x\n"),
        ("text", "https://a.org/x)"),
        ("text", "https://a.org/("),
        ("text", "<http://a\n"),
        ("text", "[2] Brook, op. cit.\n"),
        ("markdown", "](http://a.org/"),
        ("markdown", "[a][a] "),
        ("markdown", "[^a]: b\n"),
        ("html", '<li id="n"><a href="#n">1</a>'),
        ("wikitext", "{{a|"),
        ("latex", "\\emph{"),
        ("bibtex", "@a{b, url={http://a.org}\n"),
        ("rst", "`a <"),
    ],
)
def test_hostile_notes_are_read_in_linear_time(kind: str, piece: str) -> None:
    """What once took the square of its length."""
    document = Document("x", piece * (200_000 // len(piece)), kind, figures=False)

    assert readers.read(document) is not None


@pytest.mark.parametrize("text", ["---\n---\n", "+++\n+++\nhttps://a.org/x", "---\nsource: [\n---\n"])
def test_front_matter_of_any_kind(text: str) -> None:
    """Front matter without a key, or one that is no YAML, stops nothing."""
    assert readers.read(Document("x.md", text, "markdown")) is not None


@pytest.mark.parametrize(
    "text",
    [
        '<svg xmlns="http://www.w3.org/2000/svg">',
        "<x xmlns:a='http://www.w3.org/1999/xlink'>",
        '<!DOCTYPE html PUBLIC "-//W3C//DTD" "http://www.w3.org/TR/html4/strict.dtd">',
        '<a xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 http://maven.apache.org/xsd/maven-4.0.0.xsd">',
    ],
)
def test_names_are_no_pages(text: str) -> None:
    """Namespaces, schemas and document types look like addresses and are none."""
    reading = readers.read(Document("x", text, "text"))

    assert not reading.citations
    assert {skip.reason.value for skip in reading.skips} == {"namespace"}


def test_the_next_address_begins_an_entry_of_its_own() -> None:
    """What a list says of one address is not said of the one before it."""
    text = "https://a.org/x\nhttps://b.org/y accessed 3 May 2019\nhttps://c.org/2003/z\n"
    reading = readers.read(Document("x.txt", text, "text"))

    assert [str(one.accessed) if one.accessed else None for one in reading.citations] == [None, "2019-05-03", None]
    assert not any(one.published for one in reading.citations)
