"""A real server on this machine that nobody may reach: every spelling of its address, every way there."""

from __future__ import annotations

import asyncio
import socket
from contextlib import suppress
from ipaddress import ip_network
from typing import Any

import pytest
from servers import ALLOWED, LOOPBACK, Request, Site, answer, serving

from checker import urls
from checker.fetch.client import Fetcher
from checker.fetch.limits import Limits
from checker.fetch.transport import guarded_transport
from checker.observation import Exchange, Failure, Target

QUICK = Limits(timeout=1.0, deadline=3.0, rate=0, attempts=2, max_redirects=5)
SPELLINGS = [
    "127.0.0.1", "127.0.0.1.", "localhost", "LOCALHOST", "localhost.", "127.1", "127.0.1", "0", "0.0.0.0", "2130706433",
    "0x7f000001", "0x7F.1", "0x7f.0x0.0x0.0x1", "0177.0.0.1", "0177.1", "017700000001", "00000177.0.0.1", "127.0.0.01",
    "１２７.０.０.１", "①②⑦.⓪.⓪.①", "127。0。0。1", "１２７．１",
    "[::1]", "[0:0:0:0:0:0:0:1]", "[0000::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:127.0.0.1]",
    "[::127.0.0.1]", "[64:ff9b::127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[2001:0:7f00:1::]", "[fe80::1]", "[fec0::1]",
    "user:secret@127.0.0.1", "example.org@127.0.0.1", "127.0.0.1:80@127.0.0.1", "inside.test", "sub.inside.test.",
]  # fmt: skip


@pytest.fixture(autouse=True)
def _names(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name service of our own: ``inside.test`` points to this machine, whatever the real one says."""
    real = socket.getaddrinfo

    def resolve(host: str, port: int, *arguments: Any, **named: Any) -> Any:
        return real("127.0.0.1" if host.rstrip(".").endswith("inside.test") else host, port, *arguments, **named)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)


def ask(make_url: str, by_way_of: str = "") -> tuple[list[Exchange], Site]:
    """Ask for an address of the canary, directly and by way of a redirect; gives what came and the canary."""

    async def work() -> tuple[list[Exchange], Site]:
        async with serving(lambda request: answer(200, b"caught"), ("127.0.0.1",)) as canary:
            url = make_url.replace("PORT", str(canary.port))

            def lead(request: Request) -> bytes:
                return answer(302, Location=url)

            async with serving(lead) as site:
                transport = guarded_transport(QUICK, ALLOWED)
                fetcher = Fetcher(transport, QUICK)
                found = [await fetcher.fetch(Target(site.url("/a")))]
                with suppress(urls.UrlError):  # no address at all: nothing is asked
                    found.append(await fetcher.fetch(Target(urls.request_url(url))))
                await transport.aclose()
                return found, canary

    return asyncio.run(work())


@pytest.mark.parametrize("host", SPELLINGS)
def test_no_spelling_reaches_it(host: str) -> None:
    """Refused before a connection is made, cited and redirected to: the server counts none."""
    found, canary = ask(f"http://{host}:PORT/")

    assert canary.connections == 0
    assert all(
        one.failure in (Failure.PRIVATE_ADDRESS, Failure.UNSAFE_REDIRECT, Failure.MALFORMED_RESPONSE) for one in found
    )


@pytest.mark.parametrize(
    "url",
    [
        "//127.0.0.1:PORT/", "\\\\127.0.0.1:PORT\\", "/\\127.0.0.1:PORT/", "http:127.0.0.1:PORT/", "http:/127.0.0.1:PORT/",
        "http:\\\\127.0.0.1:PORT/", "HTTP://127.0.0.1:PORT/", "http://127.77.0.1\\@127.0.0.1:PORT/", "ftp://127.0.0.1:PORT/",
        "gopher://127.0.0.1:PORT/_GET", "file:///etc/hosts", "jar:http://127.0.0.1:PORT/!/", "http://127.0.0.1\t:PORT/",
        "http://127.0.0.1:PORT#@127.77.0.1/", "http://127.77.0.1@127.0.0.1:PORT/", "http://127.0.0.1%00.org:PORT/", " http://127.0.0.1:PORT/",
    ],
)  # fmt: skip
def test_no_trick_in_a_redirect_reaches_it(url: str) -> None:
    """However a target is written, what is connected to is what was vetted."""
    _, canary = ask(url)

    assert canary.connections == 0


def test_other_ways_are_guarded_too() -> None:
    """Where a certificate says its issuer lies is asked under the same guard as all else."""

    async def work() -> Exchange:
        transport = guarded_transport(QUICK, [ip_network("127.77.0.0/24")])
        exchange = await Fetcher(transport, QUICK).fetch(Target(f"http://{LOOPBACK.replace('.0.', '.1.')}:1/"))
        await transport.aclose()
        return exchange

    assert asyncio.run(work()).failure is Failure.PRIVATE_ADDRESS


@pytest.mark.parametrize("port", [1, 22, 25, 110, 143, 445, 587, 993, 6000, 6667, 10080])
def test_ports_that_browsers_refuse(port: int) -> None:
    """Mail, shells and chats are not asked, on no host."""

    async def work() -> Exchange:
        transport = guarded_transport(QUICK, ALLOWED)
        exchange = await Fetcher(transport, QUICK).fetch(Target(f"http://{LOOPBACK}:{port}/"))
        await transport.aclose()
        return exchange

    exchange = asyncio.run(work())

    assert exchange.failure in (Failure.PRIVATE_ADDRESS, Failure.CONNECTION_REFUSED)
    assert exchange.status is None
