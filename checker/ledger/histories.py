"""The histories of a ledger, each read when it is asked for, and no more of it than is asked for.

What the present run needs of every source is read once, many at a time, and kept in a few bytes: its course, the
digest of what was seen last, the page if its server can be asked about it. Whoever then sees the same need not read
the rest.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import islice

import msgspec

from checker import urls
from checker.conditional import Validators, validators
from checker.ledger import courses, records
from checker.ledger.packing import CAN_BE_ASKED, Packed, facts_of, pack, pack_again
from checker.ledger.records import MARK, Head, Record, last_chunk
from checker.ledger.shelf import Shelf
from checker.observation import Observation
from checker.sightings import Course, Held, Histories, History, Sighting

AHEAD = 256
"""So many records are read at once."""
_MANY, _SHARE = 1_000, 4
"""Who asks for so many sources, and for this part of all there are, has them looked through from end to end."""


class _Glance(msgspec.Struct, gc=False):
    """What is remembered of a record, and what the present run saw, where that is the same again.

    ``page`` is as much of the record as tells what was seen, only where that will be wanted: where the server can be
    asked whether it has changed, or where it has changed before. ``told`` is what was seen last, until the present
    run has seen the source.
    """

    last: int = 0
    digest: bytes = b""
    course: bytes = courses.EMPTY
    page: Record | None = None
    told: Observation | None = None
    same: Observation | None = None


def _glance(record: Record) -> _Glance:
    """What is remembered of a record: of courses that are alike one, and the page only where it will be wanted."""
    head = record.head
    course = courses.one_of(head.course)
    page = None
    if head.extra.endswith(CAN_BE_ASKED) or len(head.marks) > MARK:
        page = Record(record.last, Head(head.digest, course, head.extra, costs=last_chunk(head.costs)), record.facts)
    return _Glance(record.last, head.digest, course, page)


def _told(key: str, glance: _Glance) -> Observation | None:
    """What was seen last of a page that is remembered.

    It is read when the server is asked: of many one after the other, each takes a third of the time it takes alone.
    """
    if glance.told is None and glance.page is not None:
        glance.told = records.last(key, glance.page)
    return glance.told


class Stored(Histories):
    """See the module; one for each run, since it remembers what was read."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._expected: Iterator[str] = iter(())
        self._ahead: Mapping[str, Record | None] = {}
        self._glances: dict[str, _Glance] = {}

    def expect(self, keys: Iterable[str], *, whole: bool = False) -> None:
        """See the base class."""
        keys = list(keys)
        if not whole and len(keys) >= _MANY and self._shelf.count() <= _SHARE * len(keys):
            keys = self._look_through(keys)
        self._expected = filter(self._is_open, keys)

    def _look_through(self, keys: Sequence[str]) -> list[str]:
        """Look at all records in the order of the disk; nothing is left to be expected."""
        new = {key: _Glance() for key in keys if key not in self._glances}
        with self._shelf.guard:
            for key, record in self._shelf.everything(new) if new else ():
                new[key] = _glance(record)
        self._glances |= new
        return []

    def history(self, key: str, present: Observation | None = None) -> History:
        """See the base class."""
        if self._is_unfinished(key):
            return Held(self._whole(key))
        glance = self._glance(key)
        with self._shelf.guard:
            course = courses.known(glance.course).course
        return _Recorded(self, key, course, present if glance.same is present else None)

    def last(self, key: str, runs: Container[int]) -> Sighting | None:
        """See the base class."""
        glance = self._glance(key)
        if self._is_elsewhere(key, glance, runs):
            return next((one for one in reversed(self._whole(key)) if one.run in runs), None)
        if not glance.last:
            return None
        with self._shelf.guard:
            row = courses.known(glance.course).course.rows[-1]
            told = _told(key, glance) or records.last(key, self._record(key) or Record())
        return Sighting.of(row.run, told, asked=row.asked, more=row.more)

    def validators(self, key: str, runs: Container[int]) -> Validators | None:
        """See the base class."""
        glance = self._glance(key)
        if self._is_elsewhere(key, glance, runs):
            last = self.last(key, runs)
            return validators(last.observation, urls.without_fragment(key)) if last else None
        if not (glance.last and glance.page and glance.page.head.extra.endswith(CAN_BE_ASKED)):
            return None
        with self._shelf.guard:
            told = _told(key, glance)
        if told is None:
            return None
        named = dict(reversed(told.headers))  # the first of a name counts
        return Validators(named.get("etag", ""), named.get("last-modified", ""), told.read_at or told.at)

    def packed(self, key: str, seen: Observation) -> Packed:
        """The parts of what the present run saw, of which it takes note; without the facts if the record has them.

        What a server says not to have changed since it was read is not written out to find that out.
        """
        glance = self._glances.get(key)
        if glance is None:
            return pack(key, seen)
        told, glance.told = glance.told, None
        if told is not None and glance.page is not None and facts_of(seen) == facts_of(told):
            packed = pack_again(seen, glance.digest, glance.page.head.extra)
        else:
            packed = pack(key, seen)
        if packed.digest != glance.digest:
            glance.same = None
            return packed
        glance.same = seen
        if glance.page is not None and len(glance.page.head.marks) <= MARK:
            glance.page = None  # all there ever was is what was seen now
        return Packed(packed.digest, packed.cost, packed.extra)

    def forget(self) -> None:
        """Let go of what was read: the ledger has changed."""
        self._ahead = {}
        self._glances = {}

    def _glance(self, key: str) -> _Glance:
        glance = self._glances.get(key)
        if glance is None:
            self._record(key)
            glance = self._glances[key]
        return glance

    def _record(self, key: str) -> Record | None:
        """What is kept of a source; where it is clear who comes next, these are read at once."""
        if key not in self._ahead:
            expected = list(islice(self._expected, AHEAD))
            if expected:
                found = self._shelf.records({key, *expected})
                self._ahead = {one: found.get(one) for one in (key, *expected)}
            else:
                self._ahead = {key: self._shelf.record(key)}
            for one, record in self._ahead.items():
                if one not in self._glances:
                    with self._shelf.guard:
                        self._glances[one] = _glance(record) if record else _Glance()
        return self._ahead[key]

    def _is_open(self, key: str) -> bool:
        """Whether the record of a source may have to be read: it is there, not remembered, and not seen again."""
        glance = self._glances.get(key)
        return glance is None or (glance.last != 0 and glance.same is None and glance.page is None)

    def _is_unfinished(self, key: str) -> bool:
        unfinished = self._shelf.unfinished
        return bool(unfinished) and any(key in seen for seen in unfinished.values())

    def _is_elsewhere(self, key: str, glance: _Glance, runs: Container[int]) -> bool:
        """Whether what the last of these runs saw of a source is not the last thing its record has."""
        return self._is_unfinished(key) or bool(glance.last and glance.last not in runs)

    def _whole(self, key: str) -> list[Sighting]:
        found = list(self.sightings(key))
        runs = {one.run for one in found}
        return found + [seen[key] for run, seen in self._shelf.unfinished.items() if key in seen and run not in runs]

    def sightings(self, key: str) -> Sequence[Sighting]:
        """All that the record of a source says."""
        record = self._record(key)
        with self._shelf.guard:
            return records.sightings(key, record) if record else ()

    def facts(self, key: str) -> Sequence[Observation]:
        """The facts that the record of a source has."""
        record = self._glance(key).page or self._record(key)
        with self._shelf.guard:
            return records.facts(key, record) if record else ()

    def __getitem__(self, key: str) -> Sequence[Sighting]:
        found = self._whole(key)
        if not found:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        return self._shelf.keys()

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Recorded(History):
    """One history of these; ``present`` is what the present run saw, where it is what was seen last."""

    __slots__ = ("_course", "_facts", "_key", "_present", "_sightings", "_stored")

    def __init__(self, stored: Stored, key: str, course: Course, present: Observation | None) -> None:
        self._stored = stored
        self._key = key
        self._course = course
        self._present = present
        self._facts: Sequence[Observation] | None = None
        self._sightings: Sequence[Sighting] | None = None

    @property
    def course(self) -> Course:
        """See the base class."""
        return self._course

    def facts(self, number: int) -> Observation:
        """See the base class."""
        if self._present is not None and number == self._course.rows[-1].facts:
            return self._present
        if self._facts is None:
            self._facts = self._stored.facts(self._key)
        return self._facts[number]

    def sightings(self) -> Sequence[Sighting]:
        """See the base class."""
        if self._sightings is None:
            self._sightings = self._stored.sightings(self._key)
        return self._sightings
