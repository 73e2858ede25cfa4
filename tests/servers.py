"""A real HTTP server on loopback for tests: answers are raw bytes, so it can be as odd as the web is."""

from __future__ import annotations

import asyncio
import ssl
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from ipaddress import ip_network

LOOPBACK = "127.77.0.1"
ALLOWED = (ip_network("127.77.0.0/16"),)

Handler = Callable[["Request"], Awaitable[bytes | None] | bytes | None]


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it came in; ``writer`` is for answers in pieces."""

    path: str
    headers: dict[str, str]
    writer: asyncio.StreamWriter


@dataclass(slots=True)
class Site:
    """A running server: where it is, what it was asked, how many connections were open at once."""

    port: int = 0
    scheme: str = "http"
    asked: list[Request] = field(default_factory=list)
    open_now: Counter[str] = field(default_factory=Counter)
    most_open: Counter[str] = field(default_factory=Counter)
    connections: int = 0

    def url(self, path: str = "/", host: str = LOOPBACK) -> str:
        """An address on this server."""
        return f"{self.scheme}://{host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [request.path for request in self.asked]


def answer(
    status: int = 200, body: bytes = b"", content_type: str = "text/html; charset=utf-8", **headers: str
) -> bytes:
    """A whole answer with Content-Length."""
    lines = [f"HTTP/1.1 {status} Status", f"Content-Length: {len(body)}", f"Content-Type: {content_type}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body


@asynccontextmanager
async def serving(
    handler: Handler, hosts: tuple[str, ...] = (LOOPBACK,), context: ssl.SSLContext | None = None
) -> AsyncIterator[Site]:
    """Serve on one port of several loopback addresses until the block ends."""
    site = Site(scheme="https" if context else "http")
    tasks: set[asyncio.Task[None]] = set()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        host = writer.get_extra_info("sockname")[0]
        site.connections += 1
        site.open_now[host] += 1
        site.most_open[host] = max(site.most_open[host], site.open_now[host])
        try:
            await _converse(site, handler, reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError, ssl.SSLError, asyncio.CancelledError):
            pass
        finally:
            site.open_now[host] -= 1
            writer.close()
            tasks.discard(task)

    servers = []
    for host in hosts:
        server = await asyncio.start_server(connected, host, site.port, ssl=context)
        site.port = server.sockets[0].getsockname()[1]
        servers.append(server)
    try:
        yield site
    finally:
        for server in servers:
            server.close()
        for task in list(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _converse(site: Site, handler: Handler, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while True:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)}
        request = Request(head[0].split(" ")[1], headers, writer)
        site.asked.append(request)
        reply = handler(request)
        data = await reply if isinstance(reply, Awaitable) else reply
        if data is None:
            return
        writer.write(data)
        await writer.drain()
