"""What asking and recording alone cost: links a second, CPU, and the most memory, for a list of addresses.

``python tests/bench/fetching.py FILE [--per-host N]`` asks for every address of a text file (one a line) on
the loopback network, without pacing, and keeps what was seen in a ledger, as a run does; no documents are read
and no report is written. Nothing here is a test: machines are noisy.
"""

from __future__ import annotations

import argparse
import asyncio
import resource
import sys
import tempfile
import time
from datetime import UTC, datetime
from ipaddress import ip_network
from pathlib import Path

from checker import urls
from checker.asking import Means, ask
from checker.fetch.client import Fetcher
from checker.fetch.limits import Limits
from checker.fetch.transport import guarded_transport
from checker.ledger import Ledger
from checker.memory import RunState
from checker.model import Source
from checker.progress import silent
from checker.recording import Recorder


def sources(path: Path) -> list[Source]:
    """A source for each line."""
    lines = path.read_text(encoding="utf-8").split()
    return [Source(str(number), url, urls.normalise(url), ()) for number, url in enumerate(lines)]


async def work(wanted: list[Source], limits: Limits, folder: Path) -> int:
    """Ask and record; gives how many were seen."""
    transport = guarded_transport(limits, [ip_network("127.0.0.0/8")])
    ledger = Ledger(folder / "ledger.sqlite")
    recorder = Recorder(ledger, datetime.now(UTC), full=True)
    means = Means(Fetcher(transport, limits), limits, recorder.keep, lambda: datetime.now(UTC), {})
    await ask(wanted, means, silent)
    recorder.save(network=True)
    recorder.close(datetime.now(UTC), RunState.COMPLETE)
    await transport.aclose()
    ledger.close()
    return len(recorder.seen)


def main() -> None:
    """Ask, and say what it cost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--per-host", type=int, default=8)
    given = parser.parse_args()
    wanted = sources(given.file)
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        seen = asyncio.run(work(wanted, Limits(rate=0, per_host=given.per_host), Path(folder)))
    wall = time.monotonic() - started
    used = resource.getrusage(resource.RUSAGE_SELF)
    cpu = used.ru_utime + used.ru_stime
    sys.stdout.write(
        f"{seen} links: {wall:.1f} s, {seen / wall:.0f} links a second, {1000 * cpu / seen:.2f} CPU s a thousand, "
        f"{used.ru_maxrss / 1024:.0f} MB\n"
    )


if __name__ == "__main__":
    main()
