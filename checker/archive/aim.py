"""Which day's page is wanted. Pure."""

from __future__ import annotations

from checker.dates import PartialDate
from checker.model import Aim, AimKind, Source


def aim(accessed: PartialDate | None, published: PartialDate | None) -> Aim | None:
    """The last day of ``accessed``; without it the first day of ``published``; None without both.

    Never today: a page that died shows today what it died of.
    """
    if accessed is not None:
        return Aim(accessed.last, AimKind.ACCESSED)
    if published is not None:
        return Aim(published.first, AimKind.PUBLISHED)
    return None


def aim_of(source: Source) -> Aim | None:
    """The day to look for: the declared one, else the latest a document gives."""
    declared = source.declared
    accessed = declared.accessed if declared else None
    if accessed is None:
        days = [citation.accessed for citation in source.citations if citation.accessed]
        accessed = max(days, key=lambda day: day.last, default=None)
    published = declared.published if declared else None
    if published is None:
        issues = [citation.published for citation in source.citations if citation.published]
        published = min(issues, key=lambda day: day.first, default=None)
    return aim(accessed, published)
