"""The sibling probe: does a made-up address beside a doubtful page show the same page? Pure.

A page that only says that it is not there may be an article about that. Where a neighbour that cannot
exist answers with the same page, the server answers so for everything (Bar-Yossef et al. 2004, "Sic transit
gloria telae"); where it answers with an honest 404, the page is one of those that are there. Asked for the
doubtful only, one request each.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import reduce
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from msgspec import Struct
from msgspec.structs import replace

from checker import urls
from checker.observation import Observation, PageFacts, Sign
from checker.patterns import regex
from checker.reasons import Reason
from checker.rules import asked as repeated
from checker.rules import echo, fresh, hijack, hosting, hub, page_trouble, parked, signs, soft404, stock

_ALIKE, _ALIKE_AROUND = 0.1, 0.5
"""The part of their words by which two pages may differ; and where both are the same notice."""
_TELLING = 5
_JOINTS = regex(r"[-_+]+")
_NUMBER = regex(
    r"(?!(?:19|20)\d\d(?:(?:0[1-9]|1[0-2])(?:[0-3]\d)?)?$)\d{3,}|[\da-f]{8}-[\da-f-]{20,40}|(?!(?:19|20)\d\d-)\d{4,18}-[^/]{1,200}|[^/]{1,200}-(?!(?:19|20)\d\d$)\d{4,18}|(?=(?:[a-z_]*\d){2})(?=[\d_]*[a-z])[a-z\d_]{6,40}",
    re.IGNORECASE | re.ASCII,
)
"""A part of a path that may be the number of an item: no year, no month."""
_READS_QUERY = regex(r"\w{1,40}\.(?:php\d?|aspx?|jspx?|do|action|cgi|pl|cfm|dll)|[a-z]{1,20}", re.IGNORECASE | re.ASCII)
"""The end of the path of a script that is told the item in its query."""
_ITEM_KEY = regex(
    r"(?:\w{1,30}[_.-]?)?(?:id|guid|no|nr|num)|p|v|node|page|article|art|news|story|post|item|doc|document|record|product|thread|topic",
    re.IGNORECASE | re.ASCII,
)
_ITEM = regex(r"\d{1,18}|(?=[\w-]*\d)[\w-]{6,64}", re.ASCII)
_INFERRED = (Reason.SOFT_404, Reason.PARKED_DOMAIN)
"""What a page is taken for by its words alone."""


def is_doubtful(observation: Observation) -> bool:
    """Whether a page says that it is not there, for sale, or the home page, and only its words say so."""
    page = observation.page
    if observation.status != 200 or page is None or page.pdf or observation.failure is not None:
        return False
    if hijack.is_doubtful(page):
        return True  # shops speak to their readers as walls do
    url = observation.final_url
    asked = _asked(observation)
    is_said = soft404.is_doubtful(page, url) or any(one.is_doubtful(page) for one in (parked, hosting, stock, fresh))
    if not (is_said or echo.is_doubtful(page, asked)):
        return False
    trouble = page_trouble(page, url, 200, dict(observation.headers), asked=asked)
    if trouble is not None and trouble[0] is Reason.ERROR_PAGE and (signs.of(page, "echo.sale") or _is_vague(page)):
        return True  # a name that has expired, or something that went wrong: whether the site is off, or what is gone
    return trouble is None or trouble[0] in _INFERRED or hosting.is_doubtful(page)


def _is_vague(page: PageFacts) -> bool:
    """Whether a page says that something went wrong, and a notice on it that a page is not there."""
    said = signs.of(page, "errorpage.sentence")
    return bool(said and signs.of(page, "soft404.notice")) and all("went wrong" in one.text for one in said)


def sibling(url: str) -> str | None:
    """An address of the same kind that cannot exist; the same one for the same page. None for a front page.

    Whatever may name the item is made up: the number in the query where a script reads it, else the end of the path
    and every part of it that looks like a number of items. Many sites look at that alone and take any slug beside it.
    """
    parts = urlsplit(url)
    digest = hashlib.sha256(url.encode()).hexdigest()
    number = f"9{int(digest[:7], 16) % 10**8:08d}"
    folder, _, name = parts.path.rstrip("/").rpartition("/")
    if not name or _READS_QUERY.fullmatch(name):
        other = _other_item(parts.query, number)
        if other is not None:
            return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", other, ""))
    if not name:
        return None
    folder = "/".join(number if _NUMBER.fullmatch(one) else one for one in folder.split("/"))
    slash = "/" if parts.path.endswith("/") else ""
    ending = f".{name.rpartition('.')[2]}" if "." in name else slash
    return urlunsplit((parts.scheme, parts.netloc, f"{folder}/{digest[:12]}-not-here{ending}", "", ""))


def _other_item(query: str, number: str) -> str | None:
    """The query with another item's number in it; None where it names no item."""
    pairs = parse_qsl(query[:2000], keep_blank_values=True)
    other = [(key, number if _ITEM_KEY.fullmatch(key) and _ITEM.fullmatch(value) else value) for key, value in pairs]
    return urlencode(other) if other != pairs else None


def beside(observation: Observation) -> str | None:
    """The made-up neighbour to be asked for: of a page that is doubted, or of an address that led astray."""
    if is_doubtful(observation):
        return _neighbour(observation)
    return sibling(_asked(observation)) if hub.is_doubtful(observation) else None


