"""What the ledger costs of a large run: ``python tests/bench/large.py [SOURCES] [--ledger-only] [--max-age]``.

Checks SOURCES pages for the first time and, with twelve weekly runs known, for the thirteenth, on a web inside the
process and on simulated time; prints how much of the CPU seconds of each run went into reading and writing the ledger,
and the size of the file. With a real network a run takes longer and the share is smaller. Of the pages one in three
is "not modified" when it is asked about, one in ten changes now and then, one in fifty is gone.

``--max-age`` has the thirteenth run come two days sooner and use again what is fresh. ``--ledger-only`` leaves the
runs out, does with the ledger what they would do, and tells how much memory that takes.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import multiprocessing
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import wraps
from pathlib import Path
from typing import Any

import httpx
from msgspec.structs import replace

from checker import pipeline
from checker.cli import COLLECT
from checker.config import Config
from checker.demo import virtualtime
from checker.fetch.limits import Limits
from checker.ledger import Ledger
from checker.ledger.histories import Stored
from checker.memory import Memory, RunRecord, RunState, Sighting
from checker.model import Document
from checker.observation import Hop, Observation, PageFacts, Try
from checker.pipeline import Settings, World
from checker.reuse import Recall

RUNS = 12
HOSTS = 2_000
START = datetime(2026, 8, 3, 5, 31, tzinfo=UTC)
WEEK = timedelta(days=7)
NOW = START + RUNS * WEEK
WORDS = " ".join(f"<p>word{number} and more of it.</p>" for number in range(250))
TRIALS = 100_000
COUNTED = (
    *((Ledger, name) for name in ("look", "check_writable", "begin", "record", "end")),
    *((Stored, name) for name in ("expect", "validators", "last", "history", "facts", "sightings")),
)


def url(number: int) -> str:
    """The address of a page."""
    return f"https://www.site{number % HOSTS}.press/articles/2019/{number}/a-title-of-some-length-{number * 7919 % 100_003}"


def number_of(address: str) -> int:
    """The number of a page."""
    return int(address.split("/")[5])


def words(number: int, week: int) -> int:
    """How many words a page has in a week: mostly always the same."""
    return 750 + (random.Random(number * 100 + week).randrange(4) if number % 10 == 7 else 0)  # noqa: S311  # no secret


def seen(number: int, week: int) -> Observation:
    """What a run saw of a page."""
    there = number % 50 != 3
    page = PageFacts(f"A title {number}", (f"A title {number}",), words(number, week), True, None, None, "en")
    headers = [("content-type", "text/html; charset=utf-8"), ("server", "nginx")]
    headers += [("etag", f'"{number:x}"')] if number % 3 == 0 else []
    at = START + week * WEEK + timedelta(milliseconds=number)
    status = 200 if there else 404
    tries = (Try(url(number), f"{status}, 8192 bytes read"),)
    return Observation(
        at, url(number), (Hop(url(number), status),), status, None, "", tuple(headers), 1, 120, page, tries=tries
    )


class Page(httpx.AsyncBaseTransport):
    """A web where nearly everything is there."""

    def __init__(self, week: int) -> None:
        self._week = week

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer with a page of eight kilobytes."""
        await asyncio.sleep(0.1)
        number = number_of(str(request.url))
        headers = {"content-type": "text/html; charset=utf-8", "server": "nginx"}
        if number % 3 == 0:
            headers["etag"] = f'"{number:x}"'
        if request.headers.get("if-none-match"):
            return httpx.Response(304, headers=headers)
        more = "more " * (words(number, self._week) - 750)
        text = f"<html lang=en><title>A title {number}</title><h1>A title {number}</h1>{more}{WORDS}"
        return httpx.Response(404 if number % 50 == 3 else 200, headers=headers, text=text)


