"""Exit codes are facts too: what a report means for the process that asked."""

import pytest
from msgspec.structs import replace

from checker.exits import DEFAULT_FAIL_ON, FailOn, exit_code
from checker.report import Report
from reports import figure, report, source

CLEAN = report(sources=[source("ok", "ok", "http-200")], figures=[])


def having(*sources: object, figures: tuple[object, ...] = ()) -> Report:
    """A report with exactly these."""
    return replace(CLEAN, sources=list(sources), figures=list(figures))


def test_clean() -> None:
    """Nothing found: 0."""
    assert exit_code(CLEAN) == 0


@pytest.mark.parametrize(
    ("verdict", "reason"),
    [("dead", "http-404"), ("broken", "tls-expired"), ("invalid", "invalid-url"), ("unsafe", "private-address")],
)
def test_findings_by_default(verdict: str, reason: str) -> None:
    """What needs somebody makes the run end with 1, unless never is asked for."""
    found = having(source("s", verdict, reason))

    assert exit_code(found) == 1
    assert exit_code(found, [FailOn.NEVER, *DEFAULT_FAIL_ON]) == 0


@pytest.mark.parametrize(
    ("verdict", "reason"),
    [("blocked", "bot-wall"), ("unreachable", "timeout"), ("moved", "moved-permanently"), ("skipped", "ignored")],
)
def test_never_findings_by_default(verdict: str, reason: str) -> None:
    """What may be our own trouble never turns a build red unasked."""
    assert exit_code(having(source("s", verdict, reason))) == 0


def test_suspicion_needs_asking() -> None:
    """A page that was seen ok and failed once is only suspected: 1 only for those who asked."""
    found = having(source("s", "dead", "http-404", certainty="suspected"))

    assert exit_code(found) == 0
    assert exit_code(found, [FailOn.SUSPECTED]) == 1
    assert exit_code(having(source("s", "dead", "http-404")), [FailOn.SUSPECTED]) == 0


def test_a_new_citation_that_never_worked_counts_at_once() -> None:
    """An author who mistyped an address is told on the first run."""
    found = having(source("s", "dead", "http-404", certainty="suspected", last_ok=None))

    assert exit_code(found) == 1


def test_trivial_moves_do_not_count() -> None:
    """From http to https is no finding; a new address is one for those who ask."""
    assert exit_code(having(source("s", "moved", "https-upgrade")), [FailOn.MOVED]) == 0
    assert exit_code(having(source("s", "moved", "moved-permanently")), [FailOn.MOVED]) == 1


def test_only_declared_figures_count() -> None:
    """A figure the reader found in the prose is a proposal."""
    declared, found = figure("a", "stale"), figure("b", "stale", origin="found")

    assert exit_code(having(figures=(declared,)), [FailOn.STALE]) == 1
    assert exit_code(having(figures=(declared,))) == 0
    assert exit_code(having(figures=(found,)), [FailOn.STALE]) == 0
    assert exit_code(having(figures=(figure("c", "due"),)), [FailOn.STALE]) == 0
    assert exit_code(having(figures=(figure("c", "due"),)), [FailOn.DUE]) == 1


@pytest.mark.parametrize("trouble", [{"network": "down"}, {"interrupted": True}])
@pytest.mark.parametrize("fail_on", [DEFAULT_FAIL_ON, (FailOn.NEVER,)])
def test_inconclusive_beats_findings(trouble: dict[str, object], fail_on: tuple[FailOn, ...]) -> None:
    """A run that could not see is 3, whatever it found and whatever was asked."""
    found = having(source("s", "dead", "http-404"))

    assert exit_code(replace(found, run=replace(found.run, **trouble)), fail_on) == 3
