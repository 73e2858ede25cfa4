"""Reading Jupyter notebooks: the Markdown of their cells; code shows addresses, it does not cite them. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from checker.model import Document, Trouble
from checker.patterns import regex
from checker.readers import jsontext, markdown
from checker.readers.assembly import reading_of
from checker.readers.flat import Flat, Writer
from checker.readers.markdown_blocks import open_fence
from checker.readers.reading import Reading

_TICKS = regex(r"`{3,}")
_PROSE = ("markdown", "heading")


def read(document: Document) -> Reading:
    """Citations and figures of all Markdown cells, with their places in the file."""
    raw = document.text
    try:
        flat = flatten(raw)
    except (ValueError, RecursionError) as error:
        writer = Writer(raw)
        writer.copy(0, len(raw))
        flat = writer.done(numbered=False)
        reading = reading_of(replace(document, figures=False), flat)
        place = flat.places.raw_place(document.name, getattr(error, "pos", 0))
        return replace(reading, troubles=(Trouble(place, "not JSON from here on; its addresses are read as text"),))
    return markdown.read(replace(document, text=flat.text), flat.places)


def flatten(raw: str) -> Flat:
    """The Markdown of all cells, one after the other; code stands in a fence.

    Raises:
        ValueError: not a notebook.
        RecursionError: nested too deeply.
    """
    return _flat(raw, _kinds(json.loads(raw)))


def _kinds(data: Any) -> Mapping[jsontext.Path, str]:  # noqa: ANN401  # whatever the JSON holds
    """The kind of each cell by its path; worksheets are what version 3 had around them."""
    found: dict[jsontext.Path, str] = {}
    sheets: list[tuple[jsontext.Path, Any]] = [((), data)]
    if isinstance(data, dict) and isinstance(data.get("worksheets"), list):
        sheets += [(("worksheets", number), sheet) for number, sheet in enumerate(data["worksheets"])]
    for path, sheet in sheets:
        cells = sheet.get("cells") if isinstance(sheet, dict) else None
        for number, cell in enumerate(cells if isinstance(cells, list) else ()):
            found[(*path, "cells", number)] = str(cell.get("cell_type")) if isinstance(cell, dict) else ""
    if not found and not (isinstance(data, dict) and isinstance(data.get("cells"), list)):
        raise ValueError("no cells")
    return found


def _flat(raw: str, kinds: Mapping[jsontext.Path, str]) -> Flat:
    """The cells one after the other, each by itself; code stands in a fence."""
    writer = Writer(raw)
    cells: dict[jsontext.Path, list[tuple[int, int]]] = {}
    for path, start, end in jsontext.strings(raw):
        at = path.index("cells") + 2 if "cells" in path else len(path)
        if path[:at] in kinds and len(path) > at and path[at] in ("source", "input"):
            cells.setdefault(path[:at], []).append((start, end))
    for path, spans in cells.items():
        first, last = spans[0][0], spans[-1][1]
        words = "".join(jsontext.unescaped(raw[start:end]) for start, end in spans)
        if kinds[path] == "code":
            fence = "`" * max(3, 1 + max((len(run) for run in _TICKS.findall(words)), default=0))
            writer.put(f"{fence}\n", first)
        elif kinds[path] in _PROSE:
            fence = open_fence(words)
        else:
            continue
        for start, end in spans:
            jsontext.copy(writer, start, end)
        writer.put(f"\n{fence}\n\n" if fence else "\n\n", last)
    return writer.done(numbered=False)
