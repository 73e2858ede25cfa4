"""The memory on the disk: what goes in comes out, and what is not ours is left alone."""

import sqlite3
from pathlib import Path

import pytest
from builders import START, WEEK, failed, observation
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from checker.errors import LedgerError
from checker.ledger import SCHEMA, Ledger
from checker.memory import Memory, RunState
from checker.model import ArchiveAnswer, ArchiveState, Side, Snapshot
from checker.network import fine_hosts
from checker.observation import Failure, FragmentState, PageFacts, Sign

KEY = "https://site.org/a"
SEEN = observation(
    200,
    page=PageFacts("Titel – “ü”", ("h",), 5, complete=True, signs=(Sign("rule", "text"),)),
    headers=(("server", "x"),),
    fragment=FragmentState.ABSENT,
)
COPY = ArchiveAnswer(
    ArchiveState.FOUND,
    Snapshot("https://web.archive.org/web/2019/x", "2019", -1, Side.BEFORE, bracketed=True),
    at=START,
)


def test_what_goes_in_comes_out(tmp_path: Path) -> None:
    """Observations and archive answers survive to the last detail."""
    ledger = Ledger(tmp_path / "l.sqlite")
    ledger.begin(START, full=True)
    ledger.record({KEY: SEEN, "other": failed(Failure.TIMEOUT)})
    ledger.record_archive({KEY: COPY})
    ledger.end(START + WEEK, RunState.COMPLETE)
    memory = Ledger(tmp_path / "l.sqlite").read()
    (run,) = memory.runs

    assert [(one.run, one.observation) for one in memory.seen[KEY]] == [(run.id, SEEN)]
    assert memory.archive == {KEY: COPY}
    assert (run.started, run.finished, run.full, run.state) == (START, START + WEEK, True, RunState.COMPLETE)
    assert memory.last_complete == run
    assert fine_hosts(memory, [KEY, "other"]) == {"site.org"}


@settings(deadline=None)
@given(st.text(max_size=200), st.integers(0, 2**31), st.text(max_size=50))
def test_any_text_survives(tmp_path_factory: pytest.TempPathFactory, title: str, words: int, key: str) -> None:
    """Whatever a page says can be kept."""
    if not title.isprintable() or not key.isprintable():
        title, key = ascii(title), ascii(key)
    ledger = Ledger(tmp_path_factory.mktemp("ledger") / "l.sqlite")
    ledger.begin(START, full=False)
    one = replace(SEEN, page=PageFacts(title, words=words))
    ledger.record({key: one})

    assert [past.observation for past in ledger.read().seen[key]] == [one]


def test_reading_makes_nothing(tmp_path: Path) -> None:
    """Where there is no ledger, asking for it leaves none behind."""
    assert Ledger(tmp_path / "l.sqlite").read() == Memory()
    assert list(tmp_path.iterdir()) == []


def test_a_killed_run_stays_open(tmp_path: Path) -> None:
    """A run that was never closed is known as such, with what it learnt."""
    ledger = Ledger(tmp_path / "l.sqlite")
    ledger.begin(START, full=True)
    ledger.record({KEY: SEEN})
    memory = Ledger(tmp_path / "l.sqlite").read()

    assert memory.runs[0].state is RunState.OPEN
    assert memory.last_complete is None
    assert KEY in memory.seen


def test_worlds_are_not_mixed(tmp_path: Path) -> None:
    """The demo's ledger and a real one refuse each other."""
    Ledger(tmp_path / "l.sqlite", simulated=True).begin(START, full=True)

    with pytest.raises(LedgerError, match="simulated web; use another folder with --reports"):
        Ledger(tmp_path / "l.sqlite").read()


@pytest.mark.parametrize(
    "content", [b"not a database, but long enough to be taken for one" * 40, b"SQLite format 3\0" + b"\0" * 2000]
)
def test_a_damaged_ledger_is_left_alone(tmp_path: Path, content: bytes) -> None:
    """One clear line, and the file as it was."""
    path = tmp_path / "l.sqlite"
    path.write_bytes(content)

    with pytest.raises(LedgerError, match=r"l\.sqlite.*move it away") as caught:
        Ledger(path).read()

    assert caught.value.exit_code == 2
    assert path.read_bytes() == content


def test_a_newer_ledger_is_left_alone(tmp_path: Path) -> None:
    """Who goes back a version is told so."""
    path = tmp_path / "l.sqlite"
    Ledger(path).begin(START, full=True)
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    db.close()

    with pytest.raises(LedgerError, match="newer checker"):
        Ledger(path).read()


def test_another_database_is_not_touched(tmp_path: Path) -> None:
    """Somebody else's SQLite file is recognised."""
    path = tmp_path / "l.sqlite"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE theirs (x)")
    db.close()

    with pytest.raises(LedgerError, match="not a ledger of checker"):
        Ledger(path).read()


def test_the_room_of_a_large_run_is_given_back(tmp_path: Path) -> None:
    """What was needed on the way does not stay in the file for ever."""
    path = tmp_path / "l.sqlite"
    ledger = Ledger(path)
    ledger.begin(START, full=True)
    ledger.record({f"{KEY}{number}": replace(SEEN, detail="x" * 3000) for number in range(1000)})
    ledger.end(START, RunState.COMPLETE)

    assert path.stat().st_size < 1_000_000
    assert len(Ledger(path).read().seen) == 1000
    assert [one.name for one in tmp_path.iterdir()] == ["l.sqlite"]
