"""What we ask of TLS: the certificates browsers trust, and no more strictness than theirs."""

from __future__ import annotations

import os
import ssl

import certifi

_CIPHERS = "DEFAULT:!aNULL:!eNULL:@SECLEVEL=1"
MISSING_ISSUER = frozenset({2, 20, 21})
"""OpenSSL's numbers for "unable to get issuer certificate", locally, and "unable to verify the first"."""
_STRICTER_THAN_BROWSERS = ssl.VERIFY_X509_STRICT | ssl.VERIFY_X509_PARTIAL_CHAIN


def verifying() -> ssl.SSLContext:
    """Certificates of the system, or those named by SSL_CERT_FILE and SSL_CERT_DIR, else certifi's too.

    Python leaves out key exchanges that browsers still have (static RSA), and OpenSSL 3 the renegotiation
    of old servers: a page that every browser opens must not be called broken. Since Python 3.13 a partial
    chain is enough; then an intermediate that we fetched would be an anchor of trust, which it must not be.
    """
    context = ssl.create_default_context()
    if not (os.environ.get("SSL_CERT_FILE") or os.environ.get("SSL_CERT_DIR")):
        context.load_verify_locations(certifi.where())
    context.set_alpn_protocols(["http/1.1"])
    context.set_ciphers(_CIPHERS)
    context.verify_flags &= ~_STRICTER_THAN_BROWSERS
    context.options |= ssl.OP_LEGACY_SERVER_CONNECT if hasattr(ssl, "OP_LEGACY_SERVER_CONNECT") else 0x4
    return context


def looking() -> ssl.SSLContext:
    """A context that only looks at a certificate: nothing is asked over such a connection."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def is_incomplete(error: BaseException) -> bool:
    """Whether a chain of errors began with a certificate whose issuer is not known."""
    current: BaseException | None = error
    for _ in range(10):
        if isinstance(current, ssl.SSLCertVerificationError):
            return current.verify_code in MISSING_ISSUER
        if current is None:
            return False
        current = current.__cause__ or current.__context__
    return False
