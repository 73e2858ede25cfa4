"""Reading the records of a ledger: one, some, all of them at a glance."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping

from checker.ledger.records import Record
from checker.ledger.trouble import Guard
from checker.memory import Sighting

_RECORD = "SELECT key, last, digest, course, marks, extra, costs, facts FROM sources"
_AT_ONCE = 1_000


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
            row = self._connected().execute(f"{_RECORD} WHERE key = ?", (key,)).fetchone()
            return Record(*row[1:]) if row else None

    def records(self, keys: Collection[str]) -> dict[str, Record]:
        """The records of some sources, by key; those that nothing is known of are left out."""
        marks = ", ".join("?" * len(keys))
        with self.guard:
            rows = self._connected().execute(f"{_RECORD} WHERE key IN ({marks})", list(keys))
            return {row[0]: Record(*row[1:]) for row in rows}

    def count(self) -> int:
        """How many records there are."""
        with self.guard:
            return int(self._connected().execute("SELECT count(*) FROM sources").fetchone()[0])

    def glances(self) -> Iterator[tuple[str, int, bytes, bytes, bytes]]:
        """Of every record the key, the last run, the digest, the course and the extra."""
        with self.guard:
            rows = self._connected().execute("SELECT key, last, digest, course, extra FROM sources ORDER BY key")
            while some := rows.fetchmany(_AT_ONCE):
                yield from some

    def keys(self) -> Iterator[str]:
        """Every source that something is known of."""
        with self.guard:
            stored = [row[0] for row in self._connected().execute("SELECT key FROM sources ORDER BY key")]
        new = {key for seen in self.unfinished.values() for key in seen}
        yield from stored
        yield from sorted(new - set(stored))
