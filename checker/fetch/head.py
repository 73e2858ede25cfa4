"""The head of an HTTP/1 response, read as leniently as browsers read it. Pure.

Strict parsers call pages broken that every browser shows. The rules are those of Chromium's
``http_stream_parser.cc`` and ``http_response_headers.cc`` (read November 2026): up to four bytes of junk
before the status line, lines that end in LF alone, lines that are no header left out, repeated headers
where their values agree; no NUL, no more than 256 KB, one Content-Length, one Location.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from checker.fetch.errors import MalformedError
from checker.patterns import regex

MAX_HEAD = 256 * 1024
_JUNK = 4
_END = regex(rb"\n\r?\n")
_STATUS = regex(rb".{0,4}?HTTP(?:/ ?(\d)\d*(?:\.(\d+))?)?[ \t]+(\d{3})(?!\d)", re.IGNORECASE | re.DOTALL)
_NAME = regex(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_MAX_NAME = 1024
_BLANK = frozenset({b" ", b"\t"})
_NO_BODY = frozenset({204, 205, 304})
_TELLING = frozenset({b"location", b"transfer-encoding", b"content-length", b"connection", b"proxy-connection"})

Headers = tuple[tuple[bytes, bytes], ...]


class Head(Struct, frozen=True):
    """Status, headers (names in lower case) and how the body ends.

    ``length`` counts the bytes of the body; None where it is ``chunked`` or ends with the connection.
    """

    status: int
    headers: Headers
    length: int | None
    chunked: bool
    keep_alive: bool

    @property
    def informational(self) -> bool:
        """Whether another head follows (1xx, but for a change of protocol)."""
        return self.status < 200 and self.status != 101


def find_end(buffer: bytes, start: int = 0) -> int | None:
    """Where the body begins in what has arrived, None while the head is not complete.

    Args:
        buffer: what has arrived.
        start: how much of it was searched before.

    Raises:
        MalformedError: it begins like nothing that is HTTP, or the head is too large.
    """
    begins = buffer[: _JUNK + 4].lower().find(b"http")
    if begins < 0:
        if len(buffer) >= _JUNK + 4:
            raise MalformedError(f"no HTTP: the answer begins with {buffer[:40]!r}")
        return None
    match = _END.search(buffer, max(begins, start - 3))
    if match is None and len(buffer) > MAX_HEAD:
        raise MalformedError(f"the headers are longer than {MAX_HEAD // 1024} KB")
    return match.end() if match else None


def parse(data: bytes) -> Head:
    """Read a complete head.

    Raises:
        MalformedError: no browser could use it.
    """
    status = _STATUS.match(data)
    if status is None:
        raise MalformedError(f"no status line: {data[:60]!r}")
    if b"\0" in data:
        raise MalformedError("a NUL byte in the headers")
    code = int(status[3])
    if code < 100:
        raise MalformedError(f"the status {code:03} is none")
    headers = _headers(data)
    told: dict[bytes, list[bytes]] = {}
    for name, value in headers:
        if name in _TELLING:
            told.setdefault(name, []).append(value)
    _one(told, b"location")
    chunked = any(b"chunked" in value.lower() for value in told.get(b"transfer-encoding", ()))
    length = None if chunked else _length(_one(told, b"content-length"))
    if code in _NO_BODY or code < 200:
        chunked, length = False, 0
    modern = (status[1] or b"1", status[2] or b"1") >= (b"1", b"1")
    return Head(code, headers, length, chunked, _keeps(told, modern=modern))


def _headers(data: bytes) -> Headers:
    lines = data.split(b"\n")[1:]
    found: list[tuple[bytes, bytes]] = []
    for line in _unfolded(lines) if b"\n " in data or b"\n\t" in data else lines:
        text, colon, value = line.partition(b":")
        if colon:
            name = _name(text)
            if name:
                found.append((name, value.strip()))
    return tuple(found)


def _unfolded(lines: Sequence[bytes]) -> Iterator[bytes]:
    """Lines with those joined to them that begin with a blank: an old way to write long headers."""
    parts: list[bytes] = []
    for line in lines:
        if parts and line[:1] in _BLANK and line.strip():
            parts.append(line.strip())
            continue
        yield b" ".join(parts)
        parts = [line.rstrip()]
    yield b" ".join(parts)


@lru_cache(maxsize=1024)
def _name(text: bytes) -> bytes:
    """The name of a header in lower case, empty where it is none. Few are ever seen, and those all the time."""
    name = text.strip() if len(text) <= _MAX_NAME else b""
    return name.lower() if _NAME.fullmatch(name) else b""


def _one(told: Mapping[bytes, Sequence[bytes]], wanted: bytes) -> bytes | None:
    """The one value of a header that may be repeated but not contradict itself (response splitting)."""
    values = told.get(wanted)
    if values is None:
        return None
    if len(values) > 1 and len(set(values)) > 1:
        raise MalformedError(f"several different {wanted.decode().title()} headers")
    return values[0]


def _length(value: bytes | None) -> int | None:
    """A length that is no number is none; then the body ends with the connection."""
    text = (value or b"").partition(b",")[0].strip()
    return int(text) if text.isdigit() and len(text) < 19 else None


def _keeps(told: Mapping[bytes, Sequence[bytes]], *, modern: bool) -> bool:
    said = b",".join((*told.get(b"connection", ()), *told.get(b"proxy-connection", ()))).lower()
    return b"close" not in said and (modern or b"keep-alive" in said)
