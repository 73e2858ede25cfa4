"""The files that ``checker init`` writes for a CI service, from templates in this package."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from checker import about
from checker.ci.git import Git
from checker.errors import OutputError, UsageError
from checker.patterns import regex

GITHUB = Path(".github/workflows/check-sources.yml")
GITLAB = Path(".gitlab/check-sources.yml")
EXTRAS = ("page", "fixes")
_TEMPLATES = Path(__file__).parent / "templates"
_COMMIT = regex(r"[0-9a-f]{40}")
_REF = regex(r"[A-Za-z0-9][\w./-]*", re.ASCII)


def service(name: str, paths: Sequence[str], extras: Sequence[str] = (), ref: str | None = None) -> str:
    """Write the file for ``github`` or ``gitlab`` and give what to say about it.

    Raises:
        UsageError: it is there already, or something cannot be written into it.
        OutputError: it cannot be written.
    """
    used = _checked(ref) if ref else _known_ref()
    if extras and name != "github":
        raise UsageError("--with goes with --github")
    text = github(paths, extras, used) if name == "github" else gitlab(paths, used)
    path = _write(GITHUB if name == "github" else GITLAB, text)
    said = [f"Wrote {path}, which runs checker at {used}. Read it through and commit it."]
    if not _COMMIT.fullmatch(used):
        said.append("A tag can be moved; to be safe from that, name a commit with --ref.")
    if not paths and not Path("sources.yml").exists():
        said.append("There is no sources.yml here yet: checker init DOCUMENTS drafts one.")
    return "\n".join(said)


def github(paths: Sequence[str], extras: Sequence[str], ref: str) -> str:
    """The workflow for GitHub.

    Args:
        paths: the documents; none means what sources.yml names.
        extras: of EXTRAS, what is wanted too.
        ref: the commit or tag of checker that is to run.

    Raises:
        UsageError: a path that cannot be written there.
    """
    parts = [_template("github.yml")]
    if paths:
        lines = "\n".join(f"        {_line(path)}" for path in paths)
        parts.append(_template("github-paths.yml").replace("@PATHS@", lines))
    parts += [_template(f"github-{name}.yml") for name in EXTRAS if name in extras]
    pinned = f"{ref} # v{about.VERSION}" if _COMMIT.fullmatch(ref) else f"{ref} # zizmor: ignore[unpinned-uses]"
    repository = urlsplit(about.PROJECT_URL).path.strip("/")
    return _filled("".join(parts), REPOSITORY=repository, REF=pinned, MINUTE=str(_odd_minute()))


def gitlab(paths: Sequence[str], ref: str) -> str:
    """The pipeline for GitLab; see :func:`github`."""
    odd = next((path for path in paths if not re.fullmatch(r"[\w./+@%,-]+", path)), None)
    if odd is not None:
        raise UsageError(f"'{odd}': such a name cannot be written into a pipeline; let sources.yml name it")
    return _filled(_template("gitlab.yml"), PATHS=" ".join(paths), REF=ref, NAME=GITLAB.as_posix())


def _known_ref() -> str:
    """The commit we were installed from; where nobody wrote that down, the tag of our version."""
    commit, folder = about.origin()
    if not commit and folder and Path(folder).is_dir():
        code, found, _ = Git(Path(folder)).attempt("rev-parse", "--verify", "--quiet", "HEAD")
        commit = found.decode().strip() if code == 0 else ""
    return commit or f"v{about.VERSION}"


def _checked(ref: str) -> str:
    """The commit or tag as given.

    Raises:
        UsageError: it is neither.
    """
    if not _REF.fullmatch(ref):
        raise UsageError(f"'{ref}' is neither a commit nor a tag")
    return ref


def _write(path: Path, text: str) -> Path:
    """Write a new file, folders included; one that is there is left alone.

    Raises:
        UsageError: it is there already.
        OutputError: it cannot be written.
    """
    if path.exists():
        raise UsageError(f"{path}: is there already and stays as it is; move it away to have it written anew")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror})") from error
    return path


def _template(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def _line(path: str) -> str:
    if path != path.strip() or not path.isprintable() or "${{" in path:
        raise UsageError(f"{path!r}: such a name cannot be written into a workflow; let sources.yml name it")
    return path


def _filled(text: str, **values: str) -> str:
    return re.sub(r"@([A-Z]+)@", lambda found: {"PROJECT": about.PROJECT_URL, **values}[found[1]], text)


def _odd_minute() -> int:
    """An odd minute of this folder's own, so that not everybody runs at the same one."""
    return 2 * (hashlib.sha256(Path.cwd().name.encode(errors="surrogateescape")).digest()[0] % 29) + 1
