"""``checker explain SOURCE``: every hop, every try, every sign, and what would change the verdict."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import START, WEEK, observation
from terminal import Run

from checker import trail
from checker.memory import RunRecord, RunState, Sighting
from checker.observation import Failure, Hop, PageFacts, Sign, Try
from checker.rules import arrival
from reports import citation, report, source


def test_everything_is_told() -> None:
    """What was asked, what came, what the page showed."""
    seen = observation(
        200,
        hops=(Hop("https://site.org/a", 302, "/b"), Hop("https://site.org/b", 200)),
        tries=(
            Try("https://site.org/a", "timeout: no answer within 20 s"),
            Try("https://site.org/a", "302, 0 bytes read"),
        ),
        page=PageFacts(
            title="Page not found", words=9, complete=True, signs=(Sign("soft404.sentence", "was not found"),)
        ),
        headers=(("server", "nginx"),),
    )
    text = trail.render(source("a", "dead", "soft-404", certainty="suspected", failed_runs=1), [seen])

    for words in (
        "1. GET https://site.org/a -> timeout", "2. GET", "302 https://site.org/a leads to /b", "server: nginx",
        "Page not found", "9 words", "soft404.sentence", "3 full runs over at least 6 days", "so far 1", "What to do",
    ):  # fmt: skip
        assert words in text


def test_failures_are_told() -> None:
    """By their kind."""
    text = trail.render(
        source("a", "unreachable", "timeout"), [observation(None, failure=Failure.TIMEOUT, detail="20 s")]
    )

    assert "failure: timeout: 20 s" in text


@pytest.mark.parametrize(
    "wanted", ["dead", "https://site.org/dead", "HTTPS://SITE.org:443/dead", "https://site.org/dead#x"]
)
def test_a_source_is_found_by_id_and_any_spelling(wanted: str) -> None:
    """As an editor copies it from wherever."""
    assert [one.id for one in trail.find(report(), wanted)] == ["dead"]


def test_nothing_hostile_reaches_the_terminal() -> None:
    """Foreign texts stay on their line and bring no control characters."""
    seen = observation(200, page=PageFacts(title="\x1b[31m\nred", signs=(Sign("x", "a\n::error::b"),)))
    text = trail.render(source("a", "ok", "http-200"), [seen])

    assert "\x1b" not in text
    assert "\n::" not in text


def test_through_the_command(run: Run, folder: Path) -> None:
    """The demo's own sources; and what is neither a code nor a source is an error."""
    run("demo", "--reports", "out", "--quiet")

    ended = run("explain", "kozhanova-2019", "--reports", "out")
    unknown = run("explain", "nobody-1999", "--reports", "out")

    assert ended.code == 0
    assert "1. GET https://thediplomat.com/" in ended.out
    assert "  bot-wall: no\n" in ended.out
    assert unknown.code == 2
    assert "nor is it a source" in unknown.err


def test_the_history_is_told_run_by_run() -> None:
    """When, what is concluded of it today, and what does not count."""
    weeks = [START + number * WEEK for number in range(3)]
    states = (RunState.COMPLETE, RunState.OPEN, RunState.COMPLETE)
    runs = [RunRecord(number, weeks[number], None, True, states[number]) for number in range(3)]
    past = [
        (runs[0], Sighting.of(0, observation(404), more=4)),
        (runs[1], Sighting.of(1, observation(None, failure=Failure.TIMEOUT, detail="20 s"))),
        (runs[2], Sighting.of(2, observation(200), asked=False)),
    ]
    text = trail.render(source("a", "ok", "http-200"), [], past)

    assert "  2026-11-02 05:31 dead (http-404): 404 Not Found (4 later runs saw the same)\n" in text
    assert "  2026-11-09 05:31 unreachable (timeout): 20 s (an unfinished run)\n" in text
    assert "  2026-11-16 05:31 ok (http-200): 200 OK (not asked, seen 2026-11-02)\n" in text


def test_the_rules_are_told_down_to_the_one_that_decides() -> None:
    """A reader sees which rules looked at the page, and on what the verdict rests."""
    page = PageFacts("Page not found", ("Page not found",), 12, complete=True)
    text = trail.render(source("a", "dead", "soft-404"), [observation(200, page=page)])
    rules = text.partition("What each rule")[2].splitlines()[1:9]

    assert rules[:6] == [
        f"  {name}: no"
        for name in "hijacked-domain bot-wall parked-domain login-required consent-wall legal-451".split()
    ]
    assert rules[6].startswith("  soft-404: the title says “Page not found”; only 12 words")
    assert rules[7] == ""


@pytest.mark.parametrize(
    ("reason", "end", "arrivals", "told"),
    [
        ("consent-wall", "https://site.org/consent?x", 0, "consent-wall: sent to a consent page"),
        ("login-required", "https://site.org/login", 0, "login-required: sent to a login page"),
        ("soft-404", "https://site.org/news", 4, "soft-404: 4 cited addresses all lead to https://site.org/news"),
        ("redirected-to-home", "https://site.org/", 0, "redirected-to-home: redirected for now to the home page"),
    ],
)
def test_what_the_way_says_is_told(reason: str, end: str, arrivals: int, told: str) -> None:
    """The rule that decides is shown once and with its sign, also where it looks at redirects and not at the page."""
    cited = source("bridge", "dead", reason, citations=[citation(title="A bridge in three years")])
    hops = (Hop(cited.url, 301 if arrivals else 302, end), Hop(end, 200))
    page = PageFacts("The Site", words=30, complete=True, signs=(Sign(arrival.MISSING, "A bridge in three years"),))
    text = trail.render(cited, [observation(200, hops=hops, final_url=end, arrivals=arrivals, page=page)])

    assert f"  {told}" in text
    assert f"{reason}: no" not in text


def test_a_page_cited_for_its_error_is_told_as_what_it_is() -> None:
    """The title it was cited by counts in the history as it does in the report."""
    page = PageFacts("404 Not Found", ("404 Not Found",), 12, complete=True)
    cited = source("a", "ok", "http-200", citations=[citation(title="404 Not Found")])
    past = [(RunRecord(1, START, None, True, RunState.COMPLETE), Sighting.of(1, observation(200, page=page)))]

    assert "ok (http-200)" in trail.render(cited, [], past)
    assert "only 12 words (does not count here)" in trail.render(cited, [past[0][1].facts])
    assert "dead (soft-404)" in trail.render(source("a", "ok", "http-200"), [], past)
