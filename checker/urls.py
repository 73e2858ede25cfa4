"""Addresses: what can be checked, one normal form for identity, and what must not be shown.

The normal form (RFC 3986 §6.2.2-6.2.3, in the part that every server agrees on): scheme and host in
lower case, host in IDNA form, no user-info, no default port, ``/`` for an empty path, no dot segments,
percent escapes in upper case, no empty query or fragment. Path and query are otherwise left as written: case, slashes
(``web.archive.org/web/2019/https://…``) and order can matter. It serves to compare, never to be shown.
"""

from __future__ import annotations

import hashlib
import ipaddress
import re
import socket
from functools import lru_cache
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

import idna

from checker import secrets
from checker.patterns import regex
from checker.reasons import Reason

DEFAULT_PORTS = {"http": 80, "https": 443}
_ESCAPE = regex(r"%[0-9a-fA-F]{2}")
_FORBIDDEN = regex(r"[\x00-\x1f\x7f\\<>]")
_NUMBER = regex(r"[0-9]+|0x[0-9a-f]*", re.ASCII)
_HOST_LABEL = regex(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?", re.ASCII)
_UNESCAPED = r"[a-zA-Z0-9/:@!$&'()*+,;=~._-]"
_NORMAL = regex(
    rf"https?://([a-z0-9.-]+)(?::(?!80\b|443\b)[1-9][0-9]{{0,3}})?/(?!\.)(?:(?!/\.){_UNESCAPED})*"
    rf"(?:\?[?]?{_UNESCAPED}+)?(?:\#{_UNESCAPED}+)?",
    re.ASCII,
)
"""An address that is its own normal form, if its host is; most are."""
_HOST = regex(r"https?://([a-z0-9.-]+)(?::[1-9][0-9]{0,3})?(?=/[^\x00-\x20\x7f\\<>]*\Z)", re.ASCII)
"""The host of an address that can be checked, where it stands there plainly."""
_DOTTED = regex(r"/(?:\.|%2E){1,2}(?:/|$)", re.IGNORECASE)
_SECOND_LEVEL = frozenset("ac co com edu gob gov gouv mil ne net or org".split())
MAX_URL = 8_000
MAX_HOST = 253


class UrlError(ValueError):
    """An address that cannot be checked, with the reason code and what to do about it."""

    def __init__(self, reason: Reason, message: str) -> None:
        self.reason = reason
        super().__init__(message)


def split(url: str) -> SplitResult:
    """Split an address and check it all the way down to the port.

    Raises:
        UrlError: not an address that can be asked for: no or another scheme, no host, a port or an
            IPv6 literal that does not parse, control characters, angle brackets or a backslash.
    """
    url = url.strip(" ")
    if len(url) > MAX_URL:
        raise UrlError(Reason.BAD_URL, f"the address is longer than {MAX_URL} characters")
    bad = _FORBIDDEN.search(url)
    if bad is not None:
        raise UrlError(Reason.BAD_URL, f"{bad[0]!r} may not stand in an address; percent-encode it")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise UrlError(Reason.BAD_URL, f"the address does not parse: {error}") from error
    if parts.scheme not in DEFAULT_PORTS:
        named = f"'{parts.scheme}:'" if parts.scheme else "no scheme"
        raise UrlError(Reason.BAD_SCHEME, f"{named}; only http and https can be checked")
    if not parts.hostname:
        raise UrlError(Reason.NO_HOST, "the address names no host")
    if port == 0:
        raise UrlError(Reason.BAD_URL, "port 0 cannot be asked")
    ascii_host(parts.hostname)
    return parts


@lru_cache(maxsize=4096)
def ascii_host(host: str) -> str:
    """A host name as DNS knows it: lower case, in the ASCII form that browsers give it.

    That is UTS #46 without the transitional mappings (``ß`` stays a letter of its own, since 2023 in all of them) and
    without IDNA 2008's list of letters (an emoji is a name as well).

    Raises:
        UrlError: the name is too long or has a label that no DNS name may have.
    """
    host = host.rstrip(".") if not host.endswith("..") else host
    if ":" in host:
        return host.lower()
    if len(host) > MAX_HOST:
        raise UrlError(Reason.BAD_URL, "the host name is longer than 253 characters")
    try:
        encoded = host.lower() if host.isascii() else _in_ascii(host)
    except UnicodeError as error:  # idna's errors are such
        raise UrlError(Reason.BAD_URL, f"'{host}' is not a host name: {error}") from error
    if _NUMBER.fullmatch(encoded.rpartition(".")[2]):
        return _ipv4(encoded)
    if not all(_HOST_LABEL.fullmatch(label) for label in encoded.split(".")):
        raise UrlError(Reason.BAD_URL, f"'{host}' is not a host name")
    return encoded


def _in_ascii(host: str) -> str:
    """A name with letters beyond ASCII, label by label in Punycode (RFC 3492)."""
    labels = idna.uts46_remap(host, std3_rules=False, transitional=False).split(".")
    return ".".join(one if one.isascii() else f"xn--{one.encode('punycode').decode('ascii')}" for one in labels)


def _ipv4(host: str) -> str:
    """An IPv4 address in any of its spellings (decimal, octal, hexadecimal, short), as browsers read it.

    A host whose last label is a number is one or nothing (WHATWG URL standard, "ends in a number").
    """
    try:
        return str(ipaddress.IPv4Address(socket.inet_aton(host)))
    except OSError as error:
        raise UrlError(Reason.BAD_URL, f"'{host}' is not an IPv4 address") from error


def normalise(url: str) -> str:
    """The normal form of a checkable address, fragment included. Idempotent.

    Raises:
        UrlError: see :func:`split`.
    """
    if _is_normal(url):
        return url
    parts = split(url)
    path = _without_dots(_normal_escapes(parts.path)) or "/"
    return urlunsplit(
        (
            parts.scheme,
            authority(parts),
            path,
            _normal_escapes(parts.query),
            _normal_escapes(parts.fragment),
        )
    )


def _is_normal(url: str) -> bool:
    """Whether an address is plainly its own normal form; False where that takes a closer look."""
    plain = _NORMAL.fullmatch(url) if len(url) <= MAX_URL else None
    return plain is not None and ascii_host(plain[1]) == plain[1]


def _without_dots(path: str) -> str:
    """A path as clients ask for it: ``.`` and ``..`` followed (RFC 3986 §5.2.4), also as ``%2E`` (WHATWG URL)."""
    if not _DOTTED.search(path):
        return path
    kept: list[str] = []
    segments = path.split("/")
    for place, segment in enumerate(segments[1:], 1):
        dots = segment.upper().replace("%2E", ".")
        if dots == ".." and kept:
            kept.pop()
        if dots not in (".", ".."):
            kept.append(segment)
        elif place == len(segments) - 1:
            kept.append("")
    return "/" + "/".join(kept)


def authority(parts: SplitResult) -> str:
    """Host and, where it is not the scheme's own, port; IPv6 literals in brackets; no user-info."""
    host = ascii_host(parts.hostname or "")
    shown = f"[{host}]" if ":" in host else host
    if parts.port is None or parts.port == DEFAULT_PORTS[parts.scheme]:
        return shown
    return f"{shown}:{parts.port}"


def request_url(url: str) -> str:
    """The address to put on the wire: normal form without fragment, non-ASCII percent-encoded.

    Raises:
        UrlError: see :func:`split`.
    """
    return normalise(url).partition("#")[0]


def without_fragment(url: str) -> str:
    """The address without its fragment."""
    return url.partition("#")[0]


def fragment(url: str) -> str:
    """The fragment without its ``#``, empty where there is none."""
    return url.partition("#")[2]


def host_of(url: str) -> str:
    """The normal host of an address, empty where it has none that can be checked."""
    try:
        plain = _HOST.match(url) if len(url) <= MAX_URL else None
        return ascii_host(plain[1] if plain else split(url).hostname or "")
    except UrlError:
        return ""


def registrable(host: str) -> str:
    """The part of a host that somebody registered: the last two labels, three under ``co.uk`` and its like.

    Empty for an address (IPv4, IPv6) and a name of one label.
    """
    labels = host.split(".")
    if ":" in host or len(labels) < 2 or labels[-1].isdigit():
        return ""
    third = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL
    return ".".join(labels[-3:] if third else labels[-2:])


def owner(url: str) -> str:
    """Who has the host of an address: its registrable part, or the whole of it where it has none."""
    host = host_of(url)
    return registrable(host) or host


def origin(url: str) -> str:
    """Scheme, host and port of a checkable address, as ``https://example.org``."""
    parts = split(url)
    return f"{parts.scheme}://{authority(parts)}"


def redact(url: str) -> str:
    """The address as it may appear in a report: no user-info, values of secret-like keys and sessions masked."""
    return secrets.masked(url)


def short_id(url: str) -> str:
    """A stable id for a source that has none in sources.yml: its host and eight hex digits."""
    digest = hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{host_of(url) or 'source'}-{digest}"


def identity(key: str) -> str:
    """A name for the address whose normal form is ``key`` that tells it apart without telling it: 20 hex digits."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def _normal_escapes(text: str) -> str:
    encoded = quote(text, safe="%/:?#[]@!$&'()*+,;=~-._")
    return _ESCAPE.sub(lambda match: match[0].upper(), encoded)
