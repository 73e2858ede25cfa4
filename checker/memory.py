"""What the ledger knows, as plain facts for those who judge. No I/O.

A :class:`Memory` may read what it holds only when asked for it; who judges cannot tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import replace

from checker import urls
from checker.model import ArchiveAnswer
from checker.observation import Observation
from checker.sightings import Elsewhere, Held, Histories, History
from checker.sightings import Sighting as Sighting


class RunState(StrEnum):
    """How a recorded run ended; ``open`` is one that was killed. Inconclusive runs count for nothing."""

    OPEN = "open"
    COMPLETE = "complete"
    INCONCLUSIVE = "inconclusive"
    INTERRUPTED = "interrupted"


UNFINISHED = frozenset({RunState.OPEN, RunState.INTERRUPTED})


class RunRecord(Struct, frozen=True):
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


Sightings = Mapping[str, Sequence[Sighting]]


class Memory(Struct, frozen=True):
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

    def expect(self, keys: Iterable[str], *, whole: bool = False) -> None:
        """Say which sources will be asked for, in which order; ``whole`` as there."""
        if isinstance(self.seen, Elsewhere):
            self.seen.expect(keys, whole=whole)

    def history(self, key: str, present: Observation | None = None) -> History:
        """What is known of a source; ``present`` is what the present run saw of it."""
        if isinstance(self.seen, Histories):
            return self.seen.history(key, present)
        return Held(self.seen.get(key, ()))

    @property
    def last_complete(self) -> RunRecord | None:
        """The last full run that came to its end."""
        return next((run for run in reversed(self.runs) if run.counts), None)

    def before(self, now: datetime, *, but: int | None = None) -> Memory:
        """What was known at a moment: runs that began later, and the run ``but``, are left out."""
        return replace(self, runs=tuple(run for run in self.runs if run.started <= now and run.id != but))
