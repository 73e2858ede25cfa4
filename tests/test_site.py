"""A web of behaviours, each asked for real over loopback, and the one verdict a careful person would give."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Awaitable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import trustme
from behaviours import OK, PAGE, Behaviour, ok, status
from behaviours.alive import ALIVE
from behaviours.gone import GONE
from behaviours.moved import MOVED
from behaviours.unknown import UNKNOWN
from builders import START
from servers import ALLOWED, LOOPBACK, Request, answer, serving

from checker import pipeline
from checker.config import Config
from checker.fetch.limits import Limits
from checker.fetch.transport import GuardedTransport, guarded_transport
from checker.ledger import Ledger
from checker.model import Document
from checker.pipeline import Settings, World
from checker.report import ReportSource

LIMITS = Limits(timeout=1.5, deadline=5.0, rate=0, attempts=2, max_redirects=6, sample=64_000, retry_after_cap=0.5)
ALL = [*ALIVE, *MOVED, *GONE, *UNKNOWN]
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


# TLS.


@dataclass(frozen=True, slots=True)
class Secure:
    """A TLS server of a sort, and what is to be concluded."""

    verdict: str
    reason: str


def contexts(authority: trustme.CA, port: int) -> Iterator[tuple[str, ssl.SSLContext, Secure]]:
    """Servers with sound and unsound certificates."""
    good = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(LOOPBACK).configure_cert(good)
    yield "sound", good, Secure("ok", "http-200")
    wrong = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("other.org").configure_cert(wrong)
    yield "wrong host", wrong, Secure("broken", "tls-wrong-host")
    old = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(
        LOOPBACK, not_after=START.replace(year=2020), not_before=START.replace(year=2019)
    ).configure_cert(old)
    yield "expired", old, Secure("broken", "tls-expired")
    strange = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert(LOOPBACK).configure_cert(strange)
    yield "unknown authority", strange, Secure("broken", "tls-untrusted")


def trusting(authority: trustme.CA) -> GuardedTransport:
    """A transport that knows the tests' authority."""
    transport = guarded_transport(LIMITS, ALLOWED)
    authority.configure_trust(transport._ssl)  # the only seam
    return transport


async def ask_securely(folder: Path, context: ssl.SSLContext, authority: trustme.CA) -> ReportSource:
    """Ask a TLS server for a page."""
    async with (
        serving(lambda request: answer(200, PAGE), context=context) as site,
        serving(lambda request: answer(200, PAGE)) as other,
    ):
        document = Document("a.txt", f"{site.url('/x')} {other.url('/y')}", "text")
        transport = trusting(authority)
        world = World(transport, transport, archive_base=other.url(""))
        settings = Settings(START, START.date(), full=True, limits=LIMITS, allow=ALLOWED, lookup="never")
        report = await pipeline.check(Config.empty(), [document], settings, world, Ledger(folder / "ledger.sqlite"))
        await transport.aclose()
        return next(source for source in report.sources if source.url == site.url("/x"))


@pytest.mark.parametrize("number", range(4), ids=["sound", "wrong host", "expired", "unknown authority"])
def test_tls(tmp_path: Path, number: int) -> None:
    """Trouble by its kind."""
    authority = trustme.CA()
    _, context, wanted = list(contexts(authority, 0))[number]
    found = asyncio.run(ask_securely(tmp_path, context, authority))

    assert (found.verdict, found.reason) == (wanted.verdict, wanted.reason), found.evidence
