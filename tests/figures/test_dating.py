"""Which date is whose: years of comparison, in brackets, of pairs, relative ones. What is not said stays unknown."""

import pytest
from labelled import PROSE, score

DATES = PROSE.parent / "dates"


@pytest.mark.parametrize("code", ["de", "en", "es", "fr", "ru", "zh"])
def test_all_right(code: str) -> None:
    """Value, date and role of every figure are those labelled, and nothing else is found."""
    told: list[str] = []
    total = score(f"{code}.txt", folder=DATES, told=told)

    assert told == []
    assert total.right == total.labelled
