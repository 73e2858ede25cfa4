"""The text of a page that a reader sees."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from checker.page import read_page
from checker.visible import BLOCKS, HIDDEN, visible_text, without_hidden

WORDS = st.text("ab1 é\n", max_size=4)
TAGS = st.sampled_from(["p", "b", "sup", "script", "style", "td", "br", "a", "svg", "noscript", "li"])
TREES = st.recursive(
    WORDS | st.just("<!-- no text -->"),
    lambda inner: st.tuples(TAGS, st.lists(inner, max_size=4)).map(
        lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0]}>"
    ),
    max_leaves=20,
)


def read(markup: str) -> str:
    """The visible text of a body."""
    return visible_text(etree.fromstring(f"<html><body>{markup}</body></html>", etree.HTMLParser()))


def parts(element: etree._Element) -> Iterator[str]:
    """The same text, said as a walk over the elements; raised numbers aside."""
    if not isinstance(element.tag, str) or element.tag in HIDDEN:
        return
    edge = "\n" if element.tag in BLOCKS else ""
    yield edge + (element.text or "")
    for child in element:
        yield from parts(child)
        yield child.tail or ""
    yield edge


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("one<p>two</p>three", "one\ntwo\nthree"),
        ("a<br>b", "a\n\nb"),
        ("x<script>var y</script>z<style>.a{}</style>", "xz"),
        ("see<noscript>no</noscript> <template>no</template><iframe>no</iframe>this", "see this"),
        ("a<!-- no -->b<?php no ?>c", "abc"),
        ("rose to 43,833<sup>3</sup> in 2023", "rose to 43,833 3 in 2023"),
        ("rose to <b>43,833</b><sup>[3]</sup>", "rose to 43,833 [3]"),
        ("E=mc<sup>2</sup>, km<sup>2</sup>", "E=mc2, km2"),
        ("<sup>1</sup>first", "1first"),
        ("caf&eacute; &amp; 1&nbsp;000", "café & 1\xa0000"),
        ("<tr><td>1</td><td>2</td></tr>", "\n1\n\n2\n"),
    ],
)
def test_what_a_reader_sees(markup: str, text: str) -> None:
    """Blocks are apart, scripts and comments are none of it, a note number is no digit of the number before it."""
    assert read(markup).strip("\n") == text.strip("\n")


@given(TREES)
def test_it_is_the_text_of_the_elements_in_order(markup: str) -> None:
    """But for blanks, it is what a walk over the elements finds: nothing is lost, nothing hidden is shown."""
    root = etree.fromstring(f"<html><body>{markup}</body></html>", etree.HTMLParser())

    assert "".join(visible_text(root).split()) == "".join("".join(parts(root)).split())


@pytest.mark.parametrize("tag", ["div", "b", "sup", "font"])
def test_deep_pages_keep_their_text(tag: str) -> None:
    """However deep a page is nested, its text is read or left out, and nothing fails."""
    assert "word" in read(f"word{f'<{tag}>1' * 5000}")


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        ("a<div hidden>b</div>c", "ac"),
        ("a<p>b</p><template>c</template>d", "a\nb\nd"),
        ("<dialog>a</dialog>b", "b"),
        ("<dialog open>a</dialog>b", "ab"),
        ("<div hidden=until-found>a</div>b", "a\nb"),
        ("<div style='color:red;DISPLAY : none'>a</div>b", "b"),
        ("<div style='display:block'>a</div>b", "a\nb"),
        ("<div v-if='missing'>a</div>b", "b"),
        ("<div class='x d-none'>a</div>b", "b"),
        ("<div class='hidden md:block'>a</div>b", "a\nb"),
        ("<div class='unhidden'>a</div>b", "a\nb"),
        ("<div hidden>a<p hidden>b</p></div>c", "c"),
        ("<body hidden>a</body>", "a"),
    ],
)
def test_what_a_reader_sees_at_first(markup: str, seen: str) -> None:
    """Without what is closed or shown by a script on a condition; what stands behind it stays."""
    root = etree.fromstring(f"<html><body>{markup}</body></html>", etree.HTMLParser())
    without_hidden(root, markup)

    assert visible_text(root).strip("\n") == seen


def test_most_pages_hide_nothing() -> None:
    """Then nothing is taken out, which is told."""
    root = etree.fromstring("<html><body><p class=a>b</p></body></html>", etree.HTMLParser())

    assert not without_hidden(root, "<p class=a>b</p> overflow: hidden")
    assert without_hidden(etree.fromstring("<p><b hidden>a</b></p>", etree.HTMLParser()), "<b hidden>a</b>")


@pytest.mark.parametrize(
    "start",
    [
        "<title>T</title>",
        "<html><head><title>T</title>",
        "<meta charset=utf-8><title>T</title><site-header></site-header>",
    ],
)
@pytest.mark.parametrize("tag", ["header", "main", "article", "site-shell"])
def test_a_page_may_leave_out_where_its_head_ends(start: str, tag: str) -> None:
    """HTML lets it, and the elements that came with HTML 5 are not known to every parser."""
    page = read_page(
        f"<!doctype html>{start}<{tag}><p>One two three.</p></{tag}>".encode(), "text/html", "https://a.org/"
    )

    assert page.words == 3
    assert page.title == "T"
