"""How many connections a server sees, and what becomes of one that it has closed meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import pytest
from servers import ALLOWED, LOOPBACK, Request, Site, answer, serving

from checker.fetch.client import Fetcher
from checker.fetch.limits import Limits
from checker.fetch.run import fetch_all
from checker.fetch.transport import guarded_transport
from checker.observation import Exchange, Failure, Target
from checker.schedule import plan

LIMITS = Limits(timeout=3, deadline=9, rate=0, attempts=2, sample=4_000)
LONG = answer(200, b"<p>" + b"word " * 20_000)
SHORT = answer(200, b"<p>here")


async def asked(urls: Sequence[str], limits: Limits = LIMITS) -> list[Exchange]:
    """Ask for all of these over one transport."""
    transport = guarded_transport(limits, ALLOWED)
    try:
        return [exchange async for _, exchange in fetch_all(plan(map(Target, urls)), Fetcher(transport, limits))]
    finally:
        await transport.aclose()


async def one_by_one(urls: Sequence[str], limits: Limits = LIMITS) -> list[Exchange]:
    """Ask for these one after the other over one transport."""
    transport = guarded_transport(limits, ALLOWED)
    fetcher = Fetcher(transport, limits)
    try:
        return [await fetcher.fetch(Target(url)) for url in urls]
    finally:
        await transport.aclose()


def served(handler: Callable[[Request], bytes | None], count: int) -> Site:
    """A site after so many of its pages were asked for."""

    async def work() -> Site:
        async with serving(handler) as site:
            await asked([site.url(f"/{number}") for number in range(count)])
            return site

    return asyncio.run(work())


def test_the_server_never_sees_a_third_connection() -> None:
    """Long pages are broken off, some connections are closed by the server, some are kept: two at most are open."""

    def handler(request: Request) -> bytes:
        kind = int(request.path.strip("/")) % 3
        return (LONG, SHORT, answer(200, b"<p>here", Connection="close"))[kind]

    site = served(handler, 120)

    assert len(site.asked) == 120
    assert max(site.most_open.values()) == 2


def test_one_connection_where_one_is_agreed() -> None:
    """``--per-host 1``."""

    async def work() -> Site:
        async with serving(lambda request: LONG) as site:
            await asked([site.url(f"/{number}") for number in range(20)], Limits(rate=0, per_host=1, sample=4_000))
            return site

    assert max(asyncio.run(work()).most_open.values()) == 1


def test_idle_connections_count_on_every_port_of_a_host() -> None:
    """A host with two servers that lead to each other sees no more connections than one with one."""
    most = 0

    def watching(other: Callable[[], Site]) -> Callable[[Request], Awaitable[bytes]]:
        async def handler(request: Request) -> bytes:
            nonlocal most
            await asyncio.sleep(0.01)
            most = max(most, sum(site.open_now[LOOPBACK] for site in sites))
            return answer(302, Location=other().url("/end")) if "end" not in request.path else SHORT

        return handler

    sites: list[Site] = []

    async def work() -> list[Exchange]:
        async with serving(watching(lambda: sites[1])) as first, serving(watching(lambda: sites[0])) as second:
            sites.extend((first, second))
            return await asked([site.url(f"/{number}") for number in range(10) for site in sites])

    found = asyncio.run(work())

    assert [one.status for one in found] == [200] * 20
    assert most == 2


def test_connections_are_used_again() -> None:
    """Twenty short pages need two connections."""
    assert served(lambda request: SHORT, 20).connections == 2


def test_a_connection_that_has_gone_stale_is_nobody_s_fault() -> None:
    """The server closes what it kept open just when it is asked again: asked once more at once, not counted as trouble."""
    served: set[int] = set()

    def handler(request: Request) -> bytes | None:
        again = id(request.writer) in served
        served.add(id(request.writer))
        return None if again else SHORT

    async def work() -> list[Exchange]:
        async with serving(handler) as site:
            return await one_by_one([site.url("/1"), site.url("/2")])

    first, second = asyncio.run(work())

    assert (first.requests, second.requests, second.status) == (1, 2, 200)
    assert len(second.tries) == 1


@pytest.mark.parametrize("lasting", [True, False], ids=["always", "once"])
def test_a_server_that_breaks_off_after_a_while_has_heard_us(*, lasting: bool) -> None:
    """What breaks late on a kept connection is a try like any other: asked once more, over a new connection."""
    broken: list[str] = []

    async def handler(request: Request) -> bytes | None:
        if request.path == "/breaks" and (lasting or not broken):
            await asyncio.sleep(0.4)
            broken.append(request.path)
            return None
        return SHORT

    async def work() -> tuple[list[Exchange], int]:
        async with serving(handler) as site:
            return await one_by_one([site.url("/fine"), site.url("/breaks")]), site.connections

    (_, found), connections = asyncio.run(work())

    assert connections == 2
    assert (found.requests, len(found.tries)) == (2, 2)
    assert found.failure is (Failure.CONNECTION_RESET if lasting else None)


def test_a_misdirected_request_is_sent_over_another_connection() -> None:
    """421 says that the connection was the wrong one, so that the same one is not used again; 503 says no such thing."""

    async def work(status: int) -> tuple[int | None, int]:
        replies = iter([answer(status, Retry_After="0"), SHORT])
        async with serving(lambda request: next(replies)) as site:
            (exchange,) = await one_by_one([site.url("/a")])
            return exchange.status, site.connections

    assert asyncio.run(work(421)) == (200, 2)
    assert asyncio.run(work(503)) == (200, 1)
