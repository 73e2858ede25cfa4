"""What changed in a checkout since a commit, and what files held there: git at its edge, nothing decided."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from checker.ci.git import Git
from checker.errors import UsageError

MAX_BYTES = 32 * 2**20


class Changes(Struct, frozen=True):
    """The files that differ from a commit: their absolute paths, and their names in it where they were there."""

    commit: str
    git: Git
    files: Mapping[Path, str | None]

    def old(self, path: Path) -> bytes | None:
        """What a changed file held; None where it is new."""
        name = self.files.get(path)
        return None if name is None else self.git.blob(self.commit, name, MAX_BYTES)


def changes(ref: str, folder: Path) -> Changes:
    """Compare the checkout around a folder with the point where it left ``ref``.

    Raises:
        UsageError: not a checkout, or no such commit in it.
    """
    code, top, _ = Git(folder).attempt("rev-parse", "--show-toplevel")
    if code:
        raise UsageError(f"{folder}: not in a git checkout, so nothing can be compared with {ref}")
    root = Path(os.fsdecode(top.rstrip(b"\n")))
    git = Git(root)
    code, found, _ = git.attempt("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    if code:
        raise UsageError(
            f"'{ref}' is no commit of this checkout; name a branch or commit (in CI, fetch enough history for it)"
        )
    commit = found.decode().strip()
    code, left, _ = git.attempt("merge-base", commit, "HEAD")
    if code == 0:
        commit = left.decode().strip()
    return Changes(commit, git, _changed(git, root, commit))


def _changed(git: Git, root: Path, commit: str) -> dict[Path, str | None]:
    """Renamed files with their old names; files that git does not know yet are new."""
    diff = ("diff", "--no-ext-diff", "--no-textconv", "--name-status", "--find-renames", "-z", commit, "--")
    words = iter(git.run(*diff).split(b"\0"))
    files: dict[Path, str | None] = {}
    for status in words:
        match status[:1]:
            case b"R" | b"C":
                old = os.fsdecode(next(words))
                files[root / os.fsdecode(next(words))] = old
            case b"A":
                files[root / os.fsdecode(next(words))] = None
            case b"":
                break
            case _:
                name = os.fsdecode(next(words))
                files[root / name] = name
    for new in git.run("ls-files", "--others", "--exclude-standard", "-z").split(b"\0"):
        if new:
            files[root / os.fsdecode(new)] = None
    return files
