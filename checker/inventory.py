"""Joining what documents cite with what sources.yml declares: one record a source, one a figure. Pure.

Identity is the normal form of the address, fragment included. Every id of sources.yml keeps its own
record, even where two name one address. What is found ends somewhere: as a citation of a source or as a
skip with its reason.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from checker import urls
from checker.cited import page_of
from checker.config import Config, glob_match
from checker.matching import Backing, backed, owner_of
from checker.model import (
    Citation,
    CitationOrigin,
    DeclaredFigure,
    DeclaredSource,
    Figure,
    FigureOrigin,
    FoundFigure,
    Skip,
    Source,
    Trouble,
)
from checker.placeholders import Network, skip_reason
from checker.readers import Reading
from checker.reasons import Reason


class Inventory(Struct, frozen=True):
    """Everything to be judged, in the order of sources.yml, then of the documents."""

    sources: tuple[Source, ...]
    figures: tuple[Figure, ...]
    skips: tuple[Skip, ...]
    troubles: tuple[Trouble, ...] = ()


def build(
    config: Config, readings: Sequence[Reading], today: date, *, full: bool, allow: Sequence[Network] = ()
) -> Inventory:
    """Join ``config`` with what the documents hold.

    In a full run every declared source and figure is kept; else only those that the documents cite or
    quote, since the rest is none of their business. ``allow``: private ranges that are meant to be visited.
    """
    citations, skips = _sort_out(
        [citation for reading in readings for citation in reading.citations],
        [skip for reading in readings for skip in reading.skips],
        allow,
        today,
    )
    sources = _sources(config, citations, today)
    figures = _figures(config.figures, [found for reading in readings for found in reading.figures], sources)
    if not full:
        sources = [source for source in sources if _is_cited(source)]
        figures = [figure for figure in figures if figure.found]
    troubles = tuple(trouble for reading in readings for trouble in reading.troubles)
    return Inventory(tuple(sources), tuple(figures), tuple(skips), troubles)


def _is_cited(source: Source) -> bool:
    return any(citation.origin is CitationOrigin.DOCUMENT for citation in source.citations)


def _sort_out(
    citations: Iterable[Citation], skips: Iterable[Skip], allow: Sequence[Network], today: date
) -> tuple[list[Citation], list[Skip]]:
    kept, left = [], list(skips)
    for citation in citations:
        ignored = citation.ignored
        if ignored and (ignored.until is None or today <= ignored.until):
            left.append(Skip(citation.url, citation.place, Reason.IGNORED, ignored.why))
            continue
        reason = skip_reason(page_of(citation.url), allow)
        if reason is None:
            kept.append(citation)
        else:
            left.append(Skip(citation.url, citation.place, reason))
    return kept, left


def _sources(config: Config, citations: Iterable[Citation], today: date) -> list[Source]:
    by_key: dict[str, list[Citation]] = {}
    for citation in citations:
        by_key.setdefault(_key(citation.url), []).append(citation)
    sources: list[Source] = []
    given: dict[str, list[Citation]] = {}  # by key: two declarations of one address share what cites it
    for declared in config.sources:
        own, key = _declaration(declared), _key(declared.url)
        cited = given.setdefault(key, by_key.pop(key, []))
        sources.append(_source(declared.id, declared.url, key, (own, *cited), config, today, declared))
    for key, cited in by_key.items():
        sources.append(_source(urls.short_id(key), cited[0].url, key, tuple(cited), config, today))
    return sources


def _key(url: str) -> str:
    """The identity of what an address means; an archived copy means the page it keeps."""
    try:
        return urls.normalise(page_of(url))
    except urls.UrlError:
        return url


def _declaration(declared: DeclaredSource) -> Citation:
    return Citation(
        url=declared.url,
        place=declared.place,
        title=declared.title,
        authors=declared.authors,
        container=declared.container,
        published=declared.published,
        accessed=declared.accessed,
        doi=declared.doi,
        language=declared.language,
        archive_url=declared.archive,
        origin=CitationOrigin.DECLARED,
    )


def _source(
    source_id: str,
    url: str,
    key: str,
    citations: tuple[Citation, ...],
    config: Config,
    today: date,
    declared: DeclaredSource | None = None,
) -> Source:
    settled, why = _settle(url, config, today, declared)
    return Source(source_id, page_of(url), key, citations, declared, settled, why)


def _settle(url: str, config: Config, today: date, declared: DeclaredSource | None) -> tuple[Reason | None, str]:
    if declared is not None and declared.ignore:
        return Reason.IGNORED, declared.ignore
    addresses = (url, page_of(url)) if config.ignore else ()
    rule = next((rule for rule in config.ignore if any(rule.applies(one, today) for one in addresses)), None)
    if rule is not None:
        return Reason.IGNORED, rule.reason
    try:
        urls.normalise(url)
    except urls.UrlError as error:
        return error.reason, str(error)
    return None, ""


def matching(inventory: Inventory, only: Sequence[str]) -> Mapping[str, bool]:
    """Which sources ``--only`` names, by id."""
    return {
        source.id: any(
            wanted == source.id or glob_match(wanted, source.url) or glob_match(wanted, source.key) for wanted in only
        )
        for source in inventory.sources
    }


def select(inventory: Inventory, wanted: Collection[str], matches: Mapping[str, bool]) -> Inventory:
    """Settle as not selected every source that ``matches`` (by id) does not name; see ``--only``."""
    if not wanted:
        return inventory
    sources = tuple(
        source
        if matches.get(source.id, False) or source.settled is not None
        else replace(source, settled=Reason.NOT_SELECTED, settled_why="left out by --only")
        for source in inventory.sources
    )
    return replace(inventory, sources=sources)


def _figures(
    declared: Iterable[DeclaredFigure], found: Sequence[FoundFigure], sources: Sequence[Source]
) -> list[Figure]:
    known = list(declared)
    backing = backed(sources)
    quotes: dict[str, list[FoundFigure]] = {figure.id: [] for figure in known}
    rest = []
    for item in found:
        owner = owner_of(item, known, backing(item))
        if owner is None:
            rest.append(item)
        else:
            quotes[owner.id].append(item)
    figures = [_declared_figure(figure, tuple(quotes[figure.id]), backing) for figure in known]
    return figures + [_found_figure(item, backing) for item in rest]


def _declared_figure(declared: DeclaredFigure, found: tuple[FoundFigure, ...], backing: Backing) -> Figure:
    return Figure(
        id=declared.id,
        origin=FigureOrigin.DECLARED,
        declared=declared,
        found=found,
        text=declared.text,
        quantity=declared.quantity,
        as_of=declared.as_of,
        role=declared.role,
        source=declared.source or next(filter(None, map(backing, found)), None),
        place=found[0].place if found else declared.place,
    )


def _found_figure(found: FoundFigure, backing: Backing) -> Figure:
    place = found.place
    value = found.quantity.value
    shown = format(value, "f") if isinstance(value, Decimal) else str(value)
    return Figure(
        id=f"{place.file}:{place.line}:{place.column}:{shown}-{found.quantity.unit}",
        origin=FigureOrigin.FOUND,
        declared=None,
        found=(found,),
        text=found.text,
        quantity=found.quantity,
        as_of=found.as_of,
        role=found.role,
        source=backing(found),
        place=place,
    )
