"""The texts to paste: right for the document they go into, harmless wherever they are pasted."""

from __future__ import annotations

import shlex
from typing import Any

import pytest
from msgspec.structs import replace

from checker.config import parse
from checker.outputs import snippets
from checker.outputs.words import ENGLISH
from checker.report import ReportDocument, ReportSource
from reports import COPY, EVIL, citation, figure, report, source

NOTE = "Ada Brook, “A bridge”, The Site, 2019-05-01, accessed 2019-09-02, https://site.org/gone, "


def gone(**facts: Any) -> ReportSource:
    """A dead source with a copy, cited once, with the given facts of the citation."""
    return source("gone", "dead", "http-404", archive=COPY, citations=[citation(**facts)])


@pytest.mark.parametrize(
    ("name", "kind", "archived", "whole"),
    [
        ("a.md", "markdown", "[archived 1 September 2019](<https://a.org/>)", NOTE + "[archived 1 September 2019](<https://a.org/>)"),
        ("a.txt", "text", "archived 1 September 2019 at https://a.org/", NOTE + "archived 1 September 2019 at https://a.org/"),
        ("a.wiki", "wikitext", "|archive-url=https://a.org/", "|archive-url=https://a.org/"),
        ("a.html", "html", 'data-versionurl="https://a.org/"', 'data-versionurl="https://a.org/"'),
        ("a.bib", "bibtex", "note = {Archived},", "note = {Archived},"),
        ("odd name", "markdown", "[a](<b>)", NOTE + "[a](<b>)"),
    ],
)  # fmt: skip
def test_a_citation_in_the_syntax_of_its_document(name: str, kind: str, archived: str, whole: str) -> None:
    """Prose gets a whole citation, records and templates the fields to add."""
    assert snippets.with_archive(gone(file=name, archived=archived), {name: kind}) == whole


def test_a_bare_link_stays_a_link() -> None:
    """A link with words, and the copy behind it."""
    one = gone(
        note=None, authors=None, published=None, title="the [old] bridge", archived="[archived](<https://a.org/>)"
    )

    assert (
        snippets.with_archive(one, {}) == "[the (old) bridge](<https://site.org/gone>) ([archived](<https://a.org/>))"
    )


def test_the_fullest_citation_is_taken() -> None:
    """A short form that points back gives way to the note it points to."""
    short = citation(title="Bridge", resolves_to="1", note="9", archived="x")
    one = source("gone", "dead", "http-404", archive=COPY, citations=[short, citation(archived="y")])

    assert snippets.with_archive(one, {}).endswith("https://site.org/gone, y")


def texts(one: ReportSource) -> list[str]:
    """All texts offered for a source."""
    return [snippet.text for snippet in snippets.of(one, report(), ENGLISH)]


def test_an_ignore_rule_can_be_pasted() -> None:
    """It is valid in sources.yml, with a reason and an end."""
    rule = snippets.ignore_rule(
        source("a", "blocked", "http-403", url='https://site.org/"quoted"?a=1&b=[2]'), "2026-11-23", ENGLISH
    )
    config = parse(f"version: 1\nignore:\n  {rule}\n", "sources.yml")

    assert [str(one.until) for one in config.ignore] == ["2027-05-24"]


@pytest.mark.parametrize("identity", ["plain", "a b", "it's; rm -rf /", "$(reboot)", "`x`", "a.md:12:5:11-USD"])
def test_commands_are_one_word_for_the_shell(identity: str) -> None:
    """Whatever an id holds, a shell takes it for one word."""
    blocked = replace(source("x", "blocked", "http-403"), id=identity)
    commands = [text for text in texts(blocked) if text.startswith("checker")]
    stale = [snippet.text for snippet in snippets.of_figure(figure(identity, "stale"), ENGLISH)]

    assert [shlex.split(one)[-1] for one in [*commands, *stale]] == [identity] * 3


@pytest.mark.parametrize("evil", EVIL)
def test_nothing_invisible_is_pasted(evil: str) -> None:
    """No control or invisible character, and no more lines than the syntax has."""
    one = source(
        f"a{evil}",
        "dead",
        "http-404",
        archive=COPY,
        url=f"https://site.org/?{evil}",
        citations=[citation(title=evil, authors=[evil], archived=f"x\n{evil}")],
    )
    for text in texts(one):
        assert all(ch.isprintable() or ch == "\n" for ch in text)
        assert text.count("\n") <= 2


def test_nothing_to_paste_where_nothing_is_to_do() -> None:
    """What is fine or skipped offers no texts; a figure merely found offers none either."""
    assert texts(source("a", "ok", "http-200")) == texts(source("a", "skipped", "ignored")) == []
    assert snippets.of_figure(figure("a", "stale", origin="found"), ENGLISH) == []


def test_the_lines_for_sources_yml() -> None:
    """They keep their line ends."""
    declared = citation(
        origin="declared", file="sources.yml", archived='archive: "https://a.org/"\narchive_date: 2019-09-01'
    )
    one = source("gone", "dead", "http-404", archive=COPY, citations=[declared])

    assert 'archive: "https://a.org/"\narchive_date: 2019-09-01' in texts(one)


def test_the_kind_of_a_document_comes_from_the_report() -> None:
    """Not from the ending of its name, where the report knows better."""
    made = report(documents=[ReportDocument(name="a.md", kind="wikitext", digest="")])
    (whole,) = [
        one.text for one in snippets.of(gone(archived="|archive-url=x"), made, ENGLISH) if "archive-url" in one.text
    ]

    assert whole == "|archive-url=x"
