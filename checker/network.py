"""Was the network there? Told from what the hosts of one run answered. Pure.

One dead page says nothing; all hosts failing below HTTP says that we could not see the web, and then no
failure counts (the design, §7).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from checker import urls
from checker.memory import Memory
from checker.observation import Failure, Observation

MIN_HOSTS = 5
FAILED_SHARE = 0.8
_NO_CONNECTION = frozenset(
    {
        Failure.DNS_NXDOMAIN,
        Failure.DNS_FAILURE,
        Failure.CONNECTION_REFUSED,
        Failure.CONNECTION_FAILED,
        Failure.NO_ROUTE,
        Failure.PROXY,
    }
)


def conclusive(
    seen: Iterable[tuple[str, Observation]],
    *,
    archive_answered: bool = False,
    fine_last_time: Collection[str] = (),
) -> bool:
    """Whether failures of this run say something about the pages.

    Not when nobody answered over HTTP, the Archive included; and not when at least 80 % of five or more
    hosts failed at DNS or connect level and no canary answered: neither the Archive nor a host that was
    fine last time.

    Args:
        seen: addresses asked, each with what was observed.
        archive_answered: whether the Archive answered anything over HTTP in this run.
        fine_last_time: hosts with an ``ok`` source in the last complete run.
    """
    answered: dict[str, bool] = {}
    cut_off: dict[str, bool] = {}
    for url, observation in seen:
        if not observation.requests and not observation.failure:
            continue
        host = urls.host_of(url)
        answered[host] = answered.get(host, False) or observation.answered
        cut_off[host] = cut_off.get(host, True) and observation.failure in _NO_CONNECTION
    if not answered or archive_answered:
        return True
    if not any(answered.values()):
        return False
    if len(answered) < MIN_HOSTS or sum(cut_off.values()) < FAILED_SHARE * len(answered):
        return True
    return any(answered.get(host, False) for host in fine_last_time)


def fine_hosts(memory: Memory, keys: Iterable[str]) -> frozenset[str]:
    """Of the hosts of some sources, those that answered well in the last complete run: canaries of this one."""
    last = memory.last_complete
    if last is None:
        return frozenset()
    return frozenset(
        urls.host_of(key)
        for key in keys
        for one in memory.seen.get(key, ())
        if one.run == last.id and one.facts.status is not None and one.facts.failure is None
    )
