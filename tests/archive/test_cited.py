"""Archived copies that documents cite: the page is asked, the copy is opened, and neither is archived again."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from archive.cases import LOGIN, LOST, PARKED
from archive.test_run import play
from builders import WEEK, citation, observation, source
from standin import WORDS, Archive, InProcess, Kept, page

from checker import cited
from checker.model import ArchiveAnswer, ArchiveState, CitationOrigin
from checker.observation import CitedCopy
from checker.report import Finding, Report, ReportSource

GONE, FINE = "https://site1.org/gone", "https://site1.org/fine"
COPY = f"https://web.archive.org/web/20190903120000/{GONE}"
A = page("The article", f"{WORDS} as it was")


def one(report: Report) -> ReportSource:
    """The only source."""
    (source,) = report.sources
    return source


def findings(report: Report, *codes: str) -> list[Finding]:
    """The findings with these codes."""
    return [finding for finding in report.findings if finding.code in codes]


def raw(world: InProcess) -> list[str]:
    """The captures that were opened."""
    return [path for _, path, _ in world.log if "id_/" in path]


def index(world: InProcess) -> list[str]:
    """The index requests that were made."""
    return [path for _, path, _ in world.log if path.startswith(("/cdx", "/wayback"))]


def test_a_good_copy_of_a_dead_page_is_no_trouble(folder: Path) -> None:
    """The page was asked and is gone; the copy was opened once and shows it; nothing is archived again."""
    report, world = play(folder, f"See [it]({COPY}).", Archive({GONE: [Kept("20190903", A)]}))
    found = one(report)

    assert (found.verdict, found.reason, found.url) == ("ok", "archived-copy", GONE)
    assert found.requests >= 1
    assert "404" in found.evidence
    assert (found.archive.state, found.archive.url) == ("found", COPY)
    assert (found.citations[0].archive_url, found.citations[0].archive_state) == (COPY, "shows")
    assert found.citations[0].archived is None
    assert raw(world) == [f"/web/20190903120000id_/{GONE}"]
    assert index(world) == []
    assert findings(report, "archived-error", "mistrusted-archive") == []


@pytest.mark.parametrize(
    "bad", [Kept("20190903", LOST), Kept("20190903", LOGIN), Kept("20190903", PARKED), Kept("20190903", status=404), Kept("20190903", "<p>x")]
)  # fmt: skip
def test_a_copy_of_an_error_is_flagged(folder: Path, bad: Kept) -> None:
    """Where it stands; the page is dead then, and a better copy is looked for."""
    report, world = play(folder, f"See [it]({COPY}).", Archive({GONE: [Kept("20180101", A), bad]}))
    found = one(report)
    (finding,) = findings(report, "archived-error")

    assert (found.verdict, found.reason) == ("dead", "http-404")
    assert finding.message.startswith(COPY)
    assert (finding.file, finding.line) == ("a.md", 1)
    assert found.citations[0].archive_state == "lost"
    assert found.archive.timestamp == "20180101120000"
    assert found.citations[0].archived == (
        f"[archived 1 January 2018](<https://web.archive.org/web/20180101120000/{GONE}>)"
    )
    assert index(world)


def test_a_copy_that_does_not_exist_is_flagged(folder: Path) -> None:
    """The Archive has no such page."""
    report, _ = play(folder, f"See [it]({COPY}).", Archive())

    assert len(findings(report, "archived-error")) == 1
    assert one(report).verdict == "dead"


def test_a_bad_copy_of_a_page_that_is_there(folder: Path) -> None:
    """The page is fine, the copy is flagged all the same."""
    copy = COPY.replace("gone", "fine")
    report, _ = play(folder, f"See [it]({copy}).", Archive({FINE: [Kept("20190903", LOST)]}))

    assert (one(report).verdict, one(report).reason) == ("ok", "http-200")
    assert len(findings(report, "archived-error")) == 1


@pytest.mark.parametrize("fault", ["replay 503", "replay 500"])
def test_a_copy_that_could_not_be_opened_accuses_nobody(folder: Path, fault: str) -> None:
    """An outage of the Archive makes no dead link of a cited copy, and is no finding; it is tried again."""
    archive = Archive({GONE: [Kept("20190903", A)]}, {GONE: {fault}})
    report, _ = play(folder, f"See [it]({COPY}).", archive)
    archive.faults = {}
    again, world = play(folder, f"See [it]({COPY}).", archive, after=WEEK)

    assert (one(report).verdict, one(report).reason) == ("ok", "archived-copy")
    assert "not opened" in one(report).evidence
    assert one(report).citations[0].archive_state == "unopened"
    assert findings(report, "archived-error") == []
    assert one(again).citations[0].archive_state == "shows"
    assert len(raw(world)) == 1


def test_without_look_ups_no_copy_is_opened(folder: Path) -> None:
    """``--no-archive`` leaves the Archive alone; a cited copy counts for what it says."""
    report, world = play(folder, f"See [it]({COPY}).", Archive({GONE: [Kept("20190903", LOST)]}), lookup="never")

    assert one(report).reason == "archived-copy"
    assert world.log == []


def test_a_copy_is_opened_once_for_all_runs(folder: Path) -> None:
    """One that shows the page is not opened again; one that does not is, after 30 days."""
    good, bad = Archive({GONE: [Kept("20190903", A)]}), Archive({GONE: [Kept("20190903", LOST)]})
    play(folder, f"See [it]({COPY}).", good)
    kept, world = play(folder, f"See [it]({COPY}).", good, after=WEEK)

    assert world.log == []
    assert one(kept).reason == "archived-copy"

    other = folder / "other"
    other.mkdir()
    play(other, f"See [it]({COPY}).", bad)
    for days, opened in ((7, False), (31, True)):
        _, world = play(other, f"See [it]({COPY}).", bad, after=timedelta(days=days))

        assert any("20190903120000id_" in path for path in raw(world)) is opened


def test_figures_are_looked_for_on_the_copy(folder: Path) -> None:
    """A figure whose page is gone is checked on the copy that its note cites, once."""
    text = f"Trade came to $11.07 billion in 2017.[^1]\n\n[^1]: Ada Brook, “Trade,” The Site, {COPY}.\n"
    held = Archive({GONE: [Kept("20190903", page("Trade", f"{WORDS} In 2017 trade was US$11.07bn. {WORDS}"))]})
    first, _ = play(folder, text, held)
    again, world = play(folder, text, held, after=WEEK)

    assert [figure.on_page for figure in first.figures] == ["found"]
    assert [figure.on_page for figure in again.figures] == ["found"]
    assert world.log == []


def test_page_and_copy_are_one_source(folder: Path) -> None:
    """Two citations, one record; the one that leads to the page alone keeps it dead, and has our text."""
    text = f"See [it]({GONE}).\n\nMuch later.\n\nSee [the copy]({COPY}).\n"
    report, _ = play(folder, text, Archive({GONE: [Kept("20190903", A)]}))
    found = one(report)

    assert found.verdict == "dead"
    assert [one.line for one in found.citations] == [1, 5]
    assert found.archive.url == COPY
    assert found.citations[0].archived == f"[archived 3 September 2019](<{COPY}>)"
    assert found.citations[1].archived is None


def test_citing_the_copy_is_what_fixes(folder: Path) -> None:
    """Dead last week, cited as a copy now: fixed, once."""
    archive = Archive({GONE: [Kept("20190903", A)]})
    play(folder, f"See [it]({GONE}).", archive)
    mended, _ = play(folder, f"See [it]({COPY}).", archive, after=WEEK)
    later, _ = play(folder, f"See [it]({COPY}).", archive, after=2 * WEEK)

    assert (one(mended).reason, one(mended).fixed) == ("archived-copy", True)
    assert (one(later).reason, one(later).fixed) == ("archived-copy", False)


def test_a_copy_stated_beside_the_address(folder: Path) -> None:
    """What a template or a Robust Link names beside the page counts as the author's own copy."""
    text = f"<ref>{{{{cite web |title=It |url={GONE} |archive-url={COPY} |archive-date=2019-09-03}}}}</ref>"
    report, world = play(folder, text, Archive({GONE: [Kept("20190903", A)]}), kind="wikitext")

    assert one(report).reason == "archived-copy"
    assert one(report).archive.url == COPY
    assert index(world) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"See [it](<{GONE}>) ([archived 3 September 2019](<{COPY}>)).", "archived-copy"),
        (f"See [it](<{GONE}>)\n([archived 3 September 2019](<{COPY}>)).", "archived-copy"),
        (f"Said.[^1]\n\n[^1]: Ada Brook, “It,” {GONE}, archived 3 September 2019 at {COPY}.\n", "archived-copy"),
        (f"Said.[^1] So.[^2]\n\n[^1]: Ada Brook, “It,” {GONE}.\n[^2]: Ada Brook, “It,” {COPY}.\n", "http-404"),
        (f"See [it](<{GONE}>).\n\n\n\n[archived](<{COPY}>)", "http-404"),
        (f"See [it](<{GONE}>) ([archived](<{COPY}>)).\n\n\nAgain [it](<{GONE}>).", "http-404"),
    ],
)
def test_a_copy_written_beside_the_page(folder: Path, text: str, reason: str) -> None:
    """In the same note or on the same line it goes with the page; elsewhere it does not."""
    report, _ = play(folder, text, Archive({GONE: [Kept("20190903", A)]}))

    assert one(report).reason == reason


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ("|url-status=dead", "archived-copy"),
        ("", "archived-copy"),
        ("|url-status=live", "http-404"),
        ("|dead-url=no", "http-404"),
    ],
)
def test_a_template_that_leads_to_the_page_first(folder: Path, more: str, reason: str) -> None:
    """Readers of such a citation end at the dead page, whatever copy stands behind it; the text to paste says so."""
    text = f"<ref>{{{{cite web |title=It |url={GONE} |archive-url={COPY} |archive-date=2019-09-03 {more}}}}}</ref>"
    report, _ = play(folder, text, Archive({GONE: [Kept("20190903", A)]}), kind="wikitext")
    told = one(report).citations[0].archived

    assert one(report).reason == reason
    assert (told or "").endswith("|url-status=dead") is (reason == "http-404")


