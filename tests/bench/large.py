"""What the ledger costs of a large run: ``python tests/bench/large.py [SOURCES] [--ledger-only]``.

Makes a ledger that knows SOURCES pages from twelve weekly runs, then checks them once more on a web inside the
process, on simulated time, and prints what reading and writing the ledger took of it, in seconds of CPU, and the
size of the file. With a real network the run takes longer and the share is smaller. ``--ledger-only`` leaves the
run out and does with the ledger what it would do.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import httpx

from checker import pipeline
from checker.config import Config
from checker.demo import virtualtime
from checker.fetch.limits import Limits
from checker.ledger import Ledger
from checker.memory import Memory, RunRecord, RunState, Sighting
from checker.model import Document
from checker.observation import Hop, Observation, PageFacts, Try
from checker.pipeline import Settings, World

RUNS = 12
HOSTS = 2_000
START = datetime(2026, 8, 3, 5, 31, tzinfo=UTC)
WEEK = timedelta(days=7)
T = TypeVar("T")
WORDS = " ".join(f"<p>word{number} and more of it.</p>" for number in range(250))


def url(number: int) -> str:
    """The address of a page."""
    return f"https://www.site{number % HOSTS}.press/articles/2019/{number}/a-title-of-some-length-{number * 7919 % 100_003}"


def seen(number: int, week: int) -> Observation:
    """What a run saw of it: the same each week, but for a tag; one in fifty changes."""
    changes = week if number % 50 == 0 else 0
    page = PageFacts(f"A title {number}", (f"A title {number}",), 750 + changes, True, url(number), None, "en")
    headers = (("server", "nginx"), ("content-type", "text/html; charset=utf-8"), ("etag", f'"{number:x}-{week}"'))
    at = START + week * WEEK + timedelta(milliseconds=number)
    tries = (Try(url(number), "200, 8192 bytes read"),)
    return Observation(
        at, url(number), (Hop(url(number), 200),), 200, None, "", headers, 1, 120, page, None, False, tries
    )


class Page(httpx.AsyncBaseTransport):
    """A web where everything is there."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer with a page of eight kilobytes."""
        number = request.url.path.split("/")[3]
        text = f"<html lang=en><title>A title {number}</title><h1>A title {number}</h1>{WORDS}"
        return httpx.Response(200, headers={"content-type": "text/html; charset=utf-8", "server": "nginx"}, text=text)


class Timed(Ledger):
    """Counts the CPU seconds that go into the ledger."""

    spent: ClassVar[Counter[str]] = Counter()

    def _timed(self, work: Callable[..., T], *given: Any, **named: Any) -> T:
        began = time.process_time()
        try:
            return work(*given, **named)
        finally:
            self.spent[work.__name__] += time.process_time() - began  # type: ignore[assignment]  # seconds

    def look(self) -> Memory:
        """See the base class."""
        return self._timed(super().look)

    def history(self, key: str) -> Sequence[Sighting]:
        """See the base class."""
        return self._timed(super().history, key)

    def begin(self, started: datetime, *, full: bool, scope: str = "", shard: str = "") -> None:
        """See the base class."""
        self._timed(super().begin, started, full=full, scope=scope, shard=shard)

    def record(self, seen: Mapping[str, Observation], reused: Collection[str] = ()) -> None:
        """See the base class."""
        self._timed(super().record, seen, reused)

    def end(self, finished: datetime, state: RunState) -> None:
        """See the base class."""
        self._timed(super().end, finished, state)


def filled(path: Path, histories: Mapping[str, Sequence[Sighting]]) -> None:
    """Make the ledger of twelve runs."""
    runs = tuple(
        RunRecord(week + 1, START + week * WEEK, START + week * WEEK, True, RunState.COMPLETE) for week in range(RUNS)
    )
    ledger = Ledger(path)
    ledger.replace(Memory(runs, histories))
    ledger.close()


class _Made(Mapping[str, Sequence[Sighting]]):
    """Histories made when they are asked for, so that a hundred thousand fit into memory."""

    def __init__(self, count: int) -> None:
        self._numbers = {url(number): number for number in range(count)}

    def __getitem__(self, key: str) -> Sequence[Sighting]:
        return [Sighting.of(week + 1, seen(self._numbers[key], week)) for week in range(RUNS)]

    def __iter__(self) -> Any:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


class _Repeated(_Made):
    """What one run saw, as if twelve had."""

    def __init__(self, memory: Memory) -> None:
        self._seen = memory.seen

    def __getitem__(self, key: str) -> Sequence[Sighting]:
        one = self._seen[key][-1].observation
        return [Sighting.of(week + 1, replace(one, at=START + week * WEEK)) for week in range(RUNS)]

    def __iter__(self) -> Any:
        return iter(self._seen)

    def __len__(self) -> int:
        return len(self._seen)


def whole_run(path: Path, count: int) -> float:
    """Check everything once more; the CPU seconds of it."""
    now = START + RUNS * WEEK
    document = Document("a.md", "\n".join(f"- <{url(number)}>" for number in range(count)), "markdown")
    settings = Settings(now, now.date(), full=True, limits=Limits(rate=0), lookup="never")
    began = time.process_time()
    report = virtualtime.run(pipeline.check(Config.empty(), [document], settings, World(Page(), Page()), Timed(path)))
    assert report.summary.sources.ok == count  # else it measured something else
    return time.process_time() - began


def ledger_only(path: Path, count: int) -> None:
    """Do with the ledger what a run does: read every history twice, write every answer, end."""
    ledger = Timed(path)
    memory = ledger.look()
    now = START + RUNS * WEEK
    ledger.begin(now, full=True)
    for number in range(count):
        memory.seen.get(url(number))
    for first in range(0, count, 16):
        ledger.record({url(number): seen(number, RUNS) for number in range(first, min(count, first + 16))})
    for number in range(count):
        memory.seen.get(url(number))
    ledger.end(now, RunState.COMPLETE)


def main() -> None:
    """Fill, run, tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", type=int, nargs="?", default=100_000)
    parser.add_argument("--ledger-only", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "ledger.sqlite")
        if given.ledger_only:
            filled(path, _Made(given.sources))
        else:
            whole_run(Path(folder, "first.sqlite"), given.sources)
            filled(path, _Repeated(Ledger(Path(folder, "first.sqlite")).read()))
            Timed.spent.clear()
        before = path.stat().st_size
        took = 0.0
        if given.ledger_only:
            ledger_only(path, given.sources)
        else:
            took = whole_run(path, given.sources)
        size = path.stat().st_size
    spent = sum(Timed.spent.values())
    share = f" of {took:.1f} s, {100 * spent / took:.1f} %" if took else ""
    parts = ", ".join(f"{name} {seconds:.1f}" for name, seconds in Timed.spent.most_common())
    sys.stdout.write(
        f"{given.sources} sources, {RUNS} runs known: the ledger took {spent:.1f} s of CPU{share} ({parts}); "
        f"{before / 1e6:.1f} MB before, {size / 1e6:.1f} MB after, {size / given.sources:.0f} bytes a source\n"
    )


if __name__ == "__main__":
    main()
