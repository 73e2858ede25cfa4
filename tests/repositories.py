"""Real git repositories in a folder."""

from __future__ import annotations

import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str) -> str:
    """Run git as a user does."""
    who = ("-c", "user.name=A", "-c", "user.email=a@site.org", "-c", "init.defaultBranch=main")
    command = ["git", *who, *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout  # noqa: S603  # our own words


def commit(folder: Path, files: dict[str, str | None], message: str = "change") -> str:
    """Write or (None) delete files and commit that; gives the commit."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet")
    for name, text in files.items():
        path = folder / name
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    git(folder, "add", "--all", ".")
    git(folder, "commit", "--quiet", "--allow-empty", "-m", message)
    return git(folder, "rev-parse", "HEAD").strip()
