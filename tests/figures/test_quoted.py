"""Figures and their pages, over a real local web: found there, on the archived copy, or hinted at."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from builders import figure, found_figure
from msgspec.structs import replace
from servers import Request, answer
from test_pipeline import play

from checker import dates
from checker.config import parse
from checker.editions import newer_edition
from checker.figures.facts import DateSource, OnPage
from checker.inventory import build
from checker.model import Quantity
from checker.pagedates import page_dates
from checker.quoted import WantedFigures
from checker.readers import Reading
from checker.report import Report, ReportFigure

WORDS = "<p>The ministry publishes the yearly overview of the region and its neighbours for those who read it.</p>" * 20
PAGE = (
    "<html lang=en><title>Trade Overview of 2017</title><meta property='article:modified_time' content='2021-03-04'>"
    f"{WORDS}<p>Trade stood at $11.07 billion<sup>3</sup> that year.</p><a href='/overview-2019.html'>2019</a></html>"
).encode()
TEXT = """In 2017, trade recorded $11.07 billion.[^1] In 2017, exports reached $95 million.[^1]

[^1]: “Trade Overview of 2017,” The Ministry, 1 May 2018, accessed 2 September 2019, SITE/overview-2017.html.
"""


def web(request: Request) -> bytes:
    """The page, and an archive that has it too."""
    path = request.path
    if path.startswith("/cdx/"):
        table = [["timestamp", "original", "statuscode", "digest"], ["20190901120000", "x", "200", "a"]]
        return answer(200, json.dumps(table).encode(), "application/json")
    if path.startswith("/web/"):
        return answer(200, PAGE, memento_datetime="Sun, 01 Sep 2019 12:00:00 GMT")
    return answer(200, PAGE) if path == "/overview-2017.html" else answer(404, b"<title>Not found</title>")


def figures(report: Report) -> dict[str, ReportFigure]:
    """The figures of a report, by their words."""
    return {one.text: one for one in report.figures}


def test_found_on_its_page(folder: Path) -> None:
    """One request reads the page to its end; what it says is told with the words around it."""
    (report,), site = play(folder, TEXT, handler=web)
    known = figures(report)

    assert known["$11.07 billion"].on_page == "found"
    assert "Trade stood at $11.07 billion" in known["$11.07 billion"].page_words
    assert known["$95 million"].on_page == "not_found"
    assert site.paths == ["/overview-2017.html"]


def test_hints_stand_beside_the_verdict(folder: Path) -> None:
    """Changed since, not there, a newer edition: told, and the age judged as without them."""
    (report,), _ = play(folder, TEXT, handler=web)
    known = figures(report)

    assert "the page was changed on 2021-03-04, after it was accessed on 2019-09-02" in known["$95 million"].hints
    assert "it is not on the page, which was read to its end" in known["$95 million"].hints
    assert any("newer edition" in hint and "2019" in hint for hint in known["$11.07 billion"].hints)
    assert known["$95 million"].freshness == known["$11.07 billion"].freshness == "stale"


def test_a_dead_page_is_asked_in_its_archived_copy(folder: Path) -> None:
    """The copy says what the page no longer can."""
    (report,), _ = play(folder, TEXT.replace("overview-2017", "gone"), handler=web)
    known = figures(report)

    assert (known["$11.07 billion"].on_page, known["$11.07 billion"].on_copy) == ("found", True)
    assert known["$95 million"].on_page == "not_found"


def test_the_copy_is_remembered(folder: Path) -> None:
    """A later run opens no capture again and still knows."""
    (_, second), _ = play(folder, TEXT.replace("overview-2017", "gone"), weeks=2, handler=web)

    assert figures(second)["$11.07 billion"].on_page == "found"


@pytest.mark.parametrize("kind", ["application/pdf", "image/png"])
def test_what_is_no_text_is_not_checked(folder: Path, kind: str) -> None:
    """A PDF or a picture says nothing."""
    (report,), _ = play(folder, TEXT, handler=lambda request: answer(200, b"%PDF-1.7 " + b"x " * 900, kind))

    assert {one.on_page for one in report.figures} == {"not_checked"}


def test_declared_figures_are_matched() -> None:
    """Value, unit and a date that can be the same; half is 50 %; the day its source came out is no date."""
    text = """version: 1
