"""Redirects that lead to one place whatever was asked for: a section, a site map, the front page of an archive. Pure.

Many cited addresses tell that by themselves (:mod:`checker.rules.collapse`). Of a single one it is told by a made-up
neighbour that leads there as well, or by a site map, where readers are to look for themselves; and by the place, which
was read to its end and does not bear the name of what was cited.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from checker import urls
from checker.observation import Observation, PageFacts
from checker.patterns import regex
from checker.rules import arrival, collapse, gateway, naming, signs
from checker.rules.home import is_home
from checker.rules.redirects import Way, is_short_link, way

EVERYONE = "hub.everyone"
"""The sign that a made-up neighbour of the address asked leads to the same place."""
_SITE_MAP = regex(
    r"(?:/[\w-]{1,20}){0,2}/(?:html[-_]?)?(?:site[-_]?maps?|sitemap[-_]?index|plan[-_]du[-_]site|mapa[-_](?:del[-_])?(?:sitio|web|site)|mappa[-_](?:del[-_])?sito|karta[-_]sajta|mapa[-_]strony)"
    r"(?:\.\w{2,5})?/?",
    re.IGNORECASE,
)
_NAME = 5
"""Letters of the name of a host that is no chance word."""


def is_doubtful(observation: Observation) -> bool:
    """Whether a neighbour of the address asked should be asked for: that was sent for good to a page without its name.

    Not where many were sent there and it is a section: they tell by themselves, and the neighbour nothing more.
    """
    page = observation.page
    if len(observation.hops) < 2 or page is None or page.pdf or observation.status != 200:
        return False
    asked = observation.hops[0].url
    led = way(asked, observation.hops, observation.final_url)
    if led is None or not led.permanent or led.route or is_home(led.final) or is_short_link(led):
        return False
    if observation.arrivals and collapse.is_section(page, led):
        return False
    return bool(signs.of(page, arrival.MISSING)) and not naming.covers(page, None, asked) and not _is_other(led, page)


def found(led: Way, page: PageFacts | None, cited_title: str | None) -> list[str]:
    """What it says that everybody is led there, and that nothing there bears the name of what was cited.

    Args:
        led: the chain of redirects.
        page: what was read at its end.
        cited_title: the title that the source was cited by, if known.
    """
    if page is None or not led.permanent or _is_other(led, page):
        return []
    shown = urls.redact(led.final)
    others = [f"redirected to {shown}; {one.text}" for one in signs.of(page, EVERYONE)]
    if _is_site_map(led.final) and not _is_site_map(led.asked):
        others.append(f"redirected to the site map, {shown}")
    is_lost = arrival.is_missing(page, cited_title, led.asked) and not naming.covers(page, cited_title, led.asked)
    is_lost = is_lost and not collapse.may_carry(page, led, cited_title)
    return [others[0], "nothing there bears the name of what was cited"] if others and is_lost else []


def _is_other(led: Way, page: PageFacts) -> bool:
    """Whether it is a gate, which may lead on, or what a site has become: its name stands on the page of another."""
    if gateway.find(led.asked, led.final, page):
        return True
    name = urls.owner(led.asked).partition(".")[0].replace("-", "")
    if len(name) < _NAME or urls.owner(led.asked) == urls.owner(led.final):
        return False
    shown = " ".join((led.final, page.title or "", *page.headings)).lower()
    return name in "".join(filter(str.isalnum, shown))


def _is_site_map(url: str) -> bool:
    return _SITE_MAP.fullmatch(urlsplit(url).path) is not None
