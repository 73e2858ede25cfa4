"""One look-up: the cheapest service that settles it first.

1. Playback (120 a minute): ``/web/TARGET/URL`` redirects to the nearest capture. It settles the case where
   :func:`checker.archive.choose.settles` says so; what it answers otherwise is kept as a witness.
2. CDX (24 a minute, shared with Availability): one question for all captures of the page. Where there are too
   many for one answer, the last ones up to the target and the first ones after it are asked for.
3. Availability, where CDX failed or knows nothing: without the scheme, with it too if CDX failed, since either
   form is known to be answered wrongly (wayback#296).

A capture is never offered unseen. "Not archived" needs the index to say so itself, and a second service that
does not fail; whatever else leaves nothing to offer is a failed look-up.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from datetime import datetime

from msgspec import Struct, field

from checker import urls
from checker.archive import index
from checker.archive.choose import GOOD, Candidate, Capture, order, rest, same_page, settles, snapshot, usable
from checker.archive.client import ArchiveClient, Services, is_exclusion, trouble
from checker.archive.fitness import Wanted
from checker.archive.memento import replayed, stamped, timestamp
from checker.archive.opening import Opened, Refused, open_capture
from checker.fetch.answer import Answer
from checker.model import AimKind, ArchiveAnswer, ArchiveState
from checker.observation import Exchange

MAX_OPENED = 5
ALL_ROWS, SIDE_ROWS = 2_000, 15

LookAt = Callable[[Exchange], Awaitable[None]]
"""Gets the opened capture that is offered, body and all, before it is dropped."""


class _Heard(Struct):
    """What the services said when none of them named a capture."""

    nothing: int = 0
    failed: list[str] = field(default_factory=list)
    index_failed: str = ""
    index_empty: bool = False
    others: bool = False


class LookUp:
    """The look-up of one page. ``run`` may be called once."""

    def __init__(self, client: ArchiveClient, services: Services, wanted: Wanted, look_at: LookAt | None) -> None:
        self._client = client
        self._services = services
        self._wanted = wanted
        self._look_at = look_at
        self._url = urls.request_url(wanted.url)
        self._heard = _Heard()
        self._opened: dict[tuple[str, str], Opened] = {}
        self._last = ""

    async def run(self, at: datetime) -> ArchiveAnswer:
        """The outcome.

        Raises:
            Refused: excluded, or the look-up failed.
        """
        aim = self._wanted.aim
        async for candidates in self._candidates():
            found = await self._first_fit(candidates)
            if found is not None:
                candidate, opened = found
                if self._look_at is not None and opened.exchange is not None:
                    await self._look_at(opened.exchange)
                return ArchiveAnswer(ArchiveState.FOUND, snapshot(candidate, aim), at=at, aim=aim)
        return self._nothing(at)

    async def _candidates(self) -> AsyncIterator[Sequence[Candidate]]:
        """Lists of captures to open, each only where the one before brought nothing."""
        aim = self._wanted.aim
        nearest = await self._nearest()
        if nearest is not None and settles(nearest, aim):
            yield [Candidate(nearest)]
        rows = await self._index()
        listed = usable(rows, self._url)
        self._heard.others = not listed and any(same_page(row.original, self._url) for row in rows)
        yield order(listed, aim)
        if nearest is not None and not listed:
            yield order([nearest], aim)
        if not listed:
            async for capture in self._available():
                yield order([capture], aim)

    async def _nearest(self) -> Capture | None:
        """Ask playback for the capture nearest to the target; what it brings is not read yet."""
        stamp = f"{self._stamp()}/" if self._wanted.aim else ""
        answer = await self._client.nearest(f"{self._services.web}/web/{stamp}{self._url}")
        self._exclusion(answer)
        named = replayed(answer.header("location") or answer.header("content-location"))
        if named is None and answer.header("memento-datetime"):
            shown = stamped(answer.header("memento-datetime"))
            named = (shown, self._url) if shown else None
        if named is not None and answer.status is not None and answer.status < 400:
            capture = Capture(named[0], index.without_port(named[1]))
            return capture if same_page(capture.original, self._url) else None
        if answer.status == 404 and not answer.header("memento-datetime"):
            self._heard.nothing += 1
        elif trouble(answer):
            self._heard.failed.append(trouble(answer) or "")
        return None

    async def _index(self) -> list[Capture]:
        """Every capture that the index lists, or those around the target."""
        first = await self._rows(index.cdx_query(self._url, limit=ALL_ROWS))
        if first is None or len(first) < ALL_ROWS:
            return first or []
        aim = self._wanted.aim
        if aim is None:
            queries = [index.cdx_query(self._url, limit=-SIDE_ROWS)]
        else:
            sides = [index.cdx_query(self._url, since=self._stamp(), limit=SIDE_ROWS)]
            if aim.kind is not AimKind.PUBLISHED:
                sides.append(index.cdx_query(self._url, until=self._stamp(), limit=SIDE_ROWS))
            queries = sides
        rows: list[Capture] = []
        for query in queries:
            rows += await self._rows(query) or []
        return rows

    async def _rows(self, query: str) -> list[Capture] | None:
        """The rows of one CDX answer; None, and a word in what was heard, where it cannot be read."""
        answer = await self._client.index(self._services.web + query)
        self._exclusion(answer)
        problem = trouble(answer) or ("" if answer.status == 200 else f"the capture index answers {answer.status}")
        rows: list[Capture] = []
        if not problem:
            try:
                rows = index.cdx_rows(answer.body.data)
            except index.EmptyError as error:
                self._heard.index_empty = True
                problem = str(error)
            except index.UnreadableError as error:
                problem = str(error)
        if problem:
            self._heard.index_failed = problem
            return None
        return rows

    async def _available(self) -> AsyncIterator[Capture]:
        """What Availability names, asked in both forms where the index could not be."""
        bare = self._url.partition("://")[2]
        for form in (bare, self._url) if self._heard.index_failed else (bare,):
            stamp = self._stamp() if self._wanted.aim else None
            answer = await self._client.index(self._services.org + index.availability_query(form, stamp))
            self._exclusion(answer)
            problem = trouble(answer)
            if not problem:
                try:
                    capture = index.available(answer.body.data)
                except index.UnreadableError as error:
                    problem = str(error)
                else:
                    if capture is None:
                        self._heard.nothing += 1
                    elif capture.status in GOOD and same_page(capture.original, self._url):
                        yield capture
            if problem:
                self._heard.failed.append(problem)

    async def _first_fit(self, candidates: Sequence[Candidate]) -> tuple[Candidate, Opened] | None:
        """Open candidates, five in all, until one shows the page."""
        left = list(candidates)
        while left and len(self._opened) < MAX_OPENED:
            candidate = left[0]
            opened = await self._open(candidate.capture)
            if opened.unfit is None:
                return Candidate(opened.capture, candidate.bracketed), opened
            self._last = opened.unfit.why
            left = rest(left, candidate.capture, self._wanted.aim, taken_over=opened.unfit.taken_over)
        return None

    async def _open(self, capture: Capture) -> Opened:
        key = (capture.timestamp, capture.original)
        if key not in self._opened:
            address = f"{self._services.web}/web/{capture.timestamp}id_/{capture.original}"
            self._opened[key] = await open_capture(self._client, address, capture, self._wanted)
        return self._opened[key]

    def _nothing(self, at: datetime) -> ArchiveAnswer:
        """Nothing can be offered: because there is nothing, or because we could not know."""
        heard = self._heard
        if any(opened.failed for opened in self._opened.values()):
            raise Refused(ArchiveState.LOOKUP_FAILED, self._last)
        if heard.index_failed and not (heard.index_empty and heard.nothing):
            raise Refused(ArchiveState.LOOKUP_FAILED, heard.index_failed)
        if heard.failed and not heard.nothing and not self._opened:
            raise Refused(ArchiveState.LOOKUP_FAILED, heard.failed[0])
        number = len(self._opened)
        detail = "the Archive holds only redirects and errors" if heard.others else "the Archive holds no copy"
        if number:
            captures = "capture" if number == 1 else "captures"
            detail = f"{number} {captures} opened, none shows the page; the last: {self._last}"
        return ArchiveAnswer(ArchiveState.NOT_ARCHIVED, detail=detail, at=at, aim=self._wanted.aim)

    def _exclusion(self, answer: Answer) -> None:
        if is_exclusion(answer):
            raise Refused(ArchiveState.EXCLUDED, "the Archive does not show this page")

    def _stamp(self) -> str:
        aim = self._wanted.aim
        assert aim is not None  # noqa: S101  # asked for only where there is a day
        return timestamp(aim.day, end=aim.kind is not AimKind.PUBLISHED)
