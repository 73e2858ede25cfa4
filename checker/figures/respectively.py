"""``In 2019 and 2020 sales were $5bn and $6bn respectively``: as many figures as dates, in their order. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from checker.figures.context import Clauses
from checker.figures.lexicon import compiled
from checker.figures.periods import Period, Use

_JOINT = r"[ \u00a0\n,、]{0,3}(?:and|und|et|y|и|[和与及與])?[ \u00a0\n]?(?:in|en|im|au|в|за)?[ \u00a0]?"


def respectively(context: Clauses) -> Mapping[int, Period]:
    """The period of each figure that such a sentence tells of, by the index of the figure."""
    text = context.text
    if len(context.figures) < 2 or len(context.periods) < 2:
        return {}
    if compiled(context.lexicon.telling.respectively).search(text, context.start, context.end) is None:
        return {}
    row = _row(context)
    if len(row) < 2:
        return {}
    behind = [at for at, one in enumerate(context.figures) if one.start >= row[-1].end and not one.bare]
    ahead = [at for at, one in enumerate(context.figures) if one.end <= row[0].start and not one.bare]
    for group in (behind, ahead):
        if len(group) == len(row) and len({context.figures[at].unit for at in group}) == 1:
            return dict(zip(group, row, strict=True))
    return {}


def _row(context: Clauses) -> list[Period]:
    """The first periods of a sentence that follow one upon another."""
    joint = compiled(_JOINT)
    row: list[Period] = []
    for one, other in pairwise(context.periods):
        first = row[-1] is one if row else one.use is not Use.NEVER
        if first and joint.fullmatch(context.text, one.end, other.start):
            row = [*(row or [one]), other]
        elif row:
            break
    return row
