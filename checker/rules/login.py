"""Login walls: the page exists, but strangers are sent to sign in. A login link in a header is no sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from checker import urls
from checker.observation import Sign
from checker.page import PageText
from checker.patterns import regex

_PATH = regex(
    r"/(?:log[-_]?[io]n|sign[-_]?in|sign[-_]?on|sso|auth(?:enticate|orize|n)?|wp-login\.php|cas/login|saml2?|openid(?:-connect)?|oauth2?|"
    r"(?:user|member|account|client|customer|web|secure|portal|admin|j_spring_security)s?/(?:log|sign)[-_]?in|users/sign_in|login\.(?:action|jsp|do)|servicelogin|"
    r"adfs/ls|wayf|authwall|password$|shibboleth\.sso|shibboleth-ds|idp/profile|realms/[^/]{1,60}/protocol|visitor/visitor|"
    r"anmelden|anmeldung|einloggen|connexion|s-identifier|iniciar-?sesion|accedi|entrar|inloggen|logga-in|logg-inn|zaloguj|logowanie|"
    r"vhod|avtorizatsiya|denglu)(?:[/?.]|$)",
    re.IGNORECASE | re.ASCII,
)
_QUERIES = (frozenset({"samlrequest"}), frozenset({"entityid", "return"}), frozenset({"client_id", "redirect_uri"}))
"""Keys of a query that stand together where somebody is to be identified (SAML 2.0, its discovery, OAuth 2.0)."""
_SENTENCE = regex(
    r"(?:sign|log) ?in to (?:continue|view|access|read|your account|see)|you (?:must|need to|have to) (?:be (?:logged|signed) in|log ?in|sign in|register)|"
    r"(?:sign|log) ?in with (?:google|facebook|apple|microsoft|sso|your )|(?:please|must) (?:log|sign) ?in (?:first|again|to)|bitte (?:melden|loggen) sie sich|melden sie sich an, um|"
    r"(?:veuillez vous connecter|connectez-vous) (?:pour|à)|(?:inicie|inicia) sesión para|effettua l['’]accesso|accedi per|faça (?:o )?login para|"
    r"log in om|zaloguj się, aby|logga in för|войдите,? чтобы|необходимо (?:войти|авторизоваться)|请先?登录|ログインしてください"
)
_READ = 2_000
_THIN = 150
_HOSTS = regex(
    r"(?:login|signin|sso|auth|accounts?|idp|id|cas|shibboleth|oauth|wayf|adfs|login-[\w-]+)\.",
    re.ASCII,
)


def body_signs(page: PageText) -> Iterator[Sign]:
    """A field for a password, and what short pages say that want one."""
    said = _SENTENCE.search(page.low[:_READ]) if page.words < _THIN else None
    if said:
        yield Sign("login.sentence", said[0])
    if page.password_field:  # a header may have one: judged only together with the rest, see withheld.py
        yield Sign("login.password", "a password field")


def is_login(url: str) -> bool:
    """Whether an address is that of a login page."""
    parts = urlsplit(url)
    keys = {one.partition("=")[0] for one in parts.query.lower().split("&")}
    asks_who = any(wanted <= keys for wanted in _QUERIES) or "wa=wsignin1.0" in parts.query
    return bool(asks_who or _PATH.search(parts.path + "?") or _HOSTS.match(urls.host_of(url)))
