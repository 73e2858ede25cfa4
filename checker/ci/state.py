"""The memory between runs on a branch of its own: one commit without parents, so that it never grows.

Whoever saw more lately wins: where two runs end at once, the state of the one that began later stays. A
branch that holds anything else is never touched.
"""

from __future__ import annotations

import re
import tempfile
from contextlib import AbstractContextManager
from enum import StrEnum
from pathlib import Path

import msgspec

from checker.ci.git import Git
from checker.errors import OutputError, RemoteError, UsageError
from checker.patterns import regex

LEDGER, REPORT, NOTE = "ledger.sqlite", "report.json", "README.md"
FILES = (LEDGER, REPORT)
MAX_BYTES = 90 * 2**20
"""GitHub refuses files above 100 MiB (docs.github.com, 2026-11)."""
_ATTEMPTS = 5
_BRANCH = regex(r"[A-Za-z0-9][\w./-]*", re.ASCII)
_SQLITE = b"SQLite format 3\x00"
_ABOUT = b"""The memory of checker between two runs, written by the workflow that checks this repository's sources.
It is one commit, replaced each time. Deleting the branch makes checker forget what it saw.
"""


class Saved(StrEnum):
    """How saving ended."""

    WRITTEN = "written"
    NEWER_THERE = "a run that began later has left its state already"


def load(remote: str, branch: str, folder: Path, token: str = "") -> str:
    """Fetch the ledger into the reports folder; gives the commit of the state, empty where there is none yet.

    The report of the last run stays away: what lies in the folder after a run is to be of that run.

    Raises:
        RemoteError: the remote cannot be read. This is not the same as an empty memory.
        UsageError: the branch holds something else.
    """
    with _scratch() as place:
        git = _repository(place, remote, token)
        if not git.head_of(_checked(branch)):
            return ""
        commit = git.fetch(branch)
        _refuse_foreign(git, commit, branch)
        ledger = git.blob(commit, LEDGER, MAX_BYTES)
    put(folder, ledger)
    return commit


def save(remote: str, branch: str, folder: Path, *, loaded: str = "", token: str = "") -> Saved:
    """Put the state of the reports folder on the branch.

    Args:
        remote: the address of the repository.
        branch: its name; made if it is not there.
        folder: holds ``report.json`` and ``ledger.sqlite``.
        loaded: the commit this run began with, see :func:`load`.
        token: for pushing.

    Raises:
        RemoteError: it cannot be pushed, or others are faster each time.
        UsageError: the branch holds something else, or the folder no state.
    """
    files = {**state_of(folder), NOTE: _ABOUT}
    with _scratch() as place:
        git = _repository(place, remote, token)
        commit = git.commit(files, "The state of checker")
        for _ in range(_ATTEMPTS):
            there = git.head_of(_checked(branch))
            if there and there != loaded:
                there = git.fetch(branch)
                _refuse_foreign(git, there, branch)
                if _started(git.blob(there, REPORT, MAX_BYTES)) > _started(files[REPORT]):
                    return Saved.NEWER_THERE
            if git.push(commit, branch, lease=there):
                return Saved.WRITTEN
    raise RemoteError(f"the branch {branch} changed each time the state was about to be pushed; run it again")


def state_of(folder: Path) -> dict[str, bytes]:
    """The files of the state, of a size and kind that may be kept.

    Raises:
        UsageError: there is no report, or a file is not what its name says.
    """
    found = {}
    for name in FILES:
        path = folder / name
        if not path.is_file() or path.is_symlink():
            continue
        if path.stat().st_size > MAX_BYTES:
            raise UsageError(f"{path}: larger than {MAX_BYTES // 2**20} MB, too large to be kept on a branch")
        found[name] = path.read_bytes()
    if REPORT not in found:
        raise UsageError(f"{folder}: no {REPORT} there; run 'checker check' first or name --reports")
    if LEDGER in found and not found[LEDGER].startswith(_SQLITE):
        raise UsageError(f"{folder / LEDGER}: not a ledger")
    return found


def put(folder: Path, ledger: bytes | None) -> None:
    """Write the ledger into the reports folder, if there is one.

    Raises:
        OutputError: it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if ledger is not None:
            beside = folder / f".{LEDGER}.new"
            beside.write_bytes(ledger)
            beside.replace(folder / LEDGER)
    except OSError as error:
        raise OutputError(f"{folder}: cannot write there ({error.strerror}); choose another with --reports") from error


class _Run(msgspec.Struct):
    started: str = ""


class _Report(msgspec.Struct):
    run: _Run


def _started(report: bytes | None) -> str:
    """When the run of a report began, in a form that sorts; empty where it is no report."""
    try:
        return msgspec.json.decode(report or b"", type=_Report).run.started
    except msgspec.DecodeError:
        return ""


def _refuse_foreign(git: Git, commit: str, branch: str) -> None:
    names = set(git.run("ls-tree", "--name-only", "-z", commit).decode(errors="replace").split("\0")) - {""}
    parents = git.run("rev-list", "--parents", "--max-count=1", commit).split()[1:]
    if parents or not names <= {*FILES, NOTE} or REPORT not in names:
        raise UsageError(f"the branch {branch} holds something else than the state of checker; name another one")


def _repository(place: str, remote: str, token: str) -> Git:
    git = Git(Path(place), remote, token)
    git.init()
    return git


def _checked(branch: str) -> str:
    if not _BRANCH.fullmatch(branch):
        raise UsageError(f"'{branch}' is no name for a branch; use letters, digits, dots, hyphens and slashes")
    return branch


def _scratch() -> AbstractContextManager[str]:
    return tempfile.TemporaryDirectory(prefix="checker-state-")
