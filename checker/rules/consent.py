"""Consent walls: a page of its own that asks for consent before it lets anybody through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from checker import urls
from checker.observation import PageFacts, Sign
from checker.page import PageText
from checker.rules import signs

_HOSTS = re.compile(r"(?:consent|cmp|privacy-?gate|guce|cookiewall|myprivacy)\.", re.ASCII)
_PATH = re.compile(
    r"/(?:consent|cookie[-_]?(?:wall|consent|check|gate)|privacy[-_]?(?:gate|wall|consent)|gdpr[-_]?(?:consent|wall)|collectconsent|tcf|"
    r"zustimmung|einwilligung|pur-abo|consentement|consentimiento|consenso|toestemming|samtykke|samtycke|zgoda|soglasie)(?:[/?.]|$)",
    re.IGNORECASE | re.ASCII,
)
_SENTENCE = re.compile(
    r"before you continue to|bevor sie (?:zu|fortfahren|weiter)|avant d['’]accéder à|antes de continuar (?:a|en)|"
    r"(?:please )?(?:accept|agree to) (?:our |all )?cookies to (?:continue|access|view|read)"
)
_BUTTONS = re.compile(
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


def find(facts: PageFacts) -> str | None:
    """Evidence that a page only asks for consent, or None."""
    said = signs.of(facts, "consent.sentence")
    if not (said and signs.of(facts, "consent.cookies") and facts.complete):
        return None
    return f"the page begins with “{said[0].text}” and speaks of cookies; {signs.only(facts.words)}"


def is_consent(url: str) -> bool:
    """Whether an address is that of a consent page."""
    return bool(_HOSTS.match(urls.host_of(url)) or _PATH.search(urlsplit(url).path + "?"))
