"""Whether an address is an archived copy of a page. Pure."""

from __future__ import annotations

from checker import archived_url
from checker.archive.choose import same_page


def is_copy_of(address: str, page: str) -> bool:
    """Whether ``address`` is that of an archived copy which says that it keeps ``page``."""
    kept = archived_url.unwrap(address)
    try:
        return kept is not None and kept.original is not None and same_page(kept.original, page)
    except ValueError:  # an address that does not parse is a copy of nothing
        return False
