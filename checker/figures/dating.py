"""Which period each figure of a sentence describes. Pure.

The date of a figure is the one behind it in its clause, else one before it in the sentence, else any behind it that
no other figure has; Chinese puts the date first. A date in brackets with a figure stays in them, that of a figure
which another one is compared with stays with it, and a relative time (``a year earlier``) leaves its figure without
one. What is not known stays unknown.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.figures.bases import is_base, is_of_whole, is_times
from checker.figures.belonging import BRACKET_REACH, Belonging
from checker.figures.brackets import around, follows_bracketed
from checker.figures.comparing import compares_only
from checker.figures.context import Clauses
from checker.figures.facts import Confidence
from checker.figures.periods import Period, Use
from checker.figures.printed import Printed
from checker.figures.relative import Relative
from checker.figures.respectively import respectively
from checker.figures.statements import counts, end_of, is_shared, parts
from checker.figures.told import Dated, Dates, Time, as_dated
from checker.patterns import regex

_LEADS_TO = regex(r"(?:在|(?<![由自大等])于|(?:参加|參加|参与|參與|出席|接受|响应|观看|参观|加入|见证)[了过過]?)$")
_LAST = regex(r"[)\]）][.。\s]*$")
_AGAINST = regex(r"(?:不足|不到|相当于|仅为|占|是|的约)$")
_COLON = regex(r"[*_ \u00a0]{0,4}[:：]")
_SUBJECT_REACH = 10
_SHARES = ("%", "share")


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


class _Sentence(Belonging):
    """Finds the date of each figure of a sentence."""

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
        if self._ends_before(index, time) if is_behind else not self._goes_on_to(time, one):
            return False
        if not is_behind and isinstance(time, Period) and is_base(self.context, one, time):
            return False
        outer = self.outer[time.start]
        if outer is None or (outer[0] < one.start and one.end <= outer[1]):
            return True
        held = self.held[time.start]
        if held is not None:
            return is_behind and self._is_broken_down(one, held)
        if not is_behind:
            first = self.figures[0].start > outer[0]
            labels = _COLON.match(self.text, outer[1]) is not None
            return first and isinstance(time, Period) and (time.use is Use.PLAIN or labels)
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
        last = one is self.figures[-1] and _LAST.match(self.text, time.end, self.context.end) is not None
        if last and len(self.times) == 1:
            return True
        return time.start - end_of(one) <= BRACKET_REACH and not any(ch in ")]）" for ch in between[:-1])

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
        goes = after is not None and self.adjoins(index, after) and not self._begins_next(one, before, after)
        if after is not None and goes and not is_of_whole(self.context, one, before, after):
            return as_dated(after, Confidence.HIGH, beside=True)
        if before is not None:
            beside = not self.others_between(before.end, one.start)
            plain = isinstance(before, Period) and before.use is not Use.WEAK
            rivals = after is not None and not self.others_between(one.end, after.start)
            sure = beside and plain and not rivals and not self.versus[index]
            return as_dated(before, Confidence.HIGH if sure else Confidence.MEDIUM, beside=beside and plain)
        shared = isinstance(after, Period) and is_shared(self.context, one, after)
        return as_dated(after, Confidence.MEDIUM, beside=False) if after is not None and shared else None

    def _begins_next(self, one: Printed, before: Time | None, after: Time) -> bool:
        """Whether a time behind a comma begins the next statement: ``7 % in May 2022, in June 6 %``."""
        if self.text[end_of(one) : after.start].strip() != ",":
            return False
        if before is not None and not self.others_between(before.end, one.start):
            return True
        following = next((other for other in self.figures if other.start >= after.end), None)
        if following is None or (following.bare and not counts(self.context, following)):
            return False
        return not parts(self.context, self.text[after.end : following.start])

    def _date_first(self, index: int, before: Time | None, after: Time | None) -> Dated | Relative | None:
        one = self.figures[index]
        if isinstance(after, Period) and after.use is Use.BRACKETED:
            return as_dated(after, Confidence.HIGH, beside=True)
        of_it = before is not None and self.text[before.end : one.start] == "的" and one.unit in (*_SHARES, "ratio")
        if before is not None and of_it and _AGAINST.search(self.text, self.context.start, before.start):
            before = next((time for time in reversed(self.times) if time.end <= before.start), before)
        if before is not None:
            beside = not self.others_between(before.end, one.start)
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
            if shared or (near and self.adjoins(index, after))
            else None
        )
