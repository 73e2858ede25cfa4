"""Where the body of an HTTP/1 response ends (RFC 9112, 6 and 7), fed as it arrives. Pure."""

from __future__ import annotations

from typing import Protocol

from checker.fetch.errors import MalformedError
from checker.fetch.head import Head

_MAX_LINE = 4096
_MAX_TRAILER = 64


class Framing(Protocol):
    """Takes what arrives, gives the body's bytes; ``done`` at its end, ``extra`` if more came than belongs to it."""

    done: bool
    extra: bool

    def feed(self, data: bytes) -> bytes:
        """The part of ``data`` that is body.

        Raises:
            MalformedError: the framing is broken.
        """

    def at_close(self) -> bool:
        """Whether the body is complete if the connection ends here."""


def framing(head: Head) -> Framing:
    """How the body of a response is framed."""
    if head.chunked:
        return Chunked()
    return Sized(head.length) if head.length is not None else UntilClose()


class Sized:
    """A body of known length."""

    def __init__(self, length: int) -> None:
        self._left = length
        self.done = not length
        self.extra = False

    def feed(self, data: bytes) -> bytes:
        """See :class:`Framing`."""
        part = data if len(data) <= self._left else data[: self._left]
        self._left -= len(part)
        self.done = not self._left
        self.extra = len(part) < len(data)
        return part

    def at_close(self) -> bool:
        """See :class:`Framing`."""
        return self.done


class UntilClose:
    """A body that ends with the connection."""

    def __init__(self) -> None:
        self.done = False
        self.extra = False

    def feed(self, data: bytes) -> bytes:
        """See :class:`Framing`."""
        return data

    def at_close(self) -> bool:
        """See :class:`Framing`."""
        return True


class Chunked:
    """A body in chunks, each with its size before it; lines may end in LF alone, as browsers have it."""

    def __init__(self) -> None:
        self.done = False
        self.extra = False
        self._left = 0
        self._line = b""
        self._after_chunk = False
        self._trailer = 0

    def feed(self, data: bytes) -> bytes:
        """See :class:`Framing`."""
        parts: list[bytes] = []
        at = 0
        while at < len(data) and not self.done:
            if self._left:
                part = data[at : at + self._left]
                parts.append(part)
                self._left -= len(part)
                at += len(part)
                self._after_chunk = not self._left
                continue
            end = data.find(b"\n", at)
            self._line += data[at:] if end < 0 else data[at:end]
            if len(self._line) > _MAX_LINE:
                raise MalformedError("a chunk without a size")
            if end < 0:
                break
            line, self._line, at = self._line.rstrip(b"\r"), b"", end + 1
            self._read(line)
        self.extra = self.done and at < len(data)
        return b"".join(parts)

    def _read(self, line: bytes) -> None:
        if self._after_chunk:
            self._after_chunk = False
            if line:
                raise MalformedError("a chunk is longer than it says")
        elif self._trailer:
            self.done = not line
            self._trailer += 1
            if self._trailer > _MAX_TRAILER:
                raise MalformedError("an endless trailer")
        else:
            self._left = _size(line)
            self._trailer = not self._left

    def at_close(self) -> bool:
        """See :class:`Framing`. Some servers leave out the last empty line."""
        return self.done or bool(self._trailer)


def _size(line: bytes) -> int:
    text = line.partition(b";")[0].strip(b" \t")
    if not text or len(text) > 16:
        raise MalformedError(f"a chunk without a size: {line[:40]!r}")
    try:
        size = int(text, 16)
    except ValueError as error:
        raise MalformedError(f"a chunk without a size: {line[:40]!r}") from error
    if not text.isalnum():  # int() would take a sign or underscores
        raise MalformedError(f"a chunk without a size: {line[:40]!r}")
    return size
