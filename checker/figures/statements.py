"""Which words part a sentence into statements, and which date serves several of them. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from re import Pattern

from checker.figures.context import Clauses
from checker.figures.languages import LEXICONS
from checker.figures.lexicon import any_of, compiled
from checker.figures.periods import Period, Use
from checker.figures.printed import Printed
from checker.patterns import regex

_OF_ALL = regex(
    r"(?:datos|cifras|data|figures|données|chiffres|Stand|Angaben|данным)\W{1,2}(?:for|from|de|von|aus|за|на)?\W?",
    re.IGNORECASE,
)
"""What dates everything that a sentence says: ``según datos de 2020``."""
_NEW_CLAUSE = regex(r",\s(?:and|but|while|und|aber|während|et|mais|y|pero|mientras|и|а|но)\s", re.IGNORECASE)
_IN_BRACKETS = regex(r"[(（][^()（）]*[)）]")
_LISTING = frozenset(", and und et y и".split())


def end_of(printed: Printed) -> int:
    """Where a figure ends, with the range that it begins."""
    return printed.noun_after or printed.end


def without_brackets(words: str) -> str:
    """Words without what stands in round brackets."""
    return _IN_BRACKETS.sub("", words)


def parts(context: Clauses, words: str) -> bool:
    """Whether words part a sentence into statements."""
    return compiled(context.lexicon.telling.clause).search(words) is not None


def counts(context: Clauses, printed: Printed) -> bool:
    """Whether a noun stands behind a number."""
    return compiled(context.lexicon.counting.noun, 0).match(context.text, printed.end) is not None


def is_shared(context: Clauses, printed: Printed, after: Period) -> bool:
    """Whether a period behind other figures dates this one too: in its clause, or where they are of one kind."""
    text = context.text
    if _OF_ALL.search(text[max(context.start, after.start - 14) : after.end]):
        return True
    if any(one.use is Use.NEVER and _leads(context, one, printed) for one in context.periods):
        return False
    between = without_brackets(text[end_of(printed) : after.start])
    if any(ch in between for ch in ";；。") or _NEW_CLAUSE.search(between):
        return False
    others = [one for one in context.figures if end_of(printed) <= one.start and one.end <= after.start]
    joints = [match[0] for match in compiled(context.lexicon.telling.clause).finditer(between)]
    listed = all(joint.lower() in _LISTING for joint in joints)
    if not joints or not listed or not others:
        return not joints
    alike = printed.unit != "" and all(one.unit == printed.unit for one in others)
    return alike or _is_row(context, printed, others)


def _is_row(context: Clauses, printed: Printed, others: Sequence[Printed]) -> bool:
    """Whether but one joint and a hedge stand before each further figure: ``12 seats and nearly 9 % of the vote``."""
    row = _row(context.lexicon.code)
    return all(row.search(context.text, end_of(printed), one.start) is not None for one in others)


@cache
def _row(code: str) -> Pattern[str]:
    telling = LEXICONS[code].telling
    small = [any_of(words) for words in (*telling.hedges.values(), telling.fillers) if words]
    edge, gap = ("", "[ ]?") if code == "zh" else (r"(?<![^\W\d_])", r"[ \u00a0\n]")
    joint = rf"(?:{edge}(?:and|und|et|y|и|和|及|、)|,[ ](?:{telling.target}))"
    return compiled(rf"{joint}{gap}(?:(?:{'|'.join(small)}){gap}){{0,3}}[€$£]?\Z")


def _leads(context: Clauses, period: Period, printed: Printed) -> bool:
    """Whether a period that dates nothing stands before a figure in its clause: ``opened in 2014 with $5m``."""
    return period.end <= printed.start and not parts(context, context.text[period.end : printed.start])
