"""How a command line ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ended:
    """The exit code and what was printed."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]
