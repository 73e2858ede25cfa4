"""Parked domains: for sale, expired, or filled with advertisements by a parking service.

Two independent signs are needed, for there are articles about domains for sale. Parking services after
acemap 440259699 (2020) and the services' own pages (November 2026).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from checker import urls
from checker.observation import PageFacts, Sign
from checker.page import PageText
from checker.rules import signs

_HOSTS = (
    "sedoparking.com", "sedo.com", "bodis.com", "parkingcrew.net", "above.com", "hugedomains.com", "dan.com",
    "afternic.com", "undeveloped.com", "domainmarket.com", "buydomains.com", "parklogic.com", "cashparking.com",
    "parkweb.com", "domainnamesales.com", "brandbucket.com", "atom.com", "squadhelp.com", "parked.com", "uniregistry.com",
    "domainagents.com", "mydomaincontact.com", "searchhounds.com", "skenzo.com", "voodoo.com", "smartname.com",
    "domainsponsor.com", "trafficz.com", "forsale.dynadot.com", "parking.namecheap.com", "expireddomains.com", "domaineasy.com",
    "dnsrsearch.com", "parkedpage.com", "epik.com", "sav.com", "saw.com", "efty.com", "spaceship.com",
)  # fmt: skip
_NAME = r"[\w-]{1,60}(?:\.[\w-]{2,20}){1,2}"
_SALE = re.compile(
    rf"(?:(?:this|your) (?:premium )?domain(?: name)?|(?:the )?(?:premium )?domain(?: name)? {_NAME}) (?:is|may be|might be|could be) (?:(?:now |still )?for sale|available for (?:purchase|sale)|"
    r"listed for sale|up for auction|parked)"
    rf"|{_NAME} (?:is|may be|might be) for sale|(?:buy|get|own|purchase|acquire|lease) (?:this|the) domain|make an offer on this domain|"
    r"(?:inquire about|interested in) this domain|lease to own this domain|domain (?:name )?for sale\b"
    r"|(?:this|the|your) domain (?:name )?(?:registration )?(?:has expired|expired on|is (?:pending renewal|parked|expired|registered at|inactive)|was (?:recently )?registered|"
    r"is registered, but|has been (?:recently )?registered|is not (?:configured|connected))"
    r"|this (?:web ?)?(?:page|site|domain) is parked (?:free|for free|by|here)|parked free,? courtesy of|future home of something|parked domain name"
    r"|diese domain (?:steht|ist|wurde) (?:zum verkauf|zu verkaufen|geparkt|registriert|reserviert)|diese domain kaufen|domain (?:ist )?geparkt"
    r"|hier entsteht (?:eine|die) neue (?:internetpräsenz|webpräsenz|website|homepage)"
    r"|ce (?:nom de )?domaine (?:est (?:à vendre|réservé|parqué|expiré|en vente)|a expiré)"
    r"|este dominio (?:está|esta) (?:a la|en) venta|(?:este )?dominio (?:ha (?:caducado|expirado)|en venta|aparcado)"
    r"|домен (?:[\w.-]{3,80} )?(?:прода[её]тся|выставлен на продажу|припаркован|не прилинкован|зарегистрирован)|срок регистрации домена|купить (?:этот )?домен"
    r"|(?:此|该|本|您正在访问的)域名(?:正在|可|待|可以|可能正在)?(?:出售|转让|已过期|已到期)|域名(?:出售|转让|已过期|到期)"
)
_MARKERS = (
    "sedoparking", "parkingcrew", "window.park = ", "window.park=", "parking-lander", "parked-content", "bodis.com", "dan.com/assets",
    "domain_profile", "data-adblockkey", "hugedomains.com", "cashparking", "d38psrni17bvxu.cloudfront.net", "afternic.com/forsale",
    "parklogic", "lander_system", "/lander", "img1.wsimg.com/parking-lander", "afs/ads", "adsense/domains/caf.js", "caf.js", "parkingdomain",
    "sedo.com/search/details", "uniregistry.com", "domainmarket.com", "above.com/marketplace", "domains/registration/results",
)  # fmt: skip
_DOMAIN_NAME = re.compile(r"(?:www\.)?[a-z0-9-]{1,60}(?:\.[a-z0-9-]{2,20}){1,2}(?:$|\W)", re.ASCII)
_LISTING = re.compile(
    r"related (?:searches|links)|sponsored (?:listings|results)|privacy policy|verwandte (?:suchbegriffe|links)|recherches associées"
)
_HINTS = (
    "domain",
    "dominio",
    "домен",
    "домена",
    "域名",
    "an offer",
    "parked",
    "for sale",
    "hier entsteht",
    "future home",
    "domaine",
)
_READ = 20_000
_THIN = 150
_FAT = 600


def body_signs(page: PageText) -> Iterator[Sign]:
    """An offer of sale in the text, and the scripts of parking services; a page full of text is no parking."""
    if page.words > _FAT:
        return
    low = page.low[:_READ] if any(word in page.low for word in _HINTS) else ""
    title = (page.title or "").lower()
    match = _SALE.search(low) or _SALE.search(title)
    if match:
        yield signs.sign("parked.offer", match[0])
    if _SALE.search(title) or _DOMAIN_NAME.match(title.strip()):
        yield signs.sign("parked.title", title)
    marker = next((one for one in _MARKERS if one in page.low_source), None)
    if marker:
        yield signs.sign("parked.script", marker)
    if _LISTING.search(page.low[:2_000]):
        yield Sign("parked.listing", "related links")


def parking_host(url: str) -> str | None:
    """The parking service that a host belongs to."""
    host = urls.host_of(url)
    return next((one for one in _HOSTS if host == one or host.endswith(f".{one}")), None)


def find(facts: PageFacts, url: str, asked: str | None = None) -> str | None:
    """Evidence that a domain is parked, or None.

    Args:
        facts: of the page.
        url: where it was found.
        asked: the address that led there, if another.
    """
    found = []
    service = parking_host(url)
    if service and asked is not None and parking_host(asked) is None:
        found.append(f"leads to {service}")
    found += [f"the page says “{one.text}”" for one in signs.of(facts, "parked.offer")]
    found += [f"a parking script ({one.text})" for one in signs.of(facts, "parked.script")]
    if facts.refresh and urlsplit(facts.refresh).path in ("/lander", "/lander/"):
        found.append("it sends its readers to a parking page")
    # A short article about a sale is short as well; one that has no name but the domain's is none.
    nameless = not facts.title or bool(signs.of(facts, "parked.title"))
    # Who parks a domain answers every address alike; where others are honestly not there, somebody writes of a sale.
    if not (nameless or service or signs.of(facts, "parked.script")) and signs.of(facts, signs.HONEST):
        return None
    if found and facts.complete and facts.words < _THIN and (nameless or not signs.of(facts, "parked.offer")):
        found.append(f"only {facts.words} words")
    if found and signs.of(facts, "parked.listing") and facts.words < _THIN:
        found.append("it shows related links")
    return signs.both(found)
