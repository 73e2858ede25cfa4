"""From the bytes of a document to its text: what it says it is, else UTF-8, else Windows-1252. Pure."""

from __future__ import annotations

import codecs
import re

from checker.errors import InputError, Problem
from checker.model import Place, Trouble
from checker.patterns import regex

_BOMS = (
    (codecs.BOM_UTF8, "UTF-8"),
    (codecs.BOM_UTF16_LE, "UTF-16LE"),
    (codecs.BOM_UTF16_BE, "UTF-16BE"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b"))
_DECLARED = regex(
    rb"<meta\b[^>]{0,200}?\bcharset\s{0,3}=\s{0,3}[\"']?([\w:.-]{2,40})|<\?xml[^>]{0,100}\bencoding\s?=\s?[\"']([\w:.-]{2,40})"
    rb"|^[#%.]{1,2}[^\n]{0,40}?coding[:=]\s{0,3}([\w.-]{2,40})",
    re.IGNORECASE,
)
_PLAIN_BYTES = regex(rb"[\x80-\xff]")
_FALLBACK = "windows-1252"


def codec(data: bytes) -> tuple[bytes, str]:
    """The byte-order mark a text begins with, and the encoding :func:`decode` reads the rest in."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return mark, encoding
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return b"", _encoding(data)
    return b"", "UTF-8"


def _encoding(data: bytes) -> str:
    """The encoding of a text that is no UTF-8: what it declares, else UTF-8 after all, else Windows-1252."""
    declared = _declared(data)
    try:
        if declared:
            data.decode(declared)
            return declared
    except (UnicodeDecodeError, LookupError):
        pass
    lenient = data.decode("utf-8", errors="replace")
    mostly = sum(ord(ch) > 127 and ch != "\ufffd" for ch in lenient) > lenient.count("\ufffd")
    return "UTF-8" if mostly else _FALLBACK


def decode(name: str, data: bytes) -> tuple[str, tuple[Trouble, ...]]:
    """The text, and what was doubtful in decoding it.

    Raises:
        InputError: not a text at all.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _leniently(name, data.removeprefix(mark), encoding)
    if b"\0" in data or data.startswith((b"%PDF-", b"PK\x03\x04")) or _control_share(data) > 0.01:
        raise InputError(Problem(name, 1, 1, "not a text file; give the text, or leave this file out"))
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _other(name, data, error)


def _other(name: str, data: bytes, error: UnicodeDecodeError) -> tuple[str, tuple[Trouble, ...]]:
    """A text that is no UTF-8: as it declares, or mostly UTF-8 after all, or Windows-1252."""
    declared = _declared(data)
    encoding = _encoding(data)
    if encoding == declared:
        return data.decode(declared), ()
    text = data.decode(encoding, errors="replace")
    known = f"; it declares {declared}, which it is not" if declared else ""
    message = f"a byte that is no UTF-8; read as {encoding}{known}; save the file as UTF-8"
    return text, (Trouble(_place(name, data, error.start), message),)


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:2048])
    if match is None:
        return None
    label = next(group for group in match.groups() if group).decode("ascii").lower()
    label = _FALLBACK if label in ("iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii") else label  # WHATWG Encoding
    return None if label.replace("-", "") == "utf8" else label


def _leniently(name: str, data: bytes, encoding: str) -> tuple[str, tuple[Trouble, ...]]:
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding).split("\n")
        place = Place(name, len(before), len(before[-1]) + 1)
        trouble = Trouble(place, f"a byte that is no {encoding}, which the file says it is; save the file as UTF-8")
        return data.decode(encoding, errors="replace"), (trouble,)


def _place(name: str, data: bytes, offset: int) -> Place:
    line_start = data.rfind(b"\n", 0, offset) + 1
    column = len(data[line_start:offset].decode("utf-8", errors="replace")) + 1
    return Place(name, data.count(b"\n", 0, offset) + 1, column)


def _control_share(data: bytes) -> float:
    if not data:
        return 0.0
    return (len(data) - len(data.translate(None, _CONTROLS))) / len(data)
