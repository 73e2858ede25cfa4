"""The state branch on a real remote: first run, second run, two at once, a lost branch, somebody else's branch."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from github_api import REPOSITORY, TOKEN, Service, github_api
from repositories import git

from checker.ci import fallback, state, steps
from checker.ci.api import Artifact
from checker.ci.git import Git
from checker.ci.state import Saved
from checker.ci.steps import Job
from checker.errors import CheckerError, RemoteError, UsageError
from checker.outputs import json as report_json
from reports import report

BRANCH = "checker-state"
OWN = {"repository_id": 1, "head_repository_id": 1, "head_branch": "main"}


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    """A bare repository with one commit on main."""
    bare, work = tmp_path / "remote.git", tmp_path / "work"
    git(tmp_path, "init", "--quiet", "--bare", "-b", "main", str(bare))
    git(tmp_path, "init", "--quiet", "-b", "main", str(work))
    (work / "a.md").write_text("text", encoding="utf-8")
    git(work, "add", ".")
    git(work, "commit", "--quiet", "-m", "first")
    git(work, "push", "--quiet", str(bare), "main")
    return bare


@pytest.fixture
def service() -> Iterator[Service]:
    """The stand-in for GitHub's API."""
    with github_api() as running:
        yield running


def reports(folder: Path, started: str = "2026-11-23T05:31:00Z") -> Path:
    """A reports folder of a run that began then."""
    folder.mkdir(exist_ok=True)
    text = report_json.render(report()).replace("2026-11-23T05:31:00Z", started)
    (folder / "report.json").write_text(text, encoding="utf-8")
    with sqlite3.connect(folder / "ledger.sqlite") as db:
        db.execute("CREATE TABLE IF NOT EXISTS t (x)")
        db.execute("INSERT INTO t VALUES (?)", (started,))
    db.close()
    return folder


def content(folder: Path) -> bytes:
    """The ledger in a folder."""
    return (folder / state.LEDGER).read_bytes()


def commits(remote: Path, branch: str = BRANCH) -> int:
    """How many commits the branch holds."""
    return int(git(remote, "rev-list", "--count", branch))


def test_first_run(remote: Path, tmp_path: Path) -> None:
    """No branch: nothing is loaded and that is no error; saving makes it."""
    assert state.load(str(remote), BRANCH, tmp_path / "here") == ""
    assert not (tmp_path / "here" / "report.json").exists()

    assert state.save(str(remote), BRANCH, reports(tmp_path / "run")) is Saved.WRITTEN

    assert commits(remote) == 1
    assert set(git(remote, "ls-tree", "--name-only", BRANCH).split()) == {"README.md", "ledger.sqlite", "report.json"}
    assert commits(remote, "main") == 1


def test_second_run(remote: Path, tmp_path: Path) -> None:
    """What was saved comes back byte for byte; the branch still holds one commit."""
    first = reports(tmp_path / "first")
    state.save(str(remote), BRANCH, first)

    loaded = state.load(str(remote), BRANCH, tmp_path / "second")
    assert content(tmp_path / "second") == content(first)
    assert not (tmp_path / "second" / "report.json").exists()

    second = reports(tmp_path / "second", "2026-11-30T05:31:00Z")
    assert state.save(str(remote), BRANCH, second, loaded=loaded) is Saved.WRITTEN
    assert commits(remote) == 1
    state.load(str(remote), BRANCH, tmp_path / "third")
    assert content(tmp_path / "third") == content(second)


def test_it_does_not_grow(remote: Path, tmp_path: Path) -> None:
    """After many runs and git's own clean-up, one state is left."""
    loaded = ""
    for day in range(10, 20):
        state.save(str(remote), BRANCH, reports(tmp_path / "run", f"2026-11-{day}T05:31:00Z"), loaded=loaded)
        loaded = state.load(str(remote), BRANCH, tmp_path / "run")
    git(remote, "gc", "--quiet", "--prune=now")

    assert int(git(remote, "rev-list", "--all", "--count")) == 2


def test_two_at_once_the_later_began_stays(remote: Path, tmp_path: Path) -> None:
    """Both loaded the same state; whoever comes second, the run that began later is what is kept."""
    state.save(str(remote), BRANCH, reports(tmp_path / "old"))
    loaded = state.load(str(remote), BRANCH, tmp_path / "x")
    early = reports(tmp_path / "early", "2026-11-30T05:31:00Z")
    late = reports(tmp_path / "late", "2026-11-30T05:40:00Z")

    assert state.save(str(remote), BRANCH, late, loaded=loaded) is Saved.WRITTEN
    assert state.save(str(remote), BRANCH, early, loaded=loaded) is Saved.NEWER_THERE
    state.load(str(remote), BRANCH, tmp_path / "after")
    assert content(tmp_path / "after") == content(late)

    later = reports(tmp_path / "later", "2026-11-30T05:50:00Z")
    assert state.save(str(remote), BRANCH, later, loaded=loaded) is Saved.WRITTEN


