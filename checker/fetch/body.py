"""Reading a body no further than agreed, before and after decoding.

httpx decodes without a limit: a few kilobytes of gzip can become gigabytes. Here at most one encoding is
undone, and never past the limit.
"""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterable
from dataclasses import dataclass

ACCEPTED_ENCODINGS = "gzip, deflate"
_MAX_WIRE_FACTOR = 2


@dataclass(frozen=True, slots=True)
class Body:
    """What was read; ``complete`` if that is all there is.

    ``garbled`` where the body is not encoded as the server says. An encoding that we never asked for and
    do not know gives no data, but says nothing against the page.
    """

    data: bytes = b""
    complete: bool = False
    garbled: bool = False


class Decoder:
    """Undoes one content encoding, a chunk at a time, never giving more than ``limit`` bytes in all."""

    def __init__(self, encoding: str, limit: int) -> None:
        self._left = limit
        self._raw = encoding == "deflate"
        self._inflate = zlib.decompressobj(wbits=47) if encoding in ("gzip", "x-gzip", "deflate") else None
        self.understood = self._inflate is not None or encoding in ("", "identity")
        self.broken = False

    @property
    def full(self) -> bool:
        """Whether the limit is reached."""
        return self._left <= 0

    def feed(self, data: bytes) -> bytes:
        """Decode the next chunk, as far as the limit allows."""
        if not self.understood or self.broken or self.full or not data:
            return b""
        part = data[: self._left] if self._inflate is None else self._decompress(data)
        self._left -= len(part)
        return part

    def _decompress(self, data: bytes) -> bytes:
        assert self._inflate is not None  # noqa: S101  # told apart by feed
        try:
            part = self._inflate.decompress(data, self._left)
        except zlib.error:
            if not self._raw:
                self.broken = True
                return b""
            # Some servers send raw deflate without zlib's header, and browsers read it.
            self._raw, self._inflate = False, zlib.decompressobj(wbits=-15)
            return self._decompress(data)
        self._raw = self._raw and not part
        return part


async def read_body(stream: AsyncIterable[bytes], encoding: str, limit: int) -> Body:
    """Read and decode at most ``limit`` bytes of a body; a body cut short is not ``complete``.

    Raises:
        httpx.TransportError: only where nothing at all could be read.
    """
    decoder = Decoder(encoding.strip().lower(), limit)
    parts: list[bytes] = []
    wire = 0
    async for chunk in stream:
        wire += len(chunk)
        parts.append(decoder.feed(chunk))
        if decoder.full or decoder.broken or not decoder.understood or wire > _MAX_WIRE_FACTOR * limit:
            return Body(b"".join(parts), garbled=decoder.broken)
    return Body(b"".join(parts), complete=decoder.understood, garbled=decoder.broken)
