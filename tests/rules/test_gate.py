"""What is shown to robots, strangers and readers of other countries in place of a page, and pages that only sound so."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from shown import CONTENT, DOWN, ORDERED, PRIVATE, WALLS, Shown
from shown_at_doors import DOORS
from shown_refusals import REFUSALS

from checker import siblings
from checker.evidence import observe
from checker.model import Conclusion
from checker.observation import Exchange, Hop, Observation, Target
from checker.reasons import Reason, VerdictKind
from checker.verdict import conclude

URL = "https://site.org/publications/2017/trade-corridors.html"
TITLE = "Trade corridors report"
MUCH = "".join(
    f"<p>The corridor carried more containers in {year} than its planners had expected.</p>" for year in range(9)
)


def concluded(shown: Shown, url: str = URL, cited: str | None = TITLE, final: str | None = None) -> Conclusion:
    """What is concluded where this is what a server shows."""
    body = f"<!doctype html><html>{shown.html}</html>".encode()
    headers = (("content-type", "text/html; charset=utf-8"), *shown.headers.items())
    hops = (Hop(url, 302, final), Hop(final, shown.status, None)) if final else (Hop(url, shown.status, None),)
    exchange = Exchange(Target(url), final or url, hops, shown.status, headers, body, complete=True)
    return conclude(url, observe(exchange, datetime(2026, 11, 25, tzinfo=UTC))[""], cited_title=cited)


@pytest.mark.parametrize("name", WALLS)
def test_what_is_shown_to_robots(name: str) -> None:
    """By its marks, by its words, or by speaking of nothing else, in any language."""
    assert concluded(WALLS[name]).reason is Reason.BOT_WALL


@pytest.mark.parametrize("name", WALLS)
def test_it_is_a_wall_whoever_cites_what(name: str) -> None:
    """Also where the title of the citation is not known."""
    assert concluded(WALLS[name], cited=None).reason.kind is VerdictKind.BLOCKED


@pytest.mark.parametrize("name", PRIVATE)
def test_what_is_shown_to_strangers(name: str) -> None:
    """There is something, for others."""
    assert concluded(PRIVATE[name]).reason.kind is VerdictKind.BLOCKED


@pytest.mark.parametrize("name", ORDERED)
def test_what_providers_show_by_order(name: str) -> None:
    """Blocked where this runs, whoever ordered it: elsewhere it may be there."""
    found = concluded(ORDERED[name])

    assert found.reason is Reason.LEGAL_451

    assert "elsewhere it may be there" in found.evidence


@pytest.mark.parametrize("name", ORDERED)
def test_a_provider_that_redirects_to_its_front_page_blocks(name: str) -> None:
    """It is no redirect to the home page of the site."""
    assert concluded(ORDERED[name], final="http://warning.isp.net/?id=4").reason is Reason.LEGAL_451


@pytest.mark.parametrize("name", DOWN)
def test_a_network_that_does_not_reach_its_customer(name: str) -> None:
    """The vendor's page says so; it refuses nobody."""
    assert concluded(DOWN[name]).reason.kind is VerdictKind.UNREACHABLE


@pytest.mark.parametrize("name", CONTENT)
def test_pages_about_walls_are_pages(name: str) -> None:
    """Glossaries, guides, policies, news and notices: they bear the name of what was cited."""
    html, cited, url = CONTENT[name]

    assert concluded(Shown(html), url, cited).reason is Reason.HTTP_200


@pytest.mark.parametrize("name", PRIVATE | ORDERED)
def test_a_page_with_more_to_say_keeps_nobody_out(name: str) -> None:
    """The same words on a page of content, under its own name."""
    html = (PRIVATE | ORDERED)[name].html.replace("title>", "h3>")

    assert concluded(Shown(f"<title>{TITLE}</title>{MUCH}{html}")).reason is Reason.HTTP_200


@pytest.mark.parametrize("name", PRIVATE | ORDERED)
def test_nor_does_one_under_a_name_of_its_own(name: str) -> None:
    """A translated title is not found again; what else it says is."""
    html = (PRIVATE | ORDERED)[name].html.replace("title>", "h3>")

    assert concluded(Shown(f"<title>Торговые пути</title>{MUCH}{html}")).reason is Reason.HTTP_200


@pytest.mark.parametrize("name", DOORS)
def test_logins_and_consent(name: str) -> None:
    """Wherever they are shown: at the address asked, under a path or on another site, at its front page as well."""
    html, final = DOORS[name]

    assert concluded(Shown(html), final=final).reason.kind is VerdictKind.BLOCKED


@pytest.mark.parametrize("name", DOORS)
def test_doors_that_stand_everywhere_are_no_death(name: str) -> None:
    """Where every address leads there: "Lost your password?" says of no page that it is lost."""
    html, final = DOORS[name]
    body = f"<!doctype html><html>{html}</html>".encode()
    headers, now = (("content-type", "text/html; charset=utf-8"),), datetime(2026, 11, 25, tzinfo=UTC)

    def seen(url: str) -> Observation:
        hops = (Hop(url, 302, final), Hop(final, 200, None)) if final else (Hop(url, 200, None),)
        return observe(Exchange(Target(url), final or url, hops, 200, headers, body, complete=True), now)[""]

    found, beside = seen(URL), siblings.sibling(final or URL)
    if beside:
        found = siblings.compared(found, seen(beside))

    assert conclude(URL, found, cited_title=TITLE).reason.kind is VerdictKind.BLOCKED


@pytest.mark.parametrize("name", REFUSALS)
def test_refusals_are_told_from_failures_and_from_death(name: str) -> None:
    """By the status where that says it, else by what the page speaks of."""
    shown, allowed = REFUSALS[name]

    assert concluded(shown).reason.kind.value in allowed.split()


SHORT = {
    "ru-spelling": "<title>Проверка правописания</title><h1>Проверка правописания</h1>"
    "<p>Вы можете проверить текст документа или выделенную его часть. Проверка начинается с места курсора.</p>",
    "ru-addresses": "<title>Вставить ссылку</title><p>Вводимые адреса автоматически превращаются в ссылки. "
    "Если браузер запрещает переход, вы можете скопировать адрес.</p>",
    "zh-changes": "<title>修订</title><p>打开对话框，您可以在其中逐条接受或拒绝其他作者所做的更改。"
    "您也可以按作者和日期对列表排序，然后决定保留哪些内容。</p>",
}
"""Help texts of a few words to the reader, cited by a name of the citing author's own."""


@pytest.mark.parametrize("name", SHORT)
def test_short_help_is_no_wall(name: str) -> None:
    """It tells what may be accepted, refused or checked in a program, not who is let in."""
    assert concluded(Shown(SHORT[name]), cited="A guide to the program").reason is Reason.HTTP_200
