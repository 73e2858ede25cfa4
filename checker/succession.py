"""Sources that took another's place: a document now cites the address that a page had moved to. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from checker import urls
from checker.memory import Sightings
from checker.rules.redirects import way


def predecessors(seen: Sightings, cited: Collection[str]) -> Mapping[str, str]:
    """The source keys that are cited no more, by the key (without fragment) of where they had moved for good."""
    found: dict[str, str] = {}
    for key in seen:
        known = seen[key] if key not in cited else ()
        if not known:
            continue
        last = max(known, key=lambda one: one.run).facts
        led = way(key, last.hops, last.final_url)
        if led is not None and led.settled != key:
            found.setdefault(page(led.settled), key)
    return found


def page(url: str) -> str:
    """The key of an address, whatever part of the page it names."""
    try:
        return urls.without_fragment(urls.normalise(url))
    except urls.UrlError:
        return urls.without_fragment(url)
