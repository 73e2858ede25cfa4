"""Hijacked domains: bought by strangers after they lapsed, mostly for gambling (Wikipedia's WP:JUDI, 2025).

Strong words alone are no sign, since a source can be about gambling: what was cited must have been
something else. Two independent signs: the words in title and text, and a title that shares nothing with
the cited one or another registrable domain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker import urls
from checker.observation import PageFacts, Sign
from checker.page import PageText
from checker.rules import signs

_WORDS = re.compile(
    r"\b(?:casino|slots?|judi|togel|sbobet|jackpot|betting|sportsbook|poker|baccarat|gacor|maxwin|scatter|roulette|"
    r"viagra|cialis|escorts?|xxx|porn|казино|ставк[аи]|букмекер\w*|игровы\w автомат\w*)\b|博彩|赌场|彩票|老虎机|娱乐城|体育投注",
)
_TOKEN = re.compile(r"[^\W\d_]{4,}")
MANY = 4
_SECOND_LEVEL = frozenset("ac co com edu gob gov gouv mil ne net or org".split())


def body_signs(page: PageText) -> Iterator[Sign]:
    """Such words in the title and, many times, in the text."""
    match = _WORDS.search((page.title or "").lower())
    if match is None:
        return
    yield signs.sign("hijack.title", match[0])
    found = _WORDS.findall(page.low)
    if len(found) >= MANY:
        yield signs.sign("hijack.text", ", ".join(dict.fromkeys(found)))


def registrable(host: str) -> str:
    """The part of a host that somebody registered: the last two labels, three under ``co.uk`` and its like."""
    labels = host.split(".")
    third = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL
    return ".".join(labels[-3:] if third else labels[-2:])


def find(facts: PageFacts, asked: str, final_url: str, cited_title: str | None) -> str | None:
    """Evidence that strangers have the domain now, or None."""
    if not (signs.of(facts, "hijack.title") and signs.of(facts, "hijack.text")):
        return None
    if cited_title and _WORDS.search(cited_title.lower()):
        return None
    words = signs.of(facts, "hijack.text")[0].text
    found = [f"the page is about {words}"]
    if registrable(urls.host_of(asked)) != registrable(urls.host_of(final_url)):
        found.append(f"on another domain, {urls.host_of(final_url)}")
    if cited_title and facts.title and not _tokens(cited_title) & _tokens(f"{facts.title} {' '.join(facts.headings)}"):
        found.append(f"its title “{facts.title}” shares nothing with the cited one")
    return signs.both(found)


def _tokens(text: str) -> set[str]:
    return {word.lower() for word in _TOKEN.findall(text)}
