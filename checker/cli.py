"""The command line: parse, call, print, exit. Nothing is decided here."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Callable
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Any, NoReturn

import click

from checker import about, codes, exits, explaining, invocation, listing, sharded
from checker.ci import written
from checker.ci.written import EXTRAS
from checker.cli_group import Late
from checker.config import schema as sources_schema
from checker.demo import play
from checker.errors import CheckerError
from checker.options import (
    ALLOW_NET,
    ARCHIVE,
    CLOCK,
    COMPARE,
    CONFIG,
    FAIL_ON,
    FORMAT,
    INPUT_FORMAT,
    LANG,
    POLITENESS,
    QUIET,
    REACH,
    REPORTS,
    REPORTS_PATH,
    SHARD,
    SINCE_RUN,
    VERBOSE,
    option,
    options,
)
from checker.outputs import files, printed, text
from checker.outputs import json as report_json
from checker.outputs.plain import log_safe, plain
from checker.outputs.words import load
from checker.progress import Standing
from checker.report import Report

COLLECT = (100_000, 50, 100)
"""A run makes facts by the hundred thousand and hardly a cycle; looking for cycles took an eighth of its time."""


@click.group(cls=Late, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(about.VERSION, prog_name="checker")
def cli() -> None:
    """Check that the pages a document cites are still there, and that its dated figures are still fresh."""


@cli.command()
@click.argument("paths", nargs=-1)
@options(CONFIG, REPORTS, INPUT_FORMAT, FORMAT, FAIL_ON, CLOCK)
@option("--offline", is_flag=True, help="No network: judge figures and syntax only.")
@option("--only", metavar="URL|ID|GLOB", multiple=True, help="Ask only these sources. Repeatable.")
@options(SHARD)
@option("--full", is_flag=True, help="PATHS are everything that is followed: failures are counted over the runs.")
@option("--since", metavar="COMMIT", help="Only what changed documents and sources.yml add to a commit or branch.")
@options(ARCHIVE, COMPARE)
@option("--allow-empty", is_flag=True, help="Finding nothing to check is no error.")
@option("--no-write", is_flag=True, help="Leave nothing behind: no reports folder, no memory.")
@options(POLITENESS, REACH, LANG, QUIET, VERBOSE)
@click.pass_context
def check(context: click.Context, /, paths: tuple[str, ...], **given: Any) -> None:
    """Read, ask, judge, remember, and write the report page.

    Without PATHS: everything that sources.yml names. With PATHS (files, folders, or - for standard
    input): those documents only; no sources.yml is needed.

    Exit code 0: nothing found that --fail-on names. 1: something found. 2: wrong usage or settings.
    3: inconclusive, because the network was down or the run was cut short.
    """
    now, today = invocation.clock(given["now"], given["today"])
    inputs = invocation.read_inputs(paths, given["config"], _stdin(paths), given["input_format"], full=given["full"])
    inputs = invocation.only_changed(inputs, given["since"], today, given["allow_net"])
    names = invocation.Choices.__struct_fields__
    choices = invocation.Choices(
        **{name: given[name] for name in names if name in given} | {"now": now, "today": today}
    )
    reach = invocation.Reach(given["allow_net"], given["proxy"], given["wayback"], given["aggregator"])
    invocation.refuse_empty(inputs, allowed=given["allow_empty"])
    quiet = given["quiet"]
    with files.reports_folder(given["reports"], leave_nothing=given["no_write"]) as folder:
        report = invocation.run_check(inputs, choices, reach, folder, _progress(quiet=quiet), _say(quiet=quiet))
    _show(report, given["format_"], given["lang"], quiet=given["quiet"], verbose=given["verbose"])
    _point_to(report, given["reports"], quiet=given["quiet"] or given["no_write"])
    context.exit(exits.exit_code(report, {one for group in given["fail_on"] for one in group}))


@cli.command(name="list")
@click.argument("paths", nargs=-1)
@options(CONFIG, INPUT_FORMAT, ALLOW_NET)
@option("--format", "format_", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
@option("--all", "everything", is_flag=True, help="List what is skipped as citations too.")
def list_(
    paths: tuple[str, ...],
    config: Path | None,
    input_format: str | None,
    allow_net: tuple[IPv4Network | IPv6Network, ...],
    format_: str,
    *,
    everything: bool,
) -> None:
    """List what would be checked: citations, figures, and what is skipped. No network."""
    _, today = invocation.clock(None, None)
    inputs = invocation.read_inputs(paths, config, _stdin(paths), input_format)
    rows, troubles = listing.rows(
        inputs.config, inputs.documents, today, full=inputs.full, allow=allow_net, everything=everything
    )
    click.echo(listing.jsonl(rows) if format_ == "jsonl" else listing.table(rows), nl=False)
    for trouble in troubles:
        place = trouble.place
        click.echo(log_safe(f"{place.file}:{place.line}:{place.column}: {plain(trouble.message, 500)}"), err=True)


@cli.command()
@click.argument("paths", nargs=-1)
@options(CONFIG, INPUT_FORMAT)
@option("--github", "service", flag_value="github", help="Write the GitHub workflow that checks PATHS instead.")
@option("--gitlab", "service", flag_value="gitlab", help="Write the GitLab pipeline that checks PATHS instead.")
@option("--with", "extras", type=click.Choice(EXTRAS), multiple=True, help="Publish the page; propose fixes. GitHub.")
@option("--ref", help="The commit of checker that is to run there.  [default: the one that is installed]")
def init(paths: tuple[str, ...], service: str | None, **given: Any) -> None:
    """Draft a sources.yml from what the documents PATHS cite and quote. No network.

    With --github or --gitlab, write what runs checker there; without PATHS it checks what sources.yml names.
    """
    if service:
        click.echo(written.service(service, paths, given["extras"], given["ref"]), err=True)
        return
    _, today = invocation.clock(None, None)
    path = invocation.write_draft(paths, given["config"], given["input_format"], _stdin(paths), today)
    click.echo(f"Drafted {path}. Read it through, then: checker check", err=True)


@cli.command()
@click.argument("what", metavar="[CODE|ID|URL]", required=False)
@options(REPORTS)
def explain(what: str | None, reports: Path) -> None:
    """Say what a CODE means and what to do, or show all the evidence for a source of the last report.

    A source is named by its ID or its URL. Without anything: list all codes.
    """
    if what is None:
        click.echo("\n".join(f"{known.code:22} {known.label}" for known in codes.CODES.values()))
    elif what in codes.CODES:
        known = codes.explain(what)
        click.echo(f"{known.code}: {known.label}\n\n{known.meaning}\nWhat to do: {known.action}")
    else:
        click.echo(log_safe("\n".join(explaining.trails(what, reports))), nl=False)


@cli.command()
@options(REPORTS, FORMAT, LANG, QUIET, VERBOSE)
@SINCE_RUN
def report(reports: Path, format_: str, lang: str, *, quiet: bool, verbose: bool, since: str | None) -> None:
    """Render the page and the other outputs again from report.json. No network."""
    known = invocation.load_report(reports)
    if since is not None:
        click.echo(invocation.compare(known, since, format_, lang), nl=False)
        return
    files.write_all(known, reports, load(lang))
    _show(known, format_, lang, quiet=quiet, verbose=verbose)


@cli.command()
@click.argument("folders", nargs=-1, required=True, type=REPORTS_PATH)
@option("--document", "paths", metavar="PATH", multiple=True, help="A document the shards were given. Repeatable.")
@options(CONFIG, REPORTS, INPUT_FORMAT, FORMAT, FAIL_ON, ALLOW_NET, LANG, QUIET, VERBOSE)
@click.pass_context
def merge(context: click.Context, /, folders: tuple[Path, ...], **given: Any) -> None:
    """Join the reports FOLDERS of 'checker check --shard', judge again, and write the report page. No network.

    The documents and sources.yml are read again; failures are counted as if one run had asked everybody.
    Where a shard is missing or was cut short, the run is inconclusive.
    """
    inputs = invocation.read_inputs(given["paths"], given["config"], None, given["input_format"], full=True)
    merging = sharded.Merging(folders, given["allow_net"], given["lang"])
    report = sharded.merge(merging, inputs, given["reports"], _say(quiet=given["quiet"]))
    _show(report, given["format_"], given["lang"], quiet=given["quiet"], verbose=given["verbose"])
    _point_to(report, given["reports"], quiet=given["quiet"])
    context.exit(exits.exit_code(report, {one for group in given["fail_on"] for one in group}))


@cli.command()
@click.argument("which", type=click.Choice(["sources", "report"]))
def schema(which: str) -> None:
    """Print the JSON Schema of sources.yml or of report.json."""
    built = sources_schema.build() if which == "sources" else report_json.schema()
    click.echo(report_json.pretty(built), nl=False)


@cli.command()
@option(
    "--reports",
    type=REPORTS_PATH,
    default=Path("reports/demo"),
    show_default=True,
    help="The folder to write to; nothing else is touched.",
)
@option("--again", is_flag=True, help="Check the demo's documents once more, a week later, as they are now.")
@options(FORMAT, LANG, QUIET, VERBOSE)
def demo(reports: Path, format_: str, lang: str, *, again: bool, quiet: bool, verbose: bool) -> None:
    """Play four weekly runs against a simulated web: a real report in seconds, no network.

    The documents it is about lie beside the report: try 'checker fix --reports reports/demo' on them.
    """
    result = (play.another_week if again else play.demo)(reports, load(lang))
    _show(result, format_, lang, quiet=quiet, verbose=verbose)
    _point_to(result, reports, quiet=quiet)


def _stdin(paths: tuple[str, ...]) -> bytes | None:
    return sys.stdin.buffer.read() if "-" in paths else None


def _show(result: Report, format_: str, lang: str, *, quiet: bool, verbose: bool) -> None:
    if quiet:
        return
    if format_ == "text":
        click.echo(text.render(result, load(lang), color=_color(), verbose=verbose), nl=False, color=_color())
    else:
        click.echo(printed(load(lang))[format_](result), nl=False)


def _point_to(result: Report, folder: Path, *, quiet: bool) -> None:
    if quiet:
        return
    page = folder / "index.html"
    if result.run.network == "up" and result.run.message:
        click.echo(log_safe(plain(result.run.message, 500)), err=True)
    if result.run.network == "down":
        click.echo("The network was down. To see a report without one: checker demo", err=True)
    click.echo(f"The report page is {page}" + (" (simulated)" if result.run.simulated else ""), err=True)


def _color() -> bool:
    """Whether standard output is a terminal that wants colour; Click 8.5 ignores NO_COLOR."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _say(*, quiet: bool) -> Callable[[str], None]:
    """Tell something meanwhile, on standard error."""
    return lambda line: None if quiet else click.echo(log_safe(plain(line, 500)), err=True)


