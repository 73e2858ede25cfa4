"""Asking: one GET, redirects followed hop by hop, every answer a fact and no exception.

The order of the layers is the policy: turn of the host → send → learn → again or onward. Every hop and every try
takes a turn of its own (:mod:`checker.fetch.dispatch`), and each connection goes through the guard of the transport.
"""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from random import Random

import httpx

from checker.about import USER_AGENT
from checker.fetch.answer import NO_BODY, Answer
from checker.fetch.body import ACCEPTED_ENCODINGS, Body, read_body
from checker.fetch.dispatch import Dispatch
from checker.fetch.failures import classify
from checker.fetch.limits import Limits
from checker.fetch.politeness import Politeness
from checker.fetch.redirects import REDIRECTS
from checker.fetch.retry import Again
from checker.fetch.sending import Ask, FixedHeaders, Pairs, Reply, Sender, ThroughHttpx
from checker.fetch.transport import GuardedTransport, Transport
from checker.fetch.way import Way
from checker.observation import Exchange, Failure, HostQueue, Target

_HEADERS = {
    "user-agent": USER_AGENT,
    "accept": "text/html,application/xhtml+xml,application/pdf,*/*;q=0.8",
    "accept-language": "en,*;q=0.5",
    "accept-encoding": ACCEPTED_ENCODINGS,
}
_TEXT_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml", "")


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
        self._guarded = transport if isinstance(transport, GuardedTransport) else None
        self._sender: Sender = self._guarded or ThroughHttpx(transport)
        self._limits = limits
        self._headers = {host: _with_ours(more) for host, more in (headers or {}).items()}
        self._plain_headers = FixedHeaders(_HEADERS)
        self._again = Again(limits, Random(seed))  # noqa: S311  # jitter, not secrets
        self.politeness = Politeness(limits)

    async def fetch(self, target: Target) -> Exchange:
        """Ask for one target, following its redirects; ends within the deadline of a source."""
        way = Way.to(target)
        dispatch = Dispatch(self, [HostQueue(way.origin.host, (target,))], release=False)
        async with aclosing(dispatch.results()) as results:
            return (await anext(results))[1]

    def begin(self, target: Target) -> Way:
        """The way to a target, before its first try."""
        return Way.to(target)

    async def attempt(self, way: Way) -> float | None:
        """Make the next try on a way; the seconds to wait until the one after it, None if the way has ended."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        answer = await self._try(way)
        now = loop.time()
        way.spent += now - began
        self.politeness.host(way.origin.host).learn(answer, now - began, now, self._limits)
        return way.onward(answer, self._again, self._limits)

    def end(self, way: Way) -> Exchange:
        """What a way has brought that has ended."""
        return way.exchange()

    async def release(self, host: str) -> None:
        """Close what is still open to a host that will not be asked again."""
        if self._guarded is not None:
            await self._guarded.release(host)

    async def _try(self, way: Way) -> Answer:
        """Send one request and read what is needed of the answer, within the time of one try."""
        limit = way.left(self._limits)
        ask = self._ask(way)
        reply: Reply | None = None
        headers: Pairs = ()
        parts: list[bytes] = []
        try:
            async with asyncio.timeout(limit):
                reply = await self._sender.send(ask)
                headers = reply.headers
                try:
                    body = await self._body(way.target, reply, headers, parts)
                finally:
                    await reply.close()
                return Answer(reply.status, headers, body, completed_chain=reply.completed_chain)
        except TimeoutError:
            if reply is not None:
                return Answer(reply.status, headers, Body(b"".join(parts)), completed_chain=reply.completed_chain)
            return Answer(failure=Failure.TIMEOUT, detail=f"no answer within {round(limit, 3):g} s")
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError) as error:
            if reply is not None:
                return Answer(reply.status, headers, completed_chain=reply.completed_chain)
            failure, detail = classify(error)
            return Answer(failure=failure, detail=detail)
        finally:
            way.requests += ask.sent or 1

    def _ask(self, way: Way) -> Ask:
        """A plain GET; what goes on the wire is the address as we normalised it."""
        fixed = self._plain_headers
        more: Pairs = ()
        if self._headers and way.is_trusted:
            fixed = self._headers.get(way.origin.host, fixed)
        if way.redirected:
            cookie = way.cookie()
            more = (("cookie", cookie),) if cookie else ()
        else:
            more = way.target.conditions
        fixed = fixed.without(more) if more else fixed
        return Ask(way.url, way.origin, way.path, fixed, more, self._limits.timeout, fresh=way.fruitless)

    async def _body(self, target: Target, reply: Reply, headers: Pairs, parts: list[bytes]) -> Body:
        """Read the body as far as judgement needs it: nothing of a redirect, a sample of most pages."""
        kind = encoding = location = ""
        for name, value in reversed(headers):
            if name == "content-type":
                kind = value
            elif name == "content-encoding":
                encoding = value
            elif name == "location":
                location = value
        if location and reply.status in REDIRECTS:
            return NO_BODY
        kind = kind.partition(";")[0].partition(",")[0].strip().lower()
        if kind not in _TEXT_TYPES and not (target.whole and kind == "application/pdf"):
            return NO_BODY
        limit = self._limits.max_body if target.whole or target.fragments else self._limits.sample
        return await read_body(reply, encoding, limit, parts)


def _with_ours(headers: dict[str, str]) -> FixedHeaders:
    """Our headers, with those that sources.yml gives for a host in their place; who is asked is not theirs to say."""
    given = {name.lower(): value for name, value in headers.items() if name.lower() != "host"}
    return FixedHeaders(_HEADERS | given)
