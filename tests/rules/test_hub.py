"""Redirects that lead everybody to one place: told by others that lead there, and by what it says."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from checker import siblings
from checker.observation import Hop, Observation, PageFacts, Sign
from checker.reasons import Reason
from checker.rules import arrival, hub
from checker.rules.redirects import Way
from checker.verdict import conclude

ASKED = "https://site.org/reports/2012/bridges-and-floods.html"
MISSING = (Sign(arrival.MISSING, "Bridges and floods"), Sign(arrival.MISSING, "bridges and floods"))
LIST = PageFacts(title="Publications | River", headings=("Publications",), words=300, complete=True, signs=MISSING)
LED = Sign(hub.EVERYONE, "a made-up address beside the one asked leads there too")
EVERYONE = replace(LIST, signs=(*MISSING, LED))
CARRIES = replace(LIST, signs=(LED,))


def led(page: PageFacts | None, to: str = "https://site.org/publications/", status: int = 301) -> Observation:
    """A redirect from the address asked to another page."""
    return Observation(
        datetime(2026, 11, 1, tzinfo=UTC), to, (Hop(ASKED, status, to), Hop(to, 200)), status=200, page=page
    )


def test_where_everybody_is_sent_for_good_nothing_is_left() -> None:
    """A made-up neighbour leads there too, and nothing there speaks of what was cited."""
    found = conclude(ASKED, led(EVERYONE), cited_title="Bridges and floods")

    assert found.reason is Reason.SOFT_404
    assert not found.suspected_at_most


@pytest.mark.parametrize("to", ["/sitemap/", "/site-map.html", "/en/sitemap", "/plan-du-site/", "/mapa-del-sitio"])
def test_a_site_map_is_no_page_to_have_moved_to(to: str) -> None:
    """Who is sent there is sent to look for himself."""
    assert conclude(ASKED, led(LIST, f"https://site.org{to}")).reason is Reason.SOFT_404


@pytest.mark.parametrize(
    "seen",
    [
        led(LIST),
        led(CARRIES),
        led(CARRIES, "https://site.org/sitemap/"),
        led(replace(EVERYONE, title="Bridges and floods: a report")),
        led(replace(EVERYONE, complete=False)),
    ],
)
def test_what_may_bear_the_name_of_what_was_cited_is_it(seen: Observation) -> None:
    """In its title or on any line; and what was not read to its end may; one sign alone is none."""
    assert conclude(ASKED, seen, cited_title="Bridges and floods").reason is Reason.MOVED_PERMANENTLY


@pytest.mark.parametrize(
    "title", ["Become a member", "Choose your region", "Please subscribe", "Accept our terms of use"]
)
def test_gates_are_not_the_end(title: str) -> None:
    """Readers may be let on from there, each to their own page."""
    page = replace(EVERYONE, title=title, headings=(title,), words=60)

    assert hub.found(Way(ASKED, "https://site.org/x", permanent=True, settled=ASKED), page, "Bridges and floods") == []


def test_a_site_that_became_a_page_of_another_is_there() -> None:
    """Its name is kept, by the page or by its address; a name of the same owner says nothing."""
    elsewhere = "https://parent.org/projects/riverbridges/"
    named = replace(EVERYONE, title="The River Bridges project")
    asked = "https://www.river-bridges.org/summary/findings.html"

    for page, to in ((EVERYONE, elsewhere), (named, "https://parent.org/projects/12/")):
        seen = Observation(
            datetime(2026, 11, 1, tzinfo=UTC), to, (Hop(asked, 301, to), Hop(to, 200)), status=200, page=page
        )
        assert conclude(asked, seen).reason is Reason.MOVED_PERMANENTLY


def test_many_that_arrive_say_no_less_than_one() -> None:
    """The neighbour is asked for however many were sent there, and concludes alike."""
    many = replace(led(LIST, "https://site.org/environment"), arrivals=4)
    page = replace(EVERYONE, title="Environment | Government", headings=("Environment",))
    doubted = replace(many, page=replace(LIST, title=page.title, headings=page.headings))

    assert siblings.beside(doubted) is not None
    for arrivals in (0, 4):
        seen = replace(many, page=page, arrivals=arrivals)
        found = conclude(ASKED, seen, collapsed={seen.final_url: arrivals}, cited_title="Bridges and floods")
        assert found.reason is Reason.SOFT_404


def test_many_that_arrive_at_a_section_need_no_neighbour() -> None:
    """They tell by themselves."""
    assert siblings.beside(replace(led(LIST), arrivals=3)) is None


def test_only_a_move_to_something_else_is_doubted() -> None:
    """One request more for those, none for the others."""
    doubted = siblings.beside(led(LIST))

    assert doubted is not None
    assert doubted.startswith("https://site.org/reports/2012/")


@pytest.mark.parametrize(
    "seen",
    [
        led(replace(LIST, title="Bridges and floods")),
        led(LIST, "https://site.org/app#/reports/17"),
        led(LIST, status=302),
        led(LIST, "https://site.org/"),
        led(CARRIES),
        led(LIST, "https://site.org/subscribe/"),
        led(replace(LIST, pdf=True)),
        led(None),
    ],
)
def test_nobody_else_is(seen: Observation) -> None:
    """Not what kept its name, not who is sent for now, home, to a shell or to a file."""
    assert siblings.beside(seen) is None


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (led(LIST), True),
        (led(LIST, "https://site.org/elsewhere/"), False),
        (replace(led(LIST), status=404), False),
        (replace(led(None), status=None), False),
    ],
)
def test_what_the_neighbour_says(other: Observation, told: bool) -> None:
    """That it leads to the same place, or nothing."""
    page = siblings.compared(led(LIST), other).page

    assert page is not None
    assert (hub.EVERYONE in [one.rule for one in page.signs]) is told


@pytest.mark.parametrize(
    "page",
    [
        replace(EVERYONE, title="The treaty as amended", headings=(), signs=(*EVERYONE.signs, Sign(arrival.LONG, "x"))),
        replace(EVERYONE, title="Bridges, floods", headings=("The floods", "The bridges")),
    ],
)
def test_a_document_may_carry_what_its_chapters_were(page: PageFacts) -> None:
    """Everybody is led there; but it has much to say, or its name stands in theirs."""
    seen = led(page, "https://site.org/treaty/")

    assert conclude(ASKED, seen, cited_title="Bridges and floods").reason is Reason.MOVED_PERMANENTLY
