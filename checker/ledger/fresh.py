"""What a run saw and has not yet made part of the histories: safe from a kill at once, many sources at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

import msgspec

from checker.ledger.packing import Packed, parts, squeezed, state
from checker.observation import Observation

_AT_ONCE = 500
"""So many sources share a row at most."""


class Fresh(msgspec.Struct, array_like=True, gc=False):
    """What a run saw of one source; ``asked`` as in a sighting.

    The facts are left out of ``seen``: they are ``squeezed``, as in a record that has no others, or in the history.
    """

    key: str
    asked: bool
    seen: Packed
    squeezed: bytes = b""


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(list[Fresh]).decode


def kept(key: str, seen: Observation, packed: Packed, *, asked: bool) -> Fresh:
    """What is kept of an observation, which is ``packed`` already."""
    if not packed.facts:
        return Fresh(key, asked, packed)
    bare = Packed(packed.digest, packed.cost, packed.extra, state=state(seen))
    return Fresh(key, asked, bare, squeezed([msgspec.Raw(packed.facts)], key))


def whole(one: Fresh) -> Packed:
    """What was seen, with its facts, where they are here.

    Raises:
        msgspec.DecodeError, zlib.error, IndexError: they are damaged.
    """
    if not one.squeezed:
        return one.seen
    return msgspec.structs.replace(one.seen, facts=bytes(parts(one.squeezed, one.key)[0]))


def put(db: sqlite3.Connection, run: int, seen: Sequence[Fresh]) -> None:
    """Keep what a run saw, within a transaction of the caller."""
    rows = [(run, _encode(seen[first : first + _AT_ONCE])) for first in range(0, len(seen), _AT_ONCE)]
    db.executemany("INSERT INTO fresh VALUES (?, ?)", rows)


def batches(db: sqlite3.Connection, run: int) -> Iterator[list[Fresh]]:
    """What a run saw, in the order it came, as it was put.

    Raises:
        msgspec.DecodeError: a row is damaged.
    """
    for (data,) in db.execute("SELECT seen FROM fresh WHERE run = ? ORDER BY rowid", (run,)):
        yield _decode(data)


def drop(db: sqlite3.Connection, run: int) -> None:
    """Let go of what a run saw."""
    db.execute("DELETE FROM fresh WHERE run = ?", (run,))
