"""The pull request with fixes: a real checkout and remote, a stand-in for GitHub's API."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from github_api import REPOSITORY, TOKEN, Service, github_api
from repositories import commit, git

from checker.ci import request, steps
from checker.ci.steps import Job
from checker.errors import CheckerError


@pytest.fixture
def service() -> Iterator[Service]:
    """The stand-in."""
    with github_api() as running:
        yield running


@pytest.fixture
def remote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bare repository; its checkout is the working directory."""
    bare, work = tmp_path / "remote.git", tmp_path / "work"
    work.mkdir()
    git(tmp_path, "init", "--quiet", "--bare", str(bare))
    commit(work, {"a.md": "old\n", "b.md": "old\n"})
    git(work, "push", "--quiet", str(bare), "main")
    monkeypatch.chdir(work)
    return bare


def propose(service: Service, remote: Path) -> str:
    """One run of the step."""
    job = Job(repository=REPOSITORY, token=TOKEN, api=service.url, default_branch="main")
    return steps.propose(job, str(remote), request.BRANCH, pause=0)


def test_opened_then_silent_then_updated_then_closed(service: Service, remote: Path) -> None:
    """One branch and one request all the time."""
    Path("a.md").write_text("mended\n", encoding="utf-8")
    Path("report.json").write_text("untracked", encoding="utf-8")
    assert "Opened" in propose(service, remote)
    assert git(remote, "diff", "--name-only", "main", request.BRANCH).split() == ["a.md"]
    (one,) = service.pulls
    assert (one["head"], one["base"]) == (request.BRANCH, "main")
    assert "`a.md`" in one["body"]
    assert "close and reopen" in one["body"]

    git(Path(), "reset", "--quiet")
    written = list(service.written)
    assert "already" in propose(service, remote)
    assert service.written == written

    Path("b.md").write_text("mended\n", encoding="utf-8")
    assert "Updated" in propose(service, remote)
    assert "`b.md`" in service.pulls[0]["body"]
    assert git(remote, "rev-list", "--count", f"main..{request.BRANCH}").strip() == "1"

    git(Path(), "checkout", "--quiet", "--force", "HEAD", "--", ".")
    assert "closed" in propose(service, remote)
    assert [one["state"] for one in service.pulls] == ["closed"]


def test_nothing_to_mend(service: Service, remote: Path) -> None:
    """No branch, no request."""
    assert propose(service, remote) == "Nothing to mend."
    assert not service.written
    assert request.BRANCH not in git(remote, "branch", "--list")


def test_somebody_elses_work_is_left(service: Service, remote: Path) -> None:
    """A person has committed to the branch: it is theirs now."""
    Path("a.md").write_text("mended\n", encoding="utf-8")
    propose(service, remote)
    git(Path(), "stash", "--quiet")
    git(Path(), "fetch", "--quiet", str(remote), request.BRANCH)
    git(Path(), "checkout", "--quiet", "-b", "theirs", "FETCH_HEAD")
    commit(Path(), {"a.md": "mended better\n"})
    git(Path(), "push", "--quiet", str(remote), f"theirs:{request.BRANCH}")
    git(Path(), "checkout", "--quiet", "main")
    before = git(remote, "rev-parse", request.BRANCH)

    Path("b.md").write_text("mended\n", encoding="utf-8")

    assert "left to them" in propose(service, remote)
    assert git(remote, "rev-parse", request.BRANCH) == before


def test_hostile_names(service: Service, remote: Path) -> None:
    """File names are code in the body, whatever they hold."""
    name = "`@everyone` <!-- ::error::.md"
    commit(Path(), {name: "old"})
    Path(name).write_text("mended", encoding="utf-8")

    propose(service, remote)

    assert f"- `` {name} ``" in service.pulls[0]["body"]


def test_without_a_checkout_or_a_branch(service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Clear errors."""
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    with pytest.raises(CheckerError, match="not a git checkout"):
        propose(service, tmp_path)
    with pytest.raises(CheckerError, match="DEFAULT_BRANCH"):
        steps.propose(Job(repository=REPOSITORY, token=TOKEN), "x", "y")
