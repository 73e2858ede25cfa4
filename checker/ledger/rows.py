"""Records as rows of the table of sources."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator

from checker.ledger.records import Head, Record, decode_head, encode_head

Row = tuple[str, int, bytes, bytes]
_ALL = "SELECT key, last, head, facts FROM sources"


def row(key: str, record: Record) -> Row:
    """The record of one source as it is written."""
    return key, record.last, encode_head(record.head), record.facts


def put(db: sqlite3.Connection, rows: Iterable[Row], *, table: str = "sources") -> None:
    """Write records, in place of those that are there."""
    db.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?, ?)", rows)  # noqa: S608  # our own names


def grow(db: sqlite3.Connection, last: int, heads: Iterable[tuple[bytes, str]]) -> None:
    """Write new heads, each with its key, of records that are there and whose facts stay; ``last`` saw them."""
    db.executemany(f"UPDATE sources SET last = {last:d}, head = ? WHERE key = ?", heads)  # noqa: S608  # a number


def heads(db: sqlite3.Connection, keys: Collection[str]) -> dict[str, Head]:
    """The heads of some records, by key.

    Raises:
        msgspec.DecodeError: one is damaged.
    """
    rows = db.execute(f"SELECT key, head FROM sources WHERE key IN ({_marks(keys)})", list(keys))  # noqa: S608  # marks
    return {key: decode_head(head) for key, head in rows}


def records(db: sqlite3.Connection, keys: Collection[str]) -> dict[str, Record]:
    """Some records, by key; those that nothing is known of are left out.

    Raises:
        msgspec.DecodeError: one is damaged.
    """
    rows = db.execute(f"{_ALL} WHERE key IN ({_marks(keys)})", list(keys))
    return {key: Record(last, decode_head(head), facts) for key, last, head, facts in rows}


def record(db: sqlite3.Connection, key: str) -> Record | None:
    """One record, if it is there.

    Raises:
        msgspec.DecodeError: it is damaged.
    """
    return records(db, (key,)).get(key)


def everything(db: sqlite3.Connection) -> Iterator[Row]:
    """All records as they are written, in the order of the keys."""
    return iter(db.execute(f"{_ALL} ORDER BY key"))


def _marks(keys: Collection[str]) -> str:
    return ", ".join("?" * len(keys))
