r"""Tables of LaTeX, AsciiDoc and reStructuredText, and those of HTML within Markdown."""

import pytest

from checker import readers
from checker.model import Document

RST_SIMPLE = """
=======  =====  =====
Item     2018   2019
=======  =====  =====
Deaths   1,204  1,310
=======  =====  =====
"""
RST_BOXED = """
+--------+-------+-------+
| Item   | 2018  | 2019  |
+========+=======+=======+
| Deaths | 1,204 | 1,310 |
+--------+-------+-------+
"""
RST_LISTED = """
.. list-table:: By year
   :header-rows: 1

   * - Item
     - 2018
     - 2019
   * - Deaths
     - 1,204
     - 1,310
"""
ADOC = """
.By year
[cols="1,1,1"]
|===
|Item |2018 |2019

|Deaths
|1,204
|1,310
|===
"""
MARKDOWN = """Some words.

<table><tr><th>Item</th><th>2018</th><th>2019</th></tr>
<tr><td>Deaths</td><td>1,204</td><td>1,310</td></tr></table>
"""
LATEX = r"""
\begin{table}
\begin{tabularx}{\textwidth}{l|rr}
\toprule
Item & \multicolumn{2}{c}{Total} \\
\cmidrule(lr){2-3}
 & 2018 & 2019 \\
\midrule
Deaths & 1{,}204 & $1,310$ \\
\bottomrule
\end{tabularx}
\end{table}
"""


def found(kind: str, text: str) -> set[tuple[str, str, str]]:
    """Words, quantity and date of every figure."""
    return {
        (one.text, f"{one.quantity.value} {one.quantity.unit}", str(one.as_of or ""))
        for one in readers.read(Document("a", text, kind)).figures
    }


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("rst", RST_SIMPLE),
        ("rst", RST_BOXED),
        ("rst", RST_LISTED),
        ("asciidoc", ADOC),
        ("markdown", MARKDOWN),
        ("latex", LATEX),
    ],
)
def test_read_alike(kind: str, text: str) -> None:
    """A table says the same however it is written."""
    assert found(kind, text) == {("1,204", "1204 deaths", "2018"), ("1,310", "1310 deaths", "2019")}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("rst", RST_SIMPLE.replace("Deaths   1,204", "         1,204")),
        ("rst", RST_BOXED.replace("| Deaths | 1,204 |", "| Deaths   1,204 |")),
        ("asciidoc", ADOC.replace("|1,204", ".2+|1,204")),
        ("asciidoc", ADOC.replace("|Item |2018 |2019\n", "|Item\n|2018\n|2019\n")),
        ("latex", r"\begin{tabular}{ll} Deaths & 1,204 \\ Births & 980 \\ \end{tabular}"),
        ("latex", r"Deaths in 2019 \& births & 1,204 \\ 1,310"),
    ],
)
def test_not_read(kind: str, text: str) -> None:
    """Where nobody knows what stands in which column there is no figure."""
    assert found(kind, text) == set()


def test_captions_of_latex() -> None:
    """Before a table or behind it; it dates its own table and no other."""
    tabular = r"\begin{tabular}{lr} Item & Deaths \\ \hline North & 1,204 \\ \hline \end{tabular}"
    text = rf"""\begin{{table}}\caption{{By region, 2018}} {tabular}\end{{table}}
{tabular}
\begin{{table}}{tabular.replace("1,204", "980")}\caption{{By region, 2019}}\end{{table}}"""

    assert found("latex", text) == {("1,204", "1204 deaths", "2018"), ("980", "980 deaths", "2019")}


def test_dollars_of_latex() -> None:
    """A dollar by itself opens a formula; an escaped one is money."""
    assert found("latex", r"It cost \$5 million in 2018, and $12$ of them; the share was $7.5$\% in 2019.") == {
        ("$5 million", "5000000 USD", "2018"),
        ("7.5%", "7.5 %", "2019"),
    }
