"""What a run has seen, kept as it comes: in memory for judging, in the ledger for the next run."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from checker.ledger import Ledger
from checker.memory import RunState
from checker.model import ArchiveAnswer
from checker.observation import Observation

_COMMIT_EVERY = 64
_ANSWERS_EVERY = 8


class Recorder:
    """Keeps the observations of one run; the ledger sees them once the network is known to be there.

    Args:
        ledger: where they go.
        started: when the run began.
        full: whether the run covers everything that sources.yml names.
    """

    def __init__(self, ledger: Ledger, started: datetime, *, full: bool) -> None:
        self.seen: dict[str, Observation] = {}
        self.answers: dict[str, ArchiveAnswer] = {}
        self._ledger = ledger
        self._started = started
        self._full = full
        self._unsaved: dict[str, Observation] = {}
        self._unsaved_answers: dict[str, ArchiveAnswer] = {}

    def keep(self, seen: Mapping[str, Observation]) -> None:
        """Keep observations, by source key."""
        self.seen |= seen
        self._unsaved |= seen
        if any(observation.answered for observation in seen.values()):
            self._begin()
        if self._ledger.begun and len(self._unsaved) >= _COMMIT_EVERY:
            self._save()

    def keep_answer(self, key: str, answer: ArchiveAnswer) -> None:
        """Keep what the Archive answered for a source; it was slow to come, and is saved soon."""
        self.answers[key] = self._unsaved_answers[key] = answer
        if self._ledger.begun and len(self._unsaved_answers) >= _ANSWERS_EVERY:
            self._save()

    def close(self, finished: datetime, state: RunState, *, network: bool) -> None:
        """End the record of the run. Where the network was down there is none, and none is made."""
        if not self.seen or not (network or self._ledger.begun):
            return
        self._begin()
        self._save()
        self._ledger.end(finished, state)

    def _begin(self) -> None:
        if not self._ledger.begun:
            self._ledger.begin(self._started, full=self._full)

    def _save(self) -> None:
        self._ledger.record(self._unsaved)
        self._unsaved = {}
        if self._unsaved_answers:
            self._ledger.record_archive(self._unsaved_answers)
            self._unsaved_answers = {}
