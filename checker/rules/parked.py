"""Parked domains: for sale, expired, new and empty, or filled with advertisements by a parking service.

Two independent signs are needed, for there are articles about domains for sale. Who offers a domain speaks of
"this domain" or names the one that was asked for; who writes about it names another, or reports it. Parking
services and registrars after acemap 440259699 (2020) and their own pages (November 2026).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from checker import urls
from checker.observation import PageFacts, Sign
from checker.page import PageText
from checker.patterns import regex
from checker.rules import naming, offers, prose, signs, soft404

_HOSTS = (
    "sedoparking.com", "sedo.com", "bodis.com", "parkingcrew.net", "above.com", "hugedomains.com", "dan.com",
    "afternic.com", "undeveloped.com", "domainmarket.com", "buydomains.com", "parklogic.com", "cashparking.com",
    "parkweb.com", "domainnamesales.com", "brandbucket.com", "atom.com", "squadhelp.com", "parked.com", "uniregistry.com",
    "domainagents.com", "mydomaincontact.com", "searchhounds.com", "skenzo.com", "voodoo.com", "smartname.com",
    "domainsponsor.com", "trafficz.com", "forsale.dynadot.com", "parking.namecheap.com", "expireddomains.com", "domaineasy.com",
    "dnsrsearch.com", "parkedpage.com", "epik.com", "sav.com", "saw.com", "efty.com", "spaceship.com", "parkingpage.namecheap.com",
    "domainname.de", "nicsell.com", "domaincatcher.com", "dropcatch.com", "parking.reg.ru", "parking.nic.ru", "4.cn", "mi.com.cn",
    "juming.com", "22.cn", "giantpanda.com", "gname.com", "trellian.com", "ztomy.com", "park.io", "perfectdomain.com",
)  # fmt: skip
MARKERS = (
    "sedoparking", "parkingcrew", "window.park = ", "window.park=", "parking-lander", "parked-content", "bodis.com", "bodiscdn", "dan.com/assets",
    "domain_profile", "data-adblockkey", "hugedomains.com", "cashparking", "d38psrni17bvxu.cloudfront.net", "afternic.com/forsale",
    "parklogic", "lander_system", "/lander", "img1.wsimg.com/parking-lander", "afs/ads", "adsense/domains/caf.js", "caf.js", "parkingdomain",
    "sedo.com/search/details", "uniregistry.com", "domainmarket.com", "above.com/marketplace", "domains/registration/results",
    "parkingpage.namecheap.com", "parking.reg.ru", "parking-static.reg.ru", "parking.nic.ru", "static.parkingcrew.net", "park.101datacenter",
    "parking.hostinger", "hpanel/parked", "park.ovh", "parkpage.foundationapi.com", "parastorage.com/services/domain-parking", "ztomy.com",
    "landing.domainname.de", "api.parkingcrew", "giantpanda.com", "efty.com/inquir", "sale.dynadot", "forsale.godaddy.com",
)  # fmt: skip
OF_MARKERS = (
    "park", "lander", "domain", "adblockkey", "d38psrni", "afternic", "afs/ads", "caf.js", "sedo", "bodis", "dan.com",
    "uniregistry", "above.com", "giantpanda", "efty", "sale.", "ztomy",
)  # fmt: skip
"""One of these stands in each marker: most pages have none, and are told so quickly."""
_DOMAIN_NAME = regex(r"(?:www\.)?[\w-]{1,60}(?:\.[a-z0-9-]{2,20}){1,2}(?:$|\W)")
_NAME = regex(r"(?<![\w.@-])[\w-]{1,60}(?:\.[\w-]{2,20}){1,3}(?![\w-])")
_LISTING = regex(
    r"^[^\S\n]*(?:related (?:searches|links)|sponsored (?:listings|results|links)|privacy policy|verwandte (?:suchbegriffe|links)|"
    r"weitere links|gesponserte (?:listings|links)|recherches associées|liens sponsorisés|búsquedas relacionadas|enlaces patrocinados|"
    r"ricerche correlate|gerelateerde zoekopdrachten|powiązane wyszukiwania|relaterade sökningar|相关搜索|関連検索)\b[^\n]{0,60}$"
    r"|(?:related searches|sponsored listings|related links): ",
    re.MULTILINE,
)
_BRAND = regex(
    r"\b(?:sedo|afternic|hugedomains|dan\.com|efty|dynadot|namecheap|porkbun|godaddy|bodis|uniregistry|undeveloped|atom\.com|squadhelp|brandbucket|"
    r"buydomains|domainmarket|flippa|escrow\.com|nicsell|domain ?marketplace|marketplace|strato|ionos|1&1|united[- ]?domains|checkdomain|hosteurope|"
    r"domainfactory|hetzner|netcup|all-inkl|variomedia|one\.com|simply\.com|loopia|domeneshop|binero|websupport|domainhotelli|zoner|"
    r"ovh(?:cloud)?|gandi|infomaniak|hostpoint|lws|amen|nuxit|arsys|dinahosting|piensasolutions|acens|nominalia|don dominio|dondominio|raiola|"
    r"aruba|register\.it|tophost|serverplan|netsons|keliweb|home\.pl|nazwa\.pl|az\.pl|ovh\.pl|lh\.pl|cyber_folks|domeny\.pl|"
    r"transip|versio|mijndomein|hostnet|antagonist|vimexx|strato\.nl|combell|reg\.ru|рег\.ру|ru-center|nic\.ru|r01|beget|timeweb|таймвэб|sweb|"
    r"webnames|2domains|hostinger|bluehost|hostgator|network solutions|register\.com|domain\.com|tucows|hover|namesilo|enom|wix|squarespace|weebly|"
    r"alibaba cloud|aliyun)\b|阿里云|万网|西部数码|新网|易名|爱名网|聚名|腾讯云|お名前\.com|ムームードメイン|エックスサーバー|さくらのレンタルサーバ|バリュードメイン"
)
_SEPARATORS = regex(r"\s+[|–—·•-]+\s+")
_WHOLE = 0.7
_REGISTERED = regex(
    r"regist|reser|réserv|registr|zarejestr|varattu|tescil|zaregistr|înregistr|заре|注册|註冊|登録|取得|등록|purchased|eingerichtet|vergeben|gekocht"
)
"""What the imprint of a living site says of its domain as well: only the keeper's own page says it under his name."""
_PARKING = ("park", "parq", "parc", "паркован", "estacion")
_READ = 20_000
_THIN = 150
_FAT = 600


