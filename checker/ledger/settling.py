"""How what a run saw becomes part of the histories when it ends: in one pass, in the order of the keys."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from checker.ledger import fresh, records, rows, schema
from checker.ledger.courses import Steps
from checker.ledger.fresh import Fresh
from checker.ledger.packing import seen_as
from checker.ledger.records import Record, encode_head
from checker.observation import Observation

_AT_ONCE = 500


def settle(db: sqlite3.Connection, run: int) -> None:
    """Make what a run saw part of the histories, within a transaction of the caller.

    The last thing a run says of a source counts. Records are read and written in the order of the keys, as they
    stand on the disk.

    Raises:
        msgspec.DecodeError, zlib.error, ValueError, IndexError: a record is damaged.
    """
    steps = schema.steps_of(db)
    seen = {one.key: one for some in fresh.batches(db, run) for one in some}
    keys = sorted(seen)
    for first in range(0, len(keys), _AT_ONCE):
        some = [seen[key] for key in keys[first : first + _AT_ONCE]]
        left = _seen_again(db, some, steps, run)
        if left:
            rows.put(db, list(_changed(db, left, steps, run)))
    fresh.drop(db, run)


def _seen_again(db: sqlite3.Connection, seen: Sequence[Fresh], steps: Steps, run: int) -> list[Fresh]:
    """Write down what was asked and seen as it was seen last, as nearly always; the others are left."""
    heads = rows.heads(db, [one.key for one in seen])
    grown, left = [], []
    for one in seen:
        head = heads.get(one.key) if one.asked else None
        new = records.again(head, one.seen, steps, run) if head else None
        if new:
            grown.append((encode_head(new), one.key))
        else:
            left.append(one)
    rows.grow(db, run, grown)
    return left


def _changed(db: sqlite3.Connection, seen: Sequence[Fresh], steps: Steps, run: int) -> Iterator[rows.Row]:
    """The records of sources that are new, or of which something else was seen than last."""
    known = rows.records(db, [one.key for one in seen])
    for one in seen:
        record = known.get(one.key)
        if record is None and one.squeezed:
            record = records.first(one.seen, one.squeezed, steps, run, asked=one.asked)
        else:
            record = record or Record()
            records.added(record, one.key, fresh.whole(one), steps, run, asked=one.asked)
        yield rows.row(one.key, record)


def unfinished(db: sqlite3.Connection, run: int) -> Iterator[tuple[str, Observation, bool]]:
    """What an unfinished run saw, in the order it came: the key, the observation, whether it was asked.

    Raises:
        msgspec.DecodeError, zlib.error, ValueError, IndexError: a record is damaged.
    """
    for some in fresh.batches(db, run):
        known = rows.records(db, [one.key for one in some if not one.squeezed])
        for one in some:
            facts = fresh.whole(one).facts or records.named(one.key, known.get(one.key), one.seen.digest)
            yield one.key, seen_as(facts, one.seen.cost, one.seen.extra), one.asked
