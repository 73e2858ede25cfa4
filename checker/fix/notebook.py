"""Mending notebooks: the Markdown of their cells, edited inside the strings of the JSON. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator

from checker.fix.edits import Edit
from checker.fix.markdown import Markdown
from checker.fix.remedy import CannotError, Remedy, Spot, Style, Way
from checker.model import Document
from checker.readers import jsontext, markdown, notebook
from checker.readers.flat import Flat
from checker.readers.lines import Lines


class Notebook:
    """The places of one notebook."""

    def __init__(self, text: str) -> None:
        self.text = text
        try:
            self._flat: Flat | None = notebook.flatten(text)
        except (ValueError, RecursionError):
            self._flat = None
            return
        self._cells = Markdown(self._flat.text)
        self._spots = {self._flat.places.raw(one.start): one for one in _spots(self._flat.text)}

    def ways(self, spot: Spot, remedy: Remedy, style: Style | None) -> Iterator[Way]:
        """How a place can be mended: as Markdown is, packed as JSON."""
        inner = self._spots.get(spot.start) if self._flat else None
        if inner is None:
            raise CannotError("the notebook is no valid JSON; mend it first")
        for way in self._cells.ways(inner, remedy, style):
            yield Way(tuple(self._packed(edit) for edit in way.edits), way.reads)

    def _packed(self, edit: Edit) -> Edit:
        """An edit of the cells' text as one of the file."""
        assert self._flat is not None  # noqa: S101  # ways() has seen to it
        places = self._flat.places
        start = places.raw(edit.start) if edit.old else places.raw_end(edit.start)
        end = places.raw_end(edit.end, start) if edit.old else start
        old = self.text[start:end]
        if jsontext.unescaped(old) != edit.old:
            raise CannotError("the address is written over several strings; change it by hand")
        return Edit(start, old, json.dumps(edit.new, ensure_ascii=False)[1:-1])


def _spots(text: str) -> Iterator[Spot]:
    """Where the cells cite."""
    lines = Lines(text)
    for citation in markdown.read(Document("", text, "markdown", figures=False)).citations:
        if citation.written:
            start = lines.start(citation.place.line) + citation.place.column - 1
            yield Spot(start, start + len(citation.written), citation)
