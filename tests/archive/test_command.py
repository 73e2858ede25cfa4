"""The command line against a real stand-in: ``--wayback``, ``--no-archive``, ``--archive-share``."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from archive.cases import LOST, A
from servers import Request, Site, answer, serving
from standin import Archive, Kept, serving_archive
from terminal import Run

WEB, ARCHIVE = "127.77.0.5", "127.77.0.9"
ALLOW = ("--allow-net", "127.77.0.0/16")


def gone(request: Request) -> bytes:
    """A web where nothing is left."""
    return answer(404, b"<title>Error</title>")


@contextmanager
def standing(archive: Archive) -> Iterator[tuple[Site, Site]]:
    """The web and the archive, on a thread of their own."""
    loop = asyncio.new_event_loop()
    up: list[tuple[Site, Site]] = []
    ready, over = threading.Event(), asyncio.Event()

    async def stand() -> None:
        async with serving(gone, (WEB,)) as web, serving_archive(archive, ARCHIVE) as held:
            up.append((web, held))
            ready.set()
            await over.wait()

    thread = threading.Thread(target=lambda: loop.run_until_complete(stand()))
    thread.start()
    try:
        assert ready.wait(30)
        yield up[0]
    finally:
        loop.call_soon_threadsafe(over.set)
        thread.join()
        loop.close()


def note(number: int, url: str) -> str:
    """A note with the day of access."""
    return f"[^{number}]: Ada Brook, “Page {number},” The Site, accessed September 2, 2019, {url}.\n\n"


def reported(folder: Path) -> dict[str, Any]:
    """The archive's part of each source in the report, by the end of its address."""
    report = json.loads((folder / "reports" / "report.json").read_text(encoding="utf-8"))
    return {source["url"].rpartition("/")[2]: source for source in report["sources"]}


def test_a_run_against_a_stand_in(run: Run, folder: Path) -> None:
    """One base address for all services; published addresses are the Archive's own."""
    archive = Archive()
    with standing(archive) as (web, held):
        base = web.url("", WEB)
        archive.kept = {f"{base}/a": [Kept("20190820", A), Kept("20190910", A)], f"{base}/b": [Kept("20190901", LOST)]}
        archive.faults = {f"{base}/c": {"excluded"}}
        cited = f"https://web.archive.org/web/20190820120000/{base}/a"
        (folder / "a.md").write_text(
            "Said.[^1] [^2] [^3]\n\n" + note(1, f"{base}/a") + note(2, f"{base}/b") + note(3, f"{base}/c"),
            encoding="utf-8",
        )
        ended = run("check", "a.md", *ALLOW, "--wayback", held.url("", ARCHIVE))
        found = reported(folder)

    assert ended.code == 1
    assert found["a"]["archive"] == {
        "state": "found",
        "url": cited,
        "timestamp": "20190820120000",
        "delta_days": -13,
        "side": "before",
        "bracketed": True,
        "target": "2019-09-02",
        "target_kind": "accessed",
        "detail": "",
    }
    assert found["a"]["citations"][0]["archived"] == f"[archived 20 August 2019](<{cited}>)"
    assert (found["b"]["archive"]["state"], found["b"]["archive"]["url"]) == ("not_archived", None)
    assert found["c"]["archive"]["state"] == "excluded"


def test_no_archive(run: Run, folder: Path) -> None:
    """Nothing is asked of it."""
    archive = Archive()
    with standing(archive) as (web, held):
        (folder / "a.md").write_text(note(1, web.url("/a", WEB)), encoding="utf-8")
        run("check", "a.md", *ALLOW, "--wayback", held.url("", ARCHIVE), "--no-archive")

    assert archive.asked == []
    assert reported(folder)["a"]["archive"]["state"] == "not_looked_up"


@pytest.mark.parametrize("share", ["2/4", "1", "1/0", "1/x", "-1/4", "1/4/2", "1/1001"])
def test_a_share_is_one_part_of_several(run: Run, folder: Path, share: str) -> None:
    """Anything else is wrong usage, and says what to write."""
    (folder / "a.md").write_text("https://site.org/a", encoding="utf-8")
    ended = run("check", "a.md", "--offline", "--archive-share", share)

    assert ended.code == 2
    assert "1/4" in ended.err


def test_what_widens_our_reach_is_never_read_from_the_settings(run: Run, folder: Path) -> None:
    """An aggregator, or a stand-in for the Archive, is named on the command line only."""
    for key in ("aggregator", "wayback"):
        (folder / "sources.yml").write_text(f"version: 1\narchive: {{{key}: 'https://evil.org'}}\n", encoding="utf-8")

        assert run("check", "--offline").code == 2
