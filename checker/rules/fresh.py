"""Servers that run and hold no site: the default pages of servers, panels, frameworks and hosts. Pure.

Nobody can know them all. They say that they work, what they are, and what their keeper is to do with them, and nothing
else. That is not death: a site is being set up, or moved. Handbooks and courses say the same, so that it counts only
where every address shows it, or at the front page where it says nothing else, and never under the name of what was
cited.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from checker.observation import PageFacts, Sign
from checker.page import PageText
from checker.patterns import regex
from checker.rules import naming, own, sentences, signs, soft404
from checker.rules.freshwords import KEPT, RUNNING, SERVER, UNSET, YOURS
from checker.rules.gatewords import POLITE
from checker.rules.home import is_home
from checker.rules.sentences import Sentence

_MUCH = 150
_LITTLE = 60
"""Words of the front page of a site that has any."""
_KINDS = (RUNNING, SERVER, KEPT, YOURS)
_ENOUGH, _SURE = 3, 4
_LABEL = 8
_WHOLE = regex(
    r"(?:it works|es funktioniert|das funktioniert|ça (?:marche|fonctionne)|(?:¡\s?)?funciona|funziona|het werkt|to działa|всё работает|все работает|работает|hello,? world|welcome to express|express|laravel)[\s!:)-]*"
)
"""All that some of them say."""
_YEAR = regex(r" (?:19|20)\d\d ")
"""Who tells when it was installed tells its history."""
_LISTING = regex(r"(?:index of|directory listing (?:for|of)|inhalt von|contenu de) /\S{0,200}")
"""What servers call the list of what is in a folder."""


def body_signs(page: PageText) -> Iterator[Sign]:
    """What a server says that holds no site, and how well it says so; the list of a folder."""
    if page.words > _MUCH:
        return
    title = (page.title or "").lower().strip()
    if _LISTING.fullmatch(title):
        yield signs.sign("fresh.listing", title)
    said = next((one for one in (page.low, title) if page.words <= _LABEL and _whole(one)), None)
    if said:
        yield signs.sign("fresh.said", said)
        return
    every = sentences.whole(page)
    if not any(stems in every for stems in (SERVER, KEPT, UNSET)) or _kinds(every) < 2:
        return
    kinds = [(one, _kinds(Sentence(one))) for one in own.told(page)]
    telling = [(one, many) for one, many in kinds if many]
    others = sum(not many and own.says(one) and one != title and POLITE not in Sentence(one) for one, many in kinds)
    if others < len(telling) and (how := _how(page)):
        sure = how >= _SURE and not others
        yield signs.sign("fresh.sure" if sure else "fresh.said", max(telling, key=lambda one: (one[1], len(one[0])))[0])


def _how(page: PageText) -> int:
    """How well a page says that it is one of them; nothing where a site has a server, as many do."""
    whole, name = own.whole(page), Sentence(" ".join((page.title or "", *page.headings[:1])))
    many = _kinds(whole)
    is_of_server = UNSET in whole or SERVER in whole or KEPT in whole
    is_named_so = RUNNING in name or UNSET in whole
    if not is_of_server or _YEAR.search(whole.text) or many < (2 if is_named_so else _ENOUGH):
        return 0
    return many + (YOURS in whole and RUNNING in whole)


def _whole(text: str) -> bool:
    return _WHOLE.fullmatch(" ".join(text.split())) is not None


def _kinds(said: Sentence) -> int:
    """Of how many of these a sentence speaks; that nothing is set up is enough by itself."""
    return sum(stems in said for stems in _KINDS) + 2 * (UNSET in said)


def find(facts: PageFacts, asked: str, cited_title: str | None) -> str | None:
    """Evidence that a server that holds no site answers, or None."""
    said = signs.of(facts, "fresh.sure", "fresh.said", "fresh.listing")
    if not said or not facts.complete or naming.is_named(facts, cited_title, asked):
        return None
    told = f"the page says “{said[0].text}”, as servers do that hold no site"
    same = [one.text for one in signs.of(facts, soft404.SIBLING)]
    if not same and is_home(asked) and not urlsplit(asked).query and said[0].rule == "fresh.sure":
        same = ["it is the front page and says nothing else"] if facts.words <= _LITTLE else []
    return signs.both([told, *same])


def is_doubtful(facts: PageFacts) -> bool:
    """Whether a neighbour should be asked for."""
    return bool(signs.of(facts, "fresh.sure", "fresh.said", "fresh.listing"))
