"""Asking for one source: one GET, redirects followed hop by hop, every answer a fact and no exception.

The order of the layers is the policy: redirect → retry → turn of the host → send. Every hop and every
try pays the host's toll, and each connection goes through the guard of the transport.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from random import Random

import httpx

from checker import urls
from checker.about import USER_AGENT
from checker.fetch.answer import Answer
from checker.fetch.body import ACCEPTED_ENCODINGS, Body, read_body
from checker.fetch.cookies import Cookies
from checker.fetch.failures import classify
from checker.fetch.limits import Limits
from checker.fetch.politeness import Politeness
from checker.fetch.redirects import REDIRECTS, next_hop, settles_doi
from checker.fetch.retry import asked_again, retry_after
from checker.fetch.transport import COMPLETED, SENT_AGAIN, GuardedTransport, Transport
from checker.observation import Exchange, Failure, Hop, Target, Try

_HEADERS = {
    "user-agent": USER_AGENT,
    "accept": "text/html,application/xhtml+xml,application/pdf,*/*;q=0.8",
    "accept-language": "en,*;q=0.5",
    "accept-encoding": ACCEPTED_ENCODINGS,
}
_TEXT_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml", "")
_MAX_HEADER = urls.MAX_URL + 1


_HOPELESS = "the host answered none of several requests; not asked again"


@dataclass(slots=True)
class _Trail:
    """What has happened so far on the way to one target."""

    url: str
    hops: list[Hop] = field(default_factory=list)
    requests: int = 0
    tries: list[Try] = field(default_factory=list)
    last: Answer = field(default_factory=Answer)
    tried: Answer | None = None
    cookies: Cookies = field(default_factory=Cookies)
    waited: float = 0.0
    timer: asyncio.Timeout | None = None

    def out_of_time(self, limit: float) -> None:
        """The deadline has passed: what the last try brought stands; without any there was no answer."""
        if self.tried is None:
            self.end(Failure.TIMEOUT, f"no result within {limit:g} s")
            return
        self.last = self.tried
        if self.last.status is not None:
            self.hops.append(Hop(self.url, self.last.status, None))

    def end(self, failure: Failure, detail: str) -> None:
        """The way ends here without a last answer."""
        self.last = Answer(failure=failure, detail=detail)


class Fetcher:
    """Asks targets over one transport, politely. Never raises for trouble of the world.

    Args:
        transport: the web, real or simulated.
        limits: bounds of the run.
        headers: more request headers, by host.
        seed: of the jitter between tries.
    """

    def __init__(
        self,
        transport: Transport,
        limits: Limits,
        *,
        headers: dict[str, dict[str, str]] | None = None,
        seed: int = 0,
    ) -> None:
        self._transport = transport
        self._limits = limits
        self._headers = {host: httpx.Headers({**_HEADERS, **more}) for host, more in (headers or {}).items()}
        self._plain_headers = httpx.Headers(_HEADERS)
        self._random = Random(seed)  # noqa: S311  # jitter, not secrets
        self.politeness = Politeness(limits)

    async def fetch(self, target: Target) -> Exchange:
        """Ask for one target, following its redirects; ends within the deadline of a source."""
        loop = asyncio.get_running_loop()
        started = loop.time()
        trail = _Trail(target.url)
        limit = self._limits.deadline
        if self.politeness.host(urls.host_of(target.url)).hopeless:
            trail.end(Failure.TIMEOUT, _HOPELESS)
        else:
            try:
                async with asyncio.timeout(limit) as trail.timer:
                    await self._follow(target, trail)
            except TimeoutError:
                trail.out_of_time(limit)
        return self._exchange(target, trail, round(1000 * (loop.time() - started - trail.waited)))

    async def release(self, host: str) -> None:
        """Close what is still open to a host that will not be asked again."""
        if isinstance(self._transport, GuardedTransport):
            await self._transport.release(host)

    async def _follow(self, target: Target, trail: _Trail) -> None:
        seen: set[tuple[str, str]] = set()
        while True:
            state = (trail.url, trail.cookies.header(trail.url))
            if state in seen:
                return trail.end(Failure.REDIRECT_LOOP, f"comes back to {urls.redact(trail.url)}")
            seen.add(state)
            trail.last = await self._answer(target, trail)
            if trail.last.status is None:
                return None
            location = trail.last.header("location") if trail.last.status in REDIRECTS else None
            trail.hops.append(Hop(trail.url, trail.last.status, location or None))
            if not location:
                return None
            trail.cookies.keep(trail.url, trail.last.all("set-cookie"))
            step = next_hop(trail.url, location)
            if step.failure is not None:
                return trail.end(step.failure, step.detail)
            if settles_doi(trail.url, step.url):
                return None
            if len(trail.hops) > self._limits.max_redirects:
                return trail.end(Failure.TOO_MANY_REDIRECTS, f"more than {self._limits.max_redirects} redirects")
            trail.url = step.url
            trail.tried = None

    async def _answer(self, target: Target, trail: _Trail) -> Answer:
        host = urls.host_of(trail.url)

        async def once() -> Answer:
            async with self._turn(host, trail):
                if self.politeness.host(host).hopeless:
                    return Answer(failure=Failure.TIMEOUT, detail=_HOPELESS)
                trail.requests += 1
                answer = await self._try(target, trail)
                trail.tried = answer
                trail.tries.append(Try(trail.url, _outcome(answer)))
            self._learn(host, answer)
            return answer

        answer = await asked_again(once, self._limits, self._random)
        if answer.failure is Failure.PRIVATE_ADDRESS and trail.hops:
            detail = f"redirects to {urls.redact(trail.url)}: {answer.detail}"
            return Answer(failure=Failure.UNSAFE_REDIRECT, detail=detail)
        return answer

    @asynccontextmanager
    async def _turn(self, host: str, trail: _Trail) -> AsyncIterator[None]:
        """Wait for a turn; the deadline of a source is about the source and stands still meanwhile."""
        loop = asyncio.get_running_loop()
        asked_at, timer = loop.time(), trail.timer
        left = (timer.when() or asked_at) - asked_at if timer else 0.0
        if timer:
            timer.reschedule(None)
        async with self.politeness.turn(host):
            trail.waited += loop.time() - asked_at
            if timer:
                timer.reschedule(loop.time() + left)
            yield

    def _learn(self, host: str, answer: Answer) -> None:
        record = self.politeness.host(host)
        record.answers += answer.status is not None
        record.timeouts += answer.failure is Failure.TIMEOUT
        if answer.status == 429:
            self.politeness.slow_down(host)
        elif answer.status is not None:
            self.politeness.speed_up(host)
        asked = retry_after(answer)
        if asked is not None and answer.status in (429, 503):
            self.politeness.pause(host, min(asked, self._limits.retry_after_cap))

    async def _try(self, target: Target, trail: _Trail) -> Answer:
        """Send one request and read what is needed of the answer, within the time of one try."""
        answer = Answer()
        parts: list[bytes] = []
        try:
            async with asyncio.timeout(self._limits.timeout):
                response = await self._transport.handle_async_request(self._request(target, trail))
                try:
                    trail.requests += bool(response.extensions.get(SENT_AGAIN))
                    completed = bool(response.extensions.get(COMPLETED))
                    answer = Answer(response.status_code, _headers(response), completed_chain=completed)
                    return replace(answer, body=await self._body(target, response, answer, parts))
                finally:
                    await response.aclose()
        except TimeoutError:
            if answer.status is not None:
                return replace(answer, body=Body(b"".join(parts)))
            return Answer(failure=Failure.TIMEOUT, detail=f"no answer within {self._limits.timeout:g} s")
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError) as error:
            if answer.status is not None:
                return answer
            failure, detail = classify(error)
            return Answer(failure=failure, detail=detail)

    def _request(self, target: Target, trail: _Trail) -> httpx.Request:
        """A plain GET; what goes on the wire is the address as we normalised it."""
        _, _, authority, *path = trail.url.split("/", 3)
        host = urls.host_of(trail.url)
        headers = self._headers.get(host, self._plain_headers).copy()
        headers["host"] = authority
        if target.conditions and not trail.hops:
            headers.update(target.conditions)
        cookie = trail.cookies.header(trail.url)
        if cookie:
            headers["cookie"] = cookie
        limit = self._limits.timeout
        extensions = {
            "target": f"/{''.join(path)}".encode("ascii"),
            "timeout": {"connect": limit, "read": limit, "write": limit, "pool": limit},
        }
        return httpx.Request("GET", trail.url, headers=headers, extensions=extensions)

    async def _body(self, target: Target, response: httpx.Response, answer: Answer, parts: list[bytes]) -> Body:
        """Read the body as far as judgement needs it: nothing of a redirect, a sample of most pages."""
        if answer.status in REDIRECTS and answer.header("location"):
            return Body()
        kind = answer.header("content-type").partition(";")[0].partition(",")[0].strip().lower()
        if kind not in _TEXT_TYPES and not (target.whole and kind == "application/pdf"):
            return Body()
        limit = self._limits.max_body if target.whole or target.fragments else self._limits.sample
        encoding = answer.header("content-encoding")
        return await read_body(response.stream, encoding, limit, parts)  # type: ignore[arg-type]

    def _exchange(self, target: Target, trail: _Trail, elapsed_ms: int) -> Exchange:
        last = trail.last
        return Exchange(
            target=target,
            final_url=trail.url,
            hops=tuple(trail.hops),
            status=last.status,
            headers=last.headers,
            body=last.body.data,
            complete=last.body.complete,
            failure=Failure.BAD_ENCODING if last.body.garbled else last.failure,
            detail=last.detail,
            requests=trail.requests,
            elapsed_ms=elapsed_ms,
            completed_chain=last.completed_chain,
            tries=tuple(trail.tries),
        )


def _outcome(answer: Answer) -> str:
    """What one request brought, in a few words."""
    if answer.failure is not None:
        return f"{answer.failure.value}: {answer.detail}"
    return f"{answer.status}, {len(answer.body.data)} bytes read"


def _headers(response: httpx.Response) -> tuple[tuple[str, str], ...]:
    """The headers, as bounded by :mod:`checker.fetch.head`; values as UTF-8 where they are that, else byte by byte.

    A target too long to be asked for stays too long: an address cut short would be another one.
    """
    return tuple(
        (name.decode("ascii", "replace").lower(), _text(value[:_MAX_HEADER])) for name, value in response.headers.raw
    )


def _text(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")
