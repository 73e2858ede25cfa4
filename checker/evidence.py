"""From what the network brought to the facts that travel on. Bodies end here. Pure."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from urllib.parse import unquote

from checker.observation import Exchange, FragmentState, Observation, PageFacts
from checker.page import PageText, read_page
from checker.rules import body_signs

KEPT_HEADERS = frozenset(
    "server content-type retry-after www-authenticate etag last-modified cf-mitigated cf-ray x-amzn-waf-action "
    "x-vercel-mitigated x-datadome x-dd-b x-iinfo x-cdn x-cache x-sucuri-block crawler-price via "
    "x-archive-wayback-runtime-error memento-datetime".split()
)
"""The headers that judgement uses; no others are kept."""

_TEXT_DIRECTIVE = ":~:"


def page_facts(exchange: Exchange) -> PageFacts | None:
    """What the body says, or None where none was read."""
    page = _page(exchange)
    return None if page is None else _facts(page, exchange)


def observe(exchange: Exchange, at: datetime, fragments: Collection[str] = ()) -> dict[str, Observation]:
    """One observation for the address itself (key ``""``) and one for each fragment asked for."""
    page = _page(exchange)
    facts = None if page is None else _facts(page, exchange)
    headers = tuple((name, value) for name, value in exchange.headers if name in KEPT_HEADERS)
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
            fragment=_fragment_state(page, exchange, fragment),
            completed_chain=exchange.completed_chain,
            tries=exchange.tries,
        )
        for fragment in ("", *fragments)
    }


def _page(exchange: Exchange) -> PageText | None:
    if exchange.status is None or not exchange.body:
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
        refresh=page.refresh,
        language=page.language,
        modified=page.modified,
        signs=tuple(body_signs(page)),
    )


def _fragment_state(page: PageText | None, exchange: Exchange, fragment: str) -> FragmentState | None:
    """Whether the page has the name; unknown where it was not read to its end and has shown none yet.

    An empty name and ``top`` are every page's own (HTML standard, "find a potential indicated element").
    """
    name, directive, _ = fragment.partition(_TEXT_DIRECTIVE)
    if page is None or not fragment or (directive and not name):
        return None
    if name.lower() == "top" or name in page.names or unquote(name) in page.names:
        return FragmentState.PRESENT
    is_html = "html" in exchange.header("content-type").lower()
    # Names with a slash or an exclamation mark are states of a script, not places on the page.
    if not exchange.complete or not is_html or name.startswith(("!", "/")):
        return None
    return FragmentState.ABSENT
