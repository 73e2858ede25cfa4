"""Whole histories: what each run says of a source, what is new, what is fixed, what does not count."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from builders import START, WEEK, citation, declared_figure, failed, figure, found_figure, observation, source
from msgspec.structs import replace

from checker import dates
from checker.config import Config, parse
from checker.findings import findings
from checker.freshness import judge_all
from checker.inventory import build, select
from checker.judgement import Circumstances, Judged, collapsing, judge
from checker.memory import Memory, RunRecord, RunState, Sighting
from checker.model import Certainty, FreshnessKind
from checker.network import conclusive
from checker.observation import Failure, FragmentState, Hop, Observation
from checker.readers import Reading
from checker.reasons import Reason, VerdictKind

KEY = "https://site.org/a"
FINE = observation(200)
GONE = observation(404)
SILENT = failed(Failure.TIMEOUT)
WALL = observation(403)
MISSING_DOMAIN = failed(Failure.DNS_NXDOMAIN)


def memory(*seen: Observation | None, states: Sequence[RunState] = (), full: bool = True) -> Memory:
    """Weekly runs of one source, oldest first; None where it was not asked."""
    runs = [
        RunRecord(
            number, START + number * WEEK, START + number * WEEK, full, states[number] if states else RunState.COMPLETE
        )
        for number in range(len(seen))
    ]
    sightings = [Sighting.of(number, one) for number, one in enumerate(seen) if one is not None]
    return Memory(tuple(runs), {KEY: sightings})


def run(past: Memory, now: Observation | None, **circumstances: bool) -> Judged:
    """What the next run says."""
    facts: dict[str, Any] = {"full": True, "conclusive": True, **circumstances}
    seen = {} if now is None else {KEY: now}
    moment = START + len(past.runs) * WEEK
    (one,) = judge([source(url=KEY)], seen, past, Circumstances(moment, **facts))
    return one


@pytest.mark.parametrize(
    ("past", "now", "kind", "sure", "new", "fixed"),
    [
        ([], GONE, "dead", "suspected", False, False),
        ([FINE], GONE, "dead", "suspected", True, False),
        ([FINE, GONE], GONE, "dead", "suspected", False, False),
        ([FINE, GONE, GONE], GONE, "dead", "confirmed", False, False),
        ([FINE, GONE, GONE, GONE], FINE, "ok", "confirmed", False, True),
        ([FINE, SILENT, SILENT], SILENT, "unreachable", "confirmed", False, False),
        ([FINE, SILENT, SILENT], GONE, "dead", "suspected", True, False),
        ([FINE], WALL, "blocked", "confirmed", True, False),
        ([WALL], FINE, "ok", "confirmed", False, True),
        ([FINE], FINE, "ok", "confirmed", False, False),
        ([None], GONE, "dead", "suspected", True, False),
    ],
)
def test_what_each_run_says(
    past: list[Observation | None], now: Observation, kind: str, sure: str, new: bool, fixed: bool
) -> None:
    """Proof takes three runs; new and fixed are told against the last complete one; the first run has no news."""
    one = run(memory(*past), now)

    assert (one.verdict.kind, one.verdict.certainty, one.new, one.fixed) == (kind, sure, new, fixed)


def test_a_two_week_outage_is_never_a_death() -> None:
    """However long it is silent, it is unreachable."""
    for nights in range(20):
        assert run(memory(FINE, *[SILENT] * nights), SILENT).verdict.kind is VerdictKind.UNREACHABLE


def test_inconclusive_runs_count_for_nothing() -> None:
    """Nights without network are no strikes, and not what new is counted from."""
    states = [RunState.COMPLETE, *[RunState.INCONCLUSIVE] * 3]
    one = run(memory(FINE, GONE, GONE, GONE, states=states), GONE)

    assert (one.streak.failed_runs, one.verdict.certainty, one.new) == (1, Certainty.SUSPECTED, True)


def test_a_run_without_network_shows_the_last_known() -> None:
    """What was known stays known; nothing is new."""
    one = run(memory(FINE, GONE), MISSING_DOMAIN, conclusive=False)

    assert (one.verdict.reason, one.new) == (Reason.HTTP_404, False)
    assert len(one.history) == 2


def test_a_first_run_without_network_kills_nobody() -> None:
    """Where nothing is known either, it is unreachable."""
    assert run(memory(), MISSING_DOMAIN, conclusive=False).verdict.reason is Reason.DNS_FAILURE


def test_what_was_not_reached_is_said_so() -> None:
    """A run cut short says what it did not get to, or what it knew."""
    assert run(memory(), None, interrupted=True).verdict.reason is Reason.BUDGET
    assert run(memory(FINE), None, interrupted=True).verdict.reason is Reason.HTTP_200


def test_offline_asks_nobody() -> None:
    """Without network by wish, nothing is claimed."""
    assert run(memory(FINE), None, offline=True).verdict.reason is Reason.OFFLINE


def test_partial_runs_move_nothing() -> None:
    """Checking a draft counts no strike and makes nothing new."""
    one = run(memory(FINE), GONE, full=False)

    assert (one.new, one.streak.failed_runs) == (False, 0)


def test_a_better_rule_improves_history() -> None:
    """Earlier observations are judged by today's rules."""
    one = run(memory(WALL, WALL), WALL)

    assert [past.reason for past in one.history] == [Reason.HTTP_403] * 3


