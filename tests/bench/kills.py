"""What a kill costs: ``python tests/bench/kills.py [KILLS] [LINKS] [--again]``.

Serves a web of LINKS pages on loopback addresses in a process of its own, checks them once undisturbed, then KILLS
times anew, each time killed (``kill -9``) at a random moment and started again. It prints, and fails unless: the
ledger opened every time, nothing that had been told as done was lost, nothing that the ledger had was asked again,
and the last report equals the undisturbed one but for times. With ``--again`` it is the second run that is killed:
one that knows what was seen a week before, and asks servers whether it has changed. Nothing here is a test: it takes
minutes.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from servers import Request, answer, serving

from checker.ledger import Ledger
from checker.memory import RunState

HOSTS = 40
NOW, BEFORE = "2026-11-25T05:31:00+00:00", "2026-11-18T05:31:00+00:00"
TAG = '"1"'
PAGE = b"<html lang=en><title>A page</title><h1>A page</h1><p>" + b"word " * 800
LOST = b"<html lang=en><title>Page not found</title><h1>Page not found</h1><p>The page was not found.</p>"
CHILD = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from ipaddress import ip_network
from checker import invocation
now = datetime.fromisoformat(sys.argv[2])
handle = os.open("done", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
def tell(standing):
    if standing.stage == "checking":
        os.pwrite(handle, b"%8d" % standing.done, 0)
inputs = invocation.read_inputs([sys.argv[1]], None)
choices = invocation.Choices(now=now, today=now.date(), no_archive=True, rate=0, timeout=10.0)
invocation.run_check(inputs, choices, invocation.Reach((ip_network("127.77.0.0/16"),)), Path("reports"), tell)
"""


async def reply(request: Request) -> bytes | None:
    """What the web says: every other page can tell that it has not changed."""
    kind, _, number = request.path.strip("/").partition("/")
    await asyncio.sleep(0.002 + sum(number.encode()) % 17 * 0.003)
    match kind:
        case "gone":
            return answer(404)
        case "moved":
            return answer(301, location=f"/page/{number}")
        case "lost":
            return answer(200, LOST)
        case "reset":
            return None
        case _ if not number.isdecimal() or int(number) % 2:
            return answer(200, PAGE)
        case _ if request.headers.get("if-none-match") == TAG:
            return answer(304, etag=TAG)
        case _:
            return answer(200, PAGE, etag=TAG)


def serve(pipe: Connection) -> None:
    """Serve; each message asks for the counts of requests by path so far, "stop" ends it."""

    async def work() -> None:
        hosts = tuple(f"127.77.1.{1 + number}" for number in range(HOSTS))
        async with serving(reply, hosts=hosts) as site:
            pipe.send(site.port)
            while True:
                while not pipe.poll():
                    await asyncio.sleep(0.02)
                if pipe.recv() == "stop":
                    return
                pipe.send(Counter(f"{one.headers['host']}{one.path}" for one in site.asked))

    asyncio.run(work())


def addresses(count: int, port: int) -> list[str]:
    """The links: mostly fine, some gone, moved, lost behind a 200, or reset."""
    kinds = ["page"] * 14 + ["gone"] * 2 + ["moved"] * 2 + ["lost", "reset"]
    return [
        f"http://127.77.1.{1 + number % HOSTS}:{port}/{kinds[number // HOSTS % 20]}/{number}" for number in range(count)
    ]


def start(folder: Path, now: str = NOW) -> subprocess.Popen[bytes]:
    """A run in a folder."""
    return subprocess.Popen([sys.executable, "-c", CHILD, "links.txt", now], cwd=folder)  # noqa: S603  # ourselves


def result(folder: Path) -> Any:
    """The report, without what two runs can differ in: times and costs."""
    report = json.loads((folder / "reports" / "report.json").read_text(encoding="utf-8"))
    report.pop("run")
    for source in report["sources"]:
        for name in ("checked_at", "elapsed_ms", "requests"):
            source.pop(name)
    return report


