"""The options of the command line: their types, names, variables and help."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from ipaddress import IPv4Network, IPv6Network, ip_network
from math import isfinite
from pathlib import Path
from typing import Any

import click

from checker import exits, shards
from checker.exits import FailOn
from checker.outputs import FORMATS
from checker.outputs.words import DEFAULT, LANGUAGES
from checker.readers.kinds import KINDS
from checker.shards import Shard

Command = Callable[..., Any]
REPORTS_PATH = click.Path(path_type=Path, file_okay=False)


def option(name: str, *names: str, **settings: Any) -> Callable[[Command], Command]:
    """Define an option that can also be set by CHECKER_NAME in the environment."""
    variable = "CHECKER_" + name.removeprefix("--").replace("-", "_").upper()
    return click.option(name, *names, envvar=variable, show_envvar=True, **settings)


class Moment(click.ParamType[datetime]):
    """A point in time: ISO 8601, UTC unless it says otherwise."""

    name = "timestamp"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Read the text of an option."""
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"'{value}' is not a time; write 2026-11-23T05:31Z", param, ctx)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


class Day(click.ParamType[date]):
    """A day: ISO 8601."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the text of an option."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"'{value}' is not a day; write 2026-11-23", param, ctx)


class Part(click.ParamType[Shard]):
    """A part of so many."""

    name = "I/N"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Shard:
        """Read the text of an option."""
        shard = value if isinstance(value, Shard) else shards.parse(value)
        return shard or self.fail(f"'{value}' is no part; write 3/8 for the third of eight", param, ctx)


class Amount(click.FloatRange):
    """A number that is one: neither infinite nor none, which Python's ``float`` takes too."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Read the text of an option."""
        number = float(super().convert(value, param, ctx))
        return number if isfinite(number) else self.fail(f"'{value}' is no amount; write a number", param, ctx)


class Age(click.ParamType[timedelta]):
    """A length of time: 7d, 12h, 30m."""

    name = "TIME"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> timedelta:
        """Read the text of an option."""
        if isinstance(value, timedelta):
            return value
        match = re.fullmatch(r"(\d{1,4}) ?(d|h|m|days?|hours?|minutes?)", value.strip(), re.ASCII)
        if match is None or not int(match[1]):
            self.fail(f"'{value}' is not a length of time; write 7d, 12h or 30m", param, ctx)
        return timedelta(**{{"d": "days", "h": "hours", "m": "minutes"}[match[2][0]]: int(match[1])})


class Network(click.ParamType[IPv4Network | IPv6Network]):
    """One or more address ranges in CIDR form, separated by commas."""

    name = "CIDR"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> IPv4Network | IPv6Network:
        """Read the text of an option."""
        try:
            return value if isinstance(value, IPv4Network | IPv6Network) else ip_network(value.strip())
        except ValueError as error:
            self.fail(f"{error}; write 127.77.0.0/16", param, ctx)

    def split_envvar_value(self, rv: str) -> list[str]:
        """Several ranges in one variable are separated by commas."""
        return [part for part in rv.split(",") if part.strip()]


class Share(click.ParamType[int]):
    """One part in several, written 1/n."""

    name = "1/N"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Read the text of an option: how many parts there are."""
        if isinstance(value, int):
            return value
        one, slash, parts = value.partition("/")
        if one.strip() != "1" or not slash or not parts.strip().isdecimal() or not 1 <= int(parts) <= 1000:
            self.fail(f"'{value}' is no share; write 1/4 where four run side by side", param, ctx)
        return int(parts)


class Fail(click.ParamType[tuple[FailOn, ...]]):
    """One or more verdicts, separated by blanks or commas."""

    name = "|".join(FailOn)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[FailOn, ...]:
        """Read the text of an option."""
        if isinstance(value, tuple):
            return value
        names = value.replace(",", " ").split()
        unknown = [name for name in names if name not in list(FailOn)]
        if unknown:
            self.fail(f"'{unknown[0]}' is none of {', '.join(FailOn)}", param, ctx)
        return tuple(FailOn(name) for name in names)

    def split_envvar_value(self, rv: str) -> list[str]:
        """One variable holds them all."""
        return [rv]


CONFIG = option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The settings. Default: the nearest sources.yml, here or in a folder above.",
)
INPUT_FORMAT = option(
    "--input-format",
    type=click.Choice(list(KINDS)),
    help="Read every document named as this format.  [default: by its name and content]",
)
REPORTS = option(
    "--reports",
    type=REPORTS_PATH,
    default=Path("reports"),
    show_default=True,
    help="The folder of the report page and the ledger.",
)
FORMAT = option(
    "--format",
    "format_",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="What to print on standard output.",
)
FAIL_ON = option(
    "--fail-on",
    type=Fail(),
    multiple=True,
    default=[exits.DEFAULT_FAIL_ON],
    help="What makes the exit code 1. Repeatable.  [default: dead broken invalid unsafe]",
)
QUIET = option("--quiet", "-q", is_flag=True, help="Print nothing but errors.")
VERBOSE = option("--verbose", "-v", is_flag=True, help="Print every source, not only what needs somebody.")
LANG = option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default=DEFAULT,
    show_default=True,
    help="The language of what people read: the page, the summary, the feed, the terminal.",
)
SINCE_RUN = click.option(
    "--since",
    metavar="RUN",
    envvar="CHECKER_SINCE_RUN",  # CHECKER_SINCE is the commit of check --since
    show_envvar=True,
    help="Tell what changed since this run (a day, or previous); write nothing.",
)
CLOCK = (
    option("--now", type=Moment(), help="The run's clock, for tests and replays."),
    option("--today", type=Day(), help="Judge figures as of this day."),
)
POLITENESS = (
    option("--concurrency", type=click.IntRange(1, 10_000), help="Requests under way at once.  [default: 128]"),
    option("--per-host", type=click.IntRange(1, 64), help="Of these to one host.  [default: 2]"),
    option("--rate", type=Amount(0), help="Requests a second to one host; 0: unpaced.  [default: 5]"),
    option("--timeout", type=Amount(0, min_open=True), help="Seconds for one try.  [default: 20]"),
    option("--max-age", type=Age(), help="Use results younger than this again; what failed is asked sooner."),
)
ARCHIVE = (
    option("--no-archive", is_flag=True, help="Look up no archived copies."),
    option(
        "--archive-share",
        type=Share(),
        default="1/1",
        show_default=True,
        help="Take this part of the Archive's limits, where several shards share an address.",
    ),
)
COMPARE = option(
    "--compare", is_flag=True, help="Compare what is there with its copy of the day the author looked (asks more)."
)
SHARD = option(
    "--shard", type=Part(), help="Ask only this part of the hosts. 'checker merge' joins the parts and judges."
)
ALLOW_NET = option("--allow-net", type=Network(), multiple=True, help="Allow this private address range. Repeatable.")
REACH = (
    ALLOW_NET,
    option("--wayback", metavar="URL", help="One address that stands in for the Archive's."),
    option("--aggregator", metavar="URL", help="Ask this MemGator for copies in other archives too."),
    option("--proxy", metavar="URL", help="Ask through this proxy. HTTPS_PROXY and NO_PROXY are honoured too."),
)


def options(*groups: Any) -> Callable[[Command], Command]:
    """Add several options, in the order given."""

    def add(command: Command) -> Command:
        flat = [one for group in groups for one in (group if isinstance(group, tuple) else (group,))]
        for one in reversed(flat):
            command = one(command)
        return command

    return add
