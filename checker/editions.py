"""Newer editions of the same source, as its own page tells of them: a hint, never a verdict. Pure and linear.

An edition has a year in its address or its title. Where the page names the same address or title with a later
year, that edition is out. Years that are part of a date in the address (``/2019/04/``) name no edition.
"""

from __future__ import annotations

import re

from checker.patterns import regex

_YEAR = regex(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_DATE_BEHIND = regex(r"[/_.-]?(?:0?[1-9]|1[0-2])(?![0-9])")
_TITLE = regex(r"((?:[^\W\d_][\w’'&-]*[ ,:–-]{1,2}){2,5})((?:19|20)[0-9]{2})(?![0-9])")
FARTHEST = 10
"""Years ahead that are still taken for an edition."""
MOST_SEEN = 200


def newer_edition(url: str, title: str | None, source: str, text: str) -> str:
    """What names a later edition: its address as linked, or its title; empty where nothing does.

    Args:
        url: the address of the page.
        title: its title.
        source: its markup, which holds the addresses it links.
        text: its visible text.
    """
    return _by_address(url, source) or _by_title(title or "", text)


def _by_address(url: str, source: str) -> str:
    path = re.sub(r"^[a-z]+://[^/]*", "", url, flags=re.IGNORECASE)
    for match in list(_YEAR.finditer(path))[:4]:
        if _DATE_BEHIND.match(path, match.end()) and path[match.start() - 1 : match.start()] in "/-_.":
            continue
        head = path[: match.start()].rpartition("/")[2] or path[: match.start()]
        tail = re.split(r"[/?#]", path[match.end() :], maxsplit=1)[0]
        if len(head.strip("/")) + len(tail) < 4:
            head = path[: match.start()]
        found = _later(
            re.compile(rf"{re.escape(head)}((?:19|20)[0-9]{{2}}){re.escape(tail)}(?![0-9])"), source, match[0]
        )
        if found:
            return found
    return ""


def _by_title(title: str, text: str) -> str:
    match = _TITLE.search(title[:300])
    if match is None:
        return ""
    return _later(re.compile(rf"{re.escape(match[1])}((?:19|20)[0-9]{{2}})(?![0-9])"), text, match[2])


def _later(pattern: re.Pattern[str], text: str, year: str) -> str:
    """The words of the latest year that a pattern finds behind the one known."""
    best, words = int(year), ""
    for number, match in enumerate(pattern.finditer(text)):
        if number >= MOST_SEEN:
            break
        if best < int(match[1]) <= int(year) + FARTHEST:
            best, words = int(match[1]), match[0]
    return " ".join(words.split())[:200]
