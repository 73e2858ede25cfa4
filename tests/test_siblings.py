"""The made-up neighbour: asked for where a page is doubted, and what its answer means."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from checker.observation import Hop, Observation, PageFacts, Sign
from checker.rules import signs, soft404
from checker.siblings import compared, is_compared, is_doubtful, sibling

URL = "https://site.org/news/2019/bridge.html"
GONE = PageFacts(title="Page not found", headings=("Page not found",), words=60, complete=True)
OFFER, NAMELESS = Sign("parked.offer", "this domain is for sale"), Sign("parked.title", "site.org")
SALE = PageFacts(title="site.org", words=12, complete=True, signs=(OFFER, NAMELESS))


def saw(page: PageFacts | None, status: int = 200, url: str = URL) -> Observation:
    """What asking for an address brought."""
    return Observation(
        at=datetime(2026, 11, 1, tzinfo=UTC), final_url=url, hops=(Hop(url, status),), status=status, page=page
    )


def test_an_address_with_the_number_of_the_error_is_doubted_too() -> None:
    """It may be that of an item: only its neighbour tells whether the page says so of itself."""
    assert is_doubtful(saw(GONE, url="https://site.org/section/404/"))


@pytest.mark.parametrize("page", [GONE, SALE])
def test_whoever_is_taken_for_gone_by_words_is_doubted(page: PageFacts) -> None:
    """However many places have the words."""
    assert is_doubtful(saw(page))


@pytest.mark.parametrize(
    "seen",
    [
        saw(PageFacts(title="A bridge", words=300, complete=True)),
        saw(GONE, 404),
        saw(None),
        saw(PageFacts(title="Just a moment...", words=5, complete=True, signs=(Sign("botwall.marker", "Cloudflare"),))),
    ],
)
def test_nobody_else_is(seen: Observation) -> None:
    """Not content, not what the status says already, not walls."""
    assert not is_doubtful(seen)


@pytest.mark.parametrize(
    ("other", "sign"),
    [
        (saw(None, 404), signs.HONEST),
        (saw(GONE, 410), signs.HONEST),
        (saw(GONE), soft404.SIBLING),
        (saw(PageFacts(title="Another", words=60, complete=True)), None),
        (saw(None, 403), None),
        (saw(None, 503), None),
    ],
)
def test_what_its_answer_means(other: Observation, sign: str | None) -> None:
    """The same page for every address, an honest "not here", or nothing."""
    page = compared(saw(GONE), other).page

    assert page is not None
    assert [one.rule for one in page.signs] == ([sign] if sign else [])


def test_who_describes_something_means_what_it_shows() -> None:
    """Then words that describe outweigh a title, but for the page that stands at every address."""
    told = Sign("soft404.content", "when the last printer of the town falls ill")
    same = Sign(soft404.SIBLING, "a made-up address beside it shows the same page")
    honest = Sign(signs.HONEST, "a made-up address beside it is answered with 404")

    assert soft404.find(GONE, URL)
    assert soft404.find(replace(GONE, signs=(honest,)), URL)
    assert not soft404.find(replace(GONE, signs=(told,)), URL)
    assert not soft404.find(replace(GONE, signs=(told, honest)), URL)
    assert soft404.find(replace(GONE, signs=(told, same)), URL)


def test_it_lies_beside_the_page_and_is_asked_once() -> None:
    """In the same folder, of the same kind, the same for the same page; a front page has none."""
    beside = sibling(URL)

    assert beside is not None
    assert beside.startswith("https://site.org/news/2019/")
    assert beside.endswith("-not-here.html")
    assert sibling(URL) == beside
    assert sibling("https://site.org/") is None
    assert not is_compared(saw(GONE))
