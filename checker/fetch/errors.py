"""The errors of our own connection layer: httpx's, with what ``classify`` needs to tell them apart."""

from __future__ import annotations

import httpx


class RefusedError(httpx.ConnectError):
    """The guard refuses this address or port; nothing was sent."""


class NoSuchNameError(httpx.ConnectError):
    """The name service says that the name does not exist (NXDOMAIN, or a name without addresses)."""


class NoNameServiceError(httpx.ConnectError):
    """The name service gave no answer this time."""


class MalformedError(httpx.RemoteProtocolError):
    """What came is not HTTP as any browser would read it."""


class ClosedError(httpx.RemoteProtocolError):
    """The server ended the connection before it had said all; ``silent`` if it had said nothing at all.

    ``stale`` if that came so soon that the server cannot have read the request: it had closed the connection before.
    """

    stale = False

    def __init__(self, message: str, *, silent: bool = False) -> None:
        self.silent = silent
        super().__init__(message)
