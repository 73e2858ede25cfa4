"""From bytes to facts: charsets, words, dates, fragments, and bodies that are not what they seem."""

from datetime import date

import pytest
from builders import START
from hypothesis import given
from hypothesis import strategies as st

from checker.evidence import KEPT_HEADERS, observe, page_facts
from checker.observation import Exchange, FragmentState, Target
from checker.page import count_words, decode, read_page

URL = "https://site.org/a"


def exchange(body: bytes, kind: str = "text/html", *, complete: bool = True, **headers: str) -> Exchange:
    """What a body came in with."""
    extra = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Exchange(Target(URL), URL, (), 200, (("content-type", kind), *extra), body, complete)


@pytest.mark.parametrize(
    ("body", "kind", "text"),
    [
        ("grün".encode(), "text/html", "grün"),
        ("grün".encode("latin-1"), "text/html", "grün"),
        ("“x”".encode("cp1252"), "text/html; charset=iso-8859-1", "“x”"),
        ("слово".encode("cp1251"), "text/html; charset=windows-1251", "слово"),
        ("文字".encode("gb18030"), 'text/html; charset="gb2312"', "文字"),
        (b'<meta charset="koi8-r">' + "слово".encode("koi8-r"), "text/html", '<meta charset="koi8-r">слово'),
        ("\ufeffgrün".encode(), "text/html; charset=latin-1", "grün"),
        ("grün".encode("utf-16"), "text/html", "grün"),
        ("grün".encode(), "text/html; charset=nonsense", "grün"),
        ("grün".encode(), "text/html; charset=hex", "grün"),
        ("文字".encode()[:-1], "text/html", "文"),
    ],
)
def test_charsets(body: bytes, kind: str, text: str) -> None:
    """Byte-order mark, header, meta, UTF-8, Windows-1252: as browsers do."""
    assert decode(body, kind) == text


@given(st.binary(max_size=400), st.sampled_from(["text/html", "text/plain", "", "text/html; charset=utf-16"]))
def test_any_bytes_are_read(body: bytes, kind: str) -> None:
    """Reading a body never raises."""
    assert read_page(body, kind, URL) is not None


def test_only_what_is_seen_counts() -> None:
    """Scripts, styles and comments are no words."""
    facts = page_facts(exchange(b"<title>T</title><script>a b c</script><style>d</style><p>one two</p><!-- x -->three"))

    assert facts is not None
    assert (facts.title, facts.words) == ("T", 3)


def test_chinese_is_counted_in_halves() -> None:
    """Text without blanks has words too."""
    facts = page_facts(exchange("<p>一二三四五六</p>".encode(), "text/html; charset=utf-8"))

    assert facts is not None
    assert facts.words == 3


@pytest.mark.parametrize(
    ("html", "header", "day"),
    [
        ('<script type="application/ld+json">{"dateModified": "2024-05-06T07:08:09Z"}</script>', "", date(2024, 5, 6)),
        (
            '<script type="application/ld+json">{"@graph": [{"dateModified": "2024-05-06"}]}</script>',
            "",
            date(2024, 5, 6),
        ),
        ('<meta property="article:modified_time" content="2023-01-02T00:00:00+00:00">', "", date(2023, 1, 2)),
        ("<p>x</p>", "Wed, 21 Oct 2015 07:28:00 GMT", date(2015, 10, 21)),
        ('<script type="application/ld+json">{broken</script>', "nonsense", None),
        ('<script type="application/ld+json">' + "[" * 5000 + "</script>", "", None),
    ],
)
def test_when_it_was_changed(html: str, header: str, day: date | None) -> None:
    """JSON-LD, meta, header, in this order; nonsense is nothing."""
    facts = page_facts(exchange(f"<html>{html}</html>".encode(), last_modified=header))

    assert facts is not None
    assert facts.modified == day


@pytest.mark.parametrize(
    ("fragment", "state"),
    [
        ("part", FragmentState.PRESENT),
        ("old", FragmentState.PRESENT),
        ("gr%C3%BCn", FragmentState.PRESENT),
        ("top", FragmentState.PRESENT),
        ("missing", FragmentState.ABSENT),
        ("!/route", None),
        ("/route", None),
        (":~:text=X", FragmentState.PRESENT),
        (":~:text=before-,x,z,-after", FragmentState.PRESENT),
        (":~:text=z,x", FragmentState.ABSENT),
        (":~:text=word", FragmentState.ABSENT),
        (":~:text=word&text=y", FragmentState.PRESENT),
        (":~:selector(x)", None),
        ("L10-L20", None),
        ("page=3", None),
    ],
)
def test_fragments(fragment: str, state: FragmentState | None) -> None:
    """Ids, old names and quotations are found or not; states of scripts are not judged."""
    body = '<p id="part">x</p><a name="old">y</a><p id="grün">z</p>'.encode()

    assert observe(exchange(body, "text/html; charset=utf-8"), START, [fragment])[fragment].fragment is state


