"""The transport of the real web: httpx on top, httpcore's connections below, the guard between.

One small pool for each origin: httpcore walks over all connections of a pool for every request, which
ends in 57 requests a second at 256 connections (measured; encode/httpcore PR 1035). HTTP/1.1 only, no
environment but certificates and proxies, no ``.netrc``.
"""

from __future__ import annotations

import os
import ssl
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from urllib import request as urllib_request

import certifi
import httpcore
import httpx

from checker.fetch import chain
from checker.fetch.errors import RefusedError
from checker.fetch.guard import Network
from checker.fetch.limits import Limits
from checker.fetch.network import GuardedBackend, Resolver

Transport = httpx.AsyncBaseTransport
Origin = tuple[bytes, bytes, int | None]
COMPLETED = "completed_chain"
KEEP_IDLE = 5.0
_NAMED = (
    "ConnectTimeout ReadTimeout WriteTimeout PoolTimeout ConnectError ReadError WriteError ProxyError "
    "UnsupportedProtocol LocalProtocolError RemoteProtocolError ProtocolError NetworkError TimeoutException"
)
_ERRORS: tuple[tuple[type[Exception], type[httpx.TransportError]], ...] = tuple(
    (getattr(httpcore, name), getattr(httpx, name, httpx.TransportError)) for name in _NAMED.split()
)


