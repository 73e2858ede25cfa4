"""Choosing among captures: which show the page, and which is nearest to the day the author looked. Pure.

The rules of the design, §9. The target is the end (UTC) of the day aimed at.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from urllib.parse import unquote, urlsplit

from checker import urls
from checker.archive.memento import capture_url, moment
from checker.model import Aim, AimKind, Side, Snapshot

GOOD = frozenset({"200", "203", "206"})
REVISIT = "-"
NEAR = timedelta(days=1)
TIMES_NEARER = 10


@dataclass(frozen=True, slots=True)
class Capture:
    """One row of the capture index: when, of what, with which answer and content digest."""

    timestamp: str
    original: str
    status: str
    digest: str

    @property
    def at(self) -> datetime:
        """The moment of the capture."""
        known = moment(self.timestamp)
        if known is None:
            raise ValueError(f"'{self.timestamp}' is no timestamp")
        return known


@dataclass(frozen=True, slots=True)
class Candidate:
    """A capture worth opening; ``bracketed`` if the page was the same on both sides of the target."""

    capture: Capture
    bracketed: bool = False


def usable(captures: Iterable[Capture], url: str) -> list[Capture]:
    """Captures of this very page that were served as a page, oldest first.

    A revisit record says that the content was that of an earlier capture: it counts where a good one
    has its digest. The index matches loosely (scheme, case, ``www``), so the address is compared again.
    """
    rows = sorted(
        {row for row in captures if moment(row.timestamp) is not None and same_page(row.original, url)},
        key=lambda row: row.timestamp,
    )
    digests = {row.digest for row in rows if row.status in GOOD}
    return [row for row in rows if row.status in GOOD or (row.status == REVISIT and row.digest in digests)]


def same_page(original: str, url: str) -> bool:
    """Whether a captured address is the cited page: scheme, ``www.``, port and final slash apart."""
    return _identity(original) == _identity(url)


def _identity(url: str) -> tuple[str, str, str]:
    parts = urlsplit(url)
    host = urls.host_of(url).removeprefix("www.")
    return host, unquote(parts.path).rstrip("/").casefold(), unquote(parts.query)


def order(captures: Sequence[Capture], aim: Aim | None) -> list[Candidate]:
    """The usable captures in the order they are to be opened, best first."""
    if aim is None:
        return [Candidate(row) for row in reversed(captures)]
    target = datetime.combine(aim.day, time.max, UTC)
    if aim.kind is AimKind.PUBLISHED:
        start = datetime.combine(aim.day, time.min, UTC)
        return [Candidate(row) for row in captures if row.at >= start]
    before = [row for row in captures if row.at <= target][::-1]
    after = [row for row in captures if row.at > target]
    ordered: list[Candidate] = []
    while before or after:
        ordered.append(_better(before, after, target))
        if before and ordered[-1].capture is before[0]:
            before.pop(0)
        else:
            after.pop(0)
    return ordered


def _better(before: Sequence[Capture], after: Sequence[Capture], target: datetime) -> Candidate:
    """Of the last capture before and the first after: the one before, unless the other is far nearer."""
    if not after:
        return Candidate(before[0])
    if not before:
        return Candidate(after[0])
    last, first = before[0], after[0]
    if last.digest and last.digest == first.digest:
        return Candidate(last, bracketed=True)
    ahead, behind = first.at - target, target - last.at
    if ahead <= NEAR or behind > TIMES_NEARER * ahead:
        return Candidate(last if behind <= ahead else first)
    return Candidate(last)


def snapshot(candidate: Candidate, url: str, aim: Aim | None) -> Snapshot:
    """The capture as it is reported; days are whole calendar days (UTC), capture minus aim."""
    row = candidate.capture
    address = capture_url(row.timestamp, row.original or url)
    if aim is None:
        return Snapshot(address, row.timestamp)
    days = (row.at.date() - aim.day).days
    side = Side.SAME_DAY if days == 0 else Side.BEFORE if days < 0 else Side.AFTER
    return Snapshot(address, row.timestamp, days, side, candidate.bracketed)