def body_signs(page: PageText) -> Iterator[Sign]:
    """An offer of sale in the text, and the scripts of parking services; a page full of text is no parking."""
    if page.words > _FAT:
        return
    title, low = (page.title or "").lower().strip(), page.low[:_READ]
    titled = bool(offers.TITLE.fullmatch(title))
    offer_there, named_there = _titled(offers.offer, title), _titled(offers.named, title)
    of_parts = "." in title and _of_parts(title)
    nameless = bool(offer_there or named_there or titled or of_parts or _DOMAIN_NAME.match(title))
    offer, named = offers.offer(low) or offer_there or _kept(page, nameless), offers.named(low) or named_there
    if offer or titled:
        yield signs.sign("parked.offer", offer[0] if offer else title)
    if named or of_parts:
        yield signs.sign("parked.named", named[0] if named else title)
    if nameless:
        yield signs.sign("parked.title", title)
    may_be = any(one in page.low_source for one in OF_MARKERS)
    marker = next((one for one in MARKERS if one in page.low_source), None) if may_be else None
    if marker and page.low_source.count(marker) > page.low.count(marker):
        yield signs.sign("parked.script", marker)
    brand = _BRAND.search(f"{title}\n{page.low[:2_000]}") if offer or named or titled or of_parts else None
    if brand:
        yield signs.sign("parked.brand", brand[0])
    if _LISTING.search(page.low[:2_000]):
        yield Sign("parked.listing", "related links")


def _titled(find_in: Callable[[str], re.Match[str] | None], title: str) -> re.Match[str] | None:
    """An offer that makes up a title or a part of one; "…, says the registry" is a headline."""
    for part in _SEPARATORS.split(title)[:6]:
        found = find_in(part)
        if found and len(found[0]) >= _WHOLE * len(part):
            return found
    return None


def _of_parts(title: str) -> bool:
    """Whether a title is the name of a domain and what becomes of it, and of nothing else but who keeps it."""
    parts = _SEPARATORS.split(title)[:4]
    others = [one for one in parts if not _DOMAIN_NAME.fullmatch(one)]
    said = [one for one in others if offers.PART.fullmatch(one)]
    return len(others) < len(parts) and bool(said) and all(one in said or _BRAND.fullmatch(one) for one in others)


