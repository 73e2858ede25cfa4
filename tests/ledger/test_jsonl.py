"""A ledger as lines: out and in again it is the same, several are joined, nothing foreign is taken in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from builders import START, WEEK, failed, observation
from terminal import Run

from checker.errors import InputError
from checker.ledger import Ledger, jsonl
from checker.memory import RunState
from checker.model import ArchiveAnswer, ArchiveState
from checker.observation import Failure, PageFacts, Sign

A, B = "https://site.org/a", "https://site.org/ü?x=1#y"


def fill(folder: Path, weeks: int = 3, start: int = 0) -> Path:
    """A reports folder with the ledger of some weekly runs."""
    folder.mkdir(exist_ok=True)
    ledger = Ledger(folder / "ledger.sqlite")
    for week in range(start, start + weeks):
        ledger.begin(START + week * WEEK, full=True, scope="s")
        page = PageFacts("Titel", signs=(Sign("r", "t"),))
        ledger.record({A: observation(200, page=page, at=START + week * WEEK), B: failed(Failure.TIMEOUT)}, {B})
        ledger.record_archive({A: ArchiveAnswer(ArchiveState.NOT_ARCHIVED, at=START)})
        ledger.end(START + week * WEEK, RunState.COMPLETE)
    return folder


def exported(run: Run, folder: Path) -> str:
    """What export prints."""
    ended = run("ledger", "export", "--reports", str(folder))
    assert (ended.code, ended.err) == (0, "")
    return ended.out


def test_out_and_in_again(run: Run, folder: Path) -> None:
    """A folder that had none has the same ledger then; one that had it stays as it is."""
    text = exported(run, fill(folder / "one"))
    (folder / "x.jsonl").write_text(text, encoding="utf-8")

    for _ in range(2):
        ended = run("ledger", "import", "x.jsonl", "--reports", "other")
        assert ended.code == 0
        assert "3 runs, 2 sources" in ended.err
        assert exported(run, folder / "other") == text
    assert Ledger(folder / "other" / "ledger.sqlite").read() == Ledger(folder / "one" / "ledger.sqlite").read()


def test_two_become_one(run: Run, folder: Path) -> None:
    """Runs of two machines, in the order of time, whichever comes first."""
    one, other = exported(run, fill(folder / "one", 2)), exported(run, fill(folder / "two", 3, start=1))
    fill(folder / "whole", 4)
    (folder / "1").write_text(one, encoding="utf-8")
    (folder / "2").write_text(other, encoding="utf-8")
    run("ledger", "import", "1", "2", "--reports", "a")
    run("ledger", "import", "2", "--reports", "b")
    run("ledger", "import", "-", "--reports", "b", stdin=one)

    assert exported(run, folder / "a") == exported(run, folder / "b") == exported(run, folder / "whole")


def test_the_lines_are_in_order_and_by_name(run: Run, folder: Path) -> None:
    """So that a difference between two exports is a difference between two ledgers."""
    rows = [json.loads(line) for line in exported(run, fill(folder / "one", 2)).splitlines()]

    assert [row["kind"] for row in rows] == ["ledger", "run", "run", *["seen"] * 4, "archive"]
    assert [(row["key"], row["run"][:10]) for row in rows if row["kind"] == "seen"] == [
        (A, "2026-11-02"), (A, "2026-11-09"), (B, "2026-11-02"), (B, "2026-11-09"),
    ]  # fmt: skip


HEAD = '{"kind":"ledger","format":1,"simulated":false}'


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("", "x:1:1: empty"),
        ("hello", "x:1:1: not a line"),
        (f"{HEAD}\n{{}}", "x:2:1: not a line"),
        (f"{HEAD}\n\n[" + "[" * 5000, "x:3:1: not a line"),
        ('{"kind":"ledger","format":2,"simulated":false}', "x:1:1: format 2, ours is 1"),
        (f'{HEAD}\n{{"kind":"seen","key":"k","run":"r","observation":{{"at":"2026-01-01T00:00:00Z","final_url":""}}}}', "x:2:1: no run is named 'r'"),
        ('{"kind":"run","name":"a","started":"2026-01-01T00:00:00Z","finished":null,"full":true,"state":"open"}', "x:1:1: an export"),
    ],
)  # fmt: skip
def test_what_is_no_export_is_told_by_line(text: str, where: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(InputError) as caught:
        jsonl.parse(text.splitlines(), "x")
    assert str(caught.value).startswith(where)


def test_nothing_is_taken_in_of_a_bad_file(run: Run, folder: Path) -> None:
    """One bad line, and the ledger stays as it is."""
    text = exported(run, fill(folder / "one"))
    (folder / "x").write_text(text + "oops\n", encoding="utf-8")
    ended = run("ledger", "import", "x", "--reports", "one")

    assert ended.code == 2
    assert exported(run, folder / "one") == text


def test_worlds_are_not_mixed_here_either(run: Run, folder: Path) -> None:
    """A real ledger takes nothing of the demo's."""
    fill(folder / "one")
    (folder / "x").write_text('{"kind":"ledger","format":1,"simulated":true}\n', encoding="utf-8")
    ended = run("ledger", "import", "x", "--reports", "one")

    assert ended.code == 2
    assert "holds the real web" in ended.err


def test_where_there_is_none(run: Run, folder: Path) -> None:
    """It says so, and makes none."""
    ended = run("ledger", "export", "--reports", "nowhere")

    assert ended.code == 2
    assert not (folder / "nowhere").exists()
