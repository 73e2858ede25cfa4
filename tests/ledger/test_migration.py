"""Ledgers of older versions: read as they are, brought up to date by the first run that writes."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from builders import START, WEEK, failed, observation
from msgspec.structs import replace

from checker import conditional
from checker.ledger import SCHEMA, Ledger, jsonl
from checker.ledger.dictionary import OF_2
from checker.memory import Memory, RunState
from checker.merging import merged
from checker.model import ArchiveAnswer, ArchiveState
from checker.observation import Failure, Observation, PageFacts, Sign, Try
from checker.reuse import Recall

HERE = Path(__file__).parent
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


VERSION_2 = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE runs (id INTEGER PRIMARY KEY, started TEXT NOT NULL, finished TEXT, full INTEGER NOT NULL,
                   state TEXT NOT NULL, scope TEXT NOT NULL DEFAULT '', shard TEXT NOT NULL DEFAULT '');
CREATE TABLE sources (key TEXT PRIMARY KEY, last INTEGER NOT NULL, rows BLOB NOT NULL, facts BLOB NOT NULL)
WITHOUT ROWID;
CREATE TABLE fresh (run INTEGER NOT NULL, key TEXT NOT NULL, asked INTEGER NOT NULL, data BLOB NOT NULL);
CREATE TABLE archive (key TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID;
"""


def again(week: int) -> Observation:
    """A page of version 2: read in every third week, "not modified" in between; gone in the last one."""
    if week == 7:
        return observation(404, url=KEYS[0], at=START + 7 * WEEK, headers=(("server", "x"),))
    read = START + week // 3 * 3 * WEEK
    page = PageFacts("Titel – “ü”", ("h",), 300, signs=())
    tries = (Try(KEYS[0], f"week {week}"), Try("https://site.org/x", "200"))
    headers = (("etag", f'"{week}"'), ("server", "x"), ("retry-after", "7"))
    facts = {"page": page, "headers": headers, "tries": tries, "elapsed_ms": week}
    return observation(200, url=KEYS[0], at=START + week * WEEK, read_at=read if week % 3 else None, **facts)


def packed_2(weeks: int) -> tuple[bytes, bytes]:
    """The record of version 2 of so many weeks: rows and facts."""
    facts: list[Observation] = []
    rows = []
    for week in range(weeks):
        one = again(week)
        headers = tuple((name, value if name == "server" else "") for name, value in one.headers)
        bare = replace(one, at=datetime(1970, 1, 1, tzinfo=UTC), requests=0, elapsed_ms=0, tries=(), headers=headers)
        facts += [] if bare in facts else [bare]
        at = round(one.at.timestamp()) * 1_000_000
        rows.append((week + 1, facts.index(bare), at, one.requests, one.elapsed_ms, week != 4, 5 if week == 0 else 0))
    last = again(weeks - 1)
    tries = [(None if one.url == last.final_url else one.url, one.outcome) for one in last.tries]
    marks = [(bytes([number] * 8), number) for number in range(len(facts))]
    extra = (tries, [one for one in last.headers if one[0] != "server"])
    squeezer = zlib.compressobj(6, zdict=OF_2)
    data = squeezer.compress(msgspec.msgpack.encode(facts)) + squeezer.flush()
    return msgspec.msgpack.encode((rows, marks, extra)), data


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """A ledger of version 2 with eight weekly runs of a source, and a ninth that was killed."""
    path = tmp_path / "ledger.sqlite"
    with sqlite3.connect(path) as db:
        db.executescript(VERSION_2)
        db.execute("INSERT INTO meta VALUES ('world', 'real')")
        for week in range(9):
            at = (START + week * WEEK).isoformat()
            end = (None, "open") if week == 8 else (at, "complete")
            db.execute("INSERT INTO runs VALUES (?, ?, ?, 1, ?, 'scope', '')", (week + 1, at, *end))
        db.execute("INSERT INTO sources VALUES (?, 8, ?, ?)", (KEYS[0], *packed_2(8)))
        for number, key in enumerate(KEYS):
            data = msgspec.msgpack.encode(seen(8, number))
            db.execute("INSERT INTO fresh VALUES (9, ?, ?, ?)", (key, 1 - number, data))
        db.execute("INSERT INTO archive VALUES (?, ?)", (KEYS[0], msgspec.json.encode(COPY)))
        db.execute("PRAGMA user_version = 2")
    db.close()
    return path


