"""Hosts and platforms that speak in place of a site of theirs: it is switched off, or it is no more. Pure.

What is switched off may come back: nothing there is death. A site is dead where the platform says that it has no such
one, or where a whole service has come to its end; the latter only where every address shows the same, since journals,
series and stations come to their end as well, on pages that are there.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from checker.lead import Section
from checker.observation import PageFacts, Sign
from checker.page import PageText
from checker.rules import naming, prose, signs, soft404
from checker.rules.gatewords import POLITE
from checker.rules.home import is_home
from checker.rules.hostingwords import DELETED, DIRECT, ENDED, HOSTED, KEEPER, NO_SITE, ON_THE_WEB, PAUSED, SERVICE
from checker.rules.sentences import READ, Sentence, sentences, split, unquoted

_MUCH = 120
"""Words that no such page has."""
_NAMED = 4
_LABEL = 6
"""Words of a sentence that is hardly one: "Account suspended"."""


def body_signs(page: PageText) -> Iterator[Sign]:
    """What a short page, or a notice below the menu of one, says of nothing else than what became of a site."""
    found = list(_of_whole(page)) if page.words <= _MUCH else []
    yield from found
    if not any(one.rule == "hosting.ended" for one in found):
        ended = next((ends for one in page.sections if (ends := _of_section(one))), [])
        yield from (signs.sign("hosting.ended", one) for one in ended)


def _of_section(section: Section) -> list[str]:
    """The sentences by which a section that says nothing else tells of the end of a service."""
    if section.is_cut:
        return []
    told = [(one, unquoted(one)) for one in split(f"{section.heading.lower()}\n{section.text.lower()}")]
    is_online = any(ON_THE_WEB in said for _, said in told)
    if not is_online or not any(SERVICE in said and ENDED in said for _, said in told):
        return []
    heading = unquoted(section.heading.lower())
    is_subject = ENDED in heading and ON_THE_WEB in heading and DIRECT in heading and heading.length <= _LABEL
    if is_subject and not any(prose.is_reported(one) for one, _ in told):
        return [section.heading.lower()]
    others = (one for one, said in told if said.says_something and ENDED not in said and not _is_of_hosting(one, said))
    return _ended(told) if next(others, None) is None else []


def _of_whole(page: PageText) -> Iterator[Sign]:
    whole = Sentence(f"{page.title or ''} {page.low[:READ]}")
    if not any(stems in whole for stems in (PAUSED, ENDED, DELETED, NO_SITE)):
        return
    title = (page.title or "").lower()
    told = [(one, unquoted(one)) for one in sentences(page)]
    if any(said.says_something and not _is_of_hosting(one, said) for one, said in told if one not in title):
        return
    paused = (one for one, said in told if HOSTED in said and PAUSED in said and _is_direct(said))
    no_site = (one for one, said in told if NO_SITE in said)
    for rule, one in (("paused", next(paused, None)), ("nosite", next(no_site, None))):
        if one:
            yield signs.sign(f"hosting.{rule}", one)
    name = Sentence(page.title or "")
    if ENDED in name or DELETED in name or len(name.words) < _NAMED:  # under another name it is news
        yield from (signs.sign("hosting.ended", one) for one in _ended(told))


def _is_of_hosting(sentence: str, said: Sentence) -> bool:
    """Whether a host says this, for itself."""
    of_end = NO_SITE in said or DELETED in said or (SERVICE in said and ENDED in said)
    of_keeper = POLITE in said or KEEPER in said or (HOSTED in said and DIRECT in said)
    return (of_end or of_keeper) and not prose.is_reported(sentence)


def _is_direct(said: Sentence) -> bool:
    return DIRECT in said or len(said.words) <= _LABEL


def _ended(told: list[tuple[str, Sentence]]) -> list[str]:
    """At least two sentences that say that a service has ended or what it held is gone."""
    ends = [one for one, said in told if SERVICE in said and ENDED in said and not _heads_list(said)]
    gone = [one for one, said in told if DELETED in said or ENDED in said]
    found = list(dict.fromkeys(ends + gone))
    return found[:2] if ends and len(found) >= 2 else []


def _heads_list(said: Sentence) -> bool:
    """Whether it is the heading of a list: "Discontinued services", of which there are many where buses run."""
    return said.length <= _LABEL and ENDED in Sentence(said.text.strip().partition(" ")[0])


def paused(facts: PageFacts, asked: str, cited_title: str | None) -> str | None:
    """Evidence that a host has switched the site off, or None."""
    said = signs.of(facts, "hosting.paused")
    if not said or not facts.complete or naming.is_named(facts, cited_title, asked):
        return None
    return f"the page says “{said[0].text}” and nothing else; {signs.only(facts.words)}"


def gone(facts: PageFacts, asked: str, cited_title: str | None) -> str | None:
    """Evidence that the site is no more, or that the service has ended that it was kept by, or None."""
    if not facts.complete or naming.is_named(facts, cited_title, asked):
        return None
    said = [f"the page says “{one.text}”" for one in signs.of(facts, "hosting.nosite")[:1]]
    if said:
        return signs.both([*said, f"it says nothing else: {signs.only(facts.words)}"])
    ended = [f"it says “{one.text}”" for one in signs.of(facts, "hosting.ended")]
    same = [one.text for one in signs.of(facts, soft404.SIBLING)]
    whole = ["it is the front page of the site"] if is_home(asked) and not urlsplit(asked).query else []
    return signs.both([*ended, *same, *whole]) if ended and (same or whole) else None


def is_doubtful(facts: PageFacts) -> bool:
    """Whether a page says that a service has ended, so that a neighbour should be asked for."""
    return bool(signs.of(facts, "hosting.ended"))