def _progress(*, quiet: bool) -> Callable[[Standing], None]:
    """Show one line that tells how far we are, on a terminal only."""
    if quiet or not sys.stderr.isatty():
        return lambda standing: None

    def show(text: str) -> None:
        click.echo(f"\r\x1b[K{plain(text, 200)}", nl=False, err=True)

    return invocation.paced(show)


def main() -> NoReturn:
    """Run the command; every way it can end has its exit code, and none is a traceback."""
    gc.set_threshold(*COLLECT)
    try:
        with cli.make_context("checker", sys.argv[1:]) as context:  # cli.main() would end a closed pipe with 1
            cli.invoke(context)
        sys.stdout.flush()
        sys.exit(exits.CLEAN)
    except click.exceptions.Exit as ended:
        sys.exit(ended.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(exits.USAGE)
    except CheckerError as error:
        click.echo(log_safe(str(error)), err=True)
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        sys.exit(exits.INCONCLUSIVE)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # nobody reads any more: say nothing at exit either
        sys.exit(exits.CLEAN)
    except Exception as error:  # the last line of defence: a bug is never read as findings
        if os.environ.get("CHECKER_DEBUG"):
            traceback.print_exc()
        where = f"{about.PROJECT_URL}/issues"
        click.echo(
            f"checker failed ({type(error).__name__}: {error}); this is a bug, please tell {where} "
            "(CHECKER_DEBUG=1 shows where)",
            err=True,
        )
        sys.exit(exits.INCONCLUSIVE)
