"""From what the network brought to the facts that travel on. Bodies end here. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from decimal import Decimal

from msgspec.structs import replace

from checker import fragments, sharing
from checker.binary import is_binary, packing
from checker.editions import newer_edition
from checker.figures.facts import OnPage, SeenFigure
from checker.figures.on_page import Sighting, Wanted, name_of, on_page
from checker.observation import Exchange, Failure, Observation, PageFacts, Sign
from checker.page import PageText, read_page, refresh_target, shown
from checker.pagedates import page_dates
from checker.pdf.text import HIDDEN, MISSING, PdfText, is_pdf, may_hide
from checker.rules import arrival, body_signs

KEPT_HEADERS = frozenset(
    "server content-type retry-after www-authenticate etag last-modified cf-mitigated cf-ray x-amzn-waf-action "
    "x-vercel-mitigated x-datadome x-dd-b x-iinfo x-cdn x-cache x-sucuri-block x-kpsdk-ct crawler-price via "
    "x-archive-wayback-runtime-error memento-datetime".split()
)
"""The headers that judgement uses; no others are kept."""
_NO_TEXT = "what the server sends is no text"


def page_facts(exchange: Exchange) -> PageFacts | None:
    """What the body says, or None where none was read."""
    page = _page(exchange)
    return None if page is None else _facts(page, exchange)


def observe(exchange: Exchange, at: datetime, names: Collection[str] = ()) -> dict[str, Observation]:
    """One observation for the address itself (key ``""``) and one for each fragment asked for."""
    page = _page(exchange, with_names=bool(names))
    facts = None if page is None else _facts(page, exchange)
    headers = tuple(sharing.header(name, value) for name, value in exchange.headers if name in KEPT_HEADERS)
    is_html = not _is_pdf(exchange) and ("html" in exchange.header("content-type").lower() or bool(page and page.names))
    failure, detail = _failure(exchange)
    return {
        fragment: Observation(
            at=at,
            final_url=exchange.final_url,
            hops=exchange.hops,
            status=exchange.status,
            failure=failure,
            detail=detail,
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


def _failure(exchange: Exchange) -> tuple[Failure | None, str]:
    """What failed on the way; or that a page came packed, of which the server says nothing."""
    packed = exchange.failure is None and packing(exchange.body, exchange.header("content-type"), exchange.final_url)
    if not packed:
        return exchange.failure, exchange.detail
    once_more = (
        "once more than the server says" if exchange.header("content-encoding") else "and the server does not say so"
    )
    return Failure.BAD_ENCODING, f"the page is packed ({packed}) {once_more}: browsers show no text"


def _page(exchange: Exchange, *, with_names: bool = False) -> PageText | None:
    if exchange.status is None or not (exchange.body or exchange.header("refresh")):
        return None
    if _is_pdf(exchange):
        return _pdf_page(exchange.pdf or PdfText(), exchange.header("last-modified"))
    kind = exchange.header("content-type")
    if is_binary(exchange.body, kind):
        return None
    modified = exchange.header("last-modified")
    return read_page(exchange.body, kind or "text/html", exchange.final_url, modified, with_names=with_names)


def _is_pdf(exchange: Exchange) -> bool:
    return is_pdf(exchange.body, exchange.header("content-type"))


def _pdf_page(pdf: PdfText, last_modified: str) -> PageText:
    """A PDF as a page: what it says, its title as it gives it, nothing that rules about pages look for."""
    title = shown(pdf.title or "") or None
    return PageText(text=pdf.text, title=title, language=pdf.language, dates=page_dates((), {}, "", last_modified))


def _facts(page: PageText, exchange: Exchange) -> PageFacts:
    if _is_pdf(exchange):
        return PageFacts(
            title=page.title,
            words=page.words,
            complete=exchange.complete,
            language=page.language,
            modified=page.dates.modified,
            modified_by=page.dates.modified_by,
            figures=_figures(page, exchange, exchange.target.figures),
            pdf=True,
        )
    return PageFacts(
        title=page.title,
        headings=page.headings,
        words=page.words,
        complete=exchange.complete,
        canonical=page.canonical,
        refresh=page.refresh or refresh_target(exchange.header("refresh"), exchange.final_url),
        language=page.language,
        modified=page.dates.modified,
        signs=(*body_signs(page), *_of_arrival(page, exchange)),
        published=page.dates.published,
        modified_by=page.dates.modified_by,
        newer=_newer(page, exchange),
        figures=_figures(page, exchange, exchange.target.figures),
    )


def _of_arrival(page: PageText, exchange: Exchange) -> Iterator[Sign]:
    """What is seen of a place that a redirect led to, where it was read to its end: does it carry what was cited?"""
    if len(exchange.hops) > 1 and exchange.complete:
        titles, url = exchange.target.titles, exchange.target.url
        names = {name for title in titles or (None,) if (name := arrival.name(title, url))}
        yield from arrival.body_signs(page, sorted(names))


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
    trouble = _trouble(page, exchange)
    text = "" if trouble == _NO_TEXT else page.text
    seen = on_page(wanted, text, language=page.language, whole=not trouble, words=page.words)
    if _is_pdf(exchange):
        seen = [_surely(one, sighting, page.text) for one, sighting in zip(wanted, seen, strict=True)]
    return tuple(
        SeenFigure(
            name_of(one.quantity, one.page_text), sighting.state, shown(sighting.words or _why(sighting, trouble))
        )
        for one, sighting in zip(wanted, seen, strict=True)
    )


def _trouble(page: PageText, exchange: Exchange) -> str:
    """Why a figure that is not found may be on the page all the same; empty where it cannot."""
    kind = exchange.header("content-type").lower()
    if exchange.status is None or exchange.status >= 300:
        return f"the server answers {exchange.status}" if exchange.status else "no answer"
    if _is_pdf(exchange):
        return exchange.pdf.trouble if exchange.pdf else MISSING
    if "pdf" in kind or (kind and "text" not in kind and "xml" not in kind and "json" not in kind):
        return _NO_TEXT
    return "" if exchange.complete else "the page was not read to its end"


def _why(sighting: Sighting, trouble: str) -> str:
    if sighting.state is not OnPage.NOT_CHECKED:
        return ""
    return trouble or "the page has too little text"


def _surely(wanted: Wanted, sighting: Sighting, text: str) -> Sighting:
    """A figure missed in a PDF is missing only where its digits are, too."""
    if sighting.state is OnPage.NOT_FOUND and may_hide(text, Decimal(wanted.quantity.value)):
        return replace(sighting, state=OnPage.NOT_CHECKED, words=HIDDEN)
    return sighting
