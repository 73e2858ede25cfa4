"""What an address carries that is nobody else's business: masked in reports, and no part of an address to cite."""

from __future__ import annotations

from itertools import pairwise

import pytest
from builders import observation
from hypothesis import given
from hypothesis import strategies as st

from checker import secrets
from checker.observation import Hop
from checker.rules.redirects import way
from checker.verdict import conclude

LONG = "k3J9x0QpZ7aa81MmT"
ASKED = "https://site.org/report"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        (f"https://site.org/a;jsessionid={LONG}", "https://site.org/a;jsessionid=***"),
        (f"https://site.org/a;JSESSIONID={LONG}.node1?x=1", "https://site.org/a;JSESSIONID=***?x=1"),
        (f"https://site.org/a;jsessionid={LONG}/b;v=2", "https://site.org/a;jsessionid=***/b;v=2"),
        (f"https://site.org/a?PHPSESSID={LONG}&page=2", "https://site.org/a?PHPSESSID=***&page=2"),
        (f"https://site.org/a?sid={LONG}", "https://site.org/a?sid=***"),
        (f"https://site.org/a?x=1&sessionId={LONG}#part", "https://site.org/a?x=1&sessionId=***#part"),
        ("https://site.org/acs?SAMLResponse=PHNhbWw%2B&RelayState=x", "https://site.org/acs?SAMLResponse=***&RelayState=***"),
        ("https://site.org/a?ticket=ST-1856339-aA5Yuvrxzpv8Tau1cYQ7", "https://site.org/a?ticket=***"),
        ("https://site.org/a?jwt=eyJh.eyJz.c2ln&pwd=hunter2", "https://site.org/a?jwt=***&pwd=***"),
        ("https://site.org/a?token=one?two", "https://site.org/a?token=***"),
        (f"https://site.org/(S({LONG}))/page.aspx", "https://site.org/(***)/page.aspx"),
        (f"https://site.org/a?ASPSESSIONIDCQ={LONG}", "https://site.org/a?ASPSESSIONIDCQ=***"),
    ],
)  # fmt: skip
def test_sessions_and_tickets_are_masked(url: str, shown: str) -> None:
    """Wherever a server puts them: in the path, the query, the fragment."""
    assert secrets.masked(url) == shown


@pytest.mark.parametrize(
    "url",
    [
        "https://site.org/article.pl?sid=03/08/14",
        "https://site.org/article?sid=2291",
        "https://site.org/tracker?ticket=1204",
        "https://site.org/news/session-2019/ticket/12",
        "https://site.org/sessions?id=4",
        "https://site.org/a;v=2;lang=de?page=3",
        "https://site.org/wiki/PHPSESSID",
        "https://site.org/wiki/JSON_Web_Token?section=pass",
        "https://site.org/a_(S(1))/b",
        "https://site.org/passport?passage=7&assertions=2",
    ],
)
def test_what_names_a_page_is_left(url: str) -> None:
    """Numbers of stories and of reports, and words about sessions, are no secrets."""
    assert secrets.masked(url) == url
    assert secrets.without_session(url) == url


@pytest.mark.parametrize(
    ("url", "bare"),
    [
        (f"https://site.org/a;jsessionid={LONG}", "https://site.org/a"),
        (f"https://site.org/a;jsessionid={LONG}?x=1", "https://site.org/a?x=1"),
        (f"https://site.org/a;v=2;jsessionid={LONG}/b", "https://site.org/a;v=2/b"),
        (f"https://site.org/a?PHPSESSID={LONG}", "https://site.org/a"),
        (f"https://site.org/a?PHPSESSID={LONG}&x=1", "https://site.org/a?x=1"),
        (f"https://site.org/a?x=1&sid={LONG}&y=2#part", "https://site.org/a?x=1&y=2#part"),
        (f"https://site.org/a?ticket=ST-{LONG}#part", "https://site.org/a#part"),
        (f"https://site.org/(S({LONG}))/page.aspx", "https://site.org/page.aspx"),
        ("https://site.org/a?session=2019&token=x", "https://site.org/a?session=2019&token=x"),
        ("https://site.org/a?x=1&&y=", "https://site.org/a?x=1&&y="),
    ],
)
def test_an_address_without_its_visit(url: str, bare: str) -> None:
    """What names a visit goes, all else stays as it is written."""
    assert secrets.without_session(url) == bare


@given(st.text(";?&#=/.ab1(S)sidtoken", max_size=60))
def test_doing_it_twice_is_doing_it_once(rest: str) -> None:
    """Masking and stripping leave what they have left before."""
    for once in (secrets.masked, secrets.without_session):
        shorn = once("https://site.org/" + rest)
        assert once(shorn) == shorn


def moved(*reached: str) -> tuple[str, str]:
    """The reason and the address to cite after permanent redirects to these places."""
    places = [ASKED, *reached]
    hops = [Hop(one, 301, to) for one, to in pairwise(places)] + [Hop(places[-1], 200)]
    seen = observation(200, url=places[-1], hops=tuple(hops))
    led = way(ASKED, hops, places[-1])
    return conclude(ASKED, seen).reason.value, led.settled if led else ASKED


@pytest.mark.parametrize(
    ("reached", "reason", "settled"),
    [
        ([f"https://site.org/new;jsessionid={LONG}"], "moved-permanently", "https://site.org/new"),
        ([f"https://site.org/new?PHPSESSID={LONG}&p=1"], "moved-permanently", "https://site.org/new?p=1"),
        ([f"{ASKED};jsessionid={LONG}"], "http-200", ASKED),
        (["https://site.org/new?token=abc"], "http-200", ASKED),
        (["https://site.org/old?token=abc", "https://site.org/new"], "moved-permanently", "https://site.org/new"),
        (["https://site.org/new", "https://site.org/new?auth=abc"], "moved-permanently", "https://site.org/new"),
        (["https://site.org/new?year=2019"], "moved-permanently", "https://site.org/new?year=2019"),
    ],
)
def test_no_visit_and_no_secret_is_offered(reached: list[str], reason: str, settled: str) -> None:
    """The address to cite leads everybody there; where there is none, nothing has moved."""
    assert moved(*reached) == (reason, settled)
