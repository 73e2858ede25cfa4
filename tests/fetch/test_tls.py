"""TLS by its kind, as browsers see it: what is sound, what they warn of, what they open and strict clients refuse."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
import trustme
from servers import ALLOWED, LOOPBACK, answer, serving

from checker.fetch import tls
from checker.fetch.client import Fetcher
from checker.fetch.limits import Limits
from checker.fetch.transport import guarded_transport
from checker.observation import Exchange, Failure, Target

QUICK = Limits(timeout=2, deadline=5, rate=0, attempts=1)
PAST, FUTURE = datetime(2020, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
Server = Callable[[trustme.CA], ssl.SSLContext]


def sound(authority: trustme.CA) -> ssl.SSLContext:
    """A server as it should be."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(LOOPBACK).configure_cert(context)
    return context


def another_host(authority: trustme.CA) -> ssl.SSLContext:
    """A certificate for somebody else."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("other.org").configure_cert(context)
    return context


def expired(authority: trustme.CA) -> ssl.SSLContext:
    """A certificate of the past."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(LOOPBACK, not_before=PAST, not_after=PAST.replace(year=2021)).configure_cert(context)
    return context


def not_yet(authority: trustme.CA) -> ssl.SSLContext:
    """A certificate of the future."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(LOOPBACK, not_before=FUTURE, not_after=FUTURE.replace(year=2101)).configure_cert(context)
    return context


def unknown(authority: trustme.CA) -> ssl.SSLContext:
    """Signed by nobody we know."""
    return sound(trustme.CA())


def static_rsa(authority: trustme.CA) -> ssl.SSLContext:
    """Only a key exchange that Python leaves out and browsers have."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers("AES128-SHA256:AES128-GCM-SHA256:AES256-SHA")
    authority.issue_cert(LOOPBACK, key_type=trustme.KeyType.RSA).configure_cert(context)
    return context


def old(authority: trustme.CA) -> ssl.SSLContext:
    """TLS 1.2 and nothing newer."""
    context = sound(authority)
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    return context


KINDS: list[tuple[Server, Failure | None]] = [
    (sound, None),
    (old, None),
    (static_rsa, None),
    (another_host, Failure.TLS_WRONG_HOST),
    (expired, Failure.TLS_EXPIRED),
    (not_yet, Failure.TLS_EXPIRED),
    (unknown, Failure.TLS_UNTRUSTED),
]


def ask(context: ssl.SSLContext, authority: trustme.CA, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Exchange:
    """Ask over TLS, trusting one authority."""
    authority.cert_pem.write_to_path(str(folder / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(folder / "ca.pem"))

    async def work() -> Exchange:
        async with serving(lambda request: answer(200, b"<p>here"), context=context) as site:
            transport = guarded_transport(QUICK, ALLOWED)
            exchange = await Fetcher(transport, QUICK).fetch(Target(site.url("/")))
            await transport.aclose()
            return exchange

    return asyncio.run(work())


@pytest.mark.parametrize(("server", "failure"), KINDS, ids=lambda one: getattr(one, "__name__", str(one)))
def test_by_kind(server: Server, failure: Failure | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each by its own name."""
    authority = trustme.CA()
    exchange = ask(server(authority), authority, tmp_path, monkeypatch)

    assert exchange.failure is failure, exchange.detail
    assert "ssl" not in exchange.detail.lower()
    assert exchange.status == (None if failure else 200)


@pytest.mark.parametrize(
    ("reply", "failure"),
    [(b"HTTP/1.1 400 Bad Request\r\n\r\n", Failure.TLS_FAILURE), (b"", Failure.CONNECTION_RESET)],
    ids=["plain HTTP", "closes"],
)
def test_no_tls_at_all(reply: bytes, failure: Failure) -> None:
    """Plain HTTP on a secure port is no way to talk; closing without a word is a reset as it is elsewhere."""

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(10)
        writer.write(reply)
        writer.close()

    async def work() -> Exchange:
        server = await asyncio.start_server(talk, LOOPBACK, 0)
        transport = guarded_transport(QUICK, ALLOWED)
        port = server.sockets[0].getsockname()[1]
        exchange = await Fetcher(transport, QUICK).fetch(Target(f"https://{LOOPBACK}:{port}/"))
        await transport.aclose()
        server.close()
        return exchange

    assert asyncio.run(work()).failure is failure


def test_no_intermediate_is_an_anchor() -> None:
    """A chain must end at a root we know, on every Python: since 3.13 a partial chain would do by default."""
    flags = tls.verifying().verify_flags

    assert not flags & ssl.VERIFY_X509_PARTIAL_CHAIN
