"""The sibling probe: does a made-up address beside a doubtful page show the same page? Pure.

A page that only says that it is not there may be an article about that. Where a neighbour that cannot
exist answers with the same page, the server answers so for everything (Bar-Yossef et al. 2004, "Sic transit
gloria telae"); where it answers with an honest 404, the page is one of those that are there. Asked for the
doubtful only, one request each.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from urllib.parse import urlsplit, urlunsplit

from checker.observation import Observation, PageFacts, Sign
from checker.reasons import Reason
from checker.rules import echo, hosting, page_trouble, parked, signs, soft404, stock

_ALIKE = 0.1
_INFERRED = (Reason.SOFT_404, Reason.PARKED_DOMAIN)
"""What a page is taken for by its words alone."""


def is_doubtful(observation: Observation) -> bool:
    """Whether a page says that it is not there, for sale, or the home page, and only its words say so."""
    page = observation.page
    if observation.status != 200 or page is None or page.pdf or observation.failure is not None:
        return False
    url = observation.final_url
    asked = observation.hops[0].url if observation.hops else url
    is_said = soft404.is_doubtful(page, url) or any(one.is_doubtful(page) for one in (parked, hosting, stock))
    if not (is_said or echo.is_doubtful(page, asked)):
        return False
    trouble = page_trouble(page, url, 200, dict(observation.headers), asked=asked)
    return trouble is None or trouble[0] in _INFERRED or hosting.is_doubtful(page)


def sibling(url: str) -> str | None:
    """An address in the same folder that cannot exist; the same one for the same page. None for a front page."""
    parts = urlsplit(url)
    folder, _, name = parts.path.rstrip("/").rpartition("/")
    if not name:
        return None
    made_up = hashlib.sha256(url.encode()).hexdigest()[:12]
    slash = "/" if parts.path.endswith("/") else ""
    ending = f".{name.rpartition('.')[2]}" if "." in name else slash
    return urlunsplit((parts.scheme, parts.netloc, f"{folder}/{made_up}-not-here{ending}", "", ""))


def is_compared(observation: Observation) -> bool:
    """Whether the sibling of a page has been asked for."""
    beside = sibling(observation.final_url)
    return any(one.url == beside for one in observation.tries)


def compared(observation: Observation, other: Observation) -> Observation:
    """The observation of a doubtful page, with the sign that its sibling left: the same page, or an honest 404."""
    observation = replace(
        observation, requests=observation.requests + other.requests, tries=(*observation.tries, *other.tries)
    )
    page = observation.page
    sign = _sign(page, other) if page is not None else None
    if page is None or sign is None:
        return observation
    return replace(observation, page=replace(page, signs=(*page.signs, sign)))


def _sign(page: PageFacts, other: Observation) -> Sign | None:
    if other.status in (404, 410):
        return Sign(signs.HONEST, f"a made-up address beside it is answered with {other.status}")
    if other.status == 200 and other.page is not None and (stock.same(page, other.page) or _same(page, other.page)):
        return Sign(soft404.SIBLING, "a made-up address beside it shows the same page")
    return None


def _same(one: PageFacts, other: PageFacts) -> bool:
    difference = abs(one.words - other.words)
    return one.title == other.title and difference <= max(3, _ALIKE * max(one.words, other.words))
