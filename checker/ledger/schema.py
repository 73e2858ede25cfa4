"""The tables of the ledger, and the way from each older version of them to the present one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from checker.errors import LedgerError
from checker.ledger import former, fresh, rows
from checker.ledger.courses import Steps
from checker.ledger.packing import pack

SCHEMA = 4
# One row a source: its history, see records.py. Each column costs time for every source of a run, so they are few.
_SOURCES = """CREATE TABLE {} (key TEXT PRIMARY KEY, last INTEGER NOT NULL, head BLOB NOT NULL, facts BLOB NOT NULL)
              WITHOUT ROWID"""
_TABLES = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE runs (id INTEGER PRIMARY KEY, started TEXT NOT NULL, finished TEXT, full INTEGER NOT NULL,
                         state TEXT NOT NULL, scope TEXT NOT NULL DEFAULT '', shard TEXT NOT NULL DEFAULT '')""",
    _SOURCES.format("sources"),
    # What unfinished runs saw, many sources a row, in the order it came; see fresh.py. It moves into ``sources``
    # when its run ends.
    "CREATE TABLE fresh (run INTEGER NOT NULL, seen BLOB NOT NULL)",
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
    old = db.execute("SELECT key, run, data FROM observations ORDER BY key")
    rows.put(db, (rows.row(key, record) for key, record in former.of_1(old, steps, place)))
    for table in ("observations", "old_runs", "old_meta", "old_archive"):
        db.execute(f"DROP TABLE {table}")


def _from_2(db: sqlite3.Connection) -> None:
    """Version 2 kept whole observations: of the open run each for itself, of earlier ones those that differ."""
    _set_aside(db, "sources", "fresh")
    steps = steps_of(db)
    old = db.execute("SELECT key, rows, facts FROM old_sources")
    rows.put(db, (rows.row(key, former.of_2(key, seen, facts, steps)) for key, seen, facts in old))
    for run, key, asked, data in db.execute("SELECT run, key, asked, data FROM old_fresh ORDER BY rowid"):
        seen = former.fresh_of_2(data)
        fresh.put(db, run, [fresh.kept(key, seen, pack(key, seen), asked=bool(asked))])
    for table in ("old_sources", "old_fresh"):
        db.execute(f"DROP TABLE {table}")


def _from_3(db: sqlite3.Connection) -> None:
    """Version 3 had the parts of a head, and of what an open run saw, each in a column of its own."""
    _set_aside(db, "sources", "fresh")
    parts = "last, digest, course, marks, extra, costs, facts"
    old = db.execute(f"SELECT key, {parts} FROM old_sources")  # noqa: S608  # our own names
    rows.put(db, (rows.row(key, former.of_3(*record)) for key, *record in old))
    parts = "key, asked, digest, cost, extra, facts"
    for run, *one in db.execute(f"SELECT run, {parts} FROM old_fresh ORDER BY rowid"):  # noqa: S608  # our own names
        fresh.put(db, run, [former.fresh_of_3(*one)])
    for table in ("old_sources", "old_fresh"):
        db.execute(f"DROP TABLE {table}")


_STEPS: Mapping[int, Callable[[sqlite3.Connection], None]] = {1: _from_1, 2: _from_2, 3: _from_3}


def _set_aside(db: sqlite3.Connection, *tables: str) -> None:
    """Rename tables of an older version, and make those of the present one that are missing then."""
    for table in tables:
        db.execute(f"ALTER TABLE {table} RENAME TO old_{table}")
    there = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for statement in _TABLES:
        if statement.split()[2] not in there:
            db.execute(statement)


def renew_sources(db: sqlite3.Connection, records: Iterable[rows.Row]) -> None:
    """Put these records in the place of all that are there, which can be read until the last of them is written."""
    db.execute(_SOURCES.format("renewed"))
    rows.put(db, records, table="renewed")
    db.execute("DROP TABLE sources")
    db.execute("ALTER TABLE renewed RENAME TO sources")


def places(db: sqlite3.Connection) -> dict[int, int]:
    """The place of every run in time, by id."""
    rows = db.execute("SELECT id FROM runs ORDER BY started, id")
    return {row[0]: number for number, row in enumerate(rows)}


def steps_of(db: sqlite3.Connection) -> Steps:
    """What adds runs to the histories, as the runs are now."""
    counting = {row[0] for row in db.execute("SELECT id FROM runs WHERE full AND state = 'complete'")}
    return Steps(places(db), counting)
