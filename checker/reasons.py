"""The closed lists of verdicts and of the reasons for them. Each reason belongs to one verdict."""

from __future__ import annotations

from enum import StrEnum


class VerdictKind(StrEnum):
    """What can be concluded about a source."""

    OK = "ok"
    MOVED = "moved"
    DEAD = "dead"
    BLOCKED = "blocked"
    BROKEN = "broken"
    UNREACHABLE = "unreachable"
    UNSAFE = "unsafe"
    INVALID = "invalid"
    SKIPPED = "skipped"


class Reason(StrEnum):
    """Why a verdict was given; the part of the name after ``http-`` is the status of the answer."""

    HTTP_200 = "http-200"
    DOI_REGISTERED = "doi-registered"
    ARCHIVED_COPY = "archived-copy"

    MOVED_PERMANENTLY = "moved-permanently"
    HTTPS_UPGRADE = "https-upgrade"
    WWW_CHANGE = "www-change"
    SLASH_CHANGE = "slash-change"

    HTTP_404 = "http-404"
    HTTP_410 = "http-410"
    DNS_NXDOMAIN = "dns-nxdomain"
    SOFT_404 = "soft-404"
    REDIRECTED_TO_HOME = "redirected-to-home"
    PARKED_DOMAIN = "parked-domain"
    HIJACKED_DOMAIN = "hijacked-domain"
    DOI_UNREGISTERED = "doi-unregistered"
    DEAD_BY_HAND = "dead-by-hand"

    BOT_WALL = "bot-wall"
    HTTP_403 = "http-403"
    RATE_LIMITED = "rate-limited"
    LOGIN_REQUIRED = "login-required"
    PAYMENT_REQUIRED = "payment-required"
    LEGAL_451 = "legal-451"
    CONSENT_WALL = "consent-wall"

    TLS_EXPIRED = "tls-expired"
    TLS_WRONG_HOST = "tls-wrong-host"
    TLS_UNTRUSTED = "tls-untrusted"
    TLS_FAILURE = "tls-failure"
    REDIRECT_LOOP = "redirect-loop"
    TOO_MANY_REDIRECTS = "too-many-redirects"
    MALFORMED_RESPONSE = "malformed-response"
    BAD_ENCODING = "bad-encoding"
    HTTP_400 = "http-400"
    HTTP_405 = "http-405"
    HTTP_406 = "http-406"
    HTTP_409 = "http-409"
    HTTP_411 = "http-411"
    HTTP_412 = "http-412"
    HTTP_413 = "http-413"
    HTTP_414 = "http-414"
    HTTP_415 = "http-415"
    HTTP_416 = "http-416"
    HTTP_417 = "http-417"
    HTTP_418 = "http-418"
    HTTP_421 = "http-421"
    HTTP_422 = "http-422"
    HTTP_423 = "http-423"
    HTTP_424 = "http-424"
    HTTP_426 = "http-426"
    HTTP_428 = "http-428"
    HTTP_431 = "http-431"
    HTTP_4XX = "http-4xx"
    HTTP_3XX = "http-3xx"

    TIMEOUT = "timeout"
    CONNECTION_REFUSED = "connection-refused"
    CONNECTION_RESET = "connection-reset"
    CONNECTION_FAILED = "connection-failed"
    DNS_FAILURE = "dns-failure"
    PROXY_FAILURE = "proxy-failure"
    ERROR_PAGE = "error-page"
    HTTP_408 = "http-408"
    HTTP_425 = "http-425"
    HTTP_500 = "http-500"
    HTTP_501 = "http-501"
    HTTP_502 = "http-502"
    HTTP_503 = "http-503"
    HTTP_504 = "http-504"
    HTTP_505 = "http-505"
    HTTP_507 = "http-507"
    HTTP_508 = "http-508"
    HTTP_509 = "http-509"
    HTTP_520 = "http-520"
    HTTP_521 = "http-521"
    HTTP_522 = "http-522"
    HTTP_523 = "http-523"
    HTTP_524 = "http-524"
    HTTP_525 = "http-525"
    HTTP_526 = "http-526"
    HTTP_530 = "http-530"
    HTTP_5XX = "http-5xx"

    PRIVATE_ADDRESS = "private-address"
    UNSAFE_REDIRECT = "unsafe-redirect"

    BAD_URL = "bad-url"
    NO_HOST = "no-host"
    BAD_SCHEME = "bad-scheme"

    IGNORED = "ignored"
    PLACEHOLDER = "placeholder"
    LOCAL = "local"
    NOT_A_PAGE = "not-a-page"
    CODE = "code"
    NAMESPACE = "namespace"
    BUDGET = "budget"
    OFFLINE = "offline"
    NOT_SELECTED = "not-selected"
    CONFIRMED_BY_HAND = "confirmed-by-hand"

    @property
    def kind(self) -> VerdictKind:
        """The one verdict this reason can stand for."""
        return _KIND[self]


def http_reason(status: int) -> Reason:
    """The reason named after an error status (3xx without a target, 4xx, 5xx); unusual ones share a name.

    Raises:
        ValueError: the status is not in 300-599 or has a reason by another name (401, 402, 429, 451).
    """
    if status in _OWN_NAME or not 300 <= status <= 599:
        raise ValueError(f"status {status} has no reason of the form http-NNN")
    try:
        return Reason(f"http-{status}")
    except ValueError:
        return {3: Reason.HTTP_3XX, 4: Reason.HTTP_4XX, 5: Reason.HTTP_5XX}[status // 100]


_OWN_NAME = frozenset({401, 402, 429, 451})


def _kinds() -> dict[Reason, VerdictKind]:
    first_of = {
        Reason.HTTP_200: VerdictKind.OK,
        Reason.MOVED_PERMANENTLY: VerdictKind.MOVED,
        Reason.HTTP_404: VerdictKind.DEAD,
        Reason.BOT_WALL: VerdictKind.BLOCKED,
        Reason.TLS_EXPIRED: VerdictKind.BROKEN,
        Reason.TIMEOUT: VerdictKind.UNREACHABLE,
        Reason.PRIVATE_ADDRESS: VerdictKind.UNSAFE,
        Reason.BAD_URL: VerdictKind.INVALID,
        Reason.IGNORED: VerdictKind.SKIPPED,
    }
    kinds: dict[Reason, VerdictKind] = {}
    kind = VerdictKind.OK
    for reason in Reason:
        kind = first_of.get(reason, kind)
        kinds[reason] = kind
    return kinds


_KIND = _kinds()

TRIVIAL_MOVES = frozenset({Reason.HTTPS_UPGRADE, Reason.WWW_CHANGE, Reason.SLASH_CHANGE})
"""Moves that need nobody: the address still leads there and says the same."""
