"""Dates of the level that something is a multiple or a share of: ``double that of 2015``, ``2015年的三倍``. Pure.

They are none of the multiple.
"""

from __future__ import annotations

from checker.figures.comparing import is_compared_with
from checker.figures.context import Clauses
from checker.figures.lexicon import compiled
from checker.figures.periods import Period, Use
from checker.figures.printed import Printed
from checker.figures.told import Time

_OF = ("of", "von", "vom", "des", "de", "du", "del")
_SHARES = ("%", "share")
_BASE = r"(?:是|为|為|相当于|相當於|等于|等於|恢复[到至]|恢復[到至]|即|只有|仅有?|不足|不到|超过|超過|接近)了?$"
_ITS = r"(?:的(?:同期)?)?(?:水平|总量|总额)?的?(?:[约近超逾]|大约|将近|接近|超过)?$"


def is_times(printed: Printed, time: Time) -> bool:
    """Whether a time behind a multiple is that of what it multiplies."""
    return printed.unit == "ratio" and isinstance(time, Period) and time.lead.split()[:1] in ([word] for word in _OF)


def is_base(context: Clauses, printed: Printed, time: Period) -> bool:
    """Whether a time right before a multiple or a share is that of what it is one of, in Chinese."""
    if not context.lexicon.dating.date_first or printed.unit not in ("ratio", "%", "share"):
        return False
    text = context.text
    if compiled(_ITS).match(text, time.end, printed.start) is None:
        return False
    return compiled(_BASE).search(text, max(context.start, time.start - 5), time.start) is not None


def is_of_whole(context: Clauses, printed: Printed, before: Time | None, after: Time) -> bool:
    """Whether a date is that of what a share is told of: ``in 2023 it had 92 % of the traffic of 2019``."""
    if printed.unit not in _SHARES or not isinstance(before, Period) or not isinstance(after, Period):
        return False
    if is_compared_with(context, printed) or not context.text[printed.end : after.start].strip():
        return False
    of = after.lead.split()[:1] in ([word] for word in _OF)
    return of and before.use is Use.PLAIN and before.value.first > after.value.last
