"""``checker github …``: the steps of the GitHub workflow, so that the workflow itself holds next to no shell."""

from __future__ import annotations

import os
from pathlib import Path

import click

from checker import invocation
from checker.ci import steps
from checker.ci.request import BRANCH
from checker.ci.steps import Job
from checker.options import REPORTS, option, options
from checker.outputs.plain import log_safe

STATE_BRANCH = option(
    "--state-branch",
    "branch",
    default="checker-state",
    show_default=True,
    help="The branch that holds nothing but the memory.",
)
REMOTE = option("--remote", metavar="URL", help="The repository.  [default: that of the job]")


@click.group(hidden=True)
def github() -> None:
    """Steps of the GitHub workflow. They read GitHub's variables (GITHUB_REPOSITORY, GITHUB_TOKEN, …)."""


@github.command()
@options(REPORTS, STATE_BRANCH, REMOTE)
@option("--state-artifact", "artifact", default="checker-state", help="Where to look if the branch is lost.")
def load(reports: Path, branch: str, remote: str | None, artifact: str) -> None:
    """Fetch the ledger of the last run into the reports folder; sets the output 'state'."""
    job = Job.of(os.environ)
    _echo(steps.recall(job, remote or job.remote, branch, reports, artifact))


@github.command()
@options(REPORTS, STATE_BRANCH, REMOTE)
@option("--loaded", default="", metavar="COMMIT", help="The output 'state' of the step that loaded it.")
def save(reports: Path, branch: str, remote: str | None, loaded: str) -> None:
    """Keep ledger and report on the state branch: one commit, never forced over a newer one."""
    job = Job.of(os.environ)
    _echo(steps.remember(job, remote or job.remote, branch, reports, loaded))


@github.command()
@options(REPORTS)
@option("--issue-key", "key", default="check-sources", show_default=True, help="Which issue, where there are several.")
@option("--issue-author", "author", default=steps.AUTHOR, show_default=True, help="Whose issues may be ours.")
def issue(reports: Path, key: str, author: str) -> None:
    """Open, update, comment on or close the one issue that tells what needs somebody."""
    _echo(steps.tell(Job.of(os.environ), invocation.load_report(reports), key, author))


@github.command()
@options(REPORTS)
def say(reports: Path) -> None:
    """Write the step summary and print the annotations."""
    click.echo(steps.say(Job.of(os.environ), invocation.load_report(reports)), nl=False)


@github.command(name="request")
@options(REMOTE)
@option("--request-branch", "branch", default=BRANCH, show_default=True, help="The branch that is merged from.")
def request_(remote: str | None, branch: str) -> None:
    """Open, update or close the one pull request with what 'checker fix' changed in this checkout."""
    job = Job.of(os.environ)
    _echo(steps.propose(job, remote or job.remote, branch))


def _echo(text: str) -> None:
    click.echo(log_safe(text), err=True)
