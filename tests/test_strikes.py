"""Proof over time: when a verdict is confirmed, what resets it, what does not count."""

from datetime import datetime, timedelta

import pytest
from builders import START, WEEK

from checker.model import Certainty, Conclusion
from checker.reasons import Reason
from checker.strikes import PastRun, certainty, streak

DEAD, OK, OUT, WALL, TLS = Reason.HTTP_404, Reason.HTTP_200, Reason.TIMEOUT, Reason.BOT_WALL, Reason.TLS_EXPIRED
CONFIRMED, SUSPECTED = Certainty.CONFIRMED, Certainty.SUSPECTED


def runs(*reasons: Reason, every: timedelta = WEEK, full: bool = True) -> list[PastRun]:
    """Earlier runs, oldest first."""
    return [PastRun(START + number * every, reason.kind, reason, full) for number, reason in enumerate(reasons)]


def sure(reason: Reason, history: list[PastRun], now: datetime | None = None, **options: bool) -> Certainty:
    """How sure a reason is after some history."""
    return certainty(Conclusion(reason, "x"), now or START + len(history) * WEEK, history, **options)


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ([], DEAD, SUSPECTED),
        ([DEAD], DEAD, SUSPECTED),
        ([DEAD, DEAD], DEAD, CONFIRMED),
        ([DEAD, OK, DEAD], DEAD, SUSPECTED),
        ([DEAD, DEAD, OK], DEAD, SUSPECTED),
        ([DEAD, WALL, DEAD], DEAD, CONFIRMED),
        ([OUT, OUT], DEAD, SUSPECTED),
        ([OUT, DEAD, OUT, DEAD], DEAD, CONFIRMED),
        ([OUT, OUT], OUT, CONFIRMED),
        ([TLS, TLS], TLS, CONFIRMED),
        ([DEAD, DEAD], TLS, SUSPECTED),
        ([], OK, CONFIRMED),
        ([], WALL, CONFIRMED),
        ([DEAD, DEAD], OK, CONFIRMED),
    ],
)
def test_three_strikes(before: list[Reason], now: Reason, expected: Certainty) -> None:
    """Three runs of the same verdict; one success resets; a wall neither counts nor resets."""
    assert sure(now, runs(*before)) is expected


@pytest.mark.parametrize(("days", "expected"), [(5, SUSPECTED), (6, CONFIRMED), (7, CONFIRMED)])
def test_over_six_days(days: int, expected: Certainty) -> None:
    """Three strikes within fewer than six days are one bad week."""
    history = runs(DEAD, DEAD, every=timedelta(days=days) / 2)

    assert sure(DEAD, history, START + timedelta(days=days)) is expected


def test_partial_runs_do_not_count() -> None:
    """Checking a draft ten times proves nothing."""
    history = runs(*[DEAD] * 10, full=False)

    assert sure(DEAD, history) is SUSPECTED
    assert sure(DEAD, runs(DEAD, DEAD), this_run_full=False) is SUSPECTED
    assert streak(history).failed_runs == 0


def test_a_success_resets_in_any_run() -> None:
    """Once it was seen alive, it was alive."""
    history = [*runs(DEAD, DEAD), PastRun(START + 2 * WEEK, OK.kind, OK, full=False)]

    assert sure(DEAD, history, START + 3 * WEEK) is SUSPECTED


def test_some_evidence_never_becomes_proof() -> None:
    """A temporary redirect home stays a suspicion for ever."""
    conclusion = Conclusion(Reason.REDIRECTED_TO_HOME, "x", suspected_at_most=True)

    assert certainty(conclusion, START + 9 * WEEK, runs(*[Reason.REDIRECTED_TO_HOME] * 9)) is SUSPECTED


def test_the_streak_is_told() -> None:
    """First failed, last ok, and how many runs since."""
    known = streak(runs(OK, DEAD, WALL, OUT))

    assert (known.first_failed, known.last_ok, known.failed_runs) == (START + WEEK, START, 2)
    assert streak(runs(DEAD, OK)).first_failed is None
    assert streak([]).failed_runs == 0
