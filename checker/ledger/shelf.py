"""Reading the records of a ledger: one, some, all of them at a glance."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Container, Iterator, Mapping

from checker.ledger import rows
from checker.ledger.records import Record, decode_head
from checker.ledger.trouble import Guard
from checker.memory import Sighting


class Shelf:
    """What histories are read from.

    Args:
        connected: gives the database, at every call.
        guard: turns the errors of damaged records into those of the ledger.
        unfinished: what runs saw that did not come to their end, by run and key; part of the histories.
    """

    def __init__(
        self,
        connected: Callable[[], sqlite3.Connection],
        guard: Guard,
        unfinished: Mapping[int, Mapping[str, Sighting]],
    ) -> None:
        self._connected = connected
        self.guard = guard
        self.unfinished = unfinished

    def record(self, key: str) -> Record | None:
        """The record of a source, if there is one."""
        with self.guard:
            return rows.record(self._connected(), key)

    def records(self, keys: Collection[str]) -> dict[str, Record]:
        """The records of some sources, by key; those that nothing is known of are left out."""
        with self.guard:
            return rows.records(self._connected(), keys)

    def count(self) -> int:
        """How many records there are."""
        with self.guard:
            return int(self._connected().execute("SELECT count(*) FROM sources").fetchone()[0])

    def everything(self, keys: Container[str]) -> Iterator[tuple[str, Record]]:
        """The records of sources, each with its key, looked for from end to end, in the order of the disk."""
        with self.guard:
            for key, last, head, facts in rows.everything(self._connected()):
                if key in keys:
                    yield key, Record(last, decode_head(head), facts)

    def keys(self) -> Iterator[str]:
        """Every source that something is known of."""
        with self.guard:
            stored = [row[0] for row in self._connected().execute("SELECT key FROM sources ORDER BY key")]
        new = {key for seen in self.unfinished.values() for key in seen}
        yield from stored
        yield from sorted(new - set(stored))
