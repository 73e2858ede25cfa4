"""What a figure does in its sentence: the present level, the one it is compared with, or a single event. Pure.

Of a pair the earlier one is the baseline. An event is money that somebody signed for, lent, was fined or gave.
"""

from __future__ import annotations

import re
from functools import cache
from re import Pattern

from msgspec import Struct

from checker.dates import Precision
from checker.figures import symbols
from checker.figures.brackets import around, brackets
from checker.figures.comparing import begins_pair, compares_only
from checker.figures.context import Clauses
from checker.figures.languages import LEXICONS
from checker.figures.lexicon import compiled
from checker.figures.periods import Period
from checker.figures.printed import Printed
from checker.figures.told import Dates
from checker.model import Role
from checker.patterns import regex

_LONG = (Precision.YEAR, Precision.QUARTER, Precision.RANGE)
_STOCK = regex(r"(?:as of|as at|stand|по состоянию на|截至|a fecha de)", re.IGNORECASE)
"""What dates a level, never an event."""
_OF_WHICH = regex(
    r"(?:of which|including|davon|darunter|dont|de los cuales|incluid[ao]s?|из них|в том числе|其中)", re.IGNORECASE
)


class _Patterns(Struct, frozen=True):
    """The words of events of a language, compiled: those before a figure end at it, those behind begin there."""

    event_behind: Pattern[str]
    event_before: Pattern[str]
    verb_before: Pattern[str]
    weak_before: Pattern[str]
    verb_behind: Pattern[str]
    many: Pattern[str]
    many_behind: Pattern[str]


@cache
def _patterns(code: str) -> _Patterns:
    lexicon = LEXICONS[code]
    telling = lexicon.telling
    spaced = code != "zh"  # Chinese sets no spaces between words
    edge, word_end = (r"(?<![^\W\d_])", r"(?![^\W\d_])") if spaced else ("", "")
    nouns, verbs = rf"(?:{telling.event_nouns}){word_end}", rf"(?:{telling.event_verbs}){word_end}"
    weak = rf"(?:{telling.weak_verbs}){word_end}"
    right = r"[\s-]{0,2}(?:[^\W\d_][\w-]*\s){0,3}" if spaced else "(?:的)?"
    return _Patterns(
        event_behind=compiled(rf"{right}{nouns}"),
        event_before=compiled(rf"{edge}{nouns}\s(?:{telling.event_links})\s?(?:[^\W\d_]+\s){{0,2}}$"),
        verb_before=compiled(rf"{edge}{verbs}[^.,;:，。；]{{0,80}}$"),
        weak_before=compiled(rf"{edge}{weak}[^.,;:，。；]{{0,80}}$"),
        verb_behind=compiled(rf"[^.,;:，。；]{{0,60}}?{edge}{verbs}"),
        many=compiled(rf"{edge}(?:{telling.many}){word_end}[^.,;:，。；]{{0,40}}$"),
        many_behind=compiled(rf"[^.,;:，。；]{{0,24}}?{edge}(?:{telling.many}){word_end}"),
    )


def role(index: int, context: Clauses, dates: Dates) -> Role:
    """What the figure of an index does in its sentence."""
    printed, date = context.figures[index], dates.known[index]
    period = date.period if date else None
    code = context.lexicon.code
    if printed.unit in symbols.CODES and _is_event(printed, context, period, _patterns(code)):
        return Role.ONE_OFF
    newer = _newer(context, index, dates)
    if _is_aside(context, index, dates):
        return Role.BASELINE
    if printed.unit == "ratio" or (newer is False and not (dates.versus[index] and _fell_from(context, index, dates))):
        return Role.CURRENT
    if dates.versus[index]:
        return Role.BASELINE if _is_earlier(context, index, dates, newer=bool(newer)) else Role.CURRENT
    if dates.earlier[index] and _follows_partner(context, printed, dates):
        return Role.BASELINE
    main = dates.asides[index]
    if main is not None and dates.known[main] is date and role(main, context, dates) is Role.BASELINE:
        return Role.BASELINE
    told = period is not None and (code != "zh" or _led(context, period))
    return Role.BASELINE if begins_pair(context, index, dates.asides, dates.versus, told=told) else Role.CURRENT