def _neighbour(observation: Observation) -> str | None:
    """The neighbour of a page; of the address that led to it where the page is a front page or of other people.

    A front page has one only where it sells: strangers show the same below it.
    """
    asked, reached = _asked(observation), observation.final_url
    page = observation.page
    if page is None or not hijack.is_doubtful(page):
        return sibling(reached) or sibling(asked)
    if urls.owner(asked) == urls.owner(reached):
        return sibling(reached) or sibling(asked) or _below(asked)
    return sibling(asked) or _below(asked)


def _below(url: str) -> str:
    """A made-up address right below a front page."""
    return f"{urls.origin(url)}/{hashlib.sha256(url.encode()).hexdigest()[:12]}-not-here"


def _asked(observation: Observation) -> str:
    return observation.hops[0].url if observation.hops else observation.final_url


def groups(seen: Mapping[str, Observation]) -> dict[str, list[str]]:
    """The made-up neighbours to be asked for, with the sources that each tells about.

    One is enough for all that lie below the same folder of a host and were sent to one place with many others.
    """
    found: dict[str, list[str]] = {}
    of_place: dict[tuple[str, str], str] = {}
    for key, observation in seen.items():
        neighbour = beside(observation)
        if neighbour is None or is_compared(observation):
            continue
        if observation.arrivals and not is_doubtful(observation):
            neighbour = of_place.setdefault((observation.final_url, _top(_asked(observation))), neighbour)
        found.setdefault(neighbour, []).append(key)
    return found


def _top(url: str) -> str:
    """The host of an address and the first of its folders."""
    parts = urlsplit(url)
    first, slash, _ = parts.path.strip("/").partition("/")
    return f"{parts.netloc}/{first if slash else ''}"


def is_compared(observation: Observation) -> bool:
    """Whether the sibling of a page, or of the address that led to it, has been asked for."""
    tried = {one.url for one in observation.tries}
    asked = _asked(observation)
    return not tried.isdisjoint({sibling(observation.final_url), sibling(asked), _below(asked)})


def compared(observation: Observation, other: Observation) -> Observation:
    """The observation of a doubtful page, with the sign that its sibling left: the same page, or an honest 404."""
    observation = replace(
        observation, requests=observation.requests + other.requests, tries=(*observation.tries, *other.tries)
    )
    page = observation.page
    found = list(_signs(page, observation, other)) if page is not None else []
    if page is None or not found:
        return observation
    return replace(observation, page=replace(page, signs=(*page.signs, *found)))


def _signs(page: PageFacts, seen: Observation, other: Observation) -> Iterator[Sign]:
    if hub.is_doubtful(seen) and not is_doubtful(seen):
        if other.status == 200 and other.final_url == seen.final_url:
            yield Sign(hub.EVERYONE, "a made-up address beside the one asked leads there too")
    elif other.status in (404, 410):
        yield Sign(signs.HONEST, f"a made-up address beside it is answered with {other.status}")
    elif other.status == 200 and other.page is not None:
        yield from _shown(page, other.page, seen, other)


def _shown(page: PageFacts, beside: PageFacts, seen: Observation, other: Observation) -> Iterator[Sign]:
    same = Sign(soft404.SIBLING, "a made-up address beside it shows the same page")
    if stock.same(page, beside) or _same(_as_shown(page), _as_shown(beside)):
        yield same
    elif _same(_told(page, seen, other), _told(beside, seen, other)):
        yield same
        yield Sign(repeated.REPEATED, "each has the name of its address in it")
    elif hijack.is_doubtful(page) and hijack.alike(page, beside):
        yield Sign(hijack.EVERYWHERE, "a made-up address beside it sells the same")


class _Told(Struct, frozen=True):
    """What pages are compared by: title, main headings and notice, all in lower case; how many words."""

    title: str
    headings: tuple[str, ...]
    notice: str
    words: int


def _told(page: PageFacts, *seen: Observation) -> _Told:
    """Without what it repeats of the addresses that were asked for."""
    asked_for = {url for each in seen for url in (each.final_url, *(hop.url for hop in each.hops))}
    longest_first = sorted({part for url in asked_for for part in _parts(url)}, key=len, reverse=True)

    def bare(text: str) -> str:
        return reduce(lambda low, part: low.replace(part, ""), longest_first, text)

    shown = _as_shown(page)
    return _Told(bare(shown.title), tuple(map(bare, shown.headings)), bare(shown.notice), page.words)


def _as_shown(page: PageFacts) -> _Told:
    notice = signs.of(page, "soft404.notice")
    texts = (page.title or "", notice[0].text if notice else "", *page.headings)
    title, said, *headings = (" ".join(text.lower().split()) for text in texts)
    return _Told(title, tuple(headings), said, page.words)


def _parts(url: str) -> Iterator[str]:
    """How a page may repeat the address that was asked for."""
    parts = urlsplit(unquote(url.lower()))
    name = parts.path.rstrip("/").rpartition("/")[2]
    words = _JOINTS.sub(" ", name.partition(".")[0])
    yield from (one for one in (url.lower(), parts.path, name, name.partition(".")[0], words) if len(one) >= _TELLING)
    yield from (value for _, value in parse_qsl(parts.query[:2000]) if len(value) >= _TELLING)


def _same(one: _Told, other: _Told) -> bool:
    """The same title and headings, and about as much text; the same notice allows for other news beside it."""
    if one.title != other.title or one.headings != other.headings:
        return False
    most = max(one.words, other.words)
    alike = _ALIKE_AROUND if one.notice and one.notice == other.notice else _ALIKE
    return abs(one.words - other.words) <= max(3, alike * most)
