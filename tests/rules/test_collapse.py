"""Many cited addresses that lead to one place: when they are gone, when nobody can know, and when they are all there."""

from __future__ import annotations

import pytest
from builders import START, source
from collapsed import HOST, PROSE, STUDIES, YEARLY, Site, cited, html
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from checker.judgement import Circumstances, arrived, collapsing, judge
from checker.memory import Memory
from checker.observation import PageFacts
from checker.reasons import Reason, VerdictKind
from checker.rules.collapse import different, stands_for
from checker.rules.redirects import Way

DOCUMENTS = ("/en/documents/2014/report-a.html", "/en/documents/2015/report-b.html", "/en/documents/2016/report-c.html")
LETTERS = ("/r/14/a.html", "/r/15/b.html", "/r/16/c.html")
SLUGS = ("/studies/water-tariffs.html", "/studies/shallow-lakes.html", "/studies/floods-insurers.html")
NEWS = ("/news/water-tariffs", "/news/shallow-lakes", "/news/floods-insurers")
NUMBERS = ("/doc.php?id=41", "/doc.php?id=42", "/doc.php?id=43")
UNNAMED = (None, None, None)

GONE = {
    "a folder above": Site(cited(*DOCUMENTS, titles=YEARLY), "/documents", html("Documents | Ministry", "<p>Welcome to the documents section of our new portal.</p>" + PROSE * 4)),
    "a folder above, in a language": Site(cited(*DOCUMENTS, titles=YEARLY), "/en/documents/", html("Documents", "<p>Browse by year.</p>")),
    "a folder above without a name of its own": Site(cited("/tariffs/a-14.html", "/tariffs/b-15.html", "/tariffs/c-16.html"), "/tariffs/", html("Tariffs", "<p>What we do on tariffs.</p>")),
    "the section of the year": Site(cited("/reports/2014/a.html", "/reports/2014/b.html", "/reports/2014/c.html"), "/reports/2014/", html("Reports of 2014", "<p>Choose a month.</p>")),
    "any section": Site(cited(*LETTERS), "/about-us", html("About us", "<p>Who we are.</p>")),
    "a section with much to say of itself": Site(cited(*SLUGS), "/library", html("Library", PROSE * 9)),
    "a blog with the beginnings of its posts": Site(cited("/blog/2013/05/a/", "/blog/2014/02/b/", "/blog/2015/09/c/"), "/blog/", html("Blog | Institute", PROSE * 40)),
    "tables": Site(cited("/statistik/a.xls", "/statistik/b.xls", "/statistik/c.xls", titles=("Wasserverbrauch nach Kreisen", "Zählerstände der Haushalte", "Schäden nach Jahren")), "/statistik/", html("Statistik", "<p>Aktuelle Meldungen.</p>")),
    "numbers in the query": Site(cited(*NUMBERS), "/library", html("Library", "<p>Browse.</p>")),
    "by their slugs": Site(cited(*SLUGS, titles=UNNAMED), "/publications", html("Publications", "<p>Browse.</p>")),
    "a newsroom": Site(cited("/press/1.html", "/press/2.html", "/press/3.html"), "/newsroom", html("Newsroom", "<p>Latest.</p>")),
    "a welcome": Site(cited(*SLUGS), "/welcome", html("Welcome to the new portal", "<p>We have a new site.</p>")),
    "German": Site(cited("/studien/a1.html", "/studien/b2.html", "/studien/c3.html", titles=("Wassertarife im Süden", "Die flachen Seen", "Hochwasser und Versicherung")), "/publikationen", html("Publikationen", "<p>Alle Veröffentlichungen des Instituts.</p>")),
    "French": Site(cited("/etudes/a1.html", "/etudes/b2.html", "/etudes/c3.html", titles=("Les tarifs de l’eau", "Une enquête sur les lacs", "Crues et assureurs")), "/nos-publications", html("Nos publications", "<p>Toutes les publications.</p>")),
    "Russian": Site(cited("/ru/docs/14.html", "/ru/docs/15.html", "/ru/docs/16.html", titles=("Тарифы на воду в степи", "Обзор мелких озёр", "Наводнения и страховщики")), "/ru/dokumenty", html("Документы", "<p>Все документы ведомства за все годы работы.</p>")),
    "Chinese": Site(cited("/a/14.html", "/a/15.html", "/a/16.html", titles=("草原水价研究报告", "浅水湖泊调查", "洪水与保险公司")), "/xinwen/", html("新闻中心", "<p>本网站改版，请浏览最新的各类新闻和通知公告，谢谢您的支持。</p>")),
    "another host of theirs": Site(cited(*SLUGS), "https://new.institute.org/publications", html("Publications", "<p>Browse.</p>")),
    "new owners": Site(cited(*SLUGS), "https://www.merged-body.org/resources/", html("Resources", "<p>Browse.</p>")),
    "the words of a title scattered over a page": Site(cited(*SLUGS), "/library", html("Library", "<p>We work on water.</p><p>And on lakes.</p><p>And on floods.</p>")),
    "years alone": Site(cited(*SLUGS, titles=("Water tariffs 2014", "Shallow lakes 2015", "Floods 2016")), "/library", html("Library", "<p>2014 2015 2016 2017</p>")),
    "the name of the site in the titles": Site(cited(*LETTERS, titles=("River Ministry: water prices explained", "River Ministry: a survey of lakes", "River Ministry: floods and insurers")), "/documents", html("Documents | River Ministry", "<p>Welcome.</p>")),
}  # fmt: skip
"""A section that does not carry what was cited, for good."""

