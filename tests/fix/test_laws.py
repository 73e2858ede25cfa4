"""Laws of mending, on drawn addresses in every format and style; parsers that are not ours read the results."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from urllib.parse import unquote

import docutils.core
import docutils.nodes
import fixworld
import lxml.html
import pytest
from hypothesis import HealthCheck, assume, given, reject, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pybtex.database import parse_string

from checker import readers
from checker.archived_url import unwrap
from checker.fix import plan
from checker.fix.edits import Edit, apply
from checker.fix.plan import Plan
from checker.fix.remedy import LeftAlone, Remedy, RemedyKind, Style
from checker.model import Document

PART = st.text(alphabet="abcXYZ019._~-!$&'()*+,;=:@", min_size=1, max_size=12)
ADDRESS = st.builds(
    lambda path, query, end, part: "https://site.org/" + "/".join(path) + (f"?{query}" if query else "") + end + part,
    st.lists(PART | st.sampled_from(["%20", "a%2Fb", "é", "שלום", "(1)", "x_y_"]), min_size=1, max_size=3),
    st.just("") | PART | st.just("a=1&b=2&copy=3"),
    st.sampled_from(["z", "z", "9", ""]),  # what ends with a full stop is often read without it
    st.just("") | st.just("#part"),
)
PATIENT = settings(max_examples=15, suppress_health_check=[HealthCheck.filter_too_much])
STYLES = st.sampled_from([None, *Style])
AROUND: Mapping[str, tuple[str, ...]] = {
    "markdown": ("A [b *c*]({}) d\n", "[b](<{}> 'T')\n", "<{}>\n", "see {} .\n", "[r]\n\n[r]: {}\n", "a[^1]\n\n[^1]: B, “C,” {}\n"),
    "html": ('<p>a <a href="{}">b</a> c</p>', "<a id=x href='{}'><i>b</i></a>", "<p>see {} .</p>"),
    "rst": ("a `b <{}>`__ c\n", ".. _b: {}\n\nb_\n", "see {} .\n", "a [1]_\n\n.. [1] B, {}\n"),
    "bibtex": ("@misc{{k,\n  title = {{T}},\n  url = {{{}}},\n  note = {{N}}\n}}\n", "@online{{k, url = {{{}}}, urldate = {{2019}}}}\n"),
    "asciidoc": ("= T\n\n{}[b *c*] d\n", "see {} .\n", "link:{}[b]\n"),
    "latex": ("\\url{{{}}} a\n", "\\href{{{}}}{{b}}\n", "a\\footnote{{\\url{{{}}}}}\n"),
    "wikitext": ("a [{} b] c\n", "<ref>{{{{cite web |url={} |title=T}}}}</ref>\n"),
    "text": ("see <{}> .\n", "see {} .\n", "a [1]\n\n[1] B, “C,” {} \n"),
    "csl": ('[{{"id": "a", "URL": "{}"}}]',),
    "ris": ("TY  - ELEC\nUR  - {}\nER  - \n",),
    "notebook": ('{{"cells": [{{"cell_type": "markdown", "source": ["[a]({})"]}}], "nbformat": 4}}',),
}  # fmt: skip
CASES = [(kind, around) for kind, texts in AROUND.items() for around in texts]


def drawn(kind: str, around: str, url: str, style: Style | None, *, moved: str = "") -> tuple[str, Plan]:
    """A text that cites an address, and its plan; only where our reader finds that very address."""
    shown = html.escape(url) if kind == "html" else url
    text = around.format(shown)
    cited = [one.url for one in readers.read(Document("document", text, kind)).citations]
    if cited != [url]:
        reject()
    if moved:
        need: Remedy | LeftAlone = Remedy(RemedyKind.MOVED, moved, "moved-permanently")
    else:
        need = fixworld.gone(url)
    return text, fixworld.fixed(kind, text, style, {plan.identity(url): need})


@pytest.mark.parametrize(("kind", "around"), CASES)
@PATIENT
@given(url=ADDRESS, style=STYLES)
def test_a_copy(kind: str, around: str, url: str, style: Style | None) -> None:
    """Mended or refused; what is mended is read as intended, undone exactly, and not mended again."""
    text, planned = drawn(kind, around, url, style)
    new = planned.text
    after = readers.read(Document("document", new, kind)).citations

    assert bool(planned.changes) != any(one.refused for one in planned.left)
    if planned.changes:
        copies = [one for one in after if unwrap(one.url) or one.archive_url]
        assert copies
        assert apply(new, backwards(planned.edits)) == text
    else:
        assert new == text
    again = fixworld.fixed(kind, new, style, {plan.identity(url): fixworld.gone(url)})
    assert again.text == new


def backwards(edits: Iterable[Edit]) -> list[Edit]:
    """The edits that undo some edits."""
    found, grown = [], 0
    for edit in edits:
        found.append(Edit(edit.start + grown, edit.new, edit.old))
        grown += len(edit.new) - len(edit.old)
    return found


@pytest.mark.parametrize(("kind", "around"), CASES)
@PATIENT
@given(url=ADDRESS, moved=ADDRESS)
def test_a_move(kind: str, around: str, url: str, moved: str) -> None:
    """The new address, of whatever signs, is read in the place of the old one, or nothing changes."""
    assume(url.partition("#")[0] != moved.partition("#")[0] and "#" not in url + moved)
    text, planned = drawn(kind, around, url, None, moved=moved)
    cited = [one.url for one in readers.read(Document("document", planned.text, kind)).citations]

    if planned.changes:
        assert [plain(one) for one in cited] == [plain(moved)]
    else:
        assert planned.text == text


def plain(url: str) -> str:
    """An address with what formats may encode, encoded."""
    return url.replace("[", "%5B").replace("]", "%5D").replace("'", "%27")


@pytest.mark.parametrize(("kind", "around"), CASES)
def test_plain_addresses_are_never_refused(kind: str, around: str) -> None:
    """In every form and in the format's own way."""
    _, planned = drawn(kind, around, "https://site.org/a/b-c.html?d=1", None)

    assert len(planned.changes) == 1


