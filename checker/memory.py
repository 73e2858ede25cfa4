"""What the ledger knows, as plain facts for those who judge. No I/O.

A :class:`Memory` may read what it holds only when asked for it; who judges cannot tell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

import msgspec

from checker import urls
from checker.model import ArchiveAnswer
from checker.observation import Observation


class RunState(StrEnum):
    """How a recorded run ended; ``open`` is one that was killed. Inconclusive runs count for nothing."""

    OPEN = "open"
    COMPLETE = "complete"
    INCONCLUSIVE = "inconclusive"
    INTERRUPTED = "interrupted"


UNFINISHED = frozenset({RunState.OPEN, RunState.INTERRUPTED})


@dataclass(frozen=True, slots=True)
class RunRecord:
    """One recorded run; ``full`` if it covered everything that sources.yml names.

    ``scope`` is the same for runs that ask for the same in the same way (see :mod:`checker.resuming`);
    ``shard`` names the part that was asked, as ``3/8``, empty where it was everything.
    """

    id: int
    started: datetime
    finished: datetime | None
    full: bool
    state: RunState
    scope: str = ""
    shard: str = ""

    @property
    def counts(self) -> bool:
        """Whether its failures are strikes: a full run that came to its end."""
        return self.full and self.state is RunState.COMPLETE


class Sighting(msgspec.Struct, frozen=True):
    """What one run saw of a source; a struct, since a large ledger makes a million of them.

    ``facts`` is shared by all sightings that saw the same; ``at``, ``requests`` and ``elapsed_ms`` are
    this one's own. ``asked`` is False where a fresh result of an earlier run was used again. ``more``
    counts later full runs that saw the same and are not kept one by one.
    """

    run: int
    facts: Observation
    at: datetime
    requests: int = 0
    elapsed_ms: int = 0
    asked: bool = True
    more: int = 0

    @property
    def observation(self) -> Observation:
        """The whole observation."""
        return replace(self.facts, at=self.at, requests=self.requests, elapsed_ms=self.elapsed_ms)

    @classmethod
    def of(cls, run: int, seen: Observation, *, asked: bool = True, more: int = 0) -> Sighting:
        """The sighting that a whole observation makes."""
        return cls(run, seen, seen.at, seen.requests, seen.elapsed_ms, asked, more)


Sightings = Mapping[str, Sequence[Sighting]]


@dataclass(frozen=True, slots=True)
class Memory:
    """All that the ledger knows: runs oldest first, sightings by source key, archive answers.

    ``unfinished`` holds, by run and key, what runs saw that did not come to their end; it is in ``seen`` too.
    """

    runs: tuple[RunRecord, ...] = ()
    seen: Sightings = field(default_factory=dict)
    archive: Mapping[str, ArchiveAnswer] = field(default_factory=dict)
    unfinished: Mapping[int, Mapping[str, Sighting]] = field(default_factory=dict)

    def of(self, url: str) -> list[Sighting]:
        """What was seen of an address, oldest first; empty where it is unknown."""
        try:
            known = self.seen.get(urls.normalise(url), ())
        except urls.UrlError:
            return []
        order = {run.id: number for number, run in enumerate(self.runs)}
        return sorted((one for one in known if one.run in order), key=lambda one: order[one.run])

    @property
    def last_complete(self) -> RunRecord | None:
        """The last full run that came to its end."""
        return next((run for run in reversed(self.runs) if run.counts), None)

    def before(self, now: datetime, *, but: int | None = None) -> Memory:
        """What was known at a moment: runs that began later, and the run ``but``, are left out."""
        return replace(self, runs=tuple(run for run in self.runs if run.started <= now and run.id != but))
