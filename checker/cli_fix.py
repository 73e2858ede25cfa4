"""``checker fix``: parse, call, print, exit."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import click

from checker import exits, invocation
from checker.fix import run, tell
from checker.fix.decide import Choice
from checker.fix.remedy import Style
from checker.options import QUIET, REPORTS, option, options
from checker.outputs.plain import log_safe

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("paths", nargs=-1)
@option("--dry-run", is_flag=True, help="Write nothing; print what would change as a unified diff.")
@option("--check", is_flag=True, help="Write nothing; exit with 1 if there is something to fix.")
@option("--only", metavar="URL|ID|GLOB", multiple=True, help="Mend only these sources. Repeatable.")
@option("--accept", metavar="RULE", multiple=True, help="Mend only this kind: dead, moved, or a reason. Repeatable.")
@option(
    "--archive-style",
    type=click.Choice([style.value for style in Style]),
    help="The copy in place of the address, beside it, or in Robust Links attributes.  [default: by format]",
)
@option("--trivial", is_flag=True, help="Take over trivial moves too: https, www, a final slash.")
@option("--figures", is_flag=True, help="List stale figures and where newer ones are likely to be; change nothing.")
@option("--config", type=FILE, help="Mend this sources.yml.  [default: the one of the report]")
@options(REPORTS, QUIET)
@click.pass_context
def fix(context: click.Context, /, paths: tuple[str, ...], **given: Any) -> None:
    """Mend documents by the last report: what is gone gets its archived copy, what moved its new address.

    Only what is certain is touched: confirmed dead with a copy that was opened, moved for good. Without
    PATHS: every document of the report and its sources.yml. No network; a file that changed since the
    check is refused.

    Exit code 0: everything that can be mended is. 1: something could not be, or with --check: there is
    something to mend. 2: wrong usage, or no report.
    """
    report = invocation.load_report(given["reports"])
    if given["figures"]:
        click.echo(tell.figures(report), nl=False)
        return
    choice = Choice(given["only"], given["accept"], given["trivial"])
    style = Style(given["archive_style"]) if given["archive_style"] else None
    files = run.planned(report, given["reports"], run.Request(paths, given["config"], style, choice))
    idle = given["dry_run"] or given["check"]
    files = files if idle else run.carry_out(files)
    if given["dry_run"]:
        click.echo(_shown(tell.diff(files)), nl=False)
    account = tell.refusals(files) if given["quiet"] else tell.account(files, done=not idle)
    click.echo(account, nl=False, err=given["dry_run"] or given["quiet"])
    refused = any(one.refused for file in files for one in file.plan.left)
    waiting = given["check"] and any(file.plan.changes for file in files)
    context.exit(exits.FINDINGS if refused or waiting else exits.CLEAN)


def _shown(diff: str) -> str:
    """A diff is printed as it is, so that it can be applied; but no runner or terminal is to act on it."""
    safe = log_safe(diff) if os.environ.get("GITHUB_ACTIONS") else diff
    if sys.stdout.isatty():
        return "".join(ch if ch.isprintable() or ch in "\t\n" else "\ufffd" for ch in safe)
    return safe
