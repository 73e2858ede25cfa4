"""Every output on one fixed report, on hostile text, and in every state of a run.

The golden files are written anew by ``UPDATE_GOLDEN=1 python -m pytest tests/outputs``; look at the change.
"""

import csv
import io
import json
import os
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from checker.errors import InputError, OutputError
from checker.outputs import FORMATS, github, html, markdown, text, written
from checker.outputs import json as report_json
from checker.outputs.buckets import Bucket, of_figure, of_source, ordered
from checker.outputs.files import check_writable, write_all
from checker.outputs.plain import plain, safe_href
from checker.report import Comparison, Report
from reports import COPY, EVIL, RUN, SOURCES, empty, figure, hostile, report, source

GOLDEN = Path(__file__).parent / "golden"
FILES = ("index.html", "report.md", "report.csv", "feed.atom", "badge.json", "report.json")
ALL = (*FORMATS, *FILES)
OWN_FILES = re.compile(r"(?<=<style>)[\s\S]*?(?=</style>)|(?<=<script>)[\s\S]*?(?=</script>)|'sha256-[^']+'")
"""What the page has from files of their own, and their digests: no golden needs those twice."""


def made(name: str, one: Report) -> str:
    """One output by its format or by its file name."""
    return FORMATS[name](one) if name in FORMATS else "".join(dict(written(one))[name])


@pytest.mark.parametrize("name", ALL)
def test_golden(name: str) -> None:
    """The fixed report looks as it looked when somebody last looked at it."""
    rendered = OWN_FILES.sub("", made(name, report())) if name == "index.html" else made(name, report())
    path = GOLDEN / f"{name}.golden"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(rendered, encoding="utf-8", newline="")

    assert rendered == path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("evil", EVIL)
def test_nothing_foreign_acts(name: str, evil: str) -> None:
    """Foreign text brings no control character, workflow command or invisible sign into any output but JSON strings."""
    rendered = made(name, hostile(evil))
    if name in ("json", "report.json", "sarif", "badge", "badge.json"):
        rendered = json.dumps(json.loads(rendered), ensure_ascii=True)
        assert "\x1b" not in rendered
        return

    assert not any(
        ch in rendered
        for ch in "\x00\x1b\u202e\u200b"
        if not (name in ("markdown", "issue", "report.md") and ch == "\u200b")
    )
    commands = [line for line in rendered.splitlines() if line.lstrip().startswith(("::", "##["))]
    assert all(name == "github" and line.startswith("::error file=") for line in commands)


class Page(HTMLParser):
    """Collects elements and attributes."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.elements.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of all elements of a name."""
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.mark.parametrize("evil", EVIL)
def test_the_page_has_only_our_markup(evil: str) -> None:
    """Whatever titles and documents say, the page's elements and live links are ours."""
    page = Page(html.render(hostile(evil)))

    assert len(page.all("script")) == 1
    assert page.all("img") == []
    assert all(str(link["href"]).startswith(("#", "https://")) for link in page.all("a"))
    assert not any(name.startswith("on") for _, attributes in page.elements for name in attributes)
    assert not any("style" in attributes for _, attributes in page.elements)


def test_the_page_loads_nothing() -> None:
    """One file, nothing from outside, nothing but its own hashes may run."""
    page = Page(html.render(report()))
    (policy,) = [meta["content"] for meta in page.all("meta") if meta.get("http-equiv") == "Content-Security-Policy"]

    assert "default-src 'none'" in str(policy)
    assert "unsafe" not in str(policy)
    assert page.all("link") == []
    assert not any("src" in attributes for _, attributes in page.elements)


def test_ids_are_unique_and_links_within_the_page_lead_somewhere() -> None:
    """Permalinks work."""
    page = Page(html.render(report()))
    ids = [str(attributes["id"]) for _, attributes in page.elements if "id" in attributes]
    targets = [str(link["href"])[1:] for link in page.all("a") if str(link["href"]).startswith("#")]

    assert len(ids) == len(set(ids))
    assert set(targets) <= set(ids)


@pytest.mark.parametrize(
    ("run", "words"),
    [
        ({"simulated": True}, "Simulated"),
        ({"network": "down", "complete": False}, "The network was down"),
        ({"network": "off", "complete": False}, "Made offline"),
        ({"interrupted": True, "complete": False}, "cut short"),
        ({"previous": None}, "First run"),
    ],
)
@pytest.mark.parametrize("name", ["text", "markdown", "index.html"])
def test_states_are_told(run: dict[str, Any], words: str, name: str) -> None:
    """What must be known first stands first, in every form that people read."""
    assert words in made(name, report(run=replace(RUN, **run)))