GATES = {
    "a browser": (Site(cited(*NEWS), "/unsupported-browser", html("Please update your browser", "<p>Your browser is not supported.</p>"), 302), "bot-wall"),
    "a tick": (Site(cited(*NEWS), "/verify", html("Quick check", "<p>Please tick the box to continue.</p>"), 302), "bot-wall"),
    "a queue": (Site(cited(*NEWS), "/queue", html("Please wait", "<p>Many visitors at the moment.</p>"), 303), "bot-wall"),
    "cookies": (Site(cited(*NEWS), "/enable-cookies", html("Cookies required", "<p>Please enable cookies.</p>"), 302), "bot-wall"),
    "cookies, for good": (Site(cited(*NEWS), "/enable-cookies", html("Cookies required", "<p>Please enable cookies.</p>")), "bot-wall"),
    "cookies, by the address alone": (Site(cited(*NEWS), "/enable-cookies", html("The Archive", "<p>Settings.</p>"), 302), "consent-wall"),
    "terms": (Site(cited(*NEWS), "/terms/accept", html("Terms of use", "<p>To go on you must accept the terms.</p><form><button>I agree</button></form>"), 302), "consent-wall"),
    "an age": (Site(cited(*NEWS), "/age-gate", html("Are you over 18?", "<p>Yes. No.</p>"), 307), "consent-wall"),
    "an appeal": (Site(cited(*NEWS), "/donate", html("Before you read on", "<p>Our annual appeal.</p>"), 302), "consent-wall"),
    "a country": (Site(cited(*NEWS), "/select-country", html("Choose your country", "<p>Germany, France, Spain</p>"), 302), "legal-451"),
    "a country by its title": (Site(cited(*NEWS), "/start", html("Choose your region", "<p>Europe, Asia, Africa</p>"), 302), "legal-451"),
    "a subscription": (Site(cited(*NEWS), "/subscribe", html("Choose your subscription", "<p>Digital €1 a month.</p>"), 302), "payment-required"),
    "a subscription, for good": (Site(cited(*NEWS), "/digital/abo", html("Unsere Abo-Angebote", "<p>Digital 1 €.</p>")), "payment-required"),
    "a login": (Site(cited(*NEWS), "/account/welcome", html("Welcome back", "<form><input name=u><input type=password></form>")), "login-required"),
    "membership": (Site(cited(*NEWS), "/membership", html("Become a member", "<p>Articles are for members.</p>"), 302), "login-required"),
    "a form": (Site(cited(*NEWS), "/x", html("The Archive", "<form><input name=u><input type=password></form>")), "login-required"),
}  # fmt: skip
"""What is asked of the reader first."""