@pytest.mark.parametrize("mine", ["2026-12-01T05:31:00Z", "2026-11-29T05:31:00Z"])
def test_a_push_in_between(remote: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mine: str) -> None:
    """Another run pushes between our look and our push: git refuses, we look again, and the later one stays."""
    state.save(str(remote), BRANCH, reports(tmp_path / "old"))
    loaded = state.load(str(remote), BRANCH, tmp_path / "x")
    other = reports(tmp_path / "other", "2026-11-30T05:31:00Z")
    push = Git.push
    pushed: list[str] = []

    def slow(self: Git, commit: str, branch: str, *, lease: str) -> bool:
        if not pushed:
            pushed.append(branch)
            state.save(str(remote), BRANCH, other, loaded=loaded)
        return push(self, commit, branch, lease=lease)

    monkeypatch.setattr(Git, "push", slow)
    ended = state.save(str(remote), BRANCH, reports(tmp_path / "mine", mine), loaded=loaded)

    assert ended is (Saved.WRITTEN if mine > "2026-11-30" else Saved.NEWER_THERE)
    state.load(str(remote), BRANCH, tmp_path / "after")
    assert content(tmp_path / "after") == content(tmp_path / ("mine" if ended is Saved.WRITTEN else "other"))
    assert commits(remote) == 1


def test_a_lost_branch_is_made_again(remote: Path, tmp_path: Path) -> None:
    """It was there when the run began and was deleted since."""
    state.save(str(remote), BRANCH, reports(tmp_path / "run"))
    loaded = state.load(str(remote), BRANCH, tmp_path / "run")
    git(remote, "branch", "-D", BRANCH)

    assert state.save(str(remote), BRANCH, tmp_path / "run", loaded=loaded) is Saved.WRITTEN
    assert commits(remote) == 1


