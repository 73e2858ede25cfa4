"""The made-up neighbour: asked for where a page is doubted, and what its answer means."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from checker.observation import Hop, Observation, PageFacts, Sign
from checker.rules import arrival, signs, soft404
from checker.siblings import compared, groups, is_compared, is_doubtful, sibling

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


def told(title: str, *headings: str, words: int = 60, notice: str = "") -> PageFacts:
    """A page by what it is compared by."""
    said = (Sign("soft404.notice", notice),) if notice else ()
    return PageFacts(title=title, headings=headings, words=words, complete=True, signs=said)


BESIDE = sibling(URL) or ""
NAME = BESIDE.rpartition("/")[2]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (told("bridge.html not found"), told(f"{NAME} not found"), True),
        (told("Not found", f"Nothing at {URL}"), told("Not found", f"Nothing at {BESIDE}"), True),
        (told("Nothing for “bridge”"), told(f"Nothing for “{NAME.partition('.')[0].replace('-', ' ')}”"), True),
        (told("Oops", words=300, notice="gone"), told("Oops", words=220, notice="gone"), True),
        (told("Oops", words=300), told("Oops", words=220), False),
        (told("Oops", words=300, notice="gone"), told("Oops", words=120, notice="gone"), False),
        (told("River", "A bridge"), told("River", "Not found"), False),
        (told("A bridge | River"), told("Not found | River"), False),
    ],
)
def test_what_is_the_same_page(one: PageFacts, other: PageFacts, same: bool) -> None:
    """Title and headings, whatever they repeat of the address; a notice may stand among other news."""
    page = compared(saw(one), saw(other, url=BESIDE)).page

    assert page is not None
    assert (soft404.SIBLING in [sign.rule for sign in page.signs]) is same


@pytest.mark.parametrize(
    ("page", "dead"),
    [
        (told("River", "The article is gone", notice="is gone"), True),
        (told("River", "Bridges of the river", notice="is gone"), False),
        (told("Bridges of the river – not found", "Sorry", notice="not found"), True),
    ],
)
def test_who_bears_the_cited_title_is_it(page: PageFacts, dead: bool) -> None:
    """Loose words in two places do not outweigh it; a title that says it is not found repeats it."""
    same = replace(page, signs=(*page.signs, Sign(soft404.SIBLING, "a made-up address beside it shows the same page")))

    assert bool(soft404.find(same, URL, cited_title="Bridges of the river")) is dead


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


@pytest.mark.parametrize(
    ("url", "kept", "changed"),
    [
        ("https://site.org/news/40405/bridge", "https://site.org/news/", "40405"),
        ("https://site.org/comments/1ab2cd/a_bridge/", "https://site.org/comments/", "1ab2cd"),
        ("https://site.org/show.php?id=17&lang=de", "https://site.org/show.php?id=9", "17"),
        ("https://site.org/news/?ELEMENT_ID=61704", "https://site.org/news/?ELEMENT_ID=9", "61704"),
        ("https://site.org/bridge-not-found-40405/comments", "https://site.org/9", "40405"),
        ("https://site.org/40405-bridge/page/", "https://site.org/9", "40405"),
        ("https://site.org/?p=123", "https://site.org/?p=9", "p=123&"),
    ],
)
def test_it_is_no_other_name_of_the_same_item(url: str, kept: str, changed: str) -> None:
    """What names the item is made up too: many sites read only a number and take any slug."""
    beside = sibling(url)

    assert beside is not None
    assert beside.startswith(kept)
    assert changed not in beside


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://site.org/2019/04/bridge?utm_source=x", "https://site.org/2019/04/"),
        ("https://site.org/bridges-2019/bridge", "https://site.org/bridges-2019/"),
        ("https://site.org/2019-bridges/bridge", "https://site.org/2019-bridges/"),
        ("https://site.org/201904/bridge.html?id=3", "https://site.org/201904/"),
        ("https://site.org/about-the-bridge?ref=12", "https://site.org/"),
        ("https://site.org/view.php/letters/17?id=3", "https://site.org/view.php/letters/"),
    ],
)
def test_what_names_no_item_stays(url: str, kept: str) -> None:
    """Folders of years stay; a page that has a name of its own is not told by its query."""
    beside = sibling(url)

    assert beside is not None
    assert beside.startswith(kept)
    assert "not-here" in beside
    assert "?" not in beside


@pytest.mark.parametrize("url", ["https://site.org/?lang=de", "https://site.org/", "https://site.org/?utm_id=x"])
def test_a_front_page_has_none(url: str) -> None:
    """Whatever its query, unless that names an item."""
    assert sibling(url) is None


def led(url: str, arrivals: int, to: str = "https://site.org/environment") -> Observation:
    """An address that was sent for good to a page without its name."""
    missing = (Sign(arrival.MISSING, "Bridges and floods"),)
    page = PageFacts(title="Environment", headings=("Environment",), words=90, complete=True, signs=missing)
    seen = replace(saw(page, url=to), hops=(Hop(url, 301, to), Hop(to, 200)))
    return replace(seen, arrivals=arrivals)


def test_one_neighbour_is_enough_for_many_that_lead_to_one_place() -> None:
    """Below one folder of one host; where fewer arrived, or from elsewhere, each has its own."""
    urls = [
        "https://site.org/a/1/x.html",
        "https://site.org/a/2/y.html",
        "https://site.org/b/z.html",
        "https://old.org/a/x.html",
    ]

    many, few = (groups({url: led(url, arrivals) for url in urls}) for arrivals in (4, 0))

    assert sorted(map(len, many.values())) == [1, 1, 2]
    assert sorted(map(len, few.values())) == [1, 1, 1, 1]
