"""Figures in prose: dated quantities with what dates, hedges and backs them. Proposals, never verdicts. Pure.

A bare number counts only with a noun behind it and a date in its sentence. The date of a figure is the one
that follows it in the sentence, else one before it; a year that tells of something else ("since 2012") is
none. What is not known stays unknown.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.model import FoundFigure, Qualifier, Role
from checker.readers.figure_grammar import Printed, find_quantities, quantity
from checker.readers.hedges import is_baseline_before, qualifier_before
from checker.readers.lines import Lines
from checker.readers.months import MONTHS
from checker.readers.periods import Period, find_periods
from checker.readers.prose import Marker, Places, Prose
from checker.readers.sentences import Sentences, plain_sentence
from checker.readers.spans import Cover

_NOUN = re.compile(r"\s((?:[^\W\d_]+\s)?[^\W\d_]{3,30})", re.UNICODE)
_PLURAL = re.compile(
    r"(?:[a-z-]{2,}s|people|men|women|children|deaths|cattle|sheep|livestock|staff|police|troops)$",
    re.IGNORECASE,
)
_NO_NOUN = frozenset(
    "of and or to in on at by for from with per the a an is was were are as than this that which who its his her their "
    "years months weeks days hours minutes seconds decades centuries times percent pages p chapters sections".split()
) | frozenset(MONTHS)
_EVENT = re.compile(
    r"^[\s-]{0,2}(?:[^\W\d_][\w-]*\s){0,3}(?:agreement|deal|project|contract|loan|grant|bailout|acquisition|merger|purchase|"
    r"investment package|package|programme|program|pipeline|plant|facility|credit line|fine|settlement|takeover|order)s?\b",
    re.IGNORECASE,
)
_EVENT_VERB = re.compile(
    r"\b(?:signed|pledged|announced|donated|awarded|bought|acquired|sold|fined|borrowed|lent)\b[^.;]{0,80}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Context:
    """The sentence around a figure: its span, the other figures, the periods, the markers in it."""

    start: int
    end: int
    figures: Sequence[Printed]
    periods: Sequence[Period]
    markers: Sequence[Marker]


def find_figures(prose: Prose) -> tuple[FoundFigure, ...]:
    """The figures of a document, in order; nothing inside the masked spans."""
    text = Cover(prose.masked).blanked(prose.text)
    for_masks = Cover((marker.start, marker.end) for marker in prose.markers)
    clear = for_masks.blanked(text)
    lines = prose.places or Lines(prose.text)
    found = []
    for context in _contexts(prose, clear):
        for printed in context.figures:
            figure = _figure(prose, clear, lines, printed, context)
            if figure is not None:
                found.append(figure)
    return tuple(found)


def _contexts(prose: Prose, clear: str) -> Iterator[_Context]:
    """The sentences that hold quantities, with all of them."""
    sentences = Sentences(prose.text)
    group: list[Printed] = []
    span = (0, 0)
    for printed in find_quantities(clear):
        if not group or printed.start >= span[1]:
            if group:
                yield _context(prose, clear, span, group)
            span, group = sentences.at(printed.start), []
        group.append(printed)
    if group:
        yield _context(prose, clear, span, group)


def _context(prose: Prose, clear: str, span: tuple[int, int], group: Sequence[Printed]) -> _Context:
    start, end = span
    first = bisect_left(prose.markers, start, key=lambda marker: marker.start)
    last = bisect_left(prose.markers, end, key=lambda marker: marker.start)
    periods = find_periods(clear, *span)
    inside = [one for one in group if not any(period.start <= one.start < period.end for period in periods if one.bare)]
    return _Context(start, end, inside, periods, prose.markers[first:last])


def _figure(prose: Prose, clear: str, lines: Places, printed: Printed, context: _Context) -> FoundFigure | None:
    unit, end = _unit(clear, printed, context)
    if not unit:
        return None
    qualifier = qualifier_before(clear, printed.start)
    if printed.attributive and qualifier is Qualifier.EXACT:
        qualifier = Qualifier.ABOUT
    period = _date(printed, context)
    role = _role(clear, printed, context, period)
    if role is Role.ONE_OFF and period is not None and period.start < printed.start - 60:
        period = None
    return FoundFigure(
        text=prose.text[printed.start : end],
        quantity=quantity(printed.value, unit),
        place=lines.place(prose.file, printed.start, plain_sentence(prose.text[context.start : context.end])),
        start=printed.start,
        end=end,
        qualifier=qualifier,
        as_of=period.value if period else None,
        date_evidence=period.words if period else "",
        role=role,
        note=_note(printed, context),
    )


def _unit(clear: str, printed: Printed, context: _Context) -> tuple[str, int]:
    """The unit of a figure and where it ends; empty where the number is none."""
    if printed.unit:
        return printed.unit, printed.end
    if printed.zero:
        return _unit_of_zero(clear, printed, context), printed.end
    noun, end = _noun(clear, printed)
    dated = any(period.dates_figures for period in context.periods)
    if noun and (printed.scaled or (dated and printed.value >= 2 and _PLURAL.search(noun))):
        return noun, end
    return ("1", printed.end) if printed.scaled else ("", printed.end)


def _unit_of_zero(clear: str, printed: Printed, context: _Context) -> str:
    """A zero is a figure where a series falls to it or starts from it: its unit is that of its partner."""
    before = clear[max(context.start, printed.start - 6) : printed.start].lower()
    if not re.search(r"\b(?:to|from)\s+(?:near[ -])?$", before):
        return ""
    partners = [one for one in context.figures if one.unit and not one.zero]
    nearest = min(partners, key=lambda one: abs(one.start - printed.start), default=None)
    return nearest.unit if nearest else ""


def _noun(clear: str, printed: Printed) -> tuple[str, int]:
    """The noun that a number counts: the next word, or the one after it where that is the plural."""
    match = _NOUN.match(clear, printed.end, min(len(clear), printed.end + 70))
    if match is None:
        return "", printed.end
    words = match[1].split()
    if words[0].lower() in _NO_NOUN:
        return "", printed.end
    if len(words) == 2 and not _PLURAL.search(words[0]) and _PLURAL.search(words[1]):
        noun = words[1]
        return ("", printed.end) if noun.lower() in _NO_NOUN else (noun.lower(), match.end())
    return words[0].lower(), match.start(1) + len(words[0])


def _date(printed: Printed, context: _Context) -> Period | None:
    """The period a figure describes, if the sentence says."""
    usable = [period for period in context.periods if period.dates_figures]
    after = next((period for period in usable if period.start >= printed.end), None)
    before = next((period for period in reversed(usable) if period.end <= printed.start), None)
    if after is None or before is None:
        return after or before
    between = any(printed.end <= one.start < after.start for one in context.figures if one is not printed)
    return before if between else after


def _role(clear: str, printed: Printed, context: _Context, period: Period | None) -> Role:
    following = clear[printed.end : min(context.end, printed.end + 60)]
    if printed.unit not in ("%", "ratio", "share", "") and _EVENT.match(following):
        return Role.ONE_OFF
    preceding = clear[max(context.start, printed.start - 120) : printed.start]
    if printed.unit in ("", "%", "ratio", "share"):
        preceding = ""
    if period is None and _EVENT_VERB.search(preceding):
        return Role.ONE_OFF
    if is_baseline_before(clear[context.start : printed.start], printed.start - context.start):
        return Role.BASELINE
    return Role.CURRENT


def _note(printed: Printed, context: _Context) -> str | None:
    """The first marker at or behind the figure in its sentence, else the last one before it there."""
    behind = next((marker.note for marker in context.markers if marker.start >= printed.end), None)
    return behind or (context.markers[-1].note if context.markers else None)
