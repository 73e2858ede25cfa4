"""A server that forgets its intermediate certificate: browsers fetch it, and so do we; trust stays trust."""

from __future__ import annotations

import asyncio
import datetime
import ssl
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from cryptography.x509.oid import AuthorityInformationAccessOID, NameOID
from servers import ALLOWED, LOOPBACK, Request, answer, serving

from checker.fetch.chain import as_pem, issuer_address
from checker.fetch.client import Fetcher
from checker.fetch.limits import Limits
from checker.fetch.transport import guarded_transport
from checker.observation import Exchange, Failure, Target

QUICK = Limits(timeout=2, deadline=6, rate=0, attempts=1)
Key = ec.EllipticCurvePrivateKey
NOW = datetime.datetime.now(datetime.UTC)


def certificate(
    name: str, key: Key, issuer: x509.Certificate | None, signer: Key, *, issuer_at: str = "", authority: bool = False
) -> x509.Certificate:
    """A certificate signed by ``signer``; ``issuer_at`` is where it says its issuer can be fetched."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - datetime.timedelta(days=1))
        .not_valid_after(NOW + datetime.timedelta(days=30))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
    )
    if not authority:
        builder = builder.add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address(LOOPBACK))]), critical=False
        )
    if issuer_at:
        access = x509.AccessDescription(
            AuthorityInformationAccessOID.CA_ISSUERS, x509.UniformResourceIdentifier(issuer_at)
        )
        builder = builder.add_extension(x509.AuthorityInformationAccess([access]), critical=False)
    return builder.sign(signer, hashes.SHA256())


def ask(folder: Path, *, trusted: bool = True, serve: str = "der", named: bool = True) -> tuple[Exchange, list[str]]:
    """Ask a server that sends its leaf only; the intermediate lies on another server."""
    root_key, middle_key, leaf_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(3))
    root = certificate("root", root_key, None, root_key, authority=True)
    middle = certificate("middle", middle_key, root, root_key, authority=True)

    def issuer(request: Request) -> bytes:
        if serve == "nothing":
            return answer(404)
        offered = {
            "der": middle.public_bytes(Encoding.DER),
            "pem": middle.public_bytes(Encoding.PEM),
            "root": root.public_bytes(Encoding.DER),
            "bundle": pkcs7.serialize_certificates([middle, root], Encoding.DER),
            "garbage": b"\x30garbage",
        }
        return answer(200, offered[serve], "application/pkix-cert")

    async def work() -> tuple[Exchange, list[str]]:
        async with serving(issuer) as store:
            signed_by, signer = (root, root_key) if serve == "root" else (middle, middle_key)
            leaf = certificate("leaf", leaf_key, signed_by, signer, issuer_at=store.url("/middle.cer") if named else "")
            key = leaf_key.private_bytes(Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
            (folder / "leaf.pem").write_bytes(key + leaf.public_bytes(Encoding.PEM))
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(folder / "leaf.pem")
            async with serving(lambda request: answer(200, b"<p>here"), context=context) as site:
                transport = guarded_transport(QUICK, ALLOWED)
                exchange = await Fetcher(transport, QUICK).fetch(Target(site.url("/x")))
                await transport.aclose()
                return exchange, store.paths

    if trusted:
        (folder / "root.pem").write_bytes(root.public_bytes(Encoding.PEM))
    with pytest.MonkeyPatch.context() as patch:
        if trusted:
            patch.setenv("SSL_CERT_FILE", str(folder / "root.pem"))
        return asyncio.run(work())


@pytest.mark.parametrize("form", ["der", "pem", "bundle"])
def test_what_browsers_mend_is_mended(tmp_path: Path, form: str) -> None:
    """The page is there; that its chain was incomplete is kept."""
    exchange, asked = ask(tmp_path, serve=form)

    assert (exchange.status, exchange.failure, exchange.completed_chain) == (200, None, True)
    assert asked == ["/middle.cer"]


@pytest.mark.parametrize("serve", ["der", "root", "bundle"])
def test_what_is_fetched_is_no_anchor(tmp_path: Path, serve: str) -> None:
    """A chain that ends at nobody we know stays untrusted, whatever it offers: its own root least of all."""
    exchange, _ = ask(tmp_path, trusted=False, serve=serve)

    assert exchange.failure is Failure.TLS_UNTRUSTED


@pytest.mark.parametrize("serve", ["nothing", "garbage"])
def test_no_issuer_to_be_had(tmp_path: Path, serve: str) -> None:
    """It stays untrusted, after one request for the issuer."""
    exchange, asked = ask(tmp_path, serve=serve)

    assert exchange.failure is Failure.TLS_UNTRUSTED
    assert len(asked) == 1


def test_no_address_of_the_issuer(tmp_path: Path) -> None:
    """Nobody is asked."""
    exchange, asked = ask(tmp_path, named=False)

    assert (exchange.failure, asked) == (Failure.TLS_UNTRUSTED, [])


@pytest.mark.parametrize("data", [b"", b"garbage", b"\x30\x82\x01"])
def test_garbage_is_no_certificate(data: bytes) -> None:
    """Neither here nor there."""
    assert as_pem(data) is None
    assert issuer_address(data) is None
