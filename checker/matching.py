"""Which declared figure a found one is, and which source stands behind it. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from checker.dates import PartialDate
from checker.figures.facts import DateSource
from checker.model import DeclaredFigure, FoundFigure, Quantity, Source

Backing = Callable[[FoundFigure], str | None]
"""The id of the source cited in the note that backs a found figure."""


def backed(sources: Sequence[Source]) -> Backing:
    """A look-up of the sources by the notes that cite them."""
    by_note: dict[tuple[str, str], str] = {}
    for source in sources:
        for citation in source.citations:
            if citation.note is not None:
                by_note.setdefault((citation.place.file, citation.note), source.id)
    return lambda found: None if found.note is None else by_note.get((found.place.file, found.note))


def owner_of(found: FoundFigure, declared: Iterable[DeclaredFigure], source: str | None) -> DeclaredFigure | None:
    """The declared figure that a found one equals: value, unit, and no contradiction in the date.

    Of several, the one of the same date, then the one of the source that the document's note cites.
    """
    said = found.as_of if found.date_source is not DateSource.PUBLISHED else None
    equal = [one for one in declared if _same(one.quantity, found.quantity) and _agree(one.as_of, said)]
    exact = [one for one in equal if one.as_of == said]
    for among in (exact, equal, [one for one in exact or equal if one.source and one.source == source]):
        if len(among) == 1:
            return among[0]
    return None


def _same(one: Quantity, other: Quantity) -> bool:
    """The same value in the same unit; half is 50 %."""
    if {one.unit, other.unit} == {"share", "%"}:
        return Decimal(one.value) * (100 if one.unit == "share" else 1) == Decimal(other.value) * (
            100 if other.unit == "share" else 1
        )
    return one.value == other.value and one.unit.casefold() == other.unit.casefold()


def _agree(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether two dates can mean one: unknown, the same, or one within the other (2018 and 2018-12-31)."""
    if one is None or other is None:
        return True
    first, last = max(one.first, other.first), min(one.last, other.last)
    return (first, last) in ((one.first, one.last), (other.first, other.last))
