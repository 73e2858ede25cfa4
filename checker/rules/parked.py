"""Parked domains: for sale, or filled with advertisements by a parking service.

Two independent signs are needed, for there are articles about domains for sale. Parking services after
acemap 440259699 (2020) and the services' own pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker import urls
from checker.observation import PageFacts, Sign
from checker.page import PageText
from checker.rules import signs

_HOSTS = (
    "sedoparking.com", "sedo.com", "bodis.com", "parkingcrew.net", "above.com", "hugedomains.com", "dan.com",
    "afternic.com", "undeveloped.com", "domainmarket.com", "buydomains.com", "parklogic.com", "cashparking.com",
    "parkweb.com", "domainnamesales.com", "brandbucket.com", "atom.com", "parked.com", "uniregistry.com",
)  # fmt: skip
_SALE = re.compile(
    r"(?:this )?domain(?: name)?(?: [\w-]{1,60}(?:\.[a-z]{2,20}){1,2})? (?:is|may be|might be|could be) (?:for sale|available for purchase)"
    r"|buy this domain|make an offer on this domain|inquire about this domain|the domain [\w.-]{3,80} is (?:for sale|parked)"
    r"|this domain (?:has expired|is parked|was (?:recently )?registered)|get this domain|interested in this domain"
    r"|diese domain (?:steht|ist) (?:zum verkauf|zu verkaufen)|diese domain kaufen|ce (?:nom de )?domaine est à vendre"
    r"|este dominio (?:está|esta) (?:a la|en) venta|домен (?:[\w.-]{3,80} )?(?:прода[её]тся|выставлен на продажу|припаркован)"
    r"|(?:此|该|本)域名(?:正在|可|待)?(?:出售|转让)|域名出售",
)
_MARKERS = (
    "sedoparking", "parkingcrew", "window.park = ", "window.park=", "parking-lander", "bodis.com/assets", "dan.com/assets",
    "domain_profile", "data-adblockkey", "hugedomains.com/domain_profile", "cashparking", "img.sedoparking.com",
    "d38psrni17bvxu.cloudfront.net", "afternic.com/forsale", "parklogic",
)  # fmt: skip
_LISTING = re.compile(r"related (?:searches|links)|sponsored listings|privacy policy")
_HINTS = ("domain", "dominio", "домен", "域名", "an offer")
_READ = 20_000
_THIN = 150


def body_signs(page: PageText) -> Iterator[Sign]:
    """An offer of sale in the text, and the scripts of parking services."""
    low = page.low[:_READ] if any(word in page.low for word in _HINTS) else ""
    match = _SALE.search(low) or _SALE.search((page.title or "").lower())
    if match:
        yield signs.sign("parked.offer", match[0])
    marker = next((one for one in _MARKERS if one in page.low_source), None)
    if marker:
        yield signs.sign("parked.script", marker)
    if _LISTING.search(page.low[:2_000]):
        yield Sign("parked.listing", "related links")


def parking_host(url: str) -> str | None:
    """The parking service that a host belongs to."""
    host = urls.host_of(url)
    return next((one for one in _HOSTS if host == one or host.endswith(f".{one}")), None)


def find(facts: PageFacts, url: str) -> str | None:
    """Evidence that a domain is parked, or None."""
    found = []
    service = parking_host(url)
    if service:
        found.append(f"leads to {service}")
    found += [f"the page says “{one.text}”" for one in signs.of(facts, "parked.offer")]
    found += [f"a parking script ({one.text})" for one in signs.of(facts, "parked.script")]
    if found and facts.complete and facts.words < _THIN:
        found.append(f"only {facts.words} words")
    return signs.both(found)
