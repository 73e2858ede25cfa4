"""How fast a host is asked: laws of the pace, on made-up clocks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.fetch.pace import Pace

RATES = st.floats(0.3, 40)
GAPS = st.lists(st.floats(0, 3), max_size=60)


def starts(pace: Pace, gaps: list[float]) -> list[float]:
    """When requests start: each is wanted so long after the one before, and starts as soon as it may."""
    now = 100.0
    begun = []
    for gap in gaps:
        now = max(now + gap, pace.next_at())
        pace.started(now)
        begun.append(now)
    return begun


@pytest.mark.parametrize(("slowed", "apart"), [(0, 0.2), (1, 0.4), (2, 0.8), (9, 1.6)])
def test_a_host_that_says_too_fast_is_asked_more_slowly(slowed: int, apart: float) -> None:
    """Half as often for each 429, an eighth at least."""
    pace = Pace(5)
    for _ in range(slowed):
        pace.slow_down()
    begun = starts(pace, [0.0] * 5)

    assert begun == pytest.approx([begun[0] + number * apart for number in range(5)])


def test_it_is_forgiven_step_by_step() -> None:
    """Good answers bring the pace back."""
    pace = Pace(5)
    pace.slow_down()
    slowness = []
    for _ in range(3):
        pace.speed_up()
        slowness.append(pace.slowness)

    assert slowness == pytest.approx([1.4, 1.0, 1.0])


def test_without_a_rate_nobody_waits() -> None:
    """``--rate 0``."""
    assert starts(Pace(0), [0.0] * 5) == [100.0] * 5


def test_five_a_second_are_five_a_second() -> None:
    """Eleven requests take two seconds."""
    begun = starts(Pace(5), [0.0] * 11)

    assert begun[-1] - begun[0] == pytest.approx(2.0)


def test_a_connection_that_falls_free_late_is_not_held_back() -> None:
    """Who could have been asked a while ago may be asked twice in a row, but not three times."""
    begun = starts(Pace(10), [0.0, 0.7, 0.0, 0.0])

    assert begun == pytest.approx([100.0, 100.7, 100.7, 100.8])


def test_a_host_that_complained_gets_no_two_in_a_row() -> None:
    """While it is asked more slowly, requests are evenly spaced."""
    pace = Pace(10)
    pace.slow_down()

    assert starts(pace, [0.0, 0.7, 0.0, 0.0]) == pytest.approx([100.0, 100.7, 100.9, 101.1])


def test_a_pause_is_kept_and_never_shortened() -> None:
    """The longest of several counts."""
    pace = Pace(5)
    pace.pause(130.0)
    pace.pause(110.0)

    assert starts(pace, [0.0]) == [130.0]


@given(RATES, GAPS)
def test_no_second_sees_more_than_agreed(rate: float, gaps: list[float]) -> None:
    """Whatever is wanted when: in any second there are at most so many as agreed, rounded up."""
    begun = starts(Pace(rate), gaps)

    assert all(len([one for one in begun if start <= one < start + 0.999]) <= -(-rate // 1) for start in begun)


@given(RATES, GAPS)
def test_it_is_never_ahead_of_even_spacing(rate: float, gaps: list[float]) -> None:
    """Counted from the first one, no request starts before its time."""
    begun = starts(Pace(rate), gaps)

    assert all(one >= begun[0] + number / rate - 0.001 for number, one in enumerate(begun))


@given(RATES, st.integers(2, 60))
def test_nobody_waits_longer_than_needed(rate: float, count: int) -> None:
    """Who always wants to ask asks at the pace agreed."""
    begun = starts(Pace(rate), [0.0] * count)

    assert begun[-1] - begun[0] == pytest.approx((count - 1) / rate)