THERE = {
    "a merged handbook": Site(cited("/guide/install.html", "/guide/config.html", "/guide/faq.html", titles=("Installation", "Configuration", "FAQ")), "/handbook", html("Operator handbook", PROSE * 9)),
    "its chapters under its own folder": Site(cited("/manual/ch1.html", "/manual/ch2.html", "/manual/ch3.html", titles=("Basin manual, chapter 1", "Basin manual, chapter 2", "Basin manual, chapter 3")), "/manual/", html("Basin manual (single page)", "<h2>Chapter 1</h2><p>Rivers.</p><h2>Chapter 2</h2><p>Lakes.</p><h2>Chapter 3</h2><p>Seas.</p>")),
    "a whole of which the parts are cited": Site(cited("/water-law/1.html", "/water-law/2.html", "/water-law/3.html", titles=("Water law: the beginnings", "Water law: the courts", "Water law: the treaties")), "/water-law/", html("Water law", "<p>Buy the book.</p>")),
    "a long document in a folder above": Site(cited("/treaty/one.html", "/treaty/two.html", "/treaty/three.html"), "/treaty/", html("The treaty as amended", PROSE * 40)),
    "three versions of a paper": Site(cited("/paper-v1.pdf", "/paper-v2.pdf", "/paper-final.pdf", titles=("Wassertarife (Entwurf)", "Wassertarife (v2)", "Wassertarife")), "/publications/", html("Publications", "<p>Browse.</p>")),
    "three languages": Site(cited("/de/strategie", "/fr/strategie", "/en/strategy", titles=("Strategie für das Wasser", "Stratégie pour l’eau", "A strategy for water")), "/publications", html("Publications", "<p>Browse.</p>")),
    "three languages by their endings": Site(cited("/atlas/atlas_de.html", "/atlas/atlas_fr.html", "/atlas/atlas_en.html", titles=("Der Atlas der Flüsse", "L’atlas des fleuves", "The atlas of rivers")), "/atlas", html("2030 at a glance", "<p>Rivers.</p>")),
    "one title": Site(cited("/p/88", "/q/89", "/pubs/atlas.html", titles=("Basin atlas",) * 3), "/library", html("Library", "<p>Browse.</p>")),
    "a list that carries them": Site(cited("/report/2014", "/report/2015", "/report/2016", titles=("Annual report 2014", "Annual report 2015", "Annual report 2016")), "/annual-reports", html("Annual reports", "<ul><li>2014 (PDF)<li>2015 (PDF)<li>2016 (PDF)</ul>")),
    "a list with their titles": Site(cited(*SLUGS), "/publications", html("Publications", "<ul>" + "".join(f"<li>{one} (PDF)" for one in STUDIES) + "</ul>")),
    "an item page for its files": Site(cited("/items/771/annex-tables.pdf", "/items/771/main-text.pdf", "/items/771/cover-letter.pdf"), "/items/771", html("Steppe papers", "<p>Three files.</p>")),
    "a shell that a script fills": Site(cited(*NEWS), "/news", "<html><title>News</title><div id=root></div><script src=/a.js></script></html>"),
    "a shell with a menu": Site(cited(*NEWS), "/news", "<html><title>Archive</title><nav>Home About Publications News Contact Help</nav><div id=app></div><script src=/a.js></script></html>"),
    "a PDF": Site(cited(*NEWS), "/news", b"%PDF-1.4\n%%EOF", kind="application/pdf"),
    "a page that was not read to its end": Site(cited(*NEWS), "/news", html("News", PROSE), complete=False),
    "a section in another script": Site(cited(*SLUGS), "/dokumenty", html("Документы", "<p>Все документы ведомства за все годы его работы, по темам и по годам.</p>")),
    "no names to look for": Site(cited(*LETTERS, titles=UNNAMED), "/publications", html("Publications", "<p>Browse.</p>")),
    "documentation with a list of its parts": Site(cited("/docs/v1/a", "/docs/v1/b", "/docs/v1/c", titles=("Installing the valve", "Configuring the valve", "Tuning the valve")), "/docs/", html("Valve documentation", "<ul><li>Installing the valve<li>Configuring the valve<li>Tuning the valve</ul>")),
    "a law with its amendments": Site(cited("/laws/12-a", "/laws/12-b", "/laws/12-c", titles=("Water Amendment Act 2011", "Water Amendment Act 2013", "Water Amendment Act 2016")), "/laws/water-act-consolidated", html("Water Act (consolidated)", PROSE * 6)),
    "the page of a book": Site(cited("/books/water-law/ch1", "/books/water-law/ch2", "/books/water-law/ch3", titles=("The beginnings of water law", "Water law before the courts", "Treaties in water law")), "/books/water-law", html("Water law | Press", "<p>By M. Otar. 288 pages.</p>")),
    "merged notices": Site(cited("/en/privacy-notice", "/en/legal-notice", "/en/imprint", titles=("The privacy notice", "The legal notice", "Imprint of the institute")), "/legal", html("Legal", "<h2>Privacy notice</h2><h2>Legal notice</h2><h2>Imprint</h2>")),
    "two addresses": Site(cited(*SLUGS[:2], titles=STUDIES[:2]), "/publications", html("Publications", "<p>Browse.</p>")),
    "a place of another kind": Site(cited(*SLUGS), "/atlas-of-waters", html("An atlas of waters", "<p>Maps and tables.</p>")),
    "another section for now": Site(cited(*SLUGS), "/library", html("Library", "<p>Browse.</p>"), 302),
    "a notice for now": Site(cited(*SLUGS), "/hinweis", html("Hinweis für Besucher", "<p>Dieses Angebot steht heute nicht zur Verfügung.</p>"), 302),
    "a folder above for now": Site(cited("/tariffs/a-14.html", "/tariffs/b-15.html", "/tariffs/c-16.html"), "/tariffs/", html("Tariffs", "<p>What we do on tariffs.</p>"), 307),
}  # fmt: skip
"""Nothing says that they are gone."""


