"""What a sentence tells of the times of its figures. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from checker.figures.facts import Confidence
from checker.figures.periods import Period
from checker.figures.relative import Relative

Time = Period | Relative


class Dated(Struct, frozen=True):
    """The period of a figure and how sure that is; ``beside``: nothing but words stands between the two."""

    period: Period
    confidence: Confidence
    beside: bool


class Dates(Struct, frozen=True):
    """For each figure of a sentence its date, and whether it is one that another is compared with, or of earlier.

    ``told`` where the sentence gives it a time, be it one that cannot be said.
    """

    known: Sequence[Dated | None]
    told: Sequence[bool]
    versus: Sequence[bool]
    earlier: Sequence[bool]
    asides: Sequence[int | None]


def as_dated(time: Time, confidence: Confidence, *, beside: bool) -> Dated | Relative:
    """A time as the date of a figure; a relative one dates none."""
    return Dated(time, confidence, beside) if isinstance(time, Period) else time


def without_restated(text: str, times: Sequence[Time]) -> Sequence[Time]:
    """The times of a sentence, in order, without the relative ones that only say again which time the one before is.

    ``In 2013, before the war, it was 5 %``, but not ``in 2013 it was 5 %, before the war 3 %``.
    """
    kept: list[Time] = []
    for time in times:
        last = kept[-1] if kept else None
        again = isinstance(time, Relative) and isinstance(last, Period) and text[time.end : time.end + 1] in (",", "，")
        if not (again and last is not None and text[last.end : time.start].strip() in (",", "，")):
            kept.append(time)
    return kept
