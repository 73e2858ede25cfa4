"""The stage that asks the live web: every target once, and a neighbour of each doubtful page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import aclosing
from datetime import datetime

from checker import siblings, urls
from checker.evidence import observe
from checker.fetch.client import Fetcher
from checker.fetch.limits import Limits
from checker.fetch.run import fetch_all
from checker.figures.on_page import Wanted
from checker.model import Source
from checker.observation import Observation, Target
from checker.progress import Progress, Standing
from checker.rules import onward
from checker.schedule import keys_by_url, plan, targets

Seen = Mapping[str, Observation]
Keep = Callable[[Seen], None]
Clock = Callable[[], datetime]


async def ask(
    sources: Sequence[Source],
    fetcher: Fetcher,
    limits: Limits,
    keep: Keep,
    clock: Clock,
    progress: Progress,
    figures: Mapping[str, tuple[Wanted, ...]],
) -> None:
    """Ask for every source that needs it; ``keep`` gets the observations of each answer, by source key.

    ``figures`` are looked for on the page they were quoted from, by source key.
    """
    wanted = targets(sources, figures)
    by_url = keys_by_url(sources)
    queues = plan(wanted)
    hosts = {queue.host: (0, len(queue.targets)) for queue in queues}
    progress(Standing("checking", 0, len(wanted), hosts))
    done = 0
    async with aclosing(fetch_all(queues, fetcher, limits)) as results:
        async for target, exchange in results:
            done += 1
            seen = observe(exchange, clock(), target.fragments)
            keep({key: seen[urls.fragment(key)] for key in by_url[target.url]})
            host = urls.host_of(target.url)
            hosts[host] = (hosts[host][0] + 1, hosts[host][1])
            progress(Standing("checking", done, len(wanted), hosts))


async def follow(
    seen: Seen,
    fetcher: Fetcher,
    limits: Limits,
    keep: Keep,
    clock: Clock,
    figures: Mapping[str, tuple[Wanted, ...]],
) -> None:
    """Go where pages without text of their own send their readers: what a browser shows is what counts."""
    leading: dict[str, list[str]] = {}
    for key, observation in seen.items():
        to = onward.next_step(key, observation)
        if to is not None:
            leading.setdefault(to, []).append(key)
    wanted = [_target(to, keys, figures) for to, keys in leading.items()]
    async with aclosing(fetch_all(plan(wanted), fetcher, limits)) as results:
        async for target, exchange in results:
            found = observe(exchange, clock(), target.fragments)
            keep({key: onward.joined(seen[key], found[urls.fragment(key)], target.url) for key in leading[target.url]})


def _target(url: str, keys: Sequence[str], figures: Mapping[str, tuple[Wanted, ...]]) -> Target:
    quoted = tuple(dict.fromkeys(figure for key in keys for figure in figures.get(key, ())))
    return Target(url, tuple(filter(None, map(urls.fragment, keys))), bool(quoted), quoted)


async def probe(seen: Seen, fetcher: Fetcher, limits: Limits, keep: Keep, clock: Clock) -> None:
    """Ask for a made-up neighbour of each page that only says that it is not there."""
    doubtful: dict[str, list[str]] = {}
    for key, observation in seen.items():
        beside = siblings.sibling(observation.final_url) if siblings.is_doubtful(observation) else None
        if beside is not None and not siblings.is_compared(observation):
            doubtful.setdefault(beside, []).append(key)
    queues = plan(Target(beside) for beside in doubtful)
    async with aclosing(fetch_all(queues, fetcher, limits)) as results:
        async for target, exchange in results:
            other = observe(exchange, clock())[""]
            keep({key: siblings.compared(seen[key], other) for key in doubtful[target.url]})
