"""``checker confirm``: parse, call, print."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from checker import invocation
from checker.confirm import run
from checker.options import CLOCK, CONFIG, REPORTS, Day, option, options
from checker.outputs.plain import log_safe


@click.command()
@click.argument("what", metavar="SOURCE|FIGURE")
@option("--verdict", type=click.Choice(["ok", "dead"]), help="What you found.  [default: ok]")
@option("--until", type=Day(), help="The last day on which that holds.  [default: in six months]")
@option("--reason", metavar="TEXT", default="", help="Why, in a line.")
@options(CONFIG, REPORTS, CLOCK)
def confirm(
    what: str, now: datetime | None, today: date | None, config: Path | None, reports: Path, **given: Any
) -> None:
    """Record in sources.yml what you saw with your own eyes: it outranks checker's verdict for a time.

    SOURCE is an id or an address; one that is not declared yet gets an entry. The word ends on its day, or
    as soon as checker sees something else than it had seen by now. A FIGURE is recorded as checked today.
    """
    _, day = invocation.clock(now, today)
    dead = None if given["verdict"] is None else given["verdict"] == "dead"
    said = run.Confirmation(what, day, dead, given["until"], given["reason"])
    click.echo(log_safe(run.confirm(invocation.settings_file(config), said, invocation.last_report(reports))), err=True)
