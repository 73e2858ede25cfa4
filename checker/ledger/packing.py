"""What was seen as bytes: the facts, which change only when the page does, and what each answer has anew. Pure."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

import msgspec

from checker import urls
from checker.conditional import is_plain
from checker.ledger.dictionary import OF_3
from checker.observation import CitedCopy, Failure, FragmentState, Hop, Observation, PageFacts, Try
from checker.sightings import Own

VOLATILE = frozenset("etag last-modified cf-ray x-iinfo x-datadome x-dd-b via x-cache retry-after".split())
"""Headers whose values change from answer to answer; that they were there stays among the facts."""
DIGEST = 8
"""Bytes of the digest that facts are told apart by."""

CAN_BE_ASKED = b"\xc3"
"""The last byte of an extra whose server can be asked about changes: the True of MessagePack."""
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
MOST = 1 << 26
"""Bytes that facts can have; a file that says more has been tampered with."""
_LEVEL, _WINDOW, _EFFORT = 6, 13, 5
"""How facts are compressed: as small as with the most memory, since they are short, and quicker."""


class Facts(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """An observation without what differs from answer to answer; the fields as there."""

    final_url: str
    hops: tuple[Hop, ...] = ()
    status: int | None = None
    failure: Failure | None = None
    detail: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    page: PageFacts | None = None
    fragment: FragmentState | None = None
    completed_chain: bool = False
    arrivals: int = 0
    cited_copy: CitedCopy | None = None
    copy_beside: bool = False


class Cost(msgspec.Struct, array_like=True, gc=False):
    """What one sighting has of its own: when (microseconds since 1970), at what cost, and when the page was read."""

    at: int
    requests: int
    elapsed_ms: int
    read_at: int | None


class Extra(msgspec.Struct, array_like=True):
    """What is kept of the last sighting only; a try without address asked the final one.

    ``read_at`` is when the page was read (microseconds since 1970); ``asks``, the last, whether its server can be
    asked about changes since then.
    """

    tries: Sequence[tuple[str | None, str]] = ()
    headers: Sequence[tuple[str, str]] = ()
    read_at: int = 0
    asks: bool = False


class Packed(msgspec.Struct, frozen=True, gc=False):
    """An observation in parts, each as it stands in the ledger: digest and bytes of the facts, cost, extra."""

    digest: bytes
    facts: bytes
    cost: bytes
    extra: bytes


encode = msgspec.msgpack.Encoder().encode
decode_facts = msgspec.msgpack.Decoder(Facts).decode
decode_cost = msgspec.msgpack.Decoder(Cost).decode
decode_extra = msgspec.msgpack.Decoder(Extra).decode
_decode_all = msgspec.msgpack.Decoder(list[Facts]).decode
_decode_parts = msgspec.msgpack.Decoder(list[msgspec.Raw]).decode


def pack(key: str, seen: Observation) -> Packed:
    """The parts of what was seen of a source."""
    volatile = [one for one in seen.headers if one[0] in VOLATILE and _is_volatile(one[0], seen.status)]
    tries = [(None if one.url == seen.final_url else one.url, one.outcome) for one in seen.tries]
    facts = encode(
        Facts(
            seen.final_url,
            seen.hops,
            seen.status,
            seen.failure,
            seen.detail,
            tuple([(one[0], "") if one in volatile else one for one in seen.headers]) if volatile else seen.headers,
            seen.page,
            seen.fragment,
            seen.completed_chain,
            seen.arrivals,
            seen.cited_copy,
            seen.copy_beside,
        )
    )
    at, read = moment(seen.at), moment(seen.read_at) if seen.read_at else None
    return Packed(
        blake2b(facts, digest_size=DIGEST).digest(),
        facts,
        encode(Cost(at, seen.requests, seen.elapsed_ms, read)),
        encode(Extra(tries, volatile, at if read is None else read, bool(volatile) and _asks(key, seen))),
    )


def _asks(key: str, seen: Observation) -> bool:
    tagged = seen.header("etag") or seen.header("last-modified")
    return bool(tagged) and is_plain(seen, urls.without_fragment(key))


def _is_volatile(name: str, status: int | None) -> bool:
    """Only errors are judged by what a cache says of them."""
    return name in VOLATILE and not (name == "x-cache" and status is not None and status >= 400)


def bare(facts: Facts) -> Observation:
    """The facts as an observation, without time, cost, tries and the values of volatile headers."""
    return _observation(facts, EPOCH, Cost(0, 0, 0, None), Own(facts.headers))


def seen_as(facts: bytes, cost: bytes, extra: bytes) -> Observation:
    """A whole observation, from its parts.

    Raises:
        msgspec.DecodeError: they are damaged.
    """
    known, spent = decode_facts(facts), decode_cost(cost)
    return _observation(known, when(spent.at), spent, own_of(known, decode_extra(extra)))


def _observation(known: Facts, at: datetime, cost: Cost, own: Own) -> Observation:
    return Observation(
        at=at,
        final_url=known.final_url,
        hops=known.hops,
        status=known.status,
        failure=known.failure,
        detail=known.detail,
        headers=own.headers,
        requests=cost.requests,
        elapsed_ms=cost.elapsed_ms,
        page=known.page,
        fragment=known.fragment,
        completed_chain=known.completed_chain,
        tries=own.tries,
        arrivals=known.arrivals,
        cited_copy=known.cited_copy,
        copy_beside=known.copy_beside,
        read_at=None if cost.read_at is None else when(cost.read_at),
    )


def own_of(facts: Facts | Observation, extra: Extra) -> Own:
    """The headers and tries of the last sighting, whole again."""
    values = iter(extra.headers)
    headers = tuple(next(values, one) if _is_volatile(one[0], facts.status) else one for one in facts.headers)
    return Own(headers, tuple(Try(facts.final_url if url is None else url, outcome) for url, outcome in extra.tries))


def squeezed(parts: Sequence[msgspec.Raw], key: str) -> bytes:
    """The facts of one source as one, compressed; most of what they say is what all say, and its address."""
    squeezer = zlib.compressobj(_LEVEL, wbits=_WINDOW, memLevel=_EFFORT, zdict=_words(key))
    return squeezer.compress(encode(parts)) + squeezer.flush()


def parts(data: bytes, key: str) -> list[msgspec.Raw]:
    """The facts that were squeezed together.

    Raises:
        msgspec.DecodeError, zlib.error: they are damaged.
    """
    return _decode_parts(_whole(data, key)) if data else []


def unpacked(data: bytes, key: str) -> list[Facts]:
    """The same, read.

    Raises:
        msgspec.DecodeError, zlib.error: they are damaged.
    """
    return _decode_all(_whole(data, key)) if data else []


def _whole(data: bytes, key: str) -> bytes:
    return zlib.decompressobj(zdict=_words(key)).decompress(data, MOST)


def _words(key: str) -> bytes:
    return OF_3 + key.encode("utf-8", "surrogatepass")


def state(facts: Observation) -> bytes:
    """What no rule can overlook, in four bytes: a change of it is kept for good."""
    page = facts.page
    rules = sorted({sign.rule for sign in page.signs}) if page else None
    told: tuple[object, ...] = (facts.status, facts.failure, facts.final_url, facts.fragment, rules)
    told = told if facts.cited_copy is None else (*told, facts.cited_copy.value)
    return zlib.crc32(repr(told).encode("utf-8", "surrogatepass")).to_bytes(4, "big")


def moment(at: datetime) -> int:
    """Microseconds since 1970."""
    return (at - EPOCH) // _MICROSECOND


def when(at: int) -> datetime:
    """The moment so many microseconds after 1970."""
    return EPOCH + timedelta(microseconds=at)
