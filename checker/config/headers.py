"""Request headers that sources.yml may set for a host: none that carries credentials or frames the request."""

from __future__ import annotations

import re
from collections.abc import Callable

from checker.config.tree import Entries, Node, Text
from checker.patterns import regex

_FORBIDDEN = regex(
    r"authorization|cookie|host|connection|content-.*|transfer-encoding|te|upgrade|proxy-.*|sec-.*",
    re.IGNORECASE,
)
_NAME = regex(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,60}", re.ASCII)


def headers(node: Node, problem: Callable[[Node, str], None]) -> dict[str, str]:
    """The headers of a map, names in lower case; what is wrong is told to ``problem`` and left out."""
    found: dict[str, str] = {}
    if not isinstance(node, Entries):
        problem(node, "'headers' must be a map of names and texts")
        return found
    for key, value in node.pairs:
        if not _NAME.fullmatch(key.value):
            problem(key, f"'{key.value[:40]}' is no header name")
        elif _FORBIDDEN.fullmatch(key.value):
            problem(key, f"the header '{key.value}' may not be set here")
        elif not isinstance(value, Text) or not value.value.isascii() or not value.value.isprintable():
            problem(value, f"the header '{key.value}' must be one line of ASCII text")
        else:
            found[key.value.lower()] = value.value
    return found
