"""Which day's page is wanted. Pure."""

from __future__ import annotations

from checker.dates import PartialDate
from checker.model import Aim, AimKind, Source


def aim(accessed: PartialDate | None, published: PartialDate | None, document: PartialDate | None = None) -> Aim | None:
    """The last day of ``accessed``; without it the first of ``published``; then the last of ``document``.

    ``document`` is the date of what cites. None without all three, and never today: a page that died shows
    today what it died of.
    """
    if accessed is not None:
        return Aim(accessed.last, AimKind.ACCESSED)
    if published is not None:
        return Aim(published.first, AimKind.PUBLISHED)
    return None if document is None else Aim(document.last, AimKind.DOCUMENT)


def aim_of(source: Source) -> Aim | None:
    """The day to look for: the declared one, else the latest a document gives."""
    declared = source.declared
    accessed = declared.accessed if declared else None
    if accessed is None:
        accessed = max((one.accessed for one in source.citations if one.accessed), key=_last, default=None)
    published = declared.published if declared else None
    if published is None:
        issues = [citation.published for citation in source.citations if citation.published]
        published = min(issues, key=lambda day: day.first, default=None)
    document = max((one.cited_on for one in source.citations if one.cited_on), key=_last, default=None)
    return aim(accessed, published, document)


def _last(day: PartialDate) -> tuple[int, ...]:
    return day.last.timetuple()[:3]
