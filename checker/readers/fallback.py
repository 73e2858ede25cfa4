"""Figures whose sentence gives no date: the day their source came out stands in, labelled as such. Pure.

Another clock than the period described (the design, §8), and so the least sure of dates: a proposal that a
person confirms or mends. Single events and baselines need none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from checker.figures.facts import Confidence, DateSource
from checker.model import Citation, FoundFigure, Role


def dated_by_sources(figures: Iterable[FoundFigure], citations: Iterable[Citation]) -> Iterator[FoundFigure]:
    """The figures; those that lack a date with that of the source in their note, if it has one."""
    published = {one.note: one.published for one in citations if one.note and one.published}
    for figure in figures:
        day = published.get(figure.note or "")
        if day is None or figure.as_of is not None or figure.role is not Role.CURRENT:
            yield figure
            continue
        evidence = f"its source was published {day} (note {figure.note})"
        yield replace(
            figure, as_of=day, date_evidence=evidence, date_source=DateSource.PUBLISHED, confidence=Confidence.LOW
        )
