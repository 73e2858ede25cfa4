"""Asking the Archive: one request at a time to each service, bounded, within the budget, never raising."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import httpx

from checker.about import USER_AGENT
from checker.archive.budget import Budget
from checker.fetch.answer import Answer
from checker.fetch.body import ACCEPTED_ENCODINGS, read_body
from checker.fetch.failures import classify
from checker.fetch.retry import retry_after
from checker.observation import Failure

TIMEOUT = 60.0
MAX_INDEX, MAX_CAPTURE = 1_000_000, 2_000_000
MAX_HOPS = 3
MAX_PAUSE = 600.0
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TEMPORARY = frozenset({500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Services:
    """Where the Archive's services are; ``base`` stands in for both of its hosts."""

    web: str = "https://web.archive.org"
    org: str = "https://archive.org"

    @classmethod
    def at(cls, base: str | None) -> Services:
        """The real ones, or one address for both."""
        return cls() if base is None else cls(base.rstrip("/"), base.rstrip("/"))


class ArchiveClient:
    """Sends single requests; ``answered`` tells whether the Archive answered anything so far."""

    def __init__(self, transport: httpx.AsyncBaseTransport, budget: Budget) -> None:
        self._transport = transport
        self._budget = budget
        self.answered = False

    async def index(self, url: str) -> Answer:
        """Ask CDX or Availability; a 429 pauses everybody and is asked again once."""
        for last in (False, True):
            await self._budget.index_turn()
            answer = await self._get(url, MAX_INDEX)
            if answer.status != 429 or last:
                break
        return answer

    async def capture(self, url: str) -> tuple[str, Answer]:
        """Open a capture, following redirects within the Archive; gives the last address and its answer."""
        for _ in range(MAX_HOPS + 1):
            await self._budget.playback_turn()
            answer = await self._get(url, MAX_CAPTURE)
            location = answer.header("location")
            if answer.status not in _REDIRECTS or not location:
                break
            target = urljoin(url, location)
            if urlsplit(target).netloc != urlsplit(url).netloc:
                break
            url = target
        return url, answer

    async def _get(self, url: str, limit: int) -> Answer:
        answer = Answer()
        try:
            async with asyncio.timeout(TIMEOUT):
                response = await self._transport.handle_async_request(_request(url))
                try:
                    headers = tuple((name.lower(), value) for name, value in response.headers.items())
                    answer = Answer(response.status_code, headers)
                    self.answered = True
                    body = await read_body(response.stream, answer.header("content-encoding"), limit)  # type: ignore[arg-type]
                    answer = Answer(answer.status, headers, body)
                finally:
                    await response.aclose()
        except TimeoutError:
            return Answer(failure=Failure.TIMEOUT, detail=f"no answer within {TIMEOUT:g} s")
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError) as error:
            failure, detail = classify(error)
            return Answer(failure=failure, detail=detail)
        if answer.status == 429:
            asked = retry_after(answer)
            self._budget.pause(None if asked is None else min(asked, MAX_PAUSE))
        return answer


def trouble(answer: Answer) -> str | None:
    """Why an answer of the Archive says nothing; None where it can be read."""
    if answer.failure is not None:
        return answer.detail or answer.failure.value
    if answer.status in _TEMPORARY or answer.status == 429:
        return f"the Archive answers {answer.status}"
    return None


def _request(url: str) -> httpx.Request:
    limits = {"connect": TIMEOUT, "read": TIMEOUT, "write": TIMEOUT, "pool": TIMEOUT}
    return httpx.Request(
        "GET",
        url,
        headers={"user-agent": USER_AGENT, "accept-encoding": ACCEPTED_ENCODINGS, "accept": "*/*"},
        extensions={"timeout": limits},
    )
