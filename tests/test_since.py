"""``check --since``: a change is judged by what it adds, and nothing else of the repository can fail it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from local_web import Web, local_web
from repositories import commit, git
from terminal import Ended, Run

OLD = "[a](SITE/gone-1) [b](SITE/page)\n"


@pytest.fixture
def web() -> Iterator[Web]:
    """Paths with ``gone`` in them are 404."""
    with local_web() as known:
        yield known


def put(folder: Path, web: Web, files: dict[str, str | None]) -> str:
    """Commit files in which SITE is the local web."""
    return commit(folder, {name: text and text.replace("SITE", web.url) for name, text in files.items()})


def check(run: Run, *arguments: str) -> Ended:
    """Check against the local web alone."""
    return run("check", *arguments, "--allow-net", "127.77.0.0/16", "--no-archive", "--rate", "0", "--format", "github")


def told(folder: Path) -> dict[str, tuple[str, str]]:
    """Verdict and reason of each source of the report, by the end of its address."""
    known = json.loads((folder / "reports/report.json").read_text(encoding="utf-8"))
    return {one["url"].rpartition("/")[2]: (one["verdict"], one["reason"]) for one in known["sources"]}


def test_only_what_is_added_is_asked_and_can_fail(run: Run, folder: Path, web: Web) -> None:
    """A page that was cited before is neither asked nor told, though it is gone; the new one fails the run."""
    base = put(folder, web, {"a.md": OLD, "b.md": "[c](SITE/gone-2)\n"})
    put(folder, web, {"a.md": "One line more.\n\n" + OLD + "\n[new](SITE/gone-3) [fine](SITE/new)\n"})

    ended = check(run, ".", "--since", base)

    assert ended.code == 1
    assert sorted(web.asked) == ["/gone-3", "/new"]
    assert told(folder)["gone-1"] == ("skipped", "not-selected")
    assert "gone-2" not in told(folder)
    assert "gone-3" in ended.out
    assert ended.out.count("::error") == 1
    assert "file=a.md,line=5" in ended.out


def test_other_peoples_breakage_is_not_mine(run: Run, folder: Path, web: Web) -> None:
    """A change that adds nothing passes, whatever is gone around it."""
    base = put(folder, web, {"a.md": OLD, "b.md": "[c](SITE/gone-2)\n"})
    put(folder, web, {"a.md": OLD + "\nA sentence.\n", "c.txt": "no citation"})

    ended = check(run, ".", "--since", base)

    assert (ended.code, ended.out, web.asked) == (0, "", [])


@pytest.mark.parametrize("change", [{"a.md": None, "new/name.md": OLD}, {"a.md": "gone from here\n", "b.md": OLD}])
def test_moved_is_not_added(run: Run, folder: Path, web: Web, change: dict[str, str | None]) -> None:
    """A renamed document, and a paragraph that went from one document to another, add nothing."""
    base = put(folder, web, {"a.md": OLD})
    put(folder, web, change)

    assert check(run, ".", "--since", base).code == 0
    assert not web.asked


def test_a_spelling_is_no_new_source(run: Run, folder: Path, web: Web) -> None:
    """The same address written otherwise was there before."""
    base = put(folder, web, {"a.md": OLD})
    put(folder, web, {"a.md": f"<{web.url.upper()}/gone-1>\n"})

    assert check(run, "a.md", "--since", base).code == 0


def test_what_is_not_committed_yet_counts(run: Run, folder: Path, web: Web) -> None:
    """An author before the first commit of a draft: changed and new files alike."""
    put(folder, web, {"a.md": OLD})
    (folder / "a.md").write_text(f"[x]({web.url}/gone-4)", encoding="utf-8")
    (folder / "draft.md").write_text(f"[x]({web.url}/gone-5)", encoding="utf-8")

    assert check(run, ".", "--since", "HEAD").code == 1
    assert sorted(set(web.asked)) == ["/gone-4", "/gone-5"]


def test_from_where_the_branch_left(run: Run, folder: Path, web: Web) -> None:
    """What main got in the meantime is not what this branch changed."""
    put(folder, web, {"a.md": OLD})
    git(folder, "checkout", "--quiet", "-b", "mine")
    put(folder, web, {"b.md": "[x](SITE/new)"})
    git(folder, "checkout", "--quiet", "main")
    put(folder, web, {"a.md": "replaced\n"})
    git(folder, "checkout", "--quiet", "mine")

    assert check(run, ".", "--since", "main").code == 0
    assert web.asked == ["/new"]


def test_entries_of_sources_yml(run: Run, folder: Path, web: Web) -> None:
    """A new entry is asked although no document cites it; the old ones are not, whatever else changed."""
    entry = "  {0}: {{url: SITE/{0}}}\n"
    figure = "figures:\n  old: {value: 7 USD, as_of: 2001}\n"
    head = "version: 1\nsources:\n" + entry.format("gone-1")
    base = put(folder, web, {"sources.yml": head + figure})
    put(folder, web, {"sources.yml": head + entry.format("gone-2") + figure})

    ended = check(run, "--since", base, "--fail-on", "dead stale")

    assert ended.code == 1
    assert set(web.asked) == {"/gone-2"}
    assert set(told(folder)) == {"gone-2"}
    assert "stale" not in ended.out


def test_a_figure_that_is_added(run: Run, folder: Path, web: Web) -> None:
    """A stale figure fails the change that declares it, not the one after."""
    base = put(folder, web, {"sources.yml": "version: 1\n"})
    after = put(folder, web, {"sources.yml": "version: 1\nfigures:\n  old: {value: 7 USD, as_of: 2001}\n"})

    assert check(run, "--since", base, "--fail-on", "stale").code == 1
    put(folder, web, {"a.md": "text"})
    assert check(run, "--since", after, "--fail-on", "stale").code == 0


def test_a_broken_sources_yml_before(run: Run, folder: Path, web: Web) -> None:
    """What cannot be read at the base held nothing."""
    base = put(folder, web, {"sources.yml": "version: [\n"})
    put(folder, web, {"sources.yml": "version: 1\nsources:\n  a: {url: SITE/gone-1}\n"})

    assert check(run, "--since", base).code == 1


def test_nothing_of_the_memory_is_touched(run: Run, folder: Path, web: Web) -> None:
    """A partial run: no strikes, no new, no fixed."""
    base = put(folder, web, {"a.md": OLD})
    put(folder, web, {"a.md": OLD + "[n](SITE/gone-3)\n"})
    check(run, ".", "--since", base)

    known = json.loads((folder / "reports/report.json").read_text(encoding="utf-8"))
    assert known["run"]["scope"] == "partial"
    assert (known["summary"]["new"], known["summary"]["fixed"]) == (0, 0)


@pytest.mark.parametrize("ref", ["nowhere", "-h", "--output=x", "HEAD:a.md", ""])
def test_an_unknown_commit(run: Run, folder: Path, web: Web, ref: str) -> None:
    """One line that says so, code 2, never an option of git."""
    put(folder, web, {"a.md": OLD})

    ended = check(run, "a.md", f"--since={ref}")

    assert ended.code == 2
    assert ended.err.count("\n") == 1
    assert not (folder / "x").exists()


def test_outside_of_a_checkout(run: Run, folder: Path) -> None:
    """Nothing to compare with: said plainly."""
    (folder / "a.md").write_text("text https://site.org/", encoding="utf-8")

    assert check(run, "a.md", "--since", "main").code == 2


@pytest.mark.parametrize("name", ["a b.md", "ü:::error::x.md", "-x.md", 'q"uote.md', "line\nbreak.md", "%0A::x.md"])
def test_odd_file_names(run: Run, folder: Path, web: Web, name: str) -> None:
    """They are found, compared, and shown without acting."""
    base = put(folder, web, {name: OLD})
    put(folder, web, {name: OLD + "[n](SITE/gone-3)\n"})

    ended = check(run, ".", "--since", base)

    assert ended.code == 1
    assert web.asked == ["/gone-3", "/gone-3"] or web.asked == ["/gone-3"]
    assert all(
        line.startswith(("::error file=", "::notice file=", "::warning file=")) for line in ended.out.splitlines()
    )
