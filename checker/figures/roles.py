"""What a figure does in its sentence: the present level, the one it is compared with, or a single event. Pure.

Of a pair the earlier one is the baseline. An event is money that somebody signed for, lent, was fined or gave.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from re import Pattern

from checker.figures import symbols
from checker.figures.context import Clauses
from checker.figures.languages import LEXICONS
from checker.figures.lexicon import any_of, compiled
from checker.figures.periods import Period
from checker.figures.printed import Printed
from checker.model import Role

_REACH = 100
_STOCK = re.compile(r"(?:as of|as at|stand|по состоянию на|截至|a fecha de)", re.IGNORECASE)
"""What dates a level, never an event."""
_ASIDE = re.compile(r"[(（](?:[^\W\d_]+\s){0,2}(?:19|20)[0-9]{2}(?:年)?[:：]?\s?(?:[^\W\d_]+\.?\s){0,2}$")
"""``X (2017: Y)``: the value in brackets is for comparison."""
_APART = 12
"""Characters between two figures from which on ``from … to`` spans more than a range."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The telling words of a language, compiled: those before a figure end at it, those behind begin there."""

    versus: Pattern[str]
    compared: Pattern[str]
    origin: Pattern[str]
    target: Pattern[str]
    growth: Pattern[str]
    event_behind: Pattern[str]
    event_before: Pattern[str]
    verb_before: Pattern[str]
    weak_before: Pattern[str]
    verb_behind: Pattern[str]


@cache
def _patterns(code: str) -> _Patterns:
    lexicon = LEXICONS[code]
    telling = lexicon.telling
    spaced = code != "zh"  # Chinese sets no spaces between words
    edge, word_end, gap = (r"(?<![^\W\d_])", r"(?![^\W\d_])", r"[ \u00a0\n]") if spaced else ("", "", "[ ]?")
    hedges = "|".join(any_of(words) for words in telling.hedges.values())
    small = f"{hedges}|{any_of(telling.fillers)}" if telling.fillers else hedges
    between = rf"(?:{gap}(?:{small})){{0,3}}" + (gap + "{0,2}$" if spaced else "[ ]?$")
    nouns, verbs = rf"(?:{telling.event_nouns}){word_end}", rf"(?:{telling.event_verbs}){word_end}"
    weak = rf"(?:{telling.weak_verbs}){word_end}"
    right = r"[\s-]{0,2}(?:[^\W\d_][\w-]*\s){0,3}" if spaced else "(?:的)?"
    target = rf"{edge}(?:{telling.target}){between}" if spaced else rf"(?:{telling.target})(?:{hedges})?$"
    return _Patterns(
        versus=compiled(rf"{edge}(?:{telling.versus}){between}"),
        compared=compiled(rf"{edge}(?:{telling.compared}){between}" if spaced else telling.compared),
        origin=compiled(rf"{edge}(?:{telling.origin}){between}"),
        target=compiled(target),
        growth=compiled(rf"{edge}{lexicon.growth}{word_end}"),
        event_behind=compiled(rf"{right}{nouns}"),
        event_before=compiled(rf"{edge}{nouns}\s(?:{telling.event_links})\s?(?:[^\W\d_]+\s){{0,2}}$"),
        verb_before=compiled(rf"{edge}{verbs}[^.,;:，。；]{{0,80}}$"),
        weak_before=compiled(rf"{edge}{weak}[^.,;:，。；]{{0,80}}$"),
        verb_behind=compiled(rf"[^.,;:，。；]{{0,60}}?{edge}{verbs}"),
    )


def role(printed: Printed, context: Clauses, period: Period | None, dates: Sequence[Period | None]) -> Role:
    """What a figure does in its sentence; ``dates`` are the periods of all its figures, in their order."""
    words = _patterns(context.lexicon.code)
    if printed.unit in symbols.CODES and _is_event(printed, context, period, words):
        return Role.ONE_OFF
    newer = _newer(context, printed, period, dates)
    if printed.unit == "ratio" or newer is False:
        return Role.CURRENT
    before = context.text[max(context.start, printed.start - _REACH) : printed.start]
    if words.versus.search(before):
        needs_dates = words.compared.search(before) is not None and context.lexicon.code != "zh"
        return Role.BASELINE if newer or not needs_dates or _is_dated(period) else Role.CURRENT
    if _ASIDE.search(before) and any(one.end <= printed.start and one.unit == printed.unit for one in context.figures):
        return Role.BASELINE
    return Role.BASELINE if _begins_pair(printed, context, period, before) else Role.CURRENT


def _is_dated(period: Period | None) -> bool:
    return period is not None


def _begins_pair(printed: Printed, context: Clauses, period: Period | None, before: str) -> bool:
    """Whether a figure is the first of ``from A to B``: dated, far from the other, or behind a verb of change."""
    words, code = _patterns(context.lexicon.code), context.lexicon.code
    if not words.origin.search(before) and not (code == "zh" and _led(context, period)):
        return False
    following = next((one for one in context.figures if one.start >= printed.end), None)
    if following is None:
        return False
    between = context.text[printed.end : following.start]
    same = following.unit == printed.unit or following.zero or printed.zero or following.bare
    told = (
        period is not None or code in ("de", "zh") or len(between) > _APART or words.growth.search(before) is not None
    )
    return same and told and words.target.search(between) is not None


def _led(context: Clauses, period: Period | None) -> bool:
    """Whether the period of a figure has ``从`` before it: ``从2015年的180万吨降到``."""
    return period is not None and context.text[max(0, period.start - 1) : period.start] in ("从", "由", "自")


def _newer(context: Clauses, printed: Printed, period: Period | None, dates: Sequence[Period | None]) -> bool | None:
    """Whether another figure of the unit has a later date; None where dates do not tell."""
    if period is None:
        return None
    others = [
        known.value
        for one, known in zip(context.figures, dates, strict=True)
        if one is not printed and known is not None and (one.unit == printed.unit or one.zero)
    ]
    if not others or all(one == period.value for one in others):
        return None
    return any(one.last > period.value.last for one in others)


def _is_event(printed: Printed, context: Clauses, period: Period | None, words: _Patterns) -> bool:
    if period is not None and _STOCK.search(period.lead):
        return False
    following = context.text[printed.end : min(context.end, printed.end + 60)]
    preceding = context.text[max(context.start, printed.start - 90) : printed.start]
    return (
        words.event_behind.match(following) is not None
        or words.event_before.search(preceding) is not None
        or words.verb_before.search(preceding) is not None
        or (period is None and words.weak_before.search(preceding) is not None)
        or words.verb_behind.match(following) is not None
    )
