"""What is learnt of a host from its answers."""

from __future__ import annotations

import pytest

from checker.fetch.answer import Answer
from checker.fetch.limits import Limits
from checker.fetch.politeness import HOPELESS_AFTER, SOON, HostRecord, Politeness
from checker.observation import Failure

LIMITS = Limits(rate=10)
FINE = Answer(200)
SILENCE = Answer(failure=Failure.TIMEOUT)
BUSY = Answer(429)
BUSY_FOR_A_WHILE = Answer(429, (("retry-after", "7"),))


def record(*answers: Answer) -> HostRecord:
    """A host that has given these answers, one a second."""
    found = Politeness(LIMITS).host("a.org")
    for number, answer in enumerate(answers):
        found.learn(answer, took=0.5, now=100.0 + number, limits=LIMITS)
    return found


def test_a_plain_429_slows_us_down() -> None:
    """It names no pause, so we find out how much it bears."""
    assert record(BUSY).pace.slowness == 2
    assert record(BUSY, BUSY).pace.slowness == 4


def test_a_429_that_names_its_pause_gets_just_that() -> None:
    """What it asks for is what it gets."""
    found = record(BUSY_FOR_A_WHILE)

    assert found.pace.next_at() == 107.0
    assert found.pace.slowness == 1


def test_a_429_soon_after_the_last_slows_us_down() -> None:
    """The pauses it names are not enough."""
    assert record(BUSY_FOR_A_WHILE, *[FINE] * (SOON - 1), BUSY_FOR_A_WHILE).pace.slowness == 2
    assert record(BUSY_FOR_A_WHILE, *[FINE] * SOON, BUSY_FOR_A_WHILE).pace.slowness == 1


def test_a_pause_is_capped() -> None:
    """A host that wants to be left alone for a day gets what we are ready to wait."""
    found = record(Answer(503, (("retry-after", "86400"),)))

    assert found.pace.next_at() == 100.0 + LIMITS.retry_after_cap


@pytest.mark.parametrize("status", [200, 404, 301])
def test_other_answers_pause_nobody(status: int) -> None:
    """``Retry-After`` means something on 429 and 503 only."""
    assert record(Answer(status, (("retry-after", "9"),))).pace.next_at() < 100.0


@pytest.mark.parametrize(
    ("answers", "hopeless"),
    [
        ([SILENCE] * HOPELESS_AFTER, True),
        ([SILENCE] * (HOPELESS_AFTER - 1), False),
        ([SILENCE, FINE, *[SILENCE] * 9], False),
        ([*[SILENCE] * 9, Answer(503)], False),
        ([Answer(failure=Failure.CONNECTION_REFUSED)] * 9, False),
    ],
)
def test_only_who_never_answered_is_given_up(answers: list[Answer], hopeless: bool) -> None:
    """One answer of any kind, and every page is asked for."""
    assert record(*answers).hopeless is hopeless


def test_how_long_a_host_takes_is_believed_step_by_step() -> None:
    """One quick answer is no quick host; silence is nothing known."""
    assert record().mean is record(SILENCE).mean is None
    one, many = record(FINE), Politeness(LIMITS).host("b.org")
    for number in range(50):
        many.learn(FINE, took=0.1, now=float(number), limits=LIMITS)

    assert one.mean == pytest.approx(0.5)
    assert many.mean == pytest.approx(0.1, abs=0.05)
