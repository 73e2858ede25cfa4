"""A part of all sources, by host, so that several machines can share the work and stay polite. Pure."""

from __future__ import annotations

import re
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace

from checker import urls
from checker.inventory import Inventory
from checker.patterns import regex
from checker.reasons import Reason

MOST = 256
"""GitHub starts at most 256 jobs of a matrix (docs.github.com, 2026-11)."""
_WRITTEN = regex(r"([1-9]\d{0,2})/([1-9]\d{0,2})", re.ASCII)


class Shard(Struct, frozen=True):
    """The ``number``-th part ``of`` so many; both begin at 1."""

    number: int
    of: int

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"

    def holds(self, host: str) -> bool:
        """Whether a host is of this part; each host is of one part, on every machine and in every version."""
        return int.from_bytes(sha256(host.encode("utf-8", "surrogatepass")).digest()[:8]) % self.of == self.number - 1


def parse(text: str) -> Shard | None:
    """``3/8``; None where it is not written so."""
    found = _WRITTEN.fullmatch(text)
    if found is None or not int(found[1]) <= int(found[2]) <= MOST:
        return None
    return Shard(int(found[1]), int(found[2]))


def part(stock: Inventory, shard: Shard) -> Inventory:
    """The inventory with the sources of other parts settled: they are asked elsewhere."""
    sources = tuple(
        source
        if source.settled is not None or shard.holds(urls.host_of(source.url))
        else replace(source, settled=Reason.NOT_SELECTED, settled_why=f"asked by another shard than {shard}")
        for source in stock.sources
    )
    return replace(stock, sources=sources)
