"""What was seen as bytes: the facts, which change only when the page does, and what each answer has anew. Pure."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from operator import attrgetter

import msgspec

from checker import sharing, urls
from checker.conditional import is_plain
from checker.ledger.dictionary import OF_3
from checker.observation import Observation, Try
from checker.sightings import Facts, Own, whole

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
_LEVEL, _WINDOW, _EFFORT = 2, 13, 5
"""How facts are compressed: nearly as small as with the most effort and memory, since they are short, and quicker."""


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


class Packed(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True, gc=False):
    """An observation in parts, each as it stands in the ledger: digest, cost, extra, facts and their state.

    The facts may be left out where the ledger has them; the state where they are there.
    """

    digest: bytes
    cost: bytes
    extra: bytes
    facts: bytes = b""
    state: bytes = b""


encode = msgspec.msgpack.Encoder().encode
facts_of = attrgetter(*Facts.__struct_fields__)
"""What of an observation is facts, its headers whole: to tell whether two are the same without writing them out."""
decode_facts = msgspec.msgpack.Decoder(Facts).decode
decode_cost = msgspec.msgpack.Decoder(Cost).decode
decode_extra = msgspec.msgpack.Decoder(Extra).decode
_decode_all = msgspec.msgpack.Decoder(list[Facts]).decode
_decode_parts = msgspec.msgpack.Decoder(list[msgspec.Raw]).decode


def pack(key: str, seen: Observation) -> Packed:
    """The parts of what was seen of a source, but for the state."""
    volatile = [one for one in seen.headers if one[0] in VOLATILE and _is_volatile(one[0], seen.status)]
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
    digest = blake2b(facts, digest_size=DIGEST).digest()
    return Packed(digest, *_changing(seen, volatile, asks=bool(volatile) and _asks(key, seen)), facts)


def pack_again(seen: Observation, digest: bytes, extra: bytes) -> Packed:
    """The same, but for the facts, where these and the headers are those of a last sighting, :data:`facts_of` says.

    Args:
        seen: what was seen.
        digest: that of the facts.
        extra: of the last sighting.
    """
    known = decode_extra(extra)
    return Packed(digest, *_changing(seen, known.headers, asks=known.asks))


def _changing(seen: Observation, volatile: Sequence[tuple[str, str]], *, asks: bool) -> tuple[bytes, bytes]:
    """The cost and the extra of an observation."""
    at = moment(seen.at)
    read = moment(seen.read_at) if seen.read_at else None
    url = seen.final_url
    tries = [(None if one.url == url else one.url, one.outcome) for one in seen.tries]
    return (
        encode(Cost(at, seen.requests, seen.elapsed_ms, read)),
        encode(Extra(tries, volatile, at if read is None else read, asks)),
    )


def _asks(key: str, seen: Observation) -> bool:
    tagged = seen.header("etag") or seen.header("last-modified")
    return bool(tagged) and is_plain(seen, urls.without_fragment(key))


def _is_volatile(name: str, status: int | None) -> bool:
    """Only errors are judged by what a cache says of them."""
    return name in VOLATILE and not (name == "x-cache" and status is not None and status >= 400)


def bare(facts: Facts) -> Observation:
    """The facts as an observation, without time, cost, tries and the values of volatile headers."""
    return whole(facts, Own(facts.headers), EPOCH, 0, 0, None)


def seen_as(facts: bytes, cost: bytes, extra: bytes) -> Observation:
    """A whole observation, from its parts.

    Raises:
        msgspec.DecodeError: they are damaged.
    """
    known, spent = decode_facts(facts), decode_cost(cost)
    read_at = None if spent.read_at is None else when(spent.read_at)
    return whole(known, own_of(known, decode_extra(extra)), when(spent.at), spent.requests, spent.elapsed_ms, read_at)


def own_of(facts: Facts | Observation, extra: Extra) -> Own:
    """The headers and tries of the last sighting, whole again."""
    values, status = iter(extra.headers), facts.status
    whole = [next(values, one) if _is_volatile(one[0], status) else one for one in facts.headers]
    headers = tuple([sharing.header(*one) for one in whole])
    url = facts.final_url
    return Own(headers, tuple([Try(url if other is None else other, outcome) for other, outcome in extra.tries]))


def squeezed(parts: Sequence[msgspec.Raw], key: str) -> bytes:
    """The facts of one source as one, compressed; most of what they say is what all say, and its address."""
    squeezer = zlib.compressobj(_LEVEL, wbits=_WINDOW, memLevel=_EFFORT, zdict=_words(key))
    return squeezer.compress(encode(parts)) + squeezer.flush()


def parts(data: bytes, key: str) -> list[msgspec.Raw]:
    """The facts that were squeezed together.

    Raises:
        msgspec.DecodeError, zlib.error: they are damaged.
    """
    return _decode_parts(_plain(data, key)) if data else []


def unpacked(data: bytes, key: str) -> list[Facts]:
    """The same, read.

    Raises:
        msgspec.DecodeError, zlib.error: they are damaged.
    """
    return _decode_all(_plain(data, key)) if data else []


def _plain(data: bytes, key: str) -> bytes:
    return zlib.decompressobj(zdict=_words(key)).decompress(data, MOST)


def _words(key: str) -> bytes:
    return OF_3 + key.encode("utf-8", "surrogatepass")


def state(facts: Facts | Observation) -> bytes:
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
