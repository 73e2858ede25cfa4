"""Letters as TeX writes them: accents composed, special letters by their names. Pure and linear."""

from __future__ import annotations

import re
import unicodedata

from checker.patterns import regex

_COMBINING = dict(
    zip(
        "\"'`^~=.uvHcdrkb",
        "\u0308\u0301\u0300\u0302\u0303\u0304\u0307\u0306\u030c\u030b\u0327\u0323\u030a\u0328\u0331",
        strict=True,
    )
)
_LETTERS = {
    "ss": "ß",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "ae": "æ",
    "AE": "Æ",
    "aa": "å",
    "AA": "Å",
    "oe": "œ",
    "OE": "Œ",
    "i": "ı",
    "j": "ȷ",
    "dh": "ð",
    "DH": "Ð",
    "th": "þ",
    "TH": "Þ",
}
ACCENT = regex(
    r"\\(?:(?P<sign>[\"'`^~=.])\s?|(?P<name>[uvHcdrkb])(?:\s{1,2}|(?=\{)))(?:\{\s?(?P<braced>\\?[a-zA-Z])\s?\}|(?P<bare>\\?[a-zA-Z]))"
)
"""An accent and the letter below it."""
LETTER = regex(r"\\(ss|ae|AE|aa|AA|oe|OE|o|O|l|L|i|j|dh|DH|th|TH)(?:\{\}|\s|(?![a-zA-Z]))")
"""A letter by its name."""


def accented(match: re.Match[str]) -> str:
    """The letter that a match of ``ACCENT`` stands for."""
    letter = (match["braced"] or match["bare"]).removeprefix("\\")
    return unicodedata.normalize("NFC", letter + _COMBINING[match["sign"] or match["name"]])


def letter(match: re.Match[str]) -> str:
    """The letter that a match of ``LETTER`` stands for."""
    return _LETTERS[match[1]]


def composed(text: str) -> str:
    """A text with all of them in place."""
    return LETTER.sub(letter, ACCENT.sub(accented, text))
