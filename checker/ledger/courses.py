"""The course of a history as bytes, and how it grows with a run. Pure.

Nearly all sources of a ledger have the same course, byte for byte; what is worked out for one of them is kept
for the others: reading it, adding a run to it, pruning it.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from functools import lru_cache

import msgspec

from checker.ledger.pruning import kept
from checker.sightings import Course, Row


class _Written(msgspec.Struct, array_like=True):
    """The bytes: a row that saw what the row before it saw, asked and alone, is the number of its run.

    ``states`` has a number for each of the facts, the same for those in the same state.
    """

    rows: list[int | Row] = []
    states: list[int] = []


class Known(msgspec.Struct, frozen=True, eq=False):
    """A course with the states of its facts."""

    course: Course
    states: tuple[int, ...]


class Step(msgspec.Struct, frozen=True, eq=False):
    """What becomes of a history when a run is added.

    ``stay`` holds the old places of the rows that stay, oldest first; the new one comes after all old ones.
    ``facts`` holds the old numbers of the facts that stay, None where all do. ``last`` if the new row is the last.
    ``cut`` are the first and the end of the places that go, where all others stay in order and the new one is last.
    """

    course: bytes
    stay: tuple[int, ...]
    facts: tuple[int, ...] | None
    last: bool
    cut: tuple[int, int] | None


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(_Written).decode
EMPTY = _encode(_Written())
_MOST = 4096
"""So many courses are kept at most of those that were read, and so many steps."""


@lru_cache(maxsize=_MOST)
def known(data: bytes) -> Known:
    """What the bytes of a course say; the same bytes are the same object.

    Raises:
        msgspec.DecodeError, ValueError: they are damaged.
    """
    written = _decode(data)
    rows: list[Row] = []
    for one in written.rows:
        rows.append(Row(one, rows[-1].facts if rows else 0) if isinstance(one, int) else one)
    if any(not 0 <= row.facts < len(written.states) for row in rows):
        raise ValueError("a row of facts that are not there")
    return Known(Course(tuple(rows)), tuple(written.states))


@lru_cache(maxsize=_MOST)
def one_of(data: bytes) -> bytes:
    """The same bytes, one object for all that are alike."""
    return data


class Steps:
    """Adds runs to courses.

    Args:
        place: the place of every run in time; rows of other runs are dropped.
        counting: the runs whose failures are strikes.
    """

    def __init__(self, place: Mapping[int, int], counting: Container[int]) -> None:
        self._place = place
        self._counting = counting
        self._worked_out: dict[tuple[object, ...], Step] = {}
        self._again: dict[tuple[bytes, int], Step] = {}

    def step(self, data: bytes, run: int, facts: int, state: int | None, *, asked: bool, more: int = 0) -> Step:
        """Add a run to a course; one that is there already is replaced.

        Args:
            data: the course so far.
            run: the run.
            facts: the number of what it saw.
            state: of these facts, where they are new; one of the numbers that are known, or the next.
            asked: as in a sighting, like ``more``.
            more: as in a sighting.
        """
        asks = (data, run, facts, state, asked, more)
        step = self._worked_out.get(asks)
        if step is None:
            before = known(data)
            states = before.states if state is None else (*before.states, state)
            if len(self._worked_out) >= _MOST:
                self._worked_out.clear()
            step = self._worked_out[asks] = self._worked(before.course.rows, states, Row(run, facts, asked, more))
        return step

    def again(self, data: bytes, run: int) -> Step:
        """Add a run that was asked and saw what the last run of the course saw."""
        step = self._again.get((data, run))
        if step is None:
            rows = known(data).course.rows
            step = self.step(data, run, rows[-1].facts, None, asked=True)
            if len(self._again) < _MOST:
                self._again[data, run] = step
        return step

    def _worked(self, before: tuple[Row, ...], states: tuple[int, ...], new: Row) -> Step:
        if any(row.run == new.run for row in before):
            before = tuple(msgspec.structs.replace(row, run=_GONE) if row.run == new.run else row for row in before)
        places = kept((*before, new), states, self._place, self._counting)
        stay, rows = tuple([place for place, _ in places]), [row for _, row in places]
        used = sorted({row.facts for row in rows})
        everything = len(used) == len(states)
        if not everything:
            number = {facts: index for index, facts in enumerate(used)}
            rows = [msgspec.structs.replace(row, facts=number[row.facts]) for row in rows]
            states = tuple([states[facts] for facts in used])
        data = _encode(_Written(_short(rows), _grouped(states)))
        last = bool(stay) and stay[-1] == len(before)
        return Step(data, stay, None if everything else tuple(used), last, _cut(stay, len(before)) if last else None)


_GONE = -1


def _cut(stay: tuple[int, ...], count: int) -> tuple[int, int] | None:
    """The one stretch of the places before ``count`` that does not stay; None where it is not as simple as that."""
    first = next((place for place, old in enumerate(stay) if place != old), count)
    gone = count + 1 - len(stay)
    return (first, first + gone) if stay == (*range(first), *range(first + gone, count + 1)) else None


def _short(rows: list[Row]) -> list[int | Row]:
    found: list[int | Row] = []
    facts = 0
    for row in rows:
        plain = row.facts == facts and row.asked and not row.more
        found.append(row.run if plain else row)
        facts = row.facts
    return found


def _grouped(states: Sequence[int]) -> list[int]:
    """The same states, numbered as they come, so that the same course has the same bytes."""
    numbers: dict[int, int] = {}
    return [numbers.setdefault(one, len(numbers)) for one in states]