def check_second(ledger: Ledger) -> None:
    """All that mattered in the one of version 2 is there."""
    memory = ledger.read()
    known = memory.seen[KEYS[0]]

    assert memory.archive == {KEYS[0]: COPY}
    assert [run.scope for run in memory.runs] == ["scope"] * 9
    assert [one.run for one in known] == list(range(1, 10))
    assert [(one.asked, one.more) for one in known][:5] == [(True, 5), *[(True, 0)] * 3, (False, 0)]
    assert [one.at for one in known] == [START + week * WEEK for week in range(9)]
    assert [one.observation.read_at for one in known[:8]] == [again(week).read_at for week in range(8)]
    assert known[7].facts.status == 404
    assert known[8].observation == seen(8, 0)
    assert {key: (one.observation, one.asked) for key, one in memory.unfinished[9].items()} == {
        KEYS[0]: (seen(8, 0), True), KEYS[1]: (seen(8, 1), False),
    }  # fmt: skip


def test_version_2_is_read_and_brought_up_to_date(second: Path) -> None:
    """Looked at first, without a change; then by a run that goes on with the killed one."""
    before = second.read_bytes()
    check_second(Ledger(second))
    assert second.read_bytes() == before
    ledger = Ledger(second)
    ledger.look()
    ledger.resume(9)
    ledger.close()

    check_second(Ledger(second))
    with sqlite3.connect(second) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
    db.close()


def test_what_version_2_kept_several_times_is_one_thing(second: Path) -> None:
    """A page that was "not modified" is what it was when it was read."""
    known = Ledger(second).look().history(KEYS[0])

    assert len({id(one.facts) for one in list(known)[:7]}) == 1


def test_the_last_row_of_version_2_is_whole(second: Path) -> None:
    """With its tags and tries, so that its server can be asked about changes."""
    with sqlite3.connect(second) as db:
        db.execute("UPDATE sources SET rows = ?, facts = ?", packed_2(6))
        db.execute("DELETE FROM fresh")
    db.close()
    ledger = Ledger(second)
    memory = ledger.look()

    assert memory.history(KEYS[0])[-1].observation == again(5)
    assert Recall(memory).validators(KEYS[0]) == conditional.validators(again(5), KEYS[0])
    ledger.close()


@pytest.fixture
def third(tmp_path: Path) -> Path:
    """A ledger of version 3, as it wrote it: fourteen runs of four sources, and one that was killed."""
    path = tmp_path / "ledger.sqlite"
    with sqlite3.connect(path) as db:
        db.executescript(HERE.joinpath("version_3.sql").read_text(encoding="utf-8"))
    db.close()
    return path


def exported(lines: Iterable[str]) -> tuple[Memory, bool]:
    """What lines say; fields that an observation has got since are as they were not there."""
    return jsonl.parse(lines, "export")


def test_version_3_is_read_and_brought_up_to_date(third: Path) -> None:
    """Its export is what version 3 exported: before it is written to, and after that."""
    before = third.read_bytes()
    told = exported(HERE.joinpath("version_3.jsonl").read_text(encoding="utf-8").splitlines())
    assert exported(jsonl.lines(Ledger(third).look(), simulated=False)) == told
    assert third.read_bytes() == before
    ledger = Ledger(third)
    ledger.look()
    ledger.resume(15)
    ledger.close()

    assert exported(jsonl.lines(Ledger(third).look(), simulated=False)) == told
    with sqlite3.connect(third) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
        assert [row[1] for row in db.execute("PRAGMA table_info(sources)")] == ["key", "last", "head", "facts"]
    db.close()


def test_what_version_3_saw_is_the_same_today(third: Path) -> None:
    """Who sees it again needs neither its page nor room for it, and the killed run becomes part of the histories."""
    memory = Ledger(third).look()
    now = {key: replace(one.observation, at=START + 20 * WEEK) for key, one in memory.unfinished[15].items()}
    ledger = Ledger(third)
    memory = ledger.look()
    ledger.begin(START + 20 * WEEK, full=True)
    memory.expect(now)
    courses = [memory.history(key).course for key in now]
    ledger.record(now)

    assert [course.rows[-1].run for course in courses] == [15] * 5
    for key, course in zip(now, courses, strict=True):
        assert memory.history(key, now[key]).facts(course.rows[-1].facts) is now[key]
    ledger.end(START + 20 * WEEK, RunState.COMPLETE)
    assert {key: seen[-1].observation for key, seen in Ledger(third).read().seen.items()} == now


def test_version_3_takes_in_others(third: Path) -> None:
    """It is brought up to date on the way, and read all the while."""
    told = exported(HERE.joinpath("version_3.jsonl").read_text(encoding="utf-8").splitlines())[0]
    ledgers = [Ledger(third), Ledger(third.with_name("new.sqlite"))]
    for ledger in ledgers:
        ledger.replace(merged([ledger.look(), told]))
        ledger.close()

    assert ledgers[0].read() == ledgers[1].read()


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
