"""Many machines, one run: shards by host, joined and judged again, are the run that one machine would have made."""

from __future__ import annotations

import asyncio
import json
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx
import pytest
from builders import START, WEEK
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from terminal import Run

from checker import pipeline, shards
from checker.config import Config
from checker.demo import virtualtime
from checker.errors import UsageError
from checker.fetch.limits import Limits
from checker.inventory import Inventory
from checker.invocation import Inputs
from checker.ledger import Ledger
from checker.model import Document
from checker.outputs import json as report_json
from checker.pipeline import Settings, World
from checker.report import Report
from checker.sharded import Merging, merge
from checker.shards import Shard

QUICK = Limits(timeout=5, deadline=10, rate=0, attempts=1)
WORDS = "word " * 80
BUYER = "https://buyer-of-domains.net/lander"


def number(url: str, of: int, week: int = 0) -> int:
    """A number below ``of`` that is the same for the same address and week."""
    return sha256(f"{week} {url}".encode()).digest()[0] % of


class World5000(httpx.AsyncBaseTransport):
    """A web in which every address has a fate of its own; some of it changes from week to week."""

    def __init__(self, week: int, *, down: frozenset[str] = frozenset()) -> None:
        self.week, self.down = week, down
        self.asked: list[str] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer one request."""
        url, host = str(request.url), request.url.host
        self.asked.append(url)
        await asyncio.sleep(0.01)
        if host in self.down or number(host, 25) == 0:
            raise httpx.ConnectError("refused", request=request)
        if number(host, 12) == 1 and url != BUYER:
            return httpx.Response(302, headers={"location": BUYER})
        return self._page(url, request)

    def _page(self, url: str, request: httpx.Request) -> httpx.Response:
        host = request.url.host
        match number(url, 14, self.week if number(url, 3) else 0):
            case 0 | 1:
                return self._html(404, "Not found", "There is nothing here.")
            case 2:
                return httpx.Response(301, headers={"location": f"https://{host}/"})
            case 3:
                return httpx.Response(301, headers={"location": f"{url}-moved"})
            case 4:
                return self._html(403, "Forbidden", "no")
            case 5:
                return self._html(200, "Page not found", "Sorry, the page you are looking for could not be found.")
            case 6:
                return self._html(503, "Busy", "later")
            case 7:
                return self._html(410, "Gone", "gone")
            case _:
                return self._html(200, f"A page at {request.url.path}", WORDS)

    @staticmethod
    def _html(status: int, title: str, text: str) -> httpx.Response:
        body = f"<html><title>{title}</title><h1>{title}</h1><p id=here>{text}"
        return httpx.Response(status, headers={"content-type": "text/html; charset=utf-8"}, text=body)


def documents(sources: int, files: int = 10) -> list[Document]:
    """Documents that cite so many sources on a seventh as many hosts, some of them twice and by fragments."""
    texts: list[list[str]] = [[] for _ in range(files)]
    for one in range(sources):
        fragment = "#here" if one % 11 == 0 else "#nowhere" if one % 13 == 0 else ""
        texts[one % files].append(f"[s{one}](https://host{one % (sources // 7)}.org/p{one}{fragment})")
        if one % 17 == 0:
            texts[(one + 1) % files].append(f"[again](https://host{one % (sources // 7)}.org/p{one}{fragment})")
    return [Document(f"d{place}.md", "\n\n".join(text), "markdown") for place, text in enumerate(texts)]


def check(folder: Path, read: list[Document], now: datetime, web: World5000, shard: Shard | None = None) -> Report:
    """One run on simulated time, with its report beside its ledger."""
    folder.mkdir(parents=True, exist_ok=True)
    settings = Settings(now, now.date(), full=True, limits=QUICK, lookup="never", shard=shard)
    work = pipeline.check(Config.empty(), read, settings, World(web, web), Ledger(folder / "ledger.sqlite"))
    report = virtualtime.run(work)
    (folder / "report.json").write_text(report_json.render(report), encoding="utf-8")
    return report


def sharded(folder: Path, read: list[Document], now: datetime, web: World5000, of: int) -> Report:
    """The same in parts, each beginning with the memory in ``folder``, joined there."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = []
    for one in range(1, of + 1):
        part = folder / f"{now:%m%d}-{one}"
        part.mkdir()
        if (folder / "ledger.sqlite").exists():
            (part / "ledger.sqlite").write_bytes((folder / "ledger.sqlite").read_bytes())
        check(part, read, now, web, Shard(one, of))
        parts.append(part)
    return merge(Merging(parts), Inputs(Config.empty(), None, tuple(read), full=True), folder, print)


