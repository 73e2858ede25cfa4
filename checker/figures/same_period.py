"""Periods told by another one of the sentence: ``the same quarter of 2022``, ``2022年同期``. Pure.

The year alone would be another period, and is all that is known where the sentence has none of the kind.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from checker import dates
from checker.dates import PartialDate, Precision
from checker.figures.lexicon import compiled

_REACH = 44
_KINDS = {"q": Precision.QUARTER, "m": Precision.MONTH, "h": Precision.RANGE}


class Same(Struct, frozen=True):
    """Where words such as ``the same quarter of 2022`` begin and end, and the period they mean."""

    start: int
    end: int
    value: PartialDate


def same_as(
    text: str, floor: int, year: tuple[int, int, int], others: Sequence[tuple[int, PartialDate]], words: tuple[str, str]
) -> Same | None:
    """What a year (its span and itself) means with the words of a language before and behind it that call it the same.

    ``others`` are the other periods of the sentence with where they begin. None where no such words are there.
    """
    start, end, number = year
    before, behind = words
    match = compiled(rf"(?<![^\W\d_])(?:{before})$").search(text, max(floor, start - _REACH), start)
    match = match or compiled(behind).match(text, end)
    if match is None:
        return None
    wanted = next((kind for name, kind in _KINDS.items() if match.groupdict().get(name)), None)
    others = [(at, _as_wanted(one, wanted)) for at, one in others]
    parts = [one for one in others if one[1].first.year == one[1].last.year != number and _is_part(one[1], wanted)]
    nearest = max((one for one in parts if one[0] < start), default=None) or min(parts, default=None)
    value = (_in_year(nearest[1], number) if nearest else None) or dates.year(number)
    return Same(min(start, match.start()), max(end, match.end()), value)


def _as_wanted(period: PartialDate, wanted: Precision | None) -> PartialDate:
    """The quarter or month that a day ends, where one is wanted: ``the quarter ended 30 September 2022``."""
    last = period.last
    if period.precision is not Precision.DAY or dates.month(last.year, last.month).last != last:
        return period
    if wanted is Precision.QUARTER and last.month % 3 == 0:
        return dates.quarter(last.year, last.month // 3)
    return dates.month(last.year, last.month) if wanted is Precision.MONTH else period


def _is_part(period: PartialDate, wanted: Precision | None) -> bool:
    return period.precision is wanted or (
        wanted is None and period.precision in (Precision.QUARTER, Precision.MONTH, Precision.RANGE)
    )


def _in_year(period: PartialDate, year: int) -> PartialDate | None:
    return dates.parse_or_none(period.text.replace(f"{period.first.year:04d}", f"{year:04d}"))
