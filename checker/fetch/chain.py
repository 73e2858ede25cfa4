"""Completing a certificate chain whose intermediate the server forgot, as browsers do.

The certificate names the address of its issuer (RFC 5280, 4.2.2.1, "caIssuers"). What is fetched there is
no anchor of trust: the chain it completes must still end at a root that we know.
"""

from __future__ import annotations

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from cryptography.x509.oid import AuthorityInformationAccessOID


def issuer_address(certificate: bytes) -> str | None:
    """Where the issuer of a certificate (DER) can be fetched over plain http; None if it does not say."""
    try:
        parsed = x509.load_der_x509_certificate(certificate)
        access = parsed.extensions.get_extension_for_class(x509.AuthorityInformationAccess).value
    except (ValueError, x509.ExtensionNotFound):
        return None
    for one in access:
        location = one.access_location
        if one.access_method == AuthorityInformationAccessOID.CA_ISSUERS and isinstance(
            location, x509.UniformResourceIdentifier
        ):
            return location.value if location.value.lower().startswith("http://") else None
    return None


def as_pem(data: bytes) -> str | None:
    """The intermediates fetched (DER, PEM or PKCS #7), as PEM; None where there is none.

    A certificate that vouches for itself is left out: OpenSSL takes every self-issued one that it is given for
    a root, so that whoever signs for himself could make himself trusted.
    """
    for read in (_der, _pem, _bundle):
        try:
            issued = [one for one in read(data) if one.issuer != one.subject]
        except ValueError:
            continue
        return "".join(one.public_bytes(Encoding.PEM).decode("ascii") for one in issued) or None
    return None


def _der(data: bytes) -> list[x509.Certificate]:
    return [x509.load_der_x509_certificate(data)]


def _pem(data: bytes) -> list[x509.Certificate]:
    return x509.load_pem_x509_certificates(data)


def _bundle(data: bytes) -> list[x509.Certificate]:
    return pkcs7.load_der_pkcs7_certificates(data)
