"""Bodies that are no text, whatever their server calls them. Pure.

Browsers believe a server that says HTML and show the signs of a packed page as they come. Rules must not read them: in
a few kilobytes of noise anything can be found.
"""

from __future__ import annotations

import codecs
from urllib.parse import urlsplit

_MAGIC = ((b"\x1f\x8b\x08", "gzip"), (b"\x28\xb5\x2f\xfd", "zstd"))
"""What packed data begins with (RFC 1952, RFC 8878); brotli and deflate begin with nothing of their own."""
_BINARY = bytes({*range(0x09), 0x0B, *range(0x0E, 0x1B), *range(0x1C, 0x20)})
"""The "binary data bytes" of WHATWG's MIME Sniffing standard (2026-11)."""
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WIDE = "utf-16"
_READ = 1_024
_FEW, _MOST = 4, 0.04
"""How many such bytes, and which part of all, a text may have by mistake; in noise it is a tenth."""


def is_binary(body: bytes, content_type: str) -> bool:
    """Whether a body is no text: by its first bytes, as browsers look at them. UTF-16 has such bytes."""
    head = body[:_READ]
    if head.startswith(_MARKS) or _WIDE in content_type.lower():
        return False
    found = len(head) - len(head.translate(None, _BINARY))
    return _magic(head) != "" or (found > _FEW and found > _MOST * len(head))


def packing(body: bytes, content_type: str, url: str) -> str:
    """How a page of HTML is packed though its server does not say so: ``gzip``, ``zstd``; empty where it is not.

    Of what the address calls a packed file nobody expects a page.
    """
    is_file = urlsplit(url).path.lower().endswith((".gz", ".tgz", ".svgz", ".zst"))
    return "" if is_file or "html" not in content_type.lower() else _magic(body)


def _magic(body: bytes) -> str:
    return next((name for mark, name in _MAGIC if body.startswith(mark)), "")
