"""A figure as ``report.json`` has it: names and texts, nothing new is decided. Pure."""

from __future__ import annotations

from decimal import Decimal

from checker.freshness import JudgedFigure, period_end
from checker.model import Figure, FigureOrigin, FoundFigure, Place
from checker.quoted import Quoted
from checker.report import Mention, ReportFigure


def number(value: int | Decimal) -> int | float:
    """A value as JSON has it: whole where it is whole."""
    return value if isinstance(value, int) else float(value)


def figure_record(judged: JudgedFigure, source: Quoted) -> ReportFigure:
    """A judged figure as the report has it; ``source`` is what the page of its source says of it."""
    figure, freshness, declared = judged.figure, judged.freshness, judged.figure.declared
    as_of = figure.as_of
    end = period_end(as_of, declared.year_end if declared else None) if as_of else None
    first = figure.found[0] if figure.found else None
    qualifier = declared.qualifier if declared else figure.found[0].qualifier
    return ReportFigure(
        id=figure.id,
        text=figure.text,
        value=number(figure.quantity.value),
        unit=figure.quantity.unit,
        as_of=str(as_of) if as_of else None,
        precision=as_of.precision.value if as_of else None,
        role=figure.role.value,
        origin=figure.origin.value,
        qualifier=qualifier.value,
        freshness=freshness.kind.value,
        reason=freshness.reason,
        due=freshness.due.isoformat() if freshness.due else None,
        limit=freshness.limit.isoformat() if freshness.limit else None,
        period_end=end.isoformat() if end else None,
        source=figure.source,
        series=declared.series if declared else None,
        date_evidence=_date_evidence(figure),
        file=figure.place.file,
        line=figure.place.line,
        column=figure.place.column,
        sentence=figure.place.sentence,
        quotes=[_quote(found) for found in figure.found],
        on_page=source.seen.state.value,
        page_words=source.words,
        on_page_why=source.why,
        on_copy=source.copy,
        date_source=("declared" if as_of else "none") if declared else figure.found[0].date_source.value,
        date_confidence=("high" if as_of else "none") if declared else figure.found[0].confidence.value,
        note=first.note if first else None,
        mark=list(first.mark) if first and first.mark else None,
        hints=list(source.hints),
    )


def _date_evidence(figure: Figure) -> str:
    if figure.origin is FigureOrigin.DECLARED:
        return "declared in sources.yml" if figure.as_of else ""
    return figure.found[0].date_evidence


def _quote(found: FoundFigure) -> Mention:
    return mention(found.place, found.note)


def mention(place: Place, note: str | None) -> Mention:
    """A place in a document, with the note that it leans on."""
    return Mention(file=place.file, line=place.line, column=place.column, sentence=place.sentence, note=note)
