"""What earlier runs say of a source by the rules of today. Pure.

Most sources of a large run share a course and a verdict: what follows from both is worked out once for all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TypeVar

from msgspec import Struct, field

from checker.memory import RunRecord
from checker.model import Certainty, Conclusion
from checker.observation import Observation
from checker.reasons import Reason
from checker.sightings import Course, History, Row, Sighting
from checker.strikes import PastRun, Streak, certainty, streak

HISTORY_SHOWN = 12
K = TypeVar("K")
V = TypeVar("V")
_MOST = 10_000
"""So much is kept at most of what was worked out."""


class Timeline(Struct, frozen=True, eq=False):
    """The verdicts of the runs that count, oldest first, and the streak they make.

    ``places`` are the places of these runs in the history; ``before`` is what the last complete run said, None
    where it did not see the source; ``shared`` by all sources that have the same.
    """

    runs: tuple[PastRun, ...] = ()
    streak: Streak = field(default_factory=Streak)
    places: tuple[int, ...] = ()
    before: Reason | None = None
    shared: bool = True


class Past(Struct, frozen=True):
    """The past of one source: what was seen, and what is concluded of it now."""

    history: History
    timeline: Timeline
    conclusions: Mapping[int, Conclusion]

    @property
    def last(self) -> tuple[Sighting, Conclusion]:
        """What was seen in the last run that counts, and what is concluded of it."""
        place = self.timeline.places[-1]
        return self.history[place], self.conclusions[self.history.course.rows[place].facts]


class _Told(Struct, frozen=True, eq=False):
    """What a course says of the runs that count: their rows in order of time, the facts that these saw."""

    rows: tuple[tuple[int, Row, RunRecord], ...]
    facts: tuple[int, ...]


class Pasts:
    """Judges the past.

    Args:
        runs: the runs that count for something, by id.
        previous: the last complete one, that news are told against.
    """

    def __init__(self, runs: Mapping[int, RunRecord], previous: RunRecord | None) -> None:
        self._runs = runs
        self._previous = previous
        self._told: dict[Course, _Told] = {}
        self._timelines: dict[tuple[object, ...], Timeline] = {}

    def past(self, history: History, conclude: Callable[[Observation], Conclusion]) -> Past:
        """What earlier runs say of a source; ``conclude`` is asked once for what several saw."""
        told = self._of(history.course)
        conclusions = {number: conclude(history.facts(number)) for number in told.facts}
        named = (told, *(one.reason for one in conclusions.values()))
        timeline = self._timelines.get(named)
        if timeline is None:
            timeline = self._timeline(told, conclusions, history)
            if timeline.shared:
                _bounded(self._timelines)[named] = timeline
        return Past(history, timeline, conclusions)

    def _of(self, course: Course) -> _Told:
        told = self._told.get(course)
        if told is None:
            known = [
                (place, row, self._runs[row.run]) for place, row in enumerate(course.rows) if row.run in self._runs
            ]
            known.sort(key=lambda one: (one[2].started, one[2].id))
            told = _Told(tuple(known), tuple(sorted({row.facts for _, row, _ in known})))
            _bounded(self._told)[course] = told
        return told

    def _timeline(self, told: _Told, conclusions: Mapping[int, Conclusion], history: History) -> Timeline:
        runs = []
        for place, row, record in told.rows:
            reason = conclusions[row.facts].reason
            at = record.started if row.asked else history[place].at
            runs.append(PastRun(at, reason.kind, reason, record.counts and row.asked, row.more))
        before = self._before(told)
        return Timeline(
            tuple(runs),
            streak(runs),
            tuple(place for place, _, _ in told.rows),
            None if before is None else conclusions[before.facts].reason,
            all(row.asked for _, row, _ in told.rows),
        )

    def _before(self, told: _Told) -> Row | None:
        """The row of the last complete run. One that is not kept saw the same as the run before it."""
        until = self._previous
        if until is None:
            return None
        known = [(row, run) for _, row, run in told.rows if (run.started, run.id) <= (until.started, until.id)]
        if not known or not (known[-1][1].id == until.id or known[-1][0].more):
            return None
        return known[-1][0]


class Outcome(Struct, frozen=True):
    """What the present run makes of a past: how sure it is, the streak, and the history with itself at the end."""

    certainty: Certainty
    streak: Streak
    history: tuple[PastRun, ...]


class Outcomes:
    """Adds the present run to the past. ``now`` is its clock."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._known: dict[tuple[object, ...], Outcome] = {}

    def of(self, past: Timeline, conclusion: Conclusion, at: datetime, *, full: bool) -> Outcome:
        """What comes of a conclusion of the present run; ``at`` is when that was seen, ``full`` if it counts."""
        named = (past, conclusion.reason, conclusion.suspected_at_most, at, full)
        outcome = self._known.get(named)
        if outcome is None:
            runs = (*past.runs, PastRun(at, conclusion.reason.kind, conclusion.reason, full))
            sure = certainty(conclusion, self._now, past.runs, this_run_full=full)
            outcome = Outcome(sure, streak(runs), runs[-HISTORY_SHOWN:])
            if past.shared and at == self._now:
                _bounded(self._known)[named] = outcome
        return outcome


def _bounded(known: dict[K, V]) -> dict[K, V]:
    """The same, empty where it had grown too large."""
    if len(known) >= _MOST:
        known.clear()
    return known
