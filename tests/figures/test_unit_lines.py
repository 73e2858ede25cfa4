"""A line above a table that says only in what it is told gives its cells their unit; any other line says nothing."""

import pytest

from checker import readers
from checker.figures.grammar import grammar
from checker.figures.unit_lines import unit_of_line
from checker.model import Document

HEADS = {
    "de": "Jahr | Lieferungen",
    "en": "Year | Shipments",
    "es": "Año | Envíos",
    "fr": "Année | Livraisons",
    "ru": "Год | Поставки",
    "zh": "年份 | 发货量",
}
LINES = [
    ("es", "Valores en millones de dólares.", "1000000 USD"),
    ("es", "Todas las cifras están en miles de euros", "1000 EUR"),
    ("es", "(millones de soles)", "1000000 PEN"),
    ("es", "**Importes expresados en miles de toneladas.**", "1000000 kg"),
    ("es", "Montos en millones de lempiras corrientes, salvo indicación contraria", "1000000 HNL"),
    ("en", "Values in USD million.", "1000000 USD"),
    ("en", "All figures are in thousands of tonnes unless otherwise stated", "1000000 kg"),
    ("en", "The amounts below are expressed in millions of euros.", "1000000 EUR"),
    ("en", "£ million", "1000000 GBP"),
    ("en", "Data in thousands of persons", "1000 "),
    ("de", "Alle Werte in Mio. Euro.", "1000000 EUR"),
    ("de", "(Mrd. Euro)", "1000000000 EUR"),
    ("de", "Angaben in Prozent", "1 %"),
    ("fr", "Les montants sont exprimés en millions d'euros.", "1000000 EUR"),
    ("fr", "(milliards de dollars)", "1000000000 USD"),
    ("fr", "Données en milliers de tonnes", "1000000 kg"),
    ("ru", "млн долларов США", "1000000 USD"),
    ("ru", "Все суммы указаны в млн руб.", "1000000 RUB"),
    ("ru", "Данные в тыс. тонн", "1000000 kg"),
    ("zh", "数据单位为亿元", "100000000 CNY"),
    ("zh", "（亿美元）", "100000000 USD"),
    ("zh", "金额单位：万元人民币", "10000 CNY"),
]
OTHER_LINES = [
    ("es", "El país exporta millones de dólares"),
    ("es", "Se perdieron millones de euros."),
    ("es", "En resumen"),
    ("en", "Million Dollar Baby"),
    ("en", "Figures in bronze and millions in cash"),
    ("en", "Values"),
    ("en", "Euro"),
    ("de", "Millionen Euro verloren"),
    ("de", "Werte der Demokratie"),
    ("fr", "En euros, rien"),
    ("fr", "Les valeurs sont sûres."),
    ("ru", "Миллионы рублей пропали"),
    ("zh", "数据来源：统计局"),
]


def table(code: str, line: str, kind: str) -> str:
    """A table of one row below a line."""
    first, second = HEADS[code].split(" | ")
    if kind == "markdown":
        return f"{line}\n\n| {first} | {second} |\n| --- | --- |\n| 2020 | 427 |\n"
    if kind == "html":
        head = f"<tr><th>{first}</th><th>{second}</th></tr>"
        return f"<p>{line}</p><table>{head}<tr><td>2020</td><td>427</td></tr></table>"
    return f'{line}\n{{| class="wikitable"\n! {first} !! {second}\n|-\n| 2020 || 427\n|}}\n'


@pytest.mark.parametrize(("code", "line", "unit"), LINES)
def test_lines_of_units(code: str, line: str, unit: str) -> None:
    """Values, amounts or all figures in so and so, a unit with its scale, one in brackets."""
    found = unit_of_line(line, grammar(code))

    assert found is not None
    assert f"{int(found[0])} {found[1]}" == unit


@pytest.mark.parametrize(("code", "line"), OTHER_LINES)
def test_other_lines(code: str, line: str) -> None:
    """A sentence that speaks of money, or begins like one of these, is none."""
    assert unit_of_line(line, grammar(code)) is None


@pytest.mark.parametrize("kind", ["markdown", "html", "wikitext"])
@pytest.mark.parametrize(("code", "line"), [("es", LINES[0][1]), ("en", LINES[5][1]), ("ru", LINES[16][1])])
def test_tables_below_them(kind: str, code: str, line: str) -> None:
    """In every format that has tables; the line itself holds no figure."""
    figures = readers.read(Document("a", table(code, line, kind), kind)).figures

    assert [f"{one.quantity.value} {one.quantity.unit}" for one in figures] == ["427000000 USD"]


@pytest.mark.parametrize("kind", ["markdown", "html", "wikitext"])
def test_other_lines_above(kind: str) -> None:
    """Below any other line the cells count what their column is named for."""
    figures = readers.read(Document("a", table("es", "Se perdieron millones de euros.", kind), kind)).figures

    assert [f"{one.quantity.value} {one.quantity.unit}" for one in figures] == ["427 envíos"]


def test_a_column_with_its_own_unit() -> None:
    """What a column says of itself goes before the line."""
    text = "Values in USD million\n\n| Year | Cost | Share (%) | Staff |\n|---|---|---|---|\n| 2020 | 427 | 12 | 93 |\n"
    figures = readers.read(Document("a", text, "markdown")).figures

    assert [f"{one.quantity.value} {one.quantity.unit}" for one in figures] == ["427000000 USD", "12 %", "93 staff"]


@pytest.mark.parametrize(
    ("code", "amounts", "things"),
    [
        ("es", "Exportaciones", "Barcos"),
        ("en", "Exports", "Export licences"),
        ("de", "Einfuhr", "Schiffe"),
        ("fr", "Recettes", "Navires"),
        ("ru", "Импорт", "Суда"),
        ("zh", "出口", "船舶"),
    ],
)
def test_amounts_are_no_things(code: str, amounts: str, things: str) -> None:
    """A number under a header that names amounts counts nothing where no unit is told."""
    year = HEADS[code].split(" | ")[0]
    text = f"| {year} | {amounts} | {things} |\n| --- | --- | --- |\n| 2020 | 427 | 93 |\n"
    figures = readers.read(Document("a", text, "markdown")).figures

    assert [one.text for one in figures] == ["93"]
