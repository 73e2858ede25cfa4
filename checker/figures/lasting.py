"""Dates from which or until which something holds: ``from 1 July the fare is €2.90``, ``will invest $3bn until 2030``. Pure.

Such a date is that of a figure where the sentence tells a level that was set then, or a plan that ends then. What
has changed or come together since then (``since 2010 rents have risen by 40 %``) is of a day that nobody names.
"""

from __future__ import annotations

from functools import cache
from re import Pattern

from msgspec import Struct

from checker.dates import Precision
from checker.figures.context import Clauses
from checker.figures.languages import LEXICONS
from checker.figures.lexicon import any_of, compiled
from checker.figures.periods import Period, Use
from checker.figures.printed import Printed
from checker.figures.statements import end_of, parts

_REACH = 110
_UNTIL_REACH = 40


class _Patterns(Struct, frozen=True):
    """The words of a language, compiled; all but ``within`` end at the figure behind them, ``hedged`` right there."""

    hedged: Pattern[str]
    level: Pattern[str]
    raised: Pattern[str]
    within: Pattern[str]
    by: Pattern[str]


@cache
def _patterns(code: str) -> _Patterns:
    lexicon = LEXICONS[code]
    lasting, telling = lexicon.lasting, lexicon.telling
    spaced = code != "zh"  # Chinese sets no spaces between words
    edge, tail, gap = (r"(?<![^\W\d_])", r"(?![^\W\d_])", r"[ \u00a0\n]") if spaced else ("", "", "")
    hedges = "|".join(any_of(words) if spaced else words for words in telling.hedges.values())
    small = f"{hedges}|{any_of(telling.fillers)}" if telling.fillers else hedges
    return _Patterns(
        hedged=compiled(rf"(?:{gap}(?:{small})){{0,2}}[ \u00a0\n]{{0,2}}$"),
        level=compiled(rf"{edge}(?:{lasting.level})$"),
        raised=compiled(rf"{edge}(?:{lasting.raised})$"),
        within=compiled(rf"{edge}(?:{lasting.within}){tail}"),
        by=compiled(rf"{edge}(?:{lasting.by})$"),
    )


@cache
def _lead(code: str, words: str) -> Pattern[str]:
    return compiled(rf"(?:{words})" if code == "zh" else rf"(?:{words})(?![^\W\d_])")


def lasts(context: Clauses, period: Period) -> bool:
    """Whether a period that dates nothing by its words does so as the beginning or the end of something."""
    if period.use is not Use.NEVER:
        return False
    lasting, code = context.lexicon.lasting, context.lexicon.code
    lead = context.text[period.end : period.end + 2] if context.lexicon.dating.date_first else period.lead
    if _lead(code, lasting.since).match(lead):
        return _is_set(context, period)
    return bool(_lead(code, lasting.until).match(lead)) and _is_planned(context, period)


def _is_set(context: Clauses, period: Period) -> bool:
    """Whether a level was set on a date: that of the next figure, or the one before it, in its clause."""
    text = context.text
    following = next((one for one in context.figures if one.start >= period.end), None)
    if following is not None:
        between = text[period.end : following.start]
        if len(between) <= _REACH and not parts(context, between.lstrip("起 \u00a0").lstrip(",，")):
            return _is_level(context, following, between, period)
    before = _before(context, period)
    if before is None:
        return False
    return _is_level(context, before, text[max(context.start, before.start - _REACH) : before.start], period)


def _is_level(context: Clauses, one: Printed, ahead: str, period: Period) -> bool:
    words = _patterns(context.lexicon.code)
    hedged = words.hedged.search(ahead)
    ahead = ahead[: hedged.start()] if hedged else ahead
    if words.by.search(ahead):
        return False
    is_exact = period.value.precision in (Precision.DAY, Precision.MONTH)
    behind = context.text[one.end : min(context.end, one.end + _UNTIL_REACH)]
    return (
        words.level.search(ahead) is not None
        or words.within.search(ahead) is not None
        or (is_exact and words.raised.search(ahead) is not None)
        or (is_exact and words.within.match(behind.lstrip()) is not None)
    )


def _is_planned(context: Clauses, period: Period) -> bool:
    """Whether the figure before a date, or the next one behind a date that begins its sentence, is of a plan."""
    lexicon = context.lexicon
    planned = compiled(rf"(?<![^\W\d_])(?:{lexicon.lasting.planned})(?![^\W\d_])")
    before = _before(context, period)
    if before is not None:
        ahead = context.text[max(context.start, before.start - _REACH) : before.start]
        return planned.search(ahead) is not None
    opens = not context.text[context.start : period.start].strip("\"'«„“ ")
    return opens and planned.search(context.text, period.end, min(context.end, period.end + _REACH)) is not None


def _before(context: Clauses, period: Period) -> Printed | None:
    """The figure right before a date in its clause."""
    one = next((one for one in reversed(context.figures) if one.end <= period.start), None)
    if one is None:
        return None
    between = context.text[end_of(one) : period.start]
    return one if len(between) <= _UNTIL_REACH and not parts(context, between) else None
