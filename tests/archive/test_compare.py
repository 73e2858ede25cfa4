"""``--compare``: a page that is there beside its copy of the day the author looked."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import httpx
import pytest
from builders import START, WEEK
from standin import Archive, InProcess, Kept, page

from checker import pipeline
from checker.config import Config
from checker.demo.virtualtime import run
from checker.fetch.limits import Limits
from checker.ledger import Ledger
from checker.model import Document
from checker.pipeline import Settings, World
from checker.report import Report, ReportSource

PAGE = "https://site1.org/a"
NOTE = f"Said.[^1]\n\n[^1]: Ada Brook, “Trade policy,” The Site, accessed September 2, 2019, {PAGE}.\n"
UNDATED = f"Said.[^1]\n\n[^1]: Ada Brook, “Trade policy,” The Site, {PAGE}.\n"
TEXT = " ".join(f"word{number} of policy{number % 97}" for number in range(400))
OTHER = " ".join(f"лошадь{number} бежит{number % 89}" for number in range(400))
THEN = page("Trade policy", TEXT)


class OnePage(httpx.AsyncBaseTransport):
    """A web of one page."""

    def __init__(self, body: str, status: int = 200) -> None:
        self.body, self.status, self.asked = body, status, 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer one request."""
        self.asked += 1
        await asyncio.sleep(0.05)
        return httpx.Response(self.status, headers={"content-type": "text/html; charset=utf-8"}, text=self.body)


def play(
    folder: Path, now: str, kept: list[Kept], text: str = NOTE, *, compare: bool = True, status: int = 200, **given: Any
) -> tuple[Report, OnePage, InProcess]:
    """One run over one page."""
    web, world = OnePage(now, status), InProcess(Archive({PAGE: kept}), 0.1)

    async def work() -> Report:
        start = given.pop("start", START)
        limits = Limits(timeout=5, deadline=20, rate=0, attempts=1, sample=4_000)
        settings = Settings(start, start.date(), full=True, limits=limits, compare=compare, **given)
        documents = [Document("a.md", text, "markdown")]
        return await pipeline.check(
            Config.empty(), documents, settings, World(web, world), Ledger(folder / "ledger.sqlite")
        )

    return run(work()), web, world


def one(report: Report) -> ReportSource:
    """The only source."""
    (source,) = report.sources
    return source


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (THEN, "same"),
        (page("Trade policy", f"A new menu. {TEXT} And a new footer."), "same"),
        (page("Trade policy", TEXT[: len(TEXT) // 3]), "changed"),
        (page("Лошади", OTHER), "replaced"),
    ],
)
def test_what_became_of_the_content(folder: Path, now: str, state: str) -> None:
    """A finding of its own with both addresses; the verdict stays what it is."""
    report, web, _ = play(folder, now, [Kept("20190825", THEN), Kept("20230101")])
    found = one(report)
    (finding,) = [one for one in report.findings if one.code.startswith("content-")]
    copy = f"https://web.archive.org/web/20190825120000/{PAGE}"

    assert (found.verdict, finding.code) == ("ok", f"content-{state}")
    assert PAGE in finding.message
    assert copy in finding.message
    assert found.compared is not None
    assert (found.compared.state, found.compared.copy) == (state, copy)
    assert web.asked == 1


def test_off_by_default(folder: Path) -> None:
    """Without it the Archive is not asked about what is there."""
    report, _, world = play(folder, THEN, [Kept("20190825", THEN)], compare=False)

    assert world.log == []
    assert one(report).compared is None


@pytest.mark.parametrize(
    ("kept", "text", "given"),
    [
        ([Kept("20180101", THEN)], NOTE, {}),
        ([], NOTE, {}),
        ([Kept("20190825", "<title>Page not found</title><p>Sorry, not here.")], NOTE, {}),
        ([Kept("20190825", THEN)], UNDATED, {}),
        ([Kept("20190825", THEN)], NOTE, {"lookup": "never"}),
        ([Kept("20190825", THEN)], NOTE, {"status": 404}),
    ],
)
def test_what_cannot_be_compared_is_not(folder: Path, kept: list[Kept], text: str, given: dict[str, Any]) -> None:
    """No copy, one of another time, a bad one, no day, no look-ups, no page: no finding."""
    report, _, _ = play(folder, page("Лошади", OTHER), kept, text, **given)

    assert not [one for one in report.findings if one.code.startswith("content-")]


def test_a_copy_that_is_known_is_opened_once_more(folder: Path) -> None:
    """Its text is not kept, so it costs one playback, and no index."""
    kept = [Kept("20190825", THEN), Kept("20230101")]
    play(folder, THEN, kept)
    report, _, world = play(folder, page("Лошади", OTHER), kept, start=START + WEEK)

    assert one(report).compared is not None
    assert [path for _, path, _ in world.log] == [f"/web/20190825120000id_/{PAGE}"]
