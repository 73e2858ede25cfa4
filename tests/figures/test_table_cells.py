"""What stands in cells besides plain numbers: losses, note marks, gaps, templates, sums, merged boxes."""

import pytest

from checker import readers
from checker.model import Document

HTML = """<table><caption>{caption}</caption><tr><th>{corner}</th><th>2021</th><th>2022</th></tr>{rows}</table>"""


def found(kind: str, text: str) -> list[tuple[str, str, str]]:
    """What is read, with value and unit, and date."""
    figures = readers.read(Document("a", text, kind)).figures
    return [(one.text, f"{one.quantity.value} {one.quantity.unit}", str(one.as_of or "")) for one in figures]


def page(caption: str, corner: str, *rows: tuple[str, str, str]) -> str:
    """A table of two years."""
    written = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return HTML.format(caption=caption, corner=corner, rows=written)


@pytest.mark.parametrize("cell", ["n/a", "–", "—", "..", "...", "k. A.", "н/д", "*", "-", "x", "(b)", "3,1xx"])
def test_a_gap_is_no_figure(cell: str) -> None:
    """However a table says that there is nothing."""
    text = page("Net income, € million", "Segment", ("Retail", cell, "12.3"))

    assert found("html", text) == [("12.3", "12300000 EUR", "2022")]


@pytest.mark.parametrize(
    ("cell", "value"), [("−1.2", "-1200000"), ("-1.2", "-1200000"), ("(1.2)", "-1200000"), ("1.2 (e)", "1200000")]
)
def test_losses_are_negative(cell: str, value: str) -> None:
    """Accounts print them in brackets; a letter in brackets is a note."""
    text = page("Net income, € million", "Segment", ("Retail", cell, "n/a"))

    assert [one[1:] for one in found("html", text)] == [(f"{value} EUR", "2021")]


@pytest.mark.parametrize("mark", ["<sup>1</sup>", "<sup>a</sup>", "<sup>[2]</sup>", "<sup>*</sup>", "†"])
def test_a_raised_mark_is_no_digit(mark: str) -> None:
    """Behind a number in a cell it leads to a note."""
    text = page("Staff", "Office", ("Berlin", f"1,310{mark}", "n/a"))

    assert found("html", text) == [("1,310", "1310 staff", "2021")]


def test_powers_and_units_stay_raised() -> None:
    """They are no note marks."""
    text = page("Area in km<sup>2</sup>", "Lake", ("Garda", "370", "n/a"), ("Como", "146<sup>b</sup>", ""))

    assert found("html", text) == [("370", "370000000 m2", "2021"), ("146", "146000000 m2", "2021")]


def test_places_are_counted_in_what_the_title_says() -> None:
    """Rows named in a column of places are no nouns, and a sum is one of them; rows of things are."""
    text = page("Staff by office", "Office", ("Berlin", "1,240", "1,310"), ("Total", "1,550", "1,620"))
    things = page("Our work", "Item", ("Lawyers", "98", "101"))

    assert {one[1].split()[1] for one in found("html", text)} == {"staff"}
    assert [one[1] for one in found("html", things)] == ["98 lawyers", "101 lawyers"]


def test_a_sum_of_many_units_is_none() -> None:
    """Decimals that only ``total`` stands beside are of a unit that nobody told."""
    text = "| Country | 2020 | 2021 |\n|---|---|---|\n| GDP, $bn | 12.4 | 13.1 |\n| Total | 15.5 | 17.0 |\n"

    assert [one[0] for one in found("markdown", text)] == ["12.4", "13.1"]


WIKI = """{{| class="wikitable"
|+ Population of the provinces
! Province !! {{{{nowrap|2011 census}}}} !! 2021
|-
| North || {cell} || n/a
|}}
"""


@pytest.mark.parametrize(
    "cell",
    [
        "{{formatnum:1234567}}", "{{val|1234567}}", "{{sort|0012|1,234,567}}", "{{nts|1234567}}", "{{increase}} 1,234,567",
        "{{0}}1,234,567", "{{nowrap|{{formatnum:1234567}}}}", "1,234,567 {{small|(+8.1%)}}", "{{ntsh|9}}1,234,567<ref>x</ref>",
    ],
)  # fmt: skip
def test_templates_around_a_number(cell: str) -> None:
    """Those that sort, colour, pad or format it leave it as it is read."""
    counted = [one for one in found("wikitext", WIKI.format(cell=cell)) if not one[1].endswith("%")]

    assert [one[1:] for one in counted] == [("1234567 population", "2011")]


def test_templates_in_an_infobox_do_not_end_it() -> None:
    """The date that one parameter gives another is found behind them."""
    text = (
        "{{Infobox settlement\n| population_total = {{formatnum:48200}}\n| population_as_of = {{start date|2019}}\n}}\n"
    )

    assert found("wikitext", text) == [("48200", "48200 population", "2019")]


