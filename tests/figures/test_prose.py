"""Labelled prose in six languages: how many figures are found, with value, unit, date and role.

The files named ``heldout-…`` were written after the engine and read once before anything was changed for them: then
(2026-11-25) precision and recall on value and unit were 0.95 each, dates 0.95 and roles 0.98, over 127 figures.
"""

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


@pytest.mark.parametrize("name", [name for name in FILES if name.startswith(("values-", "units-"))])
def test_what_is_easily_misread(name: str) -> None:
    """Values and units of sentences written for one cause of error each, and for its counter-examples, are all right."""
    told: list[str] = []
    total = score(name, told=told)

    assert total.right == total.labelled, told
    assert not total.false, told
