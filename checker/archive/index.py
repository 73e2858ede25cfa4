"""Reading what the Archive's index services answer: CDX rows and Availability. Pure; nothing is trusted."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from checker.archive.choose import Capture
from checker.archive.memento import moment, replayed
from checker.patterns import regex

FIELDS = ("timestamp", "original", "statuscode", "digest")
STATUSES = "statuscode:(200|203|206|-)"
_USUAL = ("urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length")
_EXCLUSIONS = (
    b"AdministrativeAccessControlException",
    b"RobotAccessControlException",
    b"Blocked Site Error",
    b"URL has been excluded",
)
_STATUS = regex(r"\d{3}|-", re.ASCII)


class UnreadableError(ValueError):
    """The answer is not what the service promises; the look-up has failed."""


class EmptyError(UnreadableError):
    """Nothing at all was answered: perhaps a way to say that there is nothing, perhaps a fault."""


def cdx_query(url: str, *, until: str | None = None, since: str | None = None, limit: int) -> str:
    """Path and query of a CDX request: the last captures ``until`` a timestamp, the first ``since`` one, or all.

    Where only a few are asked for, redirects and errors are left out. ``limit=-N`` takes the last ones;
    ``sort=closest`` reads one index block only and can miss captures (CDXServer.java; waybackpy#176), so it is
    not used.
    """
    parameters = [("url", url), ("output", "json"), ("fl", ",".join(FIELDS))]
    if until is not None:
        parameters += [("filter", STATUSES), ("to", until), ("limit", str(-limit))]
    elif since is not None:
        parameters += [("filter", STATUSES), ("from", since), ("limit", str(limit))]
    else:
        parameters += [("limit", str(limit))]
    return "/cdx/search/cdx?" + "&".join(f"{name}={quote(value, safe='')}" for name, value in parameters)


def availability_query(url: str, stamp: str | None) -> str:
    """Path and query of an Availability request."""
    query = f"/wayback/available?url={quote(url, safe='')}"
    return query + (f"&timestamp={stamp}" if stamp else "")


def excluded(body: bytes, runtime_error: str) -> bool:
    """Whether an answer says that the Archive does not show this page; ``runtime_error`` is its header."""
    told = runtime_error.encode("latin-1", "replace")
    return any(words in body[:20_000] or words in told for words in _EXCLUSIONS)


def cdx_rows(body: bytes) -> list[Capture]:
    """The captures of a CDX answer; rows that are no captures of web pages are left out.

    JSON with or without its header row, and plain text, which some servers give whatever they are asked for.

    Raises:
        EmptyError: an empty body, where ``[]`` would say that there are none.
        UnreadableError: neither a table nor lines of an index.
    """
    if not body.strip():
        raise EmptyError("the capture index answered nothing")
    if body.lstrip()[:1].isdigit() or _looks_like_lines(body):
        table: list[Any] = [line.split(" ") for line in body.decode("utf-8", "replace").splitlines() if line.strip()]
    else:
        table = _json(body)
    if not isinstance(table, list) or not all(isinstance(row, list) for row in table):
        raise UnreadableError("the capture index did not answer with a table")
    if not table:
        return []
    header = [cell for cell in table[0] if isinstance(cell, str)]
    if "timestamp" in header:
        return list(_captures(table[1:], header))
    width = len(table[0])
    if width not in (len(FIELDS), len(_USUAL)):
        raise UnreadableError("the capture index left out a column")
    return list(_captures(table, FIELDS if width == len(FIELDS) else _USUAL))


def _looks_like_lines(body: bytes) -> bool:
    """Whether a body begins with a line as CDX servers write them: SURT key, timestamp, address."""
    return re.match(rb"\s*[^\s<{\[]{1,4000} \d{14} https?://", body) is not None


def _captures(rows: Sequence[Any], names: Sequence[str]) -> Iterator[Capture]:
    try:
        places = [names.index(name) for name in FIELDS]
    except ValueError as error:
        raise UnreadableError("the capture index left out a column") from error
    for row in rows:
        cells = [str(row[place]) for place in places if place < len(row) and isinstance(row[place], str | int)]
        if len(cells) == len(places) and moment(cells[0]) is not None and _STATUS.fullmatch(cells[2]):
            stamp, original, status, digest = cells
            if original.lower().startswith(("http://", "https://")):
                yield Capture(stamp, original, status, "" if digest == "-" else digest)


def available(body: bytes) -> Capture | None:
    """The capture of an Availability answer, None where it has none.

    Its address is always ``http://``, with a port added at times, and its status a text; all is mended.

    Raises:
        UnreadableError: not JSON of the form promised.
    """
    data = _json(body)
    snapshots = data.get("archived_snapshots") if isinstance(data, dict) else None
    if not isinstance(snapshots, dict):
        raise UnreadableError("the availability service did not answer as promised")
    closest = snapshots.get("closest")
    if not isinstance(closest, dict) or closest.get("available") in (False, "false"):
        return None
    known = replayed(str(closest.get("url", "")))
    stamp = str(closest.get("timestamp", ""))
    if known is None:
        raise UnreadableError("the availability service named no capture")
    stamp = stamp if moment(stamp) is not None else known[0]
    return Capture(stamp, without_port(known[1]), str(closest.get("status", "200")))


def without_port(url: str) -> str:
    """The address without the port ``:80`` that the Archive adds to some."""
    scheme, mark, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}{mark}{host.removesuffix(':80')}{slash}{path}"


def _json(body: bytes) -> Any:  # noqa: ANN401  # whatever it is, it is looked at piece by piece
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise UnreadableError("the Archive did not answer with JSON") from error
