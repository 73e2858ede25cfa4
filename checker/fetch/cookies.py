"""Cookies of one way through redirects: some sites only let pass who brings back what they gave.

They live as long as one target is asked and go back to the very host that set them, nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_PAIR = re.compile(r"\s*([!#$%&'*+.^_`|~0-9A-Za-z-]{1,200})=([\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e\"]{0,2000})")
MAX_COOKIES = 20


class Cookies:
    """Names and values by host."""

    def __init__(self) -> None:
        self._jar: dict[str, dict[str, str]] = {}

    def keep(self, host: str, values: Iterable[str]) -> None:
        """Keep what ``Set-Cookie`` headers of ``host`` say; what does not parse is left out."""
        jar = self._jar.setdefault(host, {})
        for value in values:
            match = _PAIR.match(value)
            if match is not None and (match[1] in jar or len(jar) < MAX_COOKIES):
                jar[match[1]] = match[2]

    def header(self, host: str) -> str:
        """The ``Cookie`` header for ``host``, empty where there is nothing to bring."""
        return "; ".join(f"{name}={value}" for name, value in self._jar.get(host, {}).items())