def _kept(page: PageText, nameless: bool) -> re.Match[str] | None:
    """The sentence that says who keeps a page: by a name that is known, or on a page that has no name of its own."""
    low = page.low
    if page.words >= _THIN or not any(one in low for one in _PARKING):
        return None
    found = prose.first_plain(offers.PARKED, low)
    return found if found and (nameless or _BRAND.search(found[0])) else None


def parking_host(url: str) -> str | None:
    """The parking service that a host belongs to."""
    host = urls.host_of(url)
    return next((one for one in _HOSTS if host == one or host.endswith(f".{one}")), None)


def find(facts: PageFacts, url: str, asked: str | None = None, cited_title: str | None = None) -> str | None:
    """Evidence that a domain is parked, or None.

    Args:
        facts: of the page.
        url: where it was found.
        asked: the address that led there, if another.
        cited_title: the title that it was cited by, if known.
    """
    found = []
    service = parking_host(url)
    if service and asked is not None and parking_host(asked) is None:
        found.append(f"leads to {service}")
    # Who parks a domain answers every address alike; where others are honestly not there, somebody writes of a sale.
    said = _offers(facts, {url, asked or url}) if signs.of(facts, "parked.offer", "parked.named") else []
    is_told = bool(said) and bool(signs.of(facts, signs.HONEST)) and not _is_bare(facts)
    if is_told or (said and _is_cited(facts, asked or url, cited_title)):
        said = []
    found += [f"the page says “{one}”" for one in said[:1]]
    found += [f"a parking script ({one.text})" for one in signs.of(facts, "parked.script")]
    if facts.refresh and urlsplit(facts.refresh).path in ("/lander", "/lander/"):
        found.append("it sends its readers to a parking page")
    if found and facts.words < _THIN:
        found += _company(facts, said)
    return signs.both(found)


def is_doubtful(facts: PageFacts) -> bool:
    """Whether a short page offers a domain, perhaps not its own: its neighbours tell."""
    return facts.words < _THIN and bool(signs.of(facts, "parked.offer"))


def _is_bare(facts: PageFacts) -> bool:
    """Whether a page has no name but that of its domain, or of its kind."""
    title = (facts.title or "").strip().lower()
    return not title or bool(_DOMAIN_NAME.match(title) or offers.TITLE.fullmatch(title))


def _company(facts: PageFacts, said: list[str]) -> Iterator[str]:
    """What supports the signs that a short page shows."""
    # A short article about a sale is short as well; one that has no name but the domain's is none.
    nameless = not facts.title or bool(signs.of(facts, "parked.title"))
    if facts.complete and (nameless or not said):
        yield signs.only(facts.words)
    brand = next((one.text for one in signs.of(facts, "parked.brand")), None)
    by_keeper = brand is not None and (nameless or brand in (facts.title or "").lower())
    if brand and said and (by_keeper or not _REGISTERED.search(said[0])):
        yield f"it names {brand}"
    if signs.of(facts, "parked.listing"):
        yield "it shows related links"
    if said:
        yield from (one.text for one in signs.of(facts, soft404.SIBLING))


def _offers(facts: PageFacts, addresses: set[str]) -> list[str]:
    """The offers of this domain: those that name none, or the one that was asked for, or come from who deals in them."""
    said = [one.text for one in signs.of(facts, "parked.offer")]
    title = (facts.title or "").strip()
    titled = {f"http://{title}/"} if _DOMAIN_NAME.fullmatch(title.lower()) else set()
    ours = {urls.registrable(urls.host_of(one)) for one in addresses | titled} - {""}
    trader = signs.of(facts, "parked.brand") and signs.of(facts, "parked.title")
    deals = bool(said or trader or signs.of(facts, "parked.script"))
    for one in signs.of(facts, "parked.named"):
        names = {urls.registrable(urls.host_of(f"http://{name}/")) for name in _NAME.findall(one.text)}
        if deals or names & ours:
            said.append(one.text)
    return said


def _is_cited(facts: PageFacts, asked: str, cited_title: str | None) -> bool:
    """Whether what is titled like an offer is what was cited: a study, a press notice. A domain's name is no title."""
    title = (facts.title or "").strip()
    return naming.is_part(_NAME.sub(" ", title), cited_title, asked)
