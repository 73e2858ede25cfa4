"""What ``checker list`` prints: citations, figures and skips, as JSON lines or as a table. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from checker import inventory, readers, urls
from checker.config import Config
from checker.dates import PartialDate
from checker.figure_records import number
from checker.model import Citation, CitationOrigin, Document, Figure, FoundFigure, Skip, Trouble
from checker.placeholders import Network
from checker.readers.schemes import is_page

Row = Mapping[str, Any]


def rows(
    config: Config,
    documents: Sequence[Document],
    today: date,
    *,
    full: bool,
    allow: Sequence[Network] = (),
    everything: bool = False,
) -> tuple[list[Row], Sequence[Trouble]]:
    """One row for each citation, figure and skipped address, in the order of the documents; and what went wrong.

    With ``everything``, what is skipped is listed as citations too.
    """
    readings = [readers.read(document) for document in documents]
    stock = inventory.build(config, readings, today, full=full, allow=allow)
    kept = {id(citation) for source in stock.sources for citation in source.citations}
    listed: list[Row] = []
    if full:
        listed += [_citation(one) for source in stock.sources for one in source.citations if _declared(one)]
    for reading in readings:
        listed += [_citation(one) for one in reading.citations if everything or id(one) in kept]
        if everything:
            listed += [_citation(Citation(one.url, one.place)) for one in reading.skips if is_page(one.url)]
        listed += [_found(figure) for figure in reading.figures]
    listed += [_declared_figure(figure) for figure in stock.figures if full and figure.declared]
    listed += [_skip(skip) for skip in stock.skips if not (everything and is_page(skip.url))]
    return listed, stock.troubles


def _declared(citation: Citation) -> bool:
    return citation.origin is CitationOrigin.DECLARED


def _text(value: PartialDate | None) -> str | None:
    return str(value) if value else None


def _citation(one: Citation) -> Row:
    return {
        "kind": "citation",
        "file": one.place.file,
        "line": one.place.line,
        "column": one.place.column,
        "url": urls.redact(one.url),
        "note": one.note,
        "title": one.title,
        "authors": list(one.authors),
        "container": one.container,
        "published": _text(one.published),
        "accessed": _text(one.accessed),
        "doi": one.doi,
        "language": one.language,
        "archive_url": one.archive_url,
        "written": one.written or None,
        "resolves_to": one.resolves_to,
    }


def _found(figure: FoundFigure) -> Row:
    return {
        "kind": "figure",
        "file": figure.place.file,
        "line": figure.place.line,
        "column": figure.place.column,
        "text": figure.text,
        "value": number(figure.quantity.value),
        "unit": figure.quantity.unit,
        "as_of": _text(figure.as_of),
        "precision": figure.as_of.precision.value if figure.as_of else None,
        "role": figure.role.value,
        "note": figure.note,
        "qualifier": figure.qualifier.value,
        "date_evidence": figure.date_evidence,
        "date_source": figure.date_source.value,
        "date_confidence": figure.confidence.value,
    }


def _declared_figure(figure: Figure) -> Row:
    place = figure.declared.place if figure.declared else figure.place
    return {
        "kind": "figure",
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "id": figure.id,
        "text": figure.text,
        "value": number(figure.quantity.value),
        "unit": figure.quantity.unit,
        "as_of": _text(figure.as_of),
        "precision": figure.as_of.precision.value if figure.as_of else None,
        "role": figure.role.value,
        "note": None,
        "source": figure.source,
    }


def _skip(skip: Skip) -> Row:
    return {
        "kind": "skipped",
        "file": skip.place.file,
        "line": skip.place.line,
        "column": skip.place.column,
        "url": urls.redact(skip.url),
        "reason": skip.reason.value,
        "why": skip.why or None,
    }


def jsonl(listed: Iterable[Row]) -> str:
    """One JSON object a line."""
    return "".join(msgspec.json.encode(row).decode() + "\n" for row in listed)


def table(listed: Sequence[Row]) -> str:
    """Aligned columns for people: where, what, note, dates."""
    cells = [tuple(_cells(row)) for row in listed]
    if not cells:
        return "nothing found\n"
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]) - 1)]
    lines = (
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]]).rstrip()
        for row in cells
    )
    counts = {kind: sum(row["kind"] == kind for row in listed) for kind in ("citation", "figure", "skipped")}
    total = f"{counts['citation']} citations, {counts['figure']} figures, {counts['skipped']} skipped"
    return "\n".join([*lines, "", total]) + "\n"


def _why(row: Row) -> str:
    """Why a found figure has its date, where that was guessed."""
    if not row.get("date_evidence"):
        return ""
    sure = "" if row["date_confidence"] == "high" else f", {row['date_confidence']} confidence"
    return f", dated by “{row['date_evidence']}”{sure}"


def _cells(row: Row) -> Iterator[str]:
    yield f"{row['file']}:{row['line']}:{row['column']}"
    yield row["kind"]
    if row["kind"] == "figure":
        yield f"[{row['note']}]" if row["note"] else ""
        yield row["as_of"] or "no date"
        yield f"{row['text']} = {row['value']} {row['unit']} ({row['role']}){_why(row)}"
    elif row["kind"] == "citation":
        yield f"[{row['note']}]" if row["note"] else ""
        yield row["accessed"] or row["published"] or ""
        yield row["url"] + (f" (see [{row['resolves_to']}])" if row["resolves_to"] else "")
    else:
        yield ""
        yield row["reason"]
        yield row["url"]
