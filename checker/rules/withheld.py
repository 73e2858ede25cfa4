"""Pages that are there, but not for us: shown to other countries only, or behind a login, with status 200. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker import urls
from checker.observation import PageFacts, Sign
from checker.page import PageText
from checker.patterns import regex
from checker.rules import gate, naming, own, signs
from checker.rules.login import is_login

_REGION = regex(
    r"(?:due to|because of) your (?:location|country|region)|(?:not|no longer|un)[ -]?available (?:in|from|to visitors from) your (?:country|region|location|area)|unavailable due to legal reasons|"
    r"unavailable in (?:your|most european) (?:country|region|location|countries)|access from your (?:country|region|location) (?:is|has been) (?:not allowed|blocked|restricted)|"
    r"(?:belonging to|unavailable to|not available to|visitors from|readers in|from) (?:\w+ ){0,4}the european (?:economic area|union)|in ihrem land nicht verfügbar|pas disponible dans votre (?:pays|région)|no está disponible en (?:su|tu) (?:país|región)|"
    r"недоступ[а-я]+ в вашей стране|заблокирован[а-я]* по решению|您所在的(?:地区|国家)"
)
_LOGIN_TITLE = regex(
    r"(?:please )?(?:log|sign)[ -]?(?:in|on)(?: (?:to|with|using) .{1,60}| required| page)?|(?:member|user|account) login|login required|authentication required|single sign-on|"
    r"(?:select|choose|find) your (?:home )?(?:institution|organi[sz]ation|identity provider)|sina visitor system|"
    r"anmelden|anmeldung(?: erforderlich)?|se connecter|connexion|iniciar sesión|acceder|вход(?: на сайт| в систему)?|авторизация|登录|登入|用户登录|请登录",
    re.IGNORECASE,
)
_SEPARATORS = regex(r"\s+[|–—·•»«-]+\s+|\s*[|»«•]\s*")
_READ = 5_000
_THIN = 150
_ASIDE = 2
"""Sentences about something else that may stand beside."""
_SHORT = 60


def body_signs(page: PageText) -> Iterator[Sign]:
    """A sentence about countries or orders on a short page that has little else to say."""
    match = _REGION.search(page.low[:_READ]) if page.words < _THIN else None
    if match and sum(map(_is_of_something_else, own.told(page))) <= _ASIDE:
        yield signs.sign("withheld.region", match[0])


def _is_of_something_else(sentence: str) -> bool:
    return (
        own.says(sentence)
        and gate.is_other(sentence)
        and not gate.is_of_access(sentence)
        and not _REGION.search(sentence)
    )


def region(facts: PageFacts, asked: str = "", cited_title: str | None = None) -> str | None:
    """Evidence that the page is kept from where this ran, or None; a video may be, on a page that is what was cited."""
    said = signs.of(facts, "withheld.region")
    if not said or not facts.complete or (facts.words >= _SHORT and naming.covers(facts, cited_title, asked)):
        return None
    return f"the page says “{said[0].text}”; {signs.only(facts.words)}"


def login(facts: PageFacts, asked: str, cited_title: str | None = None, url: str = "") -> str | None:
    """Evidence of a login page that stands in place of the page, or None; ``asked`` may have meant one.

    Whoever is sent to another site that has the title of one is to log in, wherever on it that is; ``url`` is where
    the page was found.
    """
    if not facts.complete or facts.words >= _THIN or is_login(asked):
        return None
    said = login_title(facts)
    field, sentence = signs.of(facts, "login.password"), signs.of(facts, "login.sentence")
    if said is None and field and url and is_login(url) and not naming.is_named(facts, cited_title, asked):
        return f"a password field at {urls.redact(url)}, {signs.only(facts.words)}"
    if said is None or (not field and naming.is_part(said, cited_title, asked)):
        return None
    if field:
        return f"a password field and “{said}”, {signs.only(facts.words)}"
    if url and urls.owner(url) != urls.owner(asked):
        return f"sent to {urls.host_of(url)}, which says “{said}”"
    return f"“{said}”, and it says “{sentence[0].text}”" if sentence else None


def login_title(facts: PageFacts) -> str | None:
    """The title or heading, or the part of one, that asks to log in."""
    shown = (part for text in (facts.title, *facts.headings) if text for part in (text, *_SEPARATORS.split(text)))
    return next((part for part in shown if _LOGIN_TITLE.fullmatch(part.strip())), None)
