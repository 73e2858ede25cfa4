"""Which period each figure of a sentence describes. Pure.

The date of a figure is the one behind it in its clause, else one before it in the sentence, else any behind it that
no other figure has; Chinese puts the date first. A date in brackets with a figure stays in them, that of a figure
which another one is compared with stays with it, and a relative time (``a year earlier``) leaves its figure without
one. What is not known stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from checker.figures.bases import is_base, is_of_whole, is_times
from checker.figures.brackets import Span, around, asides, brackets, follows_bracketed
from checker.figures.comparing import begins_pair, compares_only, is_compared_with
from checker.figures.context import Clauses
from checker.figures.facts import Confidence
from checker.figures.insertions import inserted
from checker.figures.lasting import lasts
from checker.figures.lexicon import compiled
from checker.figures.periods import Period, Use
from checker.figures.printed import Printed
from checker.figures.relative import Relative, opens, relatives
from checker.figures.respectively import respectively
from checker.figures.statements import counts, end_of, is_shared, parts, without_brackets
from checker.figures.told import Dated, Dates, Time, as_dated, without_restated

_BRACKET_REACH = 30
_LABEL = re.compile(r"[ \u00a0\u202f]?[:：]")
_OF_IT = re.compile(r"的[约約近超逾]?[^，。；0-9]{0,2}$")
_LEADS_TO = re.compile(r"(?:在|(?<![由自大等])于|(?:参加|參加|参与|參與|出席|接受|响应|观看|参观|加入|见证)[了过過]?)$")
_SUBJECT_REACH = 10
_SHARES = ("%", "share")
_LED = ("从", "由", "自", "從")


def dated(context: Clauses) -> Dates:
    """The dates of the figures of a sentence."""
    sentence = _Sentence(context)
    told = respectively(context)
    found: list[Dated | Relative | None] = []
    for index in range(len(context.figures)):
        period = told.get(index)
        main = sentence.asides[index]
        date = Dated(period, Confidence.MEDIUM, beside=True) if period else sentence.date(index)
        found.append(found[main] if date is None and main is not None else date)
    sentence.part_pairs(found)
    known = [one if isinstance(one, Dated) else None for one in found]
    earlier = [isinstance(one, Relative) and one.is_past for one in found]
    dated_once = any(one is not None for one in known)
    told_of = [
        isinstance(one, Dated) or (dated_once and (one is not None or sentence.is_compared(at)))
        for at, one in enumerate(found)
    ]
    return Dates(known, told_of, sentence.versus, earlier, sentence.asides)


class _Sentence:
    """The figures and times of a sentence, and which time belongs to one figure alone."""

    def __init__(self, context: Clauses) -> None:
        self.context = context
        self.text, self.figures = context.text, context.figures
        self.versus = [is_compared_with(context, one) for one in self.figures]
        self.brackets = brackets(self.text, context.start, context.end)
        found: list[Time] = [one for one in context.periods if one.use is not Use.NEVER]
        found += relatives(self.text, context.start, context.end, self.figures, self.versus, context.lexicon)
        self.owners: dict[int, int] = {}
        found += self._resumed()
        self.times = without_restated(self.text, sorted(found, key=lambda one: one.start))
        self.outer = {time.start: around(self.brackets, time.start, time.end) for time in self.times}
        self.held = {start: self._held(span) for start, span in self.outer.items() if span}
        spans = ((time.start, self._clause(time.start)) for time in self.times)
        self.clauses = [self._clause(one.start) for one in self.figures]
        self.inserted = {start: span for start, span in spans if span and not self._is_of_figure(span[0])}
        self.labels = {time.start for time in self.times if _LABEL.match(self.text, time.end)}
        self.compared_from = self._compared_from()
        again = context.lexicon.telling.again
        self.asides = asides(
            self.text, self.figures, self.brackets, [(one.start, one.end) for one in self.times], again
        )
        self.begins = [self._begins_pair(index) for index in range(len(self.figures))]
        self._own()

    def _clause(self, at: int) -> Span | None:
        return inserted(self.text, self.context.start, self.context.end, at, self.context.lexicon.code)

    def _begins_pair(self, index: int) -> bool:
        """Whether a figure is the first of ``from A to B``, which a date between the two shows as well."""
        behind = next((time.end for time in self.times if time.start >= end_of(self.figures[index])), self.context.end)
        following = self.figures[index + 1].start if index + 1 < len(self.figures) else 0
        told = behind <= following and not self.context.lexicon.dating.date_first
        return begins_pair(self.context, index, self.asides, self.versus, told=told)

    def _is_of_figure(self, comma: int) -> bool:
        """Whether what is counted before a comma is what a clause behind it tells of: ``5 million tonnes, sold in 2019,``."""
        before = next((one for one in reversed(self.figures) if one.end <= comma), None)
        return before is not None and not parts(self.context, self.text[end_of(before) : comma])

    def _held(self, span: Span) -> Printed | None:
        return next((one for one in self.figures if not one.bare and span[0] < one.start < span[1]), None)

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
        return figure.start - period.end <= 2 * _BRACKET_REACH and opens(self.text, period.end, self.context.lexicon)

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
            and not self._others(ahead[-1].end, self.figures[index].start)
        ):
            self.owners.setdefault(ahead[-1].start, index)

    def _is_tight(self, index: int, time: Time) -> bool:
        """Whether a time behind a figure belongs to it, in the same brackets if in any."""
        return self._adjoins(index, time) and self._inside(index) == self.outer[time.start]

    def date(self, index: int) -> Dated | Relative | None:
        """The date of a figure, or the relative time that it is of."""
        one = self.figures[index]
        inside = around(self.brackets, one.start, one.end)
        usable = [time for time in self.times if self._serves(time, index)]
        if inside is None:
            return self._nearest(index, usable)
        own = [time for time in usable if inside[0] < time.start and time.end <= inside[1]]
        found = self._nearest(index, own) if own else None
        if found is not None or self.asides[index] is not None:
            return found
        return self._nearest(index, [time for time in usable if time not in own])

    def _serves(self, time: Time, index: int) -> bool:
        one = self.figures[index]
        owner = self.owners.get(time.start, index)
        if owner != index and not (owner < index and one.end <= time.start):
            return False
        is_behind = time.start >= one.end
        if is_behind and (time.start in self.labels or time.start >= self.compared_from[index] or is_times(one, time)):
            return False
        if not is_behind and isinstance(time, Period) and is_base(self.context, one, time):
            return False
        if self._ends_before(index, time) if is_behind else not self._goes_on_to(time, one):
            return False
        outer = self.outer[time.start]
        if outer is None or (outer[0] < one.start and one.end <= outer[1]):
            return True
        held = self.held[time.start]
        if held is not None:
            return is_behind and self._is_broken_down(one, held)
        if not is_behind:
            first = self.figures[0].start > outer[0]
            return first and isinstance(time, Period) and time.use is Use.PLAIN
        return not isinstance(time, Period) or time.use is not Use.BRACKETED or self._is_near(one, time)

    def _goes_on_to(self, time: Time, one: Printed) -> bool:
        """Whether a time dates what stands behind it: not that of an opening, nor one of an inserted clause."""
        if isinstance(time, Period) and time.use is Use.SUBJECT:
            return False
        clause = self.inserted.get(time.start)
        return clause is None or one.end <= clause[1]

    def _ends_before(self, index: int, time: Time) -> bool:
        """Whether a figure stands in an inserted clause, and a time behind that."""
        clause = self.clauses[index]
        return clause is not None and clause[1] <= time.start

    def _is_broken_down(self, one: Printed, held: Printed) -> bool:
        """Whether brackets say what a share is made of: ``nearly half ($1.7bn of $3.8bn in 2018)``."""
        return one.unit in _SHARES and held.unit not in _SHARES and follows_bracketed(self.text, one, held)

    def _is_near(self, one: Printed, time: Time) -> bool:
        between = self.text[end_of(one) : time.start]
        return time.start - end_of(one) <= _BRACKET_REACH and not any(ch in ")]）" for ch in between[:-1])

    def part_pairs(self, found: list[Dated | Relative | None]) -> None:
        """Take its date from the earlier figure of a pair that has but the later one's: ``in 2022 it fell from A to B``."""
        for index, one in enumerate(self.figures):
            is_versus = self.versus[index] and one.unit != "ratio" and not compares_only(self.context, one)
            if self.begins[index] or is_versus:
                date = found[index]
                if isinstance(date, Dated) and self._is_of_partner(index, date, found):
                    again = (at for at, main in enumerate(self.asides) if main == index and found[at] is date)
                    for at in (index, *again):
                        found[at] = None

    def _is_of_partner(self, index: int, date: Dated, found: Sequence[Dated | Relative | None]) -> bool:
        if date.period.has_two_ends or self.owners.get(date.period.start) == index:
            return False
        partners = [found[at] for at in (index - 1, index + 1) if 0 <= at < len(found)]
        return any(isinstance(one, Dated) and one.period is date.period for one in partners)

    def is_compared(self, index: int) -> bool:
        """Whether the date behind a figure is that of another one, which it is compared with."""
        return bool(self.times) and self.times[-1].start >= self.compared_from[index]

    def _nearest(self, index: int, usable: Sequence[Time]) -> Dated | Relative | None:
        one = self.figures[index]
        after = next((time for time in usable if time.start >= end_of(one)), None)
        before = next((time for time in reversed(usable) if time.end <= one.start), None)
        if self.context.lexicon.dating.date_first:
            return self._date_first(index, before, after)
        goes = after is not None and self._adjoins(index, after) and not self._begins_next(one, before, after)
        if after is not None and goes and not is_of_whole(self.context, one, before, after):
            return as_dated(after, Confidence.HIGH, beside=True)
        if before is not None:
            beside = not self._others(before.end, one.start)
            plain = isinstance(before, Period) and before.use is not Use.WEAK
            rivals = after is not None and not self._others(one.end, after.start)
            sure = beside and plain and not rivals and not self.versus[index]
            return as_dated(before, Confidence.HIGH if sure else Confidence.MEDIUM, beside=beside and plain)
        shared = isinstance(after, Period) and is_shared(self.context, one, after)
        return as_dated(after, Confidence.MEDIUM, beside=False) if after is not None and shared else None

    def _begins_next(self, one: Printed, before: Time | None, after: Time) -> bool:
        """Whether a time behind a comma begins the next statement: ``7 % in May 2022, in June 6 %``."""
        if self.text[end_of(one) : after.start].strip() != ",":
            return False
        if before is not None and not self._others(before.end, one.start):
            return True
        following = next((other for other in self.figures if other.start >= after.end), None)
        if following is None or (following.bare and not counts(self.context, following)):
            return False
        return not parts(self.context, self.text[after.end : following.start])

    def _date_first(self, index: int, before: Time | None, after: Time | None) -> Dated | Relative | None:
        one = self.figures[index]
        if isinstance(after, Period) and after.use is Use.BRACKETED:
            return as_dated(after, Confidence.HIGH, beside=True)
        if before is not None:
            beside = not self._others(before.end, one.start)
            sure = beside and not self.versus[index]
            return as_dated(before, Confidence.HIGH if sure else Confidence.MEDIUM, beside=beside)
        # 62%的受访者在2017年表示支持, 两千人参加了2014年的演习, 两万户居民2018年搬迁: a date behind its figure
        if after is None:
            return None
        led = _LEADS_TO.search(self.text, one.end, after.start) is not None
        shared = led and isinstance(after, Period) and is_shared(self.context, one, after)
        near = led or after.start - one.end <= _SUBJECT_REACH
        return (
            as_dated(after, Confidence.MEDIUM, beside=False)
            if shared or (near and self._adjoins(index, after))
            else None
        )

    def _adjoins(self, index: int, after: Time) -> bool:
        """Whether a time behind a figure stands in its clause, with no other figure between but those that say it again."""
        start = end_of(self.figures[index])
        for at in range(index + 1, len(self.figures)):
            other = self.figures[at]
            if other.start >= after.start:
                break
            if other.end <= start:
                continue
            if around(self.brackets, other.start, other.end) not in (None, self._inside(index)):
                continue
            if self.asides[at] != at - 1 or (closed := self._closed(start, other, after)) is None:
                return False
            start = closed
        between = self.text[start : after.start]
        clause = compiled(self.context.lexicon.telling.clause).search(without_brackets(between))
        return clause is None or (clause[0] == "," and len(between.strip()) <= 2 and isinstance(after, Period))

    def _closed(self, start: int, aside: Printed, after: Time) -> int | None:
        """Where an aside ends: ``$2bn, or 5% of GDP, in 2019``; None where a comma opens it and none closes it."""
        comma = self.text.find(",", aside.end, min(end_of(aside) + _BRACKET_REACH, after.start))
        if "," not in self.text[start : aside.start]:
            return end_of(aside)
        return comma + 1 if comma >= 0 else None

    def _inside(self, index: int) -> Span | None:
        return around(self.brackets, self.figures[index].start, self.figures[index].end)

    def _others(self, start: int, end: int) -> bool:
        """Whether a figure stands between two offsets that is more than a part of a word (``48-month``)."""
        return any(
            start <= one.start and one.end <= end and not (one.bare and self.text[one.end : one.end + 1] == "-")
            for one in self.figures
        )
