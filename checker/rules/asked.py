"""What a page repeats of what was asked for: it names that without bearing it. Pure.

"Nothing found for “peat bogs”", below a title that is but the end of the address.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from checker.observation import PageFacts
from checker.patterns import regex
from checker.rules import called, naming, signs
from checker.rules.notfound import LOOSE, NO_RESULTS
from checker.rules.saying import SEPARATORS

REPEATED = "soft404.repeated"
"""The sign that a page and its made-up neighbour differ only by the names of their addresses in them."""
NAMED = "soft404.named"
"""The sign that a page says of something that it quotes that it is not there."""
_JOINED = regex(r"[-_+.]+")


def borne(facts: PageFacts, url: str) -> list[str]:
    """The names that a page bears of itself: no messages, no quotations in titles, not the end of its address."""
    if signs.of(facts, REPEATED):
        return []
    return list(_names(facts, url))


def _names(facts: PageFacts, url: str) -> Iterator[str]:
    end = _end(url)
    says_nothing = signs.of(facts, NAMED, "soft404.noresults")
    for name in (facts.title or "", *facts.headings):
        low = name.lower()
        if LOOSE.search(low) or NO_RESULTS.search(low):
            continue
        parts = [part for part in SEPARATORS.split(name) if part and part.lower().strip() not in end]
        text = " | ".join(parts)
        yield called.unquoted(text) if says_nothing else text


def _end(url: str) -> tuple[str, ...]:
    """How an address ends, as a title may repeat it; a plain word may be a title of its own."""
    name = unquote(urlsplit(url).path).lower().rstrip("/").rpartition("/")[2]
    short = name.partition(".")[0]
    return tuple(one for one in (name, short) if _JOINED.search(one))


def is_end(title: str, url: str) -> bool:
    """Whether a title is but the end of the address."""
    return title.lower().strip() in _end(url)


def named(facts: PageFacts, cited_title: str | None, url: str) -> str | None:
    """Evidence that a page says of what was cited, by its name, that it is not there, or None."""
    for one in signs.of(facts, NAMED):
        quoted = called.quotations(one.text)
        if any(naming.is_part(name, cited_title, url) or _plain(name) in map(_plain, _end(url)) for name in quoted):
            return f"the page says “{one.text}”"
    return None


def _plain(name: str) -> str:
    return _JOINED.sub(" ", name.lower()).strip()
