"""The errors of our own connection layer; they travel as causes of httpx's errors to ``classify``."""

from __future__ import annotations

import httpcore


class RefusedError(httpcore.ConnectError):
    """The guard refuses this address or port; nothing was sent."""


class NoSuchNameError(httpcore.ConnectError):
    """The name service says that the name does not exist (NXDOMAIN, or a name without addresses)."""


class NoNameServiceError(httpcore.ConnectError):
    """The name service gave no answer this time."""
