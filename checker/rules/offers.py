"""What registrars, hosters and domain traders write on pages of domains that hold nothing, in a dozen languages.

An offer speaks of "this domain"; :data:`NAMED` are those that say its name; :data:`TITLE` what such pages are
called. Each language is looked for only where one of its words stands at all. Collected from the services' own pages (November 2026).
"""

from __future__ import annotations

import re

from checker.patterns import regex
from checker.rules import prose

_N = r"[\w-]{1,60}(?:\.[\w-]{2,20}){1,3}"

_OFFERS: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    (  # English
        (
            "domain",
            "for sale",
            "parked",
            "future home",
            "awesome idea",
        ),
        regex(
            r"(?:this|your) (?:premium )?(?:web ?)?(?:domain|site|address|page)(?: name)? (?:is|may be|might be|could be) (?:(?:now |still )?for sale|available for (?:purchase|sale)|listed for sale|up for auction|parked)"
            r"|(?:buy|get|own|purchase|acquire|lease) (?:this|the) (?:premium |brandable ){0,2}domain|(?:listed|offers|offering|put(?:ting)? up) this domain(?: name)? for sale|(?:may|might|could|would) be (?:willing|open|interested|happy|able) (?:to|in) sell(?:ing)? (?:this|the) (?:domain|name|web ?site)|make an offer on this domain|(?:inquire about|interested in) this domain|lease to own this domain"
            r"|(?:this|the|your) domain (?:name )?(?:registration )?(?:has expired|expired on|is (?:pending renewal|parked|expired|registered at|inactive)|was (?:just |recently )?registered(?! in )"
            r"|is registered(?:,? but| and parked| with| by| at)|has (?:just |been )?(?:recently )?(?:been )?(?:registered|purchased|parked)|is not (?:configured|connected))"
            r"|this (?:web ?)?(?:page|site|domain) (?:is|has been) (?:purchased and )?parked (?:free|for free|by|here|courtesy)|parked free,? courtesy of|future home of something|parked domain name (?:on|with|at)|parked (?:at|by|with) (?:loopia|one\.com|simply|gandi|hover|namecheap|hostinger)"
            r"|this domain (?:name )?(?:belongs to|is managed by) a customer of|congratulations on (?:registering|purchasing|buying)? ?(?:a|your) (?:brand )?new domain(?: name)?[.!]"
            r"|(?<=\n)is a totally awesome idea still being worked on"
        ),
    ),
    (  # German
        (
            "diese ",
            "hier ",
            "domain ",
            "standardseite",
            "platzhalterseite",
        ),
        regex(
            r"diese (?:domain|internetadresse|webadresse|website|webseite|internetpräsenz) (?:steht|ist|wurde|wird) (?:\w+ ){0,3}(?:zum verkauf|zu verkaufen|geparkt|registriert|reserviert|freigeschaltet|vergeben|eingerichtet|erreichbar gemacht)|diese domain (?:kaufen|erwerben)"
            r"|diese domain wurde (?:bei|von|über) [^.\n]{2,40} registriert|domain (?:ist )?(?:erfolgreich )?(?:geparkt|registriert und)|hier (?:entsteht|wird bald|wird demnächst) (?:in kürze |demnächst |bald )?(?:eine|die) (?:neue )?(?:internetpräsenz|webpräsenz|website|webseite|homepage)"
            r"|für diese domain (?:wurde|ist|wurden) (?:noch )?(?:kein|nicht)|(?:der|ein) (?:inhaber|besitzer) dieser domain (?:hat|parkt)|willkommen auf der (?:platzhalter|standard)seite"
        ),
    ),
    (  # French
        (
            "domaine",
            "ce site",
        ),
        regex(
            r"ce (?:nom de )?domaine (?:est (?:à vendre|réservé|parqué|expiré|en vente|en parking|enregistré|géré)|a (?:expiré|été (?:enregistré|réservé|déposé)))|acheter ce (?:nom de )?domaine|faire une offre (?:pour|sur) ce (?:nom de )?domaine|votre domaine a (?:bien )?été (?:créé|enregistré)"
            r"|ce site (?:est|a été) (?:expiré|désactivé par son hébergeur)|le site (?:est )?bientôt en ligne sur ce domaine"
        ),
    ),
    (  # Spanish
        ("dominio",),
        regex(
            r"este dominio (?:est[áa] (?:a la venta|en venta|aparcado|registrado|reservado|parado|caducado)|ha (?:caducado|expirado|sido registrado))|dominio (?:aparcado|parkeado) (?:por|en)|compr(?:e|ar|a) este dominio|dominio registrado (?:por|en|con)|(?:este )?dominio ha (?:caducado|expirado)"
        ),
    ),
    (  # Portuguese
        ("domínio",),
        regex(
            r"este domínio (?:est[áa] (?:à venda|estacionado|registrado|registado|expirado)|expirou|foi registrado)|compr(?:e|ar) este domínio"
        ),
    ),
    (  # Italian
        ("dominio",),
        regex(
            r"questo dominio (?:è (?:in vendita|parcheggiato|scaduto|registrato|stato registrato)|risulta (?:registrato|scaduto)|non è (?:attivo|configurato))|acquista questo dominio|dominio (?:parcheggiato|registrato) (?:da|su|presso|con)|(?:dominio|sito) in allestimento su"
        ),
    ),
    (  # Dutch
        (
            "domein",
            "deze website",
            "gereserveerd",
        ),
        regex(
            r"deze domein(?:naam)? (?:is|staat) (?:te koop|geregistreerd|gereserveerd|geparkeerd|verlopen|gekocht)|(?:koop|koop nu) deze domein(?:naam)?|deze (?:domeinnaam|website) is (?:gereserveerd|geregistreerd|nog niet actief) (?:via|bij|door|voor)|gereserveerd (?:via|bij|door) (?:transip|versio|mijndomein|hostnet)"
        ),
    ),
    (  # Polish
        (
            "domen",
            "serwer",
        ),
        regex(
            r"t[ae] domen[ae] (?:jest|została) (?:na sprzedaż|wystawiona na sprzedaż|zaparkowana|zarejestrowana|utrzymywana|nieopłacona|zablokowana)|(?:kup|zarezerwuj) (?:tę |tą )?domenę|domena (?:jest )?na sprzedaż\b|domena wygasła|utrzymywana na serwerach|serwis w budowie na serwerach"
        ),
    ),
    (  # Nordic
        (
            "dom",
            "verkkotunnus",
        ),
        regex(
            r"(?:denne|den här|den har|dette|domænet|tämä) (?:dom[æea]n?(?:et|en)?|domenet|domenenavnet|verkkotunnus) (?:er|är|on|har) (?:til salg?s?|till salu|parkert|parkeret|parkerad|registrer\w+|reservert|reserveret|köpt|myytävänä|varattu|udløbet|utløpt)|domænet er (?:parkeret|registreret|reserveret)|(?:domenet|domenenavnet) er (?:parkert|registrert|til salgs)|domänen är (?:parkerad|registrerad|till salu)|verkkotunnus on (?:varattu|myytävänä|pysäköity)"
        ),
    ),
    (  # Czech, Hungarian, Romanian, Turkish
        (
            "doména",
            "ez a domain",
            "domeniu",
            "bu domain",
            "alan adı",
        ),
        regex(
            r"tato doména (?:je|byla) (?:na prodej|zaparkována|registrována)|ez a domain (?:név )?(?:eladó|regisztrált)|acest domeniu (?:este|a fost) (?:de vânzare|parcat|înregistrat|expirat)|bu (?:alan adı|domain) (?:satılıktır|satılık|park edilmiştir|tescillidir)|bu alan adının (?:kayıt )?süresi dol"
        ),
    ),
    (  # Russian
        (
            "домен",
            "сайт",
        ),
        regex(
            r"(?:этот |данный )?домен (?:продается|продаётся|выставлен на продажу|припаркован|не прилинкован|зарегистрирован|не привязан|не делегирован|не оплачен|не продлён|не продлен|приостановлен)|срок регистрации домена|купить (?:этот )?домен|домен (?:успешно )?(?:зарегистрирован|припаркован) (?:в|на|через)|сайт (?:только что создан|в разработке на хостинге)"
        ),
    ),
    (  # Chinese, Japanese, Korean
        (
            "域",
            "ドメイン",
            "도메인",
        ),
        regex(
            r"(?:此|该|本|您正在访问的)域名(?:正在|可|待|可以|可能正在)?(?:出售|转让|已过期|已到期|未备案|已被注册|停放)|域名(?:出售|转让|已过期|到期|停放|交易中)|购买此域名|(?:此|該|本)網域(?:名稱)?(?:正在|可|待)?(?:出售|轉讓|已過期)"
            r"|このドメインは[^。\n]{0,30}(?:取得|登録|販売|売り出|売却|期限切れ|有効期限|お名前\.com|使用されていません|パーキング)|ドメイン(?:名)?を販売しています|이 도메인은? [^.\n]{0,20}(?:판매|만료|등록)"
        ),
    ),
)
NAMED = regex(
    rf"(?:(?:the )?(?:premium )?domain(?: name)? )?{_N} (?:is|may be|might be) (?:(?:now |still )?for sale|available for (?:purchase|sale)|parked|expired)|domain(?: name)? {_N} (?:has (?:just )?expired|expired|is (?:registered|parked|in auction))|{_N} (?:has expired|is (?:being auctioned|(?:currently |now )?(?:in|at|up for) auction|a totally awesome idea still being worked on)|(?:was|has been) (?:just |recently )?registered (?:at|with|by|through)|wurde (?:\w+ )?(?:bei|über|von) [\w. ]{{2,30}} registriert|a été (?:enregistré|réservé|déposé))"
    rf"|{_N}: this domain|the owner of {_N} (?:is offering|offers) it for sale|(?:die )?domain {_N} (?:steht|ist) (?:zum verkauf|zu verkaufen|geparkt|registriert|reserviert)|{_N} (?:steht zum verkauf|zu verkaufen)"
    rf"|(?:le )?(?:nom de )?domaine {_N} (?:est (?:à vendre|en vente|réservé|expiré)|a expiré)|{_N} est (?:à vendre|en vente)"
    rf"|(?:el )?dominio {_N} (?:est[áa] (?:en venta|a la venta|registrado|aparcado)|ha (?:caducado|expirado))|{_N} est[áa] (?:en|a la) venta"
    rf"|(?:il )?dominio {_N} è (?:in vendita|registrato|scaduto)|{_N} è in vendita|(?:o )?domínio {_N} est[áa] à venda|{_N} está à venda"
    rf"|(?:de )?domein(?:naam)? {_N} is (?:te koop|geregistreerd|gereserveerd)|{_N} is te koop|domena {_N} (?:jest (?:na sprzedaż|utrzymywana|zarejestrowana|zaparkowana)|wygasła)|{_N} jest na sprzedaż"
    rf"|(?:domænet|domenet|domänen) {_N} (?:er|är) (?:til salgs?|till salu|park\w+|registrer\w+)|{_N} (?:er til salgs?|är till salu|on myytävänä)"
    rf"|(?:домен )?{_N} (?:прода[её]тся|выставлен на продажу|припаркован)|домен {_N} (?:зарегистрирован|не продл[её]н)|{_N} ?域名?(?:正在|可|待)?(?:出售|转让)|{_N} ?は(?:販売中|売り出し中)"
)
TITLE = regex(
    rf"(?:premium )?domain(?: name)? (?:for sale|parked|expired|reserved)\b.{{0,60}}|.{{0,60}}\W(?:domain for sale|domain reserved|domain parked)|domain expired|parked domain(?: name)?|parked at \w+|default parking page|"
    rf"{_N} (?:for sale|has expired|zu verkaufen|à vendre|en venta|te koop)\W*|domain (?:geparkt|reserviert|registriert)|domaine (?:réservé|à vendre|expiré|en construction)|dominio (?:en venta|registrado|caducado|aparcado|in vendita|registrato|scaduto)|"
    rf"domena (?:na sprzedaż|zarejestrowana|zaparkowana)|gereserveerd|domeinnaam (?:gereserveerd|geregistreerd|te koop)|домен (?:продается|продаётся|припаркован|зарегистрирован)|域名(?:出售|转让|停放|已过期).{{0,30}}|ドメイン(?:パーキング|販売).{{0,30}}"
)
PART = regex(
    r"(?:a )?(?:parked|expired|reserved) (?:domain(?: name)?|page|site|website)|(?:is )?(?:parked|for sale|(?:just|newly|recently) registered)|(?:this |your )?domain (?:is )?(?:parked|for sale|expired|reserved)|"
    r"geparkte domain|domain (?:geparkt|registriert|reserviert|zu verkaufen)|(?:nom de )?domaine (?:parqué|réservé|enregistré|à vendre|expiré)|(?:nombre de )?dominio (?:aparcado|registrado|reservado|en venta|parcheggiato|registrato|in vendita|estacionado)|"
    r"domínio (?:estacionado|registrado|à venda)|domena (?:zaparkowana|zarejestrowana|na sprzedaż)|geparkeerde? domein(?:naam)?|domein(?:naam)? (?:geparkeerd|gereserveerd|te koop)|(?:domænet|domenet|domänen) (?:er|är) \w+|"
    r"домен (?:припаркован|продается|продаётся|зарегистрирован)|(?:припаркованный|зарегистрированный) домен|域名(?:停放|出售|转让|已过期)|停放域名|ドメインパーキング"
)
"""What the part of a title says that stands beside the name of a domain."""
PARKED = regex(
    r"(?:^|(?<=[.!?\n]))[^\S\n]*(?:(?:this |the )?(?:domain|page|site) )?(?:parked|geparkt|parqué|aparcado|estacionado|parcheggiato|zaparkowan[ay]|geparkeerd|припаркован)"
    r" (?:by|at|with|on|bei|von|durch|über|chez|par|por|en|da|su|presso|em|w|na|przez|bij|door|via|в|на|у) [^.!?\n]{2,30}(?:\.\w{2,4})?(?=[.!?\n]|$)"
)
"""The whole of a sentence that says who keeps a page."""
OF_OFFERS = (
    "sale", "available for", "awesome idea", "park", "expired", "regist", "auction", "this domain", "verk", "reserv", "vend", "vente", "enregistr", "réserv", "déposé",
    "expir", "venta", "aparcado", "caducado", "scaduto", "koop", "gereserv", "sprzeda", "utrzym", "zarej", "wygas", "salg", "salu",
    "myyt", "прода", "припарк", "зарег", "не прод", "出售", "转让", "販売", "売り出し",
)  # fmt: skip
"""One of these stands in whatever :data:`NAMED` finds: names with dots are many, and hardly one is offered."""
_DOTTED = regex(r"\w\.\w")
_AROUND = 90
_MOST = 20


def offer(low: str) -> re.Match[str] | None:
    """The first words in a text in lower case that offer "this domain", reported and quoted ones left out."""
    for hints, pattern in _OFFERS:
        found = prose.first_plain(pattern, low) if any(one in low for one in hints) else None
        if found:
            return found
    return None


def named(low: str) -> re.Match[str] | None:
    """The first words in a text in lower case that offer a domain by its name, reported and quoted ones left out."""
    for _, dot in zip(range(_MOST), _DOTTED.finditer(low), strict=False):
        start, end = max(0, dot.start() - _AROUND), dot.end() + _AROUND
        may_be = any(one in low[start:end] for one in OF_OFFERS)
        found = NAMED.search(low, start, end) if may_be else None
        if found and not prose.is_running(low, found.start(), found.end()):
            return found
    return None
