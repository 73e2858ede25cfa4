"""The tables of the ledger, and the way from each older version of them to the present one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from itertools import groupby
from pathlib import Path

import msgspec

from checker.errors import LedgerError
from checker.ledger.packing import Record, added
from checker.memory import Sighting
from checker.observation import Observation

SCHEMA = 2
_TABLES = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE runs (id INTEGER PRIMARY KEY, started TEXT NOT NULL, finished TEXT, full INTEGER NOT NULL,
                         state TEXT NOT NULL, scope TEXT NOT NULL DEFAULT '', shard TEXT NOT NULL DEFAULT '')""",
    # One row a source: its history, see packing.py; ``last`` is the run that saw it last.
    """CREATE TABLE sources (key TEXT PRIMARY KEY, last INTEGER NOT NULL, rows BLOB NOT NULL, facts BLOB NOT NULL)
       WITHOUT ROWID""",
    # What unfinished runs saw, in the order it came; it moves into ``sources`` when its run ends.
    "CREATE TABLE fresh (run INTEGER NOT NULL, key TEXT NOT NULL, asked INTEGER NOT NULL, data BLOB NOT NULL)",
    "CREATE TABLE archive (key TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID",
)


def version_of(db: sqlite3.Connection, path: Path) -> int:
    """The version of the tables, 0 for an empty file.

    Raises:
        LedgerError: it is newer than ours, or the file is somebody else's.
    """
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    if version > SCHEMA:
        raise LedgerError(
            f"{path} was written by a newer checker (format {version}, ours is {SCHEMA}); "
            "update checker or use another folder with --reports"
        )
    if version == 0 and db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raise LedgerError(f"{path} is not a ledger of checker; move it away or use --reports")
    return version


def check_world(db: sqlite3.Connection, world: str, path: Path) -> None:
    """Refuse the ledger of the other world.

    Raises:
        LedgerError: it is.
    """
    held = db.execute("SELECT value FROM meta WHERE key = 'world'").fetchone()
    if held is None or held[0] != world:
        other = "simulated" if world == "real" else "real"
        raise LedgerError(f"{path} holds the {other} web; use another folder with --reports")


def create(db: sqlite3.Connection, world: str) -> None:
    """Make the tables of the present version in an empty file, within a transaction of the caller."""
    for statement in _TABLES:
        db.execute(statement)
    db.execute("INSERT INTO meta VALUES ('world', ?)", (world,))
    db.execute(f"PRAGMA user_version = {SCHEMA}")


def migrate(db: sqlite3.Connection, path: Path) -> None:
    """Bring older tables to the present version, within a transaction of the caller."""
    version = version_of(db, path)
    while version < SCHEMA:
        _STEPS[version](db)
        version += 1
        db.execute(f"PRAGMA user_version = {version}")


def _from_1(db: sqlite3.Connection) -> None:
    """Version 1 kept every observation as JSON, one a row, for ever."""
    world = db.execute("SELECT value FROM meta WHERE key = 'world'").fetchone()
    db.execute("ALTER TABLE runs RENAME TO runs_1")
    db.execute("DROP TABLE meta")
    db.execute("ALTER TABLE archive RENAME TO archive_1")
    for statement in _TABLES:
        db.execute(statement)
    db.execute("INSERT INTO meta VALUES ('world', ?)", world or ("real",))
    db.execute(
        "INSERT INTO runs (id, started, finished, full, state) SELECT id, started, finished, full, state FROM runs_1"
    )
    db.execute("INSERT INTO archive SELECT key, data FROM archive_1")
    place = places(db)
    states = dict(db.execute("SELECT id, full AND state = 'complete' FROM runs"))
    counting = {run for run, counts in states.items() if counts}
    rows = db.execute("SELECT key, run, data FROM observations ORDER BY key").fetchall()
    for key, group in groupby(rows, key=lambda row: row[0]):
        seen = {run: msgspec.json.decode(data, type=Observation) for _, run, data in group if run in place}
        if seen:
            ordered = [Sighting.of(run, seen[run]) for run in sorted(seen, key=lambda run: place[run])]
            put(db, key, ordered[-1].run, added(None, ordered, place, counting))
    for table in ("observations", "runs_1", "archive_1"):
        db.execute(f"DROP TABLE {table}")


_STEPS: Mapping[int, Callable[[sqlite3.Connection], None]] = {1: _from_1}


def places(db: sqlite3.Connection) -> dict[int, int]:
    """The place of every run in time, by id."""
    rows = db.execute("SELECT id FROM runs ORDER BY started, id")
    return {row[0]: number for number, row in enumerate(rows)}


def put(db: sqlite3.Connection, key: str, last: int, record: Record) -> None:
    """Write the record of one source."""
    db.execute("INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?)", (key, last, record.rows, record.facts))