@pytest.mark.parametrize("name", GONE)
def test_a_section_that_does_not_carry_them(name: str) -> None:
    """A list is not what anybody cites for one of its items."""
    found = GONE[name].judged()

    assert {one.verdict.reason for one in found} == {Reason.SOFT_404}
    assert all("all lead to" in one.verdict.evidence for one in found)


@pytest.mark.parametrize("name", GATES)
def test_a_gate_says_nothing_of_what_is_behind_it(name: str) -> None:
    """What is asked of the reader first is told; whether the page is there cannot be."""
    site, reason = GATES[name]

    assert site.reasons() == {reason}


@pytest.mark.parametrize("name", GATES)
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_gate_is_a_death_however_it_is_led_to(name: str, status: int) -> None:
    """Neither for now nor for good."""
    site, _ = GATES[name]

    assert {one.verdict.kind for one in replace(site, status=status).judged()} == {VerdictKind.BLOCKED}


@pytest.mark.parametrize("name", THERE)
def test_nothing_says_that_they_are_gone(name: str) -> None:
    """Merged, listed, drawn by a script, in other languages, or simply not known."""
    found = THERE[name].judged()

    assert {one.verdict.kind for one in found} <= {VerdictKind.OK, VerdictKind.MOVED}


@pytest.mark.parametrize("name", GONE)
@pytest.mark.parametrize("status", [302, 303, 307])
def test_for_now_nothing_is_proven(name: str, status: int) -> None:
    """At most suspected, and only where the page's own section is the place."""
    for one in replace(GONE[name], status=status).judged():
        assert one.verdict.kind in (VerdictKind.OK, VerdictKind.DEAD)
        assert one.verdict.certainty == "suspected" or one.verdict.kind is VerdictKind.OK


def test_one_of_them_may_be_the_section_itself() -> None:
    """Who cites the list itself still finds it, whatever became of the others."""
    site = Site(
        cited("/old/publications.html", *SLUGS, titles=("Publications of the institute", *STUDIES)),
        "/publications",
        html("Publications of the institute"),
    )
    first, *others = site.judged()

    assert first.verdict.kind is VerdictKind.MOVED
    assert {one.verdict.reason for one in others} == {Reason.SOFT_404}


