"""Notices inside whole layouts, and all that only reads like one."""

from __future__ import annotations

import pytest

from checker.lead import MOST_WORDS
from checker.page import PageText, read_page
from checker.rules import notice
from checker.rules.notfound import LATER, PASSING

MENU = "<header><nav><ul>" + "<li><a href=/x>Research</a></li>" * 30 + "</ul></nav></header>"
NEWS = "<h3>Latest news</h3>" + "<p>The ferry between the two towns sails again on weekdays since spring.</p>" * 12
FOOT = "<footer><p>The River Institute keeps this page; all rights are reserved.</p></footer>"
STORY = "<p>Ada Brook opened the bridge on Monday, after four years of work and two floods.</p>"


def read(main: str, title: str = "The River Institute", attributes: str = "") -> PageText:
    """A page whose main part stands among a menu, news and a footer."""
    page = f"<!doctype html><html><head><title>{title}</title></head><body {attributes}>{MENU}<main>{main}{NEWS}</main>{FOOT}</body></html>"
    return read_page(page.encode(), "text/html; charset=utf-8", "https://site.org/a/b")


def rules(main: str, title: str = "The River Institute", attributes: str = "") -> set[str]:
    """The names of the signs that such a page shows."""
    return {one.rule.partition(".")[2] for one in notice.body_signs(read(main, title, attributes))}


NOTICES = [
    "<h1>We can’t locate this page</h1>",
    "<h1>Sorry</h1><p>The link you followed is outdated.</p>",
    "<h1>Error</h1><p>Invalid article ID</p>",
    "<h1>Ressource introuvable</h1><p>Désolé.</p>",
    "<h2>提示</h2><p>您访问的文章不存在</p>",
    "<h1>Новости</h1><p>Материал удалён</p>",
    "<h1>Meldung</h1><p>Der Artikel ist nicht mehr verfügbar</p>",
    "<h1>Aviso</h1><p>El contenido no está disponible</p>",
    "<p>The article you are looking for has been removed.</p>",
    "<h4>Page not found</h4><p>Use the menu.</p>",
    f"<h2>We value your privacy</h2>{STORY}<h2>Page not found</h2>",
    "<h1><img src=a.png alt='404 page not found'></h1>",
    "<div class=search-results><h1>Search</h1><p>The page you are looking for could not be found.</p></div>",
    "<h1><a href=/>The River Institute</a></h1><p>Water and people</p><h2>No such page</h2>",
    "<header><h1>Oops!</h1></header><div><p>Nothing lives at this address any more (404).</p></div>",
    "<h1>Page not found</h1><ul class=menu><li>Ada Brook opened the bridge on Monday, after four years of work</li></ul>",
]

NONE = [
    f"<h1>Page not found</h1>{STORY}",
    f"<h1>Sorry</h1>{STORY}",
    f"<h1>Error</h1>{STORY}",
    "<h1>Log</h1><p>Anchor not found.</p>",
    "<h1>Lost bells</h1><p>Bell of St Ann: not found. Bell of St Luke: removed 1917.</p>",
    "<h1>Error</h1><p>An unexpected error occurred.</p>",
    "<h1>Sorry</h1><p>This page is not available in your country.</p>",
    "<h1>Sorry</h1><p>Please log in to see this page.</p>",
    "<h1>Sorry</h1><p>The page is temporarily unavailable.</p>",
    "<h1>Oops</h1><p>The database does not answer, so no page could be found.</p>",
    "<h1>About this site</h1><p>This site is kept by volunteers. Pages are updated each month.</p>",
    "<h1>Welcome</h1><p>This page is about the river.</p>",
    "<h1>Links</h1><p>This page lists links to other sites. Broken links are removed each spring.</p>",
    "<h1>A bridge</h1><p>" + "The page that told of it is gone. " * 30 + "</p>",
    "<h1>提示</h1><p>请登录后查看本页面</p>",
    "<h1>Fehler</h1><p>Beim Laden der Seite ist ein Fehler aufgetreten.</p>",
]


@pytest.mark.parametrize("main", NOTICES)
def test_a_notice_is_known_among_all_that_a_site_shows(main: str) -> None:
    """By its heading or the text right below, in any words that speak of pages or to whoever came for one."""
    assert rules(main) & {"notice", "about"}


@pytest.mark.parametrize("main", NONE)
def test_what_only_reads_like_one_is_none(main: str) -> None:
    """Stories, bells, walls, troubles that pass, pages about their site."""
    assert not rules(main) & {"notice", "about", "plea"}


