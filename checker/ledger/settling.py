"""How what a run saw becomes part of the histories when it ends: in one pass, in the order of the keys."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import msgspec

from checker.ledger import records, schema
from checker.ledger.packing import Packed, parts, seen_as
from checker.ledger.records import Record, added
from checker.observation import Observation

_AT_ONCE = 500
# The last thing a run says of a source counts. Records are written in the order of the keys, as they stand on
# the disk, and each is read only once, just before.
_SEEN = """
    SELECT one.key, one.asked, one.digest, one.facts, one.cost, one.extra,
           s.last, s.digest, s.course, s.marks, s.extra, s.costs, s.facts
    FROM (SELECT key, max(rowid) AS id FROM fresh WHERE run = ? GROUP BY key) AS last
    CROSS JOIN fresh AS one ON one.rowid = last.id LEFT JOIN sources AS s ON s.key = last.key
"""
_FRESH = """
    SELECT one.key, one.asked, one.digest, one.facts, one.cost, one.extra, s.marks, s.facts
    FROM fresh AS one LEFT JOIN sources AS s ON s.key = one.key AND one.facts IS NULL
    WHERE one.run = ? ORDER BY one.rowid
"""
_GROWN = "UPDATE sources SET last = ?, course = ?, extra = ?, costs = ? WHERE key = ?"
_DIGEST, _COURSE, _COSTS = (Record.__struct_fields__.index(name) for name in ("digest", "course", "costs"))


def settle(db: sqlite3.Connection, run: int) -> None:
    """Make what a run saw part of the histories, within a transaction of the caller.

    Raises:
        msgspec.DecodeError, zlib.error, ValueError, IndexError: a record is damaged.
    """
    steps = schema.steps_of(db)
    rows = db.execute(_SEEN, (run,))
    while some := rows.fetchmany(_AT_ONCE):
        same, other = [], []
        for key, asked, digest, facts, cost, extra, *kept in some:
            step = steps.again(kept[_COURSE], run) if asked and digest == kept[_DIGEST] else None
            if step is not None and step.last and step.facts is None:  # as nearly always
                same.append((run, step.course, extra, records.grown(kept[_COSTS], cost, step), key))
                continue
            record = Record() if kept[_COURSE] is None else Record(*kept)
            added(record, key, Packed(digest, facts or b"", cost, extra), steps, run, asked=bool(asked))
            other.append((key, *msgspec.structs.astuple(record)))
        db.executemany(_GROWN, same)
        db.executemany(schema.PUT, other)
    db.execute("DELETE FROM fresh WHERE run = ?", (run,))


def fresh(db: sqlite3.Connection, run: int) -> Iterator[tuple[str, Observation, bool]]:
    """What an unfinished run saw, in the order it came: the key, the observation, whether it was asked.

    Raises:
        msgspec.DecodeError, zlib.error, ValueError, IndexError: a record is damaged.
    """
    for key, asked, digest, facts, cost, extra, marks, known in db.execute(_FRESH, (run,)):
        if facts is None:
            number = records.number_of(marks or b"", digest)
            if number is None:
                raise records.Damage("facts that are not there")
            facts = bytes(parts(known, key)[number])
        yield key, seen_as(facts, cost, extra), bool(asked)
