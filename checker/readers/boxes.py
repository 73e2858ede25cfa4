"""The figures of infoboxes, whose parameters name what they hold: ``population_total``, ``area_km2``. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.figures.grammar import grammar
from checker.figures.header_units import Unit
from checker.figures.periods import Period, reader
from checker.model import FoundFigure
from checker.readers.cells import CellReader, Said
from checker.readers.grids import Cell, Grid
from checker.readers.headers import NO_LABELS, Header, noun

_DATES = frozenset("of date year years census blank stand année annee año ano год переписи jahr".split())
_QUIET = frozenset("total est estimate census footnotes rank ref note num number no as".split())
_LONGEST_DATE = 40


class BoxReader:
    """Reads the figures of one infobox."""

    def __init__(self, text: str, grid: Grid, cells: CellReader) -> None:
        self._text, self._cells = text, cells
        self._rows = [row[0] for row in grid.rows if row]
        self._dates = dict(self._dated())

    def figures(self) -> Iterator[FoundFigure]:
        """The figures, parameter by parameter."""
        for cell in self._rows:
            yield from self._cells.figures(cell, self._said(cell), cell.start)

    def _said(self, cell: Cell) -> Said:
        words = _words(cell.label)
        if not words or "density" in words or "per" in words:
            return Said()
        unit = self._unit(words)
        kept = [word for word in words if word not in _QUIET]
        label = kept[0] if kept and cell.label not in NO_LABELS and kept[0] not in NO_LABELS else ""
        named = noun(Header(label=label), self._cells.code) if label else ""
        return Said(self._period(words), unit, named, values=unit is not None)

    def _unit(self, words: list[str]) -> Unit | None:
        return grammar(self._cells.code).unit_at(words[-1], 0) if len(words) > 1 else None

    def _dated(self) -> Iterator[tuple[tuple[str, ...], Period]]:
        """The parameters that date others (``population_as_of``, ``année_pop``), by the words they share with them."""
        for cell in self._rows:
            words = _words(cell.label)
            shared = tuple(word for word in words if word not in _DATES and word != "as")
            if shared and len(shared) < len(words):
                found = reader(self._cells.code).find(f"({self._text[cell.start : cell.end].strip()[:_LONGEST_DATE]})")
                if found:
                    yield shared, found[0]

    def _period(self, words: list[str]) -> Period | None:
        """The date of the parameter that shares the most words with this one."""
        for length in range(len(words), 0, -1):
            if (found := self._dates.get(tuple(words[:length]))) is not None:
                return found
        short = [
            found
            for shared, found in self._dates.items()
            if len(shared) == 1 and len(shared[0]) > 2 and words[0].startswith(shared[0])
        ]
        return short[0] if len(short) == 1 else None


def _words(label: str) -> list[str]:
    return [word for word in re.split(r"[_ -]", label.lower()) if word]
