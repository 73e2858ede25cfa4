"""Figures in prose: dated quantities with what dates, hedges and backs them. Proposals, never verdicts. Pure.

A bare number counts only with a noun behind it and a date in its sentence. What is not known stays unknown.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from checker import dates
from checker.dates import PartialDate
from checker.figures.brackets import around, brackets
from checker.figures.carrying import carried
from checker.figures.comparing import is_reached
from checker.figures.context import Clauses, qualifier
from checker.figures.counted import unit_of
from checker.figures.dating import dated
from checker.figures.facts import Confidence, DateSource
from checker.figures.grammar import grammar
from checker.figures.languages import LEXICONS, language_of
from checker.figures.lexicon import compiled
from checker.figures.numerals import narrowed, simplest
from checker.figures.periods import Period
from checker.figures.printed import Printed
from checker.figures.roles import role
from checker.figures.told import Dated, Dates
from checker.figures.year_or_count import periods_of
from checker.model import FoundFigure, Qualifier, Quantity, Role
from checker.patterns import regex
from checker.readers.dated_lists import DatedLists
from checker.readers.grid_figures import figures_of
from checker.readers.lines import Lines
from checker.readers.prose import Marker, Places, Prose
from checker.readers.sentences import Sentences, plain_sentence
from checker.readers.spans import Cover
from checker.readers.unit_notes import unit_note

_PARAGRAPH = regex(r"\n[ \t\u00a0]*\n")
_SPAN = regex(
    r"(?:between|from|zwischen|von|vom|entre|de|du|del|desde|с|со|между)[ \u00a0]|.{0,14}[至到]", re.IGNORECASE
)
"""How the words of a period begin that has two ends: not a financial year."""
_HAN = regex(r"[\u3400-\u9fff]")


class _Sentence(Struct, frozen=True):
    """A sentence with its clauses and the note markers in it, and that of the sentence that goes on about it."""

    clauses: Clauses
    markers: Sequence[Marker]
    following: str | None


def find_figures(prose: Prose) -> tuple[FoundFigure, ...]:
    """The figures of a document, in order; nothing inside the masked spans."""
    for_masks = Cover([*prose.masked, *((marker.start, marker.end) for marker in prose.markers)])
    clear = narrowed(for_masks.blanked(prose.text))
    lines = prose.places or Lines(prose.text)
    lists = DatedLists(prose.text, prose.headings, prose.items)
    found: list[FoundFigure] = []
    code = language_of(clear) if prose.grids else ""
    notes = [unit_note(clear, grid, code) for grid in prose.grids]
    spans = [span for grid in prose.grids for span in (*grid.spans, *grid.scales(clear))]
    tables = Cover([*spans, *((note.start, note.end) for note in notes if note is not None)])
    outside = tables.blanked(clear) if prose.grids else clear
    for sentence in _sentences(prose, outside):
        found += _figures(prose, lines, lists, sentence)
    for grid, note in zip(prose.grids, notes, strict=True):
        told = replace(grid, unit=note.unit) if note is not None else grid
        found += figures_of(prose.file, clear, prose.text, told, lines, prose.markers, code)
    if prose.grids:
        found.sort(key=lambda one: one.start)
    return tuple(found)


def _runs(text: str) -> Iterator[tuple[int, int, str]]:
    """Spans of whole paragraphs in one language, each with its code."""
    whole = language_of(text)
    starts = [0, *(match.end() for match in _PARAGRAPH.finditer(text)), len(text)]
    run: tuple[int, int, str] | None = None
    for start, end in pairwise(starts):
        if not text[start:end].strip():
            continue
        code = language_of(text[start:end][:2000], whole)
        if run is not None and run[2] == code:
            run = (run[0], end, code)
            continue
        if run is not None:
            yield run
        run = (start, end, code)
    if run is not None:
        yield run


def _sentences(prose: Prose, clear: str) -> Iterator[_Sentence]:
    """The sentences that hold quantities, with all of them."""
    sentences = Sentences(prose.text)
    for start, end, code in _runs(clear):
        group: list[Printed] = []
        span = (0, 0)
        for printed in grammar(code).find(clear, start, end):
            if not group or printed.start >= span[1]:
                if group:
                    yield _sentence(prose, clear, sentences, span, group, code)
                span, group = sentences.at(printed.start), []
            group.append(printed)
        if group:
            yield _sentence(prose, clear, sentences, span, group, code)


def _sentence(
    prose: Prose, clear: str, sentences: Sentences, span: tuple[int, int], group: Sequence[Printed], code: str
) -> _Sentence:
    start, end = span
    lexicon = LEXICONS[code]
    periods = periods_of(clear, start, end, lexicon)
    amounts = [(one.start, one.end) for one in group if one.unit and not one.worded]
    periods = [one for one in periods if not any(one.start <= first and last <= one.end for first, last in amounts)]
    inside = [
        replace(one, noun_after=0)
        if any(period.start <= one.noun_after - 1 < period.end for period in periods)
        else one
        for one in group
        if not (one.bare and any(period.start <= one.start < period.end for period in periods))
    ]
    markers = _markers(prose.markers, start, end)
    following = None
    if not markers and compiled(lexicon.telling.back, 0).match(clear, _next_word(clear, end)):
        after = _markers(prose.markers, *sentences.at(_next_word(clear, end)))
        following = after[0].note if after else None
    return _Sentence(carried(Clauses(clear, start, end, inside, periods, lexicon)), markers, following)


def _next_word(text: str, position: int) -> int:
    limit = min(len(text), position + 200)
    while position < limit and text[position].isspace():
        position += 1
    return position


def _markers(markers: Sequence[Marker], start: int, end: int) -> Sequence[Marker]:
    first = bisect_left(markers, start, key=lambda marker: marker.start)
    return markers[first : bisect_left(markers, end, key=lambda marker: marker.start)]


def _figures(prose: Prose, lines: Places, lists: DatedLists, sentence: _Sentence) -> Iterator[FoundFigure]:
    context = sentence.clauses
    times = dated(context)
    above = (
        lists.date(context.figures[0].start, context.lexicon.code) if context.figures and _is_undated(context) else None
    )
    shown = plain_sentence(prose.text[context.start : context.end])
    marked = 0
    pair: Printed | None = None
    for index, printed in enumerate(context.figures):
        unit, end = unit_of(printed, context, is_dated=times.told[index] or above is not None)
        is_above = above is not None and not times.told[index] and times.asides[index] is None
        if unit:
            place = lines.place(prose.file, printed.start, shown)
            one = _role_and_date(index, context, times)
            mark = _mark(shown, prose.text[printed.start : end], marked)
            hedge = qualifier(context.text, printed, context.lexicon)
            figure = FoundFigure(
                text=prose.text[printed.start : end],
                quantity=Quantity(simplest(printed.value), unit),
                place=place,
                start=printed.start,
                end=end,
                qualifier=Qualifier.ABOUT if printed.attributive and hedge is Qualifier.EXACT else hedge,
                as_of=_own_part(one[1].period, printed, times, one[0], pair, context) if one[1] else None,
                date_evidence=one[1].period.words if one[1] else "",
                date_source=DateSource.TEXT if one[1] else DateSource.NONE,
                confidence=_confidence(one[1], printed),
                role=one[0],
                note=_note(printed, sentence),
                mark=mark,
            )
            yield _dated_above(figure, above) if above and is_above and one[0] is Role.CURRENT else figure
            marked = mark[1] if mark else marked
            pair = printed if one[0] is Role.BASELINE else pair


def _is_undated(context: Clauses) -> bool:
    """Whether a sentence has no dates but those that brackets hold: ``412 calls (2019: 530)``."""
    spans = brackets(context.text, context.start, context.end)
    return all(around(spans, one.start, one.end) for one in context.periods)


def _dated_above(figure: FoundFigure, above: Period) -> FoundFigure:
    """A figure with the date that its list stands under."""
    return replace(
        figure,
        as_of=above.value,
        date_evidence=above.words,
        date_source=DateSource.HEADER,
        confidence=Confidence.LOW,
    )


def _confidence(date: Dated | None, printed: Printed) -> Confidence:
    """How sure a date is; no more than fairly where the digits could mean another value."""
    if date is None:
        return Confidence.NONE
    return Confidence.MEDIUM if printed.unsure and date.confidence is Confidence.HIGH else date.confidence


def _own_part(
    period: Period, printed: Printed, times: Dates, role: Role, pair: Printed | None, context: Clauses
) -> PartialDate:
    """Of ``between 2009 and 2019 from A to B`` the first year is A's and the last one B's, or that of what was reached."""
    first, slash, last = period.value.text.partition("/")
    if slash and _SPAN.match(period.words) and is_reached(context, printed):
        return dates.parse(last)
    if not period.has_two_ends or sum(one is not None and one.period is period for one in times.known) < 2:
        return period.value
    if role is Role.BASELINE:
        return dates.parse(first)
    begun = pair is not None and pair.unit in (printed.unit, "") and pair.start < printed.start
    return dates.parse(last) if begun else period.value


def _mark(shown: str, written: str, after: int) -> tuple[int, int] | None:
    """Where a figure stands in its sentence as shown, behind the one before it."""
    words = " ".join(written.split())
    at = shown.find(words, after)
    return (at, at + len(words)) if at >= 0 else None


def _role_and_date(index: int, context: Clauses, times: Dates) -> tuple[Role, Dated | None]:
    """An event is dated only by what stands beside it."""
    said, date = role(index, context, times), times.known[index]
    return (said, None) if said is Role.ONE_OFF and date is not None and not date.beside else (said, date)


def _note(printed: Printed, sentence: _Sentence) -> str | None:
    """The first marker at or behind the figure in its sentence, else the last one before it there.

    A sentence without any leans on the next one, where that goes on about the same thing ("This would be …").
    """
    markers = sentence.markers
    behind = next((marker.note for marker in markers if marker.start >= printed.end), None)
    return behind or (markers[-1].note if markers else sentence.following)
