"""What a terminal is told while it waits."""

import pytest

from checker.progress import Standing, estimate, line, shown


def test_a_line() -> None:
    """How far, how long, and whom we wait for once they are few."""
    standing = Standing("checking", 98, 100, {"a.org": (50, 50), "slow.org": (48, 50)})

    assert line(standing, 48.0) == "checking 98/100, about 2 s left, waiting for slow.org"


def test_many_hosts_are_not_listed() -> None:
    """A list of four hundred names helps nobody."""
    standing = Standing("checking", 10, 500, {f"h{number}.org": (1, 50) for number in range(10)})

    assert "waiting" not in line(standing, 10.0)


def test_the_slowest_host_decides() -> None:
    """An average over all would promise an end that one queue cannot keep."""
    hosts = {"quick.org": (90, 90), "slow.org": (10, 110)}

    assert estimate(Standing("checking", 100, 200, hosts), 60.0) == pytest.approx(600.0)


@pytest.mark.parametrize(("done", "total"), [(0, 100), (4, 100), (100, 100)])
def test_nobody_guesses_too_early_or_too_late(done: int, total: int) -> None:
    """Nothing is promised before something is known."""
    assert estimate(Standing("checking", done, total), 5.0) is None


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.2, "1 s"), (59.6, "60 s"), (89, "89 s"), (150, "2 min"), (3600, "60 min")]
)
def test_durations(seconds: float, words: str) -> None:
    """In words that fit."""
    assert shown(seconds) == words
