"""Asking many targets: hosts side by side, each at its own pace, results as they come."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence

from checker.fetch.client import Fetcher
from checker.fetch.dispatch import Dispatch, Result
from checker.observation import HostQueue


def fetch_all(queues: Sequence[HostQueue], fetcher: Fetcher) -> AsyncGenerator[Result]:
    """Ask every target once; yields in the order of the answers. Closing the iterator ends everything."""
    return Dispatch(fetcher, queues).results()
