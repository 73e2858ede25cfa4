"""Headers that sources.yml gives for a host may hold secrets: where they go, and where never."""

from __future__ import annotations

import asyncio
from itertools import pairwise

import httpx
import pytest

from checker.fetch.client import Fetcher
from checker.fetch.limits import Limits
from checker.observation import Target

TOKEN = "Bearer a-secret"  # made up


class Web(httpx.AsyncBaseTransport):
    """Sends its readers along a list of addresses; keeps where a secret arrived."""

    def __init__(self, *way: str) -> None:
        self._onward = dict(pairwise(way))
        self.told: list[str] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send on to the next address, or answer."""
        url = str(request.url)
        if request.headers.get("authorization") == TOKEN:
            self.told.append(url)
        return (
            httpx.Response(302, headers={"location": self._onward[url]}) if url in self._onward else httpx.Response(204)
        )


@pytest.mark.parametrize(
    ("way", "told"),
    [
        (["https://a.test/1", "https://a.test/2"], 2),
        (["http://a.test/1", "http://a.test/2"], 2),
        (["https://a.test:8443/1", "https://a.test:8443/2"], 2),
        (["http://a.test/1", "https://a.test/1"], 2),
        (["https://a.test/1", "https://b.test/1"], 1),
        (["https://a.test/1", "https://b.a.test/1"], 1),
        (["https://a.test/1", "http://a.test/1"], 1),
        (["https://a.test/1", "https://a.test:8443/1"], 1),
        (["http://a.test/1", "http://a.test:8080/1"], 1),
        (["https://b.test/1", "http://a.test/1"], 0),
        (["https://b.test/1", "https://a.test:8443/1"], 0),
    ],
)
def test_no_redirect_takes_a_secret_elsewhere(way: list[str], told: int) -> None:
    """They go to their host: as it is cited, or by the TLS everybody uses; no redirect takes them into the clear."""
    web = Web(*way)
    asyncio.run(Fetcher(web, Limits(rate=0), headers={"a.test": {"Authorization": TOKEN}}).fetch(Target(way[0])))

    assert web.told == way[:told]
