"""Web addresses in running text, exactly as their author meant them. Pure and linear.

An address ends where its text does: at white space, angle brackets, quotes, CJK punctuation. Then what
belongs to the sentence is taken off its end: full stops and their like, brackets without a partner, note
markers. Commas, colons and balanced brackets inside stay.
"""

from __future__ import annotations

import re

from msgspec import Struct

from checker.patterns import regex

PLACEHOLDER = r"(?:(?<=[/=:.&?@-])<(?!(?:br|p|li|t[dhr]|div|span|a|b|i|em|strong|su[bp]|[ou]l|hr|code|pre|img|table|h\d)\b)[a-zA-Z][\w-]{0,40}>)"
"""What stands for a part of an address in documentation (``https://<host>/``), tags of HTML aside."""
_ADDRESS = regex(
    r"(?:https?://|(?<![^\s(\[<\"“„«'‘>*_,;:|/])(?<!//)www\.(?=[a-z0-9-]{1,63}\.[a-z]))(?:[^\s\x00-\x20\x7f<>\"“”„‟«»‹›\u200b\u200c\u200d\u2060\ufeff\u3000-\u3003\u3008-\u3011\uff01\uff08\uff09"
    r"\uff0c\uff1a\uff1b\uff1f\uff61-\uff64]|" + PLACEHOLDER + ")+",
    re.IGNORECASE,
)
_MARKER = regex(r"\[\d{1,4}\]$", re.ASCII)
_TRAILING = frozenset(".,;:!?'’‘`*…|\\–—")
_NEXT = regex(r"[,;|)\]]+\(?(?=https?://)", re.IGNORECASE)
_PARTNER = {")": "(", "]": "[", "}": "{"}


class FoundAddress(Struct, frozen=True):
    """An address and the half-open span it stands in.

    ``text[start:end] == url``, but for addresses without a scheme (``www.site.org``), which browsers ask by http,
    and for ``&amp;`` and soft hyphens, which nobody means.
    """

    url: str
    start: int
    end: int


def find_addresses(text: str, start: int = 0, end: int | None = None) -> list[FoundAddress]:
    """Every http and https address of a text, or of a part of it, in order."""
    found: list[FoundAddress] = []
    for match in _ADDRESS.finditer(text, start, len(text) if end is None else end):
        raw, first, position = match[0], match.start(), 0
        if raw.find("://", 8) > 0:  # maybe one behind the other, with nothing but a comma in between
            for between in _NEXT.finditer(raw):
                _append(found, raw[position : between.start()], first + position)
                position = between.end()
        _append(found, raw[position:], first + position)
    return found


def _append(found: list[FoundAddress], raw: str, start: int) -> None:
    url = trimmed(raw)
    if len(url) > len("https://"):
        whole = url if url[:4].lower() == "http" else f"http://{url}"
        found.append(FoundAddress(whole.replace("&amp;", "&").replace("\u00ad", ""), start, start + len(url)))


def trimmed(raw: str) -> str:
    """An address without what belongs to the sentence around it."""
    end = len(raw)
    if raw[-1:].isalnum() or raw[-1:] == "/":
        return raw
    counts = {bracket: raw.count(bracket) for pair in _PARTNER.items() for bracket in pair}
    while end:
        last = raw[end - 1]
        marker = _MARKER.search(raw, max(0, end - 6), end) if last == "]" else None
        if marker is not None:
            for bracket in "[]":
                counts[bracket] -= 1
            end = marker.start()
        elif last in _TRAILING:
            end -= 1
        elif last in _PARTNER and counts[last] > counts[_PARTNER[last]]:
            counts[last] -= 1
            end -= 1
        else:
            break
    return raw[:end]
