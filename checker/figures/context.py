"""What a sentence says of its figures: which period each describes, how it is hedged. Pure.

The date of a figure is the one behind it in its clause, else one before it in the sentence, else any
behind it that no other figure has; Chinese puts the date first. What is not known stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from checker.figures.facts import Confidence
from checker.figures.languages import LEXICONS
from checker.figures.lexicon import Lexicon, any_of, compiled
from checker.figures.periods import Period, Use
from checker.figures.printed import Printed
from checker.model import Qualifier

_BRACKET_REACH = 30
_HEDGE_REACH = 40
_OF_ALL = re.compile(
    r"(?:datos|cifras|data|figures|données|chiffres|Stand|Angaben|данным)\W{1,2}(?:for|from|de|von|aus|за|на)?\W?",
    re.IGNORECASE,
)
"""What dates everything that a sentence says: ``según datos de 2020``."""
_NEW_CLAUSE = re.compile(r",\s(?:and|but|while|und|aber|während|et|mais|y|pero|mientras|и|а|но)\s", re.IGNORECASE)
_OPEN, _CLOSE = "([（", ")]）"


@dataclass(frozen=True, slots=True)
class Clauses:
    """A sentence: the text it stands in, its span, its figures and periods in order, and its language."""

    text: str
    start: int
    end: int
    figures: Sequence[Printed]
    periods: Sequence[Period]
    lexicon: Lexicon


@dataclass(frozen=True, slots=True)
class Dated:
    """The period of a figure and how sure that is."""

    period: Period
    confidence: Confidence


def dated(printed: Printed, context: Clauses) -> Dated | None:
    """The period a figure describes, if its sentence says."""
    if printed.noun_after:
        printed = replace(printed, end=printed.noun_after)
    usable = [one for one in context.periods if _serves(one, printed, context)]
    after = next((one for one in usable if one.start >= printed.end), None)
    before = next((one for one in reversed(usable) if one.end <= printed.start), None)
    if context.lexicon.dating.date_first:
        return _date_first(printed, before, after, context)
    if after is not None and _adjoins(printed, after, context):
        return Dated(after, Confidence.HIGH)
    if before is not None:
        sure = before.use is not Use.WEAK and not _others(context, before.end, printed.start)
        return Dated(before, Confidence.HIGH if sure else Confidence.MEDIUM)
    return Dated(after, Confidence.MEDIUM) if after is not None and _is_shared(printed, after, context) else None


def _is_shared(printed: Printed, after: Period, context: Clauses) -> bool:
    """Whether a period behind other figures dates this one too: in its clause, or where they are of one kind."""
    if _OF_ALL.search(context.text[max(context.start, after.start - 14) : after.end]):
        return True
    between = context.text[printed.end : after.start]
    if any(ch in between for ch in ";；。") or _NEW_CLAUSE.search(between):
        return False
    others = [one for one in context.figures if printed.end <= one.start and one.end <= after.start]
    clause = compiled(context.lexicon.telling.clause).search(between)
    return clause is None or (bool(others) and all(one.unit == printed.unit for one in others))


def _date_first(printed: Printed, before: Period | None, after: Period | None, context: Clauses) -> Dated | None:
    if after is not None and after.use is Use.BRACKETED:
        return Dated(after, Confidence.HIGH)
    if before is not None:
        return Dated(before, Confidence.HIGH if not _others(context, before.end, printed.start) else Confidence.MEDIUM)
    # 62%的受访者在2017年表示支持: a date behind its figure has its preposition
    if after is not None and context.text[after.start - 1] == "在" and _adjoins(printed, after, context):
        return Dated(after, Confidence.MEDIUM)
    return None


def _serves(period: Period, printed: Printed, context: Clauses) -> bool:
    if period.use is Use.NEVER or (
        context.text[period.end : period.end + 1] in (":", "：") and printed.start < period.end
    ):
        return False
    if period.use is Use.BRACKETED:
        between = context.text[printed.end : period.start]
        return 0 <= period.start - printed.end <= _BRACKET_REACH and not any(ch in _CLOSE for ch in between[:-1])
    return True


def _adjoins(printed: Printed, after: Period, context: Clauses) -> bool:
    """Whether a period behind a figure stands in its clause, with no other figure between."""
    if _others(context, printed.end, after.start):
        return False
    between = context.text[printed.end : after.start]
    clause = compiled(context.lexicon.telling.clause).search(between)
    return clause is None or (clause[0] == "," and len(between.strip()) <= 2)


def _others(context: Clauses, start: int, end: int) -> bool:
    return any(start <= one.start and one.end <= end for one in context.figures)


def qualifier(text: str, printed: Printed, lexicon: Lexicon) -> Qualifier:
    """How the words around a number hedge it."""
    before = text[max(0, printed.start - _HEDGE_REACH) : printed.start]
    match = _hedges(lexicon.code).search(before)
    if match is not None and match.lastgroup is not None:
        return Qualifier(match.lastgroup)
    if before.rstrip()[-1:] in ("~", "≈", "∼", "±"):
        return Qualifier.ABOUT
    for kind, words in lexicon.telling.hedges_after.items():
        if compiled(words).match(text, printed.end):
            return kind
    return Qualifier.EXACT


@cache
def _hedges(code: str) -> re.Pattern[str]:
    """The hedges of a language right before a number, each in a group of its qualifier's name."""
    telling = LEXICONS[code].telling
    if code == "zh":
        groups = "|".join(f"(?P<{kind.value}>{words})" for kind, words in telling.hedges.items())
        return re.compile(rf"(?:{groups})[ ]?$")
    groups = "|".join(f"(?P<{kind.value}>{any_of(words)})" for kind, words in telling.hedges.items())
    fillers = rf"(?:[ \u00a0](?:{any_of(telling.fillers)}))?" if telling.fillers else ""
    return re.compile(rf"(?<![^\W\d_])(?:{groups}){fillers}[ \u00a0\n]{{0,2}}$", re.IGNORECASE)
