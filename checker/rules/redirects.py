"""What a chain of redirects means: for good or for now, trivial or not, home or elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from checker import urls
from checker.observation import Hop
from checker.reasons import Reason
from checker.rules.soft404 import is_home

PERMANENT = frozenset({301, 308})
_SHORTENERS = frozenset(
    "bit.ly t.co goo.gl tinyurl.com ow.ly buff.ly is.gd t.ly lnkd.in fb.me youtu.be dlvr.it amzn.to trib.al wp.me "
    "rebrand.ly cutt.ly shorturl.at clck.ru vk.cc w.wiki git.io perma.cc hdl.handle.net doi.org n9.cl".split()
)


@dataclass(frozen=True, slots=True)
class Way:
    """A chain of redirects: where it ended, whether every step was for good.

    ``settled`` is as far as the permanent steps at its beginning lead: the address worth citing.
    """

    asked: str
    final: str
    permanent: bool
    settled: str


def way(asked: str, hops: Sequence[Hop], final_url: str) -> Way | None:
    """The way from the address asked to the last one; None where nothing redirected elsewhere."""
    steps = [hop for hop in hops if hop.location]
    if not steps or urls.without_fragment(asked) == final_url:
        return None
    settled = asked
    addresses = [hop.url for hop in hops[1:]] + [final_url]
    for step, reached in zip(steps, addresses, strict=False):
        if step.status not in PERMANENT:
            break
        settled = reached
    return Way(asked, final_url, all(step.status in PERMANENT for step in steps), settled)


def trivial(asked: str, reached: str) -> Reason | None:
    """The trivial move between two addresses: scheme, ``www.`` or a final slash; None if it is more."""
    one, other = urlsplit(urls.without_fragment(asked)), urlsplit(reached)
    host, new_host = urls.host_of(asked), urls.host_of(reached)
    if host.removeprefix("www.") != new_host.removeprefix("www."):
        return None
    if (one.port, other.port) != (None, None) and one.port != other.port:
        return None
    if one.path.rstrip("/") != other.path.rstrip("/") or one.query != other.query:
        return None
    if one.scheme == "https" and other.scheme == "http":
        return None
    if one.scheme != other.scheme:
        return Reason.HTTPS_UPGRADE
    if host != new_host:
        return Reason.WWW_CHANGE
    return Reason.SLASH_CHANGE if one.path != other.path else None


def sent_home(one: Way) -> bool:
    """Whether a deep address ended on a home page. Short links may lead to one by design."""
    host = urls.host_of(one.asked)
    return is_home(one.final) and not is_home(one.asked) and host not in _SHORTENERS
