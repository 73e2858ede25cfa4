"""Which day's page is wanted. Pure."""

from __future__ import annotations

from checker.dates import PartialDate
from checker.model import Aim, AimKind


def aim(accessed: PartialDate | None, published: PartialDate | None) -> Aim | None:
    """The last day of ``accessed``; without it the first day of ``published``; None without both.

    Never today: a page that died shows today what it died of.
    """
    if accessed is not None:
        return Aim(accessed.last, AimKind.ACCESSED)
    if published is not None:
        return Aim(published.first, AimKind.PUBLISHED)
    return None
