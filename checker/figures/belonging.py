"""The figures and times of a sentence, and which time belongs to one figure alone. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from checker.figures.bare_months import bare_months
from checker.figures.brackets import Span, around, asides, brackets
from checker.figures.comparing import begins_pair, is_compared_with
from checker.figures.context import Clauses
from checker.figures.insertions import inserted
from checker.figures.lasting import lasts
from checker.figures.lexicon import compiled
from checker.figures.periods import Period, Use
from checker.figures.printed import Printed
from checker.figures.relative import Relative, opens, relatives
from checker.figures.statements import end_of, parts, without_brackets
from checker.figures.told import Time, without_restated
from checker.patterns import regex

_WHO = regex(r"^(?P<noun>(?:[ \u00a0][^\W\d_]+){1,3})[ \u00a0](?:who|which|that|qui)[ \u00a0]")
BRACKET_REACH = 30
_LABEL = regex(r"[ \u00a0\u202f]?[:：]")
_OF_IT = regex(r"的[约約近超逾]?[^，。；0-9]{0,2}$")
_LED = ("从", "由", "自", "從")


class Belonging:
    """The figures and times of a sentence, and which time belongs to one figure alone."""

    def __init__(self, context: Clauses) -> None:
        self.context = context
        self.text, self.figures = context.text, context.figures
        self.versus = [is_compared_with(context, one) for one in self.figures]
        self.brackets = brackets(self.text, context.start, context.end)
        found: list[Time] = [one for one in context.periods if one.use is not Use.NEVER]
        found += relatives(self.text, context.start, context.end, self.figures, self.versus, context.lexicon)
        found += bare_months(context, self.versus)
        self.owners: dict[int, int] = {}
        found += self._resumed()
        self.times = without_restated(self.text, sorted(found, key=lambda one: one.start))
        self.outer = {time.start: around(self.brackets, time.start, time.end) for time in self.times}
        self.held = {start: self._held(span) for start, span in self.outer.items() if span}
        spans = ((time.start, self._clause(time.start)) for time in self.times)
        self.clauses = [self._clause(one.start) if self.times else None for one in self.figures]
        self.inserted = {start: span for start, span in spans if span and not self._is_of_figure(span[0])}
        self.labels = {time.start for time in self.times if _LABEL.match(self.text, time.end)}
        self.compared_from = self._compared_from()
        again = context.lexicon.telling.again
        self.asides = asides(
            self.text, self.figures, self.brackets, [(one.start, one.end) for one in self.times], again
        )
        self.begins = [self._begins_pair(index) for index in range(len(self.figures))]
        self._own()

    def _held(self, span: Span) -> Printed | None:
        return next((one for one in self.figures if not one.bare and span[0] < one.start < span[1]), None)

    def _is_of_figure(self, comma: int) -> bool:
        """Whether what is counted before a comma is what a clause behind it tells of: ``5 million tonnes, sold in 2019,``."""
        before = next((one for one in reversed(self.figures) if one.end <= comma), None)
        return before is not None and not parts(self.context, self.text[end_of(before) : comma])

    def _compared_from(self) -> Sequence[int]:
        """For each figure where the next one ends that another is compared with, or the end of the sentence."""
        found, end = [], self.context.end
        for one, versus in zip(reversed(self.figures), reversed(self.versus), strict=True):
            found.append(end)
            end = one.end if versus else end
        return found[::-1]

    def _resumed(self) -> list[Period]:
        """Times that something lasts from or to, and years that only compare, but for a figure that is told of them.

        ``Since 2016, when it was 3 %``.
        """
        found: list[Period] = []
        for one in self.context.periods:
            if lasts(self.context, one):
                found.append(replace(one, use=Use.PLAIN))
                continue
            if one.use is not Use.NEVER or not one.lead:
                continue
            index = next((at for at, figure in enumerate(self.figures) if figure.start >= one.end), None)
            if index is not None and self._goes_on(one, self.figures[index]):
                self.owners[one.start] = index
                found.append(replace(one, use=Use.PLAIN))
        return found

    def _goes_on(self, period: Period, figure: Printed) -> bool:
        if self.context.lexicon.dating.date_first:
            return _OF_IT.match(self.text[period.end : figure.start]) is not None
        return figure.start - period.end <= 2 * BRACKET_REACH and opens(self.text, period.end, self.context.lexicon)

    def _own(self) -> None:
        """Find the times that date a compared figure, or the first of ``from A to B``: they date no other."""
        for index, one in enumerate(self.figures):
            if not (self.versus[index] or (self.begins[index] and not one.noun_after)):
                continue
            behind = [time for time in self.times if time.start >= end_of(one)]
            if self.context.lexicon.dating.date_first:
                self._own_led(index)
            elif behind and self._is_tight(index, behind[0]):
                self.owners.setdefault(behind[0].start, index)
        for time in self.times:
            if isinstance(time, Relative) and time.is_past:
                before = [at for at, one in enumerate(self.figures) if one.end <= time.start]
                if before and time.start not in self.labels and self._is_tight(before[-1], time):
                    self.owners.setdefault(time.start, before[-1])

    def _own_led(self, index: int) -> None:
        """``从2015年的180万吨`` in Chinese."""
        ahead = [time for time in self.times if time.end <= self.figures[index].start]
        if (
            ahead
            and self.text[ahead[-1].start - 1] in _LED
            and not self.others_between(ahead[-1].end, self.figures[index].start)
        ):
            self.owners.setdefault(ahead[-1].start, index)

    def _is_tight(self, index: int, time: Time) -> bool:
        """Whether a time behind a figure belongs to it, in the same brackets if in any."""
        return self.adjoins(index, time) and self.inside(index) == self.outer[time.start]

    def adjoins(self, index: int, after: Time) -> bool:
        """Whether a time behind a figure stands in its clause, with no other figure between but those that say it again."""
        start = end_of(self.figures[index])
        for at in range(index + 1, len(self.figures)):
            other = self.figures[at]
            if other.start >= after.start:
                break
            if other.end <= start:
                continue
            if around(self.brackets, other.start, other.end) not in (None, self.inside(index)):
                continue
            if self.asides[at] != at - 1 or (closed := self._closed(start, other, after)) is None:
                return False
            start = closed
        between = self.text[start : after.start]
        between = self._without_who(between)
        clause = compiled(self.context.lexicon.telling.clause).search(without_brackets(between))
        return clause is None or (clause[0] == "," and len(between.strip()) <= 2 and isinstance(after, Period))

    def _without_who(self, words: str) -> str:
        """Words without the pronoun that begins a clause about what they name: ``candidates who stood in``."""
        return _WHO.sub(r"\g<noun> ", words, count=1)

    def _closed(self, start: int, aside: Printed, after: Time) -> int | None:
        """Where an aside ends: ``$2bn, or 5% of GDP, in 2019``; None where a comma opens it and none closes it."""
        comma = self.text.find(",", aside.end, min(end_of(aside) + BRACKET_REACH, after.start))
        if "," not in self.text[start : aside.start]:
            return end_of(aside)
        return comma + 1 if comma >= 0 else None

    def inside(self, index: int) -> Span | None:
        """The brackets around a figure."""
        return around(self.brackets, self.figures[index].start, self.figures[index].end)

    def others_between(self, start: int, end: int) -> bool:
        """Whether a figure stands between two offsets that is more than a part of a word (``48-month``)."""
        return any(
            start <= one.start and one.end <= end and not (one.bare and self.text[one.end : one.end + 1] == "-")
            for one in self.figures
        )

    def _clause(self, at: int) -> Span | None:
        return inserted(self.text, self.context.start, self.context.end, at, self.context.lexicon.code)

    def _begins_pair(self, index: int) -> bool:
        """Whether a figure is the first of ``from A to B``, which a date between the two shows as well."""
        behind = next((time.end for time in self.times if time.start >= end_of(self.figures[index])), self.context.end)
        following = self.figures[index + 1].start if index + 1 < len(self.figures) else 0
        told = behind <= following and not self.context.lexicon.dating.date_first
        return begins_pair(self.context, index, self.asides, self.versus, told=told)
