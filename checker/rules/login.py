"""Login walls: the page exists, but strangers are sent to sign in. A login link in a header is no sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from checker import urls
from checker.observation import Sign
from checker.page import PageText

_PATH = re.compile(
    r"/(?:log[-_]?in|sign[-_]?in|sign[-_]?on|sso|auth(?:enticate|orize)?|wp-login\.php|cas/login|saml2?|openid|oauth2?|"
    r"users/sign_in|account/login|anmelden|connexion|iniciar-sesion|vhod)(?:[/?.]|$)",
    re.IGNORECASE | re.ASCII,
)
_HOSTS = re.compile(r"(?:login|signin|sso|auth|accounts?|idp|id|cas|shibboleth|oauth)\.", re.ASCII)


def body_signs(page: PageText) -> Iterator[Sign]:
    """A field for a password."""
    if page.password_field:  # a header may have one: judged only together with the rest, see withheld.py
        yield Sign("login.password", "a password field")


def is_login(url: str) -> bool:
    """Whether an address is that of a login page."""
    parts = urlsplit(url)
    return bool(_PATH.search(parts.path + "?") or _HOSTS.match(urls.host_of(url)))
