"""The tables of the ledger, and the way from each older version of them to the present one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from checker.errors import LedgerError
from checker.ledger import former
from checker.ledger.courses import Steps
from checker.ledger.packing import pack
from checker.ledger.records import Record

SCHEMA = 3
PUT = "INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_TABLES = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE runs (id INTEGER PRIMARY KEY, started TEXT NOT NULL, finished TEXT, full INTEGER NOT NULL,
                         state TEXT NOT NULL, scope TEXT NOT NULL DEFAULT '', shard TEXT NOT NULL DEFAULT '')""",
    # One row a source: its history, see records.py.
    """CREATE TABLE sources (key TEXT PRIMARY KEY, last INTEGER NOT NULL, digest BLOB NOT NULL, course BLOB NOT NULL,
                            marks BLOB NOT NULL, extra BLOB NOT NULL, costs BLOB NOT NULL, facts BLOB NOT NULL)
       WITHOUT ROWID""",
    # What unfinished runs saw, in the order it came; it moves into ``sources`` when its run ends. Facts that
    # ``sources`` has already are left out.
    """CREATE TABLE fresh (run INTEGER NOT NULL, key TEXT NOT NULL, asked INTEGER NOT NULL, digest BLOB NOT NULL,
                          cost BLOB NOT NULL, extra BLOB NOT NULL, facts BLOB)""",
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
    if version < SCHEMA:
        _STEPS[version](db)
        db.execute(f"PRAGMA user_version = {SCHEMA}")


def _from_1(db: sqlite3.Connection) -> None:
    """Version 1 kept every observation as JSON, one a row, for ever."""
    _set_aside(db, "runs", "meta", "archive")
    db.execute("INSERT INTO meta SELECT key, value FROM old_meta WHERE key = 'world'")
    db.execute("INSERT OR IGNORE INTO meta VALUES ('world', 'real')")
    db.execute(
        "INSERT INTO runs (id, started, finished, full, state) SELECT id, started, finished, full, state FROM old_runs"
    )
    db.execute("INSERT INTO archive SELECT key, data FROM old_archive")
    steps, place = steps_of(db), places(db)
    for key, record in former.of_1(db.execute("SELECT key, run, data FROM observations ORDER BY key"), steps, place):
        put(db, key, record)
    for table in ("observations", "old_runs", "old_meta", "old_archive"):
        db.execute(f"DROP TABLE {table}")


def _from_2(db: sqlite3.Connection) -> None:
    """Version 2 kept whole observations: of the open run each for itself, of earlier ones those that differ."""
    _set_aside(db, "sources", "fresh")
    steps = steps_of(db)
    for key, rows, facts in db.execute("SELECT key, rows, facts FROM old_sources"):
        put(db, key, former.of_2(key, rows, facts, steps))
    for run, key, asked, data in db.execute("SELECT run, key, asked, data FROM old_fresh ORDER BY rowid"):
        seen = pack(key, former.fresh_of_2(data))
        db.execute(
            "INSERT INTO fresh VALUES (?, ?, ?, ?, ?, ?, ?)",
            (run, key, asked, seen.digest, seen.cost, seen.extra, seen.facts),
        )
    for table in ("old_sources", "old_fresh"):
        db.execute(f"DROP TABLE {table}")


_STEPS: Mapping[int, Callable[[sqlite3.Connection], None]] = {1: _from_1, 2: _from_2}


def _set_aside(db: sqlite3.Connection, *tables: str) -> None:
    """Rename tables of an older version, and make those of the present one that are missing then."""
    for table in tables:
        db.execute(f"ALTER TABLE {table} RENAME TO old_{table}")
    there = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for statement in _TABLES:
        if statement.split()[2] not in there:
            db.execute(statement)


def places(db: sqlite3.Connection) -> dict[int, int]:
    """The place of every run in time, by id."""
    rows = db.execute("SELECT id FROM runs ORDER BY started, id")
    return {row[0]: number for number, row in enumerate(rows)}


def steps_of(db: sqlite3.Connection) -> Steps:
    """What adds runs to the histories, as the runs are now."""
    counting = {row[0] for row in db.execute("SELECT id FROM runs WHERE full AND state = 'complete'")}
    return Steps(places(db), counting)


def put(db: sqlite3.Connection, key: str, record: Record) -> None:
    """Write the record of one source."""
    db.execute(PUT, (key, *msgspec.structs.astuple(record)))
