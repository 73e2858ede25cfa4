"""What the demo plays: the repository's own sources.yml and a short briefing that cites it."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from checker.errors import CheckerError


def sources_text() -> str:
    """The text of sources.yml: packaged beside this module in a wheel, at the top of a checkout."""
    for place in (files("checker.demo") / "sources.yml", Path(__file__).parents[2] / "sources.yml"):
        if place.is_file():
            return place.read_text(encoding="utf-8")
    raise CheckerError("the demo's sources.yml is missing; install checker again")


def briefing_text() -> str:
    """The text of the briefing."""
    return (files("checker.demo") / "briefing.md").read_text(encoding="utf-8")
