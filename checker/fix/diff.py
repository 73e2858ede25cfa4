"""Edits of a text as a unified diff that ``patch -p1`` and ``git apply`` understand. Pure and linear."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from checker.fix.edits import Edit, apply
from checker.outputs.plain import plain

CONTEXT = 3


class _Block(Struct, frozen=True):
    """Some lines of the old text, from ``first`` (0-based) on, and what stands there in the new one."""

    first: int
    old: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def end(self) -> int:
        return self.first + len(self.old)


def unified(name: str, text: str, edits: Sequence[Edit]) -> str:
    """The diff of one file; empty without edits."""
    if not edits:
        return ""
    lines = _lines(text) or [""]
    shown = plain(name, 4000)
    parts = [f"--- a/{shown}\n+++ b/{shown}\n"]
    grown = 0
    for hunk in _hunks(list(_blocks(lines, edits))):
        parts.append(_hunk(lines, hunk, grown))
        grown += sum(len(block.new) - len(block.old) for block in hunk)
    return "".join(parts)


def _lines(text: str) -> list[str]:
    """Lines as diff has them: they end with LF, whatever else is in them."""
    parts = text.split("\n")
    return [f"{part}\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])


def _blocks(lines: Sequence[str], edits: Sequence[Edit]) -> Iterator[_Block]:
    """The lines each edit touches; edits of the same line together."""
    starts = [0, *accumulate(len(line) for line in lines)]
    waiting = deque(edits)
    while waiting:
        index = last = min(bisect_right(starts, waiting[0].start), len(lines)) - 1
        inside: list[Edit] = []
        new = ""
        while not inside or (new and not new.endswith("\n") and last < len(lines) - 1):
            last += bool(inside)  # a line that lost its end goes on into the next one
            while waiting and (waiting[0].start < starts[last + 1] or last == len(lines) - 1):
                edit = waiting.popleft()
                inside.append(Edit(edit.start - starts[index], edit.old, edit.new))
                last = max(last, bisect_left(starts, edit.end) - 1)
            new = apply("".join(lines[index : last + 1]), inside)
        yield _trimmed(index, [line for line in lines[index : last + 1] if line], _lines(new))


def _trimmed(first: int, old: Sequence[str], new: Sequence[str]) -> _Block:
    """A block without the lines that stay at its ends."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return _Block(first + head, tuple(old[head : len(old) - tail]), tuple(new[head : len(new) - tail]))


def _hunks(blocks: Sequence[_Block]) -> Iterator[list[_Block]]:
    """Blocks whose context touches, together."""
    hunk: list[_Block] = []
    for block in blocks:
        if hunk and block.first - hunk[-1].end > 2 * CONTEXT:
            yield hunk
            hunk = []
        hunk.append(block)
    if hunk:
        yield hunk


def _hunk(lines: Sequence[str], hunk: Sequence[_Block], grown: int) -> str:
    first = max(0, hunk[0].first - CONTEXT)
    end = min(len(lines) - (not lines[-1]), hunk[-1].end + CONTEXT)
    body: list[str] = []
    position = first
    for block in hunk:
        body += [_marked(" ", line) for line in lines[position : block.first]]
        body += [_marked("-", line) for line in block.old] + [_marked("+", line) for line in block.new]
        position = block.end
    body += [_marked(" ", line) for line in lines[position:end]]
    old, new = end - first, end - first + sum(len(block.new) - len(block.old) for block in hunk)
    return f"@@ -{_range(first, old)} +{_range(first + grown, new)} @@\n" + "".join(body)


def _range(first: int, count: int) -> str:
    begin = first + 1 if count else first
    return f"{begin}" if count == 1 else f"{begin},{count}"


def _marked(sign: str, line: str) -> str:
    return f"{sign}{line}" if line.endswith("\n") else f"{sign}{line}\n\\ No newline at end of file\n"
