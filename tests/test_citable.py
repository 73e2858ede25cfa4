"""The address to cite, of one that a server sent us to."""

from __future__ import annotations

import pytest

from checker.citable import citable
from checker.observation import Hop
from checker.rules.redirects import way

ASKED = "https://site.org/old?utm_source=own&id=3"


@pytest.mark.parametrize(
    ("reached", "cited"),
    [
        ("https://site.org/new?utm_medium=redirect&utm_campaign=x", "https://site.org/new"),
        ("https://site.org/new?id=3&fbclid=abc&page=2#part", "https://site.org/new?id=3&page=2#part"),
        ("https://site.org/new?gclid=1#part", "https://site.org/new#part"),
        ("https://site.org/new;jsessionid=0A1B2C3D4E5F67?mc_cid=1", "https://site.org/new"),
    ],
)
def test_what_counts_clicks_is_left_out(reached: str, cited: str) -> None:
    """Campaigns and visits are nothing to cite."""
    assert citable(reached, ASKED) == cited


@pytest.mark.parametrize(
    "reached",
    [
        "https://site.org/new",
        "https://site.org/new?",
        "https://site.org/new?source=brook&campaign=1908&ref=index&id=3",
        "https://site.org/new?utm_source=own",
        "https://site.org/utm_source=x/new?q=utm_source",
        "https://site.org/new?a=1&&b=%26utm_id",
    ],
)
def test_all_else_stays_as_written(reached: str) -> None:
    """Keys that may name a page stay, and those that were cited themselves."""
    assert citable(reached, ASKED) == reached


@pytest.mark.parametrize(
    ("location", "settled"),
    [
        ("/new#part", "https://site.org/new#part"),
        ("/new#", "https://site.org/new"),
        ("/new#/reports/17", "https://site.org/new#/reports/17"),
        ("/new#:~:text=a%20bridge", "https://site.org/new"),
        ("/new#access_token=abcdefghijkl1234", "https://site.org/new"),
        ("/new", "https://site.org/new"),
    ],
)
def test_the_part_of_the_page_that_a_redirect_names_is_kept(location: str, settled: str) -> None:
    """As RFC 9110 has it; passages and secrets are none."""
    led = way(
        "https://site.org/old",
        [Hop("https://site.org/old", 301, location), Hop("https://site.org/new", 200)],
        "https://site.org/new",
    )

    assert led is not None
    assert led.settled == settled


def test_a_step_that_names_no_part_inherits_it() -> None:
    """As browsers do."""
    hops = [
        Hop("https://site.org/old", 301, "/newer#part"),
        Hop("https://site.org/newer", 301, "/newest"),
        Hop("https://site.org/newest", 200),
    ]
    led = way("https://site.org/old", hops, "https://site.org/newest")

    assert led is not None
    assert led.settled == "https://site.org/newest#part"