MERGED = """
+------------+-----------------+
| Region     | Sales (USD m)   |
|            +--------+--------+
|            | 2021   | 2022   |
+============+========+========+
| North      | 12.4   | 13.1   |
+------------+--------+--------+
| South and  | 9.8    | n/a    |
| East       |        |        |
+------------+--------+--------+
"""


def test_merged_boxes() -> None:
    """A header over two columns is that of both; a cell of two lines is one."""
    assert found("rst", MERGED) == [
        ("12.4", "12400000 USD", "2021"),
        ("13.1", "13100000 USD", "2022"),
        ("9.8", "9800000 USD", "2021"),
    ]


def test_broken_boxes_are_no_table() -> None:
    """Where a wall is missing nobody knows what stands where."""
    broken = MERGED.replace("| North      | 12.4   |", "| North        12.4   |").replace(
        "|            +--", "|            ---", 1
    )

    assert all(date == "" for _, _, date in found("rst", broken.replace("| 9.8    | n/a    |", "| 9.8    | n/a     ")))


LIST = "## {head}\n\n- Berlin: 1,240 employees\n- Paris: 310 employees\n"


@pytest.mark.parametrize(
    "head",
    [
        "Staff as of 31 December 2022",
        "Staff at 31 December 2022",
        "Key figures 31 December 2022",
        "Staff on 31 December 2022",
    ],
)
def test_a_dated_heading_dates_the_list_below(head: str) -> None:
    """A count in an item is of the day that stands above."""
    assert [one[2] for one in found("markdown", LIST.format(head=head))] == ["2022-12-31", "2022-12-31"]


@pytest.mark.parametrize("head", ["Our work in 2022", "After 2022", "Founded in 2022", "Staff", "Staff 2021 and 2022"])
def test_other_headings_date_nothing(head: str) -> None:
    """A year in a title is not that of all that stands below."""
    assert found("markdown", LIST.format(head=head)) == []


def test_the_line_above_a_list_dates_it() -> None:
    """One that ends in a colon; what has a date of its own keeps it, and behind the list it dates nothing."""
    text = "In 2021 the port handled:\n\n- 3 million tonnes of coal\n- 12 ships in 2019\n\nIt has 3 million tonnes in store.\n\n- 5 million tonnes of sand\n"

    assert [one[2] for one in found("markdown", text)] == ["2021", "2019", "", ""]


def test_lists_of_pages() -> None:
    """Their headings and items are known by their tags."""
    text = "<h2>Mitglieder zum 31. Dezember 2022</h2><ul><li>Berlin: 1.240 Mitglieder</li></ul><h2>Weiteres</h2><ul><li>12 Gruppen</li></ul>"

    assert found("html", text) == [("1.240 Mitglieder", "1240 Mitglieder", "2022-12-31")]


@pytest.mark.parametrize("line", ["**Population** (2021 census): 184,310", "Population (2021): 184,310"])
def test_a_label_with_its_date(line: str) -> None:
    """Brackets behind a label date what stands behind the colon."""
    assert [one[1:] for one in found("markdown", line)] == [("184310 population", "2021")]


def test_a_count_beside_one_in_brackets() -> None:
    """The date in brackets is that of the number there, the one above the list that of the other; a new list has none."""
    text = "In 2022:\n\n* 412 cruise calls (2019: 530)\n\n1. The harbour has 12 quays.\n"

    assert [one[1:] for one in found("markdown", text)] == [("412 calls", "2022"), ("530 calls", "2019")]


INNER = "<table><tr><th>Item</th><th>{year}</th></tr><tr><td>Deaths</td><td>{count}</td></tr></table>"


def test_tables_within_tables() -> None:
    """Each is one of its own, and what stands beside them in the cells of a page laid out by tables is running text."""
    inner = [INNER.format(year=year, count=count) for year, count in ((2021, "1,204"), (2022, "1,310"))]
    text = f"<table><tr><td>In 2019, 45 per cent came.{inner[0]}In 2020, 5 per cent left.</td><td>{inner[1]}</td></tr></table>In 2018, 7 % voted."

    assert sorted(found("html", text)) == [
        ("1,204", "1204 deaths", "2021"),
        ("1,310", "1310 deaths", "2022"),
        ("45 per cent", "45 %", "2019"),
        ("5 per cent", "5 %", "2020"),
        ("7 %", "7 %", "2018"),
    ]


def test_long_cells_are_running_text() -> None:
    """A page whose text stands in one cell says what it says."""
    text = f"<table><tr><td>Menu</td><td>{'The office has grown ever since it began. ' * 6}In 2019 it spent $12 million.</td></tr></table>"

    assert found("html", text) == [("$12 million", "12000000 USD", "2019")]


@pytest.mark.parametrize(
    "text", ["<table>" * 5000, "<table><tr><td>" * 3000 + "1", "<table><tr><td>1</table></td>" * 2000]
)
def test_endless_tables(text: str) -> None:
    """Whatever is opened and never closed is read in the end."""
    assert found("html", text) == []