def test_an_unfinished_address_of_the_archive(folder: Path) -> None:
    """A year leads to the capture nearest to it, as it does for readers."""
    copy = f"https://web.archive.org/web/2019/{GONE}"
    report, _ = play(folder, f"See [it]({copy}).", Archive({GONE: [Kept("20190903", A)]}))

    assert (one(report).archive.state, one(report).archive.url) == ("found", copy)
    assert one(report).archive.timestamp == "20190903120000"


def test_another_archive_is_asked_itself(folder: Path) -> None:
    """A national archive keeps its copies at its own address."""
    copy = f"https://arquivo.pt/wayback/20190903120000/{GONE}"
    report, world = play(folder, f"See [it]({copy}).", Archive({GONE: [Kept("20190903", A)]}))

    assert world.log[0][1] == f"/wayback/20190903120000/{GONE}"
    assert one(report).url == GONE


@pytest.mark.parametrize(
    ("kept", "state", "told"),
    [
        (Kept("20190903", A), "shows", 0),
        (Kept("20190903", LOST), "lost", 1),
        (Kept("20190903", "<frameset><frame src=top></frameset>", memento=False), "unopened", 0),
        (Kept("20190903", A, memento=False), "shows", 0),
        (Kept("20190903", status=404, memento=False), "lost", 1),
        (Kept("20190903", status=503, memento=False), "unopened", 0),
    ],
)
def test_other_archives_are_believed_as_far_as_they_speak_memento(
    folder: Path, kept: Kept, state: str, told: int
) -> None:
    """A viewer that cannot be read is no evidence against a copy, nor is a server that is down."""
    copy = f"https://arquivo.pt/wayback/20190903120000/{GONE}"
    status, headers, body = Archive({GONE: [kept]})._show(kept, "")
    replies = {f"/wayback/20190903120000/{GONE}": (status, headers, body)}
    report, _ = play(folder, f"See [it]({copy}).", Archive(), meter=lambda path, now: replies.get(path))

    assert one(report).citations[0].archive_state == state
    assert len(findings(report, "archived-error")) == told
    assert "ended" not in report.run.message