def packed(files: dict[str, bytes]) -> bytes:
    """A zip file."""
    packet = io.BytesIO()
    with zipfile.ZipFile(packet, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packet.getvalue()


def job(service: Service) -> Job:
    """The job of a scheduled run on main."""
    return Job(repository=REPOSITORY, token=TOKEN, api=service.url, default_branch="main")


def test_a_lost_branch_falls_back_to_the_artifact(remote: Path, tmp_path: Path, service: Service) -> None:
    """The newest artifact of our own main branch brings the memory back; the store it lies in gets no token."""
    reports(tmp_path / "old")
    old = {name: (tmp_path / "old" / name).read_bytes() for name in state.FILES}
    service.artifacts = [
        {"id": 1, "name": BRANCH, "created_at": "2026-11-09T00:00:00Z", "workflow_run": OWN},
        {"id": 2, "name": BRANCH, "created_at": "2026-11-16T00:00:00Z", "workflow_run": OWN},
        {"id": 3, "name": "other", "created_at": "2026-11-23T00:00:00Z", "workflow_run": OWN},
    ]
    service.archives = {2: packed(old)}

    said = steps.recall(job(service), str(remote), BRANCH, tmp_path / "new", BRANCH)

    assert "artifact 2" in said
    assert content(tmp_path / "new") == old[state.LEDGER]
    assert service.tokens[-1] is None


FOREIGN: list[dict[str, Any]] = [
    {"workflow_run": {**OWN, "head_repository_id": 2}},
    {"workflow_run": {**OWN, "head_branch": "patch-1"}},
    {"workflow_run": {**OWN, "head_repository_id": None, "repository_id": None}},
    {"workflow_run": None},
    {"workflow_run": OWN, "expired": True},
]


@pytest.mark.parametrize("facts", FOREIGN)
def test_nobody_elses_artifact(remote: Path, tmp_path: Path, service: Service, facts: dict[str, Any]) -> None:
    """One of a fork, of a pull request, of nobody knows whom, or expired, is not even downloaded."""
    service.artifacts = [{"id": 1, "name": BRANCH, "created_at": "2026-11-09T00:00:00Z", **facts}]

    said = steps.recall(job(service), str(remote), BRANCH, tmp_path / "new", BRANCH)

    assert "without a memory" in said
    assert [path for _, path in service.asked] == [f"/repos/{REPOSITORY}/actions/artifacts"]


def test_odd_archives(tmp_path: Path) -> None:
    """Names with folders, names of others, bombs and things that are no zip file leave nothing behind."""
    bomb = packed({"report.json": b"\0" * (state.MAX_BYTES + 1)})
    evil = packed({"../report.json": b"x", "/ledger.sqlite": b"x", "a/report.json": b"x", "sources.yml": b"x"})

    assert len(bomb) < 2**20
    assert [fallback.unpacked(one) for one in (bomb, evil, b"", b"PK\x03\x04", b"x" * 100)] == [{}] * 5
    assert fallback.newest([Artifact(1, BRANCH)], "main") is None


@pytest.mark.parametrize("branch", ["main", "docs"])
def test_somebody_elses_branch_is_never_touched(remote: Path, tmp_path: Path, branch: str) -> None:
    """A branch with anything else in it, or with a history, is refused, for loading and for saving."""
    git(tmp_path / "work", "push", "--quiet", str(remote), "main:docs")
    before = git(remote, "rev-parse", branch)

    with pytest.raises(UsageError, match="something else"):
        state.load(str(remote), branch, tmp_path / "x")
    with pytest.raises(UsageError, match="something else"):
        state.save(str(remote), branch, reports(tmp_path / "run"))

    assert git(remote, "rev-parse", branch) == before


def test_a_symbolic_link_in_the_state(remote: Path, tmp_path: Path) -> None:
    """What lies on the branch is written as plain files in the folder, never followed."""
    work = tmp_path / "evil"
    git(tmp_path, "init", "--quiet", "-b", BRANCH, str(work))
    (work / "report.json").write_text("{}", encoding="utf-8")
    (work / "ledger.sqlite").symlink_to("/etc/hostname")
    git(work, "add", ".")
    git(work, "commit", "--quiet", "-m", "x")
    git(work, "push", "--quiet", str(remote), BRANCH)

    state.load(str(remote), BRANCH, tmp_path / "here")

    assert not (tmp_path / "here" / "ledger.sqlite").is_symlink()
    assert content(tmp_path / "here") == b"/etc/hostname"


def test_an_unreachable_remote_is_no_empty_memory(tmp_path: Path) -> None:
    """An error, so that the run stops rather than begin anew and forget."""
    with pytest.raises(RemoteError):
        state.load(str(tmp_path / "nowhere.git"), BRANCH, tmp_path / "x")
    with pytest.raises(RemoteError):
        state.save(str(tmp_path / "nowhere.git"), BRANCH, reports(tmp_path / "run"))


def test_a_remote_that_refuses(remote: Path, tmp_path: Path) -> None:
    """A protected branch: the reason is told, nothing is tried for ever."""
    hook = remote / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho this branch is protected\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)

    with pytest.raises(RemoteError, match="push failed"):
        state.save(str(remote), BRANCH, reports(tmp_path / "run"))


def odd(folder: Path, what: str) -> None:
    """Make something of the state unfit to be kept."""
    if what == "no report":
        (folder / "report.json").unlink()
    elif what == "link":
        (folder / "report.json").unlink()
        (folder / "report.json").symlink_to("/etc/hostname")
    elif what == "not a ledger":
        (folder / "ledger.sqlite").write_bytes(b"text")
    else:
        with (folder / "ledger.sqlite").open("r+b") as file:
            file.truncate(state.MAX_BYTES + 1)


@pytest.mark.parametrize("what", ["no report", "link", "not a ledger", "too large"])
def test_what_is_not_kept(remote: Path, tmp_path: Path, what: str) -> None:
    """The writing job takes nothing from the other job that is not what it says it is."""
    folder = reports(tmp_path / "run")
    odd(folder, what)

    with pytest.raises(UsageError):
        state.save(str(remote), BRANCH, folder)

    assert BRANCH not in git(remote, "branch", "--list")


@pytest.mark.parametrize("name", ["--upload-pack=touch${IFS}x", "a b", "-x", "../x"])
def test_odd_branch_names(remote: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name is a name, never an option of git or a command."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CheckerError):
        state.save(str(remote), name, reports(tmp_path / "run"))

    assert not (tmp_path / "x").exists()


def test_the_token_is_in_no_argument() -> None:
    """It travels by variables, for the remote's own host only."""
    git_ = Git(Path(), "https://github.com/owner/site.git", TOKEN)
    elsewhere = Git(Path(), "/a/path", TOKEN)

    assert git_._environment["GIT_CONFIG_KEY_0"] == "http.https://github.com/.extraheader"
    assert "GIT_CONFIG_VALUE_0" not in elsewhere._environment
