"""Is it them, or is it us? Asked in doubt only: pages that were fine last time, or those that sources.yml names."""

from __future__ import annotations

import asyncio
import errno
import socket
from pathlib import Path

import pytest
from builders import START, WEEK, failed, observation
from servers import ALLOWED, Request, answer, serving

from checker import pipeline
from checker.canaries import elsewhere
from checker.config import Config, parse
from checker.errors import InputError
from checker.fetch.failures import classify
from checker.fetch.limits import Limits
from checker.fetch.transport import guarded_transport
from checker.ledger import Ledger
from checker.memory import Memory, RunRecord, RunState, Sighting
from checker.model import Certainty, Document
from checker.network import conclusive
from checker.observation import Failure
from checker.pipeline import Settings, World
from checker.report import Report
from checker.strikes import PastRun, certainty
from checker.verdict import conclude

QUICK = Limits(timeout=1, deadline=2, rate=0, attempts=1)
REFUSING = " ".join(f"<http://127.77.9.{number}:CLOSED/x>" for number in range(1, 8))


def play(folder: Path, *texts: str, canaries: str = "") -> tuple[list[Report], list[str]]:
    """Check some texts, a week apart; ``SITE`` is a server that is there. Reports, and what the server was asked."""

    def web(request: Request) -> bytes:
        return answer(404) if request.path == "/gone" else answer(200, b"<title>x</title>" + b"word " * 300)

    with socket.socket() as free:
        free.bind(("127.77.9.1", 0))
        closed = str(free.getsockname()[1])

    async def work() -> tuple[list[Report], list[str]]:
        async with serving(web) as site:
            transport = guarded_transport(QUICK, ALLOWED)
            config = Config.empty()
            if canaries:
                named = canaries.replace("SITE", site.url(""))
                config = parse(f"version: 1\nnetwork: {{canaries: ['{named}']}}\n", "sources.yml")
            reports = []
            for number, text in enumerate(texts):
                now = START + number * WEEK
                settings = Settings(now, now.date(), True, QUICK, lookup="never", allow=ALLOWED)
                document = Document("a.md", text.replace("SITE", site.url("")).replace("CLOSED", closed), "markdown")
                ledger = Ledger(folder / "ledger.sqlite")
                world = World(transport, transport)
                reports.append(await pipeline.check(config, [document], settings, world, ledger))
            await transport.aclose()
            return reports, site.paths

    return asyncio.run(work())


def test_a_named_canary_answers_so_they_are_down(folder: Path) -> None:
    """Seven hosts refuse, the canary is there: that is seven times news, and no bad night of ours."""
    (report,), asked = play(folder, REFUSING, canaries="SITE/canary")

    assert report.run.network == "up"
    assert asked == ["/canary"]
    assert {source.verdict for source in report.sources} == {"unreachable"}


def test_a_named_canary_is_silent_too_so_we_are_down(folder: Path) -> None:
    """Nobody answers at all."""
    (report,), _ = play(folder, REFUSING, canaries="http://127.77.9.200:9/")

    assert report.run.network == "down"


def test_pages_that_were_fine_last_time_are_canaries(folder: Path) -> None:
    """Also where today's documents do not cite them."""
    (_, report), asked = play(folder, "<SITE/fine>", REFUSING)

    assert report.run.network == "up"
    assert asked == ["/fine", "/fine"]


def test_who_is_not_in_doubt_asks_no_canary(folder: Path) -> None:
    """One request a source is the rule."""
    _, asked = play(folder, "<SITE/gone>", "<SITE/gone>", canaries="SITE/canary")

    assert asked == ["/gone", "/gone"]


def test_a_canary_is_an_address() -> None:
    """What cannot be asked for is told with its place."""
    with pytest.raises(InputError, match=r"sources\.yml:2:22: 'canaries'"):
        parse("version: 1\nnetwork: {canaries: ['ftp://x/']}\n", "sources.yml")


def test_a_few_on_other_hosts_are_chosen() -> None:
    """None that failed, none that was asked today, one a host."""
    keys = [f"https://site{number % 9}.org/{number}" for number in range(30)]
    seen = {key: [Sighting.of(1, observation(200, url=key))] for key in keys}
    seen["https://gone.org/"] = [Sighting.of(1, failed(Failure.TIMEOUT, url="https://gone.org/"))]
    memory = Memory((RunRecord(1, START, START, True, RunState.COMPLETE),), seen)
    chosen = elsewhere(memory, ["https://site0.org/other", "https://site1.org/"])

    assert chosen == [f"https://site{number}.org/{number}" for number in range(2, 7)]
    assert elsewhere(Memory(), ["https://site0.org/"]) == []


@pytest.mark.parametrize("number", [errno.ENETUNREACH, errno.EAFNOSUPPORT, errno.EADDRNOTAVAIL])
def test_no_way_by_ipv6_is_about_us(number: int) -> None:
    """A host that has only IPv6 is never confirmed unreachable from a machine that has none."""
    failure, detail = classify(OSError(number, "Connect call failed"))
    found = conclude("https://six.org/", failed(failure))
    history = [PastRun(START + week * WEEK, found.reason.kind, found.reason) for week in range(9)]

    assert failure is Failure.NO_ROUTE
    assert detail == "Connect call failed"
    assert found.reason.kind == "unreachable"
    assert "no way to the addresses" in found.evidence
    assert certainty(found, START + 9 * WEEK, history) is Certainty.SUSPECTED


def test_hosts_without_ipv4_among_others_leave_the_network_up() -> None:
    """Nine of ten hosts beyond our reach, one that answers by IPv4: the canary of its family."""
    cut_off = [(f"https://six{number}.org/", failed(Failure.NO_ROUTE)) for number in range(9)]

    assert not conclusive([*cut_off, ("https://four.org/", observation(200))])
    assert conclusive([*cut_off, ("https://four.org/", observation(200))], fine_last_time={"four.org"})
