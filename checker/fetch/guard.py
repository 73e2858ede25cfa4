"""Where we refuse to go: addresses inside networks, and ports that are not for browsers. Pure.

Decided on the resolved address that is connected to, so every spelling of a host (decimal, octal, hex,
full-width digits, a name that points inside) ends here. ``ipaddress.is_global`` alone is not enough: on
Python 3.11 it lets pass multicast, NAT64, 6to4, IPv4-compatible and some metadata addresses (measured
November 2026; partly CVE-2024-4032).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

_NEVER: tuple[tuple[Network, str], ...] = tuple(
    (ip_network(cidr), what)
    for cidr, what in (
        ("0.0.0.0/8", "this network"),
        ("100.64.0.0/10", "a carrier's private network"),
        ("127.0.0.0/8", "this machine"),
        ("168.63.129.16/32", "a cloud's own service"),  # Azure, formally a public address
        ("169.254.0.0/16", "link-local or a cloud's metadata service"),
        ("192.0.0.0/24", "reserved, with a cloud's metadata service"),  # 192.0.0.192: Oracle Cloud
        ("192.88.99.0/24", "a 6to4 relay"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
        ("::/128", "unspecified"),
        ("::1/128", "this machine"),
        ("64:ff9b:1::/48", "a local translation prefix"),  # RFC 8215
        ("100::/64", "a discard prefix"),
        ("2001::/23", "reserved for protocols"),
        ("fc00::/7", "a private network"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "a private network (site-local)"),
        ("ff00::/8", "multicast"),
    )
)
_COMPATIBLE = ip_network("::/96")
_NAT64 = ip_network("64:ff9b::/96")  # RFC 6052

_PORTS = (
    "1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 "
    "119 123 135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 "
    "636 989 990 993 995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 "
    "6679 6697 10080"
)
RESTRICTED_PORTS = frozenset(int(port) for port in _PORTS.split())
"""The ports browsers refuse: the "bad port" list of the Fetch standard, read November 2026."""


def refusal(address: Address | str, allow: Sequence[Network] = ()) -> str | None:
    """Why an address must not be connected to, or None if it may be.

    Args:
        address: the resolved address; an IPv6 scope (``%eth0``) is always refused.
        allow: ranges that the command line opens in spite of the rules.
    """
    if isinstance(address, str):
        if "%" in address:
            return f"{address} is link-local"
        address = ip_address(address)
    if any(address in network for network in allow):
        return None
    for inner in _unwrapped(address):
        if any(inner in network for network in allow):
            continue
        what = next((what for network, what in _NEVER if inner in network), None)
        if what is None and not inner.is_global and inner not in _NAT64 and inner not in _COMPATIBLE:
            what = "a private or reserved network"
        if what is not None:
            return f"{address} is {what}"
    return None


def _unwrapped(address: Address) -> Iterator[Address]:
    """The IPv4 addresses that an IPv6 one wraps; the address itself where it wraps none."""
    if isinstance(address, IPv4Address):
        yield address
        return
    mapped = address.ipv4_mapped or address.sixtofour
    if mapped is not None:
        yield mapped
    elif address.teredo is not None:
        yield from address.teredo
    elif address in _NAT64 or (address in _COMPATIBLE and int(address) > 1):
        yield IPv4Address(int(address) & 0xFFFFFFFF)
    else:
        yield address