def test_later_runs_judge_by_what_this_one_knew() -> None:
    """Who else was sent there is kept with the observation, and so is what was looked for in vain."""
    site = GONE["a folder above"]
    kept = arrived(site.sources, site.seen)
    alone, key = site.sources[:1], site.sources[0].key
    run = Circumstances(START, full=True, conclusive=True)

    assert {one.arrivals for one in kept.values()} == {3}
    assert judge(alone, {key: kept[key]}, Memory(), run)[0].verdict.kind is VerdictKind.MOVED
    assert collapsing(site.sources, site.seen) == {f"{HOST}/documents": 3}


@pytest.mark.parametrize(
    ("urls", "number"),
    [
        ((), 0),
        (("/a", "/b", "/c"), 3),
        (("/a", "/a/", "/a/index.html"), 1),
        (("/a.html", "/a.pdf", "/a-v2.pdf"), 1),
        (("/2014/report.html", "/2015/report.html", "/2016/report.html"), 3),
        (("/doc?id=1", "/doc?id=2", "/doc?id=3"), 3),
        (("/de/a", "/fr/a", "/en/a"), 1),
        (("/de/a", "/de/b", "/en/a", "/en/b"), 2),
        (("/a_de.html", "/b_fr.html", "/c_en.html"), 1),
        (("/x/en/", "/x/de/", "/x/ru/"), 1),
    ],
)
def test_what_counts_as_different(urls: tuple[str, ...], number: int) -> None:
    """Languages, versions and formats of one thing are one."""
    assert different([(HOST + url, None) for url in urls]) == number


@given(
    st.lists(st.from_regex(r"/[a-z]{1,6}/[a-z0-9_.-]{1,12}", fullmatch=True), max_size=8),
    st.sampled_from([None, "One title"]),
)
def test_never_more_than_there_are(paths: list[str], title: str | None) -> None:
    """However addresses are written, they stand for no more things than there are of them, nor than titles."""
    found = different([(HOST + path, title) for path in paths])

    assert found <= len(set(paths))
    assert title is None or found <= 1


def test_what_is_cited_without_a_request_is_not_counted() -> None:
    """Sources that nobody asked for lead nowhere."""
    assert collapsing([source(url=f"{HOST}/a")], {}) == {}


ALONE = [
    ("/old/water-tariffs.html", "/studies/water-tariffs", None, 1),
    ("/p/12", "/studies/771", None, 1),
    ("/publications.html", "/institute/publications", None, 1),
    ("/", "/institute/statistics", None, 1),
    ("/index.html", "/newsroom", "Newsroom", 1),
    ("/presse/", "/newsroom", None, 1),
    ("/studies/water-tariffs/amp", "/studies/water-tariffs", None, 1),
    ("/items/771/text.pdf", "/items/771", None, 1),
    ("/2014/press.html", "/press", "Press", 1),
    ("/news/water-tariffs", "/news", "Water tariffs", 3),
]
SHARED = [
    ("/publications/water-tariffs.html", "/publications", "Publications", 1),
    ("/en/reports/2014/a.html", "/reports/", "Reports", 1),
    ("/studies/water-tariffs.html", "/library", "Library", 1),
    ("/studies/water-tariffs.html", "/atlas-of-waters", "An atlas of waters", 3),
    ("/studies/water-tariffs.html", "/publications", None, 2),
]


@pytest.mark.parametrize(("asked", "to", "title", "many"), ALONE)
def test_a_place_of_its_own_is_worth_citing(asked: str, to: str, title: str | None, many: int) -> None:
    """Or one that bears the name of what was cited, or the section that was cited as such."""
    page = PageFacts(title=title, words=90, complete=True)

    assert stands_for(led(asked, to), page, many, None)


@pytest.mark.parametrize(("asked", "to", "title", "many"), SHARED)
def test_a_section_or_a_common_place_is_never_offered(asked: str, to: str, title: str | None, many: int) -> None:
    """Whatever is concluded of the page itself: who cites it must look."""
    page = PageFacts(title=title, words=90, complete=True)

    assert not stands_for(led(asked, to), page, many, None)


def led(asked: str, to: str) -> Way:
    """A permanent redirect."""
    return Way(HOST + asked, HOST + to, permanent=True, settled=HOST + to)
