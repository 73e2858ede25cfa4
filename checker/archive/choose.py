"""Choosing among captures: which show the page, and which is nearest to the day the author looked. Pure.

The rules of the design, §9. The target is the end (UTC) of the day aimed at.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time, timedelta
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from checker import urls
from checker.archive.memento import capture_url, moment
from checker.model import Aim, AimKind, Side, Snapshot

GOOD = frozenset({"200", "203", "206"})
REVISIT = "-"
NEAR = timedelta(days=1)
TIMES_NEARER = 10


class Capture(Struct, frozen=True):
    """One row of a capture index: when, of what, with which answer and content digest (empty: not told).

    ``address`` is that of the copy itself, where another archive than the Wayback Machine keeps it.
    """

    timestamp: str
    original: str
    status: str = "200"
    digest: str = ""
    address: str = ""

    @property
    def at(self) -> datetime:
        """The moment of the capture."""
        known = moment(self.timestamp)
        if known is None:
            raise ValueError(f"'{self.timestamp}' is no timestamp")
        return known


class Candidate(Struct, frozen=True):
    """A capture worth opening; ``bracketed`` if the page was the same on both sides of the target."""

    capture: Capture
    bracketed: bool = False


def usable(captures: Iterable[Capture], url: str) -> list[Capture]:
    """Captures of this very page that were served as a page, oldest first; at one moment, the nearest spelling.

    A revisit record says that the content was that of an earlier capture: it counts where a good one
    has its digest. The index matches loosely (scheme, case, ``www``), so the address is compared again.
    """
    rows = {row for row in captures if moment(row.timestamp) is not None and same_page(row.original, url)}
    digests = {row.digest for row in rows if row.status in GOOD and row.digest}
    good = [row for row in rows if row.status in GOOD or (row.status == REVISIT and row.digest in digests)]
    return sorted(good, key=lambda row: (row.timestamp, row.original != url, row.status == REVISIT, row.original))


def same_page(original: str, url: str) -> bool:
    """Whether a captured address is the cited page: scheme, ``www.``, port, case and final slash apart.

    The Archive's own key (SURT) folds case and sorts the parts of a query; so do we.
    """
    return _identity(original) == _identity(url)


def _identity(url: str) -> tuple[str, str, list[str]]:
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", url, []
    host = urls.host_of(url).removeprefix("www.")
    return host, unquote(parts.path).rstrip("/").casefold(), sorted(unquote(parts.query).split("&"))


def settles(nearest: Capture, aim: Aim | None) -> bool:
    """Whether the capture that playback leads to is the one to take, with no need to ask the index.

    Playback names the nearest capture on either side. Of the very day aimed at, none is nearer, and §9
    prefers no other; where no day is known, playback names the newest, which is what is wanted. In all
    other cases the other side could be preferred, or both could be equal (``bracketed``), and only the
    index knows. What is taken this way is never called bracketed.
    """
    return aim is None or nearest.at.date() == aim.day


def order(captures: Sequence[Capture], aim: Aim | None) -> list[Candidate]:
    """The usable captures in the order they are to be opened, best first."""
    backwards = sorted(captures, key=lambda row: row.timestamp, reverse=True)
    if aim is None:
        return [Candidate(row) for row in backwards]
    if aim.kind is AimKind.PUBLISHED:
        start = datetime.combine(aim.day, time.min, UTC)
        return [Candidate(row) for row in captures if row.at >= start]
    target = datetime.combine(aim.day, time.max, UTC)
    before = [row for row in backwards if row.at <= target]
    after = [row for row in captures if row.at > target]
    ordered: list[Candidate] = []
    while before or after:
        ordered.append(_better(before, after, target))
        (before if before and ordered[-1].capture is before[0] else after).pop(0)
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


def rest(candidates: Sequence[Candidate], rejected: Capture, aim: Aim | None, *, taken_over: bool) -> list[Candidate]:
    """What is left to open after a capture turned out to be no copy of the page.

    Not what has the same digest: it is the same page. Where strangers had taken the site over by then, not
    what is later either; and where no day tells how long ago that was, the search goes on in the middle.
    """
    left = [
        one
        for one in candidates
        if one.capture != rejected and not (rejected.digest and one.capture.digest == rejected.digest)
    ]
    if not taken_over:
        return left
    earlier = [one for one in left if one.capture.timestamp < rejected.timestamp]
    middle = len(earlier) // 2 if aim is None else 0
    return [*earlier[middle:], *earlier[:middle]]


def snapshot(candidate: Candidate, aim: Aim | None) -> Snapshot:
    """The capture as it is reported; days are whole calendar days (UTC), capture minus aim."""
    row = candidate.capture
    address = row.address or capture_url(row.timestamp, row.original)
    if aim is None or moment(row.timestamp) is None:
        return Snapshot(address, row.timestamp)
    days = (row.at.date() - aim.day).days
    side = Side.SAME_DAY if days == 0 else Side.BEFORE if days < 0 else Side.AFTER
    return Snapshot(address, row.timestamp, days, side, candidate.bracketed)
