"""What servers show that hold no site yet, and pages about servers."""

from __future__ import annotations

import pytest
from neighbours import TITLE, URL, concluded
from shown_alike import ALIKE, SERVED
from shown_fresh import FRESH

from checker.reasons import Reason, VerdictKind

FRONT = "https://www.silkstat.com/"


@pytest.mark.parametrize("name", FRESH)
def test_a_server_that_holds_no_site(name: str) -> None:
    """Where every address shows it, the page is not there; some say that it is not found. It is no wall."""
    found = concluded(FRESH[name], FRESH[name])

    assert found.reason in (Reason.ERROR_PAGE, Reason.SOFT_404)


@pytest.mark.parametrize("name", FRESH)
def test_never_death_at_the_front(name: str) -> None:
    """Whoever cites the front page of such a server: it is there, or nobody knows."""
    assert concluded(FRESH[name], None, FRONT).reason.kind in (VerdictKind.UNREACHABLE, VerdictKind.OK)


@pytest.mark.parametrize("name", ["caddy", "centos", "fedora", "openresty", "ispconfig", "ru", "directadmin"])
def test_the_front_page_says_so_by_itself(name: str) -> None:
    """Where it says nothing else and says it well."""
    assert concluded(FRESH[name], None, FRONT).reason is Reason.ERROR_PAGE


@pytest.mark.parametrize("name", FRESH)
def test_what_was_cited_by_that_name_is_it(name: str) -> None:
    """A page of a handbook that shows what such pages look like, with its own text around it."""
    html = f"<title>What new servers show</title><h1>What new servers show</h1>{FRESH[name]}"

    assert concluded(html, None, cited="What new servers show").reason.kind is VerdictKind.OK


@pytest.mark.parametrize("name", SERVED | ALIKE)
def test_pages_about_servers_and_successes(name: str) -> None:
    """Cited as the front page, too."""
    title, text, cited = (SERVED | ALIKE)[name]
    html = f"<title>{title}</title>{text}"

    assert concluded(html, None, FRONT, cited).reason.kind is VerdictKind.OK


def test_it_says_what_it_is() -> None:
    """The evidence quotes the page and tells where else it stands."""
    evidence = concluded(FRESH["caddy"], FRESH["caddy"], URL, TITLE).evidence

    assert "as servers do that hold no site; a made-up address beside it shows the same page" in evidence


def test_a_list_of_files_is_a_page() -> None:
    """Where its neighbours are honest; where every address shows the list of the root, nothing cited is there."""
    listing = "<title>Index of /reports</title><h1>Index of /reports</h1><pre><a href=a.pdf>a.pdf</a></pre>"

    assert concluded(listing, None, "https://www.silkstat.com/reports/").reason is Reason.HTTP_200
    assert concluded(listing, listing).reason is Reason.ERROR_PAGE
