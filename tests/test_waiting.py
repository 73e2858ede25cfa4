"""What servers ask of us by Retry-After, and how we say it."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import waiting

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


@given(st.text(max_size=60))
def test_any_value_is_read(value: str) -> None:
    """Foreign text means a time or nothing; no time is negative."""
    found = waiting.seconds(value, NOW)

    assert found is None or found >= 0


@given(st.integers(min_value=0, max_value=10**8))
def test_seconds_and_dates_agree(count: int) -> None:
    """A number of seconds and the moment it leads to ask for the same."""
    moment = format_datetime(NOW + timedelta(seconds=count), usegmt=True)

    assert waiting.seconds(str(count), NOW) == waiting.seconds(moment, NOW) == count


@pytest.mark.parametrize(
    ("wait", "words"),
    [
        (0, "0 seconds"),
        (1, "1 second"),
        (59, "59 seconds"),
        (60, "1 minute"),
        (3600, "1 hour"),
        (7200, "2 hours"),
        (86_400, "1 day"),
    ],
)
def test_times_are_told_in_words(wait: float, words: str) -> None:
    """In the largest unit of which there is one."""
    assert waiting.told(wait) == words
