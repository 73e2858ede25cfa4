"""Whatever happens to the ledger: one clear line, an exit code of 2 or 3, nothing lost, no traceback."""

from __future__ import annotations

import fcntl
import json
import os
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from builders import START, WEEK, observation
from terminal import Run

from checker.errors import BusyError, LedgerError
from checker.ledger import SCHEMA, Ledger
from checker.locking import alone
from checker.memory import RunState

KEY = "https://site.org/a"
CHECK = ("check", "a.md", "--allow-net", "127.77.0.0/16", "--no-archive", "--rate", "0", "--timeout", "1")
REFUSED = "http://127.77.0.9:9/"


@pytest.fixture
def project(folder: Path) -> Path:
    """A document that cites one address where nobody listens, and a ledger of one run."""
    (folder / "a.md").write_text(REFUSED, encoding="utf-8")
    (folder / "reports").mkdir()
    ledger = Ledger(folder / "reports" / "ledger.sqlite")
    ledger.begin(START, full=True)
    ledger.record({REFUSED: observation(200, url=REFUSED)})
    ledger.end(START, RunState.COMPLETE)
    return folder


@pytest.mark.parametrize("damage", ["head", "middle", "everything", "cut"])
def test_a_damaged_ledger_is_kept_aside(run: Run, project: Path, damage: str) -> None:
    """It says where it went, and the next run starts anew."""
    path = project / "reports" / "ledger.sqlite"
    data = bytearray(path.read_bytes())
    match damage:
        case "head":
            data[:100] = b"\xff" * 100
        case "middle":
            data[4096:] = b"\xff" * (len(data) - 4096)
        case "everything":
            data[:] = os.urandom(len(data))
        case "cut":
            data = data[:4500]
    path.write_bytes(data)

    ended = run(*CHECK, "--now", "2026-11-10T05:31Z")
    again = run(*CHECK, "--now", "2026-11-10T06:31Z")

    assert ended.code == 2
    assert ended.err.count("\n") == 1
    assert "kept as ledger.sqlite.damaged-20261110T053100" in ended.err
    assert (project / "reports" / "ledger.sqlite.damaged-20261110T053100").read_bytes() == data
    assert again.code == 3
    assert "damaged" not in again.err


def test_explaining_sets_nothing_aside(run: Run, project: Path) -> None:
    """Who only looks changes nothing."""
    path = project / "reports" / "ledger.sqlite"
    run(*CHECK)
    path.write_bytes(b"no ledger at all" * 100)

    ended = run("explain", REFUSED)

    assert ended.code == 2
    assert path.read_bytes() == b"no ledger at all" * 100


@pytest.mark.parametrize("what", ["newer", "theirs", "simulated"])
def test_what_is_not_ours_stays_where_it_is(run: Run, project: Path, what: str) -> None:
    """A newer version, another program's file, the demo's ledger: told, not touched."""
    path = project / "reports" / "ledger.sqlite"
    if what == "theirs":
        path.unlink()
    with sqlite3.connect(path) as db:
        statements = {
            "newer": f"PRAGMA user_version = {SCHEMA + 1}",
            "theirs": "CREATE TABLE theirs (x)",
            "simulated": "UPDATE meta SET value = 'simulated'",
        }
        db.execute(statements[what])
    db.close()
    before = path.read_bytes()

    ended = run(*CHECK)

    assert ended.code == 2
    assert ended.err.count("\n") == 1
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == ["ledger.sqlite"]


def test_a_full_disk(tmp_path: Path) -> None:
    """What was recorded before is safe; the line says what to do."""
    ledger = Ledger(tmp_path / "l.sqlite")
    ledger.begin(START, full=True)
    ledger.record({KEY: observation()})
    assert ledger._db is not None
    ledger._db.execute("PRAGMA max_page_count = 8")

    with pytest.raises(LedgerError, match="the disk is full; what was recorded before is safe") as caught:
        ledger.record({f"{KEY}{number}": observation() for number in range(500)})
    ledger.close()

    assert caught.value.exit_code == 2
    assert list(Ledger(tmp_path / "l.sqlite").read().seen) == [KEY]


LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
sys.argv = ["checker", *sys.argv[2:]]
from checker.cli import main
main()
"""


@pytest.mark.parametrize("size", [0, 1000, 20_000, 40_000])
def test_a_disk_that_takes_no_more(project: Path, size: int) -> None:
    """Wherever the disk ends: a line, 2 or 3, and the ledger can still be opened."""
    command = [sys.executable, "-c", LIMITED, str(size), *CHECK]
    ended = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False, timeout=60)  # noqa: S603  # ourselves

    assert ended.returncode in (2, 3)
    assert "Traceback" not in ended.stderr
    assert "bug" not in ended.stderr
    assert REFUSED in Ledger(project / "reports" / "ledger.sqlite").read().seen


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.parametrize("what", ["folder", "file"])
def test_what_cannot_be_written(run: Run, project: Path, what: str) -> None:
    """Found out before anybody is asked."""
    path = project / "reports" if what == "folder" else project / "reports" / "ledger.sqlite"
    path.chmod(0o555 if what == "folder" else 0o444)
    try:
        ended = run(*CHECK)
    finally:
        path.chmod(0o755)

    assert ended.code == 2
    assert ended.err.count("\n") == 1


def test_the_second_run_waits(tmp_path: Path) -> None:
    """It says so, and goes on when the first has ended."""
    said: list[str] = []
    order: list[str] = []
    first_is_in, may_end = threading.Event(), threading.Event()

    def first() -> None:
        with alone(tmp_path, said.append):
            first_is_in.set()
            may_end.wait(30)
            order.append("first")

    thread = threading.Thread(target=first)
    thread.start()
    first_is_in.wait(30)

    def say(line: str) -> None:
        said.append(line)
        may_end.set()

    with alone(tmp_path, say):
        order.append("second")
    thread.join()

    assert order == ["first", "second"]
    assert len(said) == 1
    assert "waiting" in said[0]
    assert list(tmp_path.iterdir()) == []


def test_the_second_run_does_not_wait_for_ever(tmp_path: Path) -> None:
    """Then it says that too: inconclusive, call again."""
    with alone(tmp_path, print), pytest.raises(BusyError, match="call again") as caught, alone(tmp_path, print, 0.2):
        pass

    assert caught.value.exit_code == 3


def test_a_lock_dies_with_its_run(tmp_path: Path) -> None:
    """A killed run holds up nobody."""
    code = f"from checker.locking import alone\nfrom pathlib import Path\nimport time\nwith alone(Path({str(tmp_path)!r}), print):\n print('in', flush=True)\n time.sleep(60)"
    child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)  # noqa: S603  # ourselves
    assert child.stdout is not None
    assert child.stdout.readline() == "in\n"
    child.kill()
    child.wait()
    child.stdout.close()
    said: list[str] = []
    with alone(tmp_path, said.append):
        pass

    assert said == []


def test_two_runs_at_once(project: Path) -> None:
    """Both end as they would alone, one after the other, and the ledger has both."""
    handle = os.open(project / "reports", os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    command = [sys.executable, "-m", "checker", *CHECK]
    children = [
        subprocess.Popen(command, cwd=project, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603  # ourselves
        for _ in range(2)
    ]
    waiting = [child.stderr.readline() for child in children if child.stderr]
    os.close(handle)
    for child in children:
        child.communicate(timeout=60)

    assert waiting == ["Another run uses reports; waiting for it to end.\n"] * 2
    assert [child.returncode for child in children] == [3, 3]


def test_a_clock_set_back(run: Run, project: Path) -> None:
    """Runs that lie ahead are told of, do not count, and are still there."""
    ended = run(*CHECK, "--now", (START - 2 * WEEK).isoformat())

    message = json.loads((project / "reports" / "report.json").read_text(encoding="utf-8"))["run"]["message"]

    assert ended.code == 3
    assert "runs that lie ahead, until 2026-11-02T05:31:00Z; they do not count" in message
    assert len(Ledger(project / "reports" / "ledger.sqlite").read().runs) == 1
