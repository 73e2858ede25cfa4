"""The simulated web: answers at the sources' real addresses, inside the process, in simulated time."""

from __future__ import annotations

import asyncio
import hashlib
import socket
import ssl
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

import httpx

from checker.demo import pages
from checker.demo.script import BY_SOURCE, Behaviour
from checker.model import DeclaredSource

_CERT_EXPIRED = 10  # OpenSSL's X509_V_ERR_CERT_HAS_EXPIRED
_FOREVER = 3600.0


class SimulatedWeb(httpx.AsyncBaseTransport):
    """The web of one week, the simulated Archive's pages included. Addresses that no source names are not found."""

    def __init__(
        self, sources: tuple[DeclaredSource, ...], week: int, archive: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._week = week
        self._archive = archive
        self._by_address = {_address(source.url): source for source in sources}
        self._hosts = {urlsplit(source.url).netloc: source for source in sources}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer one request as the script says."""
        if self._archive is not None and request.url.host == "web.archive.org":
            return await self._archive.handle_async_request(request)
        await asyncio.sleep(latency(str(request.url)))
        source = self._by_address.get(_address(str(request.url)))
        if source is None:
            return self._elsewhere(request)
        behaviour = BY_SOURCE.get(source.id, (Behaviour.ALIVE,) * 4)[self._week]
        if behaviour is Behaviour.SILENT:
            await asyncio.sleep(_FOREVER)
        if behaviour in _FAILURES:
            raise _FAILURES[behaviour](urlsplit(source.url).netloc)
        return self._answer(behaviour, source, request)

    def _answer(self, behaviour: Behaviour, source: DeclaredSource, request: httpx.Request) -> httpx.Response:
        parts = urlsplit(source.url)
        site = source.container or parts.netloc
        redirects = {
            Behaviour.MOVED: (301, f"{parts.scheme}://{parts.netloc}/research{parts.path}"),
            Behaviour.TO_HOME: (301, f"{parts.scheme}://{parts.netloc}/"),
            Behaviour.TO_LOGIN: (302, f"{parts.scheme}://{parts.netloc}/login?next={parts.path}"),
            Behaviour.DOI: (302, "https://link.springer.com/chapter/10.1057/9781137479440_2"),
        }
        if behaviour is Behaviour.TO_HTTPS and request.url.scheme == "http":
            return _redirect(301, source.url.replace("http:", "https:", 1))
        if behaviour in redirects:
            return _redirect(*redirects[behaviour])
        if behaviour is Behaviour.RATE_LIMITED:
            return httpx.Response(429, headers={"retry-after": "3600"}, text="Too many requests")
        bodies: Mapping[Behaviour, tuple[int, Callable[[], str]]] = {
            Behaviour.NOT_FOUND: (404, lambda: pages.not_found(site)),
            Behaviour.GONE: (410, lambda: pages.not_found(site)),
            Behaviour.SOFT_404: (200, lambda: pages.not_found(site)),
            Behaviour.PARKED: (200, lambda: pages.parked(parts.netloc)),
            Behaviour.BOT_WALL: (403, pages.challenge),
            Behaviour.FORBIDDEN: (403, lambda: pages.home("Forbidden")),
            Behaviour.PAYWALL: (402, lambda: pages.home(site)),
            Behaviour.UNAVAILABLE: (503, lambda: pages.home("Service unavailable")),
        }
        status, body = bodies.get(behaviour, (200, lambda: pages.article(source)))
        extra = {"cf-mitigated": "challenge", "server": "cloudflare"} if behaviour is Behaviour.BOT_WALL else {}
        return httpx.Response(status, headers={"content-type": "text/html; charset=utf-8", **extra}, text=body())

    def _elsewhere(self, request: httpx.Request) -> httpx.Response:
        """The pages that redirects lead to."""
        host, path = request.url.netloc.decode("ascii"), request.url.path
        source = self._hosts.get(host)
        site = (source.container if source else None) or host
        headers = {"content-type": "text/html; charset=utf-8"}
        if path == "/login":
            return httpx.Response(200, headers=headers, text=pages.login(site))
        if path == "/":
            return httpx.Response(200, headers=headers, text=pages.home(site))
        moved = self._by_address.get(_address(str(request.url).replace("/research/", "/", 1)))
        if moved is not None:
            return httpx.Response(200, headers=headers, text=pages.article(moved))
        return httpx.Response(404, headers=headers, text=pages.not_found(site))


def latency(url: str) -> float:
    """Seconds until a simulated server answers: 0.05 to 1.5, always the same for an address."""
    return 0.05 + hashlib.sha256(url.encode()).digest()[0] / 255 * 1.45


def _address(url: str) -> str:
    return url.partition("://")[2].partition("#")[0]


def _redirect(status: int, location: str) -> httpx.Response:
    return httpx.Response(status, headers={"location": location})


def _refused(host: str) -> Exception:
    return _caused(ConnectionRefusedError(111, f"Connection refused by {host}"))


def _no_domain(host: str) -> Exception:
    return _caused(socket.gaierror(socket.EAI_NONAME, f"{host}: Name or service not known"))


def _tls_expired(host: str) -> Exception:
    error = ssl.SSLCertVerificationError(1, f"certificate of {host} has expired")
    error.verify_code = _CERT_EXPIRED
    return _caused(error)


def _caused(cause: Exception) -> Exception:
    error = httpx.ConnectError(str(cause))
    error.__cause__ = cause
    return error


_FAILURES: Mapping[Behaviour, Callable[[str], Exception]] = {
    Behaviour.REFUSED: _refused,
    Behaviour.NO_DOMAIN: _no_domain,
    Behaviour.TLS_EXPIRED: _tls_expired,
}
