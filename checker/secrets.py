"""What an address carries that is nobody else's business: keys, tokens, tickets, sessions. Pure.

A session names a visit and never a page: without it the address leads to the same page. Other secrets may be
needed to see the page at all; an address that needs one is no address to cite.
"""

from __future__ import annotations

import re

from checker.patterns import regex

_KEYS = (
    r"[\w.-]*(?:key|token|sig|signature|secret|password|passwd|passcode|session|code|auth)|x-amz-[\w-]+|"
    r"pwd|pass|jwt|saml(?:request|response|art)|relaystate|assertion|credentials?"
)
_SESSIONS = (
    r"j?session_?id|php_?sess(?:ion)?_?id|aspsessionid\w*|asp\.net_sessionid|sessid|oscsid|zenid|cfid|cftoken|sesskey"
)
_PERHAPS = r"sid|session|ticket|sess|nonce"
"""Keys that name stories, bug reports and parliaments' years as well: sessions only by what they hold."""
_LONG = r"(?=[^&;#?/=]*[0-9])[\w.~+%-]{12,}"
"""A value that no counter of stories and no year looks like."""
_SESSION = regex(rf"(?<=[?&;#])(?:(?:{_SESSIONS})=[^&;#?/]*|(?:{_PERHAPS})={_LONG})", re.IGNORECASE | re.ASCII)
_SECRET = regex(
    rf"((?<=[?&;#])(?:{_KEYS}|{_SESSIONS})=)[^&;#]*|((?<=[?&;#])(?:{_PERHAPS})=){_LONG}", re.IGNORECASE | re.ASCII
)
_PARAMETER = regex(
    rf"((?<=;)(?:{_KEYS}|{_SESSIONS})=)[^;?#/]*|((?<=;)(?:{_PERHAPS})=){_LONG}", re.IGNORECASE | re.ASCII
)
_IN_PATH = regex(r"/\((?:[A-Z]\([\w-]{16,64}\))+\)(?=/)", re.ASCII)
"""ASP.NET's sessions without cookies: ``/(S(lit3py55t21z5v55vlm25s55))/page.aspx``."""
_USERINFO = regex(r"(?<=//)[^/?#@]*@")
_BEHIND = regex(r"[?#]")


def masked(url: str) -> str:
    """The address with ``***`` for the values of secret-like keys, in its path, query and fragment; no user-info."""
    path, rest = _parted(_USERINFO.sub("", url, count=1))
    return _IN_PATH.sub("/(***)", _PARAMETER.sub(_stars, path)) + _SECRET.sub(_stars, rest)


def without_session(url: str) -> str:
    """The address without what only names a visit; all else is left as written."""
    path, rest = _parted(url)
    path = re.sub(r";+(?=[/;]|$)", "", _SESSION.sub("", _IN_PATH.sub("", path)))
    query, mark, fragment = rest.partition("#")
    bare = _SESSION.sub("", query)
    if bare != query:
        bare = re.sub(r"(?<=\?)[&;]+|[?&;]+$", "", re.sub(r"([&;])[&;]+", r"\1", bare))
    return path + bare + mark + fragment


def _stars(match: re.Match[str]) -> str:
    return f"{match[1] or match[2]}***"


def _parted(url: str) -> tuple[str, str]:
    """What stands before the query or the fragment, and the rest."""
    found = _BEHIND.search(url)
    return (url[: found.start()], url[found.start() :]) if found else (url, "")