def by_markdown_it(text: str) -> list[str]:
    """Where the links of a Markdown text lead, as markdown-it-py reads it."""
    tokens = [child for token in MarkdownIt("commonmark").parse(text) for child in token.children or ()]
    return [str(token.attrs["href"]) for token in tokens if token.type == "link_open"]


def by_lxml(text: str) -> list[str]:
    """Where the links of a page lead, as libxml2 reads it."""
    return [str(link.get("href")) for link in lxml.html.fromstring(text).iter("a")]


def by_docutils(text: str) -> list[str]:
    """Where the links of a reStructuredText lead, as docutils reads it."""
    quiet = {"report_level": 5, "halt_level": 5, "raw_enabled": False, "file_insertion_enabled": False}
    tree = docutils.core.publish_doctree(text, settings_overrides=quiet)
    return [one["refuri"] for one in tree.findall(docutils.nodes.reference) if "refuri" in one]


OTHERS: Mapping[str, Callable[[str], list[str]]] = {
    "markdown": by_markdown_it,
    "html": by_lxml,
    "rst": by_docutils,
}
LINKED = [(kind, around) for kind, around in CASES if kind in OTHERS and OTHERS[kind](around.format("https://a.org/"))]


@pytest.mark.parametrize(("kind", "around"), LINKED)
@PATIENT
@given(url=ADDRESS, style=st.sampled_from([None, Style.APPEND, Style.ROBUST]))
def test_other_parsers_see_the_copy(kind: str, around: str, url: str, style: Style | None) -> None:
    """Where another parser saw the page, it sees the copy instead, or both; everything else as before."""
    text, planned = drawn(kind, around, url, style)
    read = OTHERS[kind]
    before, after = ([unquote(one) for one in read(one)] for one in (text, planned.text))
    page, copy = unquote(url), unquote(fixworld.gone(url).address + (f"#{url.partition('#')[2]}" if "#" in url else ""))
    assume(page in before)  # not every parser takes a bare address, or one of just any signs, for a link

    if not planned.changes:
        assert after == before
    elif style is Style.APPEND:
        assert [one for one in after if one != copy] == before
        assert copy in after
    else:
        assert after == [copy if one == page else one for one in before]


@pytest.mark.parametrize("around", AROUND["bibtex"])
@PATIENT
@given(url=ADDRESS)
def test_pybtex_sees_the_copy(around: str, url: str) -> None:
    """The address and the date of access as before; the copy at the end of the note."""
    text, planned = drawn("bibtex", around, url, None)
    before, after = (parse_string(one, "bibtex").entries["k"].fields for one in (text, planned.text))
    own = "addendum" if "@online" in text else "note"

    assert {name: value for name, value in after.items() if name != own} == {
        name: value for name, value in before.items() if name != own
    }
    if planned.changes:
        copy = fixworld.gone(url).address + (f"#{url.partition('#')[2]}" if "#" in url else "")
        assert after[own].startswith(before.get(own, ""))
        assert (
            after[own].replace("\\%", "%").replace("\\#", "#").endswith(f"rchived 3 September 2019 at \\url{{{copy}}}")
        )


def test_many_places_at_once() -> None:
    """A thousand places in one document, one of which cannot be mended: the others are, in one go."""
    lines = [f"[{number}](https://site.org/gone) and <https://site.org/old>\n" for number in range(500)]
    text = "".join([*lines[:250], '<a href="https://site.org/gone" data-versiondate="2018">x</a>\n', *lines[250:]])

    planned = fixworld.fixed("markdown", text)

    assert len(planned.changes) == 1000
    assert sum(one.refused for one in planned.left) == 1


def test_the_day_must_hold() -> None:
    """An author's word to ignore an address holds until its last day, and no longer."""
    text = "<!-- checker: ignore until 2026-11-23 --> <https://site.org/gone>\n"
    document = Document("document", text, "markdown")

    assert plan.plan(document, fixworld.NEEDS, None, date(2026, 11, 23)).text == text
    assert plan.plan(document, fixworld.NEEDS, None, date(2026, 11, 24)).text != text
