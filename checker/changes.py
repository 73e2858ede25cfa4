"""What a change adds to what was cited and quoted before it: only that is asked, judged and told. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from checker.inventory import Inventory
from checker.model import CitationOrigin, DeclaredFigure, Figure, Place, Source
from checker.reasons import Reason

_NOWHERE = Place("", 0, 0)


class Before(Struct, frozen=True):
    """What stood there before: keys of sources, declared figures without their places, what could not be read."""

    name: str
    keys: frozenset[str]
    figures: frozenset[DeclaredFigure]
    troubles: frozenset[str]


def before(name: str, stock: Inventory) -> Before:
    """Remember what was there; ``name`` is what people call that state."""
    return Before(
        name,
        frozenset(source.key for source in stock.sources),
        frozenset(replace(one.declared, place=_NOWHERE) for one in stock.figures if one.declared),
        frozenset(trouble.message for trouble in stock.troubles),
    )


def added(stock: Inventory, known: Before) -> Inventory:
    """What is there now, with everything settled or left out that was there before.

    A source that was cited or declared before is not selected, wherever it stands now; a figure that
    was declared just so is left out, as is a source of sources.yml that no changed document cites.
    """
    return Inventory(
        tuple(_settled(source, known) for source in stock.sources if _is_cited(source) or source.key not in known.keys),
        tuple(figure for figure in stock.figures if not _was_declared(figure, known)),
        stock.skips,
        tuple(trouble for trouble in stock.troubles if trouble.message not in known.troubles),
    )


def new_sources(stock: Iterable[Source]) -> int:
    """How many sources are left to be judged."""
    return sum(source.settled is not Reason.NOT_SELECTED for source in stock)


def _settled(source: Source, known: Before) -> Source:
    if source.key not in known.keys or source.settled is Reason.IGNORED:
        return source
    return replace(source, settled=Reason.NOT_SELECTED, settled_why=f"cited already in {known.name}")


def _is_cited(source: Source) -> bool:
    return any(citation.origin is CitationOrigin.DOCUMENT for citation in source.citations)


def _was_declared(figure: Figure, known: Before) -> bool:
    return figure.declared is not None and replace(figure.declared, place=_NOWHERE) in known.figures
