"""Times that a text names by another one: ``a year earlier``, ``Vorjahr``, ``now``. Pure.

Which year they mean is not said, so a figure that belongs to one has no date: better than that of its neighbour.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from checker.figures.lexicon import Lexicon, compiled
from checker.figures.printed import Printed

_REACH = 32
_LEVEL_REACH = 16


class Relative(Struct, frozen=True):
    """A time before the one that a text is about, or (not ``is_past``) its present."""

    start: int
    end: int
    is_past: bool


def relatives(
    text: str, start: int, end: int, figures: Sequence[Printed], compared: Sequence[bool], lexicon: Lexicon
) -> list[Relative]:
    """The relative times between two offsets, without those that only compare: ``more than a year earlier``.

    ``compared`` tells of each figure whether another is compared with it: ``against the 5 % of a year earlier``.
    """
    words = lexicon.relative
    edge, tail = ("", "") if lexicon.code == "zh" else (r"(?<![^\W\d_])", r"(?![^\W\d_])")
    either = compiled(rf"{edge}(?:(?P<level>{words.level})|(?P<past>{words.past})|(?P<now>{words.present})){tail}")
    found: list[Relative] = []
    for match in either.finditer(text, start, end):
        last = max((at for at, one in enumerate(figures) if one.end <= match.start()), default=None)
        floor = start if last is None else figures[last].end
        if match["now"]:
            if floor > start or not found:
                found.append(Relative(match.start(), match.end(), is_past=False))
            continue
        if match["level"]:
            if any(0 <= one.start - match.end() <= _LEVEL_REACH for one in figures):
                found.append(Relative(match.start(), match.end(), is_past=True))
            continue
        before = text[max(floor, match.start() - _REACH) : match.start()]
        compares = compiled(rf"{edge}(?:{words.compares})(?:[ \u00a0][^\W\d_]+){{0,2}}[ \u00a0]?$").search(before)
        is_its = last is not None and compared[last] and len(text[floor : match.start()].split()) == 1
        if compares is None or is_its or opens(text, match.end(), lexicon):
            found.append(Relative(match.start(), match.end(), is_past=True))
    return found


def opens(text: str, position: int, lexicon: Lexicon) -> bool:
    """Whether a clause about a time that ends at an offset begins there: ``than in 2016, when it was …``, ``(€3m)``."""
    return (
        compiled(rf",?[ \u00a0\n]?(?:{lexicon.relative.when})(?![^\W\d_])|[ \u00a0]?[(（]").match(text, position)
        is not None
    )
