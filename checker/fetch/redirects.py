"""Where a redirect leads, and whether we go there. Pure."""

from __future__ import annotations

from urllib.parse import urljoin

from msgspec import Struct

from checker import urls
from checker.observation import Failure
from checker.reasons import Reason

REDIRECTS = frozenset({301, 302, 303, 307, 308})
DOI_HOSTS = frozenset({"doi.org", "dx.doi.org", "www.doi.org"})


class Next(Struct, frozen=True):
    """The next address to ask, or the failure that ends the way."""

    url: str = ""
    failure: Failure | None = None
    detail: str = ""


def next_hop(url: str, location: str) -> Next:
    """The address a ``Location`` leads to from ``url`` (RFC 9110 §10.2.2), without its fragment.

    Read as browsers do (WHATWG URL standard): a backslash before the query is a slash, tabs are nothing.
    """
    try:
        path, mark, query = location.strip().replace("\t", "").partition("?")
        joined = urljoin(url, path.replace("\\", "/") + mark + query.replace("\\", "%5C"))
        return Next(urls.request_url(joined))
    except urls.UrlError as error:
        shown = urls.redact(location[:200])
        if error.reason is Reason.BAD_SCHEME:
            return Next(failure=Failure.UNSAFE_REDIRECT, detail=f"redirects to {shown}")
        return Next(failure=Failure.MALFORMED_RESPONSE, detail=f"redirects to no address: {shown} ({error})")
    except ValueError as error:
        return Next(failure=Failure.MALFORMED_RESPONSE, detail=f"redirects to no address ({error})")


def settles_doi(url: str, target: str) -> bool:
    """Whether a DOI resolver has just answered: it knows the DOI and sends on to a publisher."""
    return urls.host_of(url) in DOI_HOSTS and urls.host_of(target) not in DOI_HOSTS