class Meter:
    """Counts the CPU seconds that go into the ledger, by the outermost of the methods that are counted.

    What the counting itself takes is found out first and taken off: of short methods it is a part.
    """

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self._inside = ""
        self._collecting = self._counting = 0.0
        nothing = self._counted("nothing", lambda: None)
        for _ in range(TRIALS):
            nothing()
        self._counting = self.spent.pop("nothing") / TRIALS
        gc.callbacks.append(self._collected)
        for owner, name in COUNTED:
            setattr(owner, name, self._counted(name, getattr(owner, name)))

    def _counted(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(work)
        def counted(*given: Any, **named: Any) -> Any:
            if self._inside:
                return work(*given, **named)
            self._inside = name
            began = time.process_time()
            try:
                return work(*given, **named)
            finally:
                self.spent[name] += time.process_time() - began - self._counting  # type: ignore[assignment]  # seconds
                self._inside = ""

        return counted

    def _collected(self, phase: str, _: dict[str, int]) -> None:
        """Rubbish of the whole run that happens to be collected meanwhile is told apart."""
        if phase == "start":
            self._collecting = time.process_time()
        elif self._inside:
            took = time.process_time() - self._collecting
            self.spent[self._inside] -= took  # type: ignore[assignment]  # seconds
            self.spent["garbage"] += took  # type: ignore[assignment]  # seconds

    def told(self, whole: float = 0.0) -> str:
        """What was spent so far, in a few words; the count begins anew."""
        spent = sum(self.spent.values())
        share = f" of {whole:.1f} s, {100 * spent / whole:.1f} %" if whole else ""
        told = ", ".join(f"{name} {seconds:.2f}" for name, seconds in self.spent.most_common() if seconds >= 0.005)
        self.spent.clear()
        return f"the ledger took {spent:.2f} s of CPU{share} ({told})"


class Repeated(Mapping[str, Sequence[Sighting]]):
    """What a first run saw, as if twelve had; made when it is asked for, so that a hundred thousand fit into memory."""

    def __init__(self, of: Mapping[str, Sequence[Sighting]], runs: int = RUNS) -> None:
        self._of = of
        self._runs = runs

    def __getitem__(self, key: str) -> Sequence[Sighting]:
        one = self._of[key][-1].observation
        return [Sighting.of(week + 1, self._then(one, key, week)) for week in range(self._runs)]

    def _then(self, one: Observation, key: str, week: int) -> Observation:
        more = words(number_of(key), week) - words(number_of(key), 0)
        page = replace(one.page, words=one.page.words + more) if one.page and more else one.page
        return replace(one, at=one.at + week * WEEK, page=page)

    def __iter__(self) -> Iterator[str]:
        return iter(self._of)

    def __len__(self) -> int:
        return len(self._of)


class Made(Mapping[str, Sequence[Sighting]]):
    """What a first run would have seen."""

    def __init__(self, count: int) -> None:
        self._count = count

    def __getitem__(self, key: str) -> Sequence[Sighting]:
        return [Sighting.of(1, seen(number_of(key), 0))]

    def __iter__(self) -> Iterator[str]:
        return map(url, range(self._count))

    def __len__(self) -> int:
        return self._count


def fill(path: Path, first: Mapping[str, Sequence[Sighting]]) -> None:
    """Make the ledger of twelve runs from what the first of them saw."""
    runs = tuple(
        RunRecord(week + 1, START + week * WEEK, START + week * WEEK, True, RunState.COMPLETE) for week in range(RUNS)
    )
    ledger = Ledger(path)
    ledger.replace(Memory(runs, Repeated(first)))
    ledger.close()


def whole_run(path: Path, count: int, week: int, max_age: timedelta) -> float:
    """Check everything once more, a week later or sooner; the CPU seconds of it."""
    now = START + week * WEEK - (timedelta(days=2) if max_age else timedelta())
    document = Document("a.md", "\n".join(f"- <{url(number)}>" for number in range(count)), "markdown")
    settings = Settings(now, now.date(), full=True, limits=Limits(rate=0), lookup="never", max_age=max_age)
    began = time.process_time()
    world = World(Page(week), Page(week))
    report = virtualtime.run(pipeline.check(Config.empty(), [document], settings, world, Ledger(path)))
    gone = len(range(3, count, 50))
    assert (report.summary.sources.dead, report.summary.sources.ok) == (gone, count - gone)  # else it measured another
    return time.process_time() - began


def ledger_only(path: Path, count: int, known: int) -> None:
    """Do with the ledger what a run does: look at every history, keep every answer, judge, end. Prints."""
    gc.set_threshold(*COLLECT)
    meter = Meter()
    now = {url(number): seen(number, RUNS) for number in range(count)}
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    ledger = Ledger(path)
    memory = ledger.look()
    recall = Recall(memory)
    keys = list(now)
    recall.expect(keys)
    for key in keys:
        recall.validators(key)
    ledger.begin(NOW, full=True)
    for first in range(0, count, 16):
        ledger.record({key: now[key] for key in keys[first : first + 16]})
    for key in keys:
        history = memory.history(key, now[key])
        for number in {row.facts for row in history.course.rows}:
            history.facts(number)
    ledger.end(NOW, RunState.COMPLETE)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    size = path.stat().st_size
    sys.stdout.write(
        f"{count} sources, {known} runs known: {meter.told()}; {grown / 1024:.0f} MB of memory; "
        f"{size / 1e6:.1f} MB, {size / count:.0f} bytes a source\n"
    )


def apart(work: Callable[..., None], *given: Any) -> None:
    """Do something in a process of its own, which has not yet used any memory."""
    process = multiprocessing.get_context("spawn").Process(target=work, args=given)
    process.start()
    process.join()
    if process.exitcode:
        sys.exit(process.exitcode)


def main() -> None:
    """Fill, run, tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", type=int, nargs="?", default=100_000)
    parser.add_argument("--ledger-only", action="store_true")
    parser.add_argument("--max-age", action="store_true", help="use results of the last seven days again")
    given = parser.parse_args()
    count, max_age = given.sources, WEEK if given.max_age else timedelta()
    with tempfile.TemporaryDirectory() as folder:
        first, path = Path(folder, "first.sqlite"), Path(folder, "ledger.sqlite")
        if given.ledger_only:
            apart(ledger_only, first, count, 0)
            fill(path, Made(count))
            return apart(ledger_only, path, count, RUNS)
        apart(run_and_tell, first, count, 0, timedelta())
        fill(path, Ledger(first).look().seen)
        return apart(run_and_tell, path, count, RUNS, max_age)


def run_and_tell(path: Path, count: int, week: int, max_age: timedelta) -> None:
    """One whole run, with rubbish collected as the command has it; prints what it took."""
    gc.set_threshold(*COLLECT)
    meter = Meter()
    took = whole_run(path, count, week, max_age)
    size, peak = path.stat().st_size, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(
        f"{count} sources, {week} runs known: {meter.told(took)}; {size / 1e6:.1f} MB, {size / count:.0f} bytes a "
        f"source; the whole run peaked at {peak / 1024:.0f} MB of memory\n"
    )


if __name__ == "__main__":
    main()
