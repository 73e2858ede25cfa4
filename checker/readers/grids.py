"""Tables and infoboxes as rows of cells, so that a number finds its headers. Pure and linear."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct, field
from msgspec.structs import replace

from checker.patterns import regex

_PIPE_RULE = regex(r"^[ \t]{0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*){0,200}\|?[ \t]*$")
_WIKI_OPEN = regex(r"^[ \t:]{0,4}\{\|", re.MULTILINE)
_WIKI_ATTRIBUTES = regex(r"[^|\[\]{}]{0,200}=[^|\[\]{}]{0,200}\|(?!\|)")
_SPAN = regex(r"\b(row|col)span\s{0,3}=\s{0,3}[\"']?\s{0,3}([0-9]{1,5})", re.IGNORECASE)
_TITLE = regex(
    r"[ \t]{0,3}[*_]{0,3}(?:(?:table|tabelle|tab\.|tableau|tabla|cuadro|таблица|табл\.)[ \u00a0]{0,2}(?:[^\W\d_]{0,2}\.?[0-9]|:)|表[ ]?[0-9一二三四五六七八九十]|:[ ])",
    re.IGNORECASE,
)
_UNIT_LINE = regex(
    r"[ \t]{0,3}[*_(（\[]{0,4}(?:(?:all[ ])?(?:figures[ ]|amounts[ ])?in|angaben in|unit|units|einheit|unité|en|unidad|единица измерения|ед\. изм\.|в|单位|單位)"
    r"(?:[ ]?[:：]|[ ])[^0-9!?]{1,40}[ ]?:?[*_)）\]]{0,4}[ \t]*",
    re.IGNORECASE,
)


_SCALE = regex(r"(?:(?<=[(,:] )|(?<=[(,:])|(?<=in )|(?<=en )|(?<=в ))1[.,'’ \u00a0\u202f]?000(?![0-9.,])[^,;()]{0,20}")
TAGS = frozenset("table tr td th caption thead tbody tfoot".split())
_LONGEST_TITLE = 200
_DEEPEST = 20
LONGEST_CELL = 200
"""Characters of a cell that may hold a figure of a table; a longer one is running text, as pages laid out by tables have it."""


class Cell(Struct, frozen=True):
    """A cell: its half-open span in the text; ``label`` is the name that a template gives it.

    ``rows`` and ``columns`` are how many it covers as written, 0 for all that follow.
    """

    start: int
    end: int
    header: bool = False
    label: str = ""
    rows: int = 1
    columns: int = 1


class Grid(Struct, frozen=True):
    """A table row by row as it is written, or an infobox with one labelled cell a row; ``caption`` is the span of its title.

    ``unit`` is the scale and unit that a line above it says it is in.
    """

    rows: tuple[tuple[Cell, ...], ...]
    caption: tuple[int, int] = (0, 0)
    unit: tuple[Decimal, str] | None = None

    def scales(self, text: str) -> Iterator[tuple[int, int]]:
        """The spans of what its caption says of the scale, which is no amount by itself: ``in 1,000 t``."""
        return (match.span() for match in _SCALE.finditer(text, *self.caption))

    @property
    def spans(self) -> Iterator[tuple[int, int]]:
        """The spans of its rows, captions and cells of running text left out."""
        for row in self.rows:
            run: list[Cell] = []
            for cell in row:
                if 0 < cell.end - cell.start <= LONGEST_CELL:
                    run.append(cell)
                elif run:
                    yield run[0].start, run[-1].end
                    run = []
            if run:
                yield run[0].start, run[-1].end


class GridWriter(Struct):
    """Takes down tables as a walk through the markup meets them, those in the cells of others as well."""

    grids: list[Grid] = field(default_factory=list)
    _rows: list[list[Cell]] = field(default_factory=list)
    _open: Cell | None = None
    _depth: int = 0
    _caption: tuple[int, int] = (0, 0)
    _heads: bool = False
    _outer: list[tuple[list[list[Cell]], Cell | None, tuple[int, int], bool]] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether a cell of a table is open."""
        return self._open is not None

    def tag(self, name: str, *, closes: bool, at: int, spans: tuple[int, int] = (1, 1)) -> None:
        """A tag of HTML at an offset of the text that is written down; the rows and columns that a cell covers."""
        if name == "table":
            self._table(closes=closes, at=at)
            return
        if not self._depth:
            return
        if name in ("td", "th", "tr", "caption", "thead", "tbody", "tfoot"):
            self._end_cell(at)
            self._heads = not closes if name == "thead" else self._heads and name not in ("tbody", "tfoot")
        if closes:
            if name == "caption":
                self._caption = (self._caption[0], at)
        elif name == "tr":
            self._rows.append([])
        elif name == "caption":
            self._caption = (at, at)
        elif name in ("td", "th"):
            self._open = Cell(at, at, name == "th" or self._heads, "", *spans)

    def _table(self, *, closes: bool, at: int) -> None:
        """The begin or end of a table: one within a cell is a table of its own, and that cell holds nothing else."""
        if not closes:
            self._depth += 1
            if self._depth > 1:
                held = replace(self._open, end=self._open.start) if self._open else None
                self._outer = [*self._outer, (self._rows, held, self._caption, self._heads)][-_DEEPEST:]
                self._rows, self._open, self._caption, self._heads = [], None, (0, 0), False
            return
        self._end_cell(at)
        self._depth = max(0, self._depth - 1)
        self._done()
        if self._depth and self._outer:
            self._rows, held, self._caption, self._heads = self._outer.pop()
            if held is not None:
                self._add(held)

    def markup(self, tag: str, at: int) -> None:
        """A tag of HTML as it is written, in a format that is not HTML itself."""
        name = tag.strip("</> \n\t").split(None, 1)[0].rstrip("/").lower() if tag.strip("</> \n\t") else ""
        if name in TAGS:
            said = _covered(tag)
            self.tag(name, closes=tag.startswith("</"), at=at, spans=said)

    def cover(self, columns: int) -> None:
        """The columns that the cell covers which is open."""
        if self._open is not None:
            self._open = replace(self._open, columns=columns)

    def title(self, start: int, end: int, *, done: int) -> None:
        """The title of a table that is open, or of the last one, if there are more than ``done`` of them now."""
        if self._depth:
            self._caption = (start, end)
        elif len(self.grids) > done and self.grids[-1].caption == (0, 0):
            self.grids[-1] = replace(self.grids[-1], caption=(start, end))

    def row(self, *cells: Cell) -> None:
        """A whole row of an infobox."""
        self._rows.append(list(cells))

    def done(self) -> None:
        """The end of an infobox or of the text."""
        self._done()

    def _end_cell(self, at: int) -> None:
        if self._open is not None:
            self._add(replace(self._open, end=at))
            self._open = None

    def _add(self, cell: Cell) -> None:
        if not self._rows:
            self._rows.append([])
        self._rows[-1].append(cell)

    def _done(self) -> None:
        if any(self._rows):
            self.grids.append(Grid(tuple(tuple(row) for row in self._rows), self._caption))
        self._rows, self._caption, self._heads = [], (0, 0), False


