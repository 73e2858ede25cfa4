"""One connection: bytes out, heads and bodies in. Bounded, and nothing is read further than it is wanted."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import cast

import httpx

from checker.fetch.address import Origin
from checker.fetch.errors import ClosedError, MalformedError
from checker.fetch.framing import Framing, UntilClose, framing
from checker.fetch.head import Head, find_end, parse

_HIGH_WATER = 256 * 1024
_MAX_INTERIM = 20
_NOWHERE = Origin("", "", 0, b"")
STALE_WITHIN = 0.1
"""Seconds: a server that had closed a kept connection says so in the time of one way there and back. What breaks
off later did receive the request, and that is an answer of a kind."""


class Connection(asyncio.Protocol):
    """An open HTTP/1 connection, used for one exchange after the other; iterating over it gives the body."""

    def __init__(self) -> None:
        self.origin = _NOWHERE
        self.closing = False
        self._stale_within = STALE_WITHIN
        self._idle_since = 0.0
        self._loop = asyncio.get_running_loop()
        self._transport: asyncio.Transport | None = None
        self._arrived: list[bytes] = []
        self._size = 0
        self._ended = False
        self._error: Exception | None = None
        self._waiter: asyncio.Future[None] | None = None
        self._lost: Callable[[], None] | None = None
        self._gone: asyncio.Future[None] | None = None
        self._framing: Framing = UntilClose()
        self._reusable = False

    def opened(self, origin: Origin, took: float) -> None:
        """It leads to an origin, and took so many seconds to open: at least one way there and back."""
        self.origin = origin
        self._stale_within = max(STALE_WITHIN, 3 * took)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """See asyncio.Protocol."""
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        """See asyncio.Protocol."""
        self._arrived.append(data)
        self._size += len(data)
        if self._size > _HIGH_WATER and self._transport is not None:
            self._transport.pause_reading()
        self._wake()

    def eof_received(self) -> None:
        """See asyncio.Protocol."""
        self._ended = True
        self._wake()

    def connection_lost(self, exc: Exception | None) -> None:
        """See asyncio.Protocol."""
        self._ended, self._error = True, exc
        self.closing = True
        if self._lost is not None:
            self._lost()
        if self._gone is not None and not self._gone.done():
            self._gone.set_result(None)
        self._wake()

    def when_lost(self, call: Callable[[], None]) -> None:
        """Call this once the connection is closed, by whomever."""
        self._lost = call

    async def gone(self) -> None:
        """Wait until a connection that we have closed is closed."""
        if not self._ended:
            self._gone = self._gone or self._loop.create_future()
            await self._gone

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    @property
    def usable(self) -> bool:
        """Whether another exchange may begin."""
        return not self._ended and self._reusable and not self._arrived

    def idle_for(self) -> float:
        """Seconds since the last exchange ended."""
        return self._loop.time() - self._idle_since

    def peer_certificate(self) -> bytes:
        """The certificate that the server showed (DER), empty without TLS."""
        shown = self._transport.get_extra_info("ssl_object") if self._transport else None
        return (shown.getpeercert(binary_form=True) if shown else None) or b""

    def close(self) -> None:
        """End the connection, whatever is under way on it."""
        self.closing = True
        if self._transport is not None:
            self._transport.abort()

    async def ask(self, message: bytes) -> Head:
        """Send a request and read the head of its answer.

        Raises:
            ClosedError: the server ended the connection first.
            MalformedError: the answer is no HTTP.
            httpx.ReadError: the connection broke.
        """
        self._reusable = False
        sent_at = self._loop.time()
        if self._transport is not None:
            self._transport.write(message)
        try:
            head, rest = await self._head()
        except ClosedError as error:
            error.stale = error.silent and self._loop.time() - sent_at <= self._stale_within
            raise
        self._framing = framing(head)
        self._reusable = head.keep_alive and not isinstance(self._framing, UntilClose)
        if rest:
            self._arrived.insert(0, rest)
            self._size += len(rest)
        return head

    async def _head(self) -> tuple[Head, bytes]:
        buffer, searched = b"", 0
        for _ in range(_MAX_INTERIM):
            while (end := find_end(buffer, searched)) is None:
                searched = len(buffer)
                data = await self._read(silent=not buffer)
                if not data:
                    said = "before its headers ended" if buffer else "without an answer"
                    raise ClosedError(f"the server closed the connection {said}", silent=not buffer)
                buffer += data
            head = parse(buffer[:end])
            buffer, searched = buffer[end:], 0
            if not head.informational:
                return head, buffer
        raise MalformedError("one interim answer after the other")

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        """The next part of the body.

        Raises:
            ClosedError: it was cut.
            MalformedError: its framing is broken.
            httpx.ReadError: the connection broke.
        """
        while not self._framing.done:
            data = await self._read()
            if not data:
                if not self._framing.at_close():
                    raise ClosedError("the connection ended before the body did")
                break
            part = self._framing.feed(data)
            if part:
                return part
        raise StopAsyncIteration

    def finish(self) -> bool:
        """Whether the exchange is over and another may follow; takes what has already arrived of the body."""
        if self._arrived and not self._framing.done:
            try:
                self._framing.feed(self._take())
            except MalformedError:
                return False
        self._idle_since = self._loop.time()
        return self._framing.done and not self._framing.extra and self.usable

    async def _read(self, *, silent: bool = False) -> bytes:
        """What has arrived; empty once the server has ended the connection."""
        while not self._arrived:
            if self._error is not None:
                if silent and isinstance(self._error, ConnectionError):
                    raise ClosedError("the server broke the connection off", silent=True) from self._error
                raise httpx.ReadError(str(self._error) or "the connection broke") from self._error
            if self._ended:
                return b""
            self._waiter = self._loop.create_future()
            await self._waiter
        return self._take()

    def _take(self) -> bytes:
        data = self._arrived[0] if len(self._arrived) == 1 else b"".join(self._arrived)
        self._arrived.clear()
        if self._size > _HIGH_WATER and self._transport is not None and not self._ended:
            self._transport.resume_reading()
        self._size = 0
        return data
