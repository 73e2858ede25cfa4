"""The memory between runs: one SQLite file of observations. Verdicts are recomputed when it is read.

The file comes into being with the first run that saw the network; reading never creates or changes it.
What a run sees is safe at once, also from a kill; it becomes part of the history when the run ends.
A ledger of the demo and one of the real web are never mixed.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import msgspec

from checker.ledger import fresh, rows, schema
from checker.ledger.courses import Steps
from checker.ledger.histories import Stored
from checker.ledger.housekeeping import compact, forget
from checker.ledger.records import recorded
from checker.ledger.settling import settle, unfinished
from checker.ledger.shelf import Shelf
from checker.ledger.trouble import Guard
from checker.memory import UNFINISHED, Memory, RunRecord, RunState, Sighting
from checker.model import ArchiveAnswer
from checker.observation import Observation

_BUSY = 30.0


class Ledger:
    """Reads and writes one ledger file. ``simulated`` says whose world it holds.

    Raises:
        LedgerError: from every method, where the file cannot be used; it is left as it is.
        DamagedLedgerError: likewise, where it is no whole ledger any more.
    """

    def __init__(self, path: Path, *, simulated: bool = False) -> None:
        self.path = path
        self._world = "simulated" if simulated else "real"
        self._run: int | None = None
        self._db: sqlite3.Connection | None = None
        self._old: sqlite3.Connection | None = None
        self._known_db: sqlite3.Connection | None = None
        self._prepared = False
        self._unfinished: dict[int, dict[str, Sighting]] = {}
        self._guard = Guard(path)
        self._histories = Stored(Shelf(self._readable, self._guard, self._unfinished))

    @staticmethod
    def is_simulated(path: Path) -> bool:
        """Whose world a ledger holds."""
        ledger = Ledger(path)
        try:
            with ledger._guard:
                db = ledger._connected()
                schema.version_of(db, path)
                held = db.execute("SELECT value FROM meta WHERE key = 'world'").fetchone()
                return bool(held == ("simulated",))
        finally:
            ledger.close()

    def read(self) -> Memory:
        """Everything recorded so far, all of it in memory; an empty one where there is no file yet."""
        memory = self.look()
        try:
            memory.expect(memory.seen, whole=True)
            return Memory(memory.runs, dict(memory.seen), memory.archive, memory.unfinished)
        finally:
            self.close()

    def look(self) -> Memory:
        """Everything recorded so far; histories are read when asked for, until :meth:`close`."""
        if not self.path.exists():
            return Memory()
        with self._guard:
            db = self._readable()
            if schema.version_of(db, self.path) == 0:
                return Memory()
            runs = tuple(
                RunRecord(
                    row[0],
                    datetime.fromisoformat(row[1]),
                    datetime.fromisoformat(row[2]) if row[2] else None,
                    bool(row[3]),
                    RunState(row[4]),
                    row[5],
                    row[6],
                )
                for row in db.execute(
                    "SELECT id, started, finished, full, state, scope, shard FROM runs ORDER BY started, id"
                )
            )
            archive = {
                key: msgspec.json.decode(data, type=ArchiveAnswer)
                for key, data in db.execute("SELECT key, data FROM archive")
            }
            self._unfinished.clear()
            self._unfinished.update({run.id: _unfinished(db, run.id) for run in runs if run.state in UNFINISHED})
        return Memory(runs, self._histories, archive, self._unfinished)

    def check_writable(self) -> None:
        """Find out whether the file, if there is one, can be written, without writing.

        Raises:
            LedgerError: it cannot.
        """
        if self.path.exists():
            with self._guard:
                db = self._connected()
                db.execute("BEGIN IMMEDIATE")
                db.execute("ROLLBACK")

    def begin(self, started: datetime, *, full: bool, scope: str = "", shard: str = "") -> None:
        """Open the record of a run, creating the file if need be; unfinished runs before it are closed."""
        with self._transaction() as db:
            for run in list(self._unfinished):
                settle(db, run)
            cursor = db.execute(
                "INSERT INTO runs (started, full, state, scope, shard) VALUES (?, ?, ?, ?, ?)",
                (started.isoformat(), int(full), RunState.OPEN.value, scope, shard),
            )
        if self._unfinished:
            self._unfinished.clear()
            self._histories.forget()
        self._run = cursor.lastrowid

    def resume(self, run: int) -> None:
        """Go on with a run that did not come to its end; what it saw is the present run's, not of its past."""
        with self._transaction() as db:
            db.execute("UPDATE runs SET state = ?, finished = NULL WHERE id = ?", (RunState.OPEN.value, run))
        self._unfinished.pop(run, None)
        self._run = run

    def record(self, seen: Mapping[str, Observation], reused: Collection[str] = ()) -> None:
        """Keep observations of the open run, by source key; ``reused`` names those that were not asked anew."""
        run = self._run
        if run is None:
            raise ValueError("no run has begun")
        rows = [
            fresh.kept(key, one, self._histories.packed(key, one), asked=key not in reused) for key, one in seen.items()
        ]
        with self._transaction() as db:
            fresh.put(db, run, rows)

    def record_archive(self, answers: Mapping[str, ArchiveAnswer]) -> None:
        """Keep archive answers, by source key."""
        rows = [(key, msgspec.json.encode(answer)) for key, answer in answers.items()]
        with self._transaction() as db:
            db.executemany("INSERT OR REPLACE INTO archive VALUES (?, ?)", rows)

    def end(self, finished: datetime, state: RunState) -> None:
        """Close the record of the open run. What an interrupted one saw waits for its continuation."""
        run = self._run
        with self._transaction() as db:
            db.execute("UPDATE runs SET finished = ?, state = ? WHERE id = ?", (finished.isoformat(), state.value, run))
            if state is RunState.COMPLETE and run is not None:
                settle(db, run)
                forget(db, finished)
            elif state is RunState.INCONCLUSIVE and run is not None:
                fresh.drop(db, run)
        self._run = None
        self._histories.forget()
        with self._guard:
            compact(self._connected())
        self.close()

    def replace(self, memory: Memory) -> None:
        """Hold exactly what a memory holds; it may read from this ledger meanwhile, and not after that."""
        with self._transaction() as db:
            for table in ("runs", "fresh", "archive"):
                db.execute(f"DELETE FROM {table}")  # noqa: S608  # our own names
            db.executemany(
                "INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    (
                        run.id,
                        run.started.isoformat(),
                        run.finished.isoformat() if run.finished else None,
                        int(run.full),
                        run.state.value,
                        run.scope,
                        run.shard,
                    )
                    for run in memory.runs
                ],
            )
            place, steps = schema.places(db), schema.steps_of(db)
            schema.renew_sources(db, _written(memory, place, steps))
        self._unfinished.clear()
        self._histories.forget()
        self.record_archive(memory.archive)
        with self._guard:
            compact(self._connected())

    @property
    def begun(self) -> bool:
        """Whether this run has a record."""
        return self._run is not None

    def close(self) -> None:
        """Let go of the file; harmless twice. A run that has not ended stays open, to be continued."""
        for db in (self._db, self._old):
            if db is not None:
                with self._guard:
                    db.close()
        self._db = self._old = self._known_db = None
        self._prepared = False

    def _readable(self) -> sqlite3.Connection:
        """The connection to read from: an older ledger is read from a migrated copy in memory."""
        known = self._old or self._known_db
        if known is not None:
            return known
        db = self._connected()
        version = schema.version_of(db, self.path)
        if 0 < version < schema.SCHEMA:
            self._old = sqlite3.connect(":memory:", isolation_level=None)
            db.backup(self._old)
            db = self._old
            schema.migrate(db, self.path)
        if version:
            schema.check_world(db, self._world, self.path)
            self._known_db = db
        return db

    def _connected(self) -> sqlite3.Connection:
        if self._db is None:
            writable = os.access(self.path.parent, os.W_OK)
            # A folder that cannot be written has no room for SQLite's own side files.
            name = str(self.path) if writable else f"{self.path.absolute().as_uri()}?immutable=1"
            self._db = sqlite3.connect(name, timeout=_BUSY, isolation_level=None, uri=not writable)
        return self._db

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing, in tables of the present version."""
        with self._guard:
            db = self._connected()
            if not self._prepared:
                # The log is written ahead, so that a kill costs nothing and readers need not wait; it is on
                # the disk at every checkpoint, so that a power cut costs the last seconds, never the file.
                db.execute("PRAGMA auto_vacuum = INCREMENTAL")  # of a new file; see housekeeping.py for others
                db.execute("PRAGMA journal_mode = WAL")
                db.execute("PRAGMA synchronous = NORMAL")
            db.execute("BEGIN IMMEDIATE")
            try:
                if not self._prepared:
                    self._prepare(db)
                yield db
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise
            self._prepared = True

    def _prepare(self, db: sqlite3.Connection) -> None:
        version = schema.version_of(db, self.path)
        if version == 0:
            schema.create(db, self._world)
        elif version < schema.SCHEMA:
            schema.migrate(db, self.path)
            self._old = self._known_db = None
            self._histories.forget()
        schema.check_world(db, self._world, self.path)


def _written(memory: Memory, place: Mapping[int, int], steps: Steps) -> Iterator[rows.Row]:
    """The records of its histories; runs that have no place are left out."""
    keys = sorted(memory.seen)
    memory.expect(keys, whole=True)
    for key in keys:
        known = sorted((one for one in memory.seen[key] if one.run in place), key=lambda one: place[one.run])
        if known:
            yield rows.row(key, recorded(key, known, steps))


def _unfinished(db: sqlite3.Connection, run: int) -> dict[str, Sighting]:
    return {key: Sighting.of(run, seen, asked=asked) for key, seen, asked in unfinished(db, run)}
