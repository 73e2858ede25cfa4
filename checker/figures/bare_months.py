"""Months without their year beside one that has it: ``3.1 % in January 2024, against 3.4 % in December``. Pure.

Which year they are of is not said, so a figure that belongs to one has no date: better than that of its neighbour.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from checker.dates import Precision
from checker.figures.context import Clauses
from checker.figures.languages import LEXICONS
from checker.figures.relative import Relative


def bare_months(context: Clauses, compared: Sequence[bool]) -> list[Relative]:
    """The months of a sentence that leave out the year, where another month has one.

    ``compared`` tells of each figure whether another is compared with it: its month is an earlier one.
    """
    known = [one for one in context.periods if one.value.precision is Precision.MONTH]
    if not known:
        return []
    numbers = {one.value.first.month for one in known}
    months = context.lexicon.dating.months
    found: list[Relative] = []
    for match in _pattern(context.lexicon.code).finditer(context.text, known[0].end, context.end):
        apart = not any(one.start < match.end() and match.start() < one.end for one in context.periods)
        if apart and months[match["month"].lower()] not in numbers:
            last = max((at for at, one in enumerate(context.figures) if one.end <= match.start()), default=None)
            found.append(Relative(match.start(), match.end(), is_past=last is not None and compared[last]))
    return found


@cache
def _pattern(code: str) -> re.Pattern[str]:
    dating = LEXICONS[code].dating
    names = "|".join(re.escape(name) for name in sorted(dating.months, key=lambda name: -len(name)))
    if dating.date_first:
        return re.compile(rf"{dating.month_before}(?P<month>{names})(?![0-9份]?[0-9])")
    return re.compile(
        rf"(?<![^\W\d_])(?:{dating.month_before})(?P<month>{names})(?![^\W\d_])(?!\.?,?[ \u00a0][0-9])", re.IGNORECASE
    )
