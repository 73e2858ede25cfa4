"""What ledgers of older versions hold, as records of the present one. Pure.

In version 2 the facts had the moment when a page was read among them, so that a page that never changed had several.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import msgspec
from msgspec.structs import replace

from checker.ledger.courses import Steps
from checker.ledger.dictionary import OF_2
from checker.ledger.fresh import Fresh
from checker.ledger.packing import (
    MOST,
    Cost,
    Extra,
    Packed,
    decode_facts,
    encode,
    moment,
    pack,
    seen_as,
    squeezed,
    state,
)
from checker.ledger.records import Head, Record, added, recorded
from checker.observation import Observation
from checker.sightings import Sighting


class _Row(msgspec.Struct, array_like=True):
    run: int
    facts: int
    at: int
    requests: int = 0
    elapsed_ms: int = 0
    asked: bool = True
    more: int = 0


class _Last(msgspec.Struct, array_like=True):
    tries: Sequence[tuple[str | None, str]] = ()
    headers: Sequence[tuple[str, str]] = ()


class _Rows(msgspec.Struct, array_like=True):
    rows: Sequence[_Row] = ()
    marks: Sequence[tuple[bytes, int]] = ()
    last: _Last = msgspec.field(default_factory=_Last)


_decode_rows = msgspec.msgpack.Decoder(_Rows).decode
_decode_facts = msgspec.msgpack.Decoder(list[Observation]).decode
fresh_of_2 = msgspec.msgpack.Decoder(Observation).decode


def of_1(
    rows: Iterable[tuple[str, int, bytes]], steps: Steps, place: Mapping[int, int]
) -> Iterator[tuple[str, Record]]:
    """The records of version 1, each with its key; ``rows`` are those of its observations, by key."""
    for key, group in groupby(rows, key=lambda row: row[0]):
        seen = {run: msgspec.json.decode(data, type=Observation) for _, run, data in group if run in place}
        ordered = [Sighting.of(run, seen[run]) for run in sorted(seen, key=lambda run: place[run])]
        if ordered:
            yield key, recorded(key, ordered, steps)


def of_2(key: str, rows: bytes, facts: bytes, steps: Steps) -> Record:
    """A record of version 2.

    Raises:
        msgspec.DecodeError, zlib.error, IndexError: it is damaged.
    """
    known = _decode_rows(rows)
    seen = _decode_facts(zlib.decompressobj(zdict=OF_2).decompress(facts, MOST))
    packed = [pack(key, replace(one, read_at=None)) for one in seen]
    record = Record()
    for row in known.rows:
        read = seen[row.facts].read_at
        cost = Cost(row.at, row.requests, row.elapsed_ms, moment(read) if read else None)
        one = msgspec.structs.replace(packed[row.facts], cost=encode(cost))
        if row is known.rows[-1]:
            extra = Extra(known.last.tries, known.last.headers)
            one = pack(key, seen_as(one.facts, one.cost, encode(extra)))
        added(record, key, one, steps, row.run, asked=row.asked, more=row.more)
    return record


def of_3(last: int, digest: bytes, course: bytes, marks: bytes, extra: bytes, costs: bytes, facts: bytes) -> Record:
    """A record of version 3."""
    return Record(last, Head(digest, course, extra, marks, costs), facts)


def fresh_of_3(key: str, asked: int, digest: bytes, cost: bytes, extra: bytes, facts: bytes | None) -> Fresh:
    """What an open run of version 3 saw of a source.

    Raises:
        msgspec.DecodeError: it is damaged.
    """
    if facts is None:
        return Fresh(key, bool(asked), Packed(digest, cost, extra))
    seen = Packed(digest, cost, extra, state=state(decode_facts(facts)))
    return Fresh(key, bool(asked), seen, squeezed([msgspec.Raw(facts)], key))
