"""From what the network brought to the facts that travel on. Bodies end here. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from checker import fragments
from checker.editions import newer_edition
from checker.figures.facts import SeenFigure
from checker.figures.on_page import Wanted, name_of, on_page
from checker.observation import Exchange, Observation, PageFacts
from checker.page import PageText, read_page, refresh_target, shown
from checker.rules import body_signs

KEPT_HEADERS = frozenset(
    "server content-type retry-after www-authenticate etag last-modified cf-mitigated cf-ray x-amzn-waf-action "
    "x-vercel-mitigated x-datadome x-dd-b x-iinfo x-cdn x-cache x-sucuri-block crawler-price via "
    "x-archive-wayback-runtime-error memento-datetime".split()
)
"""The headers that judgement uses; no others are kept."""


def page_facts(exchange: Exchange) -> PageFacts | None:
    """What the body says, or None where none was read."""
    page = _page(exchange)
    return None if page is None else _facts(page, exchange)


def observe(exchange: Exchange, at: datetime, names: Collection[str] = ()) -> dict[str, Observation]:
    """One observation for the address itself (key ``""``) and one for each fragment asked for."""
    page = _page(exchange)
    facts = None if page is None else _facts(page, exchange)
    headers = tuple((name, value) for name, value in exchange.headers if name in KEPT_HEADERS)
    is_html = "html" in exchange.header("content-type").lower() or bool(page and page.names)
    return {
        fragment: Observation(
            at=at,
            final_url=exchange.final_url,
            hops=exchange.hops,
            status=exchange.status,
            failure=exchange.failure,
            detail=exchange.detail,
            headers=headers,
            requests=exchange.requests,
            elapsed_ms=exchange.elapsed_ms,
            page=facts,
            fragment=fragments.state(page, fragment, complete=exchange.complete, is_html=is_html),
            completed_chain=exchange.completed_chain,
            tries=exchange.tries,
        )
        for fragment in ("", *names)
    }


def _page(exchange: Exchange) -> PageText | None:
    if exchange.status is None or not (exchange.body or exchange.header("refresh")):
        return None
    kind = exchange.header("content-type")
    return read_page(exchange.body, kind or "text/html", exchange.final_url, exchange.header("last-modified"))


def _facts(page: PageText, exchange: Exchange) -> PageFacts:
    return PageFacts(
        title=page.title,
        headings=page.headings,
        words=page.words,
        complete=exchange.complete,
        canonical=page.canonical,
        refresh=page.refresh or refresh_target(exchange.header("refresh"), exchange.final_url),
        language=page.language,
        modified=page.dates.modified,
        signs=tuple(body_signs(page)),
        published=page.dates.published,
        modified_by=page.dates.modified_by,
        newer=_newer(page, exchange),
        figures=_figures(page, exchange, exchange.target.figures),
    )


def _newer(page: PageText, exchange: Exchange) -> str:
    if exchange.status != 200 or not exchange.complete:
        return ""
    return shown(newer_edition(exchange.final_url, page.title, page.source, page.text))


def figures_on(exchange: Exchange, wanted: Sequence[Wanted]) -> tuple[SeenFigure, ...]:
    """What the body of an answer says of some figures; nothing where it has none."""
    page = _page(exchange) if wanted else None
    return () if page is None else _figures(page, exchange, wanted)


def _figures(page: PageText, exchange: Exchange, wanted: Sequence[Wanted]) -> tuple[SeenFigure, ...]:
    """A body that is no text is not checked, nor is what a server shows in place of the page."""
    kind = exchange.header("content-type").lower()
    readable = (
        "pdf" not in kind
        and not exchange.body.startswith(b"%PDF")
        and (not kind or "text" in kind or "xml" in kind or "json" in kind)
    )
    whole = exchange.complete and readable and exchange.status is not None and exchange.status < 300
    seen = on_page(wanted, page.text if readable else "", language=page.language, whole=whole, words=page.words)
    return tuple(
        SeenFigure(name_of(one.quantity, one.page_text), sighting.state, shown(sighting.words))
        for one, sighting in zip(wanted, seen, strict=True)
    )