def pipe_grids(text: str) -> Iterator[Grid]:
    """The tables of Markdown: a header, a rule of dashes, rows."""
    lines = lines_of(text)
    index = 1
    while index < len(lines):
        line = lines[index][1]
        head = lines[index - 1]
        if "|" not in head[1] or not _PIPE_RULE.match(line) or "-" not in line:
            index += 1
            continue
        rows = [tuple(_pipe_cells(*head, header=True))]
        first = index - 1
        index += 1
        while index < len(lines) and "|" in lines[index][1]:
            rows.append(tuple(_pipe_cells(*lines[index])))
            index += 1
        yield Grid(tuple(row for row in rows if row), _title(lines, first, index))


def _title(lines: Sequence[tuple[int, str]], first: int, after: int) -> tuple[int, int]:
    """The line that names a table, right before or behind its own lines, or says only the unit of it."""
    for near, far in ((first - 1, first - 2), (after, after + 1)):
        index = near if 0 <= near < len(lines) and lines[near][1].strip() else far
        start, words = lines[index] if 0 <= index < len(lines) else (0, "")
        named = len(words) <= _LONGEST_TITLE and _TITLE.match(words)
        if named or (near < first and _UNIT_LINE.fullmatch(words)):
            return start, start + len(words)
    return 0, 0


def lines_of(text: str) -> list[tuple[int, str]]:
    """The lines of a text, each with where it starts."""
    found, position = [], 0
    for line in text.splitlines(keepends=True):
        found.append((position, line.rstrip("\r\n")))
        position += len(line)
    return found


def _pipe_cells(start: int, line: str, *, header: bool = False) -> Iterator[Cell]:
    position = len(line) - len(line.lstrip())
    if line[position : position + 1] == "|":
        position += 1
    while position < len(line):
        end = line.find("|", position)
        end = len(line) if end < 0 else end
        yield Cell(start + position, start + end, header)
        position = end + 1


def wiki_grids(text: str) -> Iterator[Grid]:
    """The tables of wikitext: ``{|``, ``|-``, ``!`` and ``|``."""
    position = 0
    while (opened := _WIKI_OPEN.search(text, position)) is not None:
        end = text.find("\n|}", opened.end())
        end = len(text) if end < 0 else end
        yield _wiki_grid(text, opened.end(), end)
        position = end + 1


def _wiki_grid(text: str, start: int, end: int) -> Grid:
    rows: list[list[Cell]] = [[]]
    caption = (0, 0)
    position = text.find("\n", start, end)
    while 0 <= position < end:
        position += 1
        stop = text.find("\n", position, end)
        stop = end if stop < 0 else stop
        line = text[position:stop].lstrip()
        at = stop - len(line)
        if line.startswith("|+"):
            caption = (at + 2, stop)
        elif line.startswith("|-"):
            rows.append([])
        elif line[:1] in ("|", "!"):
            rows[-1] += _wiki_cells(text, at, stop)
        position = stop if stop < end else -1
    return Grid(tuple(tuple(row) for row in rows if row), caption)


def _wiki_cells(text: str, start: int, end: int) -> Iterator[Cell]:
    header = text[start] == "!"
    position = start + 1
    while position <= end:
        bars = [at for mark in (("||", "!!") if header else ("||",)) if (at := text.find(mark, position, end)) >= 0]
        stop = min(bars, default=end)
        attributes = _WIKI_ATTRIBUTES.match(text, position, stop)
        begin = attributes.end() if attributes else position
        yield Cell(begin, stop, header, "", *_covered(attributes[0] if attributes else ""))
        position = stop + 2


def _covered(attributes: str) -> tuple[int, int]:
    """The rows and columns that a cell covers by its attributes."""
    spans = {kind.lower(): int(number) for kind, number in _SPAN.findall(attributes)}
    return spans.get("row", 1), spans.get("col", 1)
