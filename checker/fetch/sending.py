"""The seam between asking and the network: one request out, one reply in.

Our own connections take requests as bytes that are made once for each host; any other transport of httpx (a
simulated web, a proxy) gets them as httpx's objects, which cost more than all else that is done for a request.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from functools import lru_cache
from typing import Protocol

import httpx
from msgspec import Struct

from checker import urls
from checker.fetch.address import Origin

Pairs = tuple[tuple[str, str], ...]
_FORBIDDEN = ("\r", "\n", "\0")
_MAX_VALUE = urls.MAX_URL + 1
"""A target too long to be asked for stays too long: an address cut short would be another one."""


class FixedHeaders:
    """Headers that every request to a host carries: as pairs, and as they go on the wire."""

    def __init__(self, headers: Mapping[str, str]) -> None:
        self.pairs: Pairs = tuple((name.lower(), value) for name, value in headers.items())
        self.wire = on_wire(self.pairs)
        self._names = frozenset(name for name, _ in self.pairs)

    def without(self, others: Pairs) -> FixedHeaders:
        """These, but for those that others take the place of."""
        names = {name for name, _ in others}
        if names.isdisjoint(self._names):
            return self
        return FixedHeaders({name: value for name, value in self.pairs if name not in names})


def on_wire(pairs: Pairs) -> bytes:
    """Header lines as bytes. What would end its line early is left out."""
    lines = (f"{name}: {value}\r\n" for name, value in pairs if not any(one in value for one in _FORBIDDEN))
    return "".join(lines).encode("utf-8")


class Ask(Struct):
    """One GET.

    Attributes:
        url: the address, with its ``origin`` and ``path``, see :mod:`checker.fetch.address`.
        headers: what every request to the host carries; ``more`` this one alone.
        timeout: seconds for connecting, writing and reading.
        fresh: over a new connection, never over one that was kept.
        sent: how often it was sent; set by who sends it.
    """

    url: str
    origin: Origin
    path: bytes
    headers: FixedHeaders
    more: Pairs = ()
    timeout: float = 20.0
    fresh: bool = False
    sent: int = 0


class Reply(Protocol):
    """An answer whose body is still to come, by iterating; names of headers in lower case.

    ``completed_chain`` if the server left out a certificate that we had to fetch, as browsers do.
    """

    @property
    def status(self) -> int:
        """The status."""

    @property
    def headers(self) -> Pairs:
        """The headers in their order."""

    @property
    def completed_chain(self) -> bool:
        """See there."""

    def __aiter__(self) -> AsyncIterator[bytes]:
        """The body as it comes, not decoded."""

    async def close(self) -> None:
        """Read no further."""


class Sender(Protocol):
    """Sends requests."""

    async def send(self, ask: Ask) -> Reply:
        """Send one request; raises httpx's transport errors, with the reason as their cause."""


class ThroughHttpx:
    """Sends requests over any transport of httpx."""

    def __init__(self, transport: httpx.AsyncBaseTransport) -> None:
        self._transport = transport

    async def send(self, ask: Ask) -> Reply:
        """See :class:`Sender`."""
        ask.sent += 1
        limits = dict.fromkeys(("connect", "read", "write", "pool"), ask.timeout)
        headers = [("host", ask.origin.authority.decode("ascii")), *ask.headers.pairs, *ask.more]
        extensions = {"target": ask.path, "timeout": limits}
        request = httpx.Request("GET", ask.url, headers=headers, extensions=extensions)
        return _HttpxReply(await self._transport.handle_async_request(request))


class _HttpxReply:
    def __init__(self, response: httpx.Response) -> None:
        self._response = response
        self.status = response.status_code
        self.headers = read_pairs(response.headers.raw)
        self.completed_chain = False

    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._response.stream)  # type: ignore[arg-type]  # async, since the transport is

    async def close(self) -> None:
        await self._response.aclose()


def read_pairs(headers: Sequence[tuple[bytes, bytes]]) -> Pairs:
    """Headers as text: names in lower case, values as UTF-8 where they are that, else byte by byte; bounded."""
    try:
        return tuple([(_name(name), str(value[:_MAX_VALUE], "ascii")) for name, value in headers])
    except UnicodeDecodeError:
        return tuple([(_name(name), _text(value[:_MAX_VALUE])) for name, value in headers])


@lru_cache(maxsize=1024)
def _name(name: bytes) -> str:
    return str(name, "ascii", "replace").lower()


def _text(value: bytes) -> str:
    try:
        return str(value, "utf-8")
    except UnicodeDecodeError:
        return str(value, "latin-1")