def test_settled_sources_are_not_judged_by_the_web() -> None:
    """An ignored source stays ignored whatever was seen."""
    settled = replace(source(url=KEY), settled=Reason.IGNORED, settled_why="template")
    (one,) = judge([settled], {KEY: GONE}, memory(GONE), Circumstances(START, full=True, conclusive=True))

    assert (one.verdict.reason, one.verdict.evidence) == (Reason.IGNORED, "template")


def test_addresses_that_end_alike_are_counted_once_each() -> None:
    """Fragments of one address are one address."""
    end = "https://site.org/"
    seen = {
        f"https://site.org/{name}": observation(200, url=end, hops=(Hop("x", 301, end), Hop(end, 200)))
        for name in ("a", "b", "c#1", "c#2")
    }

    assert collapsing([source(url=key) for key in seen], seen) == {end: 3}


DOWN, UP = failed(Failure.DNS_NXDOMAIN), observation(200)


@pytest.mark.parametrize(
    ("seen", "options", "expected"),
    [
        ([], {}, True),
        ([DOWN], {}, False),
        ([DOWN] * 25, {}, False),
        ([DOWN, UP], {}, True),
        ([DOWN], {"archive_answered": True}, True),
        ([SILENT] * 3, {}, False),
        ([DOWN] * 4 + [UP], {}, False),
        ([DOWN] * 3 + [UP], {}, True),
        ([DOWN] * 7 + [UP] * 2, {}, True),
        ([DOWN] * 8 + [UP] * 2, {}, False),
        ([DOWN] * 8 + [UP] * 2, {"archive_answered": True}, True),
        ([DOWN] * 8 + [UP] * 2, {"fine_last_time": {"h9.org"}}, True),
        ([DOWN] * 8 + [UP] * 2, {"fine_last_time": {"h1.org"}}, False),
        ([failed(Failure.PRIVATE_ADDRESS)], {}, False),
        ([GONE], {}, True),
        ([SILENT] * 9 + [UP], {}, True),
    ],
)
def test_was_the_network_there(seen: list[Observation], options: dict[str, object], expected: bool) -> None:
    """Nobody answering, or a storm of failures without a canary, says nothing about the pages."""
    pairs = [(f"https://h{number}.org/", one) for number, one in enumerate(seen)]

    assert conclusive(pairs, **options) is expected  # type: ignore[arg-type]


SOURCES = """\
version: 1
ignore: [{url: "https://*/template/*", reason: "template"}]
sources:
  one: {url: "https://site.org/a"}
  same: {url: "HTTPS://site.org:443/a"}
  part: {url: "https://site.org/a#part"}
  bad: {url: "http://:x"}
  left: {url: "https://site.org/left", ignore: "by wish"}
  local: {url: "http://localhost/x"}
  fictional: {url: "https://example.com/"}
figures:
  f: {value: 7 USD, as_of: 2019, source: one}
"""
TODAY = date(2026, 1, 1)


def test_sources_are_joined_by_address() -> None:
    """Spellings of one address are one source; every id keeps its record; what is new gets an id."""
    read = Reading(
        (citation("https://SITE.org/a"), citation("https://new.org/x"), citation("https://new.org/x", file="b.md"))
    )
    stock = build(parse(SOURCES, "s.yml"), [read], TODAY, full=True)
    by_id = {one.id: one for one in stock.sources}
    (new,) = [one for one in stock.sources if one.declared is None]

    assert [len(by_id[name].citations) for name in ("one", "same", "part")] == [2, 2, 1]
    assert (len(new.citations), new.id.startswith("new.org-")) == (2, True)
    assert (by_id["bad"].settled, by_id["left"].settled) == (Reason.BAD_URL, Reason.IGNORED)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://localhost:8000/", Reason.LOCAL), ("http://127.0.0.1/", Reason.LOCAL), ("http://192.168.1.1/x", Reason.LOCAL),
        ("https://printer.local/", Reason.LOCAL), ("https://example.com/x", Reason.PLACEHOLDER), ("https://a.example.org/", Reason.PLACEHOLDER),
        ("https://host.test/", Reason.PLACEHOLDER), ("https://api.org/{id}/x", Reason.PLACEHOLDER), ("https://$HOST/x", Reason.PLACEHOLDER),
        ("https://a.org/${x}", Reason.PLACEHOLDER),
    ],
)  # fmt: skip
def test_what_is_plainly_no_citation_is_skipped(url: str, reason: Reason) -> None:
    """In a document such an address is left alone, with the reason; nothing is lost."""
    stock = build(Config.empty(), [Reading((citation(url),))], TODAY, full=False)

    assert stock.sources == ()
    assert [(skip.url, skip.reason) for skip in stock.skips] == [(url, reason)]


