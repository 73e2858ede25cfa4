"""Look-ups as part of whole runs, on simulated time: an outage, a second run, what is kept and what is asked again."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from builders import START, WEEK
from standin import Archive, InProcess, Kept, Reply, page

from checker import pipeline
from checker.config import Config
from checker.demo.virtualtime import run
from checker.fetch.limits import Limits
from checker.ledger import Ledger
from checker.model import ArchiveState, Document
from checker.outputs import text
from checker.pipeline import Settings, World
from checker.report import Report

QUICK = Limits(timeout=5, deadline=20, rate=0, attempts=1)
Meter = Callable[[str, float], Reply | None]


class LiveWeb(httpx.AsyncBaseTransport):
    """Everything is gone, but what is named ``fine``."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer one request."""
        await asyncio.sleep(0.05)
        fine = "fine" in str(request.url)
        return httpx.Response(200 if fine else 404, text=page() if fine else "<title>Error</title>")


def site(number: int) -> str:
    """An address on a host of its own."""
    return f"https://site{number}.org/a"


def notes(count: int, accessed: str = "September 2, 2019") -> str:
    """A document that cites so many pages, with the day they were looked at."""
    return "Text.[^1]\n\n" + "".join(
        f"[^{number}]: Ada Brook, “Page {number},” The Site, May 1, 2019, accessed {accessed}, {site(number)}.\n\n"
        for number in range(count)
    )


def play(
    folder: Path,
    text: str,
    archive: Archive,
    *,
    after: timedelta = timedelta(0),
    meter: Meter | None = None,
    kind: str = "markdown",
    **given: Any,
) -> tuple[Report, InProcess]:
    """One run, so long after the first one."""
    world = InProcess(archive, 0.1, meter)

    async def work() -> Report:
        now = START + after
        settings = Settings(now, now.date(), full=True, limits=QUICK, **given)
        documents = [Document("a.md", text, kind, digest="0" * 64)]
        ledger = Ledger(folder / "ledger.sqlite")
        return await pipeline.check(Config.empty(), documents, settings, World(LiveWeb(), world), ledger)

    return run(work()), world


def states(report: Report) -> Counter[str]:
    """How often each state occurs."""
    return Counter(source.archive.state for source in report.sources)


def asked_for(world: InProcess) -> set[str]:
    """The pages that the archive was asked for, by host."""
    return {path.partition("site")[2].partition(".")[0] for _, path, _ in world.log if "site" in path}


def test_an_outage_in_the_middle(folder: Path) -> None:
    """What was found stays found, what could not be asked says so; the next run asks for that, and nothing else."""
    held = {site(number): [Kept("20190801"), Kept("20191001")] for number in range(0, 60, 2)}
    first, before = play(
        folder, notes(60), Archive(held), meter=lambda path, now: (503, {}, b"Offline") if now > 70 else None
    )
    second, after = play(folder, notes(60), Archive(held), after=WEEK)
    by_state = {
        state: {source.url for source in first.sources if source.archive.state == state} for state in states(first)
    }

    assert set(by_state) == {"found", "not_archived", "lookup_failed"}
    assert len(by_state["lookup_failed"]) >= 5
    assert all(source.archive.detail for source in first.sources if source.archive.state == "lookup_failed")
    assert {f"https://site{number}.org/a" for number in asked_for(after)} == by_state["lookup_failed"]
    assert states(second) == {"found": 30, "not_archived": 30}
    assert "ended early: the Archive kept failing" in first.run.message
    assert f"{len(by_state['lookup_failed'])} sources will be looked up in the next run" in first.run.message
    assert second.run.message == ""
    assert (first.run.complete, first.run.network) == (True, "up")
    assert first.run.message in text.render(first)
    assert len(before.log) < 60 * 5


def test_the_states_are_remembered_apart(folder: Path) -> None:
    """The ledger holds each state by its name, with its time and its day."""
    archive = Archive({site(0): [Kept("20190801")], site(2): [], site(3): []})
    archive.faults = {site(2): {"excluded"}, site(3): {"cdx 503", "gate 503", "available 503"}}
    play(folder, notes(4), archive)
    known = Ledger(folder / "ledger.sqlite").read().archive

    assert [known[site(number)].state for number in range(4)] == [
        ArchiveState.FOUND,
        ArchiveState.NOT_ARCHIVED,
        ArchiveState.EXCLUDED,
        ArchiveState.LOOKUP_FAILED,
    ]
    assert all(answer.at is not None and answer.aim is not None for answer in known.values())


@pytest.mark.parametrize(("days", "again"), [(7, set()), (29, set()), (31, {"1", "2"})])
def test_what_is_asked_again(folder: Path, days: int, again: set[str]) -> None:
    """Found is kept for good, none and excluded for 30 days."""
    archive = Archive({site(0): [Kept("20190801")]}, {site(2): {"excluded"}})
    play(folder, notes(3), archive)
    report, world = play(folder, notes(3), archive, after=timedelta(days=days))

    assert asked_for(world) == again
    assert states(report) == {"found": 1, "not_archived": 1, "excluded": 1}


def test_another_day_is_another_question(folder: Path) -> None:
    """Where the author looked again, the copy of that day is looked for."""
    archive = Archive({site(0): [Kept("20190801"), Kept("20210801")]})
    play(folder, notes(1), archive)
    report, world = play(folder, notes(1, "September 2, 2021"), archive, after=WEEK)

    assert asked_for(world) == {"0"}
    assert report.sources[0].archive.timestamp == "20210801120000"
    assert report.sources[0].archive.target == "2021-09-02"


@pytest.mark.parametrize(("lookup", "asked"), [("failing", {"0"}), ("all", {"0", "fine"}), ("never", set())])
def test_for_whom_copies_are_looked_up(folder: Path, lookup: str, asked: set[str]) -> None:
    """By default for what failed; ``all`` for what is there too; ``never`` is never."""
    archive = Archive({site(0): [Kept("20190801")]})
    _, world = play(folder, f"<{site(0)}> <https://sitefine.org/a>", archive, lookup=lookup)

    assert asked_for(world) == asked


def test_a_cut_short_run_keeps_what_it_was_told(folder: Path) -> None:
    """Ctrl-C in the middle of look-ups: the next run asks for the rest only."""
    held = Archive({site(number): [Kept("20190801"), Kept("20191001")] for number in range(60)})
    world = InProcess(held, 0.1)

    async def work() -> Report:
        task = asyncio.current_task()
        assert task is not None
        asyncio.get_running_loop().call_later(70, task.cancel)
        settings = Settings(START, START.date(), full=True, limits=QUICK)
        documents = [Document("a.md", notes(60), "markdown")]
        return await pipeline.check(
            Config.empty(), documents, settings, World(LiveWeb(), world), Ledger(folder / "ledger.sqlite")
        )

    first = run(work())
    found = {source.url for source in first.sources if source.archive.state == "found"}
    second, after = play(folder, notes(60), held, after=WEEK)

    assert first.run.interrupted
    assert 24 <= len(found) < 60
    assert {f"https://site{number}.org/a" for number in asked_for(after)} == {site(n) for n in range(60)} - found
    assert states(second) == {"found": 60}
