"""Who does what in the simulated web, week by week. Invented: it says nothing about the real sites."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum

RUNS = tuple(datetime(2026, 11, day, 5, 31, tzinfo=UTC) for day in (2, 9, 16, 23))
"""When the simulated runs start: four Mondays."""


class Behaviour(StrEnum):
    """How a simulated server answers."""

    ALIVE = "alive"
    TO_HTTPS = "to-https"
    MOVED = "moved"
    NOT_FOUND = "not-found"
    GONE = "gone"
    SOFT_404 = "soft-404"
    TO_HOME = "to-home"
    PARKED = "parked"
    BOT_WALL = "bot-wall"
    FORBIDDEN = "forbidden"
    RATE_LIMITED = "rate-limited"
    TO_LOGIN = "to-login"
    PAYWALL = "paywall"
    SILENT = "silent"
    REFUSED = "refused"
    NO_DOMAIN = "no-domain"
    TLS_EXPIRED = "tls-expired"
    UNAVAILABLE = "unavailable"
    DOI = "doi"


_A, _B = Behaviour.ALIVE, Behaviour
BY_SOURCE: Mapping[str, tuple[Behaviour, Behaviour, Behaviour, Behaviour]] = {
    "economist-2019": (_B.PAYWALL,) * 4,
    "stronski-2018": (_B.MOVED,) * 4,
    "cooley-2017": (_A, _A, _A, _B.TO_HOME),
    "asan-forum-2019": (_B.PARKED,) * 4,
    "maness-2015": (_B.DOI,) * 4,
    "zhang-2018": (_A, _A, _A, _B.NOT_FOUND),
    "hashimova-2019": (_A, _A, _B.UNAVAILABLE, _A),
    "santander-turkmenistan": (_B.TO_LOGIN,) * 4,
    "stratfor-2018": (_B.SOFT_404,) * 4,
    "hedlund-2019": (_B.NOT_FOUND,) * 4,
    "lo-2019": (_B.BOT_WALL,) * 4,
    "sultonnazarov-2019": (_A, _B.SILENT, _B.SILENT, _B.SILENT),
    "mussin-2017": (_A, _B.NOT_FOUND, _A, _A),
    "barabanov-2018": (_A, _A, _B.RATE_LIMITED, _B.RATE_LIMITED),
    "russell-2019": (_B.TO_HTTPS,) * 4,
    "sullivan-2019": (_B.NO_DOMAIN,) * 4,
    "blank-2014": (_A, _A, _B.FORBIDDEN, _B.FORBIDDEN),
    "trenin-2019": (_B.GONE,) * 4,
    "ren-2019": (_A, _A, _B.TLS_EXPIRED, _B.TLS_EXPIRED),
}
"""Sources that do anything but answer as they should, with their behaviour in each run."""


class Archived(StrEnum):
    """What the simulated Archive holds of a source."""

    USUAL = "usual"
    BRACKETED = "bracketed"
    SAME_DAY = "same-day"
    ERROR_NEAREST = "error-nearest"
    LATER = "later"
    NONE = "none"
    EXCLUDED = "excluded"
    FAILING = "failing"


ARCHIVED: Mapping[str, Archived] = {
    "asan-forum-2019": Archived.BRACKETED,
    "stratfor-2018": Archived.ERROR_NEAREST,
    "hedlund-2019": Archived.SAME_DAY,
    "sullivan-2019": Archived.USUAL,
    "trenin-2019": Archived.LATER,
    "lo-2019": Archived.EXCLUDED,
    "economist-2019": Archived.NONE,
    "barabanov-2018": Archived.FAILING,
}
