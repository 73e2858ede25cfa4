"""What is concluded of a page where its made-up neighbour is answered so or so."""

from __future__ import annotations

from datetime import UTC, datetime

from checker import siblings
from checker.evidence import observe
from checker.model import Conclusion
from checker.observation import Exchange, Hop, Observation, Target
from checker.verdict import conclude

URL = "https://www.silkstat.com/reports/2016/corridors.html"
TITLE = "Trade corridors report"


def observed(url: str, html: str, status: int = 200) -> Observation:
    """What is observed where a server shows this."""
    body = f"<!doctype html><html>{html}</html>".encode()
    headers = (("content-type", "text/html; charset=utf-8"),)
    exchange = Exchange(Target(url), url, (Hop(url, status, None),), status, headers, body, complete=True)
    return observe(exchange, datetime(2026, 11, 25, tzinfo=UTC))[""]


def concluded(html: str, beside: str | None, url: str = URL, cited: str = TITLE) -> Conclusion:
    """The conclusion where a made-up neighbour shows ``beside``, or is answered with 404 where that is None."""
    found, neighbour = observed(url, html), siblings.sibling(url)
    if neighbour and siblings.is_doubtful(found):
        other = observed(neighbour, beside or "Not found", 200 if beside else 404)
        found = siblings.compared(found, other)
    return conclude(url, found, cited_title=cited)
