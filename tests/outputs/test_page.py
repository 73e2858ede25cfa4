"""The page in a real browser: what it shows, how it filters, whether everybody can read it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import opened, running
from msgspec.structs import replace
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from checker.outputs import html
from checker.outputs.files import write_all
from checker.outputs.words import load
from reports import COPY, RUN, citation, figure, many, report, source, states

STATES = tuple(states())


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all tests here."""
    with running() as one:
        yield one


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page in every state, in English; the usual one in Russian too."""
    path = tmp_path_factory.mktemp("pages")
    for name, one in states().items():
        (path / f"{name}.html").write_text(html.render(one), encoding="utf-8")
    (path / "russian.html").write_text(html.render(report(), load("ru")), encoding="utf-8")
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", [*STATES, "russian"])
def test_everybody_can_read_it(browser: Browser, folder: Path, state: str, scheme: Any) -> None:
    """axe-core finds nothing wrong in any state, light or dark, with everything unfolded."""
    with opened(browser, folder / f"{state}.html", color_scheme=scheme) as seen:
        seen.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")

        assert seen.audit() == []


def test_the_audit_finds_what_is_wrong(browser: Browser, tmp_path: Path) -> None:
    """The tool is awake: a page with faults has violations."""
    bad = "<!doctype html><html><body><img src='data:,'><p style='color:#aaa'>pale</p><input></body></html>"
    (tmp_path / "page.html").write_text(bad, encoding="utf-8")
    with opened(browser, tmp_path / "page.html") as seen:
        found = {one.partition(":")[0] for one in seen.audit()}

    assert {"color-contrast", "document-title", "html-has-lang", "image-alt", "label"} <= found


@pytest.mark.parametrize("state", ["usual", "hostile"])
def test_every_view_can_be_read(browser: Browser, folder: Path, state: str) -> None:
    """The view by document, an empty search and the list of keys are as readable as the rest."""
    with opened(browser, folder / f"{state}.html") as seen:
        assert seen.audit() == []
        seen.page.get_by_text("By document").click()
        assert seen.audit() == []
        seen.page.get_by_label("Search").fill("nothing fits this")
        assert seen.audit() == []
        seen.page.keyboard.press("Escape")
        seen.page.get_by_role("button", name="Keyboard").click()

        expect(seen.page.get_by_role("dialog")).to_be_visible()
        assert seen.audit() == []


@pytest.mark.parametrize("state", STATES)
def test_it_fits_a_narrow_screen(browser: Browser, folder: Path, state: str) -> None:
    """At 320 pixels nothing is cut off and nothing scrolls sideways."""
    with opened(browser, folder / f"{state}.html", viewport={"width": 320, "height": 640}) as seen:
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= 320
        assert seen.audit() == []


@pytest.mark.parametrize("script", [True, False])
def test_the_groups_filter(browser: Browser, folder: Path, script: bool) -> None:
    """Each radio button shows its group alone, with or without script."""
    with opened(browser, folder / "usual.html", java_script_enabled=script) as seen:
        everything = seen.visible(16)
        for label in ("Needs you", "Check by hand", "Watch", "Fine", "Skipped"):
            tab = seen.page.locator("label", has_text=label).first
            tab.click()
            shown = seen.visible(int(tab.locator("b").inner_text()))

            assert set(shown) < set(everything)
        seen.page.locator("label[for=b-all]").click()
        seen.page.locator("label[for=a-new]").click()

        assert seen.visible(1) == ["s-dead"]


@pytest.mark.parametrize("script", [True, False])
def test_the_view_by_document(browser: Browser, folder: Path, script: bool) -> None:
    """Every place in reading order; a place leads to its entry, with or without script."""
    with opened(browser, folder / "usual.html", java_script_enabled=script) as seen:
        seen.page.get_by_text("By document").click()
        assert seen.visible(0) == []
        assert len(seen.visible(16, ".row")) == 16
        seen.page.get_by_role("link", name="Title of dead").click()

        assert seen.visible(1) == ["s-dead"]


def test_search_and_the_address(browser: Browser, folder: Path) -> None:
    """What is chosen and searched stands in the address, and comes back from it."""
    with opened(browser, folder / "usual.html") as seen:
        seen.page.get_by_text("Check by hand").first.click()
        seen.page.get_by_label("Search").fill("wall cloudflare")
        assert seen.visible(1) == ["s-wall"]
        expect(seen.page.locator("#matches")).to_have_text("1 of 16 shown")
        address = seen.page.evaluate("location.hash")
        seen.page.get_by_label("Search").fill("no such words")
        expect(seen.page.get_by_role("button", name="Clear the filters")).to_be_visible()
        seen.page.get_by_role("button", name="Clear the filters").click()
        assert len(seen.visible(16)) == 16
        seen.page.evaluate("address => { location.hash = address; }", address)
        expect(seen.page.locator("#q")).to_have_value("wall cloudflare")

        assert seen.visible(1) == ["s-wall"]


def test_a_link_to_an_entry(browser: Browser, folder: Path) -> None:
    """A permanent link shows its entry, whatever was filtered, and unfolds it."""
    with opened(browser, folder / "usual.html") as seen:
        seen.page.get_by_text("Needs you").first.click()
        seen.page.evaluate("() => { location.hash = '#s-ok'; }")
        seen.page.wait_for_selector("#s-ok details[open]")

        assert seen.page.locator("#s-ok").is_visible()
        assert seen.page.evaluate("location.hash") == "#s-ok"


def test_copying(browser: Browser, folder: Path) -> None:
    """Every button puts its text on the clipboard and says so."""
    with opened(browser, folder / "usual.html") as seen:
        seen.context.grant_permissions(["clipboard-read", "clipboard-write"])
        card = seen.page.locator("#s-dead")
        for name in ("Copy archived address", "Copy citation with archive"):
            seen.page.evaluate("() => document.getElementById('copied').classList.remove('shown')")
            card.get_by_role("button", name=name).click()
            seen.page.wait_for_selector("#copied.shown")
            copied = seen.page.evaluate("navigator.clipboard.readText()")

            assert copied in card.locator("pre").all_text_contents()
            assert COPY.url in copied
        assert seen.page.locator("#copied").inner_text() == "Copied."


def test_copying_the_old_way(browser: Browser, folder: Path) -> None:
    """Where a browser offers no clipboard, as on plain http, the old command copies."""
    with opened(browser, folder / "usual.html") as seen:
        seen.context.grant_permissions(["clipboard-read", "clipboard-write"])
        seen.page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined, configurable: true})")
        seen.page.locator("#s-dead").get_by_role("button", name="Copy archived address").click()
        seen.page.wait_for_selector("#copied.shown")
        seen.page.evaluate("() => { delete navigator.clipboard; }")

        assert seen.page.evaluate("navigator.clipboard.readText()") == COPY.url


def test_the_keyboard(browser: Browser, folder: Path) -> None:
    """Keys j and k walk, c copies, / searches, ? explains; and they can be turned off."""
    with opened(browser, folder / "usual.html") as seen:
        seen.context.grant_permissions(["clipboard-read", "clipboard-write"])
        focused = "document.activeElement.id"
        press = seen.page.keyboard.press
        press("j")
        first = seen.page.evaluate(focused)
        press("j")
        press("k")
        assert seen.page.evaluate(focused) == first == "s-dead"
        press("c")
        seen.page.wait_for_selector("#copied.shown")
        assert seen.page.evaluate("navigator.clipboard.readText()") == COPY.url
        press("/")
        assert seen.page.evaluate(focused) == "q"
        seen.page.keyboard.type("j?")
        assert seen.page.get_by_label("Search").input_value() == "j?"
        seen.page.get_by_label("Search").fill("")
        seen.page.locator("h1").click()
        press("?")
        seen.page.get_by_label("Single keys act").uncheck()
        seen.page.get_by_role("button", name="Close").click()
        press("?")
        press("j")

        expect(seen.page.get_by_role("dialog")).to_be_hidden()
        assert seen.page.evaluate(focused) in ("", "keys-open")


def test_filters_by_keyboard(browser: Browser, folder: Path) -> None:
    """Arrow keys move through the groups, and the focus can be seen."""
    with opened(browser, folder / "usual.html") as seen:
        seen.page.locator("#b-all").focus()
        seen.page.keyboard.press("ArrowRight")
        outline = "getComputedStyle(document.querySelector('label[for=b-needs-you]')).outlineStyle"

        assert seen.page.locator("#b-needs-you").is_checked()
        assert seen.page.evaluate(outline) == "solid"


def test_without_script_nothing_is_lost(browser: Browser, folder: Path) -> None:
    """Texts to copy can be selected, dead controls do not show, and it is said what is missing."""
    with opened(browser, folder / "usual.html", java_script_enabled=False) as seen:
        card = seen.page.locator("#s-dead")
        assert card.locator("button:visible").count() == 0
        assert not seen.page.get_by_label("Search").is_visible()
        assert seen.page.get_by_text("need JavaScript").is_visible()
        card.get_by_text("Details").click()

        assert card.locator("pre", has_text=COPY.url).first.is_visible()


def test_without_styles_it_reads_too(browser: Browser, folder: Path, tmp_path: Path) -> None:
    """A viewer that strips styles and script leaves headings, links, texts and drawings of a sane size."""
    bare = re.sub(r"<(style|script)>[\s\S]*?</\1>", "", (folder / "usual.html").read_text(encoding="utf-8"))
    (tmp_path / "page.html").write_text(bare, encoding="utf-8")
    with opened(browser, tmp_path / "page.html") as seen:
        wide = seen.page.evaluate(
            "() => [...document.querySelectorAll('svg')].map(one => one.getBoundingClientRect().width)"
        )

        assert max(wide) <= 300
        assert seen.page.locator("#s-dead a", has_text="Open archived copy").is_visible()
        assert [one for one in seen.audit() if not one.startswith("target-size")] == []


def printed(seen: Any) -> str:
    """The text of the page as printed on A4, with blanks made even."""
    pdf = seen.page.pdf(format="A4")
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return "".join(text.split())


def test_print_shows_what_matters(browser: Browser, tmp_path: Path) -> None:
    """On paper: verdict, sentences of all places, evidence, what to do, addresses of copies; no controls."""
    places = [citation(line=line, mentions=None, sentence=f"Sentence {line} leans on it.") for line in range(1, 9)]
    gone = source("lost", "dead", "http-404", archive=COPY, citations=places, evidence="404 Not Found")
    (tmp_path / "page.html").write_text(html.render(report(sources=[gone])), encoding="utf-8")
    with opened(browser, tmp_path / "page.html") as seen:
        text = printed(seen)

    wanted = [
        "1 source is gone",
        "404 Not Found",
        "Cite the archived copy",
        "$11.07 billion",
        "Sentence 1 leans on it.",
    ]
    wanted += ["Sentence 8 leans on it.", COPY.url or "", "https://site.org/lost"]
    assert [one for one in wanted if "".join(one.split()) not in text] == []
    assert "Copyarchivedaddress" not in text
    assert "Search" not in text


def test_hostile_texts_stay_texts(browser: Browser, folder: Path) -> None:
    """Markup is shown as written; scripted and endless addresses are no links; nothing runs."""
    with opened(browser, folder / "hostile.html") as seen:
        links = [str(one.get_attribute("href")) for one in seen.page.locator("a").all()]

        assert seen.page.get_by_role("heading", name="Title <script>alert(1)</script> end").count() > 0
        assert seen.page.locator("img, iframe, object, embed").count() == 0
        assert [one for one in links if not one.startswith(("#", "https://"))] == []
        assert all(len(one) < 2100 for one in links)
        assert "\u202e" not in seen.page.content()


def test_red_is_for_proven_death_alone(browser: Browser, folder: Path) -> None:
    """No blocked, failing or suspected entry has anything in the colour of death."""
    with opened(browser, folder / "usual.html") as seen:
        reds = seen.page.evaluate(
            """() => [...document.querySelectorAll('.card *')].filter(one => {
                const style = getComputedStyle(one);
                return [style.color, style.fill, style.borderTopColor, style.backgroundColor].includes('rgb(179, 38, 30)');
            }).map(one => one.closest('.card').id)"""
        )

        assert set(reds) == {"s-dead"}


def test_a_quiet_page_moves_nothing(browser: Browser, folder: Path) -> None:
    """Who asks for less motion gets none."""
    with opened(browser, folder / "usual.html", reduced_motion="reduce") as seen:
        moving = """() => [...document.querySelectorAll('*')].filter(one => {
            const style = getComputedStyle(one);
            return style.animationName !== 'none' || style.transitionDuration !== '0s' || style.scrollBehavior === 'smooth';
        }).length"""

        assert seen.page.evaluate(moving) == 0


def test_charts_say_what_they_show(browser: Browser, folder: Path) -> None:
    """Every chart has a sentence, and a table that holds its numbers."""
    with opened(browser, folder / "usual.html") as seen:
        names = seen.page.locator(".chart h3").all_text_contents()
        seen.page.locator(".chart summary").first.click()

        assert names == ["What needed somebody, run by run", "Figures on a time line"]
        assert seen.page.locator(".chart table").first.is_visible()


def test_five_thousand_entries(browser: Browser, tmp_path: Path) -> None:
    """They stand on one page, and filters and search find the right ones."""
    (tmp_path / "page.html").write_text(html.render(replace(many(5000), figures=[])), encoding="utf-8")
    with opened(browser, tmp_path / "page.html") as seen:
        shown = "document.querySelectorAll('.card').length"
        assert seen.page.evaluate(shown) == 5000
        seen.page.locator("label[for=b-by-hand]").click()
        expect(seen.page.locator("#matches")).to_have_text("1000 of 5000 shown")
        seen.page.locator("#q").fill("source 4711 ")
        expect(seen.page.locator("#matches")).to_have_text("1 of 5000 shown")

        assert seen.visible(1) == ["s-s4711"]


def test_twenty_thousand_entries(browser: Browser, tmp_path: Path) -> None:
    """They are split over pages that name each other; what needs somebody stands on the first ones."""
    write_all(replace(many(20_000), figures=[]), tmp_path)
    names = sorted(path.name for path in tmp_path.glob("index*"))
    assert names == ["index-2.html", "index-3.html", "index-4.html", "index.html"]
    with opened(browser, tmp_path / "index.html") as seen:
        assert seen.page.locator(".card:not(.in-needs-you)").count() == 0
        seen.page.locator(".pages a").last.click()
        seen.page.wait_for_url("**/index-4.html")

        assert seen.page.locator(".card:not(.in-fine)").count() == 0
        assert "15,001 to 20,000 of 20,000" in seen.page.locator("nav").inner_text()


def test_a_shorter_report_leaves_no_pages_behind(tmp_path: Path) -> None:
    """Further pages of an earlier report go; files of others stay."""
    for name in ("index-2.html", "index-19.html", "index-old.html", "index-1.html"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    write_all(report(), tmp_path)

    assert sorted(path.name for path in tmp_path.glob("index*")) == ["index-1.html", "index-old.html", "index.html"]


def test_the_first_run_calls_nothing_new(browser: Browser, folder: Path) -> None:
    """There is nothing to compare with: no filter for new ones, no badge, and it is said why nothing is gone yet."""
    with opened(browser, folder / "first-run.html") as seen:
        assert seen.page.locator("#a-new").count() == 0
        assert seen.page.locator(".tag", has_text="new").count() == 0
        assert seen.page.get_by_text("nothing is confirmed gone").is_visible()


def test_the_age_of_a_figure(browser: Browser, tmp_path: Path) -> None:
    """In words and as a bar with its ticks; an unknown age is hatched and said."""
    made = report(
        sources=[],
        figures=[figure("old", "stale", limit="2019-12-31"), figure("no-date", "unknown", period_end=None, as_of=None)],
        run=RUN,
    )
    (tmp_path / "page.html").write_text(html.render(made), encoding="utf-8")
    with opened(browser, tmp_path / "page.html") as seen:
        old, undated = seen.page.locator("#f-old"), seen.page.locator("#f-no-date")

        assert "9 years old" in old.inner_text()
        assert old.locator("svg.age .tick").count() == 2
        assert "Age not known." in undated.inner_text()
        assert undated.locator("svg.age .hatched").count() == 1
