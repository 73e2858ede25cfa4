"""A sentence with its figures and periods, and how its words hedge a figure. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from checker.figures.languages import LEXICONS
from checker.figures.lexicon import Lexicon, any_of, compiled
from checker.figures.periods import Period
from checker.figures.printed import Printed
from checker.model import Qualifier

_HEDGE_REACH = 40


class Clauses(Struct, frozen=True):
    """A sentence: the text it stands in, its span, its figures and periods in order, and its language."""

    text: str
    start: int
    end: int
    figures: Sequence[Printed]
    periods: Sequence[Period]
    lexicon: Lexicon


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