def facts(report: Report) -> dict[str, Any]:
    """A report without times, request counts and the Archive's state."""
    known: dict[str, Any] = json.loads(report_json.render(report))
    for name in ("started", "finished"):
        del known["run"][name]
    for source in known["sources"]:
        for name in ("checked_at", "requests", "elapsed_ms", "archive"):
            del source[name]
    return known


def test_eight_shards_of_five_thousand_sources(tmp_path: Path) -> None:
    """Word for word the report of the single run, though no shard asked more than its part, and none asked twice."""
    read = documents(5000)
    alone, together = World5000(0), World5000(0)

    single = check(tmp_path / "single", read, START, alone)
    joined = sharded(tmp_path / "joined", read, START, together, 8)

    assert single.summary.sources.total == 5000
    assert len({source.reason for source in single.sources}) >= 8
    assert facts(joined) == facts(single)


def test_over_weeks(tmp_path: Path) -> None:
    """Strikes, history, new and fixed: three sharded weeks and a fourth in one piece remember what single runs do."""
    read = documents(280, files=3)
    for week in range(4):
        now = START + week * WEEK
        single = check(tmp_path / "single", read, now, World5000(week))
        if week < 3:
            joined = sharded(tmp_path / "joined", read, now, World5000(week), 3)
        else:
            joined = check(tmp_path / "joined", read, now, World5000(week))
        assert facts(joined) == facts(single)
    assert any(one.certainty == "confirmed" and one.verdict == "dead" for one in single.sources)
    assert single.summary.new
    assert single.summary.fixed


def test_a_shard_alone_says_nothing_for_good(tmp_path: Path) -> None:
    """Its report is a partial one, what others ask is left out, and its failures are no strikes."""
    read = documents(70, files=1)
    report = check(tmp_path, read, START, World5000(0), Shard(1, 4))
    left = [source for source in report.sources if source.reason == "not-selected"]

    assert report.run.scope == "partial"
    assert 0 < len(left) < 70
    assert not any(run.counts for run in Ledger(tmp_path / "ledger.sqlite").read().runs)


def test_a_shard_whose_hosts_are_all_down(tmp_path: Path) -> None:
    """By itself it could not tell a dead network from dead hosts; joined with the others it can."""
    read = documents(210, files=1)
    hosts = {f"host{one}.org" for one in range(30)}
    down = frozenset(host for host in hosts if Shard(2, 4).holds(host))
    alone, together = World5000(0, down=down), World5000(0, down=down)

    single = check(tmp_path / "single", read, START, alone)
    joined = sharded(tmp_path / "joined", read, START, together, 4)

    assert json.loads((tmp_path / "joined/1102-2/report.json").read_text(encoding="utf-8"))["run"]["network"] == "down"
    assert joined.run.network == "up"
    assert facts(joined) == facts(single)


def test_a_missing_shard_makes_it_inconclusive(tmp_path: Path) -> None:
    """What was seen is shown, nothing is concluded from what was not."""
    read = documents(70, files=1)
    parts = [tmp_path / str(one) for one in (1, 2, 3)]
    for one, part in enumerate(parts, start=1):
        check(part, read, START, World5000(0), Shard(one, 4))

    joined = merge(Merging(parts), Inputs(Config.empty(), None, tuple(read), full=True), tmp_path / "out", print)

    assert joined.run.interrupted
    assert not joined.run.complete
    assert {source.reason for source in joined.sources} >= {"budget", "http-200"}


