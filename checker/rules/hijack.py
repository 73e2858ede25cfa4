"""Hijacked domains: bought by strangers after they lapsed, mostly for gambling (Wikipedia's WP:JUDI, 2025).

Strong words alone are no sign, since a source can be about gambling: what was cited must have been
something else. Two independent signs: the words in title and text, and a title that shares nothing with
the cited one or another registrable domain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from checker import urls
from checker.observation import PageFacts, Sign
from checker.page import PageText
from checker.rules import signs
from checker.rules.redirects import words_of

_WORDS = re.compile(
    r"\b(?:casinos?|slots?|judi|togel|toto|sbobet|jackpot|betting|sportsbook|bookmakers?|poker|baccarat|gacor|maxwin|scatter|roulette|situs|bandar|"
    r"free spins|bonus(?:es)? without deposit|no deposit bonus|viagra|cialis|levitra|escorts?|xxx|porn|sex cams?|hookup|payday loans?|"
    r"essay writ(?:ing|ers?)|write my (?:essay|paper)|custom (?:essays?|papers?)|essays? (?:help|services?|online)|paper writing service|buy (?:an )?essays?|"
    r"dissertation (?:help|writing)|term papers?|replica watches|bahis|canlı bahis|kumar|deneme bonusu|apostas|cassino|spielautomaten|sportwetten|"
    r"казино|ставк[аи]|букмекер\w*|игровы\w автомат\w*|вулкан)\b"
    r"|博彩|赌场|赌博|彩票|老虎机|娱乐城|体育投注|百家乐|棋牌|六合彩|สล็อต|บาคาร่า|คาสิโน|พนัน|หวย|nhà cái|cá cược|xổ số|nổ hũ"
    r"|카지노|토토사이트|바카라|먹튀|オンラインカジノ|カジノ|パチンコ",
)
_TOKEN = re.compile(r"[^\W\d_]{4,}")
MANY = 4
_SLUG_WORDS = 2


def body_signs(page: PageText) -> Iterator[Sign]:
    """Such words in the title and, many times, in the text."""
    match = _WORDS.search((page.title or "").lower())
    if match is None:
        return
    yield signs.sign("hijack.title", match[0])
    found = _WORDS.findall(page.low)
    if len(found) >= MANY:
        yield signs.sign("hijack.text", ", ".join(dict.fromkeys(found)))


def find(facts: PageFacts, asked: str, final_url: str, cited_title: str | None) -> str | None:
    """Evidence that strangers have the domain now, or None."""
    if not (signs.of(facts, "hijack.title") and signs.of(facts, "hijack.text")):
        return None
    if cited_title and _WORDS.search(cited_title.lower()):
        return None
    words = signs.of(facts, "hijack.text")[0].text
    found = [f"the page is about {words}"]
    if _owner(asked) != _owner(final_url):
        found.append(f"on another domain, {urls.host_of(final_url)}")
    shown = _tokens(f"{facts.title} {' '.join(facts.headings)}")
    slug = words_of(urlsplit(asked).path)
    if _WORDS.search(" ".join(slug)):
        return None
    if cited_title and not _tokens(cited_title) & shown:
        found.append(f"its title “{facts.title}” shares nothing with the cited one")
    elif not cited_title and len(slug) >= _SLUG_WORDS and not slug & shown:
        found.append(f"its title “{facts.title}” shares nothing with the address")
    return signs.both(found)


def _owner(url: str) -> str:
    host = urls.host_of(url)
    return urls.registrable(host) or host


def _tokens(text: str) -> set[str]:
    return {word.lower() for word in _TOKEN.findall(text)}
