"""What stands at every address of a site and says nothing of what was cited."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from neighbours import URL, concluded, observed
from shown import CONTENT
from shown_alike import ALIKE, CASINOS, CHROME, SERVED, SOLD
from shown_by_hosts import UNNAMED
from shown_everywhere import EVERYWHERE

from checker.observation import Sign
from checker.reasons import VerdictKind
from checker.rules import echo, soft404

SHELL = "<title>App</title><div id=root></div><p>Loading, please wait for your page</p><script src=/main.js></script>"
FORM = "<title>Form</title><p>Tell us. This site is protected by reCAPTCHA and the Google Privacy Policy applies to your data.</p>"


def kind(html: str, beside: str | None, url: str = URL, **cited: str) -> VerdictKind:
    """The verdict where a made-up neighbour shows ``beside``, or is answered with 404 where that is None."""
    return concluded(html, beside, url, **cited).reason.kind


def dressed(title: str, text: str, chrome: str = "") -> str:
    """A page of a site with a menu and a footer."""
    return (
        f"<head><title>{title} | Lake Institute</title></head><body><header><a href=/>Lake Institute</a><nav><ul>"
        f"<li><a href=/a>About us</a></li><li><a href=/b>News</a></li></ul></nav></header><main><h1>{title}</h1>{text}"
        f"</main>{chrome}<footer><p>© 2025 Lake Institute</p></footer></body>"
    )


@pytest.mark.parametrize("name", EVERYWHERE)
def test_what_is_shown_everywhere_is_not_the_page(name: str) -> None:
    """Of what kind it is, is told by what it speaks of."""
    html, allowed = EVERYWHERE[name]

    assert kind(html, html).value in allowed.split()


@pytest.mark.parametrize("name", UNNAMED)
def test_what_has_honest_neighbours_is_a_page(name: str) -> None:
    """Whatever it speaks of, and whatever it is called."""
    html, cited = UNNAMED[name]

    assert kind(html, None, cited=cited) is VerdictKind.OK


@pytest.mark.parametrize("name", {name: None for name, (_, cited, _) in CONTENT.items() if cited})
def test_what_bears_the_name_of_what_was_cited_is_it(name: str) -> None:
    """Though its server looks at no more than a part of the address."""
    html, cited, url = CONTENT[name]
    page = observed(url, html.replace("<title>", f"<title>{cited} | ")).page
    assert page is not None
    page = replace(page, signs=(*page.signs, Sign(soft404.SIBLING, "a made-up address beside it shows the same page")))

    assert [rule(page, url, cited) for rule in (echo.wall, echo.error, echo.sale)] == [None] * 3


@pytest.mark.parametrize("html", [SHELL, FORM])
def test_what_draws_itself_by_script_says_nothing(html: str) -> None:
    """A shell of an application, and the small print of a form."""
    assert kind(html, html) is VerdictKind.OK


@pytest.mark.parametrize("name", {name: None for name, (_, allowed) in EVERYWHERE.items() if "dead" not in allowed})
def test_the_front_page_has_no_neighbour(name: str) -> None:
    """There nothing is compared, and nothing is dead."""
    html, _ = EVERYWHERE[name]

    assert kind(html, html, "https://www.silkstat.com/") is not VerdictKind.DEAD


@pytest.mark.parametrize("address", ["https://www.lakeinst.org/p/412", "https://www.lakeinst.org/people/old-name.html"])
@pytest.mark.parametrize("beside", [True, False])
@pytest.mark.parametrize("name", ALIKE | SOLD | SERVED | CASINOS)
def test_a_healthy_page_that_every_address_shows(name: str, beside: bool, address: str) -> None:
    """It speaks to its reader, of what is closed, awaited or for sale, and bears another title than the cited one."""
    title, text, cited = (ALIKE | SOLD | SERVED | CASINOS)[name]

    for html in (f"<title>{title}</title>{text}", dressed(title, text)):
        assert kind(html, html if beside else None, address, cited=cited) is VerdictKind.OK


@pytest.mark.parametrize("chrome", CHROME)
def test_what_stands_on_every_page_is_not_what_this_one_says(chrome: str) -> None:
    """Cookie lines, headlines, newsletters and notices about browsers, on healthy pages of that language."""
    pages = [one for name, one in ALIKE.items() if name.startswith(chrome[:2])]

    for title, text, cited in pages:
        html = dressed(title, text, CHROME[chrome])
        assert kind(html, html, cited=cited) is VerdictKind.OK


@pytest.mark.parametrize("chrome", CHROME)
def test_a_wall_is_one_whatever_stands_around_it(chrome: str) -> None:
    """And it is quoted with its own words."""
    html = dressed("Stop", "<p>Your visit looks like a script. Solve the puzzle to go on.</p>", CHROME[chrome])

    found = concluded(html, html)

    assert found.reason.kind is VerdictKind.BLOCKED
    assert "solve the puzzle" in found.evidence or "looks like a script" in found.evidence


def test_the_name_for_sale_is_the_one_of_the_site() -> None:
    """An address of mail on it is no name for sale; the name itself is."""
    goods = "<title>Timber</title><p>Forty lots of oak are for sale. Write to office@silkstat.com.</p>"
    name = "<title>Timber</title><p>silkstat.com is for sale. Write to the broker.</p>"

    assert kind(goods, goods) is VerdictKind.OK
    assert kind(name, name) is VerdictKind.DEAD


@pytest.mark.parametrize("chrome", CHROME)
def test_a_page_of_a_heading_alone_says_nothing_of_its_chrome(chrome: str) -> None:
    """Where nothing stands below the heading, the news of the site are not what the page says."""
    html = dressed("Sphagnum", "", CHROME[chrome])

    assert kind(html, html) is VerdictKind.OK
