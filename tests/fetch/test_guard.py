"""Where we refuse to go, and how trouble is named."""

import errno
import socket
import ssl
from ipaddress import ip_address, ip_network

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.fetch.errors import NoNameServiceError, NoSuchNameError, RefusedError
from checker.fetch.failures import classify
from checker.fetch.guard import RESTRICTED_PORTS, refusal
from checker.observation import Failure

REFUSED = [
    "0.0.0.0", "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.255.255.255", "168.63.129.16", "169.254.169.254",
    "172.16.0.1", "172.31.255.255", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1",
    "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1",
    "64:ff9b::a00:1", "64:ff9b:1::1", "100::1", "2001:db8::1", "2001:0:7f00:1::", "2002:7f00:1::", "2002:a00:1::",
    "fc00::1", "fd12:3456::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "::a00:1",
]  # fmt: skip
ALLOWED = [
    "1.1.1.1",
    "8.8.8.8",
    "93.184.216.34",
    "2606:4700::1111",
    "2a00:1450::1",
    "64:ff9b::808:808",
    "::ffff:8.8.8.8",
]


@pytest.mark.parametrize("address", REFUSED)
def test_networks_that_are_not_the_web(address: str) -> None:
    """Private, local, reserved, multicast and metadata addresses, wrapped or not, are refused with a reason."""
    assert refusal(address)


@pytest.mark.parametrize("address", ALLOWED)
def test_the_web_is_open(address: str) -> None:
    """Public addresses are not refused."""
    assert refusal(address) is None


@pytest.mark.parametrize(
    ("address", "network"), [("127.77.0.1", "127.77.0.0/16"), ("10.1.2.3", "10.0.0.0/8"), ("fd00::1", "fd00::/8")]
)
def test_what_the_command_line_opens(address: str, network: str) -> None:
    """An allowed range is open, and nothing beside it."""
    assert refusal(address, [ip_network(network)]) is None
    assert refusal("192.168.1.1", [ip_network(network)])


@given(st.ip_addresses(v=4))
def test_mapped_addresses_are_judged_as_what_they_map(address: object) -> None:
    """An IPv6 wrapping never opens or closes anything."""
    plain = refusal(str(address))

    assert bool(refusal(f"::ffff:{address}")) == bool(plain)
    assert bool(refusal(ip_address("2002::") + (int(ip_address(str(address))) << 80))) == bool(plain)


@pytest.mark.parametrize("port", [22, 25, 53, 110, 143, 6000, 6667])
def test_ports_that_are_not_for_browsers(port: int) -> None:
    """Mail, shells and chat are not asked."""
    assert port in RESTRICTED_PORTS
    assert not RESTRICTED_PORTS & {80, 443, 8000, 8080, 8443}


def caused(cause: BaseException) -> httpx.ConnectError:
    """An error of httpx with its reason below."""
    error = httpx.ConnectError("x")
    error.__cause__ = cause
    return error


def certificate(code: int) -> ssl.SSLCertVerificationError:
    """A verification error with OpenSSL's code."""
    error = ssl.SSLCertVerificationError(1, "certificate verify failed")
    error.verify_code = code
    return error


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (caused(socket.gaierror(socket.EAI_NONAME, "x")), Failure.DNS_NXDOMAIN),
        (caused(socket.gaierror(socket.EAI_AGAIN, "x")), Failure.DNS_FAILURE),
        (caused(socket.gaierror(socket.EAI_FAIL, "x")), Failure.DNS_FAILURE),
        (caused(NoSuchNameError("x")), Failure.DNS_NXDOMAIN),
        (caused(NoNameServiceError("x")), Failure.DNS_FAILURE),
        (caused(RefusedError("x")), Failure.PRIVATE_ADDRESS),
        (caused(ConnectionRefusedError(errno.ECONNREFUSED, "x")), Failure.CONNECTION_REFUSED),
        (caused(ConnectionResetError(errno.ECONNRESET, "x")), Failure.CONNECTION_RESET),
        (caused(OSError(errno.EHOSTUNREACH, "x")), Failure.CONNECTION_FAILED),
        (caused(certificate(10)), Failure.TLS_EXPIRED),
        (caused(certificate(9)), Failure.TLS_EXPIRED),
        (caused(certificate(62)), Failure.TLS_WRONG_HOST),
        (caused(certificate(64)), Failure.TLS_WRONG_HOST),
        (caused(certificate(18)), Failure.TLS_UNTRUSTED),
        (caused(certificate(20)), Failure.TLS_UNTRUSTED),
        (caused(ssl.SSLError(1, "handshake")), Failure.TLS_FAILURE),
        (httpx.ReadTimeout("x"), Failure.TIMEOUT),
        (httpx.ConnectTimeout("x"), Failure.TIMEOUT),
        (TimeoutError(), Failure.TIMEOUT),
        (httpx.ReadError("x"), Failure.CONNECTION_RESET),
        (httpx.RemoteProtocolError("illegal header"), Failure.MALFORMED_RESPONSE),
        (httpx.RemoteProtocolError("Server disconnected without sending a response."), Failure.CONNECTION_RESET),
        (httpx.ProxyError("x"), Failure.PROXY),
        (caused(ValueError("odd")), Failure.CONNECTION_FAILED),
    ],
)
def test_trouble_is_named(error: BaseException, failure: Failure) -> None:
    """The reason below httpx's own error decides."""
    assert classify(error)[0] is failure


def all_of(kind: type[Exception]) -> set[type[Exception]]:
    """A class and everything below it that is httpx's own."""
    below = [one for one in kind.__subclasses__() if one.__module__.startswith("httpx")]
    return {kind}.union(*(all_of(one) for one in below))


@pytest.mark.parametrize("kind", sorted(all_of(httpx.HTTPError), key=str))
def test_every_error_of_httpx_is_classified(kind: type[Exception]) -> None:
    """No error of the library is left without a name; DNS and TLS are never guessed from a type."""
    error = kind.__new__(kind)
    error.args = ("x",)
    failure, detail = classify(error)

    assert failure not in (Failure.DNS_NXDOMAIN, Failure.PRIVATE_ADDRESS)
    assert detail


def test_details_are_harmless() -> None:
    """Foreign text in an error is one printable line of bounded length."""
    _, detail = classify(httpx.ReadError("a\x1b[31m\n::error::b" + "c" * 1000))

    assert "\x1b" not in detail
    assert "\n" not in detail
    assert len(detail) <= 200
