"""The grammar of absence: how a title or heading says, as a whole, that what was asked for is not there. Pure.

A sentence of it has a thing that a site serves (page, article, record, profile …), never a thing of the world (a city, a
bridge, a grave), and a predicate of absence; around them may stand an apology, what the visitor did ("that you requested"),
a second predicate ("or has been archived") and a place ("at this address"). Whoever says more tells a story, and is not
matched. The words of the six languages are in :mod:`checker.rules.absencewords`; nothing here suffices by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from checker.patterns import regex
from checker.rules.absencewords import GRAMMARS
from checker.rules.absencewords.grammar import Grammar
from checker.rules.alarm import INTERJECTION, WRONG
from checker.rules.called import unnamed

_SHORTEST, _LONGEST = 4, 200
"""Characters of a sentence of absence."""
_SITE_WORDS = 6
"""Words that the name of a site has at most where a colon follows it."""
_OPENING = (
    rf"(?:(?:{INTERJECTION}|we['’]re sorry|we are sorry|our apologies|we apologi[sz]e|unfortunately|but|aber|mais|pero|но|error|"
    r"leider|entschuldigung|verzeihung|tut uns leid|es tut uns leid|fehler|malheureusement|nous sommes désolés|erreur|"
    r"lo sentimos|lo siento|disculpe|извините|простите|к сожалению|ошибка|很抱歉|非常抱歉|抱歉|对不起|對不起|很遗憾|提示|错误|"
    rf"{WRONG})"
    r"[\s!¡¿,.…:;，。！：–—-]*){0,4}"
)
_OF_LAWS = regex(
    r"(?:articles?|sections?|chapters?|clauses?|annex|schedule|paragraphs?|§+|artikel|abschnitt|absatz|anlage|artículos?|apartado|capítulo|"
    r"статья|статьи|пункт|глава|раздел|приложение) ?\(?\d|第[\d一二三四五六七八九十百]{1,6}[条條章节節款]"
)
"""What is repealed, and still stands in its law: "Article 12 (deleted)"."""
_BEFORE = r"(?:(?:http[\s/]?)?(?:error|status|code|fehler|erreur|ошибка|错误|錯誤)?[\s:#-]{0,2}[(\[]?404[)\]]?[\s:.,!–—-]{1,4})?"
_AFTER = r"(?:[\s,:–—-]{0,3}[(\[]?(?:error |code |http )?404[)\]]?)?[\s.!?…。！]{0,4}"


def says(text: str, *, named: bool = True) -> bool:
    """Whether a text in lower case says, as a whole, that what was asked for is not there.

    With ``named`` the name of the site may come first, before a colon, as in titles.
    """
    text = text.strip(" ¡¿\n\t")
    if not _SHORTEST <= len(text) <= _LONGEST or _OF_LAWS.match(text):
        return False
    return _says(text, named=named)


@lru_cache(maxsize=1024)
def _says(text: str, *, named: bool) -> bool:
    """Several rules ask it of the sentences of one page."""
    spoken = [name for name, grammar in GRAMMARS.items() if any(stem in text for stem in grammar.stems)]
    if not spoken:
        return False
    forms = dict.fromkeys((text, unnamed(text)))
    return any(_is_said(one, spoken, named=named) for one in forms)


def _is_said(text: str, spoken: Sequence[str], *, named: bool) -> bool:
    site, colon, rest = text.rpartition(": ")
    texts = (text, rest.strip()) if named and colon and len(site.split()) <= _SITE_WORDS else (text,)
    return any(_compiled(language).fullmatch(one) is not None for one in texts for language in spoken)


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
    turned = rf"(?:{grammar.subject}){gap}{adverbs}(?:{'|'.join(grammar.further)}),?{gap}(?:{grammar.joints}){gap}{adverbs}(?:{predicate})"
    more = rf"(?:,?{gap}(?:{grammar.joints}){gap}{adverbs}(?:{second})){{0,2}}"
    place = rf"(?:{gap}(?:{grammar.places}))?"
    whole = "|".join(grammar.wholes)
    return rf"(?!{grammar.worldly})(?:{first}|{turned}|{whole}){place}{more}{place}"
