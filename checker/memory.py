"""What the ledger knows, as plain facts for those who judge. No I/O."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from checker import urls
from checker.model import ArchiveAnswer
from checker.observation import Observation


class RunState(StrEnum):
    """How a recorded run ended; ``open`` is one that was killed. Inconclusive runs count for nothing."""

    OPEN = "open"
    COMPLETE = "complete"
    INCONCLUSIVE = "inconclusive"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True)
class RunRecord:
    """One recorded run; ``full`` if it covered everything that sources.yml names."""

    id: int
    started: datetime
    finished: datetime | None
    full: bool
    state: RunState


@dataclass(frozen=True, slots=True)
class Memory:
    """All that the ledger knows: runs oldest first, observations by key and run id, archive answers."""

    runs: tuple[RunRecord, ...] = ()
    seen: Mapping[str, Mapping[int, Observation]] = field(default_factory=dict)
    archive: Mapping[str, ArchiveAnswer] = field(default_factory=dict)

    def of(self, url: str) -> list[Observation]:
        """What was seen of an address, oldest first; empty where it is unknown."""
        try:
            known = self.seen.get(urls.normalise(url), {})
        except urls.UrlError:
            return []
        order = {run.id: number for number, run in enumerate(self.runs)}
        return [known[run] for run in sorted(known, key=lambda run: order.get(run, -1))]

    @property
    def last_complete(self) -> RunRecord | None:
        """The last full run that came to its end."""
        whole = [run for run in self.runs if run.full and run.state is RunState.COMPLETE]
        return whole[-1] if whole else None

    @property
    def fine_hosts(self) -> frozenset[str]:
        """Hosts that answered well in the last complete run: the canaries of the next one."""
        last = self.last_complete
        if last is None:
            return frozenset()
        return frozenset(
            urls.host_of(key)
            for key, runs in self.seen.items()
            if last.id in runs and runs[last.id].status is not None and runs[last.id].failure is None
        )
