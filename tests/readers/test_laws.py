"""Laws of reading: an address put into any format comes back; nothing raises; places cut the address out."""

from __future__ import annotations

import json
import re

import binaries
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from checker import decoding, readers
from checker.errors import InputError
from checker.model import Document

SEGMENT = st.text("abcXYZ019-", min_size=1, max_size=8)
ADDRESS = st.builds(
    lambda host, path, query, fragment: f"https://{host.lower()}.org/{'/'.join(path)}{query}{fragment}",
    st.text("abcdef09", min_size=2, max_size=8),
    st.lists(st.one_of(SEGMENT, st.sampled_from(["a_(b)", "x,2843.html", "%20", "naïve", "путь", "~user", "@me", "a.b"])), max_size=3),
    st.sampled_from(["", "?id=7", "?a=1&b=2", "?q=a+b", "?x=(y)"]),
    st.sampled_from(["", "#part", "#a-1"]),
).filter(lambda url: url[-1] not in ".,~@")  # fmt: skip
AROUND = st.sampled_from(
    [("", ""), ("(", ")"), ("“", "”"), ("«", "»"), ("", "."), ("", ", and"), ("", "; so"), ("(see ", ")."), ("", "。下一句"), ("", "…"), ("\u00a0", "\u00a0"), ("‘", "’")]
)  # fmt: skip


def in_latex(url: str) -> str:
    """As LaTeX authors escape it."""
    return re.sub(r"([%&#_$])", r"\\\1", url)


def in_html(url: str) -> str:
    """As HTML authors escape it."""
    return url.replace("&", "&amp;")


FORMS = {
    "text": lambda url: f"Before {url} after",
    "text-angled": lambda url: f"Before <{url}> after",
    "markdown": lambda url: f"Before [words](<{url}>) after",
    "markdown-plain": lambda url: f"Before [words]({url} 'title') after",
    "markdown-bare": lambda url: f"Before <{url}> after",
    "html": lambda url: f'<p>Before <a href="{in_html(url)}">words</a> after',
    "html-bare": lambda url: f"<p>Before {in_html(url)} after",
    "rst": lambda url: f"Before `words <{url}>`_ after",
    "rst-target": lambda url: f"Before `words`_ after\n\n.. _words: {url}\n",
    "asciidoc": lambda url: f"Before link:{url}[words] after",
    "latex": lambda url: rf"Before \href{{{in_latex(url)}}}{{words}} after",
    "latex-url": lambda url: rf"Before \url{{{url}}} after",
    "wikitext": lambda url: f"Before [{url} words] after",
    "wikitext-cite": lambda url: f"Before<ref>{{{{cite web|url={url}|title=words}}}}</ref> after",
    "bibtex": lambda url: f"@online{{key, title={{words}}, url={{{in_latex(url)}}}}}",
    "csl": lambda url: json.dumps([{"id": "key", "URL": url}]),
    "ris": lambda url: f"TY  - ELEC\nUR  - {url}\nER  - \n",
    "notebook": lambda url: json.dumps({"nbformat": 4, "cells": [{"cell_type": "markdown", "source": [f"See <{url}>"]}]}),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
@given(url=ADDRESS)
def test_an_address_comes_back(form: str, url: str) -> None:
    """From every format exactly as it was meant."""
    assume(form != "rst-target" or not url.endswith("_"))
    reading = readers.read(Document("x", FORMS[form](url), form.partition("-")[0]))

    assert [one.url for one in reading.citations] == [url]


@pytest.mark.parametrize("kind", ["text", "markdown", "html", "rst", "asciidoc", "wikitext", "latex", "notebook"])
@given(url=ADDRESS, around=AROUND)
def test_punctuation_around_it_is_not_its_own(kind: str, url: str, around: tuple[str, str]) -> None:
    """Brackets, quotes, full stops of any script."""
    assume(not url.endswith(")"))
    assume(kind != "latex" or "~" not in url)  # a tie
    written = in_html(url) if kind in ("html", "wikitext") else in_latex(url) if kind == "latex" else url
    text = f"Before {around[0]}{written}{around[1]}\n"
    if kind == "notebook":
        text = json.dumps({"nbformat": 4, "cells": [{"cell_type": "markdown", "source": [text]}]})
    reading = readers.read(Document("x", text, kind))

    assert [one.url for one in reading.citations] == [url]


@given(url=ADDRESS, around=AROUND)
def test_an_address_comes_back_from_word(url: str, around: tuple[str, str]) -> None:
    """Behind words, in a field code and as it stands, in the body and in a footnote."""
    assume(not url.endswith(")"))
    bare = binaries.run(f"Before {around[0]}{url}{around[1]}")
    body = [binaries.link("r1", "words"), binaries.field(url, "words"), bare]
    data = binaries.docx([*body, binaries.reference(1)], notes=[bare], links={"r1": url})
    reading = readers.read(Document("x", "", "docx", data=data))

    assert [(one.url, one.note) for one in reading.citations] == [(url, None)] * 3 + [(url, "1")]


@settings(max_examples=30)
@given(url=ADDRESS.filter(str.isascii))
def test_an_address_comes_back_from_pdf(url: str) -> None:
    """From an annotation, and from the text."""
    data = binaries.pdf([["Some words."], [f"Before {url} after."]], links=[[url]])
    reading = readers.read(Document("x", "", "pdf", data=data))

    assert [(one.url, one.place.line) for one in reading.citations] == [(url, 1), (url, 2)]


@pytest.mark.parametrize("kind", sorted(set(readers.KINDS) - set(readers.BINARY)))
@given(
    pieces=st.lists(
        st.one_of(
            ADDRESS,
            st.sampled_from(
                [
                    "[",
                    "](",
                    ")",
                    "<",
                    ">",
                    "\n",
                    "\n\n",
                    " ",
                    "{{cite web|url=",
                    "}}",
                    "<ref>",
                    "</ref>",
                    "`",
                    "_",
                    "\\url{",
                    "}",
                    "@a{b, url={",
                    "|",
                    "[^1]: ",
                    "[^1]",
                    "&amp;",
                    '<a href="',
                    '">',
                    '"',
                    "footnote:[",
                    "]",
                    "<!--",
                    "-->",
                    ".. [1] ",
                    ".. _a: ",
                    "---\n",
                    "+++\n",
                    "[a]: ",
                    "[a][a]",
                    "![",
                    "<host>",
                    "¹ ",
                    "1. ",
                    "[2] Ibid.",
                    "\\footnote{",
                    "accessed 1 May 2019, ",
                ]
            ),
        ),
        max_size=12,
    )
)
def test_places_cut_the_address_out(kind: str, pieces: list[str]) -> None:
    """Line, column and what is written there agree, whatever mess surrounds it."""
    text = "".join(pieces)
    lines = text.splitlines(keepends=True)
    for one in readers.read(Document("x", text, kind)).citations:
        if one.resolves_to is None:
            assert "".join(lines[one.place.line - 1 :])[one.place.column - 1 :].startswith(one.written)
            assert one.written


@pytest.mark.parametrize("kind", readers.KINDS)
@given(data=st.one_of(st.binary(max_size=200), st.binary(max_size=100).map(lambda tail: b"PK\x03\x04word/" + tail)))
def test_reading_never_raises(kind: str, data: bytes) -> None:
    """Any bytes give a reading, or are told to be no text."""
    try:
        text, _ = decoding.decode("x", data)
    except InputError:
        text = ""

    assert readers.read(Document("x", text, kind, data=data)) is not None
