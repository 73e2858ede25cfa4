"""Signs by which a page gives away that it is not what was cited: one rule a file, all pure.

A sign is a trait that was recognised, with the words that gave it away. Signs that need the body are
found while it is there (:func:`body_signs`) and kept as facts; judgement reads them later.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.observation import PageFacts, Sign
from checker.page import PageText
from checker.reasons import Reason
from checker.rules import botwall, consent, hijack, login, parked, soft404


def body_signs(page: PageText) -> Iterator[Sign]:
    """Every sign that the body of a page shows."""
    for rule in (botwall, consent, login, parked, soft404, hijack):
        yield from rule.body_signs(page)


def page_trouble(
    facts: PageFacts, url: str, status: int = 200, headers: Mapping[str, str] | None = None
) -> tuple[Reason, str] | None:
    """Why a page that was served is not a page of content, with one line of evidence; None if it is.

    For live pages and archived captures alike. An inference of death needs two independent signs.
    """
    wall = botwall.find(facts, status, headers or {})
    if wall:
        return Reason.BOT_WALL, wall
    for reason, rule in (
        (Reason.PARKED_DOMAIN, parked.find),
        (Reason.SOFT_404, soft404.find),
    ):
        found = rule(facts, url)
        if found:
            return reason, found
    return None
