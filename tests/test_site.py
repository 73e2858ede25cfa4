"""A web of behaviours, each asked for real over loopback, and the one verdict a careful person would give."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from pathlib import Path

import pytest
from behaviours import OK, Behaviour, ok, status
from behaviours.alive import ALIVE
from behaviours.gone import GONE
from behaviours.moved import MOVED
from behaviours.software import SOFTWARE
from behaviours.unknown import UNKNOWN
from builders import START
from servers import ALLOWED, Request, serving

from checker import pipeline
from checker.config import Config
from checker.fetch.limits import Limits
from checker.fetch.transport import guarded_transport
from checker.ledger import Ledger
from checker.model import Document
from checker.pipeline import Settings, World
from checker.report import ReportSource

LIMITS = Limits(timeout=4.0, deadline=12.0, rate=0, attempts=2, max_redirects=6, sample=64_000, retry_after_cap=0.5)
ALL = [*ALIVE, *MOVED, *GONE, *UNKNOWN, *SOFTWARE]
HOSTS = {f"127.77.{1 + number // 200}.{1 + number % 200}": one for number, one in enumerate(ALL)}


def common(request: Request) -> bytes:
    """What every host has besides."""
    path = request.path.partition("?")[0]
    if path in ("/alive", "/new-place"):
        return OK
    if path in ("/", "/en/", "/index.html"):
        return ok("The River Times", "News from the river. " * 40, h1="The River Times")
    if path.startswith(("/error", "/Error", "/notfound")):
        return ok("Error", "Something went wrong.")
    if path.startswith(("/login", "/account/login", "/consent")):
        return ok("The River Times", "Please go on.")
    return status(404)


def handler(request: Request) -> Awaitable[bytes | None] | bytes | None:
    """The whole web: one behaviour a host."""
    one = HOSTS[request.headers["host"].partition(":")[0]]
    if request.path.startswith(one.path) and (one.path != "/" or request.path == "/"):
        return one.reply(request)
    return common(request) if one.elsewhere is None else one.elsewhere(request)


async def play(folder: Path) -> dict[str, ReportSource]:
    """Ask for every behaviour once."""
    async with serving(handler, tuple(HOSTS)) as site:
        cited = {site.url(one.path, host): one for host, one in HOSTS.items()}
        lines = [f"- [{one.title}]({url})" if one.title else f"- <{url}>" for url, one in cited.items()]
        document = Document("a.md", "\n".join(lines), "markdown")
        transport = guarded_transport(LIMITS, ALLOWED)
        world = World(transport, transport, archive_base=site.url(""))
        settings = Settings(START, START.date(), full=True, limits=LIMITS, allow=ALLOWED, lookup="never")
        report = await pipeline.check(Config.empty(), [document], settings, world, Ledger(folder / "ledger.sqlite"))
        await transport.aclose()
        return {cited[source.url].name: source for source in report.sources}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, ReportSource]:
    """Every behaviour with its verdict."""
    return asyncio.run(play(tmp_path_factory.mktemp("site")))


def test_there_are_many(seen: dict[str, ReportSource]) -> None:
    """A verdict that is not tried is a verdict not known; each has a name of its own and an end."""
    assert len(ALL) >= 300
    assert len({one.name for one in ALL}) == len(ALL) == len(seen)


@pytest.mark.parametrize("behaviour", ALL, ids=lambda one: one.name)
def test_each(seen: dict[str, ReportSource], behaviour: Behaviour) -> None:
    """The verdict and the reason a careful person would give."""
    found = seen[behaviour.name]

    assert (found.verdict, found.reason) == (behaviour.verdict, behaviour.reason), found.evidence
    assert found.evidence


def test_nothing_alive_is_called_dead(seen: dict[str, ReportSource]) -> None:
    """The worst mistake, counted by itself: none."""
    wrong = [one.name for one in ALL if one.verdict != "dead" and seen[one.name].verdict == "dead"]

    assert not wrong
