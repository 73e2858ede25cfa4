"""Whether the place that a redirect leads to carries what was cited: its title in any line of what is read there. Pure.

Listings and documents of many chapters do so below their own name. That it does not is known only of a page that was
read to its end, has text, and is written in the script of the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import ceil
from urllib.parse import unquote, urlsplit

from checker.observation import PageFacts, Sign
from checker.page import LOWERED, PageText
from checker.patterns import regex
from checker.rules import signs

MISSING = "arrival.missing"
"""The sign that no line of a page has the name of what was cited; its text is that name."""
LONG = "arrival.long"
"""The sign that a page has much to say in whole sentences, as documents do; with the first of them."""
_TOKEN = regex(r"[^\W_]+")
_CJK = regex(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_ENDING = regex(r"\.[a-z]{2,5}$", re.ASCII)
_EMPTY = frozenset(
    "the and for from with over into about der die das den dem und von vom für mit les des une pour dans sur los las del una por para "
    "con que che della delle htm html php aspx index page".split()
)
_MOST = 0.6
_ALL_BUT_NUMBERS = 3
_SHELL, _SHELL_WITHOUT_HEADING = 5, 60
"""Words below which a page has only what stands around it: what it shows is drawn by a script."""
_SENTENCE_WORDS, _LONG = 12, 400
_OF_ITS_SCRIPT = 0.3
_LOOKED_AT = 4_000


def name(cited_title: str | None, asked: str) -> str | None:
    """What a citation calls the page: its title, else the words at the end of its address; None if that is no name.

    One word is none: "Configuration", ``install.html``.
    """
    if cited_title and _is_name(cited_title, least=1):
        return signs.sign("", cited_title).text
    last = _ENDING.sub("", unquote(urlsplit(asked).path).lower().rstrip("/").rpartition("/")[2])
    slug = " ".join(_TOKEN.findall(last.replace("_", " ")))
    return signs.sign("", slug).text if _is_name(slug, least=2) else None


def _is_name(text: str, *, least: int) -> bool:
    """Whether a text has two words that tell, at least so many of them no numbers."""
    words, numbers = _words(text)
    return len(words) >= least and len(words) + len(numbers) > 1


def body_signs(page: PageText, names: Sequence[str]) -> Iterator[Sign]:
    """Which names are missing on a page that was read to its end, and whether it has much to say."""
    lines = [page.title or "", *page.headings, *page.low.split("\n")]
    long = [one for one in page.low.split("\n") if one.count(" ") >= _SENTENCE_WORDS]
    if sum(one.count(" ") for one in long) >= _LONG:
        yield signs.sign(LONG, long[0])
    if len(page.low) >= LOWERED or page.words < (_SHELL if page.headings else _SHELL_WITHOUT_HEADING):
        return
    for one in names:
        if _is_comparable(one, page) and not any(_carries(line, one, page.headings) for line in lines):
            yield signs.sign(MISSING, one)


def is_missing(page: PageFacts, cited_title: str | None, asked: str) -> bool:
    """Whether a page is known not to carry what was cited."""
    wanted = name(cited_title, asked)
    return page.complete and wanted is not None and any(one.text == wanted for one in signs.of(page, MISSING))


def _carries(line: str, wanted: str, headings: Sequence[str]) -> bool:
    """Whether a line, with the headings above it, has most of the words of a name and its numbers."""
    words, numbers = _words(wanted)
    plain = _plain(line)
    here = {one for one in words if _stem(one) in plain}
    above = " ".join(map(_plain, headings))
    rest = all(f" {one} " in plain or f" {one} " in above for one in numbers)
    if here and rest and len(here) >= ceil(_MOST * len(words)):
        return True
    if len(words) >= _ALL_BUT_NUMBERS and len(here) == len(words):
        return True
    told = bool(here) or any(f" {one} " in plain for one in numbers)
    return told and rest and all(one in here or _stem(one) in above for one in words)


@lru_cache(maxsize=256)
def _words(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that tell in a name, and its numbers; of scripts without blanks, each two characters side by side."""
    low = text.lower()
    pairs = [run[at : at + 2] for run in _CJK.findall(low) for at in range(len(run) - 1)]
    tokens = dict.fromkeys(_TOKEN.findall(_CJK.sub(" ", low)))
    words = [one for one in tokens if len(one) > 2 and not one.isdigit() and one not in _EMPTY]
    return (*words, *dict.fromkeys(pairs)), tuple(one for one in tokens if one.isdigit())


def _stem(word: str) -> str:
    """The beginning of a word without what is bent, with the blank before it; pairs of characters as they are."""
    if _CJK.match(word):
        return word
    bent = 3 if len(word) > 7 else 2 if len(word) > 5 else 1 if len(word) > 4 else 0
    return f" {word[: len(word) - bent]}"


@lru_cache(maxsize=256)
def _plain(line: str) -> str:
    return f" {' '.join(_TOKEN.findall(line.lower()))} "


def _is_comparable(wanted: str, page: PageText) -> bool:
    """Whether a page is headed in the script of a name; menus may be in another."""
    script = _script(next((one for one in wanted if one.isalpha()), "a"))
    own = " ".join((page.title or "", *page.headings)) if page.headings else page.low[:_LOOKED_AT]
    letters = [one for one in own if one.isalpha()]
    return sum(_script(one) == script for one in letters) >= _OF_ITS_SCRIPT * max(1, len(letters))


def _script(letter: str) -> int:
    """A number for its script: Latin, Chinese, Japanese and Korean together, or the block of 256 it stands in."""
    code = ord(letter)
    if code < 0x250 or 0x1E00 <= code < 0x1F00:
        return 0
    return 0x30 if _CJK.match(letter) else code >> 8
