"""Many cited addresses that lead to one place: a gate, a section of the site, or one document of many. Pure.

What each of them was about cannot all be there, unless it has been merged. A gate says nothing of what is behind it.
A permanent redirect to a section that does not carry what was cited says that it is gone: nobody cites a list for one
of its items. For now only it proves nothing, and is a suspicion where the section is the page's own. All other places
may well be what has become of the pages: a handbook, a page for all versions and languages, a script that draws it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from checker import urls
from checker.observation import PageFacts
from checker.patterns import regex
from checker.reasons import Reason
from checker.rules import arrival, gateway, naming, sections, signs
from checker.rules.home import LANGUAGES
from checker.rules.redirects import Way

MANY = 3
"""Different things that are sent to one place before that says anything."""
_ENDING = regex(r"\.[a-z]{2,5}$", re.ASCII)
_LANGUAGE = regex(rf"(?:{LANGUAGES})(?:[-_][a-z]{{2}})?", re.ASCII)
_VERSION = regex(
    r"(?:^|[-_.])(?:v(?:er|ersion)?[-_.]?\d{1,2}(?:\.\d+)?|final|draft|entwurf|rev\d*|print|drucken|amp|mobile|full|fulltext|abstract|summary|pdf|html|web|lowres|hires|"
    rf"(?P<language>{LANGUAGES}|eng|deu|ger|fra|fre|spa|rus|english|deutsch|french|spanish|russian))$",
    re.ASCII,
)


def find(led: Way, page: PageFacts | None, many: int, cited_title: str | None) -> tuple[Reason, str] | None:
    """What many addresses that lead to one place say of one of them, with one line of evidence; None for nothing.

    Args:
        led: the way from the address asked.
        page: what was read at its end; None where that is no web page.
        many: how many different things were sent there.
        cited_title: the title that the source was cited by, if known.
    """
    if many < MANY or (page is not None and naming.covers(page, cited_title, led.asked)):
        return None
    lead = f"{many} cited addresses all lead to {urls.redact(led.final)}"
    gate = gateway.find(led.asked, led.final, page)
    if gate and not sections.is_index_of(led.asked, led.final):
        reason, words = gate
        return reason, f"{lead}, which stands before what was asked for (“{words}”)"
    if page is None or gate or not _is_lost(led, page, cited_title):
        return None
    return Reason.SOFT_404, f"{lead}, a section of the site; nothing there bears the name of what was cited"


def _is_lost(led: Way, page: PageFacts, cited_title: str | None) -> bool:
    """Whether the place is a section that is known not to carry what was cited."""
    if not arrival.is_missing(page, cited_title, led.asked):
        return False
    if not led.permanent:
        return sections.is_index_of(led.asked, led.final) and _is_named_section(page, led)
    return is_section(page, led) and not may_carry(page, led, cited_title)


def is_section(page: PageFacts, led: Way) -> bool:
    """Whether a place is a section of the site, by its name or as a folder of the address asked."""
    is_folder = sections.is_index_of(led.asked, led.final) and not sections.is_item(led.final)
    return is_folder or _is_named_section(page, led)


def _is_named_section(page: PageFacts, led: Way) -> bool:
    return sections.names_section(led.final) or sections.calls_itself_section(page)


def may_carry(page: PageFacts, led: Way, cited_title: str | None) -> bool:
    """Whether a page may be the whole of what parts are cited of: it has much to say, or its name is in theirs."""
    long = bool(signs.of(page, arrival.LONG))
    return not _is_named_section(page, led) and (long or _is_part(page, led.asked, cited_title))


def _is_part(page: PageFacts, asked: str, cited_title: str | None) -> bool:
    """Whether the name of a page, of more words than sections have, is in that of what was cited."""
    names = [one for one in (page.title, *page.headings[:1]) if one and len(one.split()) > 1]
    return any(naming.is_part(one, cited_title, asked) for one in names)


def stands_for(led: Way, page: PageFacts | None, many: int, cited_title: str | None) -> bool:
    """Whether the address that a page has moved to stands for that page alone, so that it may be cited instead.

    Not where others have moved there, too, and not where it is a section of the site, unless one was asked for, or a
    front page, or what is there bears the name of what was cited. The arguments are those of :func:`find`.
    """
    if page is not None and (naming.covers(page, cited_title, led.asked) or _is_part(page, led.asked, cited_title)):
        return True
    if sections.is_index_of(led.asked, led.settled) and not sections.is_item(led.settled):
        return False
    is_wide = not sections.parts_of(led.asked) or sections.names_section(led.asked)
    return many < MANY and (is_wide or not sections.names_section(led.settled))


def different(cited: Sequence[tuple[str, str | None]]) -> int:
    """How many different things some addresses stand for, each with the title it was cited by.

    Languages, versions and formats of one thing are one, and so is what bears one title.
    """
    things: dict[str, set[tuple[object, ...]]] = {}
    for url, _ in cited:
        language, thing = _thing(url)
        things.setdefault(language, set()).add(thing)
    titles = {" ".join((title or url).casefold().split()) for url, title in cited}
    return min(len(titles), max(map(len, things.values()), default=0))


def _thing(url: str) -> tuple[str, tuple[object, ...]]:
    """The language that an address names, and what else it does: its last part that tells, numbers, query."""
    pieces, parts = urlsplit(url), sections.parts_of(url)
    folders = unquote(pieces.path).lower().split("/")
    language = next((one for one in folders if _LANGUAGE.fullmatch(one)), "")
    name = ""
    while parts and not name:
        name = _ENDING.sub("", parts.pop())
        while match := _VERSION.search(name):
            language = language or match["language"] or ""
            name = name[: match.start()]
    return language, (name, tuple(one for one in parts if one.isdigit()), pieces.query)
