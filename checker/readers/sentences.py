"""Sentences around a place. Pure; looks no further than a window, so endless paragraphs cost nothing."""

from __future__ import annotations

import re

WINDOW = 2000
_BREAK = re.compile(
    r"(?:\r\n|\n|\r)[ \t\u00a0]*(?:\r\n|\n|\r)|(?:\r\n|\n|\r)(?=[ \t]{0,3}(?:#{1,6} |[-*+] |\d{1,3}[.)] |\||>|```|=))"
)
_END = re.compile(
    r"(?:[.!?…](?=[\s\"”’»)\]\[(*_]|$)[\"”’»)*_]{0,4}|[。！？；][」』”）]{0,3})(?:[ \t]?\[\^?[\w.-]{1,40}\]){0,8}",
)
_ABBREVIATIONS = frozenset(
    "u.s u.k e.u u.n no nos vol pp p ch chap fig figs sec art cf vs etc al ed eds mr mrs ms dr prof sr jr st gen col "
    "sen rep gov inc ltd co corp dept est approx ca jan feb mar apr jun jul aug sep sept oct nov dec e.g i.e a.m p.m "
    "bzw z.b d.h u.a usw ca nr mio mrd bd s abb vgl т.е т.д т.п г гг тыс млн млрд руб долл др стр см им ст pág núm "
    "sra av env".split()
)
_WORD_BEFORE = re.compile(r"[^\s(\[“\"«]{1,12}$")


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """Start and end (half-open) of the sentence that holds ``offset``, its closing note markers included."""
    low, high = _paragraph(text, offset)
    start, end = low, high
    for match in _END.finditer(text, low, high):
        if _is_abbreviation(text, match):
            continue
        if match.end() <= offset:
            start = match.end()
        else:
            end = match.end()
            break
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _paragraph(text: str, offset: int) -> tuple[int, int]:
    low, high = max(0, offset - WINDOW), min(len(text), offset + WINDOW)
    for match in _BREAK.finditer(text, low, high):
        if match.end() <= offset:
            low = match.end()
        elif match.start() >= offset:
            return low, match.start()
    return low, high


def _is_abbreviation(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop belongs to an abbreviation or an initial, and so ends nothing."""
    if text[match.start()] != "." or match.end() > match.start() + 1:
        return False
    word = _WORD_BEFORE.search(text, max(0, match.start() - 12), match.start())
    if word is None:
        return False
    bare = word[0].lower()
    is_initial = len(bare) == 1 and word[0].isupper()
    following = text[match.end() : match.end() + 2].strip()
    return (bare in _ABBREVIATIONS or is_initial or ("." in bare and len(bare) <= 5)) and bool(following)
