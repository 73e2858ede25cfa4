"""Reading a body no further than agreed, before and after decoding.

httpx decodes without a limit: a few kilobytes of gzip can become gigabytes. Here at most one encoding is
undone, and never past the limit.
"""

from __future__ import annotations

from collections.abc import AsyncIterable
from dataclasses import dataclass

from checker.fetch.decoders import BrokenError, decoder

ACCEPTED_ENCODINGS = "gzip, deflate, br, zstd"
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


async def read_body(stream: AsyncIterable[bytes], encoding: str, limit: int) -> Body:
    """Read and decode at most ``limit`` bytes of a body; a body cut short is not ``complete``.

    Raises:
        httpx.TransportError: only where nothing at all could be read.
    """
    undo = decoder(encoding.strip().lower())
    parts: list[bytes] = []
    wire, left = 0, limit
    async for chunk in stream:
        wire += len(chunk)
        if undo is None:
            return Body()
        try:
            part = undo.feed(chunk, left)
        except BrokenError:
            return Body(b"".join(parts), garbled=True)
        parts.append(part)
        left -= len(part)
        if left <= 0 or wire > _MAX_WIRE_FACTOR * limit:
            return Body(b"".join(parts))
    return Body(b"".join(parts), complete=undo is not None)
