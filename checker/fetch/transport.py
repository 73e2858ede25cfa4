"""The transport of the real web: httpx on top, our own connections below, the guard between.

httpx's own pool walks over all connections for every request, and its parser refuses what browsers read.
Measured in November 2026 on a static web of 10,000 links, the whole command: 2.5 CPU seconds a thousand links
over httpcore with a pool for each origin, half of that over these connections; uvloop would save another 4 %,
so asyncio's own sockets stay. HTTP/1.1 only, no environment but certificates and proxies, no ``.netrc``.
"""

from __future__ import annotations

import asyncio
import ssl
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias
from urllib import request as urllib_request

import httpx

from checker.fetch import tls
from checker.fetch.errors import ClosedError
from checker.fetch.guard import Network
from checker.fetch.head import Head
from checker.fetch.limits import Limits
from checker.fetch.network import Connector, Resolver
from checker.fetch.wire import Connection

if TYPE_CHECKING:
    from checker.fetch.proxied import ProxiedTransport

Transport: TypeAlias = httpx.AsyncBaseTransport
Origin = tuple[str, str, int]
COMPLETED = "completed_chain"
SENT_AGAIN = "sent_again"
KEEP_IDLE = 5.0
_MAX_CERTIFICATE = 64 * 1024


def guarded_transport(limits: Limits, allow: Sequence[Network] = (), proxy: str | None = None) -> GuardedTransport:
    """The transport for the real web.

    Args:
        limits: bounds of the run; at most ``per_host`` idle connections are kept to each origin.
        allow: address ranges that are normally refused and that the command line opens.
        proxy: address of a proxy for everything; without it ``HTTPS_PROXY`` and ``NO_PROXY`` count.
    """
    return GuardedTransport(limits, allow, proxy)


