"""Login walls: the page exists, but strangers are sent to sign in. A login link in a header is no sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from checker import urls
from checker.observation import Sign
from checker.page import PageText

_PATH = re.compile(
    r"/(?:log[-_]?[io]n|sign[-_]?in|sign[-_]?on|sso|auth(?:enticate|orize|n)?|wp-login\.php|cas/login|saml2?|openid(?:-connect)?|oauth2?|"
    r"(?:user|member|account|client|customer|web|secure|portal|admin|j_spring_security)s?/(?:log|sign)[-_]?in|users/sign_in|login\.(?:action|jsp|do)|servicelogin|"
    r"adfs/ls|wayf|shibboleth\.sso|shibboleth-ds|idp/profile|realms/[^/]{1,60}/protocol|visitor/visitor|"
    r"anmelden|anmeldung|einloggen|connexion|s-identifier|iniciar-?sesion|accedi|entrar|inloggen|logga-in|logg-inn|zaloguj|logowanie|"
    r"vhod|avtorizatsiya|denglu)(?:[/?.]|$)",
    re.IGNORECASE | re.ASCII,
)
_QUERY = re.compile(
    r"(?:^|&)(?:samlrequest=|wa=wsignin1\.0|entityid=[^&]*&(?:.*&)?return=|redirect_uri=.*client_id=|client_id=.*redirect_uri=)",
    re.IGNORECASE | re.ASCII,
)
_HOSTS = re.compile(
    r"(?:login|signin|sso|auth|accounts?|idp|id|cas|shibboleth|oauth|wayf|discovery|adfs|passport|login-[\w-]+)\.",
    re.ASCII,
)


def body_signs(page: PageText) -> Iterator[Sign]:
    """A field for a password."""
    if page.password_field:  # a header may have one: judged only together with the rest, see withheld.py
        yield Sign("login.password", "a password field")


def is_login(url: str) -> bool:
    """Whether an address is that of a login page."""
    parts = urlsplit(url)
    return bool(_PATH.search(parts.path + "?") or _QUERY.search(parts.query) or _HOSTS.match(urls.host_of(url)))
