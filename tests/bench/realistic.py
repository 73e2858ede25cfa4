"""How long a run takes on a web like the real one, and how long it would have to take at least.

``python tests/bench/realistic.py [LINKS] [--seed N] [--hosts N]`` serves a web on loopback addresses in a process of its
own (latencies by host, 404s, redirects, 429 and 503 at first, resets, hosts that hang), checks a list of links
on it by the command line as users have it, and prints wall time, the lower bound of two connections a host,
their ratio, requests a link, CPU seconds and peak memory. Nothing here is a test: machines are noisy.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from servers import Request, answer, serving

PER_HOST = 2
TIMEOUT = 5.0
RETRY_WAIT = 1.0
KINDS = [("ok", 0.79), ("404", 0.07), ("moved", 0.05), ("429", 0.03), ("503", 0.02), ("reset", 0.03), ("hang", 0.01)]
WORDS = " ".join(f"word{number}" for number in range(2000))
PAGE = f"<html><title>A page</title><body><h1>A page</h1><p>{WORDS}</p></body></html>".encode()
TRUE = {
    "ok": {"ok"}, "404": {"dead"}, "moved": {"moved"}, "429": {"ok"}, "503": {"ok"}, "reset": {"unreachable"},
    "hang": {"unreachable"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
    """One link: its host, its number, what its server does, how long that takes."""

    host: int
    number: int
    kind: str
    latency: float

    @property
    def address(self) -> str:
        """The loopback address of its host."""
        return f"127.77.{1 + self.host // 200}.{1 + self.host % 200}"


def links(count: int, seed: int, hosts: int) -> list[Link]:
    """Links whose hosts follow Zipf's law; one host in twenty hangs altogether."""
    rng = random.Random(seed)  # noqa: S311  # a web, not a secret
    weights = [1 / (1 + host) for host in range(hosts)]
    hangs = set(rng.sample(range(20, hosts), hosts // 20))
    speed = [rng.uniform(0.05, 0.6) for _ in range(hosts)]
    names, shares = zip(*KINDS[:-1], strict=True)
    chosen = []
    for number, host in enumerate(rng.choices(range(hosts), weights, k=count)):
        kind = "hang" if host in hangs else rng.choices(names, shares)[0]
        chosen.append(Link(host, number, kind, speed[host] * rng.uniform(0.6, 1.6)))
    return chosen


def bound(chosen: list[Link]) -> float:
    """The least seconds for two connections a host: its busy time shared, or its longest single link."""
    busy: dict[int, float] = defaultdict(float)
    longest: dict[int, float] = defaultdict(float)
    for link in chosen:
        tries = {"429": 2, "503": 2, "moved": 2, "reset": 2}.get(link.kind, 1)
        cost = TIMEOUT if link.kind == "hang" else tries * link.latency
        chain = (
            2 * TIMEOUT + RETRY_WAIT
            if link.kind == "hang"
            else cost + (RETRY_WAIT if link.kind in ("429", "503", "reset") else 0)
        )
        busy[link.host] += 0 if link.kind == "hang" else cost
        longest[link.host] = max(longest[link.host], chain)
    return max(max(busy[host] / PER_HOST, longest[host]) for host in longest)


def serve(chosen: list[Link], pipe: multiprocessing.connection.Connection) -> None:
    """Serve until told to stop, then tell how often we were asked."""

    async def work() -> None:
        kinds = {str(link.number): link for link in chosen}
        seen: Counter[str] = Counter()

        async def reply(request: Request) -> bytes | None:
            number = request.path.rsplit("/", 1)[1]
            link = kinds[number]
            seen[request.path] += 1
            await asyncio.sleep(60 if link.kind == "hang" else link.latency)
            if request.path.startswith("/new/"):
                return answer(200, PAGE)
            if link.kind in ("429", "503") and seen[request.path] == 1:
                return answer(int(link.kind))
            replies = {"404": answer(404), "moved": answer(301, location=f"/new/{number}"), "reset": None}
            return replies.get(link.kind, answer(200, PAGE))

        hosts = tuple(dict.fromkeys(link.address for link in chosen))
        async with serving(reply, hosts=hosts) as site:
            pipe.send(site.port)
            while not pipe.poll():
                await asyncio.sleep(0.05)
        pipe.send(len(site.asked))

    asyncio.run(work())


def main() -> None:
    """Serve, check, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("links", type=int, nargs="?", default=1000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--hosts", type=int, default=200)
    given = parser.parse_args()
    chosen = links(given.links, given.seed, given.hosts)
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.Process(target=serve, args=(chosen, theirs), daemon=True)
    server.start()
    port = ours.recv()
    with tempfile.TemporaryDirectory() as folder:
        urls = {f"http://{link.address}:{port}/p/{link.number}": link for link in chosen}
        Path(folder, "links.txt").write_text("\n".join(urls), encoding="utf-8")
        command = [
            sys.executable, "-m", "checker", "check", "links.txt", "--allow-net", "127.77.0.0/16", "--no-archive",
            "--quiet", "--rate", "10", "--timeout", str(TIMEOUT), "--fail-on", "never",
        ]  # fmt: skip
        started = time.monotonic()
        subprocess.run(command, cwd=folder, check=True)  # noqa: S603  # ourselves
        wall = time.monotonic() - started
        report = json.loads(Path(folder, "reports", "report.json").read_text(encoding="utf-8"))
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    ours.send("stop")
    asked = ours.recv()
    wrong = [source["url"] for source in report["sources"] if source["verdict"] not in TRUE[urls[source["url"]].kind]]
    least = bound(chosen)
    sys.stdout.write(
        f"{len(chosen)} links, seed {given.seed}: {wall:.1f} s, at least {least:.1f} s, ratio {wall / least:.2f}; "
        f"{asked / len(chosen):.2f} requests a link; {used.ru_utime + used.ru_stime:.1f} s CPU; "
        f"{used.ru_maxrss / 1024:.0f} MB; {len(wrong)} wrong verdicts; {os.cpu_count()} cores\n"
    )


if __name__ == "__main__":
    main()
