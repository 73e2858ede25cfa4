"""What a run has seen, kept as it comes: in memory for judging, in the ledger for the next run.

What has been told as done is in the ledger: progress is passed on only after what it tells of is safe.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime

from checker.errors import LedgerError
from checker.ledger import Ledger
from checker.memory import RunState, Sighting
from checker.model import ArchiveAnswer
from checker.observation import Observation
from checker.progress import Progress, Standing, silent

_PAUSE = 0.2
"""Seconds between two saves: many answers share one, and somebody who watches sees no pause."""


class Recorder:
    """Keeps the observations of one run; the ledger sees them once the network is known to be there.

    Args:
        ledger: where they go.
        started: when the run began.
        full: whether the run covers everything that sources.yml names.
        scope: what the run asks for and how (see :mod:`checker.resuming`).
        shard: the part of it that is asked, as ``3/8``; empty where that is all.
        progress: told of what is done.
    """

    def __init__(
        self,
        ledger: Ledger,
        started: datetime,
        *,
        full: bool,
        scope: str = "",
        shard: str = "",
        progress: Progress = silent,
    ) -> None:
        self.seen: dict[str, Observation] = {}
        self.answers: dict[str, ArchiveAnswer] = {}
        self.reused: set[str] = set()
        self._ledger = ledger
        self._started = started
        self._full = full
        self._scope = scope
        self._shard = shard
        self._progress = progress
        self._unsaved: dict[str, Observation] = {}
        self._unsaved_answers: dict[str, ArchiveAnswer] = {}
        self._standing: Standing | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._saved_at = float("-inf")
        self._trouble: LedgerError | None = None

    def resume(self, run: int, seen: Mapping[str, Sighting]) -> None:
        """Go on with a run that saw something already."""
        self.seen |= {key: one.observation for key, one in seen.items()}
        self.reused |= {key for key, one in seen.items() if not one.asked}
        self._ledger.resume(run)

    def reuse(self, seen: Mapping[str, Observation]) -> None:
        """Keep fresh results of earlier runs as those of this one."""
        self.reused |= seen.keys()
        self.seen |= seen
        self._unsaved |= seen

    @property
    def asked(self) -> list[tuple[str, Observation]]:
        """What was asked in this run, and what it brought."""
        return [(key, one) for key, one in self.seen.items() if key not in self.reused]

    def keep(self, seen: Mapping[str, Observation]) -> None:
        """Keep observations, by source key."""
        self.seen |= seen
        self._unsaved |= seen
        if any(observation.answered for observation in seen.values()):
            self._begin()
        self._soon()

    def keep_answer(self, key: str, answer: ArchiveAnswer) -> None:
        """Keep what the Archive said of a source; trouble with the ledger is told when the run is closed."""
        self.answers[key] = answer
        self._unsaved_answers[key] = answer
        if self._ledger.begun and self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(_PAUSE, self._save_later)

    def tell(self, standing: Standing) -> None:
        """Pass progress on, once what it tells of is safe."""
        if self._ledger.begun and (self._unsaved or self._unsaved_answers):
            self._standing = standing
        else:
            self._progress(standing)

    def save(self, *, network: bool) -> bool:
        """Make all of it safe; whether there is a record. Where the network was down, none is made.

        A shard has one even if none of its hosts is cited: that is what tells it from a missing one.

        Raises:
            LedgerError: it cannot be kept.
        """
        if not (self.seen or self._shard) or not (network or self._ledger.begun):
            return False
        self._begin()
        self._save()
        return True

    def forget(self) -> None:
        """Let go of what was seen: of a large run it is a lot, and it is in the ledger."""
        self.seen = {}

    def close(self, finished: datetime, state: RunState) -> None:
        """End the record of the run, if there is one."""
        if self._ledger.begun:
            self._save()
            self._ledger.end(finished, state)

    def _begin(self) -> None:
        if not self._ledger.begun:
            self._ledger.begin(self._started, full=self._full, scope=self._scope, shard=self._shard)

    def _soon(self) -> None:
        """Save now, or in a moment if there was a save just now."""
        if self._trouble is not None:
            raise self._trouble
        if not self._ledger.begun or self._timer is not None:
            return
        loop = asyncio.get_running_loop()
        if loop.time() - self._saved_at >= _PAUSE:
            self._save()
        else:
            self._timer = loop.call_later(_PAUSE, self._save_later)

    def _save_later(self) -> None:
        """Nobody can catch what a timer raises: the next one who keeps something is told."""
        self._timer = None
        try:
            self._save()
        except LedgerError as error:
            self._trouble = error

    def _save(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._unsaved:
            self._ledger.record(self._unsaved, self.reused)
        if self._unsaved_answers:
            self._ledger.record_archive(self._unsaved_answers)
        self._unsaved, self._unsaved_answers = {}, {}
        self._saved_at = asyncio.get_running_loop().time()
        standing, self._standing = self._standing, None
        if standing is not None:
            self._progress(standing)