def test_merging_twice_is_merging_once(tmp_path: Path) -> None:
    """A step that is run again changes nothing: no strike is counted twice."""
    read = documents(70, files=1)
    joined = sharded(tmp_path, read, START, World5000(0), 2)
    parts = [tmp_path / "1102-1", tmp_path / "1102-2"]

    again = merge(Merging(parts), Inputs(Config.empty(), None, tuple(read), full=True), tmp_path, print)

    assert facts(again) == facts(joined)
    assert len(Ledger(tmp_path / "ledger.sqlite").read().runs) == 1


def mixtures(folder: Path) -> dict[str, list[Path]]:
    """Folders that are not the shards of one run."""
    read = documents(70, files=1)
    made = {name: folder / name for name in ("whole", "one", "two", "of three", "other")}
    check(made["whole"], read, START, World5000(0))
    check(made["one"], read, START, World5000(0), Shard(1, 2))
    check(made["two"], read, START, World5000(0), Shard(2, 2))
    check(made["of three"], read, START, World5000(0), Shard(2, 3))
    check(made["other"], [replace(read[0], name="other.md")], START, World5000(0), Shard(2, 2))
    made["empty"] = folder / "empty"
    made["empty"].mkdir()
    return {
        "whole": [made["one"], made["whole"]], "twice": [made["one"], made["one"]],
        "of three": [made["one"], made["of three"]], "other documents": [made["one"], made["other"]],
        "empty": [made["one"], made["empty"]],
    }  # fmt: skip


def test_what_cannot_be_joined(tmp_path: Path) -> None:
    """Each says which folder and why; nothing is written."""
    for name, parts in mixtures(tmp_path).items():
        with pytest.raises(UsageError):
            merge(Merging(parts), Inputs(Config.empty(), None, (), full=True), tmp_path / "out", print)
        assert not (tmp_path / "out" / "report.json").exists(), name


@given(st.text(max_size=40), st.integers(1, shards.MOST))
def test_each_host_is_of_one_shard(host: str, of: int) -> None:
    """Whatever it is called, just one of the parts asks it."""
    assert sum(Shard(one, of).holds(host) for one in range(1, of + 1)) == 1


def test_the_parts_are_of_like_size() -> None:
    """Of a thousand hosts, each of eight has its eighth, more or less."""
    sizes = [sum(Shard(one, 8).holds(f"host{host}.org") for host in range(1000)) for one in range(1, 9)]

    assert sum(sizes) == 1000
    assert min(sizes) > 90
    assert max(sizes) < 160


def test_settled_sources_stay_settled() -> None:
    """A part leaves alone what needs no asking."""
    assert shards.part(Inventory((), (), ()), Shard(1, 2)) == Inventory((), (), ())


@pytest.mark.parametrize("text", ["", "1", "0/2", "3/2", "1/0", "1/257", "-1/2", "1/2/3", "a/b", "１/２", " 1/2"])
def test_what_is_no_part(run: Run, folder: Path, text: str) -> None:
    """Refused with an example of how to write it."""
    (folder / "a.md").write_text("https://site.org/", encoding="utf-8")

    assert shards.parse(text) is None
    assert run("check", "a.md", "--offline", f"--shard={text}").code == 2


def test_the_command(run: Run, folder: Path) -> None:
    """From check --shard to merge, by hand; folders that are no shards end with code 2 and one line."""
    (folder / "a.md").write_text("[a](http://127.77.9.1:9/a) [b](http://127.77.9.2:9/b)", encoding="utf-8")
    reach = ("--allow-net", "127.77.0.0/16", "--no-archive")
    for one in (1, 2):
        run("check", "a.md", "--full", "--shard", f"{one}/2", "--reports", f"s{one}", *reach)

    ended = run("merge", "s1", "s2", "--document", "a.md", "--allow-net", "127.77.0.0/16")

    assert ended.code == 3  # nobody answered
    assert json.loads((folder / "reports/report.json").read_text(encoding="utf-8"))["run"]["network"] == "down"
    refused = run("merge", "reports", "--document", "a.md")
    assert refused.code == 2
    assert refused.err.count("\n") == 1
