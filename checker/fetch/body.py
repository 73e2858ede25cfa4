"""Reading a body no further than agreed, before and after decoding.

httpx decodes without a limit: a few kilobytes of gzip can become gigabytes. Here at most one encoding is
undone, and never past the limit.
"""

from __future__ import annotations

from collections.abc import AsyncIterable

import httpx
from msgspec import Struct

from checker.fetch.decoders import BrokenError, decoder

ACCEPTED_ENCODINGS = "gzip, deflate, br, zstd"
_MAX_WIRE_FACTOR = 2


class Body(Struct, frozen=True):
    """What was read; ``complete`` if that is all there is.

    ``garbled`` where the body is not encoded as the server says; ``cut`` where the connection broke before
    its end. An encoding that we never asked for and do not know gives no data, but says nothing against
    the page.
    """

    data: bytes = b""
    complete: bool = False
    garbled: bool = False
    cut: bool = False


async def read_body(stream: AsyncIterable[bytes], encoding: str, limit: int, parts: list[bytes] | None = None) -> Body:
    """Read and decode at most ``limit`` bytes of a body; never raises for a connection that breaks.

    Args:
        stream: the body as it comes.
        encoding: the Content-Encoding.
        limit: bytes after decoding.
        parts: collects what was decoded, for who is interrupted on the way.
    """
    undo = decoder(encoding.strip().lower())
    parts = [] if parts is None else parts
    wire, left = 0, limit
    try:
        async for chunk in stream:
            wire += len(chunk)
            if undo is None:
                return Body()
            part = undo.feed(chunk, left)
            parts.append(part)
            left -= len(part)
            if left <= 0 or wire > _MAX_WIRE_FACTOR * limit:
                return Body(b"".join(parts))
    except BrokenError:
        return Body(b"".join(parts), garbled=True)
    except (httpx.TransportError, httpx.StreamError, OSError):
        return Body(b"".join(parts), cut=True)
    return Body(b"".join(parts), complete=undo is not None)
