"""Cookies of one way through redirects: some sites only let pass who brings back what they gave.

They live as long as one target is asked. They go back to the host that set them or, where it says so, to its
neighbours under the same registered name; never to another port, never in the clear where they are ``Secure``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from msgspec import Struct

from checker import urls
from checker.patterns import regex

_PAIR = regex(r"\s*([!#$%&'*+.^_`|~0-9A-Za-z-]{1,200})=([\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e\"]{0,2000})")
_DOMAIN = regex(r";\s*domain\s*=\s*\.?([a-z0-9.-]{1,253})", re.IGNORECASE | re.ASCII)
_SECURE = regex(r";\s*secure\s*(?:;|$)", re.IGNORECASE | re.ASCII)
MAX_COOKIES = 20


class _Cookie(Struct, frozen=True):
    value: str
    domain: str
    wide: bool
    port: int | None
    secure: bool

    def goes_to(self, host: str, port: int | None, scheme: str) -> bool:
        same = host == self.domain or (self.wide and host.endswith(f".{self.domain}"))
        return same and port == self.port and (scheme == "https" or not self.secure)


class Cookies:
    """What was given on the way."""

    def __init__(self) -> None:
        self._jar: dict[tuple[str, str], _Cookie] = {}

    def keep(self, url: str, values: Iterable[str]) -> None:
        """Keep what ``Set-Cookie`` headers of the answer at ``url`` say; what does not parse is left out."""
        host, port = urls.host_of(url), urlsplit(url).port
        for value in values:
            match = _PAIR.match(value)
            if match is None:
                continue
            domain = _wider(host, value)
            key = (domain or host, match[1])
            if key in self._jar or len(self._jar) < MAX_COOKIES:
                secure = bool(_SECURE.search(value))
                self._jar[key] = _Cookie(match[2], domain or host, domain is not None, port, secure)

    def header(self, url: str) -> str:
        """The ``Cookie`` header for ``url``, empty where there is nothing to bring."""
        if not self._jar:
            return ""
        host, parts = urls.host_of(url), urlsplit(url)
        fitting = (
            f"{name}={one.value}" for (_, name), one in self._jar.items() if one.goes_to(host, parts.port, parts.scheme)
        )
        return "; ".join(fitting)


def _wider(host: str, value: str) -> str | None:
    """The domain that a cookie is set for, where it is wider than its host and still the same owner's."""
    match = _DOMAIN.search(value)
    if match is None:
        return None
    domain, own = match[1].lower().strip("."), urls.registrable(host)
    return domain if own and f".{host}".endswith(f".{domain}") and f".{domain}".endswith(f".{own}") else None
