"""A name that answers differently every time it is asked: we connect to what was vetted, or not at all."""

from __future__ import annotations

import asyncio
import socket
from itertools import cycle
from typing import Any

import pytest
from servers import answer, serving

from checker.fetch.client import Fetcher
from checker.fetch.limits import Limits
from checker.fetch.transport import guarded_transport
from checker.observation import Exchange, Failure, Target

PUBLIC = "93.184.215.14"
QUICK = Limits(timeout=0.5, deadline=2, rate=0, attempts=3)


@pytest.fixture
def connected(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that connections are opened to; none of them is really opened."""
    seen: list[str] = []

    async def connect(self: object, sock: socket.socket, address: tuple[str, int]) -> None:
        seen.append(address[0])
        raise OSError("nobody there")

    monkeypatch.setattr(asyncio.SelectorEventLoop, "sock_connect", connect)
    return seen


def resolving(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> None:
    """Let every name resolve to these answers in turn."""
    turns = cycle(answers)

    def getaddrinfo(host: str, port: int, *arguments: Any, **named: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in next(turns)]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)


def ask(url: str) -> Exchange:
    """Ask over the guarded transport, nothing opened."""

    async def work() -> Exchange:
        transport = guarded_transport(QUICK)
        try:
            return await Fetcher(transport, QUICK).fetch(Target(url))
        finally:
            await transport.aclose()

    return asyncio.run(work())


def test_what_was_vetted_is_what_is_connected_to(monkeypatch: pytest.MonkeyPatch, connected: list[str]) -> None:
    """However often it is tried, the name is not asked again behind the guard's back."""
    resolving(monkeypatch, [PUBLIC], ["127.0.0.1"], ["169.254.169.254"])

    exchange = ask("http://rebind.org/")

    assert exchange.failure is Failure.CONNECTION_FAILED
    assert set(connected) == {PUBLIC}


@pytest.mark.parametrize(
    "private", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "192.168.1.1", "100.64.0.1", "0.0.0.0"]
)
def test_one_private_answer_among_public_ones_is_enough(
    monkeypatch: pytest.MonkeyPatch, connected: list[str], private: str
) -> None:
    """A name that also points inside is not asked at all."""
    resolving(monkeypatch, [PUBLIC, private])

    assert ask("http://both.org/").failure is Failure.PRIVATE_ADDRESS
    assert not connected


def test_the_canary_behind_a_rebinding_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """A real server on this machine, a name that says so: not one connection."""

    async def work() -> tuple[Exchange, int]:
        async with serving(lambda request: answer(200), ("127.0.0.1",)) as canary:
            transport = guarded_transport(QUICK)
            exchange = await Fetcher(transport, QUICK).fetch(Target(f"http://inside.org:{canary.port}/"))
            await transport.aclose()
            return exchange, canary.connections

    resolving(monkeypatch, ["127.0.0.1"])
    exchange, connections = asyncio.run(work())

    assert (exchange.failure, connections) == (Failure.PRIVATE_ADDRESS, 0)
