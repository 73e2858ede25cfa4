"""Tables and infoboxes: a number takes unit and date from its headers, in Markdown, HTML and wikitext."""

import pytest

from checker import readers
from checker.model import Document


def found(kind: str, text: str) -> set[tuple[str, str, str]]:
    """Words, quantity and date of every figure."""
    return {
        (one.text, f"{one.quantity.value} {one.quantity.unit}", str(one.as_of or ""))
        for one in readers.read(Document("a", text, kind)).figures
    }


def test_markdown() -> None:
    """Years as columns and as rows, a unit in the header, cells that are no figures."""
    text = """| Country | Deaths 2022 | Deaths 2023 | Exports (million USD) | Rank |
|---|---:|---:|---|---|
| Norway | 116 | 110 | 1,200.5 | 3 |

| Year | Deaths | Share | No |
|---|---|---|---|
| 2022 | 42,514 | 12 % | 7 |
"""

    assert found("markdown", text) == {
        ("116", "116 deaths", "2022"),
        ("110", "110 deaths", "2023"),
        ("1,200.5", "1200500000 USD", ""),
        ("42,514", "42514 deaths", "2022"),
        ("12 %", "12 %", "2022"),
    }


def test_html() -> None:
    """An infobox with a dated heading, and a table whose rows name the unit."""
    text = """<table class="infobox"><tr><th colspan=2>Population (2010)</th></tr>
<tr><th>• Total</th><td>1,215<sup>[1]</sup></td></tr><tr><th>Area</th><td>12.3 km<sup>2</sup></td></tr>
<tr><th>Postal code</th><td>12345</td></tr><tr><th>Founded</th><td>1845</td></tr></table>
<table><tr><th>Country<th>2018<th>2019</tr><tr><td>Exports, USD bn<td>11.07<td>12.3</tr>
<tr><td>Tourists<td>1,200,000<td>1,300,000</tr></table>"""

    assert found("html", text) == {
        ("1,215", "1215 population", "2010"),
        ("12.3 km2", "12300000 m2", ""),
        ("11.07", "11070000000 USD", "2018"),
        ("12.3", "12300000000 USD", "2019"),
        ("1,200,000", "1200000 tourists", "2018"),
        ("1,300,000", "1300000 tourists", "2019"),
    }


def test_wikitext() -> None:
    """The parameters of an infobox, one dating the other, and a table."""
    text = """{{Infobox settlement
| name = Smalltown
| population_total = 1,215
| population_as_of = 2010
| area_total_km2 = 12.3
| population_density_km2 = 98
| postal_code = 12345
| established_date = 1845
}}
Smalltown had a population of 1,215 (2010).

{| class="wikitable"
|+ Road deaths
! Year !! Deaths !! Injured
|-
| 2022 || 42,514 || style="x" | 2,300,000
|}
"""

    assert found("wikitext", text) == {
        ("1,215", "1215 population", "2010"),
        ("12.3", "12300000 m2", ""),
        ("42,514", "42514 deaths", "2022"),
        ("2,300,000", "2300000 injured", "2022"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "| A | B |\n|---|---|\n| 12 | 14 |\n",
        "| Version | Released |\n|---|---|\n| 2.14 | 2019 |\n| 3.1 | 2020 |\n",
        "| Name | Phone |\n|---|---|\n| Ann 2019 | 030 1234567 |\n",
        "a | b\n",
        "|||||\n|-|\n|",
    ],
)
def test_no_figures(text: str) -> None:
    """Without a date or a unit a cell is a number, no figure."""
    assert found("markdown", text) == set()
