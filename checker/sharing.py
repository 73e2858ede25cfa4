"""What many observations have in common is held once in memory. Pure, but for what it remembers."""

from __future__ import annotations

from functools import lru_cache
from sys import intern

_OF_ITS_OWN = frozenset("etag cf-ray x-iinfo x-datadome x-dd-b".split())
"""Headers with which every answer comes anew; the others are few and shared by all that have them."""


def header(name: str, value: str) -> tuple[str, str]:
    """A header as a pair."""
    return (intern(name), value) if name in _OF_ITS_OWN else _pair(name, value)


@lru_cache(maxsize=1024)
def _pair(name: str, value: str) -> tuple[str, str]:
    return intern(name), value