def test_nothing_wrong_is_said_so() -> None:
    """A clean run says that nobody is needed."""
    fine = report(sources=SOURCES[:1], figures=[], findings=[])

    assert text.render(fine).startswith("Nothing needs you.")
    assert "Nothing was found to check." in html.render(empty())


def test_only_proven_death_is_red() -> None:
    """Colour and the word gone are for what is confirmed."""
    coloured = text.render(report(), color=True, verbose=True)

    assert [line for line in coloured.splitlines() if "\x1b[31m" in line] == [
        "\x1b[31m  not found, new: Title of dead\x1b[0m"
    ]
    assert html.render(report()).count('class="card in-needs-you gone') == 1


def test_verbose_shows_everything() -> None:
    """Nothing is hidden from who asks."""
    assert all(one.url in text.render(report(), verbose=True) for one in SOURCES)


@pytest.mark.parametrize(
    ("source_id", "bucket"),
    [
        ("ok", Bucket.FINE), ("dead", Bucket.NEEDS_YOU), ("suspect", Bucket.WATCH), ("moved", Bucket.NEEDS_YOU),
        ("trivial", Bucket.FINE), ("wall", Bucket.BY_HAND), ("tls", Bucket.NEEDS_YOU), ("silent", Bucket.BY_HAND),
        ("inside", Bucket.NEEDS_YOU), ("bad", Bucket.NEEDS_YOU), ("left", Bucket.SKIPPED),
    ],
)  # fmt: skip
def test_who_is_needed(source_id: str, bucket: Bucket) -> None:
    """Each state is for the person who can do something about it."""
    assert of_source(next(one for one in SOURCES if one.id == source_id)) is bucket


@pytest.mark.parametrize(
    ("state", "facts", "bucket", "label"),
    [
        ("same", {}, Bucket.FINE, "there"), ("changed", {}, Bucket.BY_HAND, "content changed"),
        ("replaced", {}, Bucket.NEEDS_YOU, "content replaced"), ("changed", {"fragment": "absent"}, Bucket.NEEDS_YOU, "missing fragment"),
    ],
)  # fmt: skip
def test_a_page_that_shows_something_else(state: Any, facts: dict[str, Any], bucket: Bucket, label: str) -> None:
    """It is there, but no longer what was cited: a person must compare; only what is the same is fine."""
    beside = Comparison(
        state=state, evidence="31% of what the copy says is still there", page="https://site.org/a", copy=COPY.url or ""
    )
    one = source("a", "ok", "http-200", compared=beside, **facts)

    assert of_source(one) is bucket
    assert f"{label}: Title of a" in text.render(report(sources=[one]), verbose=True)
    assert ("31%" in html.render(report(sources=[one]))) is (state != "same")


def test_what_the_page_of_a_figure_shows() -> None:
    """Where it stands there, whose words they are, and every hint; the right one of two alike is marked."""
    told = "It rose from 5% to 15% and 5%."
    one = figure("a", "stale", text="5%", sentence=told, mark=[27, 29], on_page="rounded", on_copy=True, quotes=[],
                 page_words="about <5>% of all", hints=["the page names a newer edition: Report 2025"])  # fmt: skip
    page = html.render(report(sources=[], figures=[one]))

    assert "It rose from 5% to 15% and <mark>5%</mark>." in page
    assert "The archived copy of the source shows it, rounded otherwise. “about &lt;5&gt;% of all”" in page
    assert "The page names a newer edition: Report 2025." in page


def test_found_figures_press_nobody() -> None:
    """A figure that nobody declared is watched at most."""
    assert {of_figure(one) for one in report().figures if one.origin == "found"} == {Bucket.WATCH}


def test_the_quickest_fix_comes_first() -> None:
    """Gone with a copy, then gone without."""
    other = source("lost", "dead", "http-404")

    assert [one.id for one in ordered([other, *SOURCES])][:2] == ["dead", "lost"]


def test_json_round_trips_and_fits_its_schema() -> None:
    """Reading what was written gives the same report, and the schema agrees."""
    rendered = report_json.render(report())
    Draft202012Validator(report_json.schema()).validate(json.loads(rendered))

    assert report_json.parse(rendered) == report()


