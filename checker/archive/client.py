"""Asking the Archive: one request at a time, bounded, within the budget; nothing of the world raises."""

from __future__ import annotations

import asyncio
from urllib.parse import urljoin, urlsplit

import httpx
from msgspec import Struct

from checker.about import USER_AGENT
from checker.archive import index
from checker.archive.budget import Budget, Pace, Slot
from checker.fetch.answer import Answer
from checker.fetch.body import ACCEPTED_ENCODINGS, read_body
from checker.fetch.failures import classify
from checker.fetch.retry import retry_after
from checker.observation import Failure

TIMEOUT = 60.0
MAX_INDEX, MAX_CAPTURE, MAX_NOTICE = 2_000_000, 2_000_000, 100_000
MAX_HOPS = 5
RETRY_AFTER = 3.0
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TEMPORARY = frozenset({408, 425, 500, 502, 503, 504, 520, 521, 522, 523, 524})


class Services(Struct, frozen=True):
    """Where the Archive's services are; ``base`` stands in for both of its hosts."""

    web: str = "https://web.archive.org"
    org: str = "https://archive.org"

    @classmethod
    def at(cls, base: str | None) -> Services:
        """The real ones, or one address for both."""
        return cls() if base is None else cls(base.rstrip("/"), base.rstrip("/"))


class ArchiveClient:
    """Sends requests; ``answered`` tells whether the Archive answered anything so far."""

    def __init__(self, transport: httpx.AsyncBaseTransport, budget: Budget) -> None:
        self._transport = transport
        self._budget = budget
        self.answered = False

    async def index(self, url: str) -> Answer:
        """Ask CDX, a TimeMap or Availability."""
        return await self._ask(url, self._budget.index, MAX_INDEX)

    async def nearest(self, url: str) -> Answer:
        """Ask playback where the nearest capture is; its redirect is not followed."""
        return await self._ask(url, self._budget.playback, MAX_NOTICE)

    async def capture(self, url: str) -> tuple[str, Answer]:
        """Open a capture, following redirects within the Archive; gives the last address and its answer.

        What may be passing is asked once more, since all the work before would be lost.
        """
        address, answer = await self._follow(url)
        if passing(answer) and answer.failure is not Failure.TIMEOUT and not answer.header("memento-datetime"):
            await asyncio.sleep(RETRY_AFTER)
            address, answer = await self._follow(url)
        return address, answer

    async def _follow(self, url: str) -> tuple[str, Answer]:
        for _ in range(MAX_HOPS + 1):
            answer = await self._ask(url, self._budget.playback, MAX_CAPTURE)
            location = answer.header("location")
            if answer.status not in _REDIRECTS or not location:
                break
            target = _within(url, location)
            if target is None:
                break
            url = target
        return url, answer

    async def _ask(self, url: str, pace: Pace, limit: int) -> Answer:
        """Ask, and after a 429 ask again when its pause is over, until the Archive means it.

        Raises:
            Stopped: this belongs to a look-up that the breaker stops.
        """
        pause = self._budget.pause
        while True:
            slot = await pace.turn()
            self._budget.breaker.check()
            if pause.hopeless:
                return Answer(429, detail=pause.hopeless)
            answer = await self._get(url, limit, slot)
            if answer.status != 429 or answer.header("memento-datetime"):
                if answer.failure is None:
                    pause.over()
                return answer
            pause.asked_to(retry_after(answer))

    async def _get(self, url: str, limit: int, slot: Slot) -> Answer:
        try:
            async with asyncio.timeout(TIMEOUT):
                response = await self._transport.handle_async_request(_request(url))
                slot.answered()
                try:
                    headers = tuple((name.lower(), value) for name, value in response.headers.items())
                    answer = Answer(response.status_code, headers)
                    self.answered = True
                    body = await read_body(response.stream, answer.header("content-encoding"), limit)  # type: ignore[arg-type]
                    return Answer(answer.status, headers, body)
                finally:
                    await response.aclose()
        except TimeoutError:
            return Answer(failure=Failure.TIMEOUT, detail=f"no answer within {TIMEOUT:g} s")
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError) as error:
            failure, detail = classify(error)
            return Answer(failure=failure, detail=detail)


def _within(url: str, location: str) -> str | None:
    """Where a redirect leads, if that is the same service; scheme and host of the real Archive are mended."""
    try:
        target = urlsplit(urljoin(url, location))
        here = urlsplit(url)
    except ValueError:
        return None
    if target.netloc == here.netloc or (target.hostname == "web.archive.org" and target.path.startswith("/web/")):
        return target._replace(scheme=here.scheme, netloc=here.netloc).geturl()
    return None


def passing(answer: Answer) -> bool:
    """Whether an answer says nothing about what was asked, but may say more another time."""
    return answer.failure is not None or answer.status in _TEMPORARY or answer.status == 429


def trouble(answer: Answer) -> str | None:
    """Why an answer of the Archive says nothing; None where it can be read."""
    if answer.failure is not None:
        return answer.detail or answer.failure.value
    return answer.detail or f"the Archive answers {answer.status}" if passing(answer) else None


def is_exclusion(answer: Answer) -> bool:
    """Whether the Archive says that it does not show this page. What an archived page says does not count."""
    if answer.header("memento-datetime") or answer.status is None:
        return False
    told = index.excluded(answer.body.data, answer.header("x-archive-wayback-runtime-error"))
    return told or answer.status == 451


def _request(url: str) -> httpx.Request:
    limits = {"connect": TIMEOUT, "read": TIMEOUT, "write": TIMEOUT, "pool": TIMEOUT}
    return httpx.Request(
        "GET",
        url,
        headers={"user-agent": USER_AGENT, "accept-encoding": ACCEPTED_ENCODINGS, "accept": "*/*"},
        extensions={"timeout": limits},
    )
