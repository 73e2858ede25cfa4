"""Markdown: every form of link, at its exact place; nothing that is none."""

import pytest

from checker import readers
from checker.model import Document
from checker.reasons import Reason


def read(text: str) -> readers.Reading:
    """Read a Markdown text."""
    return readers.read(Document("a.md", text, "markdown"))


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("[a](https://a.org/x)", "https://a.org/x"),
        ("[a](<https://a.org/x y>)", "https://a.org/x y"),
        ('[a](https://a.org/x "Title")', "https://a.org/x"),
        ("[a](https://a.org/x_(y))", "https://a.org/x_(y)"),
        (r"[a](https://a.org/x\_y)", "https://a.org/x_y"),
        ("[a](https://a.org/?b=1&amp;c=2)", "https://a.org/?b=1&c=2"),
        ("<https://a.org/x>", "https://a.org/x"),
        ("See https://a.org/x.", "https://a.org/x"),
        ("*https://a.org/x*", "https://a.org/x"),
        ("_https://a.org/x_y_", "https://a.org/x_y"),
        ("[a]: https://a.org/x 'T'", "https://a.org/x"),
        ("[a]: <https://a.org/x>", "https://a.org/x"),
        ('<a class="b" href="https://a.org/x?y&amp;z">a</a>', "https://a.org/x?y&z"),
        ("<a href='https://a.org/x'>a</a>", "https://a.org/x"),
        ("[![img](https://i.org/p.png)](https://a.org/x)", "https://a.org/x"),
        ("| a |\n|---|\n| [b](https://a.org/x) |", "https://a.org/x"),
        ("> quoted https://a.org/x, so", "https://a.org/x"),
        ("text[^1]\n\n[^1]: A note, https://a.org/x.", "https://a.org/x"),
        ("[a](https://a.org/x)[b](mailto:c@d.org)", "https://a.org/x"),
    ],
)
def test_each_form_of_link(text: str, url: str) -> None:
    """A link gives its address as meant, once, at the place where it is written."""
    (one,) = read(text).citations

    assert one.url == url
    line = text.split("\n")[one.place.line - 1]
    assert line[one.place.column - 1 :].startswith("https://a.org/")


@pytest.mark.parametrize(
    "text",
    [
        "`https://a.org/x`",
        "``a ` https://a.org/x``",
        "```\nhttps://a.org/x\n```",
        "~~~sh\ncurl https://a.org/x\n~~~",
        "    https://a.org/x",
        "<!-- https://a.org/x -->",
        "---\nurl: https://a.org/x\n---\n\ntext",
        "![img](https://a.org/x.png)",
        "[a](#section)",
        "[a](other.md)",
        "[a](/path)",
        "[x] a task",
        "[^1]: a note without address",
    ],
)
def test_what_is_no_citation(text: str) -> None:
    """Code, comments, front matter, images, and links within the site cite nothing."""
    assert read(text).citations == ()


def test_other_schemes_are_skipped_with_a_reason() -> None:
    """Mail and telephone links are found, and said to be no pages."""
    (skip,) = read("[write](mailto:a@b.org)").skips

    assert (skip.url, skip.reason) == ("mailto:a@b.org", Reason.NOT_A_PAGE)


def test_equal_addresses_keep_their_own_places() -> None:
    """The same address twice is two citations, each where it stands."""
    places = [one.place for one in read("https://a.org/x and\n\n[b](https://a.org/x)").citations]

    assert [(place.line, place.column) for place in places] == [(1, 1), (3, 5)]


def test_footnotes_have_keys_fields_and_mentions() -> None:
    """A footnote is a note: its key, its fields, the sentence that leans on it, short forms included."""
    text = (
        "A first claim.[^x] A second claim.[^y]\n\n"
        "[^x]: Ada Brook, “A title,” Site, May 1, 2019, accessed May 2, 2019, <https://a.org/x>.\n"
        "[^y]: Brook, “A title.”\n"
    )
    first, second = read(text).citations

    assert (first.note, first.title, first.authors, str(first.accessed)) == (
        "x",
        "A title",
        ("Ada Brook",),
        "2019-05-02",
    )
    assert (second.note, second.resolves_to, second.url) == ("y", "x", "https://a.org/x")
    assert [place.sentence for place in second.mentions] == ["A second claim."]


def test_the_sentence_is_plain() -> None:
    """The sentence around a link is what a reader sees."""
    (one,) = read("Before. The **old** [bridge](https://a.org/x) stands. After.").citations

    assert one.place.sentence == "The old bridge stands."
    assert one.title == "bridge"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_places_count_any_newline(newline: str) -> None:
    """Lines are lines, however they end."""
    (one,) = read(f"# Title{newline}{newline}https://a.org/x{newline}").citations

    assert (one.place.line, one.place.column) == (3, 1)
