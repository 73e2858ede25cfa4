"""Documents and sources.yml side by side: what is ignored, what is undeclared, what contradicts."""

import json
from pathlib import Path

import pytest
from terminal import Run

SETTINGS = """\
version: 1
documents: [a.md]
ignore:
  - {url: "https://ignored.org/*", reason: "ours"}
sources:
  brook: {url: "https://site.org/a", title: A bridge, published: 2019-05-01, accessed: 2019-09-02}
  spare: {url: "https://site.org/spare"}
"""
NOTE = "Said.[^1]\n\n[^1]: Ada Brook, “{title},” The Site, {published}, accessed 2 September 2019, https://site.org/a\n"


def codes(run: Run, folder: Path, text: str) -> dict[str, str]:
    """Findings by code, with what they are about."""
    (folder / "sources.yml").write_text(SETTINGS, encoding="utf-8")
    (folder / "a.md").write_text(text, encoding="utf-8")
    run("check", "--offline")
    report = json.loads((folder / "reports" / "report.json").read_text(encoding="utf-8"))
    return {finding["code"]: finding["message"] for finding in report["findings"]}


def test_undeclared_and_uncited(run: Run, folder: Path) -> None:
    """Both directions are told."""
    found = codes(run, folder, "https://site.org/a https://site.org/new https://ignored.org/x")

    assert "https://site.org/new" in found["undeclared-source"]
    assert "'spare'" in found["uncited-source"]


@pytest.mark.parametrize(
    ("title", "published", "wrong"),
    [
        ("A bridge", "1 May 2019", set()),
        ("A bridge: with its subtitle", "May 2019", set()),
        ("A Bridge", "2019", set()),
        ("A tunnel", "1 May 2019", {"conflicting-title"}),
        ("A bridge", "2 May 2019", {"conflicting-date"}),
        ("A tunnel", "2018", {"conflicting-title", "conflicting-date"}),
    ],
)
def test_contradictions(run: Run, folder: Path, title: str, published: str, wrong: set[str]) -> None:
    """A less exact date or a longer title is no contradiction."""
    found = codes(run, folder, NOTE.format(title=title, published=published))

    assert {code for code in found if code.startswith("conflicting")} == wrong


@pytest.mark.parametrize(
    ("line", "today", "skipped"),
    [
        ("https://a.org/x <!-- checker: ignore -->", "2026-11-23", True),
        ("<!-- checker: ignore-next-line they are moving -->\nhttps://a.org/x", "2026-11-23", True),
        ("https://a.org/x <!-- checker: ignore until 2026-11-23 -->", "2026-11-23", True),
        ("https://a.org/x <!-- checker: ignore until 2026-11-22: moving -->", "2026-11-23", False),
        ("<!-- checker: ignore -->\nhttps://a.org/x", "2026-11-23", False),
        ("checker: ignore https://a.org/x", "2026-11-23", False),
    ],
)
def test_an_author_may_say_ignore(run: Run, folder: Path, line: str, today: str, skipped: bool) -> None:
    """On the line or the one before, until a day; only in a comment."""
    (folder / "a.md").write_text(f"https://b.org/y\n\n{line}\n", encoding="utf-8")
    run("check", "a.md", "--offline", "--today", today)
    report = json.loads((folder / "reports" / "report.json").read_text(encoding="utf-8"))

    assert [one["url"] for one in report["skipped"]] == (["https://a.org/x"] if skipped else [])


@pytest.mark.parametrize(("name", "text"), [("a.tex", "\\url{https://a.org/x} % checker: ignore paywall"), ("a.rst", ".. checker: ignore-next-line\nhttps://a.org/x"), ("a.adoc", "// checker: ignore-next-line\nhttps://a.org/x")])  # fmt: skip
def test_in_the_comments_of_other_formats(run: Run, folder: Path, name: str, text: str) -> None:
    """Whatever opens a comment there."""
    (folder / name).write_text(text, encoding="utf-8")
    rows = [json.loads(line) for line in run("list", name, "--format", "jsonl").out.splitlines()]

    assert [(row["kind"], row["url"], row["reason"]) for row in rows] == [("skipped", "https://a.org/x", "ignored")]


def test_all_lists_what_is_skipped(run: Run, folder: Path) -> None:
    """``--all``: code, placeholders and what is ignored are listed as citations; mail never is."""
    (folder / "a.md").write_text("`https://code.org` https://example.com <https://a.org/> <!-- checker: ignore -->\n[m](mailto:a@b.org)", encoding="utf-8")  # fmt: skip
    rows = [json.loads(line) for line in run("list", "a.md", "--all", "--format", "jsonl").out.splitlines()]

    assert {row["url"] for row in rows if row["kind"] == "citation"} == {"https://code.org", "https://example.com", "https://a.org/"}  # fmt: skip
    assert {row["url"] for row in rows if row["kind"] == "skipped"} == {"mailto:a@b.org"}


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.txt", "<!doctype html><a href='https://a.org/'>x</a>", "html"),
        ("notes", "# Title\n\n[x](https://a.org/)\n", "markdown"),
        ("refs", "@online{k, url={https://a.org/}}", "bibtex"),
        ("page", "x<ref>{{cite web|url=https://a.org/}}</ref>", "wikitext"),
    ],
)
def test_formats_by_content(run: Run, folder: Path, name: str, text: str, kind: str) -> None:
    """An ending that lies, or none, is no obstacle."""
    (folder / name).write_text(text, encoding="utf-8")
    rows = [json.loads(line) for line in run("list", name, "--format", "jsonl").out.splitlines()]

    assert [row["url"] for row in rows] == ["https://a.org/"], kind


def test_a_forced_format(run: Run, folder: Path) -> None:
    """``--input-format`` overrules name and content."""
    (folder / "a.txt").write_text("`words <https://a.org/x>`_ and ``https://b.org``", encoding="utf-8")
    rows = [json.loads(line) for line in run("list", "a.txt", "--input-format", "rst", "--format", "jsonl").out.splitlines()]  # fmt: skip

    assert [(row["kind"], row["url"]) for row in rows] == [
        ("citation", "https://a.org/x"),
        ("skipped", "https://b.org"),
    ]


def test_what_could_not_be_read_is_told_everywhere(run: Run, folder: Path) -> None:
    """On the terminal, in the report, on the page; the rest is checked all the same."""
    (folder / "d").mkdir()
    (folder / "d" / "a.md").write_bytes(b"\x89PNG\0\0")
    (folder / "d" / "b.bib").write_text("@online{a, title={Open, url={https://site.org/a}\n", encoding="utf-8")

    listed = run("list", "d")
    ended = run("check", "d", "--offline")
    page = (folder / "reports" / "index.html").read_text(encoding="utf-8")

    assert "d/a.md:1:1: left out" in listed.err
    assert "https://site.org/a" in listed.out
    assert ended.code == 0
    assert "d/b.bib:1:1: the entry" in ended.out
    assert "left out: not a text file" in page
