"""What sources are called by those who cite them. Pure."""

from __future__ import annotations

from checker.model import Source


def cited_title(source: Source) -> str | None:
    """The first title that a source is cited by."""
    return next((citation.title for citation in source.citations if citation.title), None)
