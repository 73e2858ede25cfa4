"""Undoing content encodings, a chunk at a time, never giving more than asked for. Pure.

Each decoder is fed small pieces, so that what one piece can become is bounded as well: a kilobyte of
zstd can stand for tens of megabytes.
"""

from __future__ import annotations

import zlib
from typing import Protocol

import brotli
import zstandard

PIECE = 256
_MAX_WINDOW = 8 * 1024 * 1024  # what RFC 9659 lets servers use


class BrokenError(ValueError):
    """The data is not encoded as it should be."""


class Decoder(Protocol):
    """Undoes one encoding."""

    def feed(self, data: bytes, limit: int) -> bytes:
        """Decode the next chunk to at most ``limit`` bytes.

        Raises:
            BrokenError: see there.
        """


class _Identity:
    def feed(self, data: bytes, limit: int) -> bytes:
        return data[:limit]


class _Inflate:
    """gzip and deflate. Some servers send raw deflate without zlib's header, and browsers read it."""

    def __init__(self, *, may_be_raw: bool) -> None:
        self._may_be_raw = may_be_raw
        self._inner = zlib.decompressobj(wbits=47)

    def feed(self, data: bytes, limit: int) -> bytes:
        try:
            part = self._inner.decompress(data, limit)
        except zlib.error as error:
            if not self._may_be_raw:
                raise BrokenError(str(error)) from error
            self._may_be_raw, self._inner = False, zlib.decompressobj(wbits=-15)
            return self.feed(data, limit)
        self._may_be_raw = self._may_be_raw and not part
        return part


class _Brotli:
    def __init__(self) -> None:
        self._inner = brotli.Decompressor()

    def feed(self, data: bytes, limit: int) -> bytes:
        try:
            part: bytes = self._inner.process(data, output_buffer_limit=limit)
        except brotli.error as error:
            raise BrokenError(str(error)) from error
        return part[:limit]


class _Zstd:
    def __init__(self) -> None:
        self._inner = zstandard.ZstdDecompressor(max_window_size=_MAX_WINDOW).decompressobj()

    def feed(self, data: bytes, limit: int) -> bytes:
        parts: list[bytes] = []
        for start in range(0, len(data), PIECE):
            try:
                parts.append(self._inner.decompress(data[start : start + PIECE]))
            except zstandard.ZstdError as error:
                raise BrokenError(str(error)) from error
            if sum(map(len, parts)) >= limit or self._inner.eof:
                break
        return b"".join(parts)[:limit]


def decoder(encoding: str) -> Decoder | None:
    """The decoder of a ``Content-Encoding``, None for one that nobody registered (IANA, November 2026)."""
    match encoding:
        case "" | "identity":
            return _Identity()
        case "gzip" | "x-gzip":
            return _Inflate(may_be_raw=False)
        case "deflate":
            return _Inflate(may_be_raw=True)
        case "br":
            return _Brotli()
        case "zstd":
            return _Zstd()
        case _:
            return None
