"""How each document format records an archived copy, as texts ready to be pasted. Pure.

CS1 (en.wikipedia, Template:Cite web, read 2026-11): ``archive-url`` needs ``archive-date``; ``url-status`` is
``dead`` (copy first), ``live`` (original first) or ``usurped`` (strangers have it, original suppressed). Robust Links
(robustlinks.mementoweb.org, draft of 2025): original and date of linking required, copy recommended. CSL-JSON has
no variable for a web copy (schema#387), its ``archive`` names a building: so ``custom``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from html import escape
from typing import Literal
from urllib.parse import quote

from msgspec import Struct

from checker.patterns import regex

Status = Literal["dead", "live", "usurped"]

_MONTHS = "January February March April May June July August September October November December".split()
_UNSAFE = regex(r"[\x00-\x20\x7f-\xa0<>\"{}|\\^`\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_TEX = regex(r"[%#&]")


class Copy(Struct, frozen=True):
    """An archived copy of ``page``: its address, the day it was captured, and how the page itself stands.

    ``linked`` is the day of which the author speaks, where that is known.
    """

    page: str
    url: str
    captured: date
    linked: date | None = None
    status: Status = "dead"

    @property
    def safe_url(self) -> str:
        """The address with everything percent-encoded that could end it in any of the formats."""
        return safe(self.url)

    @property
    def day(self) -> str:
        """The day of the capture in words."""
        return f"{self.captured.day} {_MONTHS[self.captured.month - 1]} {self.captured.year}"


def safe(url: str) -> str:
    """An address that no text format mistakes for its end: blanks, brackets and controls percent-encoded."""
    return _UNSAFE.sub(lambda match: quote(match[0], safe=""), url)


def archived(kind: str, copy: Copy) -> str:
    """The text for a document of one of ``readers.KINDS``, or ``sources`` for sources.yml."""
    return _BY_KIND.get(kind, sentence)(copy)


def sentence(copy: Copy) -> str:
    """For prose: notes, Word, PDF."""
    return f"archived {copy.day} at {copy.safe_url}"


def markdown(copy: Copy) -> str:
    """A link in pointed brackets, which no parenthesis of the address can end."""
    return f"[archived {copy.day}](<{copy.safe_url}>)"


def robust_links(copy: Copy) -> str:
    """Attributes for the ``a`` element of HTML; ``versiondate`` is the day of linking, else of the capture."""
    linked = (copy.linked or copy.captured).isoformat()
    page, url = escape(safe(copy.page)), escape(copy.safe_url)
    return f'data-originalurl="{page}" data-versionurl="{url}" data-versiondate="{linked}"'


def cs1(copy: Copy) -> str:
    """Parameters for a cite template of wikitext."""
    url = copy.safe_url.replace("[", "%5B").replace("]", "%5D")
    return f"|archive-url={url} |archive-date={copy.captured.isoformat()} |url-status={copy.status}"


def rst(copy: Copy) -> str:
    """An anonymous hyperlink; an address that ends with ``_`` would be taken for the name of a target."""
    url = copy.safe_url
    return f"`archived {copy.day} <{url[:-1] + '%5F' if url.endswith('_') else url}>`__"


def asciidoc(copy: Copy) -> str:
    """A link whose address is passed through unread."""
    url = copy.safe_url.replace("+", "%2B").replace("[", "%5B").replace("]", "%5D")
    return f"link:++{url}++[archived {copy.day}]"


def latex(copy: Copy) -> str:
    """A link of hyperref, with what TeX would read escaped."""
    return rf"\href{{{_tex(copy.safe_url)}}}{{archived {copy.day}}}"


def bibtex(copy: Copy) -> str:
    """A note field; ``urldate`` stays that of the original."""
    return rf"note = {{Archived {copy.day} at \url{{{_tex(copy.safe_url)}}}}},"


def csl(copy: Copy) -> str:
    """A member of an item of CSL-JSON."""
    custom = {"archive-url": copy.safe_url, "archive-date": copy.captured.isoformat()}
    return f'"custom": {json.dumps(custom, ensure_ascii=False)}'


def ris(copy: Copy) -> str:
    """A note of RIS."""
    return f"N1  - Archived {copy.day} at {copy.safe_url}"


def sources(copy: Copy) -> str:
    """Two lines for an entry of sources.yml."""
    return f'archive: "{copy.safe_url}"\narchive_date: {copy.captured.isoformat()}'


def _tex(url: str) -> str:
    return _TEX.sub(lambda match: "\\" + match[0], url)


_BY_KIND: Mapping[str, Callable[[Copy], str]] = {
    "text": sentence,
    "docx": sentence,
    "pdf": sentence,
    "markdown": markdown,
    "notebook": markdown,
    "html": robust_links,
    "wikitext": cs1,
    "rst": rst,
    "asciidoc": asciidoc,
    "latex": latex,
    "bibtex": bibtex,
    "csl": csl,
    "ris": ris,
    "sources": sources,
}
