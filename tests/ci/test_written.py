"""``checker init --github`` and ``--gitlab``: what they write is whole, safe and says where it comes from."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from terminal import Run

from checker import about

COMMIT = "0123456789abcdef0123456789abcdef01234567"
GITHUB = ".github/workflows/check-sources.yml"
GITLAB = ".gitlab/check-sources.yml"
ROOT = Path(__file__).parent.parent.parent


def read(path: str) -> dict[str, Any]:
    """A file that was written; the key ``on`` is a truth value in YAML 1.1."""
    shape: dict[Any, Any] = yaml.safe_load(Path(path).read_text(encoding="utf-8"))
    return {"on" if key is True else key: value for key, value in shape.items()}


def test_the_workflow(run: Run, folder: Path) -> None:
    """Once a week at an odd minute, by hand and for pull requests; nothing granted but to the one job."""
    ended = run("init", "--github", "--ref", COMMIT)
    shape = read(GITHUB)
    (job,) = shape["jobs"].values()
    minute = shape["on"]["schedule"][0]["cron"].split()[0]

    assert ended.code == 0
    assert COMMIT in ended.err
    assert int(minute) % 2 == 1
    assert {"workflow_dispatch", "pull_request", "schedule"} == set(shape["on"])
    assert shape["permissions"] == {}
    assert job["uses"].endswith(f"/.github/workflows/check-sources.yml@{COMMIT}")
    assert "with" not in job


def test_what_it_calls_is_there(run: Run, folder: Path) -> None:
    """Each workflow it calls is one of this repository, takes these inputs, and asks for no more than is granted."""
    run("init", "--github", "--ref", COMMIT, "--with", "page", "--with", "fixes", "docs")
    repository = about.PROJECT_URL.removeprefix("https://github.com/")

    for job in read(GITHUB)["jobs"].values():
        name = re.fullmatch(rf"{repository}/(\.github/workflows/[\w-]+\.yml)@{COMMIT}", job["uses"])
        assert name
        called = read(str(ROOT / name[1]))
        call = called["on"]["workflow_call"] or {}
        assert set(job.get("with", {})) <= set(call.get("inputs", {}))
        asked = [one for inner in called["jobs"].values() for one in inner["permissions"].items()]
        granted = job["permissions"]
        assert all(
            granted.get(scope) in (level, "write") for scope, level in asked if scope != "contents" or level != "read"
        )


def test_paths(run: Run, folder: Path) -> None:
    """They arrive one a line, as they were given."""
    run("init", "--github", "--ref", COMMIT, "--", "docs", "a b.md", "it's # one: odd.md", "- x")

    assert read(GITHUB)["jobs"]["sources"]["with"]["paths"] == "docs\na b.md\nit's # one: odd.md\n- x\n"


@pytest.mark.parametrize("path", ["a\nb", "${{ github.token }}", " a", "\x1b"])
def test_paths_that_cannot_be_written(run: Run, folder: Path, path: str) -> None:
    """They are refused before anything is written."""
    assert run("init", "--github", "--", path).code == 2
    assert run("init", "--gitlab", "--", path).code == 2
    assert not list(folder.iterdir())


@pytest.mark.parametrize("path", ["a b", "$(x)", "a;b", "*", '"'])
def test_paths_that_gitlab_would_split(run: Run, folder: Path, path: str) -> None:
    """GitLab's variables are split by the shell."""
    assert run("init", "--gitlab", "--", path).code == 2


def test_the_pipeline(run: Run, folder: Path) -> None:
    """JUnit and Pages; installed from the lock, at a commit."""
    ended = run("init", "--gitlab", "--ref", COMMIT, "docs")
    shape = read(GITLAB)

    assert ended.code == 0
    assert shape[".checker"]["variables"]["CHECKER_COMMIT"] == COMMIT
    assert shape["check-sources"]["artifacts"]["reports"] == {"junit": "junit.xml"}
    assert shape["pages"]["artifacts"]["paths"] == ["public"]
    assert "--require-hashes" in str(shape[".checker"]["before_script"])
    assert "@" not in re.sub(r"[\w.]+@[\w.]+", "", Path(GITLAB).read_text(encoding="utf-8"))


@pytest.mark.parametrize(("service", "path"), [("--github", GITHUB), ("--gitlab", GITLAB)])
def test_what_is_there_stays(run: Run, folder: Path, service: str, path: str) -> None:
    """A file of that name is never overwritten."""
    Path(path).parent.mkdir(parents=True)
    Path(path).write_text("mine", encoding="utf-8")

    assert run("init", service).code == 2
    assert Path(path).read_text(encoding="utf-8") == "mine"


def test_a_tag_is_told_to_be_one(run: Run, folder: Path) -> None:
    """A tag can be moved, so the command says how to name a commit."""
    assert "--ref" in run("init", "--github", "--ref", "v1.2.3").err


@pytest.mark.parametrize("ref", ["", "-x", "a b", "a\nb", "${{x}}", "main;rm"])
def test_odd_refs(run: Run, folder: Path, ref: str) -> None:
    """Neither commit nor tag: refused, or as if none was given."""
    ended = run("init", "--github", f"--ref={ref}")

    assert ended.code == (2 if ref else 0)


def test_extras_are_for_github(run: Run, folder: Path) -> None:
    """They are refused where they would do nothing."""
    assert run("init", "--gitlab", "--with", "page").code == 2


def test_the_hook_covers_what_is_read() -> None:
    """The hook's files are those that a walk reads; JSON and PDF apart."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

    for name in ("a.md", "A.MD", "x/a.rst", "a.tex", "a.ipynb", "a.bib", "a.txt", "a.html", "a.htm", "a.docx"):
        assert re.search(hook["files"], name), name
    for name in ("a.py", "amd", "a.json", "a.md.bak", "LICENSE"):
        assert not re.search(hook["files"], name), name


def test_the_hook_leaves_nothing_behind(run: Run, folder: Path) -> None:
    """Its command fails on an address that cannot be checked, passes else, and writes nothing."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    words = hook["entry"].split()[1:]
    (folder / "good.md").write_text("[x](https://site.org/)", encoding="utf-8")
    (folder / "none.md").write_text("no citation", encoding="utf-8")
    (folder / "sources.yml").write_text("version: 1\nsources:\n  a: {url: 'http://:bad'}\n", encoding="utf-8")
    (folder / "bad.md").write_text("[x](http://:bad)", encoding="utf-8")
    before = sorted(folder.iterdir())

    assert run(*words, "good.md").code == 0
    assert run(*words, "none.md").code == 0
    bad = run(*words, "bad.md")
    assert bad.code == 1, bad
    assert "bad.md" in bad.out
    assert sorted(folder.iterdir()) == before