class Trials:
    """Kills one after the other, with the counts of what went wrong."""

    def __init__(self, web: Connection, links: list[str], root: Path, *, again: bool) -> None:
        self.web, self.links, self.root = web, links, root
        self.before: Path | None = None
        if again:
            self.before = self.folder("before")
            start(self.before, BEFORE).wait()
        self.wrong: Counter[str] = Counter()
        self.kept: list[int] = []

    def counts(self) -> Counter[str]:
        """Requests by host and path so far."""
        self.web.send("counts")
        counted: Counter[str] = self.web.recv()
        return counted

    def folder(self, name: str) -> Path:
        """A fresh folder with the list of links, and what was known before."""
        made = self.root / name
        made.mkdir()
        if self.before:
            shutil.copytree(self.before / "reports", made / "reports")
        (made / "links.txt").write_text("\n".join(self.links), encoding="utf-8")
        return made

    def one(self, name: str, seconds: float, expected: Any) -> bool:
        """Kill one run after some seconds, and go on with it; False if it had ended before."""
        folder = self.folder(name)
        child = start(folder)
        time.sleep(seconds)
        if child.poll() is not None:
            return False
        child.kill()
        child.wait()
        time.sleep(0.3)  # what was on the way arrives
        before = self.counts()
        known = self.known(folder)
        if known is None:
            return False
        done = folder / "done"
        told = int(done.read_bytes() or b"0") if done.exists() else 0
        self.wrong["told as done, but lost"] += max(0, told - len(known))
        self.kept.append(len(known))
        code = start(folder).wait()
        after = self.counts()
        again = [key for key in known if after[key.partition("//")[2]] > before[key.partition("//")[2]]]
        self.wrong["asked again"] += len(again)
        self.wrong["another report"] += result(folder) != expected
        self.wrong["another exit"] += code != 0
        return True

    def known(self, folder: Path) -> set[str] | None:
        """What the ledger has of the unfinished run; None where it says that the run came to its end."""
        try:
            memory = Ledger(folder / "reports" / "ledger.sqlite").read()
        except Exception as error:  # whatever it is, it counts as a ledger that does not open
            self.wrong[f"the ledger does not open: {error}"] += 1
            return set()
        if len(memory.runs) > bool(self.before) and memory.runs[-1].state is RunState.COMPLETE:
            return None
        return {key for seen in memory.unfinished.values() for key in seen}


def main() -> None:
    """Serve, check, kill, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kills", type=int, nargs="?", default=50)
    parser.add_argument("links", type=int, nargs="?", default=2000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--again", action="store_true", help="kill the second run")
    given = parser.parse_args()
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.Process(target=serve, args=(theirs,), daemon=True)
    server.start()
    links = addresses(given.links, ours.recv())
    with tempfile.TemporaryDirectory() as root:
        trials = Trials(ours, links, Path(root), again=given.again)
        undisturbed = trials.folder("undisturbed")
        began = time.monotonic()
        start(undisturbed).wait()
        whole = time.monotonic() - began
        expected = result(undisturbed)
        rng = random.Random(given.seed)  # noqa: S311  # moments, no secrets
        started = 0
        while len(trials.kept) < given.kills:
            started += 1
            trials.one(str(started), rng.uniform(0.2, whole), expected)
            sys.stderr.write(f"\r{len(trials.kept)} kills, kept {trials.kept[-1:]}, wrong {dict(+trials.wrong)}   ")
    ours.send("stop")
    kept = sorted(trials.kept)
    sys.stdout.write(
        f"\n{given.kills} kills of a run of {given.links} links ({whole:.1f} s undisturbed, {os.cpu_count()} cores): kept "
        f"{kept[0]} to {kept[-1]} observations, median {kept[len(kept) // 2]}; wrong: {dict(+trials.wrong) or 'nothing'}\n"
    )
    sys.exit(bool(+trials.wrong))


if __name__ == "__main__":
    main()
