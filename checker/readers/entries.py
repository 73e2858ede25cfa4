"""The entry of a bibliography around an address that stands in no note. Pure and linear.

Lists of sources have one entry a line or paragraph, maybe wrapped; the same shape stands in prose, so that
fields are only believed where a date says that it is an entry.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from checker.patterns import regex
from checker.readers.addresses import find_addresses
from checker.readers.flat import Flat, Link
from checker.readers.note_fields import NoteFields, has_title, read_entry, read_note
from checker.readers.sentences import plain_words
from checker.readers.titles import NO_TITLE

_BEFORE = 600
_AFTER = 160
_NARROW, _WIDE = 50, 110
_YEAR = regex(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|\d{1,2}\.\d{1,2}\.\d\d(?!\d)")
_MARKER = regex(r"[ \t]*(?:[-*+•–—]|\[?\(?\d{1,4}[.)\]]|\[[\w.+:-]{1,40}\]|\|)[ \t]+")
_TERMINAL = regex(r"[.!?;:。）)]\s*$")
_STARTS = regex(r"[ \t]*(?:[-*+•|#>]|\(?\d{1,4}[.)\]]\s|\[[^\]\n]{1,40}\]\s)")
_ADDRESS = regex(r"[ \t]*<?(?:https?://|www\.)", re.IGNORECASE)
_LOWER = regex(
    r"[ \t]*(?:[a-zà-ÿа-яё(\[,;]|\d{1,2}\.?\s)|[ \t]*(?:Accessed|Retrieved|Abgerufen|Дата обращения|Consulté|Recuperado)\b"
)
_DATED_NAMES = regex(r"\(?(?:1[5-9]|20)\d\d[a-z]?(?:,[^()]{1,20})?\)?\s*[.,:]?\s*$")


def entry_fields(flat: Flat, link: Link, floor: int) -> NoteFields:
    """What the entry around an address says of it.

    ``floor`` is where the address before it ended: what stands before that is not about this one.
    """
    words = flat.text[link.start : link.end].strip()
    label = None if not words or words == link.url or find_addresses(words) else plain_words(words).strip('"“”„«»')
    before = _before(flat.text, max(floor, link.start - _BEFORE), link.start, flows=flat.flows)
    after = _after(flat.text, link.end, flows=flat.flows)
    if not _YEAR.search(before) and not _YEAR.search(after):
        return NoteFields(title=label)
    if label is not None and not NO_TITLE.fullmatch(label):
        return _labelled(before, label, after)
    entry = f"{before}{link.url}{after}"
    told = read_note(entry) if has_title(before) else read_entry(entry)
    if told is not None and (told.published or told.accessed):
        return told
    return NoteFields(title=label, accessed=read_note(f"{link.url}{after}").accessed)


def _labelled(before: str, label: str, after: str) -> NoteFields:
    """Only an entry says when it was accessed or begins with names and a year; in prose, what is around is not about it."""
    told = read_note(f"{before} “{label}”{after}")
    if told.accessed or (_DATED_NAMES.search(before) and told.authors):
        return replace(told, title=label)
    return NoteFields(title=label)


def _before(text: str, low: int, end: int, *, flows: bool) -> str:
    """The entry up to an offset: its line, and the lines before that it goes on from."""
    start = max(low, text.rfind("\n", low, end) + 1)
    while start > low and not _STARTS.match(text, start, end):
        previous = max(low, text.rfind("\n", low, start - 1) + 1)
        line = text[previous : start - 1]
        if not line.strip() or not (flows or _runs_on(line, text[start:end])):
            break
        start = previous
    found = text[start:end]
    marker = _MARKER.match(found)
    return found[marker.end() :] if marker else found


def _runs_on(line: str, following: str) -> bool:
    """Whether a line goes on in the next: wrapped at its width, or the next one hangs deeper."""
    deeper = len(following) - len(following.lstrip(" \t")) >= len(line) - len(line.lstrip(" \t")) + 2
    return deeper or (_NARROW <= len(line.rstrip()) <= _WIDE and not _TERMINAL.search(line))


def _after(text: str, start: int, *, flows: bool) -> str:
    """The entry from an offset on, over a line break where it runs on."""
    limit = min(len(text), start + _AFTER)
    end = text.find("\n", start, limit)
    if end < 0:
        return text[start:limit]
    while not _begins(text, end + 1, limit) and (flows or _LOWER.match(text, end + 1, limit)):
        following = text.find("\n", end + 1, limit)
        if following == end + 1 or not text[end + 1 : following if following >= 0 else limit].strip():
            break
        end = following if following >= 0 else limit
        if end == limit:
            break
    return text[start:end]


def _begins(text: str, at: int, limit: int) -> bool:
    """Whether a line begins something of its own: the next item, or the next address."""
    return bool(_STARTS.match(text, at, limit) or _ADDRESS.match(text, at, limit))
