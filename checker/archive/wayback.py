"""The Archive as one process asks it: look-ups, copies that authors cite, signs of life.

"None", "excluded" and "the look-up failed" stay apart, and nothing of the world ever raises.
"""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from checker import urls
from checker.archive.aggregator import Aggregator
from checker.archive.budget import Budget
from checker.archive.choose import Candidate, Capture, snapshot
from checker.archive.client import ArchiveClient, Services
from checker.archive.fitness import Wanted
from checker.archive.lookup import LookAt, LookUp
from checker.archive.opening import Opened, Refused, open_capture
from checker.archived_url import Service, unwrap
from checker.fetch.transport import Transport
from checker.model import ArchiveAnswer, ArchiveState


class Wayback:
    """The Archive as one process asks it.

    Args:
        transport: the web, real or simulated.
        base: one address that stands in for both hosts of the Archive.
        share: this process takes one part in ``share`` of the Archive's limits.
        aggregator: address of a service that knows the other archives, as MemGator does.
    """

    def __init__(
        self, transport: Transport, *, base: str | None = None, share: int = 1, aggregator: str | None = None
    ) -> None:
        self._services = Services.at(base)
        self._budget = Budget(share)
        self._client = ArchiveClient(transport, self._budget)
        self._aggregator = Aggregator(self._client, aggregator) if aggregator else None

    @property
    def answered(self) -> bool:
        """Whether the Archive answered anything over HTTP so far."""
        return self._client.answered

    @property
    def ended(self) -> str:
        """Why look-ups have ended for this run; empty while they go on."""
        return self._budget.ended

    async def reachable(self) -> bool:
        """Ask the Archive for its start page: a sign of life of the network."""
        await self._client.nearest(f"{self._services.web}/")
        return self.answered

    async def look_up(self, wanted: Wanted, *, at: datetime, look_at: LookAt | None = None) -> ArchiveAnswer:
        """Find the archived copy of a page nearest to the day aimed at; never raises.

        Args:
            wanted: the page and the day.
            at: the time of the look-up.
            look_at: gets the opened capture that is offered, body and all.
        """
        reason = _never_asked(wanted.url)
        if reason:
            return ArchiveAnswer(ArchiveState.NOT_LOOKED_UP, detail=reason, at=at, aim=wanted.aim)
        answer = ArchiveAnswer(ArchiveState.LOOKUP_FAILED, at=at, aim=wanted.aim)

        async def ask() -> bool | None:
            nonlocal answer
            try:
                answer = await LookUp(self._client, self._services, wanted, look_at).run(at)
            except Refused as refused:
                answer = replace(answer, state=refused.state, detail=str(refused))
                if refused.state is ArchiveState.LOOKUP_FAILED:
                    return None if self._budget.pause.hopeless else False
            return True

        if self.ended or not await self._budget.breaker.through(ask):
            detail = f"{self.ended}; asked again in the next run"
            return replace(answer, detail=detail)
        if self._aggregator is not None and answer.state is not ArchiveState.FOUND:
            return await self._aggregator.find(wanted, answer, look_at)
        return answer

    async def open_cited(
        self, url: str, wanted: Wanted, *, at: datetime, look_at: LookAt | None = None
    ) -> ArchiveAnswer:
        """Open an archived copy that an author cites: ``found`` if it shows the page, else why not; never raises.

        A copy that the archive does not show, or that shows no page, is ``not_archived``. One that could not be
        opened is ``lookup_failed``; what we do not open at all, ``not_looked_up``.
        """
        kept = unwrap(url)
        answer = ArchiveAnswer(ArchiveState.LOOKUP_FAILED, at=at, aim=wanted.aim)
        if kept is None or kept.original is None or kept.service is Service.ARCHIVE_TODAY:
            detail = "copies in archive.today are not opened" if kept else "no archived copy"
            return replace(answer, state=ArchiveState.NOT_LOOKED_UP, detail=detail)
        # Readers are led to the capture nearest to the moment cited, so that moment is not insisted on.
        address, asked = url, Capture("", kept.original, address=url)
        if kept.service is Service.WAYBACK:
            address = f"{self._services.web}/web/{kept.timestamp or ''}id_/{urls.without_fragment(kept.original)}"
            asked = Capture("", kept.original)

        async def ask() -> bool | None:
            nonlocal answer
            try:
                opened = await open_capture(self._client, address, asked, wanted)
            except Refused as refused:
                failed = refused.state is ArchiveState.LOOKUP_FAILED
                state = ArchiveState.LOOKUP_FAILED if failed else ArchiveState.NOT_ARCHIVED
                answer = replace(answer, state=state, detail=str(refused))
                says_nothing = failed and bool(asked.address or self._budget.pause.hopeless)
                return None if says_nothing else not failed
            answer = _cited(answer, opened, url)
            if answer.state is ArchiveState.FOUND and look_at is not None and opened.exchange is not None:
                await look_at(opened.exchange)
            return True

        if self.ended or not await self._budget.breaker.through(ask):
            return replace(answer, detail=f"{self.ended}; asked again in the next run")
        return answer


def _cited(blank: ArchiveAnswer, opened: Opened, url: str) -> ArchiveAnswer:
    """What an opened copy says, under the address that it is cited by."""
    if opened.unfit is None:
        shown = replace(snapshot(Candidate(opened.capture), blank.aim), url=url)
        return replace(blank, state=ArchiveState.FOUND, snapshot=shown)
    if opened.exchange is not None and not opened.told:
        # A viewer of frames or scripts: what readers see there, we cannot.
        return replace(blank, state=ArchiveState.NOT_LOOKED_UP, detail="its viewer cannot be read")
    state = ArchiveState.LOOKUP_FAILED if opened.failed else ArchiveState.NOT_ARCHIVED
    return replace(blank, state=state, detail=opened.unfit.why)


def _never_asked(url: str) -> str:
    """Why a look-up is not made at all; empty where it may be."""
    if unwrap(url) is not None:
        return "it is an archived copy itself"
    if urls.redact(url) != url:
        return "it seems to hold a secret, and a look-up publishes the address"
    return ""
