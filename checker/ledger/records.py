"""The history of one source as it stands in the ledger: what was seen the same is kept once, and small. Pure.

A record has the run that saw the source *last*, a head, and the *facts*, compressed. The head has the *digest* of
what was seen last, the *course* (which run saw which facts), a *mark* for each of the facts (digest and state), the
*extra* of the last row and the *costs* of every row. A run changes the head; the facts change only when the page does.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from checker.ledger import courses
from checker.ledger.courses import Step, Steps
from checker.ledger.packing import (
    DIGEST,
    Packed,
    bare,
    decode_cost,
    decode_extra,
    decode_facts,
    own_of,
    pack,
    parts,
    seen_as,
    squeezed,
    state,
    unpacked,
    when,
)
from checker.observation import Observation
from checker.sightings import Own, Row, Sighting

MARK = DIGEST + 4
"""Bytes of a mark."""


class Head(msgspec.Struct, array_like=True, gc=False):
    """What a run changes of a record."""

    digest: bytes = b""
    course: bytes = courses.EMPTY
    extra: bytes = b""
    marks: bytes = b""
    costs: bytes = b""


class Record(msgspec.Struct, gc=False):
    """What the ledger keeps of one source."""

    last: int = 0
    head: Head = msgspec.field(default_factory=Head)
    facts: bytes = b""


encode_head = msgspec.msgpack.Encoder().encode
decode_head = msgspec.msgpack.Decoder(Head).decode


class Damage(ValueError):
    """A record whose parts do not fit together."""


def added(record: Record, key: str, seen: Packed, steps: Steps, run: int, *, asked: bool = True, more: int = 0) -> None:
    """Add what a run saw to the record of a source, and prune it (see :mod:`checker.ledger.pruning`).

    The facts of ``seen`` may be left out where the record has them. Its ``facts`` stay the same object where
    nothing about them changes.

    Raises:
        msgspec.DecodeError, zlib.error, ValueError: the record is damaged.
    """
    head = record.head
    number = number_of(head.marks, seen.digest)
    new: int | None = None
    changed: list[msgspec.Raw] | None = None
    if number is None:
        changed = [*parts(record.facts, key), msgspec.Raw(_present(seen))]
        number, new = len(changed) - 1, _new(head, seen)
    step = steps.step(head.course, run, number, new, asked=asked, more=more)
    if step.facts is not None:
        changed = parts(record.facts, key) if changed is None else changed
        changed = [changed[one] for one in step.facts]
        head.marks = b"".join([head.marks[one * MARK : (one + 1) * MARK] for one in step.facts])
    if changed is not None:
        record.facts = squeezed(changed, key)
    head.course = step.course
    head.costs = grown(head.costs, seen.cost, step)
    if step.last:
        record.last, head.digest, head.extra = run, seen.digest, seen.extra


def again(head: Head, seen: Packed, steps: Steps, run: int) -> Head | None:
    """The head of a record once a run was asked and saw what was seen last; None where more than that changes."""
    step = steps.again(head.course, run) if head.digest == seen.digest else None
    if step is None or not step.last or step.facts is not None:
        return None
    return Head(seen.digest, step.course, seen.extra, head.marks, grown(head.costs, seen.cost, step))


def first(seen: Packed, squeezed: bytes, steps: Steps, run: int, *, asked: bool) -> Record:
    """The record of a source that a run was the first to see; its facts are squeezed already."""
    step = steps.step(courses.EMPTY, run, 0, 0, asked=asked)
    costs = grown(b"", seen.cost, step)
    return Record(run, Head(seen.digest, step.course, seen.extra, seen.digest + seen.state, costs), squeezed)


def number_of(marks: bytes, digest: bytes) -> int | None:
    """The number of the facts with this digest."""
    for at in range(0, len(marks), MARK):
        if marks.startswith(digest, at):
            return at // MARK
    return None


def named(key: str, record: Record | None, digest: bytes) -> bytes:
    """The facts with this digest, as bytes.

    Raises:
        msgspec.DecodeError, zlib.error, IndexError, Damage: they are not there.
    """
    number = number_of(record.head.marks, digest) if record else None
    if record is None or number is None:
        raise Damage("facts that are not there")
    return bytes(parts(record.facts, key)[number])


def _present(seen: Packed) -> bytes:
    if not seen.facts:
        raise Damage("facts that are not there")
    return seen.facts


def _new(head: Head, seen: Packed) -> int:
    """Mark new facts; the number of their state, among those that are known."""
    mark = seen.state or state(decode_facts(seen.facts))
    states = courses.known(head.course).states
    known = [states[at // MARK] for at in range(0, len(head.marks), MARK) if head.marks.startswith(mark, at + DIGEST)]
    head.marks += seen.digest + mark
    return known[0] if known else max(states, default=-1) + 1


def grown(costs: bytes, cost: bytes, step: Step) -> bytes:
    """The costs of the rows that stay, each with its length before it, and that of the new one."""
    new = len(cost).to_bytes(1, "big") + cost
    if step.cut is None:
        old = [*chunks(costs), new]
        return b"".join([old[place] for place in step.stay])
    first, end = step.cut
    start = 0
    for _ in range(first) if first < end else ():
        start += 1 + costs[start]
    rest = start
    for _ in range(first, end):
        rest += 1 + costs[rest]
    return costs[:start] + costs[rest:] + new if first < end else costs + new


def chunks(costs: bytes) -> list[bytes]:
    """The costs of each row, with their length before them."""
    ends = [0]
    while ends[-1] < len(costs):
        ends.append(ends[-1] + 1 + costs[ends[-1]])
    return [costs[start:end] for start, end in pairwise(ends)]


def facts(key: str, record: Record) -> list[Observation]:
    """The facts of a record, by number.

    Raises:
        msgspec.DecodeError, zlib.error, ValueError: it is damaged.
    """
    found = [bare(one) for one in unpacked(record.facts, key)]
    if len(found) != len(courses.known(record.head.course).states):
        raise Damage("facts that are not there")
    return found


def sightings(key: str, record: Record) -> Sequence[Sighting]:
    """What a record says, oldest first.

    Raises:
        msgspec.DecodeError, zlib.error, IndexError, ValueError: it is damaged.
    """
    rows = courses.known(record.head.course).course.rows
    costs = chunks(record.head.costs)
    seen = facts(key, record)
    found = [_sighting(row, seen[row.facts], cost, None) for row, cost in zip(rows, costs, strict=True)]
    if found:
        own = own_of(found[-1].facts, decode_extra(record.head.extra))
        found[-1] = msgspec.structs.replace(found[-1], own=own)
    return found


def last(key: str, record: Record) -> Observation:
    """What was seen last; there must be something. Of the marks and the costs before the last it makes no use.

    Raises:
        msgspec.DecodeError, zlib.error, IndexError, ValueError: the record is damaged.
    """
    head = record.head
    row = courses.known(head.course).course.rows[-1]
    return seen_as(bytes(parts(record.facts, key)[row.facts]), last_chunk(head.costs)[1:], head.extra)


def last_chunk(costs: bytes) -> bytes:
    """The cost of the last row, with its length before it."""
    at = end = 0
    while end < len(costs):
        at, end = end, end + 1 + costs[end]
    return costs[at:]


def _sighting(row: Row, seen: Observation, chunk: bytes, own: Own | None) -> Sighting:
    cost = decode_cost(chunk[1:])
    read_at = None if cost.read_at is None else when(cost.read_at)
    at = when(cost.at)
    return Sighting(row.run, seen, at, cost.requests, cost.elapsed_ms, row.asked, row.more, read_at, own)


def recorded(key: str, seen: Sequence[Sighting], steps: Steps) -> Record:
    """The record that sightings make, which come in the order of their runs."""
    record = Record()
    for one in seen:
        added(record, key, pack(key, one.observation), steps, one.run, asked=one.asked, more=one.more)
    return record
