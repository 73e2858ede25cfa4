"""Asking by way of a proxy: httpcore's connections, one small pool for each origin, under httpx's requests."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Any

import httpcore
import httpx

from checker.fetch.errors import RefusedError
from checker.fetch.limits import Limits
from checker.fetch.network import Resolver

KEEP_IDLE = 5.0
_LOGIN = 407
"""A status that only proxies give (RFC 9110 §15.5.8); from a server that was asked directly it means nothing."""
_NAMED = (
    "ConnectTimeout ReadTimeout WriteTimeout PoolTimeout ConnectError ReadError WriteError ProxyError "
    "UnsupportedProtocol LocalProtocolError RemoteProtocolError ProtocolError NetworkError TimeoutException"
)
_ERRORS: tuple[tuple[type[Exception], type[httpx.TransportError]], ...] = tuple(
    (getattr(httpcore, name), getattr(httpx, name, httpx.TransportError)) for name in _NAMED.split()
)


class ProxiedTransport(httpx.AsyncBaseTransport):
    """Sends requests through one proxy. Its own trouble is proxy trouble, never a page's.

    Private targets that we can tell are refused; names that only the proxy can resolve are its business.
    """

    def __init__(self, proxy: str, limits: Limits, resolver: Resolver, context: ssl.SSLContext) -> None:
        self._proxy = proxy
        self._limits = limits
        self._resolver = resolver
        self._context = context
        self._pools: dict[str, httpcore.AsyncHTTPProxy] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; raises httpx's transport errors."""
        url = request.url
        await self._vet(url)
        core = httpcore.Request(
            method=request.method,
            url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        with _translated():
            response = await self._pool(url.host).handle_async_request(core)
        if response.status == _LOGIN:
            await response.aclose()
            raise httpx.ProxyError("the proxy wants to know who asks (407 Proxy Authentication Required)")
        return httpx.Response(
            response.status, headers=response.headers, stream=_Stream(response.stream), extensions=response.extensions
        )

    async def _vet(self, url: httpx.URL) -> None:
        port = url.port or (443 if url.scheme == "https" else 80)
        try:
            await self._resolver.addresses(url.raw_host.decode("ascii"), port)
        except RefusedError:
            raise
        except httpx.ConnectError:
            return

    def _pool(self, host: str) -> httpcore.AsyncHTTPProxy:
        if host not in self._pools:
            self._pools[host] = httpcore.AsyncHTTPProxy(
                self._proxy,
                ssl_context=self._context,
                max_connections=2 * self._limits.per_host,
                max_keepalive_connections=self._limits.per_host,
                keepalive_expiry=KEEP_IDLE,
            )
        return self._pools[host]

    async def release(self, host: str) -> None:
        """Close the connections for a host that has no more requests coming."""
        pool = self._pools.pop(host, None)
        if pool is not None:
            await pool.aclose()

    async def aclose(self) -> None:
        """Close everything."""
        for host in list(self._pools):
            await self.release(host)


class _Stream(httpx.AsyncByteStream):
    def __init__(self, inner: Any) -> None:  # noqa: ANN401  # httpcore's stream, sync or async
        self._inner = inner

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _translated():
            async for part in self._inner:
                yield part

    async def aclose(self) -> None:
        await self._inner.aclose()


@contextmanager
def _translated() -> Iterator[None]:
    """Turn httpcore's errors into httpx's, as the seam promises; who cannot be connected to is the proxy."""
    try:
        yield
    except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
        raise httpx.ProxyError(f"the proxy cannot be reached: {error}") from error
    except tuple(core for core, _ in _ERRORS) as error:
        kind = next(ours for core, ours in _ERRORS if isinstance(error, core))
        raise kind(str(error)) from error
