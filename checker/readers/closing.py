"""Finding where something closes, in time linear in the text however broken it is. Pure."""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping


class Closing:
    """Finds closing marks; remembers what is nowhere any more, so that broken files cost nothing."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._gone: set[str] = set()
        self._folded = ""

    def find(self, what: str, start: int) -> int:
        """The next ``what`` from ``start`` on, -1 where there is none."""
        return self._find(self._text, what, start)

    def find_folded(self, what: str, start: int) -> int:
        """The next ``what`` (in lower case) in whatever case."""
        if not self._folded:
            lower = self._text.lower()
            self._folded = lower if len(lower) == len(self._text) else self._text
        return self._find(self._folded, what, start)

    def _find(self, text: str, what: str, start: int) -> int:
        if what in self._gone:
            return -1
        found = text.find(what, start)
        if found < 0:
            self._gone.add(what)
        return found


def pairs(text: str, marks: re.Pattern[str], closers: Mapping[str, str]) -> dict[int, int]:
    """Where each opening mark closes: offset of the opener to offset of its closer.

    Args:
        text: the text.
        marks: finds openers, closers, and (as anything else) what is to be passed over.
        closers: closer of each opener. A closer without its opener closes nothing; an opener that is
            still open when an outer one closes stays open.
    """
    found: dict[int, int] = {}
    stack = array("q")  # offsets of what is open: a broken file may open as much as it has characters
    waiting: dict[str, int] = {}
    lengths = {len(opener) for opener in closers}
    for match in marks.finditer(text):
        mark = match[0]
        if mark in closers:
            stack.append(match.start())
            waiting[closers[mark]] = waiting.get(closers[mark], 0) + 1
        elif waiting.get(mark):
            while stack:
                start = stack.pop()
                closer = next(closers[text[start : start + n]] for n in lengths if text[start : start + n] in closers)
                waiting[closer] -= 1
                if closer == mark:
                    found[start] = match.start()
                    break
    return found