def test_what_is_declared_is_judged_like_any_other() -> None:
    """In sources.yml somebody asked for it."""
    stock = build(parse(SOURCES, "s.yml"), [], TODAY, full=True)

    assert {one.id for one in stock.sources if one.settled is None} == {"one", "same", "part", "local", "fictional"}


def test_a_draft_lends_only_what_it_cites() -> None:
    """With documents named, the rest of sources.yml is none of their business."""
    read = Reading((citation("https://site.org/a"),), (found_figure(7), found_figure(8)))
    stock = build(parse(SOURCES, "s.yml"), [read], TODAY, full=False)

    assert {one.id for one in stock.sources} == {"one", "same"}
    assert next(one.id for one in stock.figures) == "f"
    assert len(stock.figures) == 2


@pytest.mark.parametrize(("as_of", "joined"), [("2019", True), (None, True), ("2018", False)])
def test_a_figure_found_is_the_one_declared(as_of: str | None, joined: bool) -> None:
    """Equal value and unit, and no contradiction in the date, make one record."""
    found = found_figure(7, as_of=dates.parse(as_of) if as_of else None)
    stock = build(parse(SOURCES, "s.yml"), [Reading((), (found,))], TODAY, full=True)

    assert bool(stock.figures[0].found) is joined
    assert len(stock.figures) == (1 if joined else 2)


def test_only_some_can_be_selected() -> None:
    """What --only leaves out is told as not selected."""
    stock = build(parse(SOURCES, "s.yml"), [], TODAY, full=True)
    chosen = select(stock, ["one"], {"one": True})

    assert [one.id for one in chosen.sources if one.settled is None] == ["one"]
    assert {one.settled for one in chosen.sources} >= {Reason.NOT_SELECTED, Reason.IGNORED}
    assert select(stock, [], {}) == stock


def test_findings_tell_where_and_what() -> None:
    """Each finding has a code, a place in a document first, and something to do."""
    cited = replace(source(url=KEY), citations=(*source(url=KEY).citations, citation(KEY, file="doc.md")))
    (one,) = judge([cited], {KEY: GONE}, memory(), Circumstances(START, full=True, conclusive=True))
    (found,) = findings([one], [], full=True)

    assert (found.code, found.file, found.severity) == ("http-404", "doc.md", "error")
    assert found.action


def test_inventory_findings() -> None:
    """Declared twice, not cited, not declared: told in full runs, each at its place."""
    read = Reading((citation("https://new.org/x"),))
    stock = build(parse(SOURCES, "s.yml"), [read], TODAY, full=True)
    judged = judge(stock.sources, {}, Memory(), Circumstances(START, full=True, conclusive=True, offline=True))
    codes = [one.code for one in findings(judged, [], full=True)]

    assert codes.count("duplicate-address") == 1
    assert codes.count("undeclared-source") == 1
    assert codes.count("uncited-source") == 7
    assert [one.code for one in findings(judged, [], full=False)] == ["bad-url"]


def test_a_missing_fragment_is_a_finding_of_its_own() -> None:
    """The page is fine, the part is missing."""
    url = f"{KEY}#part"
    seen = {url: observation(200, fragment=FragmentState.ABSENT)}
    judged = judge([source(url=url)], seen, Memory(), Circumstances(START, full=True, conclusive=True))

    assert [one.code for one in findings(judged, [], full=False)] == ["missing-fragment"]


def test_figures_are_findings_when_declared() -> None:
    """A stale figure is told; one that nobody declared presses nobody."""
    old = dates.parse("2010")
    figures = judge_all([figure(declared_figure(as_of=old)), figure(None, found_figure(as_of=old))], TODAY)

    assert [one.freshness.kind for one in figures] == [FreshnessKind.STALE] * 2
    assert [one.code for one in findings([], figures, full=True)] == ["stale"]


def test_series_supersede() -> None:
    """A later member of a series elsewhere makes the earlier one stale at once."""
    old = figure(declared_figure("old", as_of=dates.parse("2024"), series="s"))
    new = figure(declared_figure("new", as_of=dates.parse("2025"), series="s"))

    assert [one.freshness.kind for one in judge_all([old, new], TODAY)] == [FreshnessKind.STALE, FreshnessKind.FRESH]
