"""``checker ledger``: parse, call, print."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from checker import moving
from checker.options import REPORTS, options


@click.group()
def ledger() -> None:
    """Take the memory between runs out of a reports folder, or into one, as lines of JSON."""


@ledger.command()
@options(REPORTS)
def export(reports: Path) -> None:
    """Print everything the ledger knows, one JSON object a line, always in the same order."""
    for line in moving.export(reports):
        click.echo(line)


@ledger.command(name="import")
@click.argument("files", nargs=-1, required=True, metavar="FILES…")
@options(REPORTS)
def import_(files: tuple[str, ...], reports: Path) -> None:
    """Add what exported FILES (- for standard input) know to the ledger; what it knows already stays."""
    texts = [(name, sys.stdin.buffer.read() if name == "-" else moving.read(Path(name))) for name in files]
    decoded = [(name, data.decode("utf-8", "surrogateescape")) for name, data in texts]
    click.echo(moving.take_in(reports, decoded, lambda line: click.echo(line, err=True)), err=True)
