"""Naming what went wrong on the way: every error a transport can raise becomes one :class:`Failure`."""

from __future__ import annotations

import errno
import socket
import ssl
from collections.abc import Iterator

import httpx

from checker.fetch.errors import ClosedError, NoNameServiceError, NoSuchNameError, RefusedError
from checker.observation import Failure

# OpenSSL's X509_V_ERR_* numbers (x509_vfy.h): what browsers show as "expired" and as "wrong site".
_EXPIRED = {9, 10}
_WRONG_HOST = {62, 63, 64}
_REFUSED = {errno.ECONNREFUSED}
_RESET = {errno.ECONNRESET, errno.EPIPE, errno.ECONNABORTED, errno.ESHUTDOWN}
NO_ROUTE = frozenset({errno.ENETUNREACH, errno.EAFNOSUPPORT, errno.EADDRNOTAVAIL})
"""Our own system knows no way to such addresses: mostly IPv6 where there is none, as on many CI runners."""
_BY_NUMBER = {
    **dict.fromkeys(_REFUSED, Failure.CONNECTION_REFUSED),
    **dict.fromkeys(_RESET, Failure.CONNECTION_RESET),
    **dict.fromkeys(NO_ROUTE, Failure.NO_ROUTE),
}
_RESETS = (ConnectionResetError, ConnectionAbortedError, BrokenPipeError)  # asyncio raises them without a number
_MAX_DETAIL = 200
_TLS_WORDS = (
    ("WRONG_VERSION_NUMBER", "the server does not speak TLS on this port"),
    ("HTTP_REQUEST", "the server does not speak TLS on this port"),
    ("PROTOCOL_VERSION", "the server speaks only versions of TLS that browsers have given up"),
    ("UNSUPPORTED_PROTOCOL", "the server speaks only versions of TLS that browsers have given up"),
    ("VERSION_TOO_LOW", "the server speaks only versions of TLS that browsers have given up"),
    ("HANDSHAKE_FAILURE", "the server and we have no way of encryption in common"),
    ("NO_SHARED_CIPHER", "the server and we have no way of encryption in common"),
    ("UNRECOGNIZED_NAME", "the server has no certificate for this name"),
    ("DH_KEY_TOO_SMALL", "the server encrypts with a key that is too short"),
    ("CERTIFICATE_REQUIRED", "the server wants a certificate of its reader"),
)
"""What OpenSSL calls reasons, by a part of the name, in words for people."""


def classify(error: BaseException) -> tuple[Failure, str]:
    """The failure an error stands for, and a short detail for people.

    Looks through the chain of causes, since the reason lies below httpx's own error. Total: an error
    that nobody foresaw is a failed connection, never an exception.
    """
    chain = list(_chain(error))
    for one in chain:
        known = _by_cause(one)
        if known is not None:
            return known, _detail(one)
    return _by_type(error), _detail(error)


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or current.__context__


def _by_cause(error: BaseException) -> Failure | None:
    match error:
        case RefusedError():
            return Failure.PRIVATE_ADDRESS
        case NoSuchNameError():
            return Failure.DNS_NXDOMAIN
        case NoNameServiceError():
            return Failure.DNS_FAILURE
        case httpx.ProxyError():
            return Failure.PROXY
        case ClosedError() | ssl.SSLEOFError() | ssl.SSLZeroReturnError():
            return Failure.CONNECTION_RESET
        case ssl.SSLError():
            return _tls(error)
        case socket.gaierror():
            return Failure.DNS_NXDOMAIN if error.errno == socket.EAI_NONAME else Failure.DNS_FAILURE
        case OSError():
            return Failure.CONNECTION_RESET if isinstance(error, _RESETS) else _BY_NUMBER.get(error.errno or 0)
        case _:
            return None


def _tls(error: ssl.SSLError) -> Failure:
    if isinstance(error, ssl.SSLCertVerificationError):
        if error.verify_code in _EXPIRED:
            return Failure.TLS_EXPIRED
        if error.verify_code in _WRONG_HOST or "mismatch" in str(error).lower():
            return Failure.TLS_WRONG_HOST
        return Failure.TLS_UNTRUSTED
    return Failure.TLS_FAILURE


def _of_tls(error: ssl.SSLError) -> str:
    """What went wrong with TLS, without the names of OpenSSL's parts and source files."""
    refused = getattr(error, "verify_message", None)  # it and the reason are set by OpenSSL's own errors only
    if refused:
        return f"the certificate is refused: {refused.rstrip('.')}"
    reason = getattr(error, "reason", None) or ""
    known = next((words for name, words in _TLS_WORDS if name in reason), None)
    return known or f"TLS fails: {reason.replace('_', ' ').lower()}" if reason else ""


def _by_type(error: BaseException) -> Failure:
    match error:
        case httpx.TimeoutException() | TimeoutError():
            return Failure.TIMEOUT
        case httpx.RemoteProtocolError() if "without sending" in str(error):  # httpcore's, behind a proxy
            return Failure.CONNECTION_RESET
        case httpx.ProtocolError() | httpx.UnsupportedProtocol():
            return Failure.MALFORMED_RESPONSE
        case httpx.DecodingError():
            return Failure.BAD_ENCODING
        case httpx.TooManyRedirects():
            return Failure.TOO_MANY_REDIRECTS
        case httpx.ReadError() | httpx.WriteError() | httpx.CloseError():
            return Failure.CONNECTION_RESET
        case _:
            return Failure.CONNECTION_FAILED


def _detail(error: BaseException) -> str:
    match error:
        case ssl.SSLError():
            named: str | None = _of_tls(error)
        case OSError():
            named = error.strerror
        case _:
            named = None
    text = (named or str(error)).strip() or type(error).__name__
    return " ".join("".join(ch if ch.isprintable() else " " for ch in text).split())[:_MAX_DETAIL]
