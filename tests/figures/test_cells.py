"""Cells that name and date what they count themselves, and columns of changes beside dated ones."""

import pytest

from checker import readers
from checker.figures.facts import Confidence
from checker.model import Document


def found(kind: str, text: str) -> list[str]:
    """Quantity and date of every figure."""
    return [
        f"{one.quantity.value} {one.quantity.unit} {one.as_of or ''}".strip()
        for one in readers.read(Document("a", text, kind)).figures
    ]


def box(value: str, name: str = "production") -> str:
    """An infobox of one parameter."""
    return f"{{{{Infobox company\n| name = Works\n| {name} = {value}\n}}}}\n"


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("418,000 tractors (2021)", "418000 tractors 2021"),
        ("{{decrease}} 418,000 tractors (2021)", "418000 tractors 2021"),
        ("418,000 new tractors (June 2021)", "418000 tractors 2021-06"),
        ("418 000 tracteurs (2021)", "418000 tracteurs 2021"),
        ("418,000 (2021)", "418000 production 2021"),
        ("2.7 million tonnes (2021)", "2700000000 kg 2021"),
    ],
)
def test_a_noun_before_its_year(value: str, wanted: str) -> None:
    """``N noun (year)`` counts the noun; without one, what its parameter is named for."""
    assert found("wikitext", box(value)) == [wanted]


@pytest.mark.parametrize(
    "value",
    [
        "418,000 tractors",
        "Agria 500 tractors (2021)",
        "24 Mill Street (2021)",
        "1 tractor (2021)",
        "418 tractors in 30 plants (2021)",
    ],
)
def test_other_words_between(value: str) -> None:
    """Names, addresses and what stands without a date count nothing."""
    assert found("wikitext", box(value, "details")) == []


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("| Crop | 2020 (tonnes) | 2021 (tonnes) | Change (%) |", "%"),
        ("| Crop | 2021 (tonnes) | 2020 (tonnes) | Growth (%) |", "%"),
        ("| Frucht | 2020 (tonnes) | 2021 (tonnes) | Veränderung (%) |", "%"),
        ("| Культура | 2020 (тонн) | 2021 (тонн) | Прирост (%) |", "%"),
        ("| 作物 | 2020年（吨） | 2021年（吨） | 增长（%） |", "%"),
    ],
)
def test_changes_beside_two_years(head: str, unit: str) -> None:
    """A column of changes is of the later of the two years, and not sure of it."""
    text = f"{head}\n|---|---|---|---|\n| Rice | 412 | 430 | 4.4 |\n"
    last = readers.read(Document("a", text, "markdown")).figures[-1]

    assert (str(last.quantity.value), last.quantity.unit, str(last.as_of)) == ("4.4", unit, "2021")
    assert last.confidence is Confidence.LOW


def test_changes_beside_one_year() -> None:
    """Or of the only one; a cell with its own sign as well."""
    text = "| Crop | 2021 (tonnes) | Change |\n|---|---|---|\n| Rice | 412 | 4.4% |\n"

    assert found("markdown", text) == ["412000 kg 2021", "4.4 % 2021"]


@pytest.mark.parametrize(
    "head",
    [
        "| Crop | 2019 (tonnes) | 2020 (tonnes) | 2021 (tonnes) | Change (%) |",
        "| Crop | 2020 (tonnes) | Q1 2021 (tonnes) | April 2021 (tonnes) | Change (%) |",
        "| Crop | Spring (tonnes) | Summer (tonnes) | Autumn (tonnes) | Change (%) |",
        "| Crop | 2020 (tonnes) | 2021 (tonnes) | Target (tonnes) | Change since 2010 (%) |",
    ],
)
def test_changes_of_unknown_times(head: str) -> None:
    """Beside more years, parts of years or none, or with a time of its own that is no date, it has no date."""
    text = f"{head}\n|---|---|---|---|---|\n| Rice | 412 | 430 | 433 | 4.4 |\n"

    assert found("markdown", text)[-1] == "4.4 %"


def test_other_columns_beside_years() -> None:
    """A column that tells of no change takes no date from those beside it."""
    text = "| Crop | 2020 (tonnes) | 2021 (tonnes) | Water (%) |\n|---|---|---|---|\n| Rice | 412 | 430 | 4.4 |\n"

    assert found("markdown", text)[-1] == "4.4 %"
