"""Addresses in documents that were never meant to be visited. Pure.

Such an address *found in a document* is skipped; the same one *declared in sources.yml* is judged like
any other, since there somebody asked for it.
"""

from __future__ import annotations

import ipaddress
import re

from checker import urls
from checker.reasons import Reason

_EXAMPLE_HOSTS = re.compile(r"(?:.*\.)?example(?:\.(?:com|org|net|edu))?", re.ASCII)  # RFC 2606 and .edu
_EXAMPLE_TLDS = (".test", ".example", ".invalid")  # RFC 2606
_LOCAL_NAMES = (".localhost", ".local", ".internal", ".lan", ".home.arpa")  # RFC 6761, 6762, 8375
_TEMPLATE = re.compile(r"\{\w[^{}/]*\}|\{\{|\$\{|\$[A-Z_]{2,}|<[\w -]+>|%s\b|\[(?:your|my)[\w -]*\]", re.ASCII)


def skip_reason(url: str) -> Reason | None:
    """Why an address found in a document is not asked for, or None if it is to be checked."""
    if _TEMPLATE.search(url):
        return Reason.PLACEHOLDER
    host = urls.host_of(url)
    if _EXAMPLE_HOSTS.fullmatch(host) or host.endswith(_EXAMPLE_TLDS):
        return Reason.PLACEHOLDER
    if host == "localhost" or host.endswith(_LOCAL_NAMES) or _is_private(host):
        return Reason.LOCAL
    return None


def _is_private(host: str) -> bool:
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return False
