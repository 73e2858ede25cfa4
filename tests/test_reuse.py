"""What need not be asked again: fresh results, and pages of which the server says that they have not changed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from builders import START, WEEK, failed, observation, source
from msgspec.structs import replace
from servers import ALLOWED, Request, Site, answer, serving
from terminal import Run

from checker import conditional, pipeline, reuse
from checker.config import Config
from checker.fetch.limits import Limits
from checker.fetch.transport import guarded_transport
from checker.ledger import Ledger
from checker.memory import Sighting
from checker.model import Document
from checker.observation import Exchange, Failure, Hop, PageFacts, Sign, Target
from checker.pipeline import Settings, World
from checker.report import Report

DAY = timedelta(days=1)
QUICK = Limits(timeout=2, deadline=5, rate=0, attempts=1)
PAGE = b"<html lang=en><title>A page</title><h1 id=here>A page</h1><p>" + b"word " * 300
URL = "https://site.org/a"
FINE = observation(200, page=PageFacts("A page", words=300, complete=True), headers=(("etag", '"1"'),))


def play(
    folder: Path, handler: Callable[[Request], bytes | None], text: str, *days: float, **given: Any
) -> tuple[list[Report], list[int], Site]:
    """Check a document on some days: the reports, how many requests the site had had by then, and the site."""

    async def work() -> tuple[list[Report], list[int], Site]:
        async with serving(handler) as site:
            document = Document("a.md", text.replace("SITE", site.url("")), "markdown")
            transport = guarded_transport(QUICK, ALLOWED)
            world = World(transport, transport, archive_base=site.url(""))
            reports, asked = [], []
            for day in days:
                now = START + day * DAY
                settings = Settings(now, now.date(), True, QUICK, lookup="never", allow=ALLOWED, **given)
                ledger = Ledger(folder / "ledger.sqlite")
                reports.append(await pipeline.check(Config.empty(), [document], settings, world, ledger))
                asked.append(len(site.asked))
            await transport.aclose()
            return reports, asked, site

    return asyncio.run(work())


def tagged(request: Request) -> bytes:
    """A page that has a tag and heeds conditions."""
    if request.headers.get("if-none-match") == '"1"':
        return answer(304, etag='"1"')
    return answer(200, PAGE, etag='"1"')


@pytest.mark.parametrize("text", ["<SITE/a>", "<SITE/a#here> <SITE/a#nowhere>"])
def test_a_page_that_has_not_changed_is_what_it_was(folder: Path, text: str) -> None:
    """Facts of the page and of its fragments stand; it counts as asked."""
    (first, second, third), _, site = play(folder, tagged, text, 0, 7, 14)

    assert [bool(one.headers.get("if-none-match")) for one in site.asked] == [False, True, True]
    for before, after in zip(first.sources, third.sources, strict=True):
        assert after.verdict == "ok"
        assert (after.page, after.fragment, after.warnings) == (before.page, before.fragment, before.warnings)
        assert (after.requests, after.checked_at) == (1, after.last_ok and after.checked_at)
    assert second.sources[0].checked_at == "2026-11-09T05:31:00Z"
    assert len(third.sources[0].history) == 3


def test_after_a_month_it_is_read_again(folder: Path) -> None:
    """The word of the server does not stand in for the page for ever."""
    _, _, site = play(folder, tagged, "<SITE/a>", 0, 14, 28, 42, 56)

    assert [bool(one.headers.get("if-none-match")) for one in site.asked] == [False, True, True, False, True]


def test_a_fragment_that_was_never_looked_for_needs_the_page(folder: Path) -> None:
    """What is stored says nothing about it."""
    play(folder, tagged, "<SITE/a>", 0)

    def handler(request: Request) -> bytes:
        assert "if-none-match" not in request.headers
        return tagged(request)

    (report,), _, _ = play(folder, handler, "<SITE/a> <SITE/a#here>", 7)

    assert [one.fragment for one in report.sources] == [None, "present"]


@pytest.mark.parametrize("tag", ['"2"', ""])
def test_a_server_that_always_says_so_is_asked_for_the_page(folder: Path, tag: str) -> None:
    """A tag that is not ours, a date that does not come back: the page itself is asked for, and is gone."""
    dated = "Tue, 03 Sep 2019 10:11:12 GMT"
    times = 0

    def counting(request: Request) -> bytes:
        nonlocal times
        times += 1
        if "if-none-match" in request.headers or "if-modified-since" in request.headers:
            return answer(304, etag=tag) if tag else answer(304)
        if times > 1:
            return answer(404)
        return answer(200, PAGE, last_modified=dated, etag='"1"') if tag else answer(200, PAGE, last_modified=dated)

    (_, second), _, site = play(folder, counting, "<SITE/a>", 0, 7)

    assert second.sources[0].reason == "http-404"
    assert second.sources[0].requests == 2
    assert len(site.asked) == 3


def exchange(
    status: int = 304, sent: tuple[tuple[str, str], ...] = (("if-none-match", '"1"'),), **headers: str
) -> Exchange:
    """An answer to a conditional request."""
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Exchange(Target(URL, conditions=sent), URL, (Hop(URL, status),), status, named)


MODIFIED = (("if-modified-since", "Tue, 03 Sep 2019 10:11:12 GMT"),)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (exchange(), True),
        (exchange(etag='W/"1"'), True),
        (exchange(etag='"2"'), False),
        (exchange(200), False),
        (exchange(sent=()), False),
        (exchange(sent=MODIFIED), False),
        (exchange(sent=MODIFIED, last_modified="Tue, 03 Sep 2019 10:11:12 GMT"), True),
        (exchange(sent=MODIFIED, last_modified="Tue, 03 Sep 2013 10:11:12 GMT"), False),
        (replace(exchange(), failure=Failure.BAD_ENCODING), False),
        (replace(exchange(), hops=(Hop("x", 302, URL), Hop(URL, 304))), False),
    ],
)
def test_whose_word_is_taken(given: Exchange, expected: bool) -> None:
    """That of one who shows that it is the page we know."""
    assert conditional.confirms(given) is expected


@pytest.mark.parametrize(
    "doubtful",
    [
        None,
        failed(Failure.TIMEOUT),
        observation(404, headers=(("etag", '"1"'),)),
        replace(FINE, headers=()),
        replace(FINE, page=None),
        replace(FINE, page=PageFacts("x", signs=(Sign("soft404.title", "x"),))),
        replace(FINE, hops=(Hop("http://site.org/a", 301, URL), Hop(URL, 200))),
        replace(FINE, final_url="https://site.org/b"),
        replace(FINE, at=START + WEEK),
        replace(FINE, at=START - 31 * DAY),
        replace(FINE, read_at=START - 31 * DAY),
        replace(FINE, headers=(("etag", '"\r\nx: y"'),)),
    ],
)
def test_in_doubt_the_whole_page_is_asked_for(doubtful: Any) -> None:
    """Nothing that was strange, is old, or was never there is taken as unchanged."""
    fine, other = conditional.validators(FINE, URL), conditional.validators(doubtful, URL)

    assert conditional.conditions([other], START) == ()
    assert conditional.conditions([fine, other], START) == ()
    assert conditional.conditions([fine, fine], START) == (("if-none-match", '"1"'),)


def test_fresh_results_fall_due_one_by_one() -> None:
    """All seen on one day, they are asked again over half a week, none later than said; the same every time."""
    sources = [source(url=f"{URL}{number}", key=f"{URL}{number}") for number in range(400)]
    last = Sighting.of(1, FINE)

    def due(day: float) -> int:
        return sum(not reuse.fresh(one, last, START + day * DAY, WEEK) for one in sources)

    assert (due(0), due(3.4), due(7)) == (0, 0, 400)
    steps = [due(3.5 + 0.5 * number) for number in range(8)]
    assert all(20 < later - earlier < 100 for earlier, later in pairwise(steps))
    assert due(5.25) == due(5.25)


@pytest.mark.parametrize("one", [failed(Failure.TIMEOUT), observation(404), observation(403)])
def test_what_failed_is_due_sooner(one: Any) -> None:
    """Within a day, where fine pages have a week."""
    last = Sighting.of(1, one)

    assert reuse.fresh(source(), last, START + timedelta(hours=12), WEEK)
    assert not reuse.fresh(source(), last, START + DAY, WEEK)


def test_a_result_of_the_future_is_none() -> None:
    """Whatever clock it was recorded under."""
    assert not reuse.fresh(source(), Sighting.of(1, FINE), START - DAY, WEEK)


def test_reused_results_are_told_as_such(folder: Path) -> None:
    """With the day they are from and no request; no strike, no news; and what failed is asked every day."""

    def web(request: Request) -> bytes:
        return answer(404) if request.path == "/gone" else answer(200, PAGE)

    reports, asked, site = play(folder, web, "<SITE/a> <SITE/gone>", 0, 0.05, 1, 2, 8, max_age=WEEK)
    fine = [report.sources[0] for report in reports]
    gone = [report.sources[1] for report in reports]

    assert asked == [2, 2, 3, 4, 6]
    assert [one.checked_at for one in fine[:4]] == ["2026-11-02T05:31:00Z"] * 4
    assert [one.requests for one in fine] == [1, 0, 0, 0, 1]
    assert {one.last_ok for one in fine[:4]} == {"2026-11-02T05:31:00Z"}
    assert [one.failed_runs for one in gone] == [1, 1, 2, 3, 4]
    assert [one.certainty for one in gone] == ["suspected"] * 4 + ["confirmed"]
    assert not any(one.new or one.fixed for report in reports for one in report.sources)
    assert site.paths.count("/a") == 2


def test_a_night_without_network_is_told_from_those_asked(folder: Path) -> None:
    """Fresh results of others do not stand in for a network."""
    state = {"up": True}

    def web(request: Request) -> bytes | None:
        return (answer(404) if request.path == "/gone" else answer(200, PAGE)) if state["up"] else None

    play(folder, web, "<SITE/a> <SITE/gone>", 0, max_age=WEEK)
    state["up"] = False
    (report,), _, _ = play(folder, web, "<SITE/a> <SITE/gone>", 1, max_age=WEEK)

    assert report.run.network == "down"


@pytest.mark.parametrize(
    ("given", "code"), [("7d", 0), ("12 hours", 0), ("30m", 0), ("soon", 2), ("0d", 2), ("-1d", 2)]
)
def test_the_option(run: Run, folder: Path, given: str, code: int) -> None:
    """A length of time, or an error that says how to write one."""
    (folder / "a.md").write_text("text", encoding="utf-8")
    ended = run("check", "a.md", "--offline", "--allow-empty", "--max-age", given)

    assert ended.code == code
    assert code == 0 or "write 7d" in ended.err
