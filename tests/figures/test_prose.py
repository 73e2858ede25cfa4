"""Labelled prose in six languages: how many figures are found, with value, unit, date and role."""

import pytest
from labelled import PROSE, passages, score

FILES = sorted(path.name for path in PROSE.glob("*.txt"))
LANGUAGES = ("de", "en", "es", "fr", "ru", "zh")
PRECISION, RECALL, DATES, ROLES = 0.95, 0.90, 0.85, 0.85


def test_enough_is_labelled() -> None:
    """Forty figures at least in each language."""
    counts = {code: sum(len(one.labels) for one in passages(f"{code}.txt")) for code in LANGUAGES}

    assert min(counts.values()) >= 40


@pytest.mark.parametrize("name", FILES)
def test_floors(name: str) -> None:
    """What is found is right, most of it is found, and most dates are right."""
    told: list[str] = []
    total = score(name, told=told)

    assert total.precision >= PRECISION, told
    assert total.recall >= RECALL, told
    assert total.dates >= DATES * total.found, told
    assert total.roles >= ROLES * total.found, told
