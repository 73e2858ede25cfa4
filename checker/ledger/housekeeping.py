"""Keeping the ledger's file small: old sources and runs are let go of, and room is given back."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from datetime import datetime, timedelta

MOST_RUNS = 5_000
FORGET_AFTER = timedelta(days=400)
"""A source that no run has seen for so long is forgotten."""
_SMALL, _SLACK = 256, 0.1
"""Pages, and the part of them that may lie empty."""
_INCREMENTAL = 2


def compact(db: sqlite3.Connection) -> None:
    """Give back the room that a large run needed on the way; where there is no room to do so, later.

    The whole file is written anew only once: from then on it knows which pages it can let go of.
    """
    free, pages, vacuum = (
        int(db.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("freelist_count", "page_count", "auto_vacuum")
    )
    if pages <= _SMALL or free <= pages * _SLACK:
        return
    with suppress(sqlite3.OperationalError):
        if vacuum == _INCREMENTAL:
            db.executescript("PRAGMA incremental_vacuum")  # a step a page, which execute() takes only once
        else:
            db.execute("PRAGMA auto_vacuum = INCREMENTAL")
            db.execute("VACUUM")


def forget(db: sqlite3.Connection, now: datetime) -> None:
    """Let go of sources that nobody has seen for long, and of the oldest runs."""
    since = (now - FORGET_AFTER).isoformat()
    db.execute("DELETE FROM sources WHERE last IN (SELECT id FROM runs WHERE started < ?)", (since,))
    db.execute(
        "DELETE FROM runs WHERE id IN (SELECT id FROM runs ORDER BY started DESC, id DESC LIMIT -1 OFFSET ?)",
        (MOST_RUNS,),
    )
