"""What stands at every address of a site and says nothing of what was cited."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace
from shown import CONTENT
from shown_by_hosts import UNNAMED
from shown_everywhere import EVERYWHERE

from checker import siblings
from checker.evidence import observe
from checker.observation import Exchange, Hop, Observation, Sign, Target
from checker.reasons import VerdictKind
from checker.rules import echo, soft404
from checker.verdict import conclude

URL = "https://www.silkstat.com/reports/2016/corridors.html"
TITLE = "Trade corridors report"
SHELL = "<title>App</title><div id=root></div><p>Loading, please wait for your page</p><script src=/main.js></script>"
FORM = "<title>Form</title><p>Tell us. This site is protected by reCAPTCHA and the Google Privacy Policy applies to your data.</p>"


def observed(url: str, html: str, status: int = 200) -> Observation:
    """What is observed where a server shows this."""
    body = f"<!doctype html><html>{html}</html>".encode()
    headers = (("content-type", "text/html; charset=utf-8"),)
    exchange = Exchange(Target(url), url, (Hop(url, status, None),), status, headers, body, complete=True)
    return observe(exchange, datetime(2026, 11, 25, tzinfo=UTC))[""]


def kind(html: str, beside: str | None, url: str = URL, cited: str = TITLE) -> VerdictKind:
    """The verdict where a made-up neighbour shows ``beside``, or is answered with 404 where that is None."""
    found, neighbour = observed(url, html), siblings.sibling(url)
    if neighbour and siblings.is_doubtful(found):
        other = observed(neighbour, beside or "Not found", 200 if beside else 404)
        found = siblings.compared(found, other)
    return conclude(url, found, cited_title=cited).reason.kind


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
