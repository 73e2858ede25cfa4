"""Archived copies in the syntax of each format: exact texts, and what our own readers make of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import readers
from checker.archived_texts import Copy, archived, safe
from checker.model import Document
from checker.readers.kinds import KINDS

PAGE = "https://site.org/a"
URL = f"https://web.archive.org/web/20190903120000/{PAGE}"
COPY = Copy(PAGE, URL, date(2019, 9, 3), date(2019, 9, 2))

TEXTS = {
    "text": f"archived 3 September 2019 at {URL}",
    "docx": f"archived 3 September 2019 at {URL}",
    "pdf": f"archived 3 September 2019 at {URL}",
    "markdown": f"[archived 3 September 2019](<{URL}>)",
    "notebook": f"[archived 3 September 2019](<{URL}>)",
    "html": f'data-originalurl="{PAGE}" data-versionurl="{URL}" data-versiondate="2019-09-02"',
    "wikitext": f"|archive-url={URL} |archive-date=2019-09-03 |url-status=dead",
    "rst": f"`archived 3 September 2019 <{URL}>`__",
    "asciidoc": f"link:++{URL}++[archived 3 September 2019]",
    "latex": rf"\href{{{URL}}}{{archived 3 September 2019}}",
    "bibtex": rf"note = {{Archived 3 September 2019 at \url{{{URL}}}}},",
    "csl": f'"custom": {{"archive-url": "{URL}", "archive-date": "2019-09-03"}}',
    "ris": f"N1  - Archived 3 September 2019 at {URL}",
    "sources": f'archive: "{URL}"\narchive_date: 2019-09-03',
}


def test_every_format_has_a_text() -> None:
    """No kind of document is left out."""
    assert set(TEXTS) == {*KINDS, "sources"}


@pytest.mark.parametrize("kind", TEXTS)
def test_the_text(kind: str) -> None:
    """In the format's own syntax."""
    assert archived(kind, COPY) == TEXTS[kind]


@pytest.mark.parametrize("status", ["dead", "live", "usurped"])
def test_how_the_page_stands(status: str) -> None:
    """Wikitext says whether original or copy goes first."""
    assert archived("wikitext", Copy(PAGE, URL, date(2019, 9, 3), status=status)).endswith(f"|url-status={status}")  # type: ignore[arg-type]


def test_without_a_day_of_linking_the_capture_counts() -> None:
    """Robust Links require a date."""
    assert 'data-versiondate="2019-09-03"' in archived("html", Copy(PAGE, URL, date(2019, 9, 3)))


def attributes(markup: str) -> dict[str, str | None]:
    """The attributes of the first element."""
    found: dict[str, str | None] = {}

    class Parser(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.update(attrs)

    Parser().feed(markup)
    return found


def addresses(kind: str, text: str) -> set[str]:
    """What our reader finds in a document: addresses, and copies stated beside them."""
    found = readers.read(Document("x", text, kind)).citations
    return {one.url for one in found} | {one.archive_url for one in found if one.archive_url}


WRAPPED: dict[str, Callable[[str], str]] = {
    "text": lambda text: f"1. Ada Brook, “A page,” {PAGE}, {text}.\n",
    "markdown": lambda text: f"Some words ({text}).\n",
    "wikitext": lambda text: f"<ref>{{{{cite web |title=A |url={PAGE} {text}}}}}</ref>",
    "rst": lambda text: f"Some words, {text}.\n",
    "asciidoc": lambda text: f"= A\n\nSome words, {text}.\n",
    "latex": lambda text: rf"\documentclass{{article}} \begin{{document}} Words, {text}. \end{{document}}",
    "bibtex": lambda text: f"@online{{a, title = {{A}}, url = {{{PAGE}}}, {text}\n}}\n",
}


@pytest.mark.parametrize("kind", WRAPPED)
@pytest.mark.parametrize(
    "page", [PAGE, "https://site.org/a_(b)_", "https://site.org/a?x=1&y=2", "https://site.org/100%25", "https://site.org/a_b_c*d*e", "https://site.org/~a/b;c"]
)  # fmt: skip
def test_our_own_readers_understand_it(kind: str, page: str) -> None:
    """The copy is read back as the address it is."""
    url = f"https://web.archive.org/web/20190903120000/{page}"
    text = archived(kind, Copy(page, url, date(2019, 9, 3)))
    expected = url[:-1] + "%5F" if kind == "rst" and url.endswith("_") else url

    assert expected in addresses(kind, WRAPPED[kind](text))


HOSTILE = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(HOSTILE)
def test_no_address_ends_before_its_end(rest: str) -> None:
    """Whatever an address holds, attributes, JSON, pointed brackets and templates survive it."""
    url = URL + rest
    copy = Copy(PAGE + rest, url, date(2019, 9, 3))
    clean = safe(url)

    assert not set(clean) & set(' \t\r\n<>"{}|\\^`\x00\u2028\u202e')
    assert attributes(f"<a {archived('html', copy)}>")["data-versionurl"] == clean
    assert json.loads("{" + archived("csl", copy) + "}")["custom"]["archive-url"] == clean
    assert archived("markdown", copy).endswith(f"(<{clean}>)")
    assert archived("wikitext", copy).count("|") == 3
    assert len(archived("ris", copy).splitlines()) == 1
    assert safe(clean) == clean
