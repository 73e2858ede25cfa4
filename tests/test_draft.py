"""``checker init``: a sources.yml out of the documents' own citations, ready to be edited."""

from pathlib import Path

import article
import pytest
from hypothesis import given
from hypothesis import strategies as st
from terminal import Run

from checker.config import load, parse
from checker.draft import scalar, slug, written

DRAFT = """\
Trade came to $11.07 billion in 2017.[1] The loan was 12 % in 2018.[2] So it is said.[3]

[1] Ada Brook and Carl D'Arc, “A bridge: over,” The Site, May 1, 2019, accessed September 2, 2019, https://site.org/a,b.
[2] Ada Brook, “Another,” The Site, 2019, https://site.org/b#x.
[3] “Nobody’s,” https://www.nobody.org/?a=b.
"""


def test_a_draft_can_be_used_as_it_stands(run: Run, folder: Path) -> None:
    """Ids by surname and year, fields as cited, figures backed by their notes; and check reads it."""
    (folder / "a.txt").write_text(DRAFT, encoding="utf-8")

    ended = run("init", "a.txt")
    config = load(folder / "sources.yml")

    assert ended.code == 0
    assert [source.id for source in config.sources] == ["brook-2019", "brook-2019b", "nobody"]
    first = config.sources[0]
    assert (first.title, first.authors, first.container) == ("A bridge: over", ("Ada Brook", "Carl D'Arc"), "The Site")
    assert (first.url, str(first.published), str(first.accessed)) == (
        "https://site.org/a,b",
        "2019-05-01",
        "2019-09-02",
    )
    assert [(one.id, str(one.as_of), one.source) for one in config.figures] == [
        ("brook-2019-11-07-billion-usd", "2017", "brook-2019"),
        ("brook-2019b-12-percent", "2018", "brook-2019b"),
    ]
    assert run("check", "--offline").code == 0


def test_what_is_there_is_never_overwritten(run: Run, folder: Path) -> None:
    """A sources.yml is somebody's work."""
    (folder / "a.txt").write_text(DRAFT, encoding="utf-8")
    (folder / "sources.yml").write_text("version: 1\n", encoding="utf-8")

    ended = run("init", "a.txt")

    assert ended.code == 2
    assert (folder / "sources.yml").read_text(encoding="utf-8") == "version: 1\n"


@pytest.mark.parametrize("arguments", [[], ["missing.txt"], ["empty.txt"]])
def test_nothing_to_draft_from(run: Run, folder: Path, arguments: list[str]) -> None:
    """An error that says so, and no file."""
    (folder / "empty.txt").write_text("Nothing here.", encoding="utf-8")

    assert run("init", *arguments).code == 2
    assert not (folder / "sources.yml").exists()


@given(st.text(min_size=1, max_size=60).filter(lambda text: text.isprintable() and text.strip()))
def test_every_text_survives(text: str) -> None:
    """Whatever a title holds, YAML gives it back, blanks aside."""
    config = parse(f"version: 1\nsources:\n  a:\n    url: https://a.org/\n    title: {scalar(text)}\n", "x")

    assert config.sources[0].title == " ".join(text.split())


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [(11070000000, "USD", "11.07 billion USD"), (40000000000, "m3", "40 billion m3"), (12, "%", "12 %"), (43833, "deaths", "43833 deaths")],
)  # fmt: skip
def test_quantities(value: int, unit: str, text: str) -> None:
    """As sources.yml reads them."""
    assert written(value, unit) == text


@pytest.mark.parametrize(
    ("text", "short"), [("Kozhanová", "kozhanova"), ("The Asian Forum", "the-asian-forum"), ("河", "")]
)
def test_slugs(text: str, short: str) -> None:
    """ASCII, or nothing."""
    assert slug(text) == short


@pytest.mark.skipif(not article.PRESENT, reason="the labelled article is not beside this checkout")
def test_the_article(run: Run, folder: Path) -> None:
    """25 sources and 14 figures, of which those without a stated date are one-off."""
    (folder / "article.txt").write_text(article.text(), encoding="utf-8")
    run("init", "article.txt")
    config = load(folder / "sources.yml")

    assert len(config.sources) == 25
    assert len(config.figures) == 14
    assert "kozhanova-2019" in {source.id for source in config.sources}
