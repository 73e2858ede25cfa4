"""What the index services answer, in every dialect and in none."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.archive.choose import Capture
from checker.archive.index import UnreadableError, available, cdx_query, cdx_rows, excluded, without_port

URL = "https://site.org/a"
ROW = ["20190901120000", URL, "200", "ABC"]
LONG = ["org,site)/a", "20190901120000", URL, "text/html", "200", "ABC", "999"]
HEAD = ["timestamp", "original", "statuscode", "digest"]
LONG_HEAD = ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"]
CAPTURE = Capture(*ROW)


@pytest.mark.parametrize(
    "body",
    [
        json.dumps([HEAD, ROW]), json.dumps([ROW]), json.dumps([LONG_HEAD, LONG]), json.dumps([LONG]),
        json.dumps([HEAD[::-1], ROW[::-1]]), " ".join(ROW), " ".join(ROW) + "\n", " ".join(LONG) + "\r\n\r\n",
        json.dumps([HEAD, [20190901120000, URL, 200, "ABC"]]),
    ],
)  # fmt: skip
def test_every_dialect(body: str) -> None:
    """JSON and text, with a header and without, in any order of columns."""
    assert cdx_rows(body.encode()) == [CAPTURE]


@pytest.mark.parametrize("body", ["[]", " [] ", json.dumps([HEAD])])
def test_nothing(body: str) -> None:
    """An empty table says that there is nothing."""
    assert cdx_rows(body.encode()) == []


@pytest.mark.parametrize(
    "body", ["", "  ", "{", "null", "1", '"x"', "{}", "[null]", "[[]]", '[["urlkey"]]', "<html>", '[["a","b","c"]]', "[" * 9_999]
)  # fmt: skip
def test_what_is_no_answer(body: str) -> None:
    """An answer that is no table is never read as nothing."""
    with pytest.raises(UnreadableError):
        cdx_rows(body.encode())


def test_rows_that_are_no_captures_are_left_out() -> None:
    """Broken times, addresses that are no pages, cells of another kind."""
    bad = [
        ["2019", URL, "200", "A"],
        ["20190901120000", "mailto:a@b.org", "200", "A"],
        ["20190901120000", URL],
        [None] * 4,
        ["20190901120000", URL, "OK", "A"],
    ]

    assert cdx_rows(json.dumps([HEAD, *bad, ROW]).encode()) == [CAPTURE]


def test_a_query_is_escaped() -> None:
    """An address cannot add parameters of its own."""
    query = cdx_query("https://site.org/?a=1&limit=5#x", until="20190902235959", limit=3)

    assert query.count("&") == 5
    assert "limit=-3" in query
    assert "url=https%3A%2F%2Fsite.org%2F%3Fa%3D1%26limit%3D5%23x" in query


@given(
    st.binary(max_size=300)
    | st.recursive(
        st.none() | st.integers() | st.text(max_size=8),
        lambda one: (
            st.lists(one, max_size=4)
            | st.dictionaries(
                st.sampled_from(["archived_snapshots", "closest", "url", "timestamp", "x"]), one, max_size=3
            )
        ),
    ).map(lambda data: json.dumps(data).encode())
)
def test_any_bytes_are_captures_or_unreadable(body: bytes) -> None:
    """Nothing else is ever raised."""
    for read in (cdx_rows, available):
        try:
            read(body)
        except UnreadableError:
            continue


@pytest.mark.parametrize(
    ("closest", "found"),
    [
        ({"available": True, "status": "200", "timestamp": "20190901120000", "url": f"http://web.archive.org/web/20190901120000/{URL}"}, Capture("20190901120000", URL)),
        ({"available": True, "status": "200", "timestamp": "", "url": f"http://web.archive.org/web/20190901120000/{URL}"}, Capture("20190901120000", URL)),
        ({"available": True, "status": "404", "timestamp": "20190901120000", "url": "http://web.archive.org/web/20190901120000/http://site.org:80/a"}, Capture("20190901120000", "http://site.org/a", "404")),
        ({"available": False, "url": "x"}, None),
    ],
)  # fmt: skip
def test_availability(closest: dict[str, object], found: Capture | None) -> None:
    """The address is mended, the status kept."""
    assert available(json.dumps({"archived_snapshots": {"closest": closest}}).encode()) == found


def test_what_says_excluded() -> None:
    """By the body or by the header, and by nothing else."""
    assert excluded(b"AdministrativeAccessControlException: Blocked Site Error", "")
    assert excluded(b"", "RobotAccessControlException")
    assert not excluded(b"404", "ResourceNotInArchiveException: not in archive")


@pytest.mark.parametrize(
    ("url", "mended"),
    [("http://site.org:80/a", "http://site.org/a"), ("http://site.org:8080/a", "http://site.org:8080/a"), ("http://site.org:80", "http://site.org"), ("https://site.org/x:80/", "https://site.org/x:80/")],
)  # fmt: skip
def test_ports_that_the_archive_adds(url: str, mended: str) -> None:
    """Only the port of http, only at its place."""
    assert without_port(url) == mended
