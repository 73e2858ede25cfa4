"""A stand-in for the Internet Archive: CDX, Availability, TimeGate, TimeMap and replay over a few captures.

``Archive.reply`` is the whole of it, without I/O; ``serving_archive`` puts it behind a real local server,
``InProcess`` behind a transport for simulated time. Its dialect can be changed, and each page can have faults.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email.utils import format_datetime
from urllib.parse import parse_qs, unquote, urlsplit

import httpx
from servers import Request, Site, answer, serving

from checker.archive.memento import moment

_REPLAY = re.compile(r"/web/(?:(\d{1,14})([a-z]{2}_)?/)?(https?:/.+|[\w.-]+\.[a-z]{2,}/.*)", re.ASCII)
Reply = tuple[int, dict[str, str], bytes]

WORDS = " ".join(f"word{number}" for number in range(300))


def page(title: str = "An article", text: str = WORDS, head: str = "") -> str:
    """An HTML page."""
    return f"<!doctype html><html><head><title>{title}</title>{head}</head><body><h1>{title}</h1><p>{text}</p></body></html>"


ARTICLE = page()


@dataclass(frozen=True, slots=True)
class Kept:
    """One capture. ``stamp`` may be shorter than 14 digits: a day is captured at noon.

    ``to`` is where an archived redirect leads, ``moved`` another timestamp that replay leads to, ``listed``
    whether the index knows it and ``shown`` whether replay does.
    """

    stamp: str
    body: str = ""
    status: int = 200
    original: str = ""
    digest: str = ""
    revisit: bool = False
    to: str = ""
    moved: str = ""
    kind: str = "text/html; charset=utf-8"
    listed: bool = True
    shown: bool = True
    memento: bool = True

    @property
    def full(self) -> str:
        """The 14-digit timestamp."""
        return self.stamp if len(self.stamp) == 14 else f"{self.stamp}120000"

    @property
    def content(self) -> bytes:
        """The body as it was captured."""
        if self.status >= 300 and not self.body:
            return b"<title>Error</title>"
        return (self.body or page(text=f"{WORDS} {self.stamp}")).encode()

    @property
    def sha1(self) -> str:
        """The digest as the index has it."""
        return self.digest or base64.b32encode(hashlib.sha1(self.content, usedforsecurity=False).digest()).decode()


@dataclass(slots=True)
class Archive:
    """What is kept, by page, and how it is told. ``faults`` and ``excluded`` name pages."""

    kept: dict[str, list[Kept]] = field(default_factory=dict)
    faults: dict[str, set[str]] = field(default_factory=dict)
    dialect: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)

    def reply(self, path: str) -> Reply:
        """Answer one request."""
        self.asked.append(path)
        parts = urlsplit(path)
        query = {name: values[0] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
        if parts.path == "/cdx/search/cdx":
            return self._cdx(query)
        if parts.path == "/wayback/available":
            return self._available(query)
        if parts.path.startswith("/web/timemap/"):
            return 404, {}, b""
        match = _REPLAY.fullmatch(path)
        if match:
            return self._replay(match[1] or "", match[2] or "", match[3])
        return 200, {"content-type": "text/html"}, b"<title>Wayback Machine</title>"

    def _of(self, url: str) -> list[tuple[str, Kept]]:
        rows = [(one.original or page_url, one) for page_url, held in self.kept.items() for one in held]
        return sorted([row for row in rows if surt(row[0]) == surt(url)], key=lambda row: (row[1].full, row[0]))

    def _fault(self, url: str, name: str) -> bool:
        return any(surt(page_url) == surt(url) and name in faults for page_url, faults in self.faults.items())

    def _trouble(self, url: str, service: str) -> Reply | None:
        if self._fault(url, "excluded") or self._fault(url, f"{service} excluded"):
            text = b"org.archive.wayback.exception.AdministrativeAccessControlException: Blocked Site Error"
            return 403, {"x-archive-wayback-runtime-error": "AdministrativeAccessControlException"}, text
        if self._fault(url, "robots"):
            return 403, {}, b"RobotAccessControlException: robots.txt"
        for status in (404, 403, 429, 500, 502, 503, 504):
            if self._fault(url, f"{service} {status}"):
                return status, {}, f"{status} Temporarily Offline".encode()
        for name, body in _BODIES.items():
            if self._fault(url, f"{service} {name}"):
                return 200, {"content-type": "text/html"}, body
        return None

    def _cdx(self, query: dict[str, str]) -> Reply:
        url = query.get("url", "")
        trouble = self._trouble(url, "cdx")
        if trouble:
            return trouble
        rows = [row for row in self._of(url) if row[1].listed]
        if "deaf" not in self.dialect:
            low, high = query.get("from", "").ljust(14, "0"), query.get("to", "").ljust(14, "9")
            rows = [row for row in rows if low <= row[1].full <= high]
            if "filter" in query:
                wanted = re.compile(query["filter"].partition(":")[2])
                rows = [row for row in rows if wanted.fullmatch(_status(row[1]))]
            limit = int(query.get("limit", "0"))
            rows = rows[limit:] if limit < 0 else rows[: limit or None]
        table = [
            [
                surt(original),
                one.full,
                original,
                "warc/revisit" if one.revisit else "text/html",
                _status(one),
                one.sha1,
                "999",
            ]
            for original, one in rows
        ]
        header = ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"]
        if "all fields" not in self.dialect and "fl" in query:
            places = [header.index(name) for name in query["fl"].split(",")]
            header, table = [header[place] for place in places], [[row[place] for place in places] for row in table]
        if "text" in self.dialect:
            return 200, {"content-type": "text/plain"}, "".join(" ".join(row) + "\n" for row in table).encode()
        headed = table if "no header" in self.dialect or not table else [header, *table]
        return 200, {"content-type": "application/json"}, json.dumps(headed).encode()

    def _available(self, query: dict[str, str]) -> Reply:
        url = query.get("url", "")
        trouble = self._trouble(url, "available")
        if trouble:
            return trouble
        schemed = "://" in url
        empty = self._fault(url, "available empty") or (schemed and self._fault(url, "available schemed empty"))
        rows = [] if empty else [row for row in self._of(url) if _status(row[1]) == "200"]
        if not rows:
            return 200, {"content-type": "application/json"}, b'{"archived_snapshots": {}}'
        original, one = nearest(rows, query.get("timestamp", ""))
        closest = {"status": "200", "available": True, "url": f"http://web.archive.org/web/{one.full}/{original}", "timestamp": one.full}  # fmt: skip
        data = {"url": url, "archived_snapshots": {"closest": closest}}
        return 200, {"content-type": "application/json"}, json.dumps(data).encode()

    def _replay(self, stamp: str, flag: str, url: str) -> Reply:
        url = re.sub(r"^(https?):/+", r"\1://", unquote(url) if "%" in url else url)
        trouble = self._trouble(url, "replay" if flag else "gate")
        if trouble:
            return trouble
        if not flag and ("no gate" in self.dialect or self._fault(url, "gate none")):
            return 404, {"content-type": "text/html"}, b"<title>Not found</title>"
        rows = [row for row in self._of(url) if row[1].shown]
        exact = [row for row in rows if row[1].full == stamp]
        if not rows:
            return 404, {"content-type": "text/html"}, b"The Wayback Machine has not archived that URL."
        original, one = exact[0] if exact else nearest(rows, stamp)
        if not exact or (not flag and "direct" not in self.dialect):
            if flag and "exact" in self.dialect:
                return 404, {}, b"no such capture"
            return self._lead(one.full, flag, original)
        if one.moved:
            return self._lead(one.moved, flag, original)
        return self._show(one, flag)

    def _lead(self, stamp: str, flag: str, original: str) -> Reply:
        base = "" if "relative" in self.dialect else "https://web.archive.org"
        return 302, {"location": f"{base}/web/{stamp}{flag}/{original}"}, b""

    def _show(self, one: Kept, flag: str) -> Reply:
        at = moment(one.full)
        headers = {"content-type": one.kind}
        if at and one.memento:
            headers["memento-datetime"] = format_datetime(at, usegmt=True)
        if one.to:
            headers["location"] = f"/web/{one.full}{flag}/{one.to}"
        return one.status, headers, one.content


_BODIES = {
    "malformed": b'[["timestamp", "orig',
    "html": b"<!doctype html><title>Down</title><p>We are down for maintenance",
    "blank": b"",
    "null": b"null",
    "object": b'{"error": "timeout"}',
    "list": b"[]",
}


def _status(one: Kept) -> str:
    return "-" if one.revisit else str(one.status)


def surt(url: str) -> str:
    """The key that tells pages apart: no scheme, no ``www``, no port 80, no case, no final slash, query sorted."""
    bare = re.sub(r"^(?:https?:/+)?(?:www\d*\.)?", "", unquote(url).lower()).partition("#")[0]
    path, _, query = bare.partition("?")
    host, slash, rest = path.partition("/")
    host = re.sub(r":(?:80|443)$", "", host)
    return host + (slash + rest).rstrip("/") + "?" + "&".join(sorted(query.split("&")))


def nearest(rows: list[tuple[str, Kept]], stamp: str) -> tuple[str, Kept]:
    """The capture nearest to a timestamp, the newest without one."""
    if not stamp:
        return rows[-1]
    wanted = moment(stamp.ljust(14, "0"))
    assert wanted is not None
    return min(rows, key=lambda row: abs(((moment(row[1].full) or wanted) - wanted).total_seconds()))


@asynccontextmanager
async def serving_archive(archive: Archive, host: str) -> AsyncIterator[Site]:
    """The archive behind a real server."""

    def handler(request: Request) -> bytes:
        status, headers, body = archive.reply(request.path)
        kind = headers.pop("content-type", "text/plain")
        return answer(status, body, kind, **{name.replace("-", "_"): value for name, value in headers.items()})

    async with serving(handler, (host,)) as site:
        yield site


Meter = Callable[[str, float], Reply | None]


class InProcess(httpx.AsyncBaseTransport):
    """The archive as a transport: each answer takes ``latency`` seconds; ``meter`` may answer in its place."""

    def __init__(self, archive: Archive, latency: float = 0.1, meter: Meter | None = None) -> None:
        self.archive = archive
        self.latency = latency
        self.meter = meter
        self.log: list[tuple[float, str, int]] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer one request."""
        now = asyncio.get_running_loop().time()
        path = request.url.raw_path.decode("ascii")
        metered = self.meter(path, now) if self.meter else None
        status, headers, body = metered or self.archive.reply(path)
        self.log.append((now, path, status))
        await asyncio.sleep(self.latency)
        return httpx.Response(status, headers=headers, content=body)
