"""What a server asks of us by ``Retry-After`` (RFC 9110 §10.2.3). Pure."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST = 30.0
"""Seconds that we wait for; who asks for more limits us, see the design, §7."""
ASKING = frozenset({429, 503})
"""The statuses by which a server says that it may be asked again."""
_UNITS = ((86_400, "day"), (3_600, "hour"), (60, "minute"))


def http_date(text: str) -> datetime | None:
    """The moment that a header names; None where it names none."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def seconds(value: str, now: datetime) -> float | None:
    """The seconds that a value of the header asks to wait from ``now``; None where it means nothing; never negative."""
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    moment = http_date(text)
    return None if moment is None else max(0.0, (moment - now).total_seconds())


def told(wait: float) -> str:
    """A time in words, in the largest unit of which it has one: ``1 day``, ``50 seconds``."""
    size, unit = next(((size, unit) for size, unit in _UNITS if wait >= size), (1, "second"))
    count = round(wait / size)
    return f"{count} {unit}{'s' * (count != 1)}"
