"""What kind of address a link holds: a page, something else, or no scheme at all. Pure."""

from __future__ import annotations

import re

from checker.patterns import regex

_SCHEME = regex(r"([a-z][a-z0-9+.-]{1,30}):", re.IGNORECASE | re.ASCII)


_NAME_BEFORE = regex(
    r"(?:\bxmlns(?::[\w.-]{1,60})?\s?=\s?[\"']|<!DOCTYPE\b[^<>]{0,250}|\bschemaLocation\s?=\s?[\"'][^\"'<>]{0,250})$"
)


_SIGNS = ("xmlns", "<!DOCTYPE", "schemaLocation")


def may_name(text: str) -> bool:
    """Whether a text holds any of the signs that :func:`is_name` looks for."""
    return any(sign in text for sign in _SIGNS)


def is_name(text: str, start: int) -> bool:
    """Whether the address at ``start`` only names something: an XML namespace, schema or document type."""
    before = text[max(0, start - 300) : start]
    if not any(word in before for word in ("xmlns", "<!DOCTYPE", "schemaLocation")):
        return False  # nearly always; looking for the end of the pattern costs much more
    return bool(_NAME_BEFORE.search(before))


def scheme_of(url: str) -> str:
    """The scheme in lower case, empty for a relative address."""
    match = _SCHEME.match(url)
    return match[1].lower() if match else ""


def is_page(url: str) -> bool:
    """Whether an address is one of the web: http or https, with something behind it."""
    return scheme_of(url) in ("http", "https") and len(url) > len("https://")