class GuardedTransport(httpx.AsyncBaseTransport):
    """Sends requests to vetted addresses only; see :func:`guarded_transport`."""

    def __init__(self, limits: Limits, allow: Sequence[Network], proxy: str | None) -> None:
        self._limits = limits
        self._proxy = proxy
        self._proxies = urllib_request.getproxies_environment()
        self._resolver = Resolver(allow)
        self._connector = Connector(self._resolver, limits.timeout)
        self._ssl = tls.verifying()
        self._idle: defaultdict[Origin, list[Connection]] = defaultdict(list)
        self._through: dict[str, ProxiedTransport] = {}
        self._mended: ssl.SSLContext | None = None
        self._completed: set[Origin] = set()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; raises httpx's transport errors, with the reason as their cause."""
        proxy = self._proxy_for(request.url)
        if proxy is not None:
            return await self._proxied(proxy).handle_async_request(request)
        origin = _origin(request.url)
        connection, head, again = await self._exchange(origin, await _message(request))
        return httpx.Response(
            head.status,
            headers=head.headers,
            stream=_Body(connection, lambda: self._give_back(origin, connection)),
            extensions={COMPLETED: origin in self._completed, SENT_AGAIN: again},
        )

    async def _exchange(self, origin: Origin, message: bytes) -> tuple[Connection, Head, bool]:
        """Send a request and read the head. One that fails on a connection gone stale is sent again at once."""
        kept = self._kept(origin)
        if kept is not None:
            try:
                return kept, await _asked(kept, message), False
            except ClosedError as error:
                if not error.silent:
                    raise
        connection = await self._open(origin)
        return connection, await _asked(connection, message), kept is not None

    def _kept(self, origin: Origin) -> Connection | None:
        """An idle connection that still seems good."""
        idle, now = self._idle[origin], asyncio.get_running_loop().time()
        while idle:
            connection = idle.pop()
            if connection.usable and now - connection.idle_since < KEEP_IDLE:
                return connection
            connection.close()
        return None

    def _give_back(self, origin: Origin, connection: Connection) -> None:
        idle = self._idle[origin]
        if connection.finish() and len(idle) < self._limits.per_host:
            connection.idle_since = asyncio.get_running_loop().time()
            idle.append(connection)
        else:
            connection.close()

    async def _open(self, origin: Origin) -> Connection:
        scheme, host, port = origin
        with _as_httpx():
            if scheme != "https":
                return await self._connector.open(host, port)
            try:
                return await self._connector.open(host, port, self._context(origin))
            except ssl.SSLError as error:
                if not tls.is_incomplete(error) or not await self._complete(origin):
                    raise
                return await self._connector.open(host, port, self._context(origin))

    def _context(self, origin: Origin) -> ssl.SSLContext:
        return self._mended if self._mended is not None and origin in self._completed else self._ssl

    async def _complete(self, origin: Origin) -> bool:
        """Fetch the intermediate certificate that a server leaves out; whether there is a new chain to try."""
        if origin in self._completed:
            return False
        pem = await self._intermediate(origin)
        if pem is None:
            return False
        self._mended = self._mended or tls.verifying()
        self._mended.load_verify_locations(cadata=pem)
        self._completed.add(origin)
        return True

    async def _intermediate(self, origin: Origin) -> str | None:
        from checker.fetch import chain  # it needs a library that few runs need

        _, host, port = origin
        try:
            connection = await self._connector.open(host, port, tls.looking())
            leaf = connection.peer_certificate()
            connection.close()
            address = chain.issuer_address(leaf)
            if address is None:
                return None
            answer = await self.handle_async_request(httpx.Request("GET", address))
            try:
                return chain.as_pem(await answer.aread() if answer.status_code == 200 and _small(answer) else b"")
            finally:
                await answer.aclose()
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ssl.SSLError):
            return None

    def _proxied(self, proxy: str) -> ProxiedTransport:
        from checker.fetch.proxied import ProxiedTransport  # likewise

        if proxy not in self._through:
            self._through[proxy] = ProxiedTransport(proxy, self._limits, self._resolver, self._ssl)
        return self._through[proxy]

    def _proxy_for(self, url: httpx.URL) -> str | None:
        if self._proxy is not None:
            return self._proxy
        known = self._proxies
        if not known:
            return None
        if urllib_request.proxy_bypass_environment(url.host, known):  # type: ignore[attr-defined]  # not in typeshed
            return None
        return known.get(url.scheme)

    async def release(self, host: str) -> None:
        """Close the idle connections to a host that has no more requests coming."""
        for origin in [origin for origin in self._idle if origin[1] == host]:
            for connection in self._idle.pop(origin):
                connection.close()
        for transport in self._through.values():
            await transport.release(host)

    async def aclose(self) -> None:
        """Close everything."""
        for host in {origin[1] for origin in self._idle}:
            await self.release(host)
        for transport in self._through.values():
            await transport.aclose()
        self._resolver.close()


class _Body(httpx.AsyncByteStream):
    """The body of an answer; closing it gives the connection back, or ends it."""

    def __init__(self, connection: Connection, done: Callable[[], None]) -> None:
        self._connection = connection
        self._done = done

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._connection.body():
            yield part

    async def aclose(self) -> None:
        self._done()


async def _asked(connection: Connection, message: bytes) -> Head:
    """The head of an answer; a connection that brought none is closed, also where we are interrupted."""
    try:
        return await connection.ask(message)
    except BaseException:
        connection.close()
        raise


async def _message(request: httpx.Request) -> bytes:
    target = request.extensions.get("target", request.url.raw_path)
    lines = [b"%s %s HTTP/1.1" % (request.method.encode("ascii"), target)]
    lines += [b"%s: %s" % header for header in request.headers.raw]
    content = b"" if request.method == "GET" else await request.aread()
    return b"\r\n".join([*lines, b"", content])


def _origin(url: httpx.URL) -> Origin:
    port = url.port or (443 if url.scheme == "https" else 80)
    return url.scheme, url.raw_host.decode("ascii", "replace"), port


def _small(answer: httpx.Response) -> bool:
    """Whether an answer says that it is as small as a certificate is; without a word of it, it is not read."""
    size = answer.headers.get("content-length", "")
    return size.isdigit() and int(size) <= _MAX_CERTIFICATE


@contextmanager
def _as_httpx() -> Iterator[None]:
    """Turn the system's errors into httpx's, as the seam promises."""
    try:
        yield
    except OSError as error:
        raise httpx.ConnectError(str(error)) from error
