"""What a sentence says of its figures: which period each describes, and what it does there. Pure.

The date of a figure is the one behind it in its clause, else one before it in the sentence, else any
behind it that no other figure has; Chinese puts the date first. What is not known stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checker.figures import symbols
from checker.figures.facts import Confidence
from checker.figures.lexicon import Lexicon, any_of, compiled
from checker.figures.periods import Period, Use
from checker.figures.printed import Printed
from checker.model import Qualifier, Role

_BRACKET_REACH = 30
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
    return Dated(after, Confidence.MEDIUM) if after is not None else None


def _date_first(printed: Printed, before: Period | None, after: Period | None, context: Clauses) -> Dated | None:
    if after is not None and after.use is Use.BRACKETED:
        return Dated(after, Confidence.HIGH)
    if before is not None:
        return Dated(before, Confidence.HIGH if not _others(context, before.end, printed.start) else Confidence.MEDIUM)
    return None


def _serves(period: Period, printed: Printed, context: Clauses) -> bool:
    if period.use is Use.NEVER:
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
    telling = lexicon.telling
    before = text[max(0, printed.start - 40) : printed.start]
    fillers = rf"(?:[ \u00a0](?:{any_of(telling.fillers)}))?" if telling.fillers else ""
    gap = rf"{fillers}[ \u00a0\n]{{0,2}}$" if lexicon.code != "zh" else r"$"
    best: tuple[int, Qualifier] | None = None
    for kind, words in telling.hedges.items():
        match = compiled(
            rf"(?<![^\W\d_])(?:{any_of(words)}){gap}" if lexicon.code != "zh" else rf"(?:{words})[ ]?$"
        ).search(before)
        if match is not None and (best is None or match.start() < best[0]):
            best = (match.start(), kind)
    if best is not None:
        return best[1]
    if before.rstrip()[-1:] in ("~", "≈", "∼", "±"):
        return Qualifier.ABOUT
    for kind, words in telling.hedges_after.items():
        if compiled(words).match(text, printed.end):
            return kind
    return Qualifier.EXACT


def role(printed: Printed, context: Clauses, period: Period | None, dates: Sequence[Period | None]) -> Role:
    """What a figure does in its sentence; ``dates`` are the periods of all its figures, in their order."""
    if printed.unit in symbols.CODES and _is_event(printed, context, period):
        return Role.ONE_OFF
    return Role.BASELINE if _is_baseline(printed, context, period, dates) else Role.CURRENT


def _is_baseline(printed: Printed, context: Clauses, period: Period | None, dates: Sequence[Period | None]) -> bool:
    if printed.unit == "ratio":
        return False
    telling = context.lexicon.telling
    before = context.text[max(context.start, printed.start - 100) : printed.start]
    hedges = "|".join(any_of(words) for words in telling.hedges.values())
    fillers = rf"|{any_of(telling.fillers)}" if telling.fillers else ""
    gap = r"[ \u00a0\n]" if context.lexicon.code != "zh" else r"[ ]?"
    tail = rf"(?:{gap}(?:{hedges}{fillers})){{0,3}}{gap if context.lexicon.code == 'zh' else gap + '{0,2}'}$"
    later = _newer(context, printed, period, dates)
    if compiled(
        rf"(?<![^\W\d_])(?:{telling.versus}){tail}" if context.lexicon.code != "zh" else rf"(?:{telling.versus}){tail}"
    ).search(before):
        return later is not False
    origin = (
        rf"(?<![^\W\d_])(?:{telling.origin}){tail}" if context.lexicon.code != "zh" else rf"(?:{telling.origin}){tail}"
    )
    if not compiled(origin).search(before) and not (context.lexicon.code == "zh" and _led(context, period, before)):
        return False
    following = next((one for one in context.figures if one.start >= printed.end), None)
    if following is None or later is False:
        return False
    between = context.text[printed.end : following.start]
    target = (
        rf"(?<![^\W\d_])(?:{telling.target})(?:{gap}(?:{hedges}{fillers})){{0,3}}{gap}{{0,2}}$"
        if context.lexicon.code != "zh"
        else rf"(?:{telling.target})(?:{hedges})?$"
    )
    same = following.unit == printed.unit or following.zero or printed.zero or following.bare
    told = period is not None or context.lexicon.code in ("de", "zh") or len(between) > 12
    return same and told and compiled(target).search(between) is not None


def _led(context: Clauses, period: Period | None, before: str) -> bool:
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


def _is_event(printed: Printed, context: Clauses, period: Period | None) -> bool:
    telling = context.lexicon.telling
    following = context.text[printed.end : min(context.end, printed.end + 60)]
    preceding = context.text[max(context.start, printed.start - 90) : printed.start]
    zh = context.lexicon.code == "zh"
    edge = "" if zh else r"(?<![^\W\d_])"
    nouns = rf"(?:{telling.event_nouns})" + ("" if zh else r"(?![^\W\d_])")
    right = r"(?:的)?" if zh else r"[\s-]{0,2}(?:[^\W\d_][\w-]*\s){0,3}"
    if compiled(rf"^{right}{nouns}").search(following):
        return True
    if compiled(rf"{edge}{nouns}\s(?:{telling.event_links})\s?(?:[^\W\d_]+\s){{0,2}}$").search(preceding):
        return True
    stop = r"[^.;:，。；]{0,80}"
    verbs = telling.event_verbs + ("" if period is not None else f"|{telling.weak_verbs}")
    tail = "" if zh else r"(?![^\W\d_])"
    if compiled(rf"{edge}(?:{verbs}){tail}{stop}$").search(preceding):
        return not re.search(r"[,;，；]", preceding[compiled(rf"{edge}(?:{verbs}){tail}").search(preceding).end() :])  # type: ignore[union-attr]
    return compiled(rf"^[^.,;:，。；]{{0,60}}?{edge}(?:{verbs}){tail}").search(following) is not None
