"""The transport of the real web: httpx on top, our own connections below, the guard between.

httpx's own pool walks over all connections for every request, and its parser refuses what browsers read.
Measured in November 2026 on a static web of 10,000 links, the whole command: 2.5 CPU seconds a thousand links
over httpcore with a pool for each origin, half of that over these connections; uvloop would save another 4 %,
so asyncio's own sockets stay. HTTP/1.1 only, no environment but certificates and proxies, no ``.netrc``.
"""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias
from urllib import request as urllib_request

import httpx

from checker.fetch import tls
from checker.fetch.address import Origin, taken_apart
from checker.fetch.errors import ClosedError
from checker.fetch.guard import Network
from checker.fetch.head import Head
from checker.fetch.limits import Limits
from checker.fetch.network import Connector, Resolver
from checker.fetch.pool import Pool
from checker.fetch.sending import Ask, FixedHeaders, Pairs, Reply, ThroughHttpx, on_wire, read_pairs
from checker.fetch.wire import Connection

if TYPE_CHECKING:
    from checker.fetch.proxied import ProxiedTransport

Transport: TypeAlias = httpx.AsyncBaseTransport
_NO_HEADERS = FixedHeaders({})
_MAX_CERTIFICATE = 64 * 1024


def guarded_transport(limits: Limits, allow: Sequence[Network] = (), proxy: str | None = None) -> GuardedTransport:
    """The transport for the real web.

    Args:
        limits: bounds of the run; at most ``per_host`` idle connections are kept to each host.
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
        self._pool = Pool(self._open, limits.per_host)
        self._through: dict[str, ProxiedTransport] = {}
        self._verifying: ssl.SSLContext | None = None
        self._mended: ssl.SSLContext | None = None
        self._completed: set[Origin] = set()

    async def send(self, ask: Ask) -> Reply:
        """Send one GET; raises httpx's transport errors, with the reason as their cause."""
        if self._proxy_for(ask.origin.scheme, ask.origin.host) is not None:
            return await ThroughHttpx(self).send(ask)
        message = b"GET %b HTTP/1.1\r\nhost: %b\r\n%b%b\r\n" % (
            ask.path, ask.origin.authority, ask.headers.wire, on_wire(ask.more) if ask.more else b"",
        )  # fmt: skip
        return await self._exchange(ask, message)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; raises httpx's transport errors, with the reason as their cause."""
        url = request.url
        proxy = self._proxy_for(url.scheme, url.host)
        if proxy is not None:
            return await self._proxied(proxy).handle_async_request(request)
        reply = await self._exchange(Ask(str(url), *taken_apart(str(url)), _NO_HEADERS), await _message(request))
        return httpx.Response(reply.status, headers=reply.head.headers, stream=_Body(reply))

    async def _exchange(self, ask: Ask, message: bytes) -> _Reply:
        """Send a request and read the head. One that meets a connection gone stale is sent again at once."""
        if not ask.origin.host:
            raise httpx.InvalidURL("the address names no host that can be asked")
        kept = None if ask.fresh else self._pool.kept(ask.origin)
        if kept is not None:
            ask.sent += 1
            try:
                return _Reply(self._pool, kept, await _asked(kept, message), completed=self._is_completed(ask.origin))
            except ClosedError as error:
                if not error.stale:
                    raise
        connection = await self._pool.fresh(ask.origin)
        ask.sent += 1
        head = await _asked(connection, message)
        return _Reply(self._pool, connection, head, completed=self._is_completed(ask.origin))

    def _is_completed(self, origin: Origin) -> bool:
        return bool(self._completed) and origin in self._completed

    async def _open(self, origin: Origin) -> Connection:
        with _as_httpx():
            if origin.scheme != "https":
                return await self._connector.open(origin.host, origin.port)
            try:
                return await self._connector.open(origin.host, origin.port, self._context(origin))
            except ssl.SSLError as error:
                if not tls.is_incomplete(error) or not await self._complete(origin):
                    raise
                return await self._connector.open(origin.host, origin.port, self._context(origin))

    def _context(self, origin: Origin) -> ssl.SSLContext:
        if self._mended is not None and origin in self._completed:
            return self._mended
        if self._verifying is None:
            self._verifying = tls.verifying()
        return self._verifying

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

        try:
            connection = await self._connector.open(origin.host, origin.port, tls.looking())
            leaf = connection.peer_certificate()
            connection.close()
            await connection.gone()
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
            self._through[proxy] = ProxiedTransport(proxy, self._limits, self._resolver, tls.verifying())
        return self._through[proxy]

    def _proxy_for(self, scheme: str, host: str) -> str | None:
        if self._proxy is not None:
            return self._proxy
        known = self._proxies
        if not known:
            return None
        if urllib_request.proxy_bypass_environment(host, known):  # type: ignore[attr-defined]  # not in typeshed
            return None
        return known.get(scheme)

    async def release(self, host: str) -> None:
        """Close the idle connections to a host that has no more requests coming."""
        self._pool.release(host)
        for transport in self._through.values():
            await transport.release(host)

    async def aclose(self) -> None:
        """Close everything."""
        self._pool.close()
        for transport in self._through.values():
            await transport.aclose()
        self._resolver.close()


class _Reply:
    """An answer on a connection of our own; closing it gives the connection back, or ends it."""

    def __init__(self, pool: Pool, connection: Connection, head: Head, *, completed: bool) -> None:
        self.head = head
        self.completed_chain = completed
        self._pool = pool
        self._connection = connection

    @property
    def status(self) -> int:
        return self.head.status

    @property
    def headers(self) -> Pairs:
        return read_pairs(self.head.headers)

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._connection

    async def close(self) -> None:
        self._pool.give_back(self._connection)


class _Body(httpx.AsyncByteStream):
    def __init__(self, reply: _Reply) -> None:
        self._reply = reply

    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._reply)

    async def aclose(self) -> None:
        await self._reply.close()


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