@pytest.mark.parametrize(
    ("copy", "original"),
    [
        (f"https://archive.ph/20190903120000/{GONE}", GONE),
        (f"https://archive.is/newest/{GONE}", GONE),
        ("https://archive.today/AbCdE", "https://archive.today/AbCdE"),
    ],
)
def test_archive_today_is_warned_of(folder: Path, copy: str, original: str) -> None:
    """Known, not opened, never offered; a copy elsewhere is."""
    report, world = play(folder, f"See [it]({copy}).", Archive({GONE: [Kept("20190901", A)]}))
    (finding,) = findings(report, "mistrusted-archive")

    assert finding.message.startswith(copy)
    assert one(report).url == original
    assert raw(world) == []
    assert "archive.today" not in (one(report).archive.url or "")


def test_what_stands_in_sources_yml_is_nobodys_citation() -> None:
    """A copy declared there mends no document that leads to the page alone."""
    own = citation(GONE, origin=CitationOrigin.DECLARED, archive_url=COPY)
    copies = {COPY: ArchiveAnswer(ArchiveState.FOUND)}

    assert cited.state_of(source(url=GONE, citations=(own,)), copies) is CitedCopy.SHOWS
    assert cited.state_of(source(url=GONE, citations=(own, citation(GONE))), copies) is None
    assert cited.state_of(source(url=GONE, citations=(own, citation(COPY))), copies) is CitedCopy.SHOWS


def test_marks_follow_the_documents() -> None:
    """What an earlier run noted of copies goes when the documents cite none any more."""
    seen = observation(404, url=GONE, cited_copy=CitedCopy.SHOWS)
    plain, copied = source(url=GONE, citations=(citation(GONE),)), source(url=GONE, citations=(citation(COPY),))
    shown = {COPY: ArchiveAnswer(ArchiveState.FOUND)}

    assert cited.marks([plain], {GONE: seen}, shown) == {GONE: observation(404, url=GONE)}
    assert cited.marks([copied], {GONE: seen}, shown) == {}
    assert cited.marks([copied], {}, shown) == {}


@pytest.mark.parametrize(
    ("url", "means"),
    [
        (COPY, GONE), (GONE, GONE), (f"https://web.archive.org/web/*/{GONE}", GONE),
        ("https://web.archive.org/web/2019/http://[broken/", "https://web.archive.org/web/2019/http://[broken/"),
        ("https://perma.cc/ABCD-1234", "https://perma.cc/ABCD-1234"),
        ("https://archive.org/details/book", "https://archive.org/details/book"),
    ],
)  # fmt: skip
def test_the_page_that_is_meant(url: str, means: str) -> None:
    """The page kept, where the address tells it and it can be asked."""
    assert cited.page_of(url) == means
