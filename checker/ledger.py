"""The memory between runs: one SQLite file of observations. Verdicts are recomputed when it is read.

The file comes into being with the first run that saw the network; reading never creates or changes it.
A ledger of the demo and one of the real web are never mixed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import msgspec

from checker.errors import LedgerError
from checker.memory import Memory, RunRecord, RunState
from checker.model import ArchiveAnswer
from checker.observation import Observation

SCHEMA = 1
_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE runs (id INTEGER PRIMARY KEY, started TEXT NOT NULL, finished TEXT, full INTEGER NOT NULL,
                   state TEXT NOT NULL);
CREATE TABLE observations (key TEXT NOT NULL, run INTEGER NOT NULL REFERENCES runs (id), data BLOB NOT NULL,
                           PRIMARY KEY (key, run)) WITHOUT ROWID;
CREATE TABLE archive (key TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID;
"""


class Ledger:
    """Reads and writes one ledger file. ``simulated`` says whose world it holds.

    Raises:
        LedgerError: from every method, where the file is damaged, of a newer version, or holds the
            other world; the file is left as it is.
    """

    def __init__(self, path: Path, *, simulated: bool = False) -> None:
        self.path = path
        self._simulated = simulated
        self._run: int | None = None

    def read(self) -> Memory:
        """Everything recorded so far; an empty memory where there is no file yet."""
        if not self.path.exists():
            return Memory()
        with self._connect() as db:
            runs = tuple(
                RunRecord(
                    row[0],
                    datetime.fromisoformat(row[1]),
                    datetime.fromisoformat(row[2]) if row[2] else None,
                    bool(row[3]),
                    RunState(row[4]),
                )
                for row in db.execute("SELECT id, started, finished, full, state FROM runs ORDER BY started, id")
            )
            seen: dict[str, dict[int, Observation]] = {}
            for key, run, data in db.execute("SELECT key, run, data FROM observations"):
                seen.setdefault(key, {})[run] = msgspec.json.decode(data, type=Observation)
            archive = {
                key: msgspec.json.decode(data, type=ArchiveAnswer)
                for key, data in db.execute("SELECT key, data FROM archive")
            }
        return Memory(runs, seen, archive)

    def begin(self, started: datetime, *, full: bool) -> None:
        """Open the record of a run, creating the file if need be."""
        with self._connect() as db:
            cursor = db.execute(
                "INSERT INTO runs (started, full, state) VALUES (?, ?, ?)",
                (started.isoformat(), int(full), RunState.OPEN.value),
            )
            self._run = cursor.lastrowid

    def record(self, seen: Mapping[str, Observation]) -> None:
        """Keep observations of the open run, by source key."""
        rows = [(key, self._run, msgspec.json.encode(observation)) for key, observation in seen.items()]
        with self._connect() as db:
            db.executemany("INSERT OR REPLACE INTO observations (key, run, data) VALUES (?, ?, ?)", rows)

    def record_archive(self, answers: Mapping[str, ArchiveAnswer]) -> None:
        """Keep archive answers, by source key."""
        rows = [(key, msgspec.json.encode(answer)) for key, answer in answers.items()]
        with self._connect() as db:
            db.executemany("INSERT OR REPLACE INTO archive (key, data) VALUES (?, ?)", rows)

    def end(self, finished: datetime, state: RunState) -> None:
        """Close the record of the open run."""
        with self._connect() as db:
            db.execute(
                "UPDATE runs SET finished = ?, state = ? WHERE id = ?",
                (finished.isoformat(), state.value, self._run),
            )

    @property
    def begun(self) -> bool:
        """Whether this run has a record."""
        return self._run is not None

    @contextmanager
    def _connect(self) -> Iterator[sqlite3.Connection]:
        try:
            db = sqlite3.connect(self.path, timeout=30)
            try:
                with db:
                    self._prepare(db)
                    yield db
            finally:
                db.close()
        except (sqlite3.Error, msgspec.DecodeError, ValueError) as error:
            raise LedgerError(
                f"{self.path}: the ledger cannot be used ({error}); move it away to start a new one"
            ) from error

    def _prepare(self, db: sqlite3.Connection) -> None:
        version = db.execute("PRAGMA user_version").fetchone()[0]
        if version == 0:
            if db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                raise LedgerError(f"{self.path} is not a ledger of checker; move it away or use --reports")
            db.executescript(_TABLES)
            db.execute("INSERT INTO meta VALUES ('world', ?)", (self._world,))
            db.execute(f"PRAGMA user_version = {SCHEMA}")
        elif version > SCHEMA:
            raise LedgerError(
                f"{self.path} was written by a newer checker (format {version}, ours is {SCHEMA}); "
                "update checker or use another folder with --reports"
            )
        world = db.execute("SELECT value FROM meta WHERE key = 'world'").fetchone()
        if world is None or world[0] != self._world:
            raise LedgerError(
                f"{self.path} holds the {'simulated' if self._world == 'real' else 'real'} web; "
                "use another folder with --reports"
            )

    @property
    def _world(self) -> str:
        return "simulated" if self._simulated else "real"