def guarded_transport(limits: Limits, allow: Sequence[Network] = (), proxy: str | None = None) -> GuardedTransport:
    """The transport for the real web.

    Args:
        limits: bounds of the run; ``per_host`` connections are kept to each origin.
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
        self._ssl = _ssl_context()
        self._pools: dict[Origin, httpcore.AsyncConnectionPool] = {}
        self._completed: dict[Origin, ssl.SSLContext] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; raises httpx's transport errors, with our own as their cause."""
        url = request.url
        proxy = self._proxy_for(url)
        core = httpcore.Request(
            method=request.method,
            url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        with _translated(proxied=proxy is not None):
            if proxy is not None:
                await self._vet_behind_proxy(url)
            try:
                response = await self._pool(url, proxy).handle_async_request(core)
            except httpcore.ConnectError as error:
                if proxy is not None or not chain.is_incomplete(error) or not await self._complete(url):
                    raise
                response = await self._pool(url, proxy).handle_async_request(core)
        completed = _origin(url) in self._completed
        return httpx.Response(
            response.status,
            headers=response.headers,
            stream=_Stream(response.stream),
            extensions={**response.extensions, COMPLETED: completed},
        )

    async def _complete(self, url: httpx.URL) -> bool:
        """Fetch the intermediate certificate that a server leaves out; whether there is a new chain to try."""
        origin = _origin(url)
        if origin in self._completed:
            return False
        self._completed[origin] = self._ssl
        pem = await self._intermediate(url)
        if pem is None:
            del self._completed[origin]
            return False
        context = _ssl_context()
        context.load_verify_locations(cadata=pem)
        self._completed[origin] = context
        await self.release(url.raw_host.decode("ascii", "replace"))
        return True

    async def _intermediate(self, url: httpx.URL) -> str | None:
        backend = GuardedBackend(self._resolver)
        host, limit = url.raw_host.decode("ascii", "replace"), self._limits.timeout
        stream = None
        try:
            stream = await backend.connect_tcp(host, url.port or 443, limit)
            stream = await stream.start_tls(_unverified(), host, limit)
            leaf = stream.get_extra_info("ssl_object").getpeercert(binary_form=True)
            address = chain.issuer_address(leaf or b"")
            if address is None:
                return None
            answer = await self.handle_async_request(httpx.Request("GET", address))
            try:
                data = await answer.aread() if answer.status_code == 200 and _small(answer) else b""
            finally:
                await answer.aclose()
            return chain.as_pem(data)
        except (httpcore.NetworkError, httpcore.TimeoutException, httpx.HTTPError, OSError, RefusedError):
            return None
        finally:
            if stream is not None:
                await stream.aclose()

    def _pool(self, url: httpx.URL, proxy: str | None) -> httpcore.AsyncConnectionPool:
        origin = _origin(url)
        if origin not in self._pools:
            settings: dict[str, Any] = {
                "ssl_context": self._completed.get(origin, self._ssl),
                "max_connections": self._limits.per_host,
                "max_keepalive_connections": self._limits.per_host,
                "keepalive_expiry": KEEP_IDLE,
                "retries": 0,
            }
            self._pools[origin] = (
                httpcore.AsyncHTTPProxy(proxy, **settings)
                if proxy is not None
                else httpcore.AsyncConnectionPool(network_backend=GuardedBackend(self._resolver), **settings)
            )
        return self._pools[origin]

    def _proxy_for(self, url: httpx.URL) -> str | None:
        if self._proxy is not None:
            return self._proxy
        known = self._proxies
        if not known:
            return None
        if urllib_request.proxy_bypass_environment(url.host, known):  # type: ignore[attr-defined]  # not in typeshed
            return None
        return known.get(url.scheme)

    async def _vet_behind_proxy(self, url: httpx.URL) -> None:
        """Refuse private targets that we can tell; names only the proxy can resolve are its business."""
        port = url.port or (443 if url.scheme == "https" else 80)
        try:
            await self._resolver.addresses(url.raw_host.decode("ascii"), port)
        except httpcore.ConnectError as error:
            if isinstance(error, RefusedError):
                raise

    async def release(self, host: str) -> None:
        """Close the idle connections to a host that has no more requests coming."""
        for origin in [origin for origin in self._pools if origin[1].decode("ascii", "replace") == host]:
            await self._pools.pop(origin).aclose()

    async def aclose(self) -> None:
        """Close everything."""
        pools, self._pools = self._pools, {}
        for pool in pools.values():
            await pool.aclose()
        self._resolver.close()


def _origin(url: httpx.URL) -> Origin:
    return url.raw_scheme, url.raw_host, url.port


def _small(answer: httpx.Response) -> bool:
    """Whether an answer says that it is as small as a certificate is; without a word of it, it is not read."""
    size = answer.headers.get("content-length", "")
    return size.isdigit() and int(size) <= chain.MAX_BYTES


def _unverified() -> ssl.SSLContext:
    """A context that only looks at a certificate: nothing is asked over such a connection."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


class _Stream(httpx.AsyncByteStream):
    def __init__(self, inner: Any) -> None:  # noqa: ANN401  # httpcore's stream, sync or async
        self._inner = inner

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _translated(proxied=False):
            async for part in self._inner:
                yield part

    async def aclose(self) -> None:
        await self._inner.aclose()


@contextmanager
def _translated(*, proxied: bool) -> Iterator[None]:
    """Turn httpcore's errors into httpx's, as the seam promises; connecting to a proxy is proxy trouble."""
    try:
        yield
    except RefusedError as error:
        raise httpx.ConnectError(str(error)) from error
    except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
        if proxied:
            raise httpx.ProxyError(f"the proxy cannot be reached: {error}") from error
        raise _as_httpx(error) from error
    except tuple(core for core, _ in _ERRORS) as error:
        raise _as_httpx(error) from error


def _as_httpx(error: Exception) -> httpx.TransportError:
    kind = next(ours for core, ours in _ERRORS if isinstance(error, core))
    return kind(str(error))


def _ssl_context() -> ssl.SSLContext:
    """Certificates of the system, or those named by SSL_CERT_FILE and SSL_CERT_DIR, else certifi's too."""
    context = ssl.create_default_context()
    if not (os.environ.get("SSL_CERT_FILE") or os.environ.get("SSL_CERT_DIR")):
        context.load_verify_locations(certifi.where())
    context.set_alpn_protocols(["http/1.1"])
    return context
