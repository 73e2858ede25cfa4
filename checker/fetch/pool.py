"""Open connections, counted by host: never more of them than agreed, those that wait for another request included.

Who opens one gives up what is idle first, and waits until what we have closed is closed: the server counts too.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

from msgspec import Struct, field

from checker.fetch.address import Origin
from checker.fetch.wire import Connection

KEEP_IDLE = 5.0


class _Host(Struct):
    """The connections to one host: all that are open, or not closed yet, or being opened; and those that idle."""

    open: set[Connection] = field(default_factory=set)
    opening: int = 0
    idle: list[Connection] = field(default_factory=list)


class Pool:
    """Keeps connections for more than one exchange.

    Args:
        open_: opens a connection; raises what :class:`checker.fetch.network.Connector` does.
        per_host: the most that are open to one host, whatever its ports.
    """

    def __init__(self, open_: Callable[[Origin], Awaitable[Connection]], per_host: int) -> None:
        self._open = open_
        self._per_host = per_host
        self._hosts: dict[str, _Host] = {}

    def kept(self, origin: Origin) -> Connection | None:
        """An idle connection that still seems good, None where there is none."""
        host = self._hosts.get(origin.host)
        if host is None or not host.idle:
            return None
        for number in range(len(host.idle) - 1, -1, -1):
            connection = host.idle[number]
            if connection.origin is origin or connection.origin == origin:
                del host.idle[number]
                if connection.usable and connection.idle_for() < KEEP_IDLE:
                    return connection
                connection.close()
        return None

    async def fresh(self, origin: Origin) -> Connection:
        """A new connection; raises what opening it raises."""
        host = self._hosts.get(origin.host)
        if host is None:
            host = self._hosts[origin.host] = _Host()
        host.opening += 1
        try:
            await self._make_room(host)
            began = asyncio.get_running_loop().time()
            connection = await self._open(origin)
        finally:
            host.opening -= 1
            self._forget(origin.host, host)
        connection.opened(origin, asyncio.get_running_loop().time() - began)
        self._hosts[origin.host] = host
        host.open.add(connection)
        connection.when_lost(partial(self._lost, host, connection))
        return connection

    async def _make_room(self, host: _Host) -> None:
        """Close idle connections until one more may be open; those given up must be gone before it is."""
        closing = [connection for connection in host.open if connection.closing]
        while host.idle and len(host.open) - len(closing) + host.opening > self._per_host:
            connection = host.idle.pop(0)
            connection.close()
            closing.append(connection)
        for connection in closing:
            await connection.gone()

    def _lost(self, host: _Host, connection: Connection) -> None:
        host.open.discard(connection)
        if connection in host.idle:
            host.idle.remove(connection)
        self._forget(connection.origin.host, host)

    def _forget(self, name: str, host: _Host) -> None:
        """Hosts are many, and most are asked once: what has no connection is not kept in mind."""
        if not host.open and not host.opening and self._hosts.get(name) is host:
            del self._hosts[name]

    def give_back(self, connection: Connection) -> None:
        """The exchange on a connection has ended; it is kept where another may follow."""
        host = self._hosts.get(connection.origin.host)
        if host is not None and connection.finish() and len(host.idle) < self._per_host:
            host.idle.append(connection)
        else:
            connection.close()

    def release(self, name: str) -> None:
        """Close the idle connections to a host that has no more requests coming."""
        host = self._hosts.get(name)
        if host is None:
            return
        for connection in host.idle:
            connection.close()
        host.idle.clear()

    def close(self) -> None:
        """Close everything that idles."""
        for name in list(self._hosts):
            self.release(name)
