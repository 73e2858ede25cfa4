"""Heads and bodies as browsers read them: what they take, what nobody takes, and laws of framing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.fetch.errors import MalformedError
from checker.fetch.framing import Chunked, Framing, Sized, UntilClose, framing
from checker.fetch.head import MAX_HEAD, find_end, parse

READ = {
    "plain": (b"HTTP/1.1 200 OK\r\nA: b\r\n\r\n", 200, ((b"a", b"b"),)),
    "no reason": (b"HTTP/1.1 404\r\n\r\n", 404, ()),
    "LF alone": (b"HTTP/1.1 200 OK\nA: b\n\n", 200, ((b"a", b"b"),)),
    "junk before": (b"\r\n\r\nHTTP/1.1 200 OK\r\n\r\n", 200, ()),
    "lower case": (b"http/1.1 200 ok\r\n\r\n", 200, ()),
    "two blanks": (b"HTTP/1.1  200 OK\r\n\r\n", 200, ()),
    "another version": (b"HTTP/2 200\r\n\r\n", 200, ()),
    "no version": (b"HTTP 200 OK\r\n\r\n", 200, ()),
    "a line that is no header": (b"HTTP/1.1 200 OK\r\nwhatever\r\nA: b\r\n\r\n", 200, ((b"a", b"b"),)),
    "a name with blanks": (b"HTTP/1.1 200 OK\r\nA b: c\r\nA : b\r\n\r\n", 200, ((b"a", b"b"),)),
    "a folded line": (b"HTTP/1.1 200 OK\r\nA: b\r\n  c\r\n\r\n", 200, ((b"a", b"b c"),)),
    "an empty value": (b"HTTP/1.1 200 OK\r\nA:\r\n\r\n", 200, ((b"a", b""),)),
    "bytes above ASCII": (b"HTTP/1.1 200 OK\r\nA: \xe9\r\n\r\n", 200, ((b"a", b"\xe9"),)),
    "the same target twice": (
        b"HTTP/1.1 301 x\r\nLocation: /a\r\nLocation: /a\r\n\r\n", 301, ((b"location", b"/a"), (b"location", b"/a"))
    ),
}  # fmt: skip
REFUSED = {
    "another protocol": b"SSH-2.0-OpenSSH_9.6\r\n\r\n",
    "HTTP/0.9": b"<html><title>Old</title>\r\n\r\n</html>",
    "no number": b"HTTP/1.1 abc\r\n\r\n",
    "a status that is none": b"HTTP/1.1 000 Nothing\r\n\r\n",
    "four digits": b"HTTP/1.1 2000 OK\r\n\r\n",
    "NUL": b"HTTP/1.1 200 OK\r\nA: \0\r\n\r\n",
    "two lengths": b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
    "two targets": b"HTTP/1.1 301 x\r\nLocation: /a\r\nLocation: /b\r\n\r\n",
}


@pytest.mark.parametrize("name", READ)
def test_what_browsers_read(name: str) -> None:
    """Odd, but every browser shows the page."""
    data, status, headers = READ[name]
    end = find_end(data)
    head = parse(data)

    assert end == len(data)
    assert (head.status, head.headers) == (status, headers)


@pytest.mark.parametrize("name", REFUSED)
def test_what_no_browser_reads(name: str) -> None:
    """Refused by name."""
    with pytest.raises(MalformedError):
        parse(REFUSED[name][: find_end(REFUSED[name])])


def test_headers_without_end() -> None:
    """A quarter of a megabyte is enough."""
    with pytest.raises(MalformedError, match="256 KB"):
        find_end(b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * (MAX_HEAD // 6 + 1))


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"Content-Length: 5", Sized),
        (b"Content-Length: 5\r\nContent-Length: 5", Sized),
        (b"Content-Length: 5, 5", Sized),
        (b"Content-Length: x", UntilClose),
        (b"Content-Length: -1", UntilClose),
        (b"Transfer-Encoding: chunked", Chunked),
        (b"Transfer-Encoding: gzip, chunked\r\nContent-Length: 5\r\nContent-Length: 6", Chunked),
        (b"X: y", UntilClose),
    ],
)
def test_how_a_body_ends(head: bytes, kind: type[Framing]) -> None:
    """Chunked trumps a length; a length that is no number is none."""
    assert isinstance(framing(parse(b"HTTP/1.1 200 OK\r\n" + head + b"\r\n\r\n")), kind)


@pytest.mark.parametrize("status", [204, 205, 304])
def test_no_body_whatever_is_said(status: int) -> None:
    """These have none (RFC 9110)."""
    assert framing(parse(b"HTTP/1.1 %d x\r\nContent-Length: 5\r\n\r\n" % status)).done


@given(
    st.lists(st.binary(min_size=1, max_size=40), max_size=6),
    st.lists(st.integers(1, 30), max_size=40),
    st.sampled_from([b"\r\n", b"\n"]),
)
def test_chunks_join_however_they_arrive(chunks: list[bytes], cuts: list[int], line: bytes) -> None:
    """The body is the chunks in a row, wherever the network cuts the stream."""
    wire = (
        b"".join(b"%x;ext=1%s%s%s" % (len(one), line, one, line) for one in chunks)
        + b"0"
        + line
        + b"T: x"
        + line
        + line
    )
    reader, got, at = Chunked(), b"", 0
    for size in [*cuts, len(wire)]:
        got += reader.feed(wire[at : at + size])
        at += size

    assert got == b"".join(chunks)
    assert reader.done
    assert not reader.extra


@pytest.mark.parametrize(
    "wire", [b"zz\r\nabc", b"\r\n", b"-1\r\n", b"1_0\r\n", b"3\r\nabcd\r\n", b"f" * 20, b"1" * 5000]
)
def test_chunks_that_are_none(wire: bytes) -> None:
    """Broken framing is named, not guessed at."""
    with pytest.raises(MalformedError):
        Chunked().feed(wire + b"\r\n")


@given(st.binary(max_size=300))
def test_nothing_else_is_raised(data: bytes) -> None:
    """Hostile bytes end in a head or in a named error."""
    try:
        if find_end(data) is not None:
            parse(data)
        Chunked().feed(data)
    except MalformedError:
        pass
