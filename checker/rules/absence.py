"""The grammar of absence: how a title or heading says, as a whole, that what was asked for is not there. Pure.

A sentence of it has a thing that a site serves (page, article, record, profile …), never a thing of the world (a city, a
bridge, a grave), and a predicate of absence; around them may stand an apology, what the visitor did ("that you requested"),
a second predicate ("or has been archived") and a place ("at this address"). Whoever says more tells a story, and is not
matched. The words of the six languages are in :mod:`checker.rules.absencewords`; nothing here suffices by itself.
"""

from __future__ import annotations

import re
from functools import cache

from checker.rules.absencewords import GRAMMARS
from checker.rules.absencewords.grammar import Grammar

_SHORTEST, _LONGEST = 4, 200
"""Characters of a sentence of absence."""
_SITE_WORDS = 6
"""Words that the name of a site has at most where a colon follows it."""
_OPENING = (
    r"(?:(?:oops|sorry|we['’]re sorry|we are sorry|our apologies|we apologi[sz]e|uh[- ]oh|whoops|hmm+|yikes|unfortunately|but|aber|mais|pero|но|error|"
    r"hoppla|huch|ups|leider|entschuldigung|verzeihung|tut uns leid|es tut uns leid|fehler|oups|désolée?s?|malheureusement|nous sommes désolés|erreur|"
    r"lo sentimos|lo siento|vaya|disculpe|perdón|ой|упс|извините|простите|к сожалению|увы|ошибка|很抱歉|非常抱歉|抱歉|对不起|對不起|哎呀|啊哦|很遗憾|提示|错误)"
    r"[\s!,.…:;，。！：–—-]*){0,3}"
)
_BEFORE = r"(?:(?:http[\s/]?)?(?:error|status|code|fehler|erreur|ошибка|错误|錯誤)?[\s:#-]{0,2}[(\[]?404[)\]]?[\s:.,!–—-]{1,4})?"
_AFTER = r"(?:[\s,:–—-]{0,3}[(\[]?(?:error |code |http )?404[)\]]?)?[\s.!?…。！]{0,4}"


def says(text: str, *, named: bool = True) -> bool:
    """Whether a text in lower case says, as a whole, that what was asked for is not there.

    With ``named`` the name of the site may come first, before a colon, as in titles.
    """
    text = text.strip()
    if not _SHORTEST <= len(text) <= _LONGEST:
        return False
    site, colon, rest = text.rpartition(": ")
    is_named = named and colon and len(site.split()) <= _SITE_WORDS
    return _is_said(text) or (bool(is_named) and _is_said(rest.strip()))


def _is_said(text: str) -> bool:
    return any(
        _compiled(name).fullmatch(text) is not None
        for name, grammar in GRAMMARS.items()
        if any(stem in text for stem in grammar.stems)
    )


@cache
def _compiled(language: str) -> re.Pattern[str]:
    """The sentences of a language; compiled when a heading may be one of them."""
    return re.compile(rf"{_BEFORE}{_OPENING}{_BEFORE}(?:{_sentences(GRAMMARS[language])}){_AFTER}")


def _sentences(grammar: Grammar) -> str:
    predicate = "|".join(grammar.predicates)
    second = "|".join((*grammar.predicates, *grammar.further))
    gap = grammar.gap
    adverbs = rf"(?:(?:{grammar.adverbs}){gap}){{0,2}}"
    first = rf"(?:{grammar.subject}){gap}{adverbs}(?:{predicate})"
    more = rf"(?:,?{gap}(?:{grammar.joints}){gap}{adverbs}(?:{second})){{0,2}}"
    place = rf"(?:{gap}(?:{grammar.places}))?"
    whole = "|".join(grammar.wholes)
    return rf"(?!{grammar.worldly})(?:{first}|{whole}){place}{more}{place}"
