"""What runs saw of one source: the whole of it, or its course alone, which is all that most questions need. No I/O."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import overload

import msgspec

from checker.conditional import Validators
from checker.observation import CitedCopy, Failure, FragmentState, Hop, Observation, PageFacts, Try


class Own(msgspec.Struct, frozen=True):
    """What differs from answer to answer, and is known of the last one only: its headers, what was tried."""

    headers: tuple[tuple[str, str], ...] = ()
    tries: tuple[Try, ...] = ()


class Facts(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """An observation without what differs from answer to answer; the fields as there."""

    final_url: str
    hops: tuple[Hop, ...] = ()
    status: int | None = None
    failure: Failure | None = None
    detail: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    page: PageFacts | None = None
    fragment: FragmentState | None = None
    completed_chain: bool = False
    arrivals: int = 0
    cited_copy: CitedCopy | None = None
    copy_beside: bool = False


def whole(
    known: Facts | Observation, own: Own, at: datetime, requests: int, elapsed_ms: int, read_at: datetime | None
) -> Observation:
    """The observation of one run, from the facts and what differs from answer to answer."""
    url = known.final_url
    if known.hops and known.hops[-1].url == url:
        url = known.hops[-1].url  # one text, not two that are alike: runs hold this of every source
    return Observation(  # written out, as both kinds are met here
        at,
        url,
        known.hops,
        known.status,
        known.failure,
        known.detail,
        own.headers,
        requests,
        elapsed_ms,
        known.page,
        known.fragment,
        known.completed_chain,
        own.tries,
        known.arrivals,
        known.cited_copy,
        known.copy_beside,
        read_at,
    )


class Sighting(msgspec.Struct, frozen=True):
    """What one run saw of a source; a struct, since a large ledger makes a million of them.

    ``facts`` is shared by all sightings that saw the same; ``at``, ``requests``, ``elapsed_ms``, ``read_at``
    and ``own`` are this one's. ``asked`` is False where a fresh result of an earlier run was used again.
    ``more`` counts later full runs that saw the same and are not kept one by one.
    """

    run: int
    facts: Observation
    at: datetime
    requests: int = 0
    elapsed_ms: int = 0
    asked: bool = True
    more: int = 0
    read_at: datetime | None = None
    own: Own | None = None

    @property
    def observation(self) -> Observation:
        """The whole observation."""
        known = self.facts
        same = (self.at, self.requests, self.elapsed_ms, self.read_at)
        if self.own is None and same == (known.at, known.requests, known.elapsed_ms, known.read_at):
            return known
        own = self.own or Own(known.headers, known.tries)
        return whole(known, own, self.at, self.requests, self.elapsed_ms, self.read_at)

    @classmethod
    def of(cls, run: int, seen: Observation, *, asked: bool = True, more: int = 0) -> Sighting:
        """The sighting that a whole observation makes."""
        return cls(run, seen, seen.at, seen.requests, seen.elapsed_ms, asked, more, seen.read_at)


class Row(msgspec.Struct, frozen=True, array_like=True):
    """One run of a :class:`Course`: the number of the facts it saw; ``asked`` and ``more`` as in a sighting."""

    run: int
    facts: int
    asked: bool = True
    more: int = 0


class Course(msgspec.Struct, frozen=True, eq=False):
    """Which runs saw the same, oldest first: a history without its details.

    Nearly all sources of a ledger have one of few courses. Those of the same course share it, so that what
    is concluded of it can be kept by it.
    """

    rows: tuple[Row, ...] = ()


class History(Sequence[Sighting]):
    """What is known of one source, oldest first. Its course and its facts cost less than its sightings."""

    __slots__ = ()

    @property
    @abstractmethod
    def course(self) -> Course:
        """Which runs saw the same."""

    @abstractmethod
    def facts(self, number: int) -> Observation:
        """What was seen, by its number in the course; judged alike by whatever its volatile headers say."""

    @abstractmethod
    def sightings(self) -> Sequence[Sighting]:
        """All of it."""

    def __len__(self) -> int:
        return len(self.course.rows)

    @overload
    def __getitem__(self, index: int) -> Sighting: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Sighting]: ...

    def __getitem__(self, index: int | slice) -> Sighting | Sequence[Sighting]:
        return self.sightings()[index]


class Held(History):
    """A history that is in memory already."""

    __slots__ = ("_course", "_facts", "_seen")

    def __init__(self, seen: Sequence[Sighting] = ()) -> None:
        self._seen = seen
        self._facts = list({id(one.facts): one.facts for one in seen}.values())
        numbers = {id(facts): number for number, facts in enumerate(self._facts)}
        self._course = _course(tuple(Row(one.run, numbers[id(one.facts)], one.asked, one.more) for one in seen))

    @property
    def course(self) -> Course:
        """See the base class."""
        return self._course

    def facts(self, number: int) -> Observation:
        """See the base class."""
        return self._facts[number]

    def sightings(self) -> Sequence[Sighting]:
        """See the base class."""
        return self._seen


@lru_cache(maxsize=4096)
def _course(rows: tuple[Row, ...]) -> Course:
    return Course(rows)


class Elsewhere(Mapping[str, Sequence[Sighting]]):
    """Histories that lie elsewhere, by source key, each read when it is asked for."""

    __slots__ = ()

    @abstractmethod
    def expect(self, keys: Iterable[str], *, whole: bool = False) -> None:
        """Say which sources will be asked for, in which order, so that many are read at once.

        ``whole``: what was seen of them is wanted, not only whether it is the same now.
        """


class Histories(Elsewhere):
    """Histories of which no more is read than is asked for."""

    __slots__ = ()

    @abstractmethod
    def history(self, key: str, present: Observation | None) -> History:
        """What is known of a source; where it is the same that the present run saw, its facts are ``present``."""

    @abstractmethod
    def last(self, key: str, runs: Container[int]) -> Sighting | None:
        """What the last of these runs that saw a source saw of it."""

    @abstractmethod
    def validators(self, key: str, runs: Container[int]) -> Validators | None:
        """What its server can be asked with about changes since the last of these runs that saw it."""