def _is_earlier(context: Clauses, index: int, dates: Dates, *, newer: bool) -> bool:
    """Whether a figure that another is compared with is of an earlier time, and not of another place."""
    printed, code = context.figures[index], context.lexicon.code
    if newer or dates.earlier[index] or code == "zh" or not compares_only(context, printed):
        return True
    rivals = [
        date for at, date in enumerate(dates.known) if at != index and context.figures[at].unit == printed.unit and date
    ]
    return dates.known[index] is not None and not rivals


def _fell_from(context: Clauses, index: int, dates: Dates) -> bool:
    """Whether something came to another level from a figure, in the words of change, and no date of its own stands there."""
    before = dates.known[index - 1] if index else None
    return not compares_only(context, context.figures[index]) and before == dates.known[index]


def _follows_partner(context: Clauses, printed: Printed, dates: Dates) -> bool:
    """Whether a figure of the same unit stands before one that is not of an earlier time itself."""
    return any(
        one.end <= printed.start and one.unit == printed.unit and not earlier
        for one, earlier in zip(context.figures, dates.earlier, strict=True)
    )


def _is_aside(context: Clauses, index: int, dates: Dates) -> bool:
    """Whether a figure has brackets for itself and its date, beside a later one: ``X (2017: Y)``, ``X (Y in 2017)``."""
    printed, own = context.figures[index], dates.known[index]
    inside = around(brackets(context.text, context.start, context.end), printed.start, printed.end)
    main = max((at for at, one in enumerate(context.figures) if inside and one.end <= inside[0]), default=None)
    if inside is None or main is None or own is None or context.figures[main].unit != printed.unit:
        return False
    later = dates.known[main]
    if later is not None and later.period.value.last <= own.period.value.last:
        return False
    before = context.text[inside[0] : printed.start]
    return inside[0] < own.period.start and own.period.end <= inside[1] and not _OF_WHICH.search(before)


def _led(context: Clauses, period: Period | None) -> bool:
    """Whether the period of a figure has ``从`` before it: ``从2015年的180万吨降到``."""
    return period is not None and context.text[max(0, period.start - 1) : period.start] in ("从", "由", "自")


def _newer(context: Clauses, index: int, dates: Dates) -> bool | None:
    """Whether another figure of the unit has a later date; None where dates do not tell."""
    own, printed = dates.known[index], context.figures[index]
    if own is None:
        return None
    others = [
        known.period.value
        for one, known in zip(context.figures, dates.known, strict=True)
        if one is not printed and known is not None and (one.unit == printed.unit or one.zero)
    ]
    if not others or all(one == own.period.value for one in others):
        return None
    return any(one.last > own.period.value.last for one in others)


def _is_event(printed: Printed, context: Clauses, period: Period | None, words: _Patterns) -> bool:
    if period is not None and _STOCK.search(period.lead):
        return False
    following = context.text[printed.end : min(context.end, printed.end + 60)]
    preceding = context.text[max(context.start, printed.start - 90) : printed.start]
    if _is_sum(preceding, following, period, words):
        return False
    return (
        words.event_behind.match(following) is not None
        or words.event_before.search(preceding) is not None
        or words.verb_before.search(preceding) is not None
        or (period is None and words.weak_before.search(preceding) is not None)
        or words.verb_behind.match(following) is not None
    )


def _is_sum(preceding: str, following: str, period: Period | None, words: _Patterns) -> bool:
    """Whether an amount is what many events of some time came to (``granted loans of $19 million in 2021``): it ages."""
    if period is not None and period.value.precision not in _LONG:
        return False
    return words.many.search(preceding) is not None or words.many_behind.match(following) is not None
