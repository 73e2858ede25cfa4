"""The rolling issue: one for all runs, found by a hidden marker, quiet when nothing is new. Pure.

What people have been told stands in the issue itself, so that neither a lost ledger nor a failed call makes
us say it twice or never.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from checker import exits
from checker.ci import texts
from checker.ci.texts import Item
from checker.patterns import regex
from checker.report import Report

TITLE = "Cited sources and figures that need somebody"
_MARK = "<!-- checker:issue "
_TOLD = regex(r"<!-- checker:told(\+?)((?: [0-9a-f]{8})*) -->")
_FOOTER = "\n\n<!-- checker:run -->\n"
_MOST_TOLD = 2000
_COMMENT = 20_000


class Existing(Struct, frozen=True):
    """An issue that is there: its number, its body, whether it is open."""

    number: int
    body: str
    is_open: bool


class Create(Struct, frozen=True):
    """Open an issue."""

    title: str
    body: str


class Comment(Struct, frozen=True):
    """Say something new; everybody who follows the issue hears it."""

    number: int
    body: str


class Update(Struct, frozen=True):
    """Replace the body, open or close; nobody hears a change of the body."""

    number: int
    body: str | None = None
    state: str | None = None
    reason: str | None = None


Step = Create | Comment | Update


def marker(key: str) -> str:
    """The hidden first line of an issue, by which it is found again."""
    return f"{_MARK}{re.sub(r'[^A-Za-z0-9_.]+', '-', key)[:60]} -->"


def mine(found: Sequence[Existing], key: str) -> list[Existing]:
    """Those that begin with our marker: open ones first, of these the oldest; then the closed, newest first."""
    known = [one for one in found if one.body.splitlines()[:1] == [marker(key)]]
    return sorted(known, key=lambda one: (not one.is_open, one.number if one.is_open else -one.number))


def plan(report: Report, existing: Sequence[Existing], key: str, run_url: str = "") -> tuple[Step, ...]:
    """What to do, in order; nothing where the run says nothing about the sources (exit code 3, partial, offline).

    Args:
        report: of the run that just ended.
        existing: the issues with our marker, see :func:`mine`.
        key: which issue, where a repository has several.
        run_url: where the run and its page can be seen; empty if nowhere.
    """
    if not speaks(report):
        return ()
    found = texts.items(report)
    body = _body(found, report, key, run_url)
    if not existing:
        return (Create(TITLE, body),) if found else ()
    main, *others = existing
    news = _news(found, main.body)
    steps: list[Step] = [Comment(main.number, _comment(news))] if news else []
    state = "closed" if main.is_open and not found else "open" if news and not main.is_open else None
    if state or _without_run(body) != _without_run(main.body):
        steps.append(Update(main.number, body, state, "completed" if state == "closed" else None))
    ended = f"Continued in #{main.number}." if found else "Nothing needs anybody."
    return (*steps, *(Update(other.number, ended, "closed", "not_planned") for other in others if other.is_open))


def speaks(report: Report) -> bool:
    """Whether a run tells anything about all sources: full, complete, of the real web, and not inconclusive."""
    run = report.run
    return exits.exit_code(report) != exits.INCONCLUSIVE and run.complete and run.scope == "full" and not run.simulated


def _body(found: Sequence[Item], report: Report, key: str, run_url: str) -> str:
    told = "".join(f" {item.key}" for item in found[:_MOST_TOLD])
    more = "+" if len(found) > _MOST_TOLD else ""
    head = f"{marker(key)}\n<!-- checker:told{more}{told} -->\n\n"
    tail = _run_line(report, run_url)
    if not found:
        return f"{head}**Nothing needs anybody.**{tail}"
    count = len(found)
    intro = (
        f"**{count} {'thing needs' if count == 1 else 'things need'} somebody.** "
        "This issue is kept up to date by each run, and closed when nothing is left.\n\n"
    )
    room = texts.MOST - texts.size(head) - texts.size(intro) - texts.size(tail)
    return head + intro + texts.listed(found, room) + tail


def _run_line(report: Report, run_url: str) -> str:
    """The only part that differs where nothing changed; it is left out when bodies are compared."""
    counts = report.summary.sources
    where = f" [The run and its report page]({run_url})." if re.fullmatch(r"https?://[\w.:/-]+", run_url) else ""
    when = texts.foreign(f"{report.run.started[:10]} {report.run.started[11:16]} UTC")
    return (
        f"{_FOOTER}<sub>As of {when}: {counts.total} sources, {counts.blocked} blocked "
        f"(open these yourself), {counts.skipped} skipped.{where}</sub>\n"
    )


def _without_run(body: str) -> str:
    """A body up to the line of its run, as far as a person's editor may have changed line ends."""
    return body.replace("\r\n", "\n").partition(_FOOTER)[0].rstrip()


def _news(found: Sequence[Item], body: str) -> list[Item]:
    """What the issue has not told yet; by the ledger's word where it does not say what it has told."""
    second = body.splitlines()[1:2]
    known = _TOLD.fullmatch(second[0]) if second else None
    if known is None:
        return [item for item in found if item.new]
    told = set(known[2].split())
    return [item for item in found if item.key not in told and (item.new or not known[1])]


def _comment(news: Sequence[Item]) -> str:
    return f"**{len(news)} new since the last run:**\n\n{texts.listed(news, _COMMENT)}\n"
