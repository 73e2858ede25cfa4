"""git as a process: the one edge to repositories and their remotes. Nothing here decides anything."""

from __future__ import annotations

import os
import subprocess
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from checker.errors import RemoteError, UsageError

TIMEOUT = 300
AUTHOR = "github-actions[bot]"
_EMAIL = "41898282+github-actions[bot]@users.noreply.github.com"  # the id of that account, since its profile picture
_QUIET = ("-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "gc.auto=0")


class Git:
    """One repository. Every method raises ``RemoteError`` where git fails in a way that nobody expected.

    Args:
        folder: where it is.
        remote: the address that is fetched from and pushed to.
        token: goes to that address only, in the environment, never in an argument that others could list.
    """

    def __init__(self, folder: Path, remote: str = "", token: str = "") -> None:
        self.folder = folder
        self.remote = remote
        self._environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0", **_identity(), **_login(remote, token)}

    def init(self) -> None:
        """Make an empty bare repository in the folder."""
        self.run("init", "--quiet", "--bare", ".")

    def run(self, *arguments: str, stdin: bytes = b"") -> bytes:
        """What git printed."""
        code, out, err = self.attempt(*arguments, stdin=stdin)
        if code:
            raise RemoteError(f"git {arguments[0]} failed: {_short(err)}")
        return out

    def attempt(self, *arguments: str, stdin: bytes = b"") -> tuple[int, bytes, bytes]:
        """The exit code and what was printed on both streams."""
        try:
            done = subprocess.run(  # noqa: S603  # git with our arguments; foreign text stands behind -- or in stdin
                ["git", *_QUIET, *arguments],  # noqa: S607  # git is found on the PATH, as users have it
                cwd=self.folder, env=self._environment, input=stdin, capture_output=True, timeout=TIMEOUT, check=False,
            )  # fmt: skip
        except FileNotFoundError as error:
            raise UsageError("git is needed for this and is not installed, or the folder is not there") from error
        except subprocess.TimeoutExpired as error:
            raise RemoteError(f"git {arguments[0]} took longer than {TIMEOUT} s") from error
        return done.returncode, done.stdout, done.stderr

    def head_of(self, branch: str) -> str:
        """The commit a branch of the remote points at; empty where there is no such branch."""
        listed = self.run("ls-remote", "--heads", "--", self.remote, f"refs/heads/{branch}").decode()
        return listed.partition("\t")[0].strip()

    def fetch(self, branch: str, depth: int = 2) -> str:
        """Fetch the tip of a branch of the remote; gives its commit."""
        self.run("fetch", "--quiet", "--no-tags", f"--depth={depth}", "--", self.remote, f"refs/heads/{branch}")
        return self.run("rev-parse", "--verify", "FETCH_HEAD").decode().strip()

    def push(self, commit: str, branch: str, *, lease: str) -> bool:
        """Let a branch of the remote point at a commit, if it still points at ``lease`` (empty: if it is not there).

        Gives False where it points elsewhere by now.
        """
        ref = f"refs/heads/{branch}"
        code, _, err = self.attempt(
            "push", "--quiet", "--no-verify", f"--force-with-lease={ref}:{lease}", "--", self.remote, f"{commit}:{ref}"
        )
        if code == 0:
            return True
        if b"stale info" in err or b"cannot lock ref" in err or b"reference already exists" in err:
            return False
        raise RemoteError(f"git push failed: {_short(err)}")

    def blob(self, revision: str, path: str, most: int) -> bytes | None:
        """A file of a commit, at most ``most`` bytes long; None where it has no such file."""
        name = f"{revision}:{path}"
        code, size, _ = self.attempt("cat-file", "-s", name)
        if code or self.run("cat-file", "-t", name).strip() != b"blob":
            return None
        if int(size) > most:
            raise RemoteError(f"{path} of {revision[:12]} is larger than {most // 2**20} MB")
        return self.run("cat-file", "blob", name)

    def commit(self, files: Mapping[str, bytes], message: str) -> str:
        """A commit of just these files, without parents; gives its name."""
        rows = []
        for name, data in sorted(files.items()):
            hashed = self.run("hash-object", "-w", "--no-filters", "--stdin", stdin=data).decode().strip()
            rows.append(f"100644 blob {hashed}\t{name}\n")
        tree = self.run("mktree", stdin="".join(rows).encode()).decode().strip()
        return self.run("commit-tree", tree, "-m", message).decode().strip()


def _identity() -> dict[str, str]:
    roles = ("AUTHOR", "COMMITTER")
    return {f"GIT_{role}_NAME": AUTHOR for role in roles} | {f"GIT_{role}_EMAIL": _EMAIL for role in roles}


def _login(remote: str, token: str) -> dict[str, str]:
    """The token as a header for the remote's host, by variables (git 2.31 of 2021 and later)."""
    address = urlsplit(remote)
    if not token or address.scheme != "https":
        return {}
    header = b64encode(f"x-access-token:{token}".encode()).decode()
    return {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"http.{address.scheme}://{address.netloc}/.extraheader",
        "GIT_CONFIG_VALUE_0": f"Authorization: Basic {header}",
    }


def _short(err: bytes) -> str:
    lines = err.decode(errors="replace").strip().splitlines()
    return " ".join(lines[-3:])[:500] or "no reason given"
