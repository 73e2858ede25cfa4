"""Keeping the ledger's file small: old sources and runs are let go of, and room is given back."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from datetime import datetime, timedelta

MOST_RUNS = 5_000
FORGET_AFTER = timedelta(days=400)
"""A source that no run has seen for so long is forgotten."""
_SMALL, _SLACK = 256, 0.2


def compact(db: sqlite3.Connection) -> None:
    """Give back the room that a large run needed on the way; where there is no room to do so, later."""
    free, pages = (int(db.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("freelist_count", "page_count"))
    if pages > _SMALL and free > pages * _SLACK:
        with suppress(sqlite3.OperationalError):
            db.execute("VACUUM")


def forget(db: sqlite3.Connection, now: datetime) -> None:
    """Let go of sources that nobody has seen for long, and of the oldest runs."""
    since = (now - FORGET_AFTER).isoformat()
    db.execute("DELETE FROM sources WHERE last IN (SELECT id FROM runs WHERE started < ?)", (since,))
    db.execute(
        "DELETE FROM runs WHERE id IN (SELECT id FROM runs ORDER BY started DESC, id DESC LIMIT -1 OFFSET ?)",
        (MOST_RUNS,),
    )
