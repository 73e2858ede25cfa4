"""What a page says by itself: below its headings, without what stands on every page of its site. Pure.

A cookie banner speaks to the reader, a news box tells of closed roads, a footer of rights reserved. None of them says
what is shown here. What is left off by its place is told by :mod:`checker.lead`, the rest by its words.
"""

from __future__ import annotations

from functools import lru_cache

from checker.lead import Section
from checker.page import PageText
from checker.patterns import regex
from checker.rules.sentences import Sentence, sentences, split

_FEW, _FEW_CHARACTERS = 5, 12
"""Different words, or Chinese characters, of a sentence that says anything."""
_HAN = regex(r"[\u3040-\u30ff\u3400-\u9fff]")
_CONSENT = regex(
    r"cookie.{0,80}(?:accept|akzept|zustimm|aceptar|согла|同意|experience|erlebnis|expérience|experiencia|preferences|settings|einstellungen)"
    r"|(?:\buse[sd]?\b|\busing\b|\bsets\b|verwende|nutze|nutzt|setz[te]|\butilis|\butiliz|\busa(?:mos)?\b|\bemplea|использу|применя|使用|gebruik|używa|usiamo).{0,60}cookie"
    r"|cookie.{0,40}(?:verwende|genutzt|used\b|utilis|utiliz|использ)"
    r"|(?:by continuing|continuing to (?:use|browse)|weitere nutzung|en poursuivant|al continuar|si contin[uú]a|продолжая|继续(?:使用|浏览))"
)
_LETTER = regex(
    r"newsletter|(?:subscribe|sign up|enter|abonn|entrez|saisissez|suscr|introduzca|geben sie|tragen sie|подпи|введите|订阅|輸入|输入).{0,60}(?:e-?mail|correo|courriel|почт|邮箱|邮件)"
    r"|(?:e-?mail|correo|courriel|почт|邮箱|邮件).{0,60}(?:subscri|abonn|suscri|подпи|订阅)"
)
_BROWSER = regex(
    r"(?:browser|navigateur|navegador|браузер|浏览器).{0,40}(?:out of date|outdated|\bold\b|unsupported|not supported|no longer supported|veraltet|nicht (?:mehr )?unterstützt|obsol|ancien|anticuad|desactualizad|устарел|не поддерживается|过低|过旧)"
    r"|(?:outdated|unsupported|veralteten|устаревш\w+) (?:browser|браузер)"
)
_NOTICES = (_CONSENT, _LETTER, _BROWSER)
_RIGHTS = "©"


def told(page: PageText) -> tuple[str, ...]:
    """The sentences of title, first headings and the text below them in lower case, each once, and no notice of the site.

    Of a page that has no such text, all its sentences; of one that is nothing but a notice, that.
    """
    return _told(page.title or "", page.sections) if page.sections else tuple(sentences(page))


@lru_cache(maxsize=4)
def _told(title: str, sections: tuple[Section, ...]) -> tuple[str, ...]:
    text = "\n".join(part for one in sections for part in (one.heading, one.text))
    every = split(f"{title}\n{text}".lower())
    own = tuple(one for one in every if not _is_notice(one))
    return own if any(map(says, own)) else tuple(every)


def _is_notice(sentence: str) -> bool:
    """Whether a sentence is said on every page of a site: about cookies, letters and browsers, rights reserved."""
    return _RIGHTS in sentence or any(words.search(sentence) for words in _NOTICES)


def says(sentence: str) -> bool:
    """Whether a sentence has a few words at least."""
    words = (one for one in Sentence(sentence).words if not one.isdigit())
    return sum(1 for _ in words) >= _FEW or len(_HAN.findall(sentence)) >= _FEW_CHARACTERS


def whole(page: PageText) -> Sentence:
    """All that a page says by itself, as if it were one sentence."""
    return _joined(told(page))


@lru_cache(maxsize=4)
def _joined(said: tuple[str, ...]) -> Sentence:
    return Sentence(" ".join(said))
