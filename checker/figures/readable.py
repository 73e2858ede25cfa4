"""A page's text as its numbers are compared: plain digits, signs and spaces, nothing invisible. Pure and linear.

What Unicode calls compatible is made plain (NFKC, Unicode Standard Annex 15), but only where it is: normalising
a whole page of Russian or Chinese takes longer than parsing it.
"""

from __future__ import annotations

import re
import unicodedata

from checker.patterns import regex

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\ufeff"
_COMMON = dict.fromkeys(_INVISIBLE, "") | {
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u3000": " ", "，": ",", "（": "(", "）": ")", "：": ":", "；": ";",
    "！": "!", "？": "?", "％": "%", "…": "...", "№": "No",
}  # fmt: skip
"""What most pages have of it, and much of: replaced one by one, far faster than looked up in a table."""
_MARKS = "\u0300\u0301\u0302\u0303\u0304\u0306\u0308\u030a\u030c\u0327\u3099\u309a"
"""Marks that belong to the letter before them: a page written with them is normalised as a whole."""
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_COMPATIBLE = regex(
    "[\u00a8\u00aa\u00af\u00b2-\u00b5\u00b8-\u00ba\u00bc-\u00be\u2000-\u200a\u2011\u2024-\u2025\u2033-\u2037"
    "\u2047-\u2049\u205f\u2070-\u209f\u20a8\u2100-\u218b\u2460-\u24ff\u2f00-\u2fd5\u3036-\u303a\u3200-\u33ff"
    "\uf900-\ufaff\ufb00-\ufb06\ufe10-\ufe6b\uff01-\uffee\U0001d400-\U0001d7ff]+"
)
"""One set, so that a search goes from one to the next as fast as it can."""


def readable(text: str) -> str:
    """The text with one width, no soft hyphens and no raised note numbers."""
    if text.isascii():
        return text
    for sign, plain in _COMMON.items():
        if sign in text:
            text = text.replace(sign, plain)
    if any(mark in text for mark in _MARKS):
        return unicodedata.normalize("NFKC", _COMPATIBLE.sub(_plain, text))
    return text if unicodedata.is_normalized("NFKC", text) else _COMPATIBLE.sub(_plain, text)


def _plain(match: re.Match[str]) -> str:
    """What stands for a run of such characters; note numbers raised behind a number are none of its digits."""
    written = match[0]
    if not written.strip(_RAISED):
        before, behind = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
        if before.isdecimal() and not (behind.isascii() and behind.isalpha()):
            return " "
    return unicodedata.normalize("NFKC", written)
