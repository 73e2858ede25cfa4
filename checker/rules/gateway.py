"""Gates: where a server sends everybody first, told by what the address or the page is called. Pure.

One address that leads to ``/subscribe`` or ``/terms`` may have meant that. Where many lead there, whatever they
stand for, something is asked of the reader before he sees any of them: a browser, cookies, his country, a subscription.
"""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from checker.observation import PageFacts
from checker.patterns import regex
from checker.reasons import Reason
from checker.rules import signs

_WORD = regex(r"[^\W_]+")
_BY_ADDRESS = (
    (
        Reason.BOT_WALL,
        "browser|browsers|unsupported|upgradebrowser|verify|verification|verifying|verifikation|challenge|captcha|robot|robots|queue|waitingroom|warteraum|warteschlange|blocked|denied|javascript|noscript|securitycheck",
    ),
    (
        Reason.CONSENT_WALL,
        "cookie|cookies|enablecookies|nocookies|consent|terms|tos|agb|agree|agreement|accept|disclaimer|haftungsausschluss|nutzungsbedingungen|conditions|condiciones|termini|age|agegate|ageverification|alter|altersabfrage|donate|donation|donations|spende|spenden|don|dons|donar|dona|appeal|splash|interstitial|gdpr|datenschutz|privacy",
    ),
    (
        Reason.LEGAL_451,
        "country|countries|region|geo|geoblock|geoblocked|georestricted|laenderauswahl|locale|location|pays|pais",
    ),
    (
        Reason.PAYMENT_REQUIRED,
        "subscribe|subscription|subscriptions|subscriber|subscribers|abo|abos|abonnement|abonnements|abonnieren|suscripcion|suscribete|assinatura|assine|abbonamento|abbonati|prenumerata|podpiska|paywall|metered|offers|plans|pricing|premium",
    ),
    (
        Reason.LOGIN_REQUIRED,
        "login|logon|signin|signup|register|registration|registrierung|registrieren|anmelden|anmeldung|account|konto|compte|cuenta|membership|member|members|mitglied|mitglieder|adhesion|inscription|registro|registrazione|authenticate|auth|sso",
    ),
)
_REASON_OF = {word: reason for reason, words in _BY_ADDRESS for word in words.split("|")}
_TITLES = (
    (
        Reason.BOT_WALL,
        r"(?:please )?(?:update|upgrade|change) your browser|(?:your )?browser (?:is )?(?:not supported|out ?dated)|unsupported browser|(?:quick|security|human|browser) check|one more step|verif(?:y|ication).{0,40}|you are in (?:the |a )?(?:queue|line)|browser (?:veraltet|nicht unterstützt)|bitte aktualisieren sie ihren browser|sicherheitsprüfung|navigateur non (?:pris en charge|supporté)|mettez à jour votre navigateur|navegador no compatible|обновите (?:ваш )?браузер|ваш браузер устарел|проверка безопасности|浏览器版本过低|安全验证",
    ),
    (
        Reason.CONSENT_WALL,
        r"cookies? (?:are )?(?:required|disabled|needed)|(?:please )?(?:enable|accept|allow) cookies|(?:accept )?(?:our |the )?terms (?:of (?:use|service)|and conditions)(?: and .{1,40})?|disclaimer|(?:please )?confirm your age|are you (?:over )?\d\d.{0,20}|age (?:check|verification)|before you (?:read on|continue|go on|start).{0,40}|cookies (?:aktivieren|erforderlich)|nutzungsbedingungen|haftungsausschluss|altersprüfung|bevor sie weiterlesen|(?:activez|acceptez) les cookies|conditions (?:générales )?d['’]utilisation|avant de (?:lire|continuer).{0,40}|condiciones de uso|aviso legal|условия использования|включите cookies?|пользовательское соглашение|用户协议|使用条款",
    ),
    (
        Reason.LEGAL_451,
        r"(?:please )?(?:choose|select|confirm) (?:your |a )?(?:country|region|location|language|edition)(?: .{1,40})?|(?:not|un)[ -]?available in your (?:country|region).{0,40}|(?:bitte )?(?:wählen sie ihr land|land (?:aus)?wählen).{0,20}|choisissez votre (?:pays|région).{0,20}|elija su (?:país|región).{0,20}|seleccione su país|выберите (?:страну|регион).{0,20}|选择(?:国家|地区).{0,20}",
    ),
    (
        Reason.PAYMENT_REQUIRED,
        r"(?:choose|select|pick) your (?:subscription|plan|offer).{0,20}|(?:please )?subscribe(?: now| today| to .{1,60})?|subscription (?:offers|options|plans)|become a (?:subscriber|supporter)|(?:jetzt )?abonnieren|(?:unsere )?abo-?angebote|digital-?abo|abonnez-vous.{0,40}|nos offres d['’]abonnement|suscríbete.{0,40}|suscripciones|оформите подписку|подписка|订阅|assine.{0,40}|abbonati.{0,40}",
    ),
    (
        Reason.LOGIN_REQUIRED,
        r"welcome back|log ?in(?: or .{1,40})?|sign ?in(?: or .{1,40})?|create (?:an|your) account|register(?: now| to .{1,40})?|become a member.{0,40}|members? (?:only|area)|mitgliederbereich|(?:bitte )?anmelden.{0,40}|registrieren|espace (?:membres|abonnés)|identifiez-vous|créez? (?:un|votre) compte|inicie sesión|regístrese|вход|войдите.{0,40}|регистрация|登录|注册",
    ),
)
_SEPARATORS = regex(r"\s+[|–—·•»«-]+\s+|\s*[|»«•]\s*")
_SIGNS = (
    ("login.password", Reason.LOGIN_REQUIRED),
    ("login.sentence", Reason.LOGIN_REQUIRED),
    ("botwall.challenge", Reason.BOT_WALL),
    ("botwall.sentence", Reason.BOT_WALL),
    ("gate.robots", Reason.BOT_WALL),
    ("gate.private", Reason.LOGIN_REQUIRED),
    ("withheld.region", Reason.LEGAL_451),
    ("consent.sentence", Reason.CONSENT_WALL),
)
_FEW_WORDS = 150
"""Words that few gates have; longer pages have fields and banners of their own, that say nothing of them."""


def find(asked: str, url: str, page: PageFacts | None) -> tuple[Reason, str] | None:
    """What kind of gate stands where many addresses lead to, and the words that tell; None for no gate.

    Args:
        asked: one of the addresses: what has such a word in it may have meant it.
        url: where they lead to.
        page: what was read there.
    """
    own = set(_words(asked))
    word = next((one for one in _words(url) if one in _REASON_OF and one not in own), None)
    if word:
        return _REASON_OF[word], word
    return _of_page(page) if page is not None else None


def _words(url: str) -> list[str]:
    return _WORD.findall(unquote(urlsplit(url).path).lower())


def _of_page(page: PageFacts) -> tuple[Reason, str] | None:
    names = [part for one in (page.title or "", *page.headings[:1]) for part in _SEPARATORS.split(one)]
    for name in filter(None, names):
        low = name.lower().strip(" .!?…")
        found = next((reason for reason, pattern in _TITLES if re.fullmatch(pattern, low)), None)
        if found:
            return found, name
    if page.words >= _FEW_WORDS:
        return None
    return next(((reason, one.text) for rule, reason in _SIGNS for one in signs.of(page, rule)), None)
