"""Brackets of a sentence and the figures that only say another one again: ``€5m ($6m)``, ``3 km, or 2 miles``. Pure.

What stands in brackets belongs together: a date beside a figure in them tells nothing of figures outside.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from checker.figures.lexicon import compiled
from checker.figures.printed import Printed
from checker.patterns import regex

Span = tuple[int, int]
_BRACKET = regex(r"[()（）]")
_BEFORE_ASIDE = regex(r"[^,;:.!?，。；：、()（）0-9]{0,32}[(（][^,;:，。；：()（）0-9]{0,24}")
"""What may stand between a figure and another one in brackets that says the same or a part of it."""


def brackets(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The spans of round brackets between two offsets, outer ones included, by their start."""
    opened: list[int] = []
    found: list[Span] = []
    for match in _BRACKET.finditer(text, start, end):
        if match[0] in "(（":
            opened.append(match.start())
        elif opened:
            found.append((opened.pop(), match.end()))
    return tuple(sorted(found))


def around(spans: Sequence[Span], start: int, end: int) -> Span | None:
    """The innermost brackets around a place."""
    index = bisect_right(spans, (start, end))
    return next((one for one in reversed(spans[:index]) if one[0] < start and end <= one[1]), None)


@cache
def _apposition(words: str) -> re.Pattern[str]:
    return compiled(rf"[^,;:.!?，。；：、()（）0-9]{{0,24}},?[ \u00a0\n](?:{words})[ \u00a0\n][^,;:()0-9]{{0,24}}")


def asides(
    text: str, figures: Sequence[Printed], spans: Sequence[Span], dates: Sequence[Span], words: str
) -> tuple[int | None, ...]:
    """For each figure the index of the one before it that it says again or explains, if any.

    ``dates`` are the spans of the dates of the sentence: a figure with one between it and the other stands for
    itself. ``words`` join such a figure (``or``, ``soit``).
    """
    found: list[int | None] = []
    for index, one in enumerate(figures):
        found.append(index - 1 if index and _is_aside(text, figures[index - 1], one, spans, dates, words) else None)
    return tuple(found)


def follows_bracketed(text: str, main: Printed, one: Printed) -> bool:
    """Whether a figure is the first in brackets that begin behind another one."""
    return main.end <= one.start and _BEFORE_ASIDE.fullmatch(text, main.end, one.start) is not None


def _is_aside(text: str, main: Printed, one: Printed, spans: Sequence[Span], dates: Sequence[Span], words: str) -> bool:
    inside = around(spans, one.start, one.end)
    if one.start < main.end:
        return False
    if inside is not None:
        floor = inside[0]
        if not follows_bracketed(text, main, one):
            return False
    elif words and _apposition(words).fullmatch(text, main.end, one.start):
        floor = main.end
    else:
        return False
    ceiling = inside[1] if inside else one.start
    return not any(
        (main.end <= start and end <= one.start) or (floor < start and end <= ceiling) for start, end in dates
    )
