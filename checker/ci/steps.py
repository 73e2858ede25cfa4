"""What the steps of the workflow do, from the environment of a GitHub job to its effects."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from checker.ci import fallback, issue, request, state
from checker.ci.api import API, GitHub
from checker.ci.issue import Comment, Create, Step, Update
from checker.ci.state import Saved
from checker.errors import OutputError, UsageError
from checker.outputs import github, markdown
from checker.report import Report

AUTHOR = "github-actions[bot]"
"""Whose issues ``GITHUB_TOKEN`` opens (docs.github.com, 2026-11)."""


class Job(Struct, frozen=True):
    """The job a step runs in, as GitHub's variables describe it."""

    repository: str = ""
    token: str = ""
    api: str = API
    server: str = "https://github.com"
    run_id: str = ""
    default_branch: str = ""
    summary: Path | None = None
    output: Path | None = None

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> Job:
        """Read the variables; see "Default environment variables" of docs.github.com."""
        files = {
            name: Path(environment[variable]) if environment.get(variable) else None
            for name, variable in (("summary", "GITHUB_STEP_SUMMARY"), ("output", "GITHUB_OUTPUT"))
        }
        return cls(
            repository=environment.get("GITHUB_REPOSITORY", ""),
            token=environment.get("GITHUB_TOKEN", ""),
            api=environment.get("GITHUB_API_URL") or API,
            server=environment.get("GITHUB_SERVER_URL") or "https://github.com",
            run_id=environment.get("GITHUB_RUN_ID", ""),
            default_branch=environment.get("CHECKER_DEFAULT_BRANCH", ""),
            **files,
        )

    @property
    def remote(self) -> str:
        """Where the repository can be fetched from."""
        if not self.repository:
            raise UsageError("which repository? name --remote, or set GITHUB_REPOSITORY")
        return f"{self.server}/{self.repository}.git"

    @property
    def run_url(self) -> str:
        """The page of this run; empty outside of one."""
        known = self.repository and self.run_id
        return f"{self.server}/{self.repository}/actions/runs/{self.run_id}" if known else ""

    def github(self, pause: float = 2) -> GitHub:
        """The API for this repository."""
        if not self.token:
            raise UsageError("GITHUB_TOKEN is not set; pass it to the step by env")
        return GitHub(self.repository, self.token, self.api, pause)

    def put(self, **outputs: str) -> None:
        """Set outputs of the step: single lines of our own making, never foreign text."""
        if self.output is not None:
            _append(self.output, "".join(f"{name}={value}\n" for name, value in outputs.items()))


def recall(job: Job, remote: str, branch: str, folder: Path, artifact: str) -> str:
    """Fetch the memory: from the branch, else from the newest artifact of an earlier run. Gives what to say."""
    commit = state.load(remote, branch, folder, job.token)
    job.put(state=commit)
    if commit:
        return f"The memory is that of branch {branch}, commit {commit[:12]}."
    if artifact and job.token and job.repository:
        api = job.github()
        known = fallback.newest(api.artifacts(artifact), job.default_branch)
        if known is not None:
            ledger = fallback.unpacked(api.archive_of(known.id)).get(state.LEDGER)
            state.put(folder, ledger)
            if ledger:
                return f"There is no branch {branch}; the memory is that of artifact {known.id}."
    return f"There is no branch {branch} yet: this run begins without a memory."


def remember(job: Job, remote: str, branch: str, folder: Path, loaded: str) -> str:
    """Put the memory on the branch. Gives what to say."""
    match state.save(remote, branch, folder, loaded=loaded, token=job.token):
        case Saved.WRITTEN:
            return f"The memory is kept on branch {branch}."
        case Saved.NEWER_THERE:
            return f"The branch {branch} was left alone: {Saved.NEWER_THERE}."


def tell(job: Job, report: Report, key: str, author: str = AUTHOR, pause: float = 2) -> str:
    """Bring the rolling issue up to date. Gives what was done, in words."""
    if not issue.speaks(report):
        return "The run says nothing about all sources, so the issue stays as it is."
    api = job.github(pause)
    known = [issue.Existing(one.number, one.body or "", one.state == "open") for one in api.issues_of(author)]
    steps = issue.plan(report, issue.mine(known, key), key, job.run_url)
    return " ".join(_done(api, step) for step in steps) or "Nothing is new: the issue stays as it is."


def _done(api: GitHub, step: Step) -> str:
    match step:
        case Create(title, body):
            return f"Opened issue {api.create_issue(title, body)}."
        case Comment(number, body):
            api.comment(number, body)
            return f"Told what is new on issue {number}."
        case Update(number, body, state_, reason):
            fields = {"body": body, "state": state_, "state_reason": reason}
            api.update_issue(number, **{name: value for name, value in fields.items() if value is not None})
            return f"{'Closed' if state_ == 'closed' else 'Updated'} issue {number}."


def say(job: Job, report: Report) -> str:
    """Write the step summary; gives the annotations, to be printed as they are."""
    if job.summary is not None:
        _append(job.summary, markdown.render(report))
    return github.render(report)


def propose(job: Job, remote: str, branch: str, pause: float = 2) -> str:
    """Ask for the merging of what was mended in this checkout. Gives what was done, in words."""
    if not job.default_branch:
        raise UsageError("CHECKER_DEFAULT_BRANCH is not set; pass the branch to merge into by env")
    return request.propose(Path(), remote, branch, job.default_branch, job.github(pause), job.token)


def _append(path: Path, text: str) -> None:
    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror})") from error
