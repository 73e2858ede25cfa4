"""Where the files of a checkout can be looked at on the web, as far as the CI system tells. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote, urlsplit


def browse(environment: Mapping[str, str], here: Path) -> str | None:
    """The beginning of the addresses of files below ``here``, at the commit that is checked out; None elsewhere.

    The variables are those of GitHub Actions and of GitLab CI (their documentation, 2026-11). Files are shown
    as written (``?plain=1``) with a line as the fragment, by both.
    """
    if environment.get("GITHUB_ACTIONS"):
        server, name = environment.get("GITHUB_SERVER_URL", ""), environment.get("GITHUB_REPOSITORY", "")
        project, commit, blob = f"{server}/{name}", environment.get("GITHUB_SHA", ""), "blob"
        root = environment.get("GITHUB_WORKSPACE", "")
    else:
        project, commit, blob = environment.get("CI_PROJECT_URL", ""), environment.get("CI_COMMIT_SHA", ""), "-/blob"
        root = environment.get("CI_PROJECT_DIR", "")
    if urlsplit(project).scheme != "https" or not commit or not root or not here.is_relative_to(root):
        return None
    below = here.relative_to(root).as_posix()
    folder = "" if below == "." else f"{quote(below)}/"
    return f"{project}/{blob}/{quote(commit, safe='')}/{folder}"


def line_address(browse: str | None, file: str, line: int) -> str | None:
    """The address of a line of a file; None for files that do not lie below, and where nothing is known."""
    if not browse or file.startswith("/") or ".." in file.split("/") or "\\" in file or ":" in file:
        return None
    return f"{browse}{quote(file)}?plain=1#L{line}"
