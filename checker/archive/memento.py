"""Mementos and their addresses: 14-digit timestamps, capture addresses, what they are captures of. Pure.

A capture's published address is always ``https://web.archive.org/web/TIMESTAMP/URL``, whatever service
answered for the Archive.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

ARCHIVE = "https://web.archive.org"
_CAPTURE = re.compile(
    r"(?:https?:)?//(?:web\.|www\.)?archive\.org/(?:web/)?(\d{1,14}|\*)?(?:[a-z]{2}_)?/?(https?:/{1,2}.+)",
    re.IGNORECASE | re.ASCII,
)
_OTHER = re.compile(
    r"https?://(?:archive\.(?:today|ph|is|li|vn|fo|md)|(?:www\.)?webcitation\.org|perma\.cc|arquivo\.pt/(?:wayback|noframe)|"
    r"webarchive\.nationalarchives\.gov\.uk|webarchive\.loc\.gov|wayback\.archive-it\.org|"
    r"(?:www\.)?webarchive\.org\.uk|vefsafn\.is|ghostarchive\.org|megalodon\.jp)(?:/|$)",
    re.IGNORECASE | re.ASCII,
)
_TIMESTAMP = re.compile(r"\d{14}", re.ASCII)


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


def capture_url(stamp: str, url: str) -> str:
    """The published address of a capture."""
    return f"{ARCHIVE}/web/{stamp}/{url}"


def captured(url: str) -> tuple[str, str] | None:
    """Timestamp and original address of a Wayback capture address; None for any other address."""
    match = _CAPTURE.fullmatch(url)
    if match is None:
        return None
    return (match[1] or "").replace("*", ""), re.sub(r"^(https?:)/+", r"\1//", match[2])


def is_archive(url: str) -> bool:
    """Whether an address is itself an archived copy, in the Wayback Machine or elsewhere."""
    return captured(url) is not None or bool(_OTHER.match(url))
