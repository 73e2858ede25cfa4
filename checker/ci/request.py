"""The pull request with mended documents: one branch, one request, brought up to date or closed."""

from __future__ import annotations

import os
from pathlib import Path

from checker.ci.api import GitHub
from checker.ci.git import AUTHOR, Git
from checker.ci.texts import code
from checker.errors import RemoteError, UsageError

BRANCH = "checker/fix-sources"
TITLE = "Archived copies for pages that are gone, new addresses for pages that moved"
_MOST_NAMED = 50


def propose(folder: Path, remote: str, branch: str, base: str, api: GitHub, token: str = "") -> str:
    """Put the changed files of a checkout on the branch and ask for their merging. Gives what was done, in words.

    Without changes, a request that is open is closed. A branch on which somebody else has committed since is
    left to them.

    Raises:
        RemoteError: the remote or the API refuses or does not answer.
        UsageError: the folder is no checkout.
    """
    git = Git(folder, remote, token)
    if git.attempt("rev-parse", "--verify", "HEAD")[0]:
        raise UsageError(f"{folder}: not a git checkout with a commit")
    known = api.open_requests(branch)
    changed = [os.fsdecode(name) for name in git.run("diff", "--name-only", "-z", "HEAD", "--").split(b"\0") if name]
    if not changed:
        for one in known:
            api.update_request(one.number, state="closed")
        return f"Nothing to mend: closed request {known[0].number}." if known else "Nothing to mend."
    there = git.head_of(branch)
    if there and _author(git, branch) != AUTHOR:
        return f"Somebody has committed to {branch}, so it is left to them."
    git.run("add", "--update")
    tree = git.run("write-tree").decode().strip()
    commit = git.run("commit-tree", tree, "-p", "HEAD", "-m", TITLE).decode().strip()
    if there and _same(git, there, commit):
        return f"The branch {branch} proposes just this already."
    if not git.push(commit, branch, lease=there):
        raise RemoteError(f"the branch {branch} changed while it was about to be pushed; run it again")
    if known:
        api.update_request(known[0].number, body=_body(changed))
        return f"Updated request {known[0].number}."
    return f"Opened request {api.create_request(TITLE, _body(changed), branch, base)}."


def _author(git: Git, branch: str) -> str:
    return git.run("log", "--max-count=1", "--format=%an", git.fetch(branch)).decode(errors="replace").strip()


def _same(git: Git, one: str, other: str) -> bool:
    """Whether two commits hold the same files on top of the same commit."""
    names = [git.attempt("rev-parse", f"{commit}^{{tree}}", f"{commit}^") for commit in (one, other)]
    return names[0][0] == 0 and names[0][1] == names[1][1]


def _body(changed: list[str]) -> str:
    more = f"\n- … and {len(changed) - _MOST_NAMED} more" if len(changed) > _MOST_NAMED else ""
    return (
        "`checker fix` mended these documents by the last report: what is confirmed gone got the archived copy "
        "nearest to the day its author looked, what moved for good its new address. Read each change before "
        "you merge.\n\n"
        + "\n".join(f"- {code(name)}" for name in changed[:_MOST_NAMED])
        + more
        + "\n\nGitHub starts no checks on requests that a workflow opens: close and reopen this one to start them.\n"
    )
