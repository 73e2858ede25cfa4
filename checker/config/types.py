"""What sources.yml says, typed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Literal

from msgspec import Struct, field

from checker.dates import Precision
from checker.freshness import DEFAULT_TEMPOS
from checker.model import DeclaredFigure, DeclaredSource, Place, Tempo

Lookup = Literal["failing", "all", "never"]


class DocumentGlob(Struct, frozen=True):
    """Documents to read; ``figures`` is False where they are history."""

    glob: str
    place: Place
    figures: bool = True


class IgnoreRule(Struct, frozen=True):
    """Addresses to leave alone, why, and until which day (included)."""

    url: str
    reason: str
    until: date | None = None

    def applies(self, url: str, today: date) -> bool:
        """Whether the rule holds for an address today."""
        return (self.until is None or today <= self.until) and glob_match(self.url, url)


class HostSettings(Struct, frozen=True):
    """How one host is asked: more request headers, and error statuses that are fine there."""

    headers: Mapping[str, str] = field(default_factory=dict)
    accept: frozenset[int] = frozenset()


class NetworkSettings(Struct, frozen=True):
    """Limits below our defaults; None where nothing is said. ``timeout`` in seconds.

    ``canaries`` are addresses to ask when nobody else answers, to tell a network that is down.
    """

    concurrency: int | None = None
    per_host: int | None = None
    rate: float | None = None
    timeout: float | None = None
    hosts: Mapping[str, HostSettings] = field(default_factory=dict)
    canaries: tuple[str, ...] = ()


class Config(Struct, frozen=True):
    """One sources.yml; ``path`` is None where there is none, ``digest`` the SHA-256 of the file in hex."""

    path: Path | None = None
    documents: tuple[DocumentGlob, ...] = ()
    defaults: Mapping[Precision, Tempo] = field(default_factory=lambda: dict(DEFAULT_TEMPOS))
    ignore: tuple[IgnoreRule, ...] = ()
    network: NetworkSettings = field(default_factory=NetworkSettings)
    lookup: Lookup = "failing"
    sources: tuple[DeclaredSource, ...] = ()
    figures: tuple[DeclaredFigure, ...] = ()
    digest: str = ""

    @classmethod
    def empty(cls) -> Config:
        """The settings where there is no sources.yml."""
        return cls()


def glob_match(pattern: str, text: str) -> bool:
    """Whether a text fits a pattern in which ``*`` stands for anything; all else is literal. Linear."""
    first, *rest = pattern.split("*")
    if not rest:
        return pattern == text
    *middle, last = rest
    if not text.startswith(first) or len(text) < len(first) + len(last) or not text.endswith(last):
        return False
    position, end = len(first), len(text) - len(last)
    for part in middle:
        found = text.find(part, position, end)
        if found < 0:
            return False
        position = found + len(part)
    return True
