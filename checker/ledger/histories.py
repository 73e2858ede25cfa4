"""The histories of a ledger, each read when it is asked for, and no more of it than is asked for.

What the present run needs of every source is read once, many at a time, and kept in a few bytes: its course, the
digest of what was seen last, what its server can be asked with. Whoever then sees the same need not read the rest.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import islice

import msgspec

from checker import urls
from checker.conditional import Validators, validators
from checker.ledger import courses, records
from checker.ledger.packing import CAN_BE_ASKED, Packed, decode_extra, when
from checker.ledger.records import Record
from checker.ledger.shelf import Shelf
from checker.observation import Observation
from checker.sightings import Course, Held, Histories, History, Sighting

AHEAD = 256
"""So many records are read at once."""
_MANY, _SHARE = 1_000, 4
"""Who asks for so many sources, and for this part of all there are, has them looked through from end to end."""


class _Glance(msgspec.Struct, gc=False):
    """What is remembered of a record, and what the present run saw, where that is the same again."""

    last: int = 0
    digest: bytes = b""
    course: bytes = courses.EMPTY
    extra: bytes = b""
    same: Observation | None = None


def _glance(last: int, digest: bytes, course: bytes, extra: bytes) -> _Glance:
    """What is remembered of a record: of courses that are alike one, and of the extra only what can be asked with."""
    return _Glance(last, digest, courses.one_of(course), extra if extra.endswith(CAN_BE_ASKED) else b"")


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
        self._expected = iter(keys)

    def _look_through(self, keys: Sequence[str]) -> list[str]:
        """Look at all records in the order of the disk; nothing is left to be expected."""
        new = {key: _Glance() for key in keys if key not in self._glances}
        for key, last, digest, course, extra in self._shelf.glances() if new else ():
            if key in new:
                new[key] = _glance(last, digest, course, extra)
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
        record = self._record(key)
        if self._is_unfinished(key) or (record is not None and record.last not in runs):
            return next((one for one in reversed(self._whole(key)) if one.run in runs), None)
        with self._shelf.guard:
            return records.last(key, record) if record else None

    def validators(self, key: str, runs: Container[int]) -> Validators | None:
        """See the base class."""
        glance = self._glance(key)
        if self._is_unfinished(key) or (glance.last and glance.last not in runs):
            last = self.last(key, runs)
            return validators(last.observation, urls.without_fragment(key)) if last else None
        if not glance.extra:
            return None
        with self._shelf.guard:
            extra = decode_extra(glance.extra)
            named = dict(reversed(extra.headers))  # the first of a name counts
            return Validators(named.get("etag", ""), named.get("last-modified", ""), when(extra.read_at))

    def saw(self, key: str, packed: Packed, seen: Observation) -> bool:
        """Take note of what the present run saw; whether that is what was seen last, and is in the record."""
        glance = self._glances.get(key)
        if glance is None:
            return False
        same = glance.digest == packed.digest
        glance.same = seen if same else None
        return same

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
                    self._glances[one] = (
                        _glance(record.last, record.digest, record.course, record.extra) if record else _Glance()
                    )
        return self._ahead[key]

    def _is_unfinished(self, key: str) -> bool:
        unfinished = self._shelf.unfinished
        return bool(unfinished) and any(key in seen for seen in unfinished.values())

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
        record = self._record(key)
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
