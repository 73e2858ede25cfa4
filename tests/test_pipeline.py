"""One run over a real local web: what is asked, remembered and reported."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from builders import START, WEEK
from servers import ALLOWED, Handler, Request, Site, answer, serving
from terminal import Run

from checker import pipeline
from checker.config import Config, parse
from checker.fetch.limits import Limits
from checker.fetch.transport import guarded_transport
from checker.ledger import Ledger
from checker.model import Document
from checker.pipeline import Settings, World
from checker.report import Report, ReportSource

QUICK = Limits(timeout=0.5, deadline=2, rate=0, attempts=1)
PAGE = b"<html><title>A page</title><p>" + b"word " * 300
ROWS = [["timestamp", "original", "statuscode", "digest"]]


def web(request: Request) -> bytes | None:
    """A small web, and under /cdx and /web/ a small archive."""
    path = request.path
    if path.startswith("/cdx/"):
        return archive(path)
    if path == "/page1":
        return answer(200, PAGE)
    if path.startswith("/web/"):
        return answer(200, PAGE, memento_datetime="Sun, 01 Sep 2019 12:00:00 GMT")
    if path == "/moved":
        return answer(301, location="/page1")
    if path == "/silent":
        return None
    return answer(404, b"<title>Not found</title>")


def archive(path: str) -> bytes:
    """Captures of 2019 and 2022 for everything."""
    days = [stamp for stamp in ("20190901120000", "20220301120000") if _within(stamp, path)]
    table = [*ROWS, *([day, _asked(path)["url"], "200", day] for day in days)] if days else []
    return answer(200, json.dumps(table).encode(), "application/json")


def _asked(path: str) -> dict[str, str]:
    return dict(parse_qsl(path.partition("?")[2]))


def _within(stamp: str, path: str) -> bool:
    query = _asked(path)
    return query.get("from", "") <= stamp and stamp[: len(query.get("to", "9"))] <= query.get("to", "9")


def play(
    folder: Path, text: str, *, weeks: int = 1, handler: Handler = web, config: Config | None = None, **given: Any
) -> tuple[list[Report], Site]:
    """Check one document for some weeks; ``SITE`` in it is the local web."""

    async def work() -> tuple[list[Report], Site]:
        async with serving(handler) as site:
            document = Document("a.md", text.replace("SITE", site.url("")), "markdown")
            transport = guarded_transport(QUICK, ALLOWED)
            world = World(transport, transport, archive_base=site.url(""))
            reports = []
            for week in range(weeks):
                now = START + week * WEEK
                settings = Settings(now, now.date(), full=True, limits=QUICK, allow=ALLOWED, **given)
                ledger = Ledger(folder / "ledger.sqlite")
                reports.append(await pipeline.check(config or Config.empty(), [document], settings, world, ledger))
            await transport.aclose()
            return reports, site

    return asyncio.run(work())


def verdicts(report: Report) -> dict[str, tuple[str, str]]:
    """Verdict and reason by path."""
    return {source.url.rpartition("/")[2]: (source.verdict, source.reason) for source in report.sources}


def only(report: Report) -> ReportSource:
    """The one source."""
    (source,) = report.sources
    return source


def test_each_gets_its_verdict(folder: Path) -> None:
    """Four pages, one run."""
    (report,), _ = play(folder, "[a](SITE/page1) [b](SITE/moved) [c](SITE/gone) [d](SITE/silent)")

    assert verdicts(report) == {
        "page1": ("ok", "http-200"),
        "moved": ("moved", "moved-permanently"),
        "gone": ("dead", "http-404"),
        "silent": ("unreachable", "connection-reset"),
    }


def test_one_request_for_one_source(folder: Path) -> None:
    """However often, in whatever spelling and with whatever fragment it is cited."""
    _, site = play(folder, "SITE/page1 and [again](SITE/page1#part) and <SITE/./page1>")

    assert [path for path in site.paths if path == "/page1"] == ["/page1"]


def test_the_archived_copy_nearest_to_the_day(folder: Path) -> None:
    """For what failed only, from the side of the day the author looked."""
    note = "Text.[^1]\n\n[^1]: Ada Brook, “A page,” The Site, May 1, 2019, accessed September 2, 2019, SITE/gone. [x](SITE/page1)\n"
    (report,), site = play(folder, note)
    gone = next(source for source in report.sources if source.url.endswith("/gone"))

    assert (gone.archive.state, gone.archive.timestamp, gone.archive.delta_days) == ("found", "20190901120000", -1)
    assert not [path for path in site.paths if path.startswith("/cdx") and "page1" in path]


def test_a_found_copy_is_not_looked_up_again(folder: Path) -> None:
    """The Archive is asked once."""
    (first, second), site = play(folder, "SITE/gone", weeks=2)
    asked = [path for path in site.paths if path.startswith("/cdx")]

    assert only(second).archive == only(first).archive
    assert len(asked) <= 2


def test_suspected_then_confirmed_then_fixed(folder: Path) -> None:
    """Three failing weeks confirm; one success resets, and the page is told as fixed."""
    state = {"status": 404}

    def handler(request: Request) -> bytes | None:
        if request.path == "/page":
            return answer(state["status"], PAGE)
        return web(request)

    async def work() -> list[ReportSource]:
        async with serving(handler) as site:
            document = Document("a.md", f"See {site.url('/page')}", "markdown")
            transport = guarded_transport(QUICK, ALLOWED)
            world = World(transport, transport, archive_base=site.url(""))
            seen = []
            for week, status in enumerate([200, 404, 404, 404, 200]):
                state["status"] = status
                now = START + week * WEEK
                settings = Settings(now, now.date(), full=True, limits=QUICK, allow=ALLOWED)
                report = await pipeline.check(
                    Config.empty(), [document], settings, world, Ledger(folder / "ledger.sqlite")
                )
                seen.append(only(report))
            await transport.aclose()
            return seen

    seen = asyncio.run(work())

    assert [source.verdict for source in seen] == ["ok", "dead", "dead", "dead", "ok"]
    assert [source.certainty for source in seen[1:4]] == ["suspected", "suspected", "confirmed"]
    assert [source.failed_runs for source in seen] == [0, 1, 2, 3, 0]


def test_hosts_down_is_a_network_down(folder: Path) -> None:
    """Nobody answers, the Archive neither: no strike, no verdict, and the ledger is left alone."""

    def nobody(request: Request) -> None:
        return

    (report,), _ = play(folder, "SITE/a SITE/b", handler=nobody)

    assert report.run.network == "down"
    assert not report.run.complete
    assert not (folder / "ledger.sqlite").exists()
    assert {source.verdict for source in report.sources} <= {"unreachable", "skipped"}


def test_without_network_through_the_command(run: Run, folder: Path) -> None:
    """Code 3, a banner that points to the demo, figures judged all the same, no ledger."""
    (folder / "sources.yml").write_text(
        "version: 1\nsources:\n"
        + "".join(f"  s{number}: {{url: 'http://127.77.0.{number}:9/'}}\n" for number in range(1, 7))
        + "figures:\n  old: {value: 7 %, as_of: 2001, source: s1}\n",
        encoding="utf-8",
    )

    ended = run("check", "--allow-net", "127.77.0.0/16", "--wayback", "http://127.77.0.9:9", "--rate", "0")
    report = json.loads((folder / "reports" / "report.json").read_text(encoding="utf-8"))

    assert ended.code == 3
    assert "checker demo" in ended.err
    assert "network" in ended.out.lower()
    assert report["run"]["network"] == "down"
    assert report["figures"][0]["freshness"] == "stale"
    assert not [one for one in report["sources"] if one["verdict"] in ("dead", "broken")]
    assert not (folder / "reports" / "ledger.sqlite").exists()


def test_a_ledger_from_before_survives_a_night_without_network(run: Run, folder: Path) -> None:
    """Not a byte of it changes."""
    (folder / "reports").mkdir()
    play(folder / "reports", "SITE/page1")
    ledger = folder / "reports" / "ledger.sqlite"
    before = ledger.read_bytes()
    (folder / "a.md").write_text("http://127.77.0.9:9/", encoding="utf-8")

    ended = run("check", "a.md", "--allow-net", "127.77.0.0/16", "--no-archive", "--rate", "0")

    assert ended.code == 3
    assert ledger.read_bytes() == before


@pytest.mark.parametrize("given", [{"offline": True}, {"lookup": "never"}])
def test_what_is_not_wanted_is_not_asked(folder: Path, given: dict[str, Any]) -> None:
    """Offline asks nobody; without look-up the Archive is left in peace."""
    (report,), site = play(folder, "SITE/gone", **given)

    if "offline" in given:
        assert not site.asked
        assert only(report).verdict == "skipped"
    else:
        assert site.paths == ["/gone"]
        assert only(report).archive.state == "not_looked_up"


def test_accepted_statuses_and_headers_of_a_host(folder: Path) -> None:
    """What sources.yml says of a host is heeded; headers go to that host only."""
    config = parse(
        "version: 1\nnetwork:\n  hosts:\n    127.77.0.1: {accept: [403]}\n",
        "sources.yml",
    )

    def wall(request: Request) -> bytes:
        return answer(403)

    (report,), _ = play(folder, "SITE/x", handler=wall, config=config)

    assert only(report).verdict == "ok"


def test_the_clock_is_the_one_given(folder: Path) -> None:
    """Times in the report follow ``--now``, not the wall."""
    (report,), _ = play(folder, "SITE/page1")

    assert report.run.started == "2026-11-02T05:31:00Z"
    assert report.run.finished < (START + timedelta(minutes=1)).isoformat()


def test_only_a_page_that_is_there_has_parts(tmp_path: Path) -> None:
    """Of a page that is gone nothing is said about its parts; and one redirect is one."""
    (report, *_), _ = play(tmp_path, "SITE/page1#none SITE/gone#none SITE/moved?x", handler=_with_a_detour)
    seen = {one.url.rpartition("/")[2]: one for one in report.sources}

    assert [seen[name].fragment for name in ("page1#none", "gone#none")] == ["absent", None]
    assert seen["moved?x"].evidence == "200 OK, by way of 1 redirect"


def _with_a_detour(request: Request) -> bytes | None:
    return answer(302, location="/page1") if request.path == "/moved?x" else web(request)
