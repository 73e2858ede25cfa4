"""Connecting: names resolved by the system, every address vetted, sockets opened to what was vetted.

Names go through ``socket.getaddrinfo``, so that hosts files count, in threads of their own: the default
executor of a two-core machine resolves fewer than 200 slow names a second (measured), 64 threads 1,800.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from ipaddress import ip_address

from checker.fetch.errors import NoNameServiceError, NoSuchNameError, RefusedError
from checker.fetch.failures import NO_ROUTE
from checker.fetch.guard import RESTRICTED_PORTS, Network, refusal
from checker.fetch.wire import Connection

THREADS = 64
_NO_SUCH_NAME = {socket.EAI_NONAME}  # EAI_NODATA: the name exists, but has no address just now


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
            self._known[host] = _literal(host) or await self._resolve(host, port)
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


def _literal(host: str) -> tuple[str, ...]:
    """The address that a host already is, in its one spelling; every other spelling is the resolver's business."""
    try:
        return (str(ip_address(host)),)
    except ValueError:
        return ()


class Connector:
    """Opens connections to vetted addresses only; the name stays for ``Host`` and TLS."""

    def __init__(self, resolver: Resolver, timeout: float) -> None:
        self._resolver = resolver
        self._timeout = timeout

    async def open(self, host: str, port: int, context: ssl.SSLContext | None = None) -> Connection:
        """Connect to the first vetted address that answers.

        Args:
            host: a name or an address.
            port: where.
            context: of TLS; None for none.

        Raises:
            httpx.ConnectError: refused, no such name, or nobody answers.
            OSError: what the system says of the last address; ssl.SSLError for TLS.
        """
        addresses = await self._resolver.addresses(host, port)
        share = self._timeout / len(addresses)
        telling: OSError | None = None
        for address in addresses[:-1]:
            try:
                async with asyncio.timeout(share):
                    return await _connected(address, host, port, context)
            except ssl.SSLError:
                raise
            except OSError as error:
                telling = telling if error.errno in NO_ROUTE else error
        try:
            return await _connected(addresses[-1], host, port, context)
        except OSError as error:
            # That we have no IPv6 says nothing of a host that was tried by IPv4 as well.
            if telling is not None and error.errno in NO_ROUTE:
                raise telling from error
            raise


async def _connected(address: str, host: str, port: int, context: ssl.SSLContext | None) -> Connection:
    loop = asyncio.get_running_loop()
    _, connection = await loop.create_connection(
        Connection, address, port, ssl=context, server_hostname=host if context else None
    )
    return connection
