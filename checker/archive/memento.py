"""Mementos and their addresses: 14-digit timestamps, capture addresses, what they are captures of. Pure.

A capture's published address is always ``https://web.archive.org/web/TIMESTAMP/URL``, whatever service
answered for the Archive.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from checker.patterns import regex

ARCHIVE = "https://web.archive.org"
_REPLAYED = regex(r"(?:https?:)?(?://[^/?#]*)?/web/(\d{4,14})(?:[a-z]{2}_)?/(\S+)", re.IGNORECASE | re.ASCII)
_SCHEME = regex(r"(https?):/{0,3}", re.IGNORECASE | re.ASCII)
_TIMESTAMP = regex(r"\d{14}", re.ASCII)


def moment(timestamp: str) -> datetime | None:
    """The UTC moment of a 14-digit timestamp; None where it is none.

    Captures of about the year 2000 carry months and days ``00`` (edgi/wayback): read as the first.
    """
    if not _TIMESTAMP.fullmatch(timestamp):
        return None
    year, month, day = timestamp[:4], max(timestamp[4:6], "01"), max(timestamp[6:8], "01")
    try:
        return datetime.strptime(f"{year}{month}{day}{timestamp[8:]}", "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def timestamp(day: date, *, end: bool) -> str:
    """The first or the last second of a UTC day as a timestamp."""
    return f"{day:%Y%m%d}{'235959' if end else '000000'}"


def stamped(http_date: str) -> str | None:
    """The timestamp of a ``Memento-Datetime`` (RFC 7089 §2.1.1); None where it is no date."""
    try:
        return parsedate_to_datetime(http_date).astimezone(UTC).strftime("%Y%m%d%H%M%S")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def capture_url(stamp: str, url: str) -> str:
    """The published address of a capture."""
    return f"{ARCHIVE}/web/{stamp}/{url}"


def replayed(address: str) -> tuple[str, str] | None:
    """Timestamp (14 digits) and page of an address that the Archive, or what stands in for it, leads to.

    Relative addresses count too, and so does a page whose scheme lost a slash or is not there at all.
    """
    match = _REPLAYED.fullmatch(address.strip())
    if match is None or moment(match[1].ljust(14, "0")) is None:
        return None
    scheme = _SCHEME.match(match[2])
    page = f"{scheme[1].lower()}://{match[2][scheme.end() :]}" if scheme else f"http://{match[2]}"
    return match[1].ljust(14, "0"), page
