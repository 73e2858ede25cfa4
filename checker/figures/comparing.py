"""Which figures of a sentence another one is compared with, and which begin ``from A to B``. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from re import Pattern

from msgspec import Struct

from checker.figures.context import Clauses
from checker.figures.languages import LEXICONS
from checker.figures.lexicon import any_of, compiled
from checker.figures.printed import Printed

REACH = 100
APART = 12
"""Characters between two figures from which on ``from … to`` spans more than a range."""


class Comparing(Struct, frozen=True):
    """The comparing words of a language, compiled; each pattern ends at the figure behind it."""

    versus: Pattern[str]
    compared: Pattern[str]
    origin: Pattern[str]
    target: Pattern[str]
    growth: Pattern[str]
    change: Pattern[str]


@cache
def comparing(code: str) -> Comparing:
    """The comparing words of a language."""
    lexicon = LEXICONS[code]
    telling = lexicon.telling
    spaced = code != "zh"  # Chinese sets no spaces between words
    edge, word_end, gap = (r"(?<![^\W\d_])", r"(?![^\W\d_])", r"[ \u00a0\n]") if spaced else ("", "", "[ ]?")
    hedges = "|".join(any_of(words) for words in telling.hedges.values())
    small = f"{hedges}|{any_of(telling.fillers)}" if telling.fillers else hedges
    level = rf"(?:{gap}(?:{telling.levels}))?"
    between = rf"{level}(?:{gap}(?:{small})){{0,3}}" + (gap + "{0,2}$" if spaced else "[ ]?$")
    target = rf"{edge}(?:{telling.target}){between}" if spaced else rf"(?:{telling.target})(?:{hedges})?$"
    return Comparing(
        versus=compiled(rf"{edge}(?:{telling.versus}){between}"),
        compared=compiled(rf"{edge}(?:{telling.compared}){between}" if spaced else telling.compared),
        origin=compiled(rf"{edge}(?:{telling.origin}){between}"),
        target=compiled(target),
        growth=compiled(rf"{edge}(?:{lexicon.growth}|{telling.moves}){word_end}"),
        change=compiled(rf"{edge}(?:{telling.change}){gap}(?:{telling.origin}){between}"),
    )


def is_compared_with(context: Clauses, printed: Printed) -> bool:
    """Whether the words before a figure make it the one that another is compared with."""
    return comparing(context.lexicon.code).versus.search(_before(context, printed)) is not None


def compares_only(context: Clauses, printed: Printed) -> bool:
    """Whether those words compare places as readily as times."""
    return comparing(context.lexicon.code).compared.search(_before(context, printed)) is not None


def is_reached(context: Clauses, printed: Printed) -> bool:
    """Whether something came to a figure: ``grew by 92,000 to``, ``stieg auf``."""
    before, words = _before(context, printed), comparing(context.lexicon.code)
    return words.target.search(before) is not None and words.growth.search(before) is not None


def _before(context: Clauses, printed: Printed) -> str:
    return context.text[max(context.start, printed.start - REACH) : printed.start]


def begins_pair(
    context: Clauses, index: int, others: Sequence[int | None], versus: Sequence[bool], *, told: bool = False
) -> bool:
    """Whether a figure is the first of ``from A to B``: dated (``told``), far from the other, or behind a verb of change."""
    words, code, one = comparing(context.lexicon.code), context.lexicon.code, context.figures[index]
    before = _before(context, one)
    if not words.origin.search(before) and not (code == "zh" and told):
        return False
    second = next((at for at in range(index + 1, len(versus)) if others[at] is None), None)
    if second is None or versus[second]:
        return False
    following = context.figures[second]
    between = context.text[one.end : following.start]
    if words.change.search(before) and not words.target.fullmatch(between):
        return False
    same = following.unit == one.unit or following.zero or one.zero or following.bare
    parted = told or code in ("de", "zh") or len(between) > APART or words.growth.search(before) is not None
    return same and parted and words.target.search(between) is not None
