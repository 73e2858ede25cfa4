"""How one run is to go, and the world it goes to: the two arguments of the pipeline besides what is read."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec import Struct, field

from checker.changes import Before
from checker.copies import Lookup
from checker.fetch.limits import Limits
from checker.fetch.transport import Transport
from checker.placeholders import Network
from checker.progress import Progress, silent
from checker.rejoining import Rejoined
from checker.shards import Shard


class World(Struct, frozen=True):
    """What lies outside: the live web and the Archive, each behind one transport.

    ``archive_base`` is one address that stands in for the Archive's own, see ``--wayback``; ``aggregator``
    one that knows the other archives.
    """

    web: Transport
    archive: Transport
    archive_base: str | None = None
    aggregator: str | None = None
    simulated: bool = False


class Settings(Struct, frozen=True):
    """How one run is to go. ``now`` is its clock, ``today`` the day figures are judged on, ``via`` a proxy.

    Results younger than ``max_age`` are used again.
    """

    now: datetime
    today: date
    full: bool
    limits: Limits = field(default_factory=Limits)
    offline: bool = False
    lookup: Lookup = "failing"
    archive_share: int = 1
    compare: bool = False
    only: tuple[str, ...] = ()
    allow: tuple[Network, ...] = ()
    config_name: str | None = None
    browse: str | None = None
    before: Before | None = None
    shard: Shard | None = None
    joined: Rejoined | None = None
    progress: Progress = silent
    via: str = ""
    max_age: timedelta | None = None
