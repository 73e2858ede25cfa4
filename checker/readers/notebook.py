"""Reading Jupyter notebooks: the Markdown of their cells; code shows addresses, it does not cite them. Pure."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from checker.model import Document, Trouble
from checker.readers import jsontext, markdown
from checker.readers.assembly import reading_of
from checker.readers.flat import Flat, Writer
from checker.readers.reading import Reading


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


def _kinds(data: Any) -> list[str]:  # noqa: ANN401  # whatever the JSON holds
    cells = data.get("cells") if isinstance(data, dict) else None
    if not isinstance(cells, list):
        raise ValueError("no cells")
    return [str(cell.get("cell_type")) if isinstance(cell, dict) else "" for cell in cells]


def _flat(raw: str, kinds: list[str]) -> Flat:
    """The cells one after the other; code stands in a fence."""
    writer = Writer(raw)
    last = -1
    for path, start, end in jsontext.strings(raw):
        if len(path) < 3 or path[0] != "cells" or path[2] != "source" or not isinstance(path[1], int):
            continue
        kind = kinds[path[1]] if path[1] < len(kinds) else ""
        if path[1] != last:
            writer.put("\n```\n\n" if last >= 0 and kinds[last] == "code" else "\n\n", start)
            writer.put("```\n" if kind == "code" else "", start)
            last = path[1]
        if kind in ("markdown", "code"):
            jsontext.copy(writer, start, end)
    return writer.done(numbered=False)
