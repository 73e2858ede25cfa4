"""Other archives than the Wayback Machine, through a service that knows them all, as MemGator does (opt-in).

``GET BASE/timemap/json/URL`` answers ``{"mementos": {"list": [{"datetime": …, "uri": …}]}}``; 404 where no
archive has the page (oduwsdl/MemGator, read 2026-11-23). TimeMaps tell neither status nor digest, so what is
chosen is opened like any other capture. Copies in archive.today are never offered.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from msgspec.structs import replace

from checker import urls
from checker.archive.choose import Capture, order, rest, snapshot
from checker.archive.client import ArchiveClient, trouble
from checker.archive.fitness import Wanted
from checker.archive.lookup import LookAt
from checker.archive.opening import Refused, open_capture
from checker.archived_url import Service, unwrap
from checker.model import ArchiveAnswer, ArchiveState

MAX_OPENED = 5
MAX_MEMENTOS = 5_000


class Aggregator:
    """Asks one aggregator, within the same budget as the Archive."""

    def __init__(self, client: ArchiveClient, base: str) -> None:
        self._client = client
        self._base = base.rstrip("/")

    async def find(self, wanted: Wanted, otherwise: ArchiveAnswer, look_at: LookAt | None = None) -> ArchiveAnswer:
        """A copy in another archive, or the answer there was; never raises."""
        url = urls.request_url(wanted.url)
        answer = await self._client.index(f"{self._base}/timemap/json/{url}")
        if trouble(answer) or answer.status != 200:
            return otherwise
        left = order(sorted(mementos(answer.body.data, url), key=lambda one: one.timestamp), wanted.aim)
        for _ in range(MAX_OPENED):
            if not left:
                break
            candidate = left[0]
            try:
                opened = await open_capture(self._client, candidate.capture.address, candidate.capture, wanted)
            except Refused:
                left = left[1:]
                continue
            if opened.unfit is None and opened.exchange is not None:
                if look_at is not None:
                    await look_at(opened.exchange)
                shown = snapshot(replace(candidate, capture=opened.capture), wanted.aim)
                return replace(otherwise, state=ArchiveState.FOUND, snapshot=shown, detail="")
            taken_over = opened.unfit is not None and opened.unfit.taken_over
            left = rest(left, candidate.capture, wanted.aim, taken_over=taken_over)
        return otherwise


def mementos(body: bytes, url: str) -> Iterator[Capture]:
    """The captures of a TimeMap in other archives than those asked before; what is no TimeMap has none."""
    try:
        listed = _list(json.loads(body))
    except (ValueError, RecursionError):
        return
    for one in listed[:MAX_MEMENTOS]:
        address, when = (one.get("uri"), one.get("datetime")) if isinstance(one, dict) else (None, None)
        if isinstance(address, str) and isinstance(when, str) and _is_wanted(address):
            stamp = _stamp(when)
            if stamp:
                yield Capture(stamp, url, address=address)


def _list(data: Any) -> list[Any]:  # noqa: ANN401  # whatever it is, it is looked at piece by piece
    found = data.get("mementos") if isinstance(data, dict) else None
    listed = found.get("list") if isinstance(found, dict) else None
    return listed if isinstance(listed, list) else []


def _is_wanted(address: str) -> bool:
    kept = unwrap(address)
    mistrusted = kept is not None and kept.service in (Service.WAYBACK, Service.ARCHIVE_TODAY)
    return address.startswith(("http://", "https://")) and not mistrusted


def _stamp(when: str) -> str | None:
    try:
        return datetime.fromisoformat(when).astimezone(UTC).strftime("%Y%m%d%H%M%S")
    except (ValueError, OverflowError):
        return None