figures:
  a: {value: 11.07 billion USD, as_of: 2017}
  b: {value: 50 %, as_of: 2018}
  c: {value: 43833 deaths, as_of: 2023}
"""
    found = (
        found_figure(11070000000, "USD", as_of=dates.parse("2017-12-31")),
        replace(found_figure(unit="share", as_of=dates.parse("2018")), quantity=Quantity(Decimal("0.5"), "share")),
        found_figure(43833, "Deaths", as_of=dates.parse("2019"), date_source=DateSource.PUBLISHED),
        found_figure(11070000000, "USD", as_of=dates.parse("2016")),
        found_figure(11070000000, "EUR", as_of=dates.parse("2017")),
    )
    stock = build(parse(text, "x"), [Reading(figures=found)], date(2026, 1, 1), full=True)
    owned = {one.id: len(one.found) for one in stock.figures if one.declared}

    assert owned == {"a": 1, "b": 1, "c": 1}
    assert sum(one.declared is None for one in stock.figures) == 2


def test_what_is_wanted_of_a_page_is_asked_once() -> None:
    """Two figures of one value on one page are one question."""
    one, other = figure(None, found_figure()), figure(None, found_figure())

    assert WantedFigures([one, other], []).by_key == {}


@pytest.mark.parametrize(
    ("url", "title", "source", "text", "newer"),
    [
        ("https://a.org/weo-2018.pdf", None, '<a href="/weo-2019.pdf">', "", "weo-2019.pdf"),
        ("https://a.org/report/2018/full", None, '<a href="/report/2021/full">', "", "2021"),
        ("https://a.org/x", "World Energy Outlook 2018", "", "See World Energy Outlook 2023 now", "World Energy Outlook 2023"),
        ("https://a.org/2019/04/a-story", None, '<a href="/2021/04/a-story">', "", ""),
        ("https://a.org/weo-2018.pdf", None, '<a href="/weo-2017.pdf">', "", ""),
        ("https://a.org/weo-2018.pdf", None, '<a href="/weo-2099.pdf">', "", ""),
        ("https://a.org/x", "Report 2018", "", "In 2019 there was none", ""),
        ("https://a.org/x", None, '<a href="/y-2019">', "2019", ""),
    ],
)  # fmt: skip
def test_newer_editions(url: str, title: str | None, source: str, text: str, newer: str) -> None:
    """Another year in the same address or title, later and not too far; dates in addresses are none."""
    found = newer_edition(url, title, source, text)

    assert newer in found if newer else not found


@pytest.mark.parametrize(
    ("scripts", "metas", "text", "header", "expected"),
    [
        (['{"datePublished": "2019-04-05", "dateModified": "2020-01-02T10:00:00Z"}'], {}, "", "", ("2019-04-05", "2020-01-02", "json-ld")),
        (['{"@graph": [{"dateModified": "2020-01-02"}]}'], {"date": "2018-03-04"}, "", "", ("2018-03-04", "2020-01-02", "json-ld")),
        ([], {"article:modified_time": "2020-01-02T10:00:00+00:00"}, "", "", (None, "2020-01-02", "meta")),
        ([], {"citation_publication_date": "2017/05/06"}, "", "", ("2017-05-06", None, "")),
        ([], {}, "Published 5 March 2019. Last updated: March 7, 2020", "", ("2019-03-05", "2020-03-07", "text")),
        ([], {}, "Zuletzt aktualisiert am 7. März 2020", "", (None, "2020-03-07", "text")),
        ([], {}, "更新时间：2020年3月7日", "", (None, "2020-03-07", "text")),
        ([], {}, "© 2026 All rights", "Sat, 07 Mar 2020 10:00:00 GMT", (None, "2020-03-07", "header")),
        (["not json", "[[[["], {"date": "soon"}, "Updated in 2020", "yesterday", (None, None, "")),
    ],
)  # fmt: skip
def test_the_days_of_a_page(
    scripts: list[str], metas: dict[str, str], text: str, header: str, expected: tuple[str | None, str | None, str]
) -> None:
    """In the order of trust; what is no whole day is none."""
    found = page_dates(scripts, metas, text, header)
    days = tuple(day.isoformat() if day else None for day in (found.published, found.modified))

    assert (*days, found.modified_by) == expected


def test_states_are_the_report_s() -> None:
    """The four words of the design, §6."""
    assert [one.value for one in OnPage] == ["found", "rounded", "not_found", "not_checked"]
