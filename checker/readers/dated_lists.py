"""The date that a heading, or the line above a list, gives to what is listed below it. Pure and linear.

``Staff as of 31 December 2022`` dates the items below it, as does ``In 2022 the port handled:``. A heading that only
names a year (``Our work in 2021``) dates nothing: much below it is no older than the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from checker.dates import Precision
from checker.figures.periods import Period, Use, reader
from checker.patterns import regex

_ITEM = regex(r"[ \t]{0,12}(?:[-*+•–·▪]|[0-9]{1,2}[.)])[ \t\u00a0]+(?=\S)")
_WIKI_ITEM = regex(r"[*#:]{1,4}[ \t]*(?=[^\s*#:])")
_HEADING = regex(r"[ \t]{0,3}#{1,6}[ \t]+\S|={2,6}[^=].*={2,6}[ \t]*$|={1,5}[ \t]+\S")
_UNDERLINE = regex(r"[ \t]{0,3}([=~^\"'#*+-])\1{2,}[ \t]*")
_LEAD_IN = regex(r"[:：][ \t*_]*$")
_STOCK = regex(
    r"(?:as of|as at|at(?: the)?(?: year)?-?(?: ?end)?(?: of)?|end of|end|stand:?|per|zum|am|ende|au|fin|à la fin de|a fecha de|al|a|на|по состоянию на|截至|截止)",
    re.IGNORECASE,
)
_KEY = regex(
    r"(?<![^\W\d_])(?:key (?:figures|facts|data)|facts (?:and|&) figures|figures|in numbers|(?:zahlen|daten|fakten)(?: und| &)? ?(?:fakten|zahlen|daten)?|kennzahlen|"
    r"chiffres[ -]clés|en chiffres|données|cifras(?: clave)?|en cifras|datos|в цифрах|показатели|статистика|данные)(?![^\W\d_])|数据|数字|指标|统计",
    re.IGNORECASE,
)
_LONGEST = 200
Span = tuple[int, int]


class DatedLists:
    """Knows which lines of a text are items of a list, and what stands above the list."""

    def __init__(
        self, text: str, headings: Sequence[int] = (), items: Sequence[int] = (), *, stars: bool = False
    ) -> None:
        self._text = text
        self._headings, self._items, self._stars = headings, items, stars
        self._leads: tuple[list[int], list[Span | None]] | None = None
        self._read: dict[tuple[Span, str], Period | None] = {}

    def date(self, offset: int, code: str) -> Period | None:
        """The date that stands above the list whose item holds an offset, None if there is none."""
        if self._leads is None:
            found = list(self._found())
            self._leads = [start for start, _, _ in found], [lead for _, _, lead in found]
            self._ends = [end for _, end, _ in found]
        starts, leads = self._leads
        index = bisect_left(starts, offset + 1) - 1
        lead = leads[index] if index >= 0 and offset < self._ends[index] else None
        if lead is None:
            return None
        if (lead, code) not in self._read:
            self._read[lead, code] = self._dated(lead, code)
        return self._read[lead, code]

    def _found(self) -> Iterator[tuple[int, int, Span | None]]:
        """The lines that are items, each with the heading or line that its list stands under."""
        lead: Span | None = None
        last: Span | None = None
        position = 0
        numbered: bool | None = None
        for line in self._text.splitlines(keepends=True):
            start, position = position, position + len(line)
            words = line.rstrip()
            if not words:
                continue
            here = (start, start + len(words))
            if self._is_item(start, position, words):
                another = numbered is not None and numbered is not words.lstrip()[0].isdecimal()
                lead = None if another and lead and _LEAD_IN.search(self._text, *lead) else lead
                numbered = words.lstrip()[0].isdecimal()
                yield start, position, lead
            elif last is not None and _UNDERLINE.fullmatch(words):
                lead = last
            elif self._is_heading(start, position, words) or _LEAD_IN.search(words):
                lead, numbered = here, None
            elif words[0] not in " \t":
                lead = None
            last = here

    def _is_item(self, start: int, end: int, words: str) -> bool:
        if _holds(self._items, start, end):
            return True
        return _ITEM.match(words) is not None or (self._stars and _WIKI_ITEM.match(words) is not None)

    def _is_heading(self, start: int, end: int, words: str) -> bool:
        return _holds(self._headings, start, end) or _HEADING.match(words) is not None

    def _dated(self, lead: Span, code: str) -> Period | None:
        """The only date of a line, where it is that of everything below it."""
        start, end = lead
        words = self._text[start:end]
        if end - start > _LONGEST:
            return None
        found = reader(code).find(self._text, start, end)
        if len(found) != 1:
            return None
        one = found[0]
        if _LEAD_IN.search(words) and not _HEADING.match(words):
            return one if one.use in (Use.PLAIN, Use.BRACKETED) else None
        stock = _STOCK.fullmatch(one.lead) is not None or one.words.startswith(("截至", "截止"))
        stock = stock or self._text[one.start - 2 : one.start] in ("截至", "截止")
        named = _KEY.search(words) is not None
        return one if stock or named or (one.value.precision is Precision.DAY and one.use is not Use.NEVER) else None


def _holds(sorted_offsets: Sequence[int], start: int, end: int) -> bool:
    index = bisect_left(sorted_offsets, start)
    return index < len(sorted_offsets) and sorted_offsets[index] < end