def test_a_title_is_a_heading_as_well() -> None:
    """What stands below the first heading belongs to it, too."""
    assert "notice" in rules("<h1>River</h1>", "Invalid link - River")
    assert "notice" not in rules(f"<h1>River</h1>{STORY}", "Invalid link - River")


@pytest.mark.parametrize(
    ("main", "is_plea"),
    [
        ("<h1>Article not found</h1><p>Sorry, the article you are looking for has been removed.</p>", True),
        ("<h1>Page not found</h1><p>We could not find the page you requested.</p>", True),
        ("<h1>Page not found</h1><p>A play by Ada Brook.</p>", False),
        ("<h1>River</h1><p>Sorry, the article you are looking for has been removed.</p>", False),
        (f"<h1>Page not found</h1><p>Sorry, the page you requested could not be found.</p>{STORY}", False),
    ],
)
def test_a_plea_says_it_twice(main: str, is_plea: bool) -> None:
    """In a heading and to the visitor, and nothing else."""
    assert ("plea" in rules(main)) is is_plea


@pytest.mark.parametrize(
    "attributes",
    [
        "class='error404 wide'",
        "class='template-404'",
        "id=pagenotfound",
        "class='cms-noroute-index'",
        "class=not-found",
    ],
)
def test_bodies_that_tell_machines_so(attributes: str) -> None:
    """The classes of WordPress, Shopify, PrestaShop, Magento and their like."""
    assert "declared" in rules("<h1>River</h1>", attributes=attributes)


@pytest.mark.parametrize(
    "attributes", ["", "class='postid-404 page-404 node-404'", "class='found'", "id=lost-and-found"]
)
def test_bodies_that_do_not(attributes: str) -> None:
    """Numbers of posts are none."""
    assert "declared" not in rules("<h1>River</h1>", attributes=attributes)


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("<meta name='next-error' content='not-found'>", True),
        ('<meta name="prerender-status-code" content="404">', True),
        ("<script>s.pageType='errorPage'</script>", True),
        ("<script>window.__NUXT__={error:{statusCode:404}}</script>", True),
        ('<script>dataLayer.push({"pageType": "404"})</script>', True),
        ("<script>if(r.statusCode===404){go()}</script>", False),
        ("<script>if(s.pageType=='errorPage'){}</script>", False),
        ('<script>x={"statusCode":4041,"id":404}</script>', False),
        ("<meta name='prerender-status-code' content='200'>", False),
    ],
)
def test_marks_in_the_markup(head: str, told: bool) -> None:
    """What is set, not what is asked for; looked for where a page has little to say."""
    assert ("declared" in rules(f"{head}<h1>River</h1>")) is told


def test_a_page_that_says_much_is_not_searched_for_marks() -> None:
    """An article with a data layer is an article."""
    assert not rules(f"<script>x={{statusCode:404}}</script><h1>River</h1>{STORY * 9}")


def test_sections_are_the_page_s_own() -> None:
    """A heading with its text: no menus, no links, no other headings; cut where there is much."""
    page = read(
        f"<h1>A bridge</h1><nav>Menu</nav><p>Short.</p><p><a href=/x>Read more of it</a></p><aside>x</aside>{'<p>much text</p>' * 60}"
    )
    first = page.sections[0]

    assert first.heading == "A bridge"
    assert first.text.startswith("Short.\nmuch text")
    assert first.is_cut
    assert len(first.text.split()) < MOST_WORDS + 5


@pytest.mark.parametrize(
    "junk", ["<div>" * 3000 + "<h1>x", "<h1>" * 500, "<main>" + "<p>" * 5000, "<h1></h1><h2></h2>", ""]
)
def test_hostile_markup_has_sections_or_none(junk: str) -> None:
    """However deep or empty, reading ends."""
    assert len(read_page(junk.encode(), "text/html", "https://site.org/").sections) <= 4


@pytest.mark.parametrize("text", ["word " * 5000, "字" * 5000, "x" * 50_000])
def test_a_text_without_an_end_is_cut(text: str) -> None:
    """One block of thousands of words is as bounded as many are."""
    first = read(f"<h1>A bridge</h1><p>{text}</p>").sections[0]

    assert first.is_cut
    assert len(first.text) <= 1000


def test_who_shall_check_the_address_and_try_again_is_not_to_come_later() -> None:
    """The words of those who ask to be visited again are others."""
    assert LATER.search("please check the url and try again") is None
    assert PASSING.search("an address that was entered into your browser") is None
    assert LATER.search("something is wrong on our side, try again") is not None
