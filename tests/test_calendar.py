"""Months of runs on simulated time: what each run reports of servers that behave in all the ways they do.

Every story is a table. A row is a day: what the server did, what the run reports (verdict, certainty, strikes),
and what is news: ``n`` for new, ``f`` for fixed.
"""

from __future__ import annotations

import socket
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from checker import exits, pipeline
from checker.config import Config, parse
from checker.demo import virtualtime
from checker.demo.pages import parked
from checker.ledger import Ledger
from checker.model import Document
from checker.pipeline import Settings, World
from checker.report import Report, ReportSource

START = datetime(2025, 1, 6, 5, 31, tzinfo=UTC)
PAGE = (
    "<html lang=en><title>The long story of a river</title><h1>The long story of a river</h1>"
    + "<p>word word word. " * 200
)
URL = "https://rivers.press/articles/river"
OTHERS = tuple(f"https://other{number}.press/page" for number in range(6))
HTML = {"content-type": "text/html; charset=utf-8"}


class Web(httpx.AsyncBaseTransport):
    """The web of one day: what the page under test does, and whether there is any network at all."""

    def __init__(self, does: str) -> None:
        self.does = does
        self.asked: list[str] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer as the day says; everybody else is fine."""
        self.asked.append(str(request.url))
        if self.does == "no network":
            raise _caused(socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution"))
        return self._page() if request.url.host == httpx.URL(URL).host else httpx.Response(200, headers=HTML, text=PAGE)

    def _page(self) -> httpx.Response:
        match self.does:
            case "nxdomain":
                raise _caused(socket.gaierror(socket.EAI_NONAME, "Name or service not known"))
            case "refused":
                raise _caused(ConnectionRefusedError(111, "Connection refused"))
            case "silent":
                raise httpx.ReadTimeout("")
            case "parked":
                return httpx.Response(200, headers=HTML, text=parked("rivers.press"))
            case "fine":
                return httpx.Response(200, headers=HTML, text=PAGE)
            case status:
                return httpx.Response(int(status), headers=HTML, text="<title>Not found</title>")


def _caused(cause: Exception) -> Exception:
    error = httpx.ConnectError(str(cause))
    error.__cause__ = cause
    return error


class Nobody(httpx.AsyncBaseTransport):
    """An Archive that cannot be reached."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Fail."""
        raise httpx.ConnectError("no route")


def check(
    folder: Path, day: float, does: str, *, full: bool = True, config: Config | None = None
) -> tuple[Report, Web]:
    """One run on a day after the start."""
    now = START + timedelta(days=day)
    text = " ".join(f"<{url}>" for url in (URL, *OTHERS))
    web = Web(does)
    settings = Settings(now, now.date(), full=full, lookup="never")
    documents = [Document("a.md", text, "markdown")]
    ledger = Ledger(folder / "ledger.sqlite")
    work = pipeline.check(config or Config.empty(), documents, settings, World(web, Nobody()), ledger)
    return virtualtime.run(work), web


def of(report: Report) -> ReportSource:
    """The source under test."""
    return next(source for source in report.sources if source.url == URL)


def told(report: Report) -> str:
    """A row of the table."""
    one = of(report)
    news = "n" * one.new + "f" * one.fixed
    return f"{one.verdict} {one.certainty} {one.failed_runs} {news}".rstrip()


