"""Figures in PDF sources, over a real local web: found where they are, missed only where nothing can hide them."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncGenerator
from decimal import Decimal
from pathlib import Path

import binaries
import pdfs
import pytest
from servers import Handler, Request, answer
from test_pipeline import only, play

from checker.figures.on_page import Wanted
from checker.model import Quantity
from checker.observation import Exchange, Target
from checker.pdf import reading
from checker.pdf.reading import PdfReader
from checker.pdf.text import BROKEN, MISSING, TOO_LONG, is_pdf, may_hide, mended, pdf_text
from checker.report import Report

TEXT = """In 2017, trade recorded $11.07 billion.[^1] In 2017, exports reached $95.5 million.[^1]

[^1]: “Trade Overview of 2017,” The Ministry, 1 May 2018, accessed 2 September 2019, SITE/overview.pdf#page=2.
"""
TRADE, EXPORTS = "$11.07 billion", "$95.5 million"
WANTED = (Wanted(Quantity(11_070_000_000, "USD"), Decimal("1e7")),)


def serving(data: bytes, kind: str = "application/pdf", status: int = 200) -> Handler:
    """A web of one PDF."""
    return lambda request: answer(status if request.path == "/overview.pdf" else 404, data, kind)


def said(report: Report) -> dict[str, tuple[str, str]]:
    """What the page says of each figure: state, and the words there or why it is not known."""
    return {one.text: (one.on_page, one.page_words or one.on_page_why) for one in report.figures}


def test_found_in_a_pdf(folder: Path) -> None:
    """The one request reads the file; its title is a fact, its pages are no missing fragment."""
    (report,), site = play(folder, TEXT, handler=serving(pdfs.titled(pdfs.pages(pdfs.TRADE), "Trade of 2017")))
    source = only(report)

    assert said(report)[TRADE][0] == "found"
    assert "stood at no less than $11.07 billion" in said(report)[TRADE][1]
    assert said(report)[EXPORTS] == ("not_found", "")
    assert (source.verdict, source.reason, source.fragment, source.warnings) == ("ok", "http-200", None, [])
    assert source.page is not None
    assert source.page.title == "Trade of 2017"
    assert site.paths == ["/overview.pdf"]


@pytest.mark.parametrize("name", pdfs.HOSTILE)
def test_a_hostile_pdf_says_nothing(folder: Path, name: str) -> None:
    """Not checked, and why; the verdict is that of the status."""
    (report,), _ = play(folder, TEXT, handler=serving(pdfs.HOSTILE[name]))

    assert {state for state, _ in said(report).values()} == {"not_checked"}
    assert all("PDF" in why for _, why in said(report).values())
    assert (only(report).verdict, only(report).reason) == ("ok", "http-200")


@pytest.mark.parametrize("data", [pdfs.laughs(), pdfs.misplaced()], ids=["forms within forms", "a misplaced table"])
def test_an_odd_pdf_harms_nobody(folder: Path, data: bytes) -> None:
    """Read as far as it can be."""
    (report,), _ = play(folder, TEXT, handler=serving(data))

    assert only(report).reason == "http-200"
    assert said(report)[EXPORTS][0] in ("not_checked", "not_found")


@pytest.mark.parametrize("status", [403, 404])
def test_a_pdf_that_is_not_there_is_not_read(folder: Path, status: int) -> None:
    """What is shown in its place is not the source."""
    (report,), _ = play(folder, TEXT, handler=serving(pdfs.pages(pdfs.TRADE), status=status), lookup="never")

    assert {state for state, _ in said(report).values()} == {"not_checked"}
    assert only(report).reason == f"http-{status}"


def test_a_dead_pdf_is_read_in_its_archived_copy(folder: Path) -> None:
    """The copy is a PDF too."""

    def web(request: Request) -> bytes:
        if request.path.startswith("/cdx/"):
            table = [["timestamp", "original", "statuscode", "digest"], ["20190901120000", "x", "200", "a"]]
            return answer(200, json.dumps(table).encode(), "application/json")
        if request.path.startswith("/web/"):
            kind, day = "application/pdf", "Sun, 01 Sep 2019 12:00:00 GMT"
            return answer(200, pdfs.pages(pdfs.TRADE), kind, memento_datetime=day)
        return answer(404, b"gone")

    (report,), _ = play(folder, TEXT, handler=web)
    figures = {one.text: (one.on_page, one.on_copy) for one in report.figures}

    assert figures == {TRADE: ("found", True), EXPORTS: ("not_found", True)}


@pytest.mark.parametrize("title", ["404 Not Found", "Page not found", "Just a moment...", "Log in", "Domain for sale"])
def test_what_a_pdf_says_of_itself_is_no_verdict(folder: Path, title: str) -> None:
    """Rules about pages do not know PDF; nor is a neighbour asked."""
    data = pdfs.titled(binaries.pdf([[title, "404", "This page could not be found."]]), title)
    (report,), site = play(folder, TEXT, handler=serving(data))

    assert (only(report).verdict, only(report).reason, only(report).warnings) == ("ok", "http-200", [])
    assert site.paths == ["/overview.pdf"]


@pytest.mark.parametrize("kind", ["text/html", "application/pdf; charset=binary"])
def test_a_pdf_is_one_whatever_it_is_called(folder: Path, kind: str) -> None:
    """Servers call files what they like; fragments of pages are not looked for in it."""
    (report,), _ = play(folder, TEXT, handler=serving(pdfs.pages(pdfs.TRADE), kind))

    assert said(report)[TRADE][0] == "found"
    assert only(report).fragment is None


def test_what_is_a_pdf() -> None:
    """By its mark; a page or a text about PDF files, or one in place of one, is none."""
    assert is_pdf(b"%PDF-1.4")
    assert is_pdf(b"\xef\xbb\xbf\r\n%PDF-1.4")
    assert is_pdf(b"junk %PDF-1.4", "application/pdf")
    assert not is_pdf(b"junk %PDF-1.4", "text/plain")
    assert not is_pdf(b"<html><title>%PDF-1.7 explained</title>")
    assert not is_pdf(b"<html>not found</html>", "application/pdf")


def test_a_pdf_that_is_cut_off_by_us_is_told_as_such() -> None:
    """More than is read of any body."""
    exchange = Exchange(Target("https://a.org/"), "https://a.org/", status=200, body=pdfs.pages(), complete=False)
    read = asyncio.run(PdfReader().with_text(exchange, WANTED))

    assert read.pdf is not None
    assert "too large" in read.pdf.trouble


def test_nothing_is_read_that_nobody_wants() -> None:
    """Without a figure, no process is started."""
    exchange = Exchange(Target("https://a.org/"), "https://a.org/", status=200, body=pdfs.pages(), complete=True)

    assert asyncio.run(PdfReader().with_text(exchange, ())) is exchange


def test_without_the_extra_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not checked, and what to install."""
    monkeypatch.setattr(reading, "find_spec", lambda name: None)

    assert asyncio.run(PdfReader().read(pdfs.pages(pdfs.TRADE))).trouble == MISSING


