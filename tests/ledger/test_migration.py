"""Ledgers of older versions: read as they are, brought up to date by the first run that writes."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import msgspec
import pytest
from builders import START, WEEK, failed, observation

from checker.ledger import SCHEMA, Ledger
from checker.memory import RunState
from checker.model import ArchiveAnswer, ArchiveState
from checker.observation import Failure, Observation, PageFacts, Sign

KEYS = ("https://site.org/a", "https://site.org/b")
COPY = ArchiveAnswer(ArchiveState.NOT_ARCHIVED, at=START)
VERSION_1 = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE runs (id INTEGER PRIMARY KEY, started TEXT NOT NULL, finished TEXT, full INTEGER NOT NULL,
                   state TEXT NOT NULL);
CREATE TABLE observations (key TEXT NOT NULL, run INTEGER NOT NULL REFERENCES runs (id), data BLOB NOT NULL,
                           PRIMARY KEY (key, run)) WITHOUT ROWID;
CREATE TABLE archive (key TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID;
"""


def seen(week: int, number: int) -> Observation:
    """What was seen of a page in a week."""
    if number and week > 2:
        return failed(Failure.TIMEOUT, url=KEYS[1])
    page = PageFacts("Titel", ("h",), 300 + week, signs=(Sign("soft404.title", "x"),))
    return observation(200, url=KEYS[number], page=page, headers=(("etag", f"{week}"),), at=START + week * WEEK)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A ledger of version 1 with twenty weekly runs of two sources, the last of them killed."""
    path = tmp_path / "ledger.sqlite"
    with sqlite3.connect(path) as db:
        db.executescript(VERSION_1)
        db.execute("INSERT INTO meta VALUES ('world', 'real')")
        for week in range(20):
            at = (START + week * WEEK).isoformat()
            end = (None, "open") if week == 19 else (at, "complete")
            db.execute("INSERT INTO runs VALUES (?, ?, ?, 1, ?)", (week + 1, at, *end))
            for number, key in enumerate(KEYS):
                data = msgspec.json.encode(seen(week, number))
                db.execute("INSERT INTO observations VALUES (?, ?, ?)", (key, week + 1, data))
        db.execute("INSERT INTO archive VALUES (?, ?)", (KEYS[0], msgspec.json.encode(COPY)))
        db.execute("PRAGMA user_version = 1")
    db.close()
    return path


def check(ledger: Ledger) -> None:
    """All that mattered in the old one is there."""
    memory = ledger.read()

    assert [run.state for run in memory.runs] == [*[RunState.COMPLETE] * 19, RunState.OPEN]
    assert memory.archive == {KEYS[0]: COPY}
    assert memory.seen[KEYS[0]][-1].observation == seen(19, 0)
    assert [one.run for one in memory.seen[KEYS[1]]] == [1, 4, *range(9, 21)]
    assert memory.seen[KEYS[1]][-1].observation == seen(19, 1)


def test_an_older_ledger_is_read_without_being_changed(old: Path) -> None:
    """Looking is not touching."""
    before = old.read_bytes()
    check(Ledger(old))

    assert old.read_bytes() == before


def test_the_first_run_that_writes_brings_it_up_to_date(old: Path) -> None:
    """In one step, with the histories readable all the while."""
    ledger = Ledger(old)
    memory = ledger.look()
    ledger.begin(START + 20 * WEEK, full=True)
    assert memory.seen[KEYS[0]][-1].observation == seen(19, 0)
    ledger.close()

    check_runs = Ledger(old).read().runs
    assert len(check_runs) == 21
    with sqlite3.connect(old) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
        assert {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")} == {
            "meta", "runs", "sources", "fresh", "archive",
        }  # fmt: skip
    db.close()
