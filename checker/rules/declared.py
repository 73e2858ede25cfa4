"""Pages that tell machines that they are none, by the marks of site software and of page counters. Pure.

WordPress (``body.error404``), Magento, PrestaShop, Shopify, Next.js, Gatsby, Nuxt, Prerender and the data layers of page
counters (Adobe's ``s.pageType``), as their manuals have it and as seen in November 2026. One sign, never enough.
"""

from __future__ import annotations

import re

from checker.page import PageText
from checker.patterns import regex

_CLASS = regex(
    r"(?:^|\s)(?:error-?_?404|(?:template|status|http)-404|(?:is-)?(?:page-?)?not-?_?found(?:-page)?|error-not_found|cms-no-?route(?:-index)?|page-?not-?found)(?:\s|$)",
    re.IGNORECASE,
)
_METAS = (
    ("prerender-status-code", regex(r"prerender-status-code[\"']?\s+content=[\"']?(?:404|410)\b")),
    ("next-error", regex(r"[\"']next-error[\"']\s+content=[\"']not-found")),
    ("pageType", regex(r"\bs\.pageType\s*=\s*[\"']errorPage[\"']")),
    (
        "/404",
        regex(
            r"[\"'](?:page|pagePath|path)[\"']\s*:\s*[\"']/(?:404(?:\.html|/)?)[\"']|window\.pagePath\s*=\s*[\"']/404(?:\.html|/)?[\"']"
        ),
    ),
)
"""Words that stand where such a mark may be, and the mark."""
_NAMED = regex(
    r"[\"']?(?:page_?(?:type|category|name|template|status)|template|content_?type|(?:error|status|response|http)_?(?:code|status)|http_?status_?code)"
    r"[\"']?\s*(?::|(?<![=!<>])=)\s*[\"']?$",
    re.IGNORECASE | re.ASCII,
)
_BEFORE, _LOOKED_AT = 40, 30


def mark(page: PageText, *, in_scripts: bool) -> str | None:
    """The first mark found; in scripts and meta elements only where that was asked for, since it takes a while."""
    match = _CLASS.search(page.marks)
    if match:
        return match[0]
    return _meta(page.source) or _value(page.source) if in_scripts else None


def _meta(source: str) -> str | None:
    for word, mark in _METAS:
        if word in source and (match := mark.search(source)):
            return match[0]
    return None


def _value(source: str) -> str | None:
    """The name of what a script says is 404, such as the type of the page."""
    at = source.find("404")
    for _ in range(_LOOKED_AT):
        if at < 0:
            return None
        match = _NAMED.search(source[max(0, at - _BEFORE) : at])
        if match and not source[at + 3 : at + 4].isalnum():
            return f"{match[0]}404"
        at = source.find("404", at + 3)
    return None
