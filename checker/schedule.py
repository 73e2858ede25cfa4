"""In which order hosts are asked. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from checker import urls
from checker.observation import HostQueue, Target


def plan(targets: Iterable[Target]) -> tuple[HostQueue, ...]:
    """One queue a host, the longest first: the host with the most to ask decides when a run can end."""
    queues: dict[str, list[Target]] = {}
    for target in targets:
        queues.setdefault(urls.host_of(target.url), []).append(target)
    ordered = sorted(queues.items(), key=lambda item: -len(item[1]))
    return tuple(HostQueue(host, tuple(items)) for host, items in ordered)
