"""What hosts and platforms show in place of a site of theirs, and pages that only sound so."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from shown import CONTENT, Shown
from shown_by_hosts import ENDED, NO_SITE, PARKED, SWITCHED_OFF, UNNAMED

from checker import siblings
from checker.evidence import observe
from checker.observation import Exchange, Hop, Observation, Target
from checker.reasons import Reason, VerdictKind
from checker.verdict import conclude

URL = "https://www.silkstat.com/reports/2016/corridors.html"
TITLE = "Trade corridors report"
SERVED = Shown("<title>Archive of notes</title><p>Notes of the corridor, by year and by author.</p>")


def seen(url: str, shown: Shown) -> Observation:
    """What is observed where this is what a server shows."""
    headers = (("content-type", "text/html; charset=utf-8"), *shown.headers.items())
    body = f"<!doctype html><html>{shown.html}</html>".encode()
    exchange = Exchange(Target(url), url, (Hop(url, shown.status, None),), shown.status, headers, body, complete=True)
    return observe(exchange, datetime(2026, 11, 25, tzinfo=UTC))[""]


def reason(shown: Shown, beside: Shown | None, url: str = URL, cited: str | None = TITLE) -> Reason:
    """The reason that is given where a made-up neighbour is answered with ``beside``, an honest 404 where that is None."""
    found, neighbour = seen(url, shown), siblings.sibling(url)
    if neighbour and siblings.is_doubtful(found):
        found = siblings.compared(found, seen(neighbour, beside or Shown("Not found", 404)))
    return conclude(url, found, cited_title=cited).reason


@pytest.mark.parametrize("name", SWITCHED_OFF)
def test_what_is_switched_off_may_come_back(name: str) -> None:
    """Suspended, unpaid, paused, not set up: never death."""
    assert reason(SWITCHED_OFF[name], SWITCHED_OFF[name]).kind in (VerdictKind.UNREACHABLE, VerdictKind.BLOCKED)


@pytest.mark.parametrize("name", SWITCHED_OFF)
def test_at_the_front_page_too(name: str) -> None:
    """A suspension shown at the root is no home page."""
    shown = SWITCHED_OFF[name]

    assert reason(shown, shown, "https://www.silkstat.com/").kind in (VerdictKind.UNREACHABLE, VerdictKind.BLOCKED)


@pytest.mark.parametrize("name", NO_SITE)
def test_a_platform_that_has_no_such_site(name: str) -> None:
    """It says so with status 200 as well."""
    assert reason(NO_SITE[name], NO_SITE[name]) is Reason.SOFT_404


@pytest.mark.parametrize("name", ENDED)
def test_a_service_that_has_ended(name: str) -> None:
    """Where every address shows the same notice and nothing else."""
    assert reason(ENDED[name], ENDED[name]) is Reason.SOFT_404


@pytest.mark.parametrize("name", ENDED)
def test_is_not_dead_where_other_addresses_are_honest(name: str) -> None:
    """Then the notice is a page among others."""
    assert reason(ENDED[name], None).kind is not VerdictKind.DEAD


@pytest.mark.parametrize("name", ENDED)
def test_nor_where_it_shows_other_pages(name: str) -> None:
    """A neighbour with content of its own."""
    assert reason(ENDED[name], SERVED).kind is not VerdictKind.DEAD


@pytest.mark.parametrize("name", PARKED)
def test_a_domain_that_holds_nothing(name: str) -> None:
    """Expired, in auction, for sale, or new and empty."""
    assert reason(PARKED[name], PARKED[name]) is Reason.PARKED_DOMAIN


@pytest.mark.parametrize("name", CONTENT)
def test_pages_about_hosting_are_pages(name: str) -> None:
    """Help, notices, laws and news bear the name of what was cited."""
    html, cited, url = CONTENT[name]

    assert reason(Shown(html), None, url, cited) is Reason.HTTP_200


@pytest.mark.parametrize("name", UNNAMED)
def test_pages_of_another_name_are_pages_too(name: str) -> None:
    """What they say of themselves is content: of roads, courts, accounts, stations and data."""
    html, cited = UNNAMED[name]

    assert reason(Shown(html), None, cited=cited) is Reason.HTTP_200


NOTICES = {
    "a heading and what it means": ("Web hosting service has ended", "The free home page hosting service ended on 31 March 2019. Home pages can no longer be viewed. Thank you for your patronage."),
    "what was hosted": ("Personal web space has closed", "Our personal web space service closed on 30 November 2016. All sites hosted on it have been removed."),
    "a wiki": ("Service discontinued", "FreeWiki has been discontinued. Wikis are no longer accessible."),
    "French": ("Fermeture du service Pages Perso", "Le service Pages Perso a fermé définitivement le 21 novembre 2023. Les sites ne sont plus accessibles."),
    "German": ("Dienst eingestellt", "Unser Homepage-Service wurde zum 31. März 2019 eingestellt. Alle Seiten wurden gelöscht."),
    "Russian": ("Сервис закрыт", "Сервис личных страниц закрыт 1 марта 2019 года. Страницы пользователей больше недоступны."),
    "a site": ("This site has been retired", "This site was retired on 1 June 2021 and its content is no longer available."),
}  # fmt: skip
NO_NOTICES = {
    "a ferry": ("Line 9", "The ferry service has ended. It was discontinued in 2009."),
    "an article about one": ("The blog platform closes", "The platform was shut down on 31 March 2019. All blogs have been deleted. What is lost with them, and who will mind that it is lost?"),
    "a season": ("Meter reading", "The meter reading service has ended for this year. Readings can no longer be sent."),
    "who says so": ("A portal closes", "The portal was shut down in March, the ministry said. All accounts have been deleted, it reported."),
}  # fmt: skip


def amid(title: str, text: str) -> Shown:
    """A text as a site with a menu, news and cookies shows it."""
    menu = "<div class=cookie-banner>We use cookies to improve your experience. Accept all.</div><nav><ul><li>Home<li>About us<li>News</ul></nav>"
    news = "<aside><h3>Latest news</h3><ul><li>Council approves tariff review<li>Winter maintenance programme begins</ul></aside>"
    return Shown(f"<title>{title}</title>{menu}<main><h1>{title}</h1><p>{text}</p></main>{news}<footer>© 2026</footer>")


@pytest.mark.parametrize("name", NOTICES)
def test_a_service_that_has_ended_on_a_page_of_its_site(name: str) -> None:
    """Whatever stands around the notice; only where every address shows it."""
    shown = amid(*NOTICES[name])

    assert reason(shown, shown) is Reason.SOFT_404
    assert reason(shown, None).kind is VerdictKind.OK


@pytest.mark.parametrize("name", NO_NOTICES)
def test_what_is_told_of_services_is_no_notice(name: str) -> None:
    """Ferries end, too, and papers write about platforms."""
    shown = amid(*NO_NOTICES[name])

    assert reason(shown, shown).kind is not VerdictKind.DEAD
    assert reason(shown, None).kind is VerdictKind.OK


THANKS = {
    "ja": "<title>サービス終了のお知らせ</title><h1>サービスは終了しました</h1>"
    "<p>無料ホームページサービスは2020年6月30日に終了いたしました。これまでのご利用、誠にありがとうございました。</p>",
    "de": "<title>Dienst eingestellt</title><h1>Dienst eingestellt</h1><p>Unser Dienst für private Homepages wurde eingestellt. "
    "Alle Homepages wurden gelöscht.</p><p>Vielen Dank für die vielen Jahre, die Sie bei uns waren.</p>",
}


@pytest.mark.parametrize("name", THANKS)
def test_an_ended_service_may_say_thanks(name: str) -> None:
    """Where every address says so, it is the end; where the neighbour is honest, it is a notice about one."""
    url, cited = "https://home.example.net/~tanaka/water/", "水道料金の研究"

    assert reason(Shown(THANKS[name]), Shown(THANKS[name]), url, cited).kind is VerdictKind.DEAD
    assert reason(Shown(THANKS[name]), None, url, cited).kind is not VerdictKind.DEAD


def test_a_name_that_has_expired_is_asked_about() -> None:
    """Whether the site is off or its name is gone, a neighbour tells."""
    expired = Shown(
        "<title>Expired name</title><h1>This domain has expired</h1>"
        "<p>This domain name expired on 18 April 2025 and is pending renewal. If you are the registrant, renew it.</p>"
    )

    assert reason(expired, expired) is Reason.PARKED_DOMAIN
    assert reason(expired, None).kind is not VerdictKind.DEAD