@pytest.mark.parametrize(
    "bad", ["", "{", "[]", "{}", '{"schema_version": "1.0"}', report_json.render(report(schema_version="9.0"))]
)
def test_what_is_no_report_is_refused(bad: str) -> None:
    """A broken or foreign report.json is an error that says what to do."""
    with pytest.raises(InputError, match=r"report\.json:1:1: .*run 'checker check'"):
        report_json.parse(bad)


def test_csv_is_a_table() -> None:
    """One row a citation, UTF-8 with a mark, numbers as numbers, formulas as text."""
    rendered = FORMATS["csv"](report())
    rows = list(csv.DictReader(io.StringIO(rendered.removeprefix("\ufeff"))))

    assert rendered.startswith("\ufeff")
    assert len(rows) == len(SOURCES)
    assert rows[1]["archive_delta_days"] == "-1"
    assert next(csv.DictReader(io.StringIO(FORMATS["csv"](hostile("=1+1")))))["title"] == "'=1+1"


def test_junit_counts_what_it_holds() -> None:
    """Gone fails, blocked and suspected are skipped, and the sums are right."""
    suite = ElementTree.fromstring(FORMATS["junit"](report()).encode())[0]  # noqa: S314  # our own output

    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("11", "4", "4")


def test_annotations_are_at_most_ten() -> None:
    """The tenth says how many more there are."""
    many = report(findings=[report().findings[0]] * 25)
    lines = github.render(many).splitlines()

    assert len(lines) == 10
    assert "16 more findings" in lines[-1]


def test_markdown_is_bounded() -> None:
    """What does not fit is counted instead of lost."""
    many = report(sources=[source(f"s{number}", "dead", "http-404") for number in range(500)])
    rendered = markdown.render(many, limit=20_000)

    assert len(rendered.encode()) <= 20_000
    assert "more; see the report page" in rendered


def test_sarif_names_its_rules() -> None:
    """Every result has a rule with words, and a place."""
    run = json.loads(FORMATS["sarif"](report()))["runs"][0]
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}

    assert {result["ruleId"] for result in run["results"]} == rules
    assert all(rule["help"]["text"] for rule in run["tool"]["driver"]["rules"])


@pytest.mark.parametrize(
    ("url", "live"),
    [
        ("https://a.org/x", True), ("http://a.org/x?y=1&z=(2)", True), ("javascript:alert(1)", False), ("data:text/html,x", False),
        (" https://a.org/", False), ("https://a.org/\"onclick=x", False), ("https://a.org/<x>", False), ("//a.org/", False),
        (None, False), ("", False), ("https://a.org/\u202ex", True),
        ("http://:80/", False), ("http://:bad", False), ("https://me@a.org/", False), ("https://[2001:db8::1]:8080/x", True),
        ("https://a.org:port/", False), ("https://a.org?x", True), ("https://a.org/" + "x" * 2000, False), ("https://пример.рф/я", True),
    ],
)  # fmt: skip
def test_live_links(url: str | None, live: bool) -> None:
    """Only plain http and https addresses are links."""
    assert bool(safe_href(url)) is live


def test_plain_text_is_bounded() -> None:
    """An endless title ends."""
    assert len(plain("x" * 10_000, 100)) == 100


def test_files_are_written_whole(tmp_path: Path) -> None:
    """Everything is there, nothing is left over."""
    page = write_all(report(), tmp_path / "new" / "folder")

    assert page.read_text(encoding="utf-8") == html.render(report())
    assert sorted(path.name for path in page.parent.iterdir()) == sorted(FILES)


def test_a_link_in_the_place_of_a_file_is_replaced(tmp_path: Path) -> None:
    """A symbolic link is not followed out of the folder."""
    victim = tmp_path / "victim"
    victim.write_text("precious")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "index.html").symlink_to(victim)
    write_all(report(), tmp_path / "out")

    assert victim.read_text() == "precious"
    assert not (tmp_path / "out" / "index.html").is_symlink()


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """One line, exit code 2, and what was there stays."""
    blocker = tmp_path / "file"
    blocker.write_text("x")

    for act in (lambda: check_writable(blocker / "reports"), lambda: write_all(report(), blocker)):
        with pytest.raises(OutputError, match="choose another folder with --reports") as caught:
            act()
        assert caught.value.exit_code == 2
