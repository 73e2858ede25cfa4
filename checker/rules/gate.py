"""Pages that say one thing only: that their reader does not come in. Told by what all their sentences speak of. Pure.

Nobody can know every refusal by heart. What they have in common is that they are short, speak to the reader, of his
machine or of robots, of what is refused, and of nothing else, and that they do not bear the name of what was cited.
Each of these alone is said of articles about walls, policies and guides as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.observation import PageFacts, Sign
from checker.page import PageText
from checker.patterns import regex
from checker.rules import challenge, naming, own, prose, sentences, signs
from checker.rules.gatewords import (
    ASKED,
    MACHINE,
    NUMBERED,
    POLITE,
    PRIVATE,
    REFUSAL,
    RESOURCE,
    ROBOTS,
    STATE,
    VISITOR,
    WEB,
)
from checker.rules.sentences import Sentence, unquoted

_MUCH = 300
"""Words that no such page has."""
_OF_ACCESS = (REFUSAL, ROBOTS, MACHINE, PRIVATE, STATE)
_SHUT = (REFUSAL, ROBOTS, PRIVATE)
_SEPARATORS = regex(r"\s+[|–—·•-]+\s+")
_FEW = 10
_LABEL = 3
"""Words of a title that says no more than what kind of page this is."""


def body_signs(page: PageText) -> Iterator[Sign]:
    """What a short page says that has nothing else to say than who may not read it."""
    if page.words > _MUCH:
        return
    if not any(stems in sentences.whole(page) for stems in _SHUT):
        return
    gates, whole = _gates(page), own.whole(page)
    if not gates:
        return
    if ordered := _ordered(page, gates, whole):
        yield signs.sign("gate.state", ordered)
    elif not (VISITOR in whole or NUMBERED in whole or challenge.of_watcher(page)):
        return  # spoken to nobody
    elif PRIVATE in whole and ROBOTS not in whole and NUMBERED not in whole:
        yield signs.sign("gate.private", next((one for one in gates if PRIVATE in Sentence(one)), gates[0]))
    elif sum(stems in whole for stems in (REFUSAL, ROBOTS, MACHINE)) >= 2 or (
        len(gates) >= 2 and (RESOURCE in whole or ASKED in whole)
    ):
        yield signs.sign("gate.robots", _strongest(gates))


def _gates(page: PageText) -> list[str]:
    """The sentences that shut the reader out, title and headings included; none where others have as much to say."""
    title, told = (page.title or "").lower(), own.told(page)
    of_access = [one for one in told if is_of_access(one)]
    said = len(of_access) - (title in of_access and bool(page.headings))
    others = sum(own.says(one) and is_other(one) for one in told if one not in title and one not in of_access)
    if 2 * others >= said:
        return []
    around = (one for one in sentences.sentences(page) if one not in told and one not in title)
    others += sum(Sentence(one).says_something and is_other(one) and not is_of_access(one) for one in around)
    return [one for one in of_access if any(stems in unquoted(one) for stems in _SHUT)] if 2 * others < said else []


def is_of_access(sentence: str) -> bool:
    """Whether a sentence speaks for itself of what is refused, of robots, strangers, machines or orders."""
    said = unquoted(sentence)
    return not prose.is_reported(sentence) and any(stems in said for stems in _OF_ACCESS)


def is_other(sentence: str) -> bool:
    """Whether a sentence is more than what servers say besides to their reader."""
    return not _is_said_to_reader(unquoted(sentence))


def _is_said_to_reader(sentence: Sentence) -> bool:
    """Whether a sentence is a phrase of servers, or one of a few words to the reader: "Log in if you are a member"."""
    return POLITE in sentence or (VISITOR in sentence and sentence.length < _FEW)


def _ordered(page: PageText, gates: Sequence[str], whole: Sentence) -> str | None:
    """The sentence that says that something is kept away, on a page that says by whose order and has no other name."""
    title = Sentence(_SEPARATORS.split(page.title or "")[0])
    called_so = REFUSAL in title or RESOURCE in title
    if STATE not in whole or not (called_so or (len(title.words) <= _LABEL and WEB in whole)):
        return None
    kept = [one for one in gates if REFUSAL in (sentence := Sentence(one)) and RESOURCE in sentence]
    return next((one for one in kept if STATE in Sentence(one)), kept[0] if kept else None)


def _strongest(gates: Sequence[str]) -> str:
    """The sentence that speaks of most, the first of them."""
    return max(gates, key=lambda one: sum(stems in Sentence(one) for stems in (VISITOR, REFUSAL, ROBOTS, MACHINE)))


def _found(facts: PageFacts, rule: str, asked: str, cited_title: str | None) -> str | None:
    said = signs.of(facts, rule)
    if not said or not facts.complete or naming.is_named(facts, cited_title, asked):
        return None
    return f"the page says “{said[0].text}” and nothing else; {signs.only(facts.words)}"


def robots(facts: PageFacts, asked: str, cited_title: str | None) -> str | None:
    """Evidence that a page has nothing to say but that its reader may be a robot, or None."""
    return _found(facts, "gate.robots", asked, cited_title)


def private(facts: PageFacts, asked: str, cited_title: str | None) -> str | None:
    """Evidence that a page has nothing to say but that it is for others, or None."""
    return _found(facts, "gate.private", asked, cited_title)


def state(facts: PageFacts, asked: str, cited_title: str | None) -> str | None:
    """Evidence that a page has nothing to say but by whose order it is kept away, or None."""
    found = _found(facts, "gate.state", asked, cited_title)
    return f"{found}; elsewhere it may be there" if found else None
