"""Reading what the Archive's index services answer: CDX rows and Availability. Pure; nothing is trusted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from checker.archive.choose import Capture
from checker.archive.memento import captured, moment

FIELDS = "timestamp,original,statuscode,digest"
STATUSES = "statuscode:(200|203|206|-)"
_EXCLUSIONS = (
    b"AdministrativeAccessControlException",
    b"RobotAccessControlException",
    b"Blocked Site Error",
    b"URL has been excluded",
)


class UnreadableError(ValueError):
    """The answer is not what the service promises; the look-up has failed."""


def cdx_query(url: str, *, until: str | None = None, since: str | None = None, limit: int = 10) -> str:
    """Path and query of a CDX request: the last captures ``until`` a timestamp, or the first ``since`` one.

    ``limit=-N`` takes the last ones; ``sort=closest`` reads one index block only and can miss captures
    (CDXServer.java; waybackpy#176), so it is not used.
    """
    parameters = [("url", url), ("output", "json"), ("fl", FIELDS), ("filter", STATUSES)]
    if until is not None:
        parameters += [("to", until), ("limit", str(-limit))]
    elif since is not None:
        parameters += [("from", since), ("limit", str(limit))]
    else:
        parameters += [("limit", str(-limit))]
    return "/cdx/search/cdx?" + "&".join(f"{name}={quote(value, safe='')}" for name, value in parameters)


def availability_query(url: str, stamp: str | None) -> str:
    """Path and query of an Availability request."""
    query = f"/wayback/available?url={quote(url, safe='')}"
    return query + (f"&timestamp={stamp}" if stamp else "")


def excluded(body: bytes) -> bool:
    """Whether an answer says that the Archive does not show this page."""
    return any(words in body for words in _EXCLUSIONS)


def cdx_rows(body: bytes) -> list[Capture]:
    """The captures of a CDX answer; rows that are no captures of web pages are left out.

    Raises:
        UnreadableError: not JSON, or not a table with the fields asked for.
    """
    if not body.strip():
        return []
    table = _json(body)
    if not isinstance(table, list) or not all(isinstance(row, list) for row in table):
        raise UnreadableError("the capture index did not answer with a table")
    if not table:
        return []
    header = table[0]
    try:
        places = [header.index(name) for name in FIELDS.split(",")]
    except ValueError as error:
        raise UnreadableError("the capture index left out a column") from error
    return list(_captures(table[1:], places))


def _captures(rows: list[list[Any]], places: list[int]) -> Iterator[Capture]:
    for row in rows:
        cells = [row[place] for place in places if place < len(row) and isinstance(row[place], str)]
        if len(cells) == len(places):
            capture = Capture(*cells)
            if moment(capture.timestamp) is not None and capture.original.lower().startswith("http"):
                yield capture


def available(body: bytes) -> Capture | None:
    """The capture of an Availability answer, None where it has none.

    Its address is always ``http://`` and its status a text; both are mended.

    Raises:
        UnreadableError: not JSON of the form promised.
    """
    data = _json(body)
    snapshots = data.get("archived_snapshots") if isinstance(data, dict) else None
    if not isinstance(snapshots, dict):
        raise UnreadableError("the availability service did not answer as promised")
    closest = snapshots.get("closest")
    if not isinstance(closest, dict) or closest.get("available") is False:
        return None
    known = captured(str(closest.get("url", "")))
    stamp = str(closest.get("timestamp", ""))
    if known is None or moment(stamp) is None:
        raise UnreadableError("the availability service named no capture")
    return Capture(stamp, known[1].replace(":80/", "/", 1), str(closest.get("status", "200")), "")


def _json(body: bytes) -> Any:  # noqa: ANN401  # whatever it is, it is looked at piece by piece
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise UnreadableError("the Archive did not answer with JSON") from error
