"""The labelled article that lies beside some checkouts: its truth, where it is there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

SEED = Path(__file__).parents[2] / "shared" / "seed"
PRESENT = (SEED / "truth.yml").exists()


def text() -> str:
    """The article as it stands."""
    return (SEED / "article.txt").read_text(encoding="utf-8")


def truth() -> dict[str, Any]:
    """What was labelled by hand."""
    loaded: dict[str, Any] = yaml.safe_load((SEED / "truth.yml").read_text(encoding="utf-8"))
    return loaded
