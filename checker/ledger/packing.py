"""The history of one source as bytes: what was seen the same is kept once, and small. Pure.

A record has two parts. The *rows* say which run saw which facts, when and at what cost; they change with
every run. The *facts* are what was seen, compressed; they change only when the page does. What differs at
every answer (:data:`VOLATILE` headers, the tries) is kept for the last row alone.
"""

from __future__ import annotations

import zlib
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

import msgspec

from checker.ledger.pruning import Row, kept
from checker.memory import Sighting
from checker.observation import Observation, Try

VOLATILE = frozenset("etag last-modified cf-ray x-iinfo x-datadome x-dd-b via x-cache retry-after".split())
"""Headers whose values change from answer to answer; that they were there stays among the facts."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_LEVEL = 6
# Part of the format: what every record holds, so that it costs next to nothing. Never change it.
_WORDS = (
    b"present absent timeout connection-refused connection-reset connection-failed dns-nxdomain dns-failure tls-"
    b"http://www. .org/ .com/ https://www. text/html; charset=utf-8 server nginx Apache cloudflare cf-ray "
    b"\xaeredirect\xa5rule\xa4text\xa5signs\xa8modified\xa8language\xa7refresh\xa9canonical\xa8complete\xa5words"
    b"\xa8headings\xa5title\xa4page\xadcontent-type\xa6server\xa4etag\xadlast-modified\xa6status\xa8location\xa3url"
    b"\xa2at\xb41970-01-01T00:00:00Z\xa9final_url\xa4hops\x91\x83\xa3url\xa6status\xcc\xc8\xa8location\xc0"
    b"\xa6status\xcc\xc8\xa7failure\xc0\xa6detail\xa0\xa7headers\x92\xadcontent-type\xb8text/html; charset=utf-8"
    b"\xa8requests\x00\xaaelapsed_ms\x00\xa4page\x89\xa5title\xa8headings\x90\xa5words\xa8complete\xc3\xa9canonical\xc0"
    b"\xa7refresh\xc0\xa8language\xa2en\xa8modified\xc0\xa5signs\x90\xa8fragment\xc0\xafcompleted_chain\xc2\xa5tries\x90"
)


class Extra(msgspec.Struct, array_like=True):
    """What is kept of the last sighting only; a try without address asked the final one."""

    tries: list[tuple[str | None, str]] = []
    headers: list[tuple[str, str]] = []


class Rows(msgspec.Struct, array_like=True):
    """The rows of a record, oldest first, with a mark (digest, state) for each of its facts."""

    rows: list[Row] = []
    marks: list[tuple[bytes, int]] = []
    last: Extra = msgspec.field(default_factory=Extra)


class Record(msgspec.Struct):
    """What the ledger keeps of one source, as it stands in the file."""

    rows: bytes
    facts: bytes


_encode = msgspec.msgpack.Encoder().encode
_decode_rows = msgspec.msgpack.Decoder(Rows).decode
_decode_facts = msgspec.msgpack.Decoder(list[Observation]).decode
_decode_one = msgspec.msgpack.Decoder(Observation).decode


def pack_one(seen: Observation) -> bytes:
    """A whole observation, as it is kept until its run ends."""
    return _encode(seen)


def unpack_one(data: bytes) -> Observation:
    """What :func:`pack_one` packed.

    Raises:
        msgspec.DecodeError: it is nothing of the kind.
    """
    return _decode_one(data)


def added(
    record: Record | None, sightings: Sequence[Sighting], place: Mapping[int, int], counting: Container[int]
) -> Record:
    """The record with more sightings, pruned (see :mod:`checker.ledger.pruning`).

    Args:
        record: what there is so far.
        sightings: to add; one of the same run takes the place of an earlier one.
        place: the place of every run in time; rows of other runs are dropped.
        counting: the runs whose failures are strikes.
    """
    known = _decode_rows(record.rows) if record else Rows()
    before = record.facts if record else b""
    facts: list[Observation] | None = None
    for one in sightings:
        bare = _facts(one.facts)
        data = _encode(bare)
        digest = blake2b(data, digest_size=8).digest()
        number = next((index for index, mark in enumerate(known.marks) if mark[0] == digest), None)
        if number is None:
            number = len(known.marks)
            facts = _unpacked(before) if facts is None else facts
            facts.append(bare)
            known.marks.append((digest, _state(bare)))
        known.rows = [row for row in known.rows if row.run != one.run]
        if all(place.get(row.run, -1) < place[one.run] for row in known.rows):
            known.last = _extra(one.facts)
        at = (one.at - _EPOCH) // _MICROSECOND
        known.rows.append(Row(one.run, number, at, one.requests, one.elapsed_ms, one.asked, one.more))
    known.rows = kept(known.rows, [state for _, state in known.marks], place, counting)
    return _packed(known, before, facts)


def _packed(known: Rows, before: bytes, facts: list[Observation] | None) -> Record:
    """A record without the facts that no row needs any more."""
    used = sorted({row.facts for row in known.rows})
    if facts is None and len(used) == len(known.marks):
        return Record(_encode(known), before)
    facts = _unpacked(before) if facts is None else facts
    places = {old: new for new, old in enumerate(used)}
    for row in known.rows:
        row.facts = places[row.facts]
    known.marks = [known.marks[old] for old in used]
    squeezer = zlib.compressobj(_LEVEL, zdict=_WORDS)
    data = squeezer.compress(_encode([facts[old] for old in used])) + squeezer.flush()
    return Record(_encode(known), data)


def _unpacked(data: bytes) -> list[Observation]:
    if not data:
        return []
    return _decode_facts(zlib.decompressobj(zdict=_WORDS).decompress(data))


def sightings(record: Record) -> list[Sighting]:
    """What a record says, oldest first.

    Raises:
        msgspec.DecodeError, zlib.error, IndexError: it is damaged.
    """
    known = _decode_rows(record.rows)
    facts = _unpacked(record.facts)
    found = [
        Sighting(
            row.run,
            facts[row.facts],
            datetime.fromtimestamp(row.at / 1e6, UTC),
            row.requests,
            row.elapsed_ms,
            row.asked,
            row.more,
        )
        for row in known.rows
    ]
    if found:
        found[-1] = msgspec.structs.replace(found[-1], facts=_completed(found[-1].facts, known.last))
    return found


def _facts(seen: Observation) -> Observation:
    """An observation without what differs from answer to answer."""
    headers = tuple((name, "" if name in VOLATILE else value) for name, value in seen.headers)
    return replace(seen, at=_EPOCH, requests=0, elapsed_ms=0, tries=(), headers=headers)


def _extra(seen: Observation) -> Extra:
    tries = [(None if one.url == seen.final_url else one.url, one.outcome) for one in seen.tries]
    return Extra(tries, [(name, value) for name, value in seen.headers if name in VOLATILE])


def _completed(facts: Observation, last: Extra) -> Observation:
    values = iter(last.headers)
    headers = tuple(next(values, one) if one[0] in VOLATILE else one for one in facts.headers)
    tries = tuple(Try(facts.final_url if url is None else url, outcome) for url, outcome in last.tries)
    return replace(facts, headers=headers, tries=tries)


def _state(facts: Observation) -> int:
    """What no rule can overlook: a change of it is kept for good."""
    page = facts.page
    rules = sorted({sign.rule for sign in page.signs}) if page else None
    parts: tuple[object, ...] = (facts.status, facts.failure, facts.final_url, facts.fragment, rules)
    parts = parts if facts.cited_copy is None else (*parts, facts.cited_copy.value)
    return zlib.crc32(repr(parts).encode("utf-8", "surrogatepass"))
