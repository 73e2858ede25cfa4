"""An address in normal form, taken apart for the wire: whom to connect to, and what to ask for. Pure."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from checker import urls


class Origin(Struct, frozen=True):
    """One server: ``host`` is empty where the address has none that can be asked; ``authority`` is for ``Host``."""

    scheme: str
    host: str
    port: int
    authority: bytes


def taken_apart(url: str) -> tuple[Origin, bytes]:
    """The origin of an address, and its path and query as they go on the wire.

    Args:
        url: in normal form, see :mod:`checker.urls`; what is not gives an origin without host.
    """
    scheme, _, rest = url.partition("://")
    authority, _, path = rest.partition("/")
    return _origin(scheme, authority), b"/" + path.encode("ascii", "replace")


def host_of(url: str) -> str:
    """The host of an address in normal form; addresses are many, hosts few, so each is looked at once."""
    scheme, _, rest = url.partition("://")
    return _origin(scheme, rest.partition("/")[0]).host


@lru_cache(maxsize=4096)
def _origin(scheme: str, authority: str) -> Origin:
    try:
        parts = urls.split(f"{scheme}://{authority}/")
    except urls.UrlError:
        return Origin(scheme, "", 0, b"")
    host, shown = urls.ascii_host(parts.hostname or ""), urls.authority(parts)
    return Origin(parts.scheme, host, parts.port or urls.DEFAULT_PORTS[parts.scheme], shown.encode("ascii"))
