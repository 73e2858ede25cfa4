"""What is asked, once each, and in which order. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from checker import urls
from checker.fetch.address import host_of
from checker.fetch.limits import Limits
from checker.figures.on_page import Wanted
from checker.model import Source
from checker.observation import HostQueue, Target
from checker.titles import cited_title

_USUAL = 0.5
"""Seconds that an answer takes on the web as it is, while we know nothing of a host."""
_TITLES = 20
"""Titles of one address that are looked for: its parts may be cited by titles of their own."""


def plan(targets: Iterable[Target]) -> tuple[HostQueue, ...]:
    """One queue a host, the longest first: the host with the most to ask decides when a run can end."""
    queues: dict[str, list[Target]] = {}
    for target in targets:
        queues.setdefault(host_of(target.url), []).append(target)
    ordered = sorted(queues.items(), key=lambda item: -len(item[1]))
    return tuple(HostQueue(host, tuple(items)) for host, items in ordered)


def urgency(left: int, mean: float | None, limits: Limits) -> float:
    """How long a host may keep a run waiting from now on, in seconds: the longer, the sooner it is asked.

    Who has not answered yet may turn out to hang, and is better found out early: it comes after the few hosts whose
    queues are long, and before all that answer quickly.

    Args:
        left: requests that wait for their turn.
        mean: seconds that one takes, None while the host has not answered.
        limits: of the run.
    """
    each = (_USUAL if mean is None else mean) / limits.per_host
    spaced = 1 / limits.rate if limits.rate else 0.0
    expected = left * max(each, spaced)
    return expected if mean is not None else max(expected, limits.timeout / 2)


def targets(sources: Iterable[Source], wanted: Mapping[str, tuple[Wanted, ...]] = MappingProxyType({})) -> list[Target]:
    """One request for each address without fragment, in the order of the sources.

    ``wanted`` holds the figures to be looked for, by source key.
    """
    figures: dict[str, dict[Wanted, None]] = {}
    for key, ones in wanted.items():
        figures.setdefault(urls.without_fragment(key), {}).update(dict.fromkeys(ones))
    fragments: dict[str, dict[str, None]] = {}
    titles: dict[str, tuple[str, ...]] = {}
    for source in sources:
        if source.settled is None:
            url = urls.without_fragment(source.key)
            names = fragments.setdefault(url, {})
            if urls.fragment(source.key):
                names[urls.fragment(source.key)] = None
            title = cited_title(source)
            if title and title not in titles.get(url, ()):
                titles[url] = (*titles.get(url, ()), title)[:_TITLES]
    return [
        Target(url, tuple(names), url in figures, tuple(figures.get(url, ())), titles=titles.get(url, ()))
        for url, names in fragments.items()
    ]


def keys_by_url(sources: Iterable[Source]) -> Mapping[str, set[str]]:
    """The keys of the sources that share each address without fragment."""
    keys: dict[str, set[str]] = {}
    for source in sources:
        keys.setdefault(urls.without_fragment(source.key), set()).add(source.key)
    return keys
