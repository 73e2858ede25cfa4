"""Reads one PDF in a process of its own: the file on standard input, what it says on standard output, as JSON.

Run by path, with nothing of this package: whoever starts it kills it when it takes too long. Memory and
processor time are bounded here, where the system can (``resource``); so is what is written.
"""

from __future__ import annotations

import io
import json
import logging
import os
import sys
import time
from collections.abc import Iterator
from typing import Any

MAX_PAGES = 1000
MAX_TEXT = 1_000_000
MAX_CONTENT = 2_000_000
MAX_CONTENTS = 20_000_000
MAX_TITLE = 1000
ENOUGH_SECONDS = 6.0
"""Processor time after which the pages that are left stay unread; those read are told."""
SECONDS = 12
MEMORY = 1_000_000_000


def main() -> None:
    """Read what comes in, write what was found; ``trouble`` where nothing was."""
    _bound()
    logging.disable(logging.CRITICAL)
    try:
        told = _read(sys.stdin.buffer.read())
    except ImportError:
        told = {"trouble": "missing"}
    except Exception as error:  # pypdf raises whatever a broken file provokes
        encrypted = "crypt" in f"{type(error).__name__} {error}".lower()
        told = {"trouble": "encrypted" if encrypted else "broken"}
    sys.stdout.buffer.write(json.dumps(told).encode())


def _bound() -> None:
    """Keep the process small, slow to others, and short-lived even if nobody is left to kill it."""
    try:
        import resource  # not on Windows
    except ImportError:
        return
    for limit, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(limit, (most, most))
        except (ValueError, OSError):
            continue  # macOS knows limits that it does not let anybody set
    os.nice(5)


def _read(data: bytes) -> dict[str, object]:
    import pypdf  # an extra

    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        return {"trouble": "encrypted"}
    pages = list(_pages(reader))
    return {
        "title": _title(reader),
        "language": _language(reader),
        "pages": pages,
        "unread": max(0, len(reader.pages) - len(pages)),
    }


def _pages(reader: Any) -> Iterator[str | None]:  # noqa: ANN401  # pypdf is an extra, unknown to types
    """The text of each page, None for one that cannot be read; as many as there is time and room for."""
    written = contents = 0
    for number in range(min(len(reader.pages), MAX_PAGES)):
        if time.process_time() > ENOUGH_SECONDS or written > MAX_TEXT:
            return
        text: str | None = None
        try:
            page = reader.pages[number]
            size = content_size(page)
            contents += size
            if size <= MAX_CONTENT and contents <= MAX_CONTENTS:
                text = page.extract_text()[: MAX_TEXT + 1]
        except MemoryError:
            raise
        except Exception:  # noqa: S110  # one bad page does not stop the others
            pass
        written += len(text or "")
        yield text if written <= MAX_TEXT else None


def content_size(page: Any) -> int:  # noqa: ANN401
    """Bytes of what draws a page: reading its text takes time in the square of it (pypdf 7.1)."""
    contents = page.get("/Contents")
    contents = contents.get_object() if contents is not None else None
    if contents is None:
        return 0
    parts = contents if isinstance(contents, list) else [contents]
    return sum(len(part.get_object().get_data()) for part in parts)


def _title(reader: Any) -> str:  # noqa: ANN401
    try:
        return str(reader.metadata.title or "")[:MAX_TITLE] if reader.metadata else ""
    except Exception:  # what the metadata holds is as hostile as the rest
        return ""


def _language(reader: Any) -> str:  # noqa: ANN401
    try:
        return str(reader.trailer["/Root"].get("/Lang") or "")[:20]
    except Exception:
        return ""


if __name__ == "__main__":
    main()