Story = Sequence[tuple[float, str, str]]
FLAKY: Story = [
    (0, "fine", "ok confirmed 0"),
    (7, "503", "unreachable suspected 1 n"),
    (14, "fine", "ok confirmed 0 f"),
    (21, "silent", "unreachable suspected 1 n"),
    (28, "404", "dead suspected 2 n"),
    (35, "fine", "ok confirmed 0 f"),
    (42, "404", "dead suspected 1 n"),
    (49, "503", "unreachable suspected 2 n"),
    (56, "404", "dead suspected 3 n"),
    (63, "403", "blocked confirmed 3 n"),
    (70, "404", "dead confirmed 4 n"),
]
OUTAGE: Story = [
    (0, "fine", "ok confirmed 0"),
    *[(day, "refused", f"unreachable suspected {day}" + (" n" if day == 1 else "")) for day in (1, 2, 3, 4, 5, 6)],
    *[(day, "refused", f"unreachable confirmed {day}") for day in range(7, 15)],
    (15, "fine", "ok confirmed 0 f"),
]
BACK: Story = [
    (0, "fine", "ok confirmed 0"),
    (7, "410", "dead suspected 1 n"),
    (14, "404", "dead suspected 2"),
    (21, "410", "dead confirmed 3"),
    (28, "404", "dead confirmed 4"),
    (35, "fine", "ok confirmed 0 f"),
    (42, "fine", "ok confirmed 0"),
    (49, "404", "dead suspected 1 n"),
]
ONCE: Story = [(0, "fine", "ok confirmed 0"), (7, "404", "dead suspected 1 n"), (14, "fine", "ok confirmed 0 f")]
IMPATIENT: Story = [
    (0, "fine", "ok confirmed 0"),
    *[(0.1 * number, "404", f"dead suspected {number}" + (" n" if number == 1 else "")) for number in range(1, 30)],
    (6.2, "404", "dead confirmed 30"),
]
HIJACKED: Story = [
    *[(7 * week, "fine", "ok confirmed 0") for week in range(52)],
    (364, "parked", "dead suspected 1 n"),
    (371, "parked", "dead suspected 2"),
    (378, "parked", "dead confirmed 3"),
]
NIGHTS: Story = [
    (0, "fine", "ok confirmed 0"),
    (7, "404", "dead suspected 1 n"),
    (14, "no network", "dead suspected 1"),
    (15, "no network", "dead suspected 1"),
    (21, "404", "dead suspected 2"),
    (28, "no network", "dead suspected 2"),
    (35, "fine", "ok confirmed 0 f"),
    (42, "no network", "ok confirmed 0"),
    (49, "nxdomain", "dead suspected 1 n"),
]
STORIES: Mapping[str, Story] = {
    "flaky": FLAKY, "a two-week outage": OUTAGE, "dead, then back": BACK, "404 once": ONCE,
    "thirty runs in three days": IMPATIENT, "taken over after a year": HIJACKED, "nights without network": NIGHTS,
}  # fmt: skip


@pytest.mark.parametrize("name", STORIES)
def test_what_each_run_reports(tmp_path: Path, name: str) -> None:
    """The table."""
    table = [(day, does, told(check(tmp_path, day, does)[0])) for day, does, _ in STORIES[name]]

    assert table == list(STORIES[name])


def test_an_outage_is_never_a_death(tmp_path: Path) -> None:
    """Half a year of silence: to be looked at by hand, and no failure of the run."""
    reports = [check(tmp_path, day, "fine" if day == 0 else "silent")[0] for day in range(0, 180, 10)]

    assert {of(report).verdict for report in reports[1:]} == {"unreachable"}
    assert {exits.exit_code(report) for report in reports} == {0}
    assert of(reports[-1]).failed_runs == 17
    assert of(reports[-1]).first_failed == "2025-01-16T05:31:00Z"
    assert of(reports[-1]).last_ok == "2025-01-06T05:31:00Z"


def test_the_length_of_a_streak_outlives_what_is_pruned(tmp_path: Path) -> None:
    """Forty weeks dead are forty strikes, though twelve runs are kept one by one."""
    for week in range(41):
        report, _ = check(tmp_path, 7 * week, "404" if week else "fine")

    assert (of(report).failed_runs, of(report).first_failed) == (40, "2025-01-13T05:31:00Z")
    assert of(report).last_ok == "2025-01-06T05:31:00Z"
    assert len(Ledger(tmp_path / "ledger.sqlite").read().seen[URL]) == 14


def test_partial_runs_between_full_ones(tmp_path: Path) -> None:
    """A draft checked twenty times on a bad day: no strike, no news, and the next full run compares with the last."""
    check(tmp_path, 0, "fine")
    drafts = [check(tmp_path, 1 + number / 24, "404", full=False)[0] for number in range(20)]
    first = check(tmp_path, 7, "404")[0]
    check(tmp_path, 8, "404", full=False)
    second = check(tmp_path, 14, "404")[0]
    check(tmp_path, 15, "fine", full=False)
    third = check(tmp_path, 21, "404")[0]

    assert {told(draft) for draft in drafts} == {"dead suspected 0"}
    assert [told(report) for report in (first, second)] == ["dead suspected 1 n", "dead suspected 2"]
    assert told(third) == "dead suspected 1"
    assert drafts[0].run.scope == "partial"


def test_a_better_rule_improves_history(tmp_path: Path) -> None:
    """What was a death becomes a fine page once sources.yml says so, earlier runs included."""
    for week in range(3):
        check(tmp_path, 7 * week, "404")
    accepting = parse("version: 1\nnetwork:\n  hosts:\n    rivers.press: {accept: [404]}\n", "sources.yml")
    report, _ = check(tmp_path, 21, "404", config=accepting)

    assert [past.verdict for past in of(report).history] == ["ok"] * 4
    assert told(report) == "ok confirmed 0"
