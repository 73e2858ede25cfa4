"""Addresses in documents that were never meant to be visited. Pure.

Such an address *found in a document* is skipped; the same one *declared in sources.yml* is judged like
any other, since there somebody asked for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_address

from checker import urls
from checker.patterns import regex
from checker.reasons import Reason

_EXAMPLE_HOSTS = regex(r"(?:.*\.)?example(?:\.[a-z]{2,3}){0,2}", re.ASCII)  # RFC 2606, and what is written like it
_NOBODYS_HOSTS = regex(
    r"(?:.*\.)?(?:your[-_]?(?:own[-_]?)?(?:domain|site|host|hostname|server|company|org|organi[sz]ation|app|instance|website|url|project|name)|my[-_]?(?:domain|site|host|hostname|server|company|website))"
    r"(?:[-_]name|[-_]here)?(?:\.[a-z]{2,4}){0,2}|(?:host|hostname|server|domain|site)(?:\.(?:tld|name|domain))?",
    re.ASCII,
)
"""Hosts that documentation writes where the reader's own belongs."""
_EXAMPLE_TLDS = (".test", ".example", ".invalid")  # RFC 2606
_LOCAL_NAMES = (".localhost", ".local", ".internal", ".lan", ".home.arpa")  # RFC 6761, 6762, 8375
_TEMPLATE = regex(r"\{\w[^{}/]*\}|\{\{|\$\{|\$[A-Z_]{2,}|<[\w -]+>|%s\b|\[(?:your|my)[\w -]*\]", re.ASCII)


_LOOPBACK = "127.0.0.1"

Network = IPv4Network | IPv6Network


def skip_reason(url: str, allow: Sequence[Network] = ()) -> Reason | None:
    """Why an address found in a document is not asked for, or None if it is to be checked.

    Args:
        url: the address.
        allow: private ranges the command line opened: what lies in them is meant to be visited. Names of
            private networks are left to the guard then, which sees what they resolve to.
    """
    if _TEMPLATE.search(url):
        return Reason.PLACEHOLDER
    host = urls.host_of(url)
    if _EXAMPLE_HOSTS.fullmatch(host) or host.endswith(_EXAMPLE_TLDS) or _NOBODYS_HOSTS.fullmatch(host):
        return Reason.PLACEHOLDER
    return Reason.LOCAL if _is_private(host, allow) else None


def _is_private(host: str, allow: Sequence[Network]) -> bool:
    if host.endswith(_LOCAL_NAMES) and host != "localhost":
        return not allow
    if not (host == "localhost" or host[-1:].isdigit() or ":" in host):
        return False
    return _lies_within(_LOOPBACK if host == "localhost" else host, tuple(allow))


@lru_cache(maxsize=4096)
def _lies_within(host: str, allow: tuple[Network, ...]) -> bool:
    try:
        address = ip_address(host)
    except ValueError:
        return False
    return not address.is_global and not any(address in network for network in allow)
