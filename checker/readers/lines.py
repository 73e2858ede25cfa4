"""Offsets to lines and columns, both 1-based, in code points. Newlines are LF, CRLF or CR."""

from __future__ import annotations

from bisect import bisect_right

from checker.model import Place
from checker.patterns import regex

_NEWLINE = regex(r"\r\n|\n|\r")


class Lines:
    """The line table of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in _NEWLINE.finditer(text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def place(self, file: str, offset: int, sentence: str = "") -> Place:
        """The place of an offset in a file."""
        line, column = self.position(offset)
        return Place(file, line, column, sentence)

    def written(self, start: int, end: int) -> str:
        """The text of a span."""
        return self._text[start:end]

    def start(self, line: int) -> int:
        """The offset at which a 1-based line begins; past the last line, the end of the last one known."""
        return self._starts[min(line, len(self._starts)) - 1]

    def __len__(self) -> int:
        return len(self._starts)
