"""What the headers of tables say: merged cells, units told once, years of all dresses; and what none of them says."""

import pytest

from checker import readers
from checker.model import Document


def found(kind: str, text: str) -> set[tuple[str, str, str]]:
    """Words, quantity and date of every figure."""
    return {
        (one.text, f"{one.quantity.value} {one.quantity.unit}", str(one.as_of or ""))
        for one in readers.read(Document("a", text, kind)).figures
    }


def table(*rows: str) -> str:
    """A table of Markdown."""
    head, *body = rows
    return "\n".join((head, "|---" * head.count("|") + "|", *body, ""))


def test_merged_headers_in_html() -> None:
    """Years below a header that covers several columns; a merged cell of the body shares only what it is under."""
    text = """<table><thead><tr><th rowspan=2>Region</th><th colspan=2>Births</th><th colspan=2>Deaths</th></tr>
<tr><th>2017</th><th>2018</th><th>2017</th><th>2018</th></tr></thead><tbody>
<tr><td>North</td><td>1,204</td><td>1,180</td><td>998</td><td>1,120</td></tr>
<tr><td>South</td><td>2,310</td><td>2,298</td><td colspan=2>4,001</td></tr></tbody></table>"""

    assert found("html", text) == {
        ("1,204", "1204 births", "2017"),
        ("1,180", "1180 births", "2018"),
        ("998", "998 deaths", "2017"),
        ("1,120", "1120 deaths", "2018"),
        ("2,310", "2310 births", "2017"),
        ("2,298", "2298 births", "2018"),
    }


def test_merged_headers_in_wikitext() -> None:
    """The unit of the upper header, the year of the lower; the caption's scale for what names no unit."""
    text = """{| class="wikitable"
|+ Harvest by crop (1,000 t)
! rowspan=2 | Crop
! colspan="2" | Area (ha)
! colspan="2" | Harvest
|-
! 2015 !! 2016
! 2015 !! 2016
|-
! scope=row | Rice
| 1,204 || 1,310 || 412 || 430
|}
"""

    assert found("wikitext", text) == {
        ("1,204", "12040000 m2", "2015"),
        ("1,310", "13100000 m2", "2016"),
        ("412", "412000000 kg", "2015"),
        ("430", "430000000 kg", "2016"),
    }


def test_merged_labels() -> None:
    """A year that covers several rows, with quarters beside it."""
    text = """<table><tr><th>Year</th><th>Quarter</th><th>Sales (€m)</th></tr>
<tr><td rowspan=2>2021</td><td>Q1</td><td>12.4</td></tr><tr><td>Q2</td><td>13.1</td></tr>
<tr><td rowspan="2">2022</td><td>Q1</td><td>14.0</td></tr><tr><td>Q2</td><td>15.9</td></tr></table>"""

    assert {(words, date) for words, _, date in found("html", text)} == {
        ("12.4", "2021-Q1"),
        ("13.1", "2021-Q2"),
        ("14.0", "2022-Q1"),
        ("15.9", "2022-Q2"),
    }


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("| Item | Unit | 2010 |", "| Wheat | 1,000 t | 5,410 |"), {("5,410", "5410000000 kg", "2010")}),
        (("| Posten | Einheit | 2021 |", "| Ausgaben | Mio. € | 1.204,5 |"), {("1.204,5", "1204500000 EUR", "2021")}),
        (("| Poste | Unité | 2021 |", "| Recettes | M€ | 412,3 |"), {("412,3", "412300000 EUR", "2021")}),
        (
            ("| Indicador | Unidad | 2021 |", "| Exportaciones | millones de dólares | 1.204,5 |"),
            {("1.204,5", "1204500000 USD", "2021")},
        ),
        (
            ("| Показатель | Ед. изм. | 2021 г. |", "| Экспорт | млрд долл. | 493,1 |"),
            {("493,1", "493100000000 USD", "2021")},
        ),
        (("| 项目 | 单位 | 2021年 |", "| 出口 | 亿美元 | 493.1 |"), {("493.1", "49310000000 USD", "2021")}),
        (("| Item | Unit | 2010 |", "| Hospitals | number | 1,215 |"), {("1,215", "1215 hospitals", "2010")}),
        (("| £'000 | 2022 |", "| Revenue | 12,345 |"), {("12,345", "12345000 GBP", "2022")}),
        (("| in TEUR | 2022 |", "| Umsatzerlöse der Stadt | 12.345 |"), {("12.345", "12345000 EUR", "2022")}),
        (("| En millions d'euros | 2022 |", "| Recettes de la ville | 412,3 |"), {("412,3", "412300000 EUR", "2022")}),
        (
            ("| Item | 2021 | 2022 |", "| Unit | USD million | % |", "| Income | 43 | 48.6 |"),
            {("43", "43000000 USD", "2021"), ("48.6", "48.6 %", "2022")},
        ),
    ],
)
def test_units_told_once(rows: tuple[str, ...], expected: set[tuple[str, str, str]]) -> None:
    """In a column of units, in the corner, in a row below the headers."""
    assert found("markdown", table(*rows)) == expected


