"""What a PDF says, and whether that is enough to miss something in it. Pure.

Text in a PDF is drawn, not written: spaces and ligatures get lost, lines and columns are guessed, scans have none. So
what is found there is there; what is not found may be there all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from checker.patterns import regex

MARK = b"%PDF-"
MISSING = "reading PDF needs pypdf; install it: pip install 'source-checker[pdf]'"
ENCRYPTED = "the PDF is encrypted"
BROKEN = "the PDF cannot be read"
TOO_LONG = "the PDF takes too long to read"
NOT_WHOLE = "the PDF is too large to be read to its end"
NO_TEXT = "the PDF holds no text, only pictures of it"
LITTLE_TEXT = "many pages of the PDF hold hardly any text"
GARBLED = "the text of the PDF cannot be made out"
UNREAD = "some pages of the PDF cannot be read"
HIDDEN = "the PDF holds its digits, but not so that their unit can be told"

_HEAD = 1024
_FEW_WORDS, _FEW_PAGES = 10, 0.2
_ODD, _SINGLE, _LONG = 0.05, 0.35, 14
_PRIVATE = regex("[\ue000-\uf8ff\ufffd\u0000-\u0008\u000b-\u001f]|/[gGiI][0-9]{1,4}|\\(cid:")
_HYPHENS = frozenset("-\u2010\u00ad\ufffe")
_ENDS = frozenset(".:;!?")
_PROSE = 30
"""Characters of a line that goes on in the next one; the cells and headings of tables are shorter."""
_HAN = regex("[\u3000-\u30ff\u3400-\u9fff\uff00-\uff64]")
_RUN = regex(r"[0-9](?:[\s.,'’·\u00ad\ufffe-]{0,3}[0-9])*")
_TOKEN = regex(r"[0-9][0-9.,'’]*")
_SHORT = 2
_MOST_NUMBERS = 20_000


class PdfText(Struct, frozen=True):
    """What was read off a PDF; ``trouble`` says why nothing, or not everything, could be."""

    text: str = ""
    title: str | None = None
    language: str | None = None
    trouble: str = ""


def is_pdf(body: bytes, kind: str = "") -> bool:
    """Whether bytes are a PDF: by their mark, which may stand within the first kilobyte of what is called one.

    Args:
        body: the bytes, or their beginning.
        kind: what the server calls them.
    """
    head = body[:_HEAD]
    return head.lstrip(b"\xef\xbb\xbf\0 \t\r\n").startswith(MARK) or ("pdf" in kind.lower() and MARK in head)


def pdf_text(pages: Sequence[str | None], *, unread: int = 0, title: str = "", language: str = "") -> PdfText:
    """What the pages of a PDF say together.

    Args:
        pages: the text of each, None for one that could not be read.
        unread: how many were not tried.
        title: as the file gives it for itself.
        language: likewise, a BCP 47 tag.
    """
    read = [mended(page) for page in pages if page is not None]
    text = "\n\n".join(read)
    if unread or len(read) < len(pages):
        trouble = UNREAD if read else BROKEN
    else:
        trouble = _trouble(text, read) if pages else BROKEN
    return PdfText(text, title.strip() or None, language.strip() or None, trouble)


def mended(page: str) -> str:
    """The text of a page with the words and lines whole that the width of the page cut."""
    parts: list[str] = []
    before = ""
    for line in map(str.rstrip, page.replace("\r", "\n").split("\n")):
        if before[-1:] in _HYPHENS and before[-2:-1].isalpha() and line[:1].isalpha():
            parts[-1] = parts[-1][:-1]
        elif _goes_on(before, line):
            parts.append("" if _HAN.match(before[-1]) and _HAN.match(line) else " ")
        elif parts:
            parts.append("\n")
        parts.append(line)
        before = line
    return "".join(parts)


def _goes_on(line: str, following: str) -> bool:
    """Whether a line of prose goes on in the next one: never from digits to digits, which are two numbers."""
    if len(line) < _PROSE or line[-1] in _ENDS:
        return False
    first = following[:1]
    return first.isalpha() or first in tuple("%$€£(") or (first.isdigit() and not line[-1].isdigit())


def _trouble(text: str, pages: Sequence[str]) -> str:
    """Why something may be on the pages and not in their text."""
    words = text.split()
    if not words:
        return NO_TEXT
    if _is_garbled(text, words):
        return GARBLED
    thin = sum(len(page.split()) < _FEW_WORDS for page in pages)
    return LITTLE_TEXT if thin > 1 and thin > _FEW_PAGES * len(pages) else ""


def _is_garbled(text: str, words: Sequence[str]) -> bool:
    """Letters without meaning, letters apart, or words run together."""
    letters = sum(map(len, words))
    odd = len(_PRIVATE.findall(text))
    single = sum(len(word) == 1 and word.isalpha() for word in words)
    together = letters > _LONG * len(words) and _HAN.search(text[:2000]) is None
    return odd > _ODD * letters or single > _SINGLE * len(words) or together


def may_hide(text: str, value: Decimal) -> bool:
    """Whether a text holds the digits of a value in some way, as it is or more exactly, in a row of a table or cut.

    A value of one or two digits must stand as a number of its own.
    """
    digits = "".join(map(str, value.normalize().as_tuple().digits)).strip("0")
    left = _MOST_NUMBERS
    for run in _RUN.finditer(text) if digits else ():
        if len(digits) > _SHORT and digits in "".join(filter(str.isdecimal, run[0])):
            return True
        for token in _TOKEN.finditer(run[0]):
            left -= 1
            if left <= 0 or _rounded(token[0], len(digits)) == digits:
                return True
    return not digits


def _rounded(number: str, places: int) -> str:
    """The significant digits of a printed number, rounded to so many, without zeros at the end."""
    digits = "".join(filter(str.isdecimal, number[:40])).lstrip("0")
    if len(digits) <= places:
        return digits.rstrip("0")
    up = digits[places] >= "5"
    return str(int(digits[:places]) + up).rstrip("0")
