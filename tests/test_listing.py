"""``checker list``: what would be checked, for people and for machines."""

import json
from pathlib import Path

import article
import pytest
from terminal import Run

DRAFT = """# Draft

Trade came to $11.07 billion in 2017.[^1] See <https://site.org/b>, http://localhost/x and https://example.com/y.

[^1]: Ada Brook, “A bridge,” The Site, May 1, 2019, accessed September 2, 2019, https://site.org/a.
"""


def rows(run: Run, *arguments: str) -> list[dict[str, object]]:
    """The rows as a machine reads them."""
    ended = run("list", *arguments, "--format", "jsonl")
    assert ended.code == 0
    return [json.loads(line) for line in ended.out.splitlines()]


def test_rows(run: Run, folder: Path) -> None:
    """One for each citation, figure and skipped address, with its place."""
    (folder / "a.md").write_text(DRAFT, encoding="utf-8")
    listed = rows(run, "a.md")
    cited = {row["url"]: row for row in listed if row["kind"] == "citation"}

    assert set(cited) == {"https://site.org/a", "https://site.org/b"}
    assert (cited["https://site.org/a"]["line"], cited["https://site.org/a"]["column"]) == (
        5,
        len("[^1]: Ada Brook, “A bridge,” The Site, May 1, 2019, accessed September 2, 2019, ") + 1,
    )
    assert cited["https://site.org/a"]["accessed"] == "2019-09-02"
    assert cited["https://site.org/a"]["published"] == "2019-05-01"
    (figure,) = (row for row in listed if row["kind"] == "figure")
    assert (figure["value"], figure["unit"], figure["as_of"]) == (11070000000, "USD", "2017")
    assert {(row["url"], row["reason"]) for row in listed if row["kind"] == "skipped"} == {
        ("http://localhost/x", "local"),
        ("https://example.com/y", "placeholder"),
    }


def test_opened_networks_are_listed(run: Run, folder: Path) -> None:
    """What ``--allow-net`` opens would be checked."""
    (folder / "a.md").write_text("http://localhost/x http://127.0.0.5:81/ http://10.0.0.1/", encoding="utf-8")

    listed = rows(run, "a.md", "--allow-net", "127.0.0.0/8")

    assert [row["url"] for row in listed if row["kind"] == "citation"] == ["http://localhost/x", "http://127.0.0.5:81/"]


def test_the_table_is_for_people(run: Run, folder: Path) -> None:
    """A line for each, with its place."""
    (folder / "a.md").write_text(DRAFT, encoding="utf-8")

    out = run("list", "a.md").out

    assert "a.md:5" in out
    assert "https://site.org/a" in out


def test_nothing_is_written(run: Run, folder: Path) -> None:
    """Not even a reports folder."""
    (folder / "a.md").write_text(DRAFT, encoding="utf-8")
    run("list", "a.md")

    assert [path.name for path in folder.iterdir()] == ["a.md"]


@pytest.mark.skipif(not article.PRESENT, reason="the labelled article is not beside this checkout")
def test_the_article(run: Run) -> None:
    """25 addresses in 40 notes, 15 of which lean on another."""
    listed = rows(run, str(article.SEED / "article.txt"))
    notes = [row for row in listed if row["kind"] == "citation"]

    assert len(notes) == 40
    assert len({row["url"] for row in notes}) == 25
    assert sum(row["resolves_to"] is not None for row in notes) == 15
    assert sum(row["kind"] == "figure" for row in listed) == 14
