"""Consent walls: a page of its own that asks for consent before it lets anybody through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from checker import urls
from checker.observation import PageFacts, Sign
from checker.page import PageText
from checker.patterns import regex
from checker.rules import naming, signs

_HOSTS = regex(r"(?:consent|cmp|privacy-?gate|guce|cookiewall|myprivacy)\.", re.ASCII)
_PATH = regex(
    r"/(?:consent|cookie[-_]?(?:wall|consent|check|gate)|privacy[-_]?(?:gate|wall|consent)|gdpr[-_]?(?:consent|wall)|collectconsent|tcf|"
    r"zustimmung|einwilligung|pur-abo|consentement|consentimiento|consenso|toestemming|samtykke|samtycke|zgoda|soglasie)(?:[/?.]|$)",
    re.IGNORECASE | re.ASCII,
)
_SENTENCE = regex(
    r"before you continue to|bevor sie (?:zu|fortfahren|weiter)|avant d['’]accéder à|antes de continuar (?:a|en)|"
    r"(?:please )?(?:accept|agree to) (?:our |all )?cookies to (?:continue|access|view|read)"
)
_BUTTONS = regex(
    r"(?:accept|reject|agree to|decline) all\b|accept (?:all )?cookies|manage (?:my )?(?:choices|preferences|cookies)|"
    r"(?:alle|alles) (?:akzeptieren|ablehnen|annehmen)|zustimmen und weiter|mit werbung (?:und tracking )?(?:weiter)?(?:lesen|nutzen)|pur-abo|"
    r"(?:tout|tous) (?:accepter|refuser)|accepter et continuer|continuer sans accepter|(?:aceptar|rechazar) (?:todo|todas|cookies|y continuar)|"
    r"(?:accetta|rifiuta) tutt|accetta e continua|aceitar (?:tudo|todos)|alles (?:accepteren|weigeren)|akkoord en doorgaan|"
    r"(?:godkend|acceptera|godta|aksepter) alle|(?:zaakceptuj|odrzuć) wszystk|przejdź do serwisu|принять все|同意并继续|すべて同意"
)
_HINTS = (
    "accept", "reject all", "agree to all", "decline all", "manage", "akzept", "ablehnen", "annehmen", "zustimmen", "mit werbung", "pur-abo", "refuser", "acept",
    "rechazar", "accetta", "rifiuta", "aceitar", "weigeren", "akkoord", "godkend", "godta", "aksepter", "zaakceptuj", "odrzuć", "przejdź", "принять", "同意",
)  # fmt: skip
_MONEY = regex(
    r"\b(?:oder|ou|or|of|o|lub|или) (?:[\w’']{1,12} ){0,3}(?:s['’])?(?:abonn|suscr|subscri|abbon|assin|подпи)|"
    r"pur-abo|werbefrei|ohne werbung|sans publicité|ad-free"
)
"""What consent is offered instead of, by pages that ask for either."""
_SHORT = 150
_THIN = 250
_FAT = 900


def body_signs(page: PageText) -> Iterator[Sign]:
    """The sentence that such short pages begin with, that they speak of cookies, and what their buttons say."""
    may_ask = page.words < _FAT and any(word in page.low for word in _HINTS)
    button = _BUTTONS.search(page.low[:8_000]) if may_ask else None
    if button:
        yield Sign("consent.button", button[0])
    if page.words >= _THIN:
        return
    match = _SENTENCE.search((page.title or "").lower() + "\n" + page.low[:500])
    if match:
        yield Sign("consent.sentence", match[0])
    if "cookie" in page.low:
        yield Sign("consent.cookies", "cookies")
    money = _MONEY.search(page.low[:8_000]) if button and page.words < _SHORT else None
    if money:
        yield Sign("consent.money", money[0])


def find(facts: PageFacts, asked: str = "", cited_title: str | None = None) -> str | None:
    """Evidence that a page only asks for consent, or for consent or money, or None."""
    said = signs.of(facts, "consent.sentence")
    if not (signs.of(facts, "consent.cookies") and facts.complete):
        return None
    button, money = signs.of(facts, "consent.button"), signs.of(facts, "consent.money")
    if button and money and not naming.is_named(facts, cited_title, asked):
        return f"the page asks for consent (“{button[0].text}”) or for money (“{money[0].text}”); {signs.only(facts.words)}"
    if not said:
        return None
    return f"the page begins with “{said[0].text}” and speaks of cookies; {signs.only(facts.words)}"


def is_consent(url: str) -> bool:
    """Whether an address is that of a consent page."""
    return bool(_HOSTS.match(urls.host_of(url)) or _PATH.search(urlsplit(url).path + "?"))
