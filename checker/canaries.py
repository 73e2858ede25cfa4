"""Who is asked when it looks as if the network were down: hosts that were fine last time, then the Archive.

One dead page says nothing, and neither do many: only where nobody else answers either is it our network. The
canaries are asked in doubt only, a few of them, once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import aclosing

from checker import urls
from checker.archive.wayback import Wayback
from checker.fetch.client import Fetcher
from checker.fetch.limits import Limits
from checker.fetch.run import fetch_all
from checker.memory import Memory
from checker.network import conclusive, fine_hosts
from checker.observation import Observation, Target
from checker.schedule import plan

MOST = 5
_LOOKED_AT = 500
Seen = Sequence[tuple[str, Observation]]


async def believable(
    seen: Seen, memory: Memory, named: Sequence[str], fetcher: Fetcher, limits: Limits, wayback: Wayback | None
) -> bool:
    """Whether the failures of a run say something about the pages; see :func:`checker.network.conclusive`.

    Args:
        seen: what was asked in this run and what it brought.
        memory: the earlier runs.
        named: addresses that sources.yml names as canaries; without any, pages that were fine last time.
        fetcher: asks them, over the same network.
        limits: bounds of the run.
        wayback: the Archive, the last to be asked; None where it is to be left alone.
    """
    fine = frozenset[str]()
    if not conclusive(seen):
        fine = fine_hosts(memory, [key for key, _ in seen])
    if conclusive(seen, fine_last_time=fine):
        return True
    if await _anybody(named[:MOST] or elsewhere(memory, [key for key, _ in seen]), fetcher, limits):
        return True
    if wayback is None:
        return False
    await wayback.reachable()
    return conclusive(seen, archive_answered=wayback.answered, fine_last_time=fine)


def elsewhere(memory: Memory, asked: Iterable[str]) -> list[str]:
    """A few pages that were fine in the last complete run, on hosts that were not asked in this one."""
    last = memory.last_complete
    if last is None:
        return []
    hosts = {urls.host_of(key) for key in asked}
    found: list[str] = []
    for number, key in enumerate(memory.seen):
        if number >= _LOOKED_AT or len(found) >= MOST:
            break
        host = urls.host_of(key)
        if host and host not in hosts and fine_hosts(memory, [key]):
            hosts.add(host)
            found.append(urls.without_fragment(key))
    return found


async def _anybody(addresses: Sequence[str], fetcher: Fetcher, limits: Limits) -> bool:
    """Whether any of them answers over HTTP, whatever it says."""
    queues = plan(Target(url) for url in addresses)
    async with aclosing(fetch_all(queues, fetcher)) as results:
        async for _, exchange in results:
            if exchange.hops or exchange.status is not None:
                return True
    return False
