"""Signs by which a page gives away that it is not what was cited: one rule a file, all pure.

A sign is a trait that was recognised, with the words that gave it away. Signs that need the body are
found while it is there (:func:`body_signs`) and kept as facts; judgement reads them later.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.observation import PageFacts, Sign
from checker.page import PageText
from checker.reasons import Reason
from checker.rules import asked as repeated
from checker.rules import (
    botwall,
    consent,
    echo,
    errorpage,
    fresh,
    gate,
    hijack,
    hosting,
    login,
    naming,
    notice,
    parked,
    soft404,
    stock,
    withheld,
)


def body_signs(page: PageText) -> Iterator[Sign]:
    """Every sign that the body of a page shows."""
    rules = (
        botwall,
        gate,
        hosting,
        consent,
        login,
        withheld,
        parked,
        soft404,
        notice,
        stock,
        errorpage,
        fresh,
        echo,
        hijack,
    )
    for rule in rules:
        yield from rule.body_signs(page)


_OF_ERRORS = (Reason.SOFT_404, Reason.ERROR_PAGE)


def page_trouble(
    facts: PageFacts,
    url: str,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    *,
    asked: str | None = None,
    cited_title: str | None = None,
) -> tuple[Reason, str] | None:
    """Why a page that was served is not a page of content, with one line of evidence; None if it is.

    For live pages and archived captures alike. An inference of death needs two independent signs.

    Args:
        facts: of the page.
        url: where it was found.
        status: of the answer.
        headers: of the answer, names in lower case.
        asked: the address that led there, if another.
        cited_title: the title that it was cited by: who cites a page about error pages must find one.
    """
    found = considered(facts, url, status, headers or {}, asked=asked, cited_title=cited_title)
    seen = next(((reason, evidence) for reason, evidence in found if evidence), None)
    if seen and seen[0] in _OF_ERRORS and _is_meant(facts, asked or url, cited_title):
        # Wikis put the name of what was asked for above the message that there is nothing.
        told = stock.find(facts, cited_title)
        return (Reason.SOFT_404, told) if told else None
    return seen


def _is_meant(facts: PageFacts, asked: str, cited_title: str | None) -> bool:
    """Whether who cites it means a page about such messages."""
    is_titled = naming.is_title(facts.title or "", cited_title) and not repeated.is_end(facts.title or "", asked)
    return is_titled or soft404.is_about(asked, cited_title, facts)


def considered(
    facts: PageFacts,
    url: str,
    status: int,
    headers: Mapping[str, str],
    *,
    asked: str | None = None,
    cited_title: str | None = None,
) -> Iterator[tuple[Reason, str | None]]:
    """What each rule finds, in the order in which the first that finds something decides."""
    sought = asked or url
    ordered, private = gate.state(facts, sought, cited_title), gate.private(facts, sought, cited_title)
    paused = hosting.paused(facts, sought, cited_title)
    yield Reason.BOT_WALL, None if ordered or private else _wall(facts, status, headers, sought, cited_title)
    yield Reason.PARKED_DOMAIN, parked.find(facts, url, asked, cited_title) or echo.sale(facts, sought, cited_title)
    yield Reason.LOGIN_REQUIRED, withheld.login(facts, sought, cited_title, url) or private or stock.closed(facts)
    yield Reason.CONSENT_WALL, consent.find(facts, sought, cited_title)
    yield Reason.LEGAL_451, withheld.region(facts, sought, cited_title) or ordered or stock.ordered(facts)
    gone = soft404.find(facts, url, asked, cited_title) or stock.find(facts, cited_title)
    yield Reason.SOFT_404, gone or hosting.gone(facts, sought, cited_title)
    yield Reason.ERROR_PAGE, errorpage.find(facts, url, asked, cited_title) or paused
    yield Reason.ERROR_PAGE, fresh.find(facts, sought, cited_title)
    is_door = any(door(url) for door in (login.is_login, consent.is_consent, botwall.is_wall))
    yield Reason.BOT_WALL, None if is_door else echo.wall(facts, sought, cited_title)
    yield Reason.ERROR_PAGE, None if is_door else echo.error(facts, sought, cited_title)


def _wall(facts: PageFacts, status: int, headers: Mapping[str, str], asked: str, cited_title: str | None) -> str | None:
    """Evidence of a wall, by the marks of one or by all that the page says."""
    marked = botwall.find(facts, status, headers, asked=asked, cited_title=cited_title)
    return marked or (None if hosting.paused(facts, asked, cited_title) else gate.robots(facts, asked, cited_title))
