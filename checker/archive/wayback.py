"""Looking up the archived copy nearest to a day: index both sides, choose, open what was chosen.

A capture is never offered unseen: it must be a page by the same rules as a live one. "None", "excluded"
and "the look-up failed" stay apart, and nothing of the world ever raises.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime

from checker import urls
from checker.archive import index
from checker.archive.budget import BREAKER_PAUSE, Budget
from checker.archive.choose import GOOD, Capture, order, same_page, snapshot, usable
from checker.archive.client import ArchiveClient, Services, trouble
from checker.archive.memento import is_archive, moment, timestamp
from checker.evidence import page_facts
from checker.fetch.answer import Answer
from checker.fetch.transport import Transport
from checker.model import Aim, AimKind, ArchiveAnswer, ArchiveState
from checker.observation import Exchange, Target
from checker.rules import page_trouble
from checker.rules.login import is_login

MAX_OPENED = 5
MIN_WORDS = 10
ROWS = 15


class _LookUpFailed(Exception):
    """The Archive could not be asked; the message says why."""


class _Excluded(Exception):
    """The Archive does not show this page."""


class Wayback:
    """The Archive as one process asks it.

    Args:
        transport: the web, real or simulated.
        base: one address that stands in for both hosts of the Archive.
        share: this process takes one part in ``share`` of the Archive's limits.
    """

    def __init__(self, transport: Transport, *, base: str | None = None, share: int = 1) -> None:
        self._services = Services.at(base)
        self._budget = Budget(share)
        self._client = ArchiveClient(transport, self._budget)

    @property
    def answered(self) -> bool:
        """Whether the Archive answered anything over HTTP so far."""
        return self._client.answered

    @property
    def given_up(self) -> bool:
        """Whether look-ups have ended for this run, because the Archive kept failing."""
        return self._budget.breaker.given_up

    async def reachable(self) -> bool:
        """Ask the Archive for its start page: a sign of life of the network."""
        await self._client.capture(f"{self._services.web}/")
        return self.answered

    async def look_up(self, url: str, aim: Aim | None, *, at: datetime) -> ArchiveAnswer:
        """Find the archived copy of a page nearest to the day aimed at; never raises."""
        if is_archive(url):
            return ArchiveAnswer(ArchiveState.NOT_LOOKED_UP, detail="it is an archived copy itself", at=at)
        if urls.redact(url) != url:
            detail = "it seems to hold a secret, and a look-up publishes the address"
            return ArchiveAnswer(ArchiveState.NOT_LOOKED_UP, detail=detail, at=at)
        breaker = self._budget.breaker
        async with breaker.lock:
            if breaker.given_up:
                detail = "the Archive kept failing in this run; asked again in the next one"
                return ArchiveAnswer(ArchiveState.LOOKUP_FAILED, detail=detail, at=at)
            if breaker.open:
                await asyncio.sleep(BREAKER_PAUSE)
            try:
                answer = await self._find(urls.without_fragment(url), aim, at)
            except _Excluded:
                answer = ArchiveAnswer(ArchiveState.EXCLUDED, detail="the Archive does not show this page", at=at)
            except _LookUpFailed as error:
                breaker.failed()
                return ArchiveAnswer(ArchiveState.LOOKUP_FAILED, detail=str(error), at=at)
            breaker.succeeded()
            return answer

    async def _find(self, url: str, aim: Aim | None, at: datetime) -> ArchiveAnswer:
        captures, doubt = await self._captures(url, aim)
        candidates = order(usable(captures, url), aim)
        problem = ""
        for candidate in candidates[:MAX_OPENED]:
            problem = await self._unfit(candidate.capture, url)
            if not problem:
                return ArchiveAnswer(ArchiveState.FOUND, snapshot(candidate, url, aim), at=at)
        if doubt:
            raise _LookUpFailed(doubt)
        if candidates:
            detail = f"{len(candidates[:MAX_OPENED])} captures opened, none shows the page; the last: {problem}"
            return ArchiveAnswer(ArchiveState.NOT_ARCHIVED, detail=detail, at=at)
        return ArchiveAnswer(ArchiveState.NOT_ARCHIVED, detail="the Archive holds no good copy", at=at)

    async def _captures(self, url: str, aim: Aim | None) -> tuple[Sequence[Capture], str]:
        """The captures on both sides of the day, and what failed in asking for them."""
        found: list[Capture] = []
        doubt = ""
        for query in _queries(url, aim):
            answer = await self._client.index(self._services.web + query)
            problem = trouble(answer)
            if not problem:
                try:
                    found += self._rows(answer)
                except index.UnreadableError as error:
                    problem = str(error)
            doubt = doubt or problem or ""
        if usable(found, url):
            return found, doubt
        return await self._available(url, aim, doubt)

    def _rows(self, answer: Answer) -> list[Capture]:
        if index.excluded(answer.body.data) or answer.header("x-archive-wayback-runtime-error"):
            raise _Excluded
        if answer.status != 200:
            raise index.UnreadableError(f"the capture index answers {answer.status}")
        return index.cdx_rows(answer.body.data)

    async def _available(self, url: str, aim: Aim | None, doubt: str) -> tuple[Sequence[Capture], str]:
        """Ask the second service, with and without the scheme, since it is known to answer either wrongly."""
        stamp = timestamp(aim.day, end=aim.kind is AimKind.ACCESSED) if aim else None
        for form in (url, url.partition("://")[2]):
            answer = await self._client.index(self._services.org + index.availability_query(form, stamp))
            problem = trouble(answer)
            if problem:
                # The index said "none" and nobody contradicts it, unless the index failed as well.
                doubt = doubt and problem
                continue
            try:
                capture = index.available(answer.body.data)
            except index.UnreadableError as error:
                doubt = doubt and str(error)
                continue
            if capture is not None and capture.status in GOOD and same_page(capture.original, url):
                return [capture], ""
        return [], doubt

    async def _unfit(self, capture: Capture, url: str) -> str:
        """Open a capture once, raw; why it does not show the page, empty where it does."""
        asked = f"{self._services.web}/web/{capture.timestamp}id_/{capture.original}"
        address, answer = await self._client.capture(asked)
        problem = trouble(answer)
        if answer.header("x-archive-wayback-runtime-error") or index.excluded(answer.body.data[:20_000]):
            raise _Excluded
        is_memento = bool(answer.header("memento-datetime"))
        if problem and not is_memento:
            raise _LookUpFailed(problem)
        if not is_memento:
            return "the Archive gives no capture there"
        if str(answer.status) not in GOOD:
            return f"the captured answer is a {answer.status}"
        drift = _drift(address, capture)
        return drift or _no_page(answer, url)


def _drift(address: str, capture: Capture) -> str:
    """Whether the Archive led to a capture of another moment than the one chosen."""
    parts = address.partition("/web/")[2].partition("id_/")
    if not parts[1] or parts[0] == capture.timestamp or moment(parts[0]) is None:
        return ""
    return f"it leads on to the capture of {parts[0]}"


def _no_page(answer: Answer, url: str) -> str:
    """Why the captured body is no page of content; bodies that are no text are taken on trust."""
    kind = (answer.header("x-archive-orig-content-type") or answer.header("content-type")).lower()
    if not kind.startswith(("text/html", "application/xhtml", "text/plain")):
        return "" if answer.body.data else "the captured body is empty"
    headers = (("content-type", kind),)
    facts = page_facts(Exchange(Target(url), url, (), answer.status, headers, answer.body.data, answer.body.complete))
    if facts is None or facts.words < MIN_WORDS:
        return "the captured page has hardly any text"
    found = page_trouble(facts, url, answer.status or 200)
    if found:
        return found[1]
    thin_login = any(sign.rule == "login.password" for sign in facts.signs) and facts.words < 150
    return "the captured page asks for a login" if thin_login and not is_login(url) else ""


def _queries(url: str, aim: Aim | None) -> list[str]:
    if aim is None:
        return [index.cdx_query(url, limit=ROWS)]
    if aim.kind is AimKind.PUBLISHED:
        return [index.cdx_query(url, since=timestamp(aim.day, end=False), limit=ROWS)]
    stamp = timestamp(aim.day, end=True)
    return [index.cdx_query(url, until=stamp, limit=ROWS), index.cdx_query(url, since=stamp, limit=ROWS)]