@pytest.fixture
def stubborn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A process that writes down its number and then goes on for ever."""
    written = tmp_path / "number"
    script = tmp_path / "worker.py"
    script.write_text(f"import os\nopen({str(written)!r}, 'w').write(str(os.getpid()))\nwhile True: pass\n")
    monkeypatch.setattr(reading, "WORKER", script)
    return written


def is_running(written: Path) -> bool:
    """Whether the process still is."""
    try:
        os.kill(int(written.read_text()), 0)
    except ProcessLookupError:
        return False
    return True


def test_what_takes_too_long_is_killed(stubborn: Path) -> None:
    """And nobody waits for it."""
    assert asyncio.run(PdfReader(seconds=1).read(pdfs.pages())).trouble == TOO_LONG
    assert not is_running(stubborn)


def test_an_interrupted_run_leaves_no_process(stubborn: Path) -> None:
    """Ctrl-C cancels the reading; what was started for it ends with it."""

    async def interrupted() -> None:
        reading = asyncio.create_task(PdfReader().read(pdfs.pages()))
        while not stubborn.exists() or not stubborn.read_text():
            await asyncio.sleep(0.01)
        reading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reading

    asyncio.run(interrupted())

    assert not is_running(stubborn)


@pytest.mark.parametrize(
    "script",
    [
        "while True: print('x' * 100_000)",
        "import os; os._exit(1)",
        "print('[1, 2]')",
        "print('{')",
        "import os; os.abort()",
    ],
    ids=["floods", "dies", "raves", "stutters", "crashes"],
)
def test_a_process_that_misbehaves_is_a_broken_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    """Whatever hostile files make of it."""
    (tmp_path / "worker.py").write_text(script)
    monkeypatch.setattr(reading, "WORKER", tmp_path / "worker.py")

    assert asyncio.run(PdfReader().read(pdfs.pages(fill=900))).trouble == BROKEN


async def results(*bodies: bytes, closed: list[bool] | None = None) -> AsyncGenerator[tuple[Target, Exchange]]:
    """Answers as they come off the network, figures wanted of each."""
    try:
        for number, body in enumerate(bodies):
            target = Target(f"https://a.org/{number}", figures=WANTED)
            yield target, Exchange(target, target.url, status=200, body=body, complete=True)
    finally:
        if closed is not None:
            closed.append(True)


def test_others_do_not_wait_for_a_file(stubborn: Path) -> None:
    """Pages pass it by; the file comes when it has been read, or given up."""

    async def order() -> list[str]:
        answers = results(pdfs.pages(), b"<p>one", b"<p>two")
        return [target.url[-1] async for target, _ in PdfReader(seconds=1).reading(answers)]

    assert asyncio.run(order()) == ["1", "2", "0"]
    assert not is_running(stubborn)


def test_many_files_are_all_read() -> None:
    """More than may wait at once."""

    async def titles() -> list[str | None]:
        answers = results(*(pdfs.titled(pdfs.pages(), str(number)) for number in range(20)))
        return [exchange.pdf.title async for _, exchange in PdfReader().reading(answers) if exchange.pdf]

    assert sorted(map(int, filter(None, asyncio.run(titles())))) == list(range(20))


def test_closing_ends_what_is_being_read(stubborn: Path) -> None:
    """Whoever stops listening leaves no process and no question behind."""
    closed: list[bool] = []

    async def stop_early() -> None:
        reading = PdfReader().reading(results(pdfs.pages(), b"<p>one", b"<p>two", closed=closed))
        async for _ in reading:
            while not stubborn.exists() or not stubborn.read_text():
                await asyncio.sleep(0.01)
            break
        await reading.aclose()

    asyncio.run(stop_early())

    assert closed == [True]
    assert not is_running(stubborn)


def test_others_go_on_while_a_file_is_read() -> None:
    """Reading never holds up the run; no more than two files are read at once."""

    async def work() -> int:
        reader = PdfReader()
        readings = asyncio.gather(*(reader.read(pdfs.pages(pdfs.TRADE)) for _ in range(4)))
        turns = 0
        while not readings.done():
            await asyncio.sleep(0)
            turns += 1
        assert all(pdfs.TRADE in one.text for one in await readings)
        return turns

    assert asyncio.run(work()) > 100


PROSE = "the ministry publishes the yearly overview of the region and its neighbours for readers"


@pytest.mark.parametrize(
    ("pages", "trouble"),
    [
        ([PROSE, PROSE], ""),
        ([PROSE, None], "some pages"),
        ([None], "cannot be read"),
        ([], "cannot be read"),
        (["", " \n"], "no text"),
        ([PROSE, "", "", "3"], "hardly any text"),
        ([PROSE, "", PROSE, PROSE, PROSE, PROSE], ""),
        ([" ".join("theministrypublishes")], "cannot be made out"),
        (["theministrypublishestheyearlyoverview oftheregionanditsneighbours"], "cannot be made out"),
        (["\ue001\ue002\ue003 \ue004\ue005 \ue006\ue007\ue008"], "cannot be made out"),
        (["/g12/g13/g4 /g55/g2 /g7/g7/g81"], "cannot be made out"),
        (["该部每年发布地区概况，供希望了解更多情况的读者参考。"], ""),
    ],
)
def test_what_may_be_missed(pages: list[str | None], trouble: str) -> None:
    """Too little text, or none that can be made out, is no page to miss something on."""
    told = pdf_text(pages).trouble

    assert trouble in told
    assert bool(trouble) == bool(told)


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("bil-\nlion", "billion"),
        ("of the Ministry of Trade, $11.07\nbillion a year", "of the Ministry of Trade, $11.07 billion a year"),
        ("of the Ministry of Trade it fell by 12 per\ncent", "of the Ministry of Trade it fell by 12 per cent"),
        ("Kazakhstan\n9,800\n11,070", "Kazakhstan\n9,800\n11,070"),
        ("the yearly overview of trade in 2017\n070 is no number", "the yearly overview of trade in 2017\n070 is no number"),
        ("The yearly overview of the region ends.\nAnother one begins", "The yearly overview of the region ends.\nAnother one begins"),
        ("该部每年发布地区概况，供希望了解更多情况的读者参考。2017年贸\n易额", "该部每年发布地区概况，供希望了解更多情况的读者参考。2017年贸易额"),
        ("", ""),
    ],
)  # fmt: skip
def test_lines_are_mended(written: str, whole: str) -> None:
    """Words and sentences that the width of the page cut; never two numbers into one."""
    assert mended(written) == whole


@pytest.mark.parametrize(
    "text",
    ["Kazakhstan 9,800 11,070 12", "11. 07", "11,\n070", "11,069.8", "1 1 . 0 7", "11-\n07", "011.07", "11 07 billion"],
)
def test_digits_hide_a_figure(text: str) -> None:
    """In a row of a table, cut, or more exact."""
    assert may_hide(text, Decimal("11.07e9"))


@pytest.mark.parametrize("text", ["11.70", "1.17", "110.6", "of 11 and 7", "2011 and 2007", "", "eleven"])
def test_other_digits_hide_nothing(text: str) -> None:
    """Then a figure that is not found is not there."""
    assert not may_hide(text, Decimal("11.07e9"))


def test_few_digits_must_stand_alone() -> None:
    """Every report has a 12 somewhere inside a number."""
    assert may_hide("12 of them", Decimal(12))
    assert may_hide("1.2 of them", Decimal(12))
    assert not may_hide("in 2012, of 5,127", Decimal(12))
    assert may_hide("whatever", Decimal(0))
