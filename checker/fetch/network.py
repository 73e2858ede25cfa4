"""Connecting: names resolved by the system, every address vetted, sockets opened to what was vetted.

Names go through ``socket.getaddrinfo``, so that hosts files count, in threads of their own: the default
executor of a two-core machine resolves fewer than 200 slow names a second (measured), 64 threads 1,800.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor

import httpcore

from checker.fetch.errors import NoNameServiceError, NoSuchNameError, RefusedError
from checker.fetch.guard import RESTRICTED_PORTS, Network, refusal

THREADS = 64
_NO_SUCH_NAME = {socket.EAI_NONAME}  # EAI_NODATA: the name exists, but has no address just now
_SocketOption = tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]


class Resolver:
    """Resolves and vets names; remembers answers for as long as it lives."""

    def __init__(self, allow: Sequence[Network] = ()) -> None:
        self._allow = tuple(allow)
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="resolve")
        self._known: dict[str, tuple[str, ...]] = {}

    async def addresses(self, host: str, port: int) -> tuple[str, ...]:
        """The addresses of a host, each of them allowed.

        Raises:
            RefusedError: a restricted port, or any of its addresses lies where we must not go.
            NoSuchNameError: the name does not exist.
            NoNameServiceError: the name service did not answer.
        """
        if port in RESTRICTED_PORTS:
            raise RefusedError(f"port {port} is closed to browsers")
        if host not in self._known:
            self._known[host] = await self._resolve(host, port)
        for address in self._known[host]:
            why = refusal(address, self._allow)
            if why is not None:
                raise RefusedError(f"{host}: {why}" if host != address else why)
        return self._known[host]

    async def _resolve(self, host: str, port: int) -> tuple[str, ...]:
        loop = asyncio.get_running_loop()
        try:
            rows = await loop.run_in_executor(
                self._pool, lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            )
        except socket.gaierror as error:
            kind = NoSuchNameError if error.errno in _NO_SUCH_NAME else NoNameServiceError
            raise kind(f"{host}: {error.strerror or error}") from error
        except (UnicodeError, OSError, ValueError) as error:
            raise NoSuchNameError(f"{host} is no name that can be resolved") from error
        return tuple(dict.fromkeys(str(row[4][0]) for row in rows))

    def close(self) -> None:
        """Let go of the threads; look-ups under way are abandoned."""
        self._pool.shutdown(wait=False, cancel_futures=True)


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """Opens connections to vetted addresses only; the name stays for ``Host`` and TLS."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self._sockets = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # httpcore's own signature
        local_address: str | None = None,
        socket_options: Iterable[_SocketOption] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first vetted address that answers, within ``timeout`` seconds in all."""
        addresses = await self._resolver.addresses(host, port)
        share = timeout / len(addresses) if timeout else None
        for address in addresses[:-1]:
            try:
                return await self._sockets.connect_tcp(address, port, share, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return await self._sockets.connect_tcp(addresses[-1], port, share, local_address, socket_options)

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[_SocketOption] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Refuse: no web address leads to a socket file."""
        raise RefusedError("socket files are not asked")

    async def sleep(self, seconds: float) -> None:
        """Wait; used by httpcore between its own connection tries, which we do not use."""
        await asyncio.sleep(seconds)
