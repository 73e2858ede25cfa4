"""Whether a page is what a citation names: what it calls itself, against the cited title and the cited address. Pure.

Who is shown a wall, a login or an offer of sale is not shown the name of what was asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from math import ceil
from urllib.parse import unquote, urlsplit

from checker.observation import PageFacts
from checker.patterns import regex
from checker.urls import host_of

_WORD = regex(r"[^\W_]{3,}")
_CJK = regex(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_LETTERS = regex(r"[^\W\d_]{4,}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,}")
_ENDING = regex(r"\.[a-z]{2,5}$", re.ASCII)
_EMPTY = frozenset(
    "the and for from with over into about der die das den dem und von vom für mit les des une pour dans sur los las del una por para "
    "con que che della delle htm html php aspx index page article".split()
)
"""Words that name nothing by themselves."""
_NOTHING: frozenset[str] = frozenset()
_MOST = 0.6
"""The part of the words of a name that must be found again: titles are shortened, slugs leave words out."""


def covers(facts: PageFacts, cited_title: str | None, asked: str) -> bool:
    """Whether title and headings say most of what the cited title or the end of the cited address says."""
    shown = _words(" ".join((facts.title or "", *facts.headings)))
    title, slug = _names(cited_title, asked)
    return _most(title, shown) or (len(slug) > 1 and _most(slug, shown))


def is_part(shown: str, cited_title: str | None, asked: str) -> bool:
    """Whether a title that a page shows is (part of) what was cited, by its title or the end of its address."""
    words = _words(shown)
    return bool(words) and any(words <= name or _most(name, words) for name in _names(cited_title, asked))


def is_named(facts: PageFacts, cited_title: str | None, asked: str) -> bool:
    """Whether a page bears the name of what was cited: most of it, or a part of it as its whole title or main heading."""
    whole = (one for one in (facts.title, *facts.headings[:1]) if one)
    return covers(facts, cited_title, asked) or any(is_part(one, cited_title, asked) for one in whole)


def has_name(cited_title: str | None, asked: str) -> bool:
    """Whether what was cited has a name to go by: a title, or an address that ends in some words."""
    title, slug = _names(cited_title, asked)
    return bool(title) or len(slug) > 1


def shares(shown: Iterable[str], cited_title: str | None, asked: str, *, slug: bool = True) -> bool:
    """Whether texts have any word of what was cited, but for those of the site's own name.

    Args:
        shown: the texts.
        cited_title: the title that it was cited by, if known.
        asked: the cited address.
        slug: whether the words at the end of the address count.
    """
    return bool(words(" ".join(shown)) & wanted(cited_title, asked, slug=slug))


def wanted(cited_title: str | None, asked: str, *, slug: bool = True) -> frozenset[str]:
    """The words of what was cited, but for those of the site's own name."""
    title, end = _names(cited_title, asked)
    site = words(host_of(asked).replace("-", " ").replace(".", " "))
    return (title | end if slug else title) - site


def is_title(shown: str, cited_title: str | None) -> bool:
    """Whether a title that a page shows is the cited one, word for word."""
    said, cited = _words(shown), _words(cited_title or "")
    if not said and not cited:  # scripts whose words are not told apart here
        return bool(cited_title) and shown.casefold().split() == (cited_title or "").casefold().split()
    return said == cited


def _most(name: frozenset[str], shown: frozenset[str]) -> bool:
    return bool(name) and len(name & shown) >= ceil(_MOST * len(name))


def _names(cited_title: str | None, asked: str) -> tuple[frozenset[str], frozenset[str]]:
    """What the cited page goes by, by title and by address; numbers and short syllables name nothing."""
    slug = _ENDING.sub("", unquote(urlsplit(asked).path).rstrip("/").rpartition("/")[2].lower())
    title, end = (_words(name) if _LETTERS.search(name) else _NOTHING for name in (cited_title or "", slug))
    return title, end


def words(text: str) -> frozenset[str]:
    """The words of a text that may name something."""
    return _words(text)


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    """Its words in lower case; of scripts without blanks, each two characters that stand side by side."""
    low = text.lower()
    pairs = {run[at : at + 2] for run in _CJK.findall(low) for at in range(len(run) - 1)}
    return (frozenset(_WORD.findall(_CJK.sub(" ", low))) | pairs) - _EMPTY
