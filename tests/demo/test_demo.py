"""The demo: the real pipeline on a simulated web, the same on every machine."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

import pytest
from terminal import Run

from checker.ledger import Ledger


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo played once."""
    from checker.demo import play

    folder = tmp_path_factory.mktemp("demo")
    play.demo(folder)
    return folder


@pytest.fixture(scope="module")
def report(made: Path) -> dict[str, Any]:
    """Its report."""
    loaded: dict[str, Any] = json.loads((made / "report.json").read_text(encoding="utf-8"))
    return loaded


def test_it_is_about_the_sources_of_this_repository(report: dict[str, Any]) -> None:
    """All 25 sources and 14 figures, cited and quoted by the briefing."""
    assert report["summary"]["sources"]["total"] == 25
    assert report["summary"]["figures"]["total"] == 14
    assert all(any(one["origin"] == "document" for one in source["citations"]) for source in report["sources"])
    assert all(figure["quotes"] for figure in report["figures"])
    assert report["run"]["simulated"] is True


def test_it_shows_what_there_is_to_see(report: dict[str, Any]) -> None:
    """At least eight reasons; suspected and confirmed; something new and something fixed."""
    sources = report["sources"]

    assert len({source["reason"] for source in sources}) >= 8
    assert {source["certainty"] for source in sources if source["verdict"] == "dead"} == {"suspected", "confirmed"}
    assert report["summary"]["new"] > 0
    assert report["summary"]["fixed"] > 0


def test_copies_lie_near_the_day_the_author_looked(report: dict[str, Any]) -> None:
    """Whoever has a day of access gets a copy within a month of it."""
    found = [source["archive"] for source in report["sources"] if source["archive"]["state"] == "found"]

    assert len(found) >= 5
    assert all(abs(copy["delta_days"]) <= 31 for copy in found if copy["target_kind"] == "accessed")


def test_twice_the_same(made: Path, tmp_path: Path) -> None:
    """Byte for byte, whatever the day and the machine."""
    from checker.demo import play

    play.demo(tmp_path)

    for name in ("report.json", "index.html", "report.md", "report.csv"):
        assert (tmp_path / name).read_bytes() == (made / name).read_bytes()


def test_no_socket_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It works on a machine without any network."""

    def refuse(*arguments: object, **named: object) -> None:
        raise AssertionError("the demo asked for the network")

    from checker.demo import play

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    play.demo(tmp_path)


def test_through_the_command(run: Run, folder: Path) -> None:
    """Exit code 0, the page named, "simulated" plainly, nothing written beside the folder."""
    ended = run("demo", "--reports", "out")

    assert ended.code == 0
    assert "out/index.html" in ended.err
    assert "simulated" in ended.out.lower()
    assert "simulated" in (folder / "out" / "index.html").read_text(encoding="utf-8").lower()
    assert [path.name for path in folder.iterdir()] == ["out"]


def test_a_real_ledger_is_left_alone(run: Run, folder: Path) -> None:
    """A demo into the folder of real reports is refused, and costs no memory."""
    (folder / "reports").mkdir()
    ledger = Ledger(folder / "reports" / "ledger.sqlite")
    from builders import START

    ledger.begin(START, full=True)
    before = (folder / "reports" / "ledger.sqlite").read_bytes()

    ended = run("demo", "--reports", "reports")

    assert ended.code == 2
    assert (folder / "reports" / "ledger.sqlite").read_bytes() == before
