"""Tables drawn in lines of text: those of AsciiDoc and reStructuredText. Pure and linear."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from checker.patterns import regex
from checker.readers.boxed_grids import boxed_grid
from checker.readers.grids import Cell, Grid, lines_of

_ADOC_EDGE = regex(r"\|={3,}[ \t]*")
_ADOC_CELL = regex(
    r"(?:(?<=[ \t])|^)(?P<spec>(?P<columns>[0-9]{1,2})?(?P<rows>\.[0-9]{1,2})?(?P<mark>[+*])?[<^>.]{0,3}[a-z]?)\|",
    re.MULTILINE,
)
_ADOC_TITLE = regex(r"\.(?=[^ \t.])")
_SIMPLE_EDGE = regex(r"=+(?:[ ]+=+){1,60}[ \t]*")
_GRID_EDGE = regex(r"\+(?:[-=]{2,}\+){2,60}[ \t]*")
_LIST_ROW = regex(r"(?P<row>[ \t]+\*[ \t]+-|[ \t]+-)(?:[ \t]|$)")
_REACH = 3
"""Lines above a table in which its title may stand."""

Line = tuple[int, str]


def asciidoc_grids(text: str) -> Iterator[Grid]:
    """The tables of AsciiDoc: ``|===``, cells behind bars, as many in a row as the first line of cells has."""
    lines = lines_of(text)
    index = 0
    while index < len(lines):
        if not _ADOC_EDGE.fullmatch(lines[index][1]):
            index += 1
            continue
        last = next((at for at in range(index + 1, len(lines)) if _ADOC_EDGE.fullmatch(lines[at][1])), len(lines))
        grid = _adoc_grid(text, lines, index, last)
        if grid is not None:
            yield grid
        index = last + 1


def _adoc_grid(text: str, lines: Sequence[Line], first: int, last: int) -> Grid | None:
    """One of them; None where cells are repeated or cover several rows: then nobody knows what stands where."""
    begin = next((at for at in range(first + 1, last) if lines[at][1].strip()), last)
    if begin >= last:
        return None
    start, end = lines[begin][0], lines[last - 1][0] + len(lines[last - 1][1])
    found = list(_ADOC_CELL.finditer(text, start, end))
    if not found or any(match["mark"] == "*" or match["rows"] for match in found):
        return None
    line_end = start + len(lines[begin][1])
    width = sum(int(match["columns"] or 1) for match in found if match.start() < line_end)
    if width == 1 and len(found) > 1:
        return None
    is_head = begin + 1 < last and not lines[begin + 1][1].strip() and begin == first + 1
    rows: list[list[Cell]] = []
    taken = width
    for match, stop in zip(found, [*(one.start() for one in found[1:]), end], strict=True):
        if taken >= width:
            rows.append([])
            taken = 0
        columns = int(match["columns"] or 1)
        taken += columns
        rows[-1].append(Cell(match.end(), stop, header=is_head and len(rows) == 1, columns=columns))
    return Grid(tuple(tuple(row) for row in rows), _title_above(lines, first, _ADOC_TITLE))


def _title_above(lines: Sequence[Line], first: int, mark: re.Pattern[str]) -> tuple[int, int]:
    for at in range(first - 1, max(-1, first - 1 - _REACH), -1):
        start, words = lines[at]
        match = mark.match(words)
        if match is not None:
            return start + match.end(), start + len(words)
        if words.strip():
            break
    return 0, 0


def rst_grids(text: str) -> Iterator[Grid]:
    """The tables of reStructuredText: columns between spaces, cells in boxes, lists of lists."""
    lines = lines_of(text)
    index = 0
    while index < len(lines):
        words = lines[index][1]
        if _SIMPLE_EDGE.fullmatch(words):
            grid, index = _simple(lines, index)
        elif _GRID_EDGE.fullmatch(words):
            grid, index = _boxed(lines, index)
        elif (row := _LIST_ROW.match(words)) is not None and "*" in row["row"]:
            grid, index = _listed(lines, index)
        else:
            grid, index = None, index + 1
        if grid is not None:
            yield grid


def _simple(lines: Sequence[Line], first: int) -> tuple[Grid | None, int]:
    """A table whose columns are those of its edges; rows with nothing in their first column go on the one above."""
    edge = lines[first][1].rstrip()
    columns = [match.span() for match in re.finditer("=+", edge)]
    last = first + 1
    edges = [first]
    while last < len(lines) and lines[last][1].strip() and len(edges) < _REACH:
        if lines[last][1].rstrip() == edge:
            edges.append(last)
        last += 1
    if len(edges) != _REACH:
        return None, last
    rows = []
    for at in range(edges[0] + 1, edges[2]):
        start, words = lines[at]
        if at == edges[1] or not words.strip():
            continue
        if not words[: columns[0][1]].strip() or set(words.strip()) <= set("- "):
            return None, edges[2] + 1
        stops = [begin for begin, _ in columns[1:]] + [len(words)]
        cells = [
            Cell(start + begin, start + max(begin, min(stop, len(words))), header=at < edges[1])
            for (begin, _), stop in zip(columns, stops, strict=True)
            if begin < len(words)
        ]
        rows.append(tuple(cells))
    return Grid(tuple(rows)), edges[2] + 1


def _boxed(lines: Sequence[Line], first: int) -> tuple[Grid | None, int]:
    """A table in boxes, and where it ends."""
    last = first + 1
    while last < len(lines) and lines[last][1][:1] in ("+", "|"):
        last += 1
    return boxed_grid(lines[first:last]), last


def _listed(lines: Sequence[Line], first: int) -> tuple[Grid | None, int]:
    """A ``list-table``: an item for each row, in it one for each cell."""
    rows: list[list[Cell]] = []
    at = first
    while at < len(lines):
        start, words = lines[at]
        item = _LIST_ROW.match(words)
        if item is None and not words.startswith("     "):
            break
        if item is None:
            rows[-1][-1] = replace(rows[-1][-1], end=start + len(words))
        else:
            rows += [[]] if "*" in item["row"] else []
            rows[-1].append(Cell(start + item.end(), start + len(words)))
        at += 1
    above = next(
        (lines[near] for near in (first - 1, first - 2, first - 3) if near >= 0 and lines[near][1].strip()), (0, "")
    )
    titled = above[1].startswith(" ") and len(above[1]) < 200
    grid = Grid(tuple(tuple(row) for row in rows), (above[0], above[0] + len(above[1])) if titled else (0, 0))
    return (grid if len(rows) > 1 and len(rows[0]) > 1 else None), at