@pytest.mark.parametrize(
    ("above", "value"),
    [
        ("Table 4. Aid by donor, million euros", "12400000 EUR"),
        ("(in million euros)", "12400000 EUR"),
        ("All figures in million euros", "12400000 EUR"),
        ("We spent million euros on this.", "12.4 grants"),
        ("In the report of the donors, see the table", "12.4 grants"),
    ],
)
def test_captions_of_markdown(above: str, value: str) -> None:
    """A line that names the table, or says nothing but the unit, is its caption; other lines are none."""
    text = f"{above}\n\n" + table("| Donor | 2021 |", "| Grants | 12.4 |")

    assert found("markdown", text) == {("12.4", value, "2021")}


def test_nearer_counts_more() -> None:
    """A row's own unit or measure comes before the table's; a column of notes takes none, one of changes the year beside it."""
    text = table(
        "| £m | Note | 2021 | Change (%) |",
        "| Revenue | 3 | 12.5 | 4.1 |",
        "| Employees | 7 | 1,204 | 2.0 |",
        "| Margin (%) | | 8.4 | |",
        "| Staff costs | 4 | 3.1 | |",
    )

    assert found("markdown", text) == {
        ("12.5", "12500000 GBP", "2021"),
        ("4.1", "4.1 %", "2021"),
        ("1,204", "1204 employees", "2021"),
        ("2.0", "2 %", "2021"),
        ("8.4", "8.4 %", "2021"),
        ("3.1", "3100000 GBP", "2021"),
    }


@pytest.mark.parametrize(
    ("header", "date"),
    [
        ("FY22", "2022"),
        ("FY2022", "2022"),
        ("FY21/22", "2021/2022"),
        ("GJ 2021/22", "2021/2022"),
        ("2022*", "2022"),
        ("2022p", "2022"),
        ("2022 (a)", "2022"),
        ("4Q22", "2022-Q4"),
        ("Q3'22", "2022-Q3"),
        ("1H22", "2022-01/2022-06"),
        ("31/12/2022", "2022-12-31"),
        ("Mar-22", "2022-03"),
        ("9M 2022", "2022-01/2022-09"),
        ("2022 (estimate)", "2022"),
        ("1990s", None),
        ("2020/2019", None),
        ("2022 vs 2021", None),
        ("since 2010", None),
        ("06/07/2022", None),
        ("Dec 22", None),
        ("Area 51", None),
        ("Number 2", None),
    ],
)
def test_years_of_headers(header: str, date: str | None) -> None:
    """How reports head their years; what compares two, or is no year, dates nothing."""
    got = found("markdown", table(f"| Item | {header} |", "| Visitors | 1,204 |"))

    assert got == ({("1,204", "1204 visitors", date)} if date else set())


@pytest.mark.parametrize(
    ("header", "row", "date"),
    [
        ("2019", "GDP (constant 2010 US$ billion)", "2019"),
        ("2019", "Index in USD (2015 = 100)", "2019"),
        ("2019", "GDP in USD, prices of 2015", "2019"),
        ("2019", "Aid since 2010 (USD)", "2019"),
        ("2019", "Costs of the plan for 2030 (USD)", ""),
        ("Q2 2019", "2019 sales (USD)", "2019-Q2"),
        ("Sales (USD)", "FY19", "2019"),
    ],
)
def test_two_times(header: str, row: str, date: str) -> None:
    """The base of an index dates nothing; where row and column name different times, neither does."""
    assert {date for _, _, date in found("markdown", table(f"| Item | {header} |", f"| {row} | 12.5 |"))} == {date}


def test_months_of_a_year() -> None:
    """The year of the rows, or of the caption, and the month of the column; without a year there is no date."""
    assert found("markdown", table("| Year | Jan | Q2 |", "| 2021 | 12 % | 13 % |")) == {
        ("12 %", "12 %", "2021-01"),
        ("13 %", "13 %", "2021-Q2"),
    }
    assert found("markdown", table("| Item | Jan | Mai |", "| Zuwachs der Stadt | 12 % | 13 % |")) == {
        ("12 %", "12 %", ""),
        ("13 %", "13 %", ""),
    }


