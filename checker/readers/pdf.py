"""Reading PDF: link annotations first, then text with wrapped addresses joined again. Bounded; needs ``[pdf]``.

A page is a line: a PDF has no others. Text alone gives half of the addresses whole, annotations nearly all;
where both tell of one, it is one.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from typing import Any

from checker.model import Document, Place, Trouble
from checker.patterns import regex
from checker.pdf.text import MISSING as MISSING
from checker.pdf.worker import content_size
from checker.readers.addresses import find_addresses
from checker.readers.assembly import reading_of
from checker.readers.flat import Flat, Link, Writer
from checker.readers.reading import Reading
from checker.readers.schemes import is_page, scheme_of
from checker.reasons import Reason

MAX_PAGES = 3000
MAX_TEXT = 20_000_000
MAX_CONTENT = 2_000_000
MAX_CONTENTS = 10_000_000
_WRAP = regex(r"[ \t]*\n[ \t]*")
_CONTINUES = regex(r"[\w%&=?#~+/.,_-]*[\w/]", re.UNICODE)
_OPEN_END = regex(r"[/\-_=&?%.~+#]$")


def read(document: Document) -> Reading:
    """Citations and figures of a PDF; a line is a page."""
    try:
        import pypdf  # an extra: only who reads PDF needs it
    except ImportError:
        return Reading(troubles=(Trouble(Place(document.name, 1, 1), MISSING),))
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        pages = list(_pages(pypdf.PdfReader(io.BytesIO(document.data))))
    except Exception as error:  # pypdf raises whatever a broken file provokes
        why = "it is encrypted" if "crypt" in f"{type(error).__name__} {error}".lower() else str(error) or "broken"
        trouble = Trouble(Place(document.name, 1, 1), f"this PDF cannot be read ({why}); give one that opens")
        return Reading(troubles=(trouble,))
    reading = reading_of(document, flatten([text for text, _, _ in pages], [links for _, links, _ in pages]))
    troubles = [
        Trouble(
            Place(document.name, number, 1),
            "this page cannot be read, or is too large for it; its links and the other pages were",
        )
        for number, (_, _, whole) in enumerate(pages, start=1)
        if not whole
    ]
    return Reading(reading.citations, reading.figures, reading.skips, (*reading.troubles, *troubles))


def _pages(reader: Any) -> Iterator[tuple[str, list[str], bool]]:  # noqa: ANN401  # pypdf is an extra, unknown to types
    """Text and annotated addresses of each page, and whether it could be read."""
    total = contents = 0
    if reader.is_encrypted and not reader.decrypt(""):
        raise ValueError("encrypted")
    for number in range(min(len(reader.pages), MAX_PAGES)):
        text, links, whole = "", [], True
        try:
            page = reader.pages[number]
            links = list(_annotated(page))
            size = content_size(page)
            contents += size
            whole = size <= MAX_CONTENT and contents <= MAX_CONTENTS and total < MAX_TEXT
            text = page.extract_text() if whole else ""
        except Exception:  # one bad page does not stop the others
            whole = False
        total += len(text)
        yield text, links, whole


def _annotated(page: Any) -> Iterator[str]:  # noqa: ANN401
    for reference in page.get("/Annots") or ():
        annotation = reference.get_object()
        action = annotation.get("/A") if annotation else None
        url = action.get_object().get("/URI") if action else None
        if url is not None:
            yield url.decode("utf-8", errors="replace") if isinstance(url, bytes) else str(url)


def flatten(pages: list[str], links: list[list[str]]) -> Flat:
    """The text of all pages, broken addresses joined; every annotated address once."""
    writer = Writer("\n" * len(pages))
    for number, (text, annotated) in enumerate(zip(pages, links, strict=True)):
        urls = list(dict.fromkeys(url.strip() for url in annotated if scheme_of(url.strip())))
        _page(writer, number, _joined(text, urls), urls)
    return writer.done()


def _page(writer: Writer, number: int, text: str, urls: list[str]) -> None:
    start = writer.length
    writer.put(text + "\n\n", number)
    for url in urls:
        at = text.find(url)
        whole = _whole(text, at, url)
        first, last = (start + at, start + at + len(whole)) if at >= 0 else (writer.length - 1, writer.length - 1)
        reason = None if is_page(url) else Reason.NOT_A_PAGE
        writer.links.append(Link(whole, first, last, number, number, None, reason))


def _whole(text: str, at: int, url: str) -> str:
    """The annotated address, or what the text has where the annotation stops at the end of its first line."""
    if at < 0 or not _OPEN_END.search(url):
        return url
    found = find_addresses(text, at, at + 2000)
    longer = found and found[0].start == at and found[0].url.startswith(url)
    return found[0].url if longer else url


def _joined(text: str, urls: list[str]) -> str:
    """The text with addresses that a line break cut made whole: as annotated, else as far as it looks safe."""
    text = text.replace("\ufffe", "").replace("\u00ad", "")
    for url in sorted(urls, key=len, reverse=True):
        if url not in text:
            text = _restore(text, url)
    lines = text.split("\n")
    joined: list[str] = []
    for line in lines:
        if joined and _goes_on(joined[-1], line):
            joined[-1] += line.lstrip()
        else:
            joined.append(line)
    return "\n".join(joined)


def _restore(text: str, url: str) -> str:
    """Write an annotated address whole where the text holds it with white space in between."""
    head = url[:12]
    at = text.find(head)
    for _ in range(200):
        if at < 0:
            return text
        end = _spelled(text, at, url)
        if end:
            return text[:at] + url + text[end:]
        at = text.find(head, at + 1)
    return text


def _spelled(text: str, at: int, url: str) -> int:
    """Where the address ends that is spelled out from ``at`` on, white space aside; 0 if it is not."""
    position = at
    for ch in url:
        while position < len(text) and text[position].isspace():
            position += 1
        if position >= len(text) or text[position] != ch:
            return 0
        position += 1
    return position


def _goes_on(line: str, following: str) -> bool:
    """Whether an address at the end of a line goes on in the next one."""
    found = find_addresses(line[-2000:])
    tail = line.rstrip()
    following = following.strip()
    if not found or not following or not tail.endswith((found[-1].url, f"{found[-1].url}.")):
        return False
    first = following.split(maxsplit=1)[0]
    if not _CONTINUES.match(first) or first.lower().startswith(("http", "www.")):
        return False
    if tail.endswith(".") or not _OPEN_END.search(tail):
        return "/" in first or (any(ch in first for ch in "-_=%") and any(ch.isdigit() for ch in first))
    return first[0].islower() or first[0].isdigit() or first[0] in "?&#=%_"
