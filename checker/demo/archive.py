"""The simulated Archive: capture index, Availability and playback at their real addresses."""

from __future__ import annotations

import asyncio
import hashlib
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from email.utils import format_datetime

import httpx
from msgspec import Struct

from checker.archive.memento import moment
from checker.demo import pages
from checker.demo.script import ARCHIVED, Archived
from checker.model import DeclaredSource
from checker.patterns import regex

_PLAYBACK = regex(r"/web/(\d{14})(?:id_)?/(.+)", re.ASCII)


class _Row(Struct, frozen=True):
    stamp: str
    source: DeclaredSource
    status: str = "200"
    digest: str = ""


class SimulatedArchive(httpx.AsyncBaseTransport):
    """Holds a few captures of most sources around the day they were accessed."""

    def __init__(self, sources: tuple[DeclaredSource, ...]) -> None:
        self._rows = [row for source in sources for row in _captures(source)]
        self._by_url = {source.url: source for source in sources}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer one request as the Archive's services would."""
        await asyncio.sleep(0.5 + hashlib.sha256(str(request.url).encode()).digest()[0] / 100)
        path = request.url.raw_path.decode("ascii")
        playback = _PLAYBACK.fullmatch(path)
        if playback:
            return self._capture(playback[1], playback[2])
        if request.url.path in ("/cdx/search/cdx", "/wayback/available"):
            source = self._by_url.get(request.url.params["url"])
            kind = ARCHIVED.get(source.id, Archived.USUAL) if source else Archived.NONE
            if kind is Archived.FAILING:
                return httpx.Response(503, text="503 Temporarily Offline")
            if kind is Archived.EXCLUDED:
                text = "RuntimeIOException: AdministrativeAccessControlException: Blocked Site Error"
                return httpx.Response(403, text=text)
            if request.url.path == "/wayback/available":
                return httpx.Response(200, json={"archived_snapshots": {}})
            return self._index(source, request.url.params)
        return httpx.Response(200, text="the simulated Archive")

    def _index(self, source: DeclaredSource | None, params: httpx.QueryParams) -> httpx.Response:
        rows = [row for row in self._rows if row.source is source]
        rows = [row for row in rows if params.get("from", "") <= row.stamp <= params.get("to", "9")]
        limit = int(params["limit"])
        rows = rows[limit:] if limit < 0 else rows[:limit]
        table = [["timestamp", "original", "statuscode", "digest"]]
        table += [[row.stamp, row.source.url, row.status, row.digest] for row in rows]
        return httpx.Response(200, text=json.dumps(table if rows else []))

    def _capture(self, stamp: str, url: str) -> httpx.Response:
        row = next((row for row in self._rows if row.stamp == stamp and row.source.url == url), None)
        at = moment(stamp)
        if row is None or at is None:
            return httpx.Response(404, text="The Archive has no such capture.")
        text = pages.not_found("A site") if row.digest == "ERROR" else pages.article(row.source)
        headers = {
            "memento-datetime": format_datetime(at, usegmt=True),
            "content-type": "text/html; charset=utf-8",
        }
        return httpx.Response(200, headers=headers, text=text)


def _captures(source: DeclaredSource) -> Iterator[_Row]:
    day = source.accessed.last if source.accessed else date(2018, 1, 1)
    match ARCHIVED.get(source.id, Archived.USUAL):
        case Archived.USUAL:
            yield _row(source, day, -12, "A")
            yield _row(source, day, 40, "B")
        case Archived.BRACKETED:
            yield _row(source, day, -9, "A")
            yield _row(source, day, 25, "A")
        case Archived.SAME_DAY:
            yield _row(source, day, -30, "A")
            yield _row(source, day, 0, "B")
        case Archived.ERROR_NEAREST:
            yield _row(source, day, -21, "A")
            yield _row(source, day, -2, "ERROR")
        case Archived.LATER:
            yield _row(source, day, -900, "A")
            yield _row(source, day, 6, "B")
        case _:
            return


def _row(source: DeclaredSource, day: date, days: int, digest: str) -> _Row:
    return _Row(f"{day + timedelta(days):%Y%m%d}104500", source, "200", digest)
