"""The sibling probe: does a made-up address beside a doubtful page show the same page? Pure.

A page that only says that it is not there may be an article about that. Where a neighbour that cannot
exist answers with the same page, the server answers so for everything (Bar-Yossef et al. 2004, "Sic transit
gloria telae"). Asked for the doubtful only, one request each.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from urllib.parse import urlsplit, urlunsplit

from checker.observation import Observation, PageFacts, Sign
from checker.rules import page_trouble, soft404

SIGN = soft404.SIBLING
_ALIKE = 0.1


def is_doubtful(observation: Observation) -> bool:
    """Whether a page says that it is not there, or that it is the home page, and nothing else does."""
    page = observation.page
    if observation.status != 200 or page is None or page.pdf or observation.failure is not None:
        return False
    url = observation.final_url
    asked = observation.hops[0].url if observation.hops else url
    if soft404.error_path(asked) or not soft404.is_doubtful(page, url):
        return False
    return page_trouble(page, url, 200, dict(observation.headers), asked=asked) is None


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
    """The observation of a doubtful page, with the sign that its sibling shows the same page if it does."""
    observation = replace(
        observation, requests=observation.requests + other.requests, tries=(*observation.tries, *other.tries)
    )
    page = observation.page
    if page is None or other.page is None or other.status != 200 or not _same(page, other.page):
        return observation
    sign = Sign(SIGN, "a made-up address beside it shows the same page")
    return replace(observation, page=replace(page, signs=(*page.signs, sign)))


def _same(one: PageFacts, other: PageFacts) -> bool:
    difference = abs(one.words - other.words)
    return one.title == other.title and difference <= max(3, _ALIKE * max(one.words, other.words))