def test_columns_before_the_caption() -> None:
    """A caption dates only what no column dates; since when it counts is no date at all."""
    text = """<table><caption>Population depuis 1968</caption><thead><tr><td></td><th>1975(*)</th><th>2016</th></tr></thead>
<tbody><tr><th>Habitants</th><td>1 578</td><td>3 211</td></tr></tbody></table>"""

    assert found("html", text) == {("1 578", "1578 habitants", "1975"), ("3 211", "3211 habitants", "2016")}


@pytest.mark.parametrize(
    ("label", "quantity"),
    [
        ("Density (inhabitants/km²)", "41.6 inhabitants/km²"),
        ("Inhabitants per km²", "41.6 inhabitants per km²"),
        ("Yield (t/ha)", "41.6 t/ha"),
        ("Area (km²)", "41600000 m2"),
        ("Price (€/m²)", "41.6 EUR"),
        ("Deaths per 100,000", "41.6 deaths per 100,000"),
    ],
)
def test_densities(label: str, quantity: str) -> None:
    """So many for each unit are no area."""
    assert found("markdown", table("| Item | 2019 |", f"| {label} | 41.6 |")) == {("41.6", quantity, "2019")}


@pytest.mark.parametrize(
    "label", ["0–14", "15 to 64", "65+", "Under 15", "Total 1", "G20", "12 bis 17", "0 à 14 ans", "< 18"]
)
def test_labels_with_numbers(label: str) -> None:
    """Bands of ages and numbered names label their rows."""
    got = found("markdown", table("| Group | 2018 | 2019 |", f"| {label} | 755 | 749 |", "| All others | 12 | 13 |"))

    assert {(words, date) for words, _, date in got} == {
        ("755", "2018"),
        ("749", "2019"),
        ("12", "2018"),
        ("13", "2019"),
    }


def test_long_tables() -> None:
    """A column of years dates its rows wherever it stands; one of ranks counts nothing."""
    text = table(
        "| Rank | Country | Year | GDP (US$ bn) |", "| 1 | Peru | 2019 | 228.3 |", "| 2 | Chile | 2020 | 254.3 |"
    )

    assert found("markdown", text) == {
        ("228.3", "228300000000 USD", "2019"),
        ("254.3", "254300000000 USD", "2020"),
    }


def test_headings_between_rows() -> None:
    """A heading row says unit and time for the rows below it."""
    text = table(
        "| Office | 2023 |", "| **Revenue (TEUR)** | |", "| Fees | 412 |", "| **Staff** | |", "| Officers | 98 |"
    )

    assert found("markdown", text) == {("412", "412000 EUR", "2023"), ("98", "98 officers", "2023")}


def test_values_that_look_like_years() -> None:
    """Where a unit or a dated header says so; never under a header of years."""
    text = table("| Year | Opened | Output (t) | Schools |", "| 2018 | 1987 | 1950 | 2010 |")

    assert found("markdown", text) == {("1950", "1950000 kg", "2018"), ("2010", "2010 schools", "2018")}


@pytest.mark.parametrize(
    "text",
    [
        table("| Season | P | W | D | L | GF | Pts |", "| 2018–19 | 38 | 20 | 8 | 10 | 61 | 68 |"),
        table("| Team | Pl. | T | Rank 2019 |", "| Rovers | 38 | 20 | 8 |"),
        table("| | 2018 | 2019 |", "| 2019/2018 | 12 | 14 | 15 |"),
        table("| £m | Note |", "| Revenue 2020 | 12 |"),
        table("| Visitors | Change 2018–2019 |", "| Zoo | 1,204 |"),
        "<table><tr><th>2018<th>2019</tr><tr><td>Visitors<td>12<td>13</tr></table>",
        "<table><tr><th>Year<th>Visitors</tr><tr><td>2018<td rowspan=2>1,204</tr><tr><td>2019</tr></table>",
    ],
)
def test_not_understood(text: str) -> None:
    """Letters over results, rows longer than their header, merged years, changes, notes: no figure, no wrong year."""
    assert found("html" if text.startswith("<") else "markdown", text) == set()


def test_infobox_parameters() -> None:
    """An elevation that looks like a year; each date for the parameter it belongs to; ``formatnum`` in prose."""
    text = """{{Infobox town
| elevation_m = 1950
| population_estimate = 4,210
| population_estimate_year = 2022
| population_census = 3,998
| population_census_year = 2010
| num_employees = 1,204
| num_employees_year = 2021
| opened = 1987
}}
It had {{formatnum:1204567}} visitors in 2021.
"""

    assert found("wikitext", text) == {
        ("1950", "1950 m", ""),
        ("4,210", "4210 population", "2022"),
        ("3,998", "3998 population", "2010"),
        ("1,204", "1204 employees", "2021"),
        ("1204567 visitors", "1204567 visitors", "2021"),
    }