def test_where_places_are_made_by_others() -> None:
    """GitHub renames what authors name; a page that a script writes may have any place."""
    renamed = b'<p id="user-content-usage">x</p>'
    shell = b'<div id="root"></div><script src="app.js"></script>'

    assert observe(exchange(renamed), START, ["usage"])["usage"].fragment is FragmentState.PRESENT
    assert observe(exchange(shell), START, ["usage"])["usage"].fragment is None


def fragment_on(body: bytes, fragment: str) -> FragmentState | None:
    """What is known of a fragment on a page of much text."""
    page = exchange(b"<p>" + b"word " * 50 + b"</p>" + body, "text/html; charset=utf-8")
    return observe(page, START, [fragment])[fragment].fragment


@pytest.mark.parametrize(
    ("body", "fragment", "state"),
    [
        ("<template><p id=late>x</p><a name=old>y</a></template><p id=now>z</p>", "late", FragmentState.ABSENT),
        ("<template><p id=late>x</p><a name=old>y</a></template><p id=now>z</p>", "old", FragmentState.ABSENT),
        ("<template><p id=late>x</p></template><p id=now>z</p>", "now", FragmentState.PRESENT),
        ("<div hidden><p id=tab-two>x</p></div>", "tab-two", FragmentState.PRESENT),
        ("<meta name=author><input name=query><map name=plan></map>", "query", FragmentState.ABSENT),
        ("<meta name=author><a name=author>x</a>", "author", FragmentState.PRESENT),
        ("<p id=Usage>x</p>", "usage", FragmentState.ABSENT),
        ("<p id='История'>x</p>", ".D0.98.D1.81.D1.82.D0.BE.D1.80.D0.B8.D1.8F", FragmentState.PRESENT),
        ("<p id='История'>x</p>", "%D0%98%D1%81%D1%82%D0%BE%D1%80%D0%B8%D1%8F", FragmentState.PRESENT),
        ("<p id='a.b'>x</p>", ".D0.98", FragmentState.ABSENT),
        ("<script>var shown = ['comment-1234']</script>", "comment-1234", None),
        ("<script>var shown = \"<a id='comment-1234'>\"</script>", "comment-1234", FragmentState.ABSENT),
        ("<!-- <p id=comment-1234> -->", "comment-1234", FragmentState.ABSENT),
        ("<script src=a.js></script><p data-x=comment-1234>", "comment-1234", FragmentState.ABSENT),
        ("<script>x</script><a href='#comment-1234'>1</a>", "comment-1234", FragmentState.ABSENT),
        ("<script>var a</script>", "a", FragmentState.ABSENT),
    ],
)
def test_what_a_fragment_may_name(body: str, fragment: str, state: FragmentState | None) -> None:
    """Ids as they are written, names of anchors, MediaWiki's old escapes; no templates; scripts may yet draw theirs."""
    assert fragment_on(body.encode(), fragment) is state


def test_an_unread_page_says_nothing_of_fragments() -> None:
    """What was not read to its end is not known to be missing."""
    assert observe(exchange(b"<p>x</p>", complete=False), START, ["a"])["a"].fragment is None


def test_only_some_headers_are_kept() -> None:
    """Cookies and the like end here."""
    seen = observe(exchange(b"<p>x</p>", set_cookie="secret=1", server="nginx"), START)[""]

    assert seen.header("server") == "nginx"
    assert {name for name, _ in seen.headers} <= KEPT_HEADERS


def test_titles_are_harmless() -> None:
    """A title is one printable line of bounded length."""
    facts = page_facts(exchange(b"<title>a\x1b[31m\n::error::" + b"b" * 5000 + b"</title>"))

    assert facts is not None
    assert facts.title is not None
    assert "\x1b" not in facts.title
    assert "\n" not in facts.title
    assert len(facts.title) <= 300


@given(st.text(st.characters(max_codepoint=127)) | st.text(" \t\n\x0b\x0c\x1c\x1f\xa0ab.", max_size=30))
def test_words_are_what_blanks_part(text: str) -> None:
    """However they are counted, they are the words that splitting finds."""
    assert count_words(text) == len(text.split())
