"""Bodies that are no text, whatever their server calls them."""

from __future__ import annotations

import gzip
import hashlib
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.binary import is_binary, packing
from checker.evidence import observe
from checker.observation import Exchange, Hop, Observation, Target
from checker.reasons import Reason
from checker.verdict import conclude

URL = "https://www.silkstat.com/reports/2016/corridors.html"
PAGE = b"<!doctype html><title>Corridors</title><p>The corridor carried more containers than planned.</p>" * 40
NOISE = b"".join(hashlib.sha256(bytes([number])).digest() for number in range(128))
HTML = "text/html; charset=utf-8"


def observed(body: bytes, kind: str = HTML, url: str = URL, status: int = 200) -> Observation:
    """What is observed where a server sends this body under that name."""
    hops, headers = (Hop(url, status, None),), (("content-type", kind),)
    return observe(Exchange(Target(url), url, hops, status, headers, body, True), datetime(2026, 11, 25, tzinfo=UTC))[
        ""
    ]


@pytest.mark.parametrize("body", [gzip.compress(PAGE), b"\x28\xb5\x2f\xfd" + NOISE])
def test_a_packed_page_that_its_server_calls_html(body: bytes) -> None:
    """No browser unpacks it; the evidence says what it is and quotes nothing of it."""
    found = conclude(URL, observed(body))

    assert found.reason is Reason.BAD_ENCODING
    assert found.evidence.isascii()
    assert "packed" in found.evidence


@pytest.mark.parametrize("kind", ["application/gzip", "text/plain", "", "application/octet-stream"])
def test_a_packed_file_is_one(kind: str) -> None:
    """Browsers save it."""
    assert conclude(URL, observed(gzip.compress(PAGE), kind)).reason is Reason.HTTP_200


def test_so_is_one_by_its_address() -> None:
    """Whatever its server calls it."""
    url = "https://www.silkstat.com/data/corridors.csv.gz"

    assert conclude(url, observed(gzip.compress(PAGE), url=url)).reason is Reason.HTTP_200


def test_the_status_says_more() -> None:
    """Of a packed page of an error nothing is read."""
    assert conclude(URL, observed(gzip.compress(PAGE), status=404)).reason is Reason.HTTP_404


def test_noise_is_not_read() -> None:
    """Nothing is found in it, and nothing said against it."""
    found = observed(NOISE)

    assert found.page is None
    assert conclude(URL, found).reason is Reason.HTTP_200


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "windows-1251", "gb18030", "shift_jis", "iso-2022-jp", "utf-16"]
)
def test_text_is_text(encoding: str) -> None:
    """In whatever encoding: with a byte-order mark, escapes of ISO 2022, or letters above 127."""
    text = {"windows-1251": "Болота Севера", "gb18030": "北方沼泽", "shift_jis": "北の湿原", "iso-2022-jp": "北の湿原"}
    body = (text.get(encoding, "Moore und Sümpfe") * 30).encode(encoding)

    assert not is_binary(body, "text/html")


def test_utf_16_by_its_header() -> None:
    """It has zeros."""
    assert not is_binary("The corridor".encode("utf-16-le") * 20, "text/html; charset=UTF-16LE")


def test_a_stray_control_character_is_a_mistake() -> None:
    """Pages have them."""
    assert not is_binary(PAGE[:200] + b"\x00\x07\x1f" + PAGE, HTML)


@given(st.text())
def test_no_text_is_packed(text: str) -> None:
    """UTF-8 never begins as packed data does: the second byte of gzip continues nothing."""
    assert packing(text.encode("utf-8", "replace"), HTML, URL) == ""
