"""Small builders of the nouns, so that a test names only what it is about."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from checker.model import (
    Citation,
    CitationOrigin,
    DeclaredFigure,
    DeclaredSource,
    Figure,
    FigureOrigin,
    FoundFigure,
    Place,
    Quantity,
    Role,
    Source,
)
from checker.observation import Failure, Hop, Observation

START = datetime(2026, 11, 2, 5, 31, tzinfo=UTC)
WEEK = timedelta(days=7)


def place(file: str = "a.md", line: int = 1, column: int = 1, sentence: str = "") -> Place:
    """A place."""
    return Place(file, line, column, sentence)


def observation(status: int | None = 200, *, url: str = "https://site.org/a", **facts: Any) -> Observation:
    """What a check of ``url`` saw: one answer, or none where ``status`` is None."""
    hops = (Hop(url, status),) if status is not None else ()
    return Observation(**{"at": START, "final_url": url, "hops": hops, "status": status, "requests": 1, **facts})


def failed(failure: Failure, *, url: str = "https://site.org/a") -> Observation:
    """An observation without any answer."""
    return observation(None, url=url, failure=failure, detail=failure.value)


def declared_source(source_id: str = "s", url: str = "https://site.org/a", **facts: Any) -> DeclaredSource:
    """An entry of sources.yml."""
    return DeclaredSource(source_id, url, place("sources.yml"), **facts)


def citation(url: str = "https://site.org/a", *, file: str = "a.md", **facts: Any) -> Citation:
    """A citation in a document."""
    return Citation(url, place(file), **facts)


def source(source_id: str = "s", url: str = "https://site.org/a", **facts: Any) -> Source:
    """A source declared in sources.yml and cited nowhere else."""
    own = Citation(url, place("sources.yml"), origin=CitationOrigin.DECLARED)
    return Source(**{
        "id": source_id,
        "url": url,
        "key": url,
        "citations": (own,),
        "declared": declared_source(source_id, url),
        **facts,
    })  # fmt: skip


def found_figure(value: int = 7, unit: str = "USD", *, file: str = "a.md", **facts: Any) -> FoundFigure:
    """A figure quoted in a document."""
    text = f"{value} {unit}"
    return FoundFigure(text, Quantity(value, unit), place(file), 0, len(text), **facts)


def declared_figure(figure_id: str = "f", value: int = 7, unit: str = "USD", **facts: Any) -> DeclaredFigure:
    """A figure of sources.yml."""
    return DeclaredFigure(figure_id, Quantity(value, unit), place("sources.yml"), f"{value} {unit}", **facts)


def figure(declared: DeclaredFigure | None = None, *found: FoundFigure) -> Figure:
    """A figure record: a declared one with its quotes, or a found one."""
    first: Any = declared or found[0]
    return Figure(
        id=declared.id if declared else "found",
        origin=FigureOrigin.DECLARED if declared else FigureOrigin.FOUND,
        declared=declared,
        found=found,
        text=first.text,
        quantity=first.quantity,
        as_of=first.as_of,
        role=first.role if first else Role.CURRENT,
        source=declared.source if declared else None,
        place=first.place,
    )
