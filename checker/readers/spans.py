"""Half-open spans of offsets, kept sorted and disjoint."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from checker.patterns import regex

_NO_BREAK = regex(r"[^\r\n]")
Span = tuple[int, int]


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same offsets covered by sorted, disjoint spans."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if end <= start:
            continue
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)


class Cover:
    """Answers quickly whether an offset lies in one of some spans."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = merged(spans)
        self._starts = [start for start, _ in self.spans]

    def holds(self, offset: int) -> bool:
        """Whether the offset lies inside."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self.spans[index][1]

    def blanked(self, text: str) -> str:
        """The text with every covered character but newlines turned into a space; offsets stay."""
        parts, last = [], 0
        for start, end in self.spans:
            parts.append(text[last:start])
            inside = text[start:end]
            whole = "\n" not in inside and "\r" not in inside
            parts.append(" " * len(inside) if whole else _NO_BREAK.sub(" ", inside))
            last = end
        return "".join([*parts, text[last:]])
