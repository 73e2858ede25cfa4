"""The noun behind a number: what it counts, as far as the words themselves tell. Pure."""

from __future__ import annotations

import re

from checker.figures.lexicon import Lexicon, compiled
from checker.patterns import regex

_REACH = 28
_FUNCTION = regex(
    r"(?<![^\W_])(?:of|and|or|to|in|on|at|by|for|from|with|per|the|a|an|is|was|were|are|as|than|und|oder|von|bis|mit|für|im|in|an|auf|"
    r"der|die|das|des|dem|den|eines|einer|zum|zur|vom|beim|et|ou|y|o|и|или)(?![^\W_])",
    re.IGNORECASE,
)


_NAME_GOES_ON = regex(r"[ \u00a0][A-Z][a-z]")
_DEFINITE = regex(
    r"(?<![^\W\d_])(?:the|die|der|den|les|los|las|these|diese[rn]?|ces|est[oa]s|эти|этих)[ \u00a0]$", re.IGNORECASE
)
_TIMES = regex("[年月周天]|小时|小時|星期|礼拜|禮拜|分钟|分鐘|世纪|世紀|季度|工作日")
_WORD = regex(r"[ \u00a0\n](?:de[ \u00a0]|d['’])?([^\W\d_]+)")
_PLURALS = {"es": "s", "fr": "sxz"}
"""The last letters of all plurals, in the languages where these are but a few."""
_RANK_OF = regex(
    r"[0-9](?:st|nd|rd|th|\.[ºª]?|[ºª]|er|e|ème|-[а-яё]{1,3})[ \u00a0](?:(?:out )?of|von|unter|de(?: los| las)?|des|d['’]|из)[ \u00a0]$",
    re.IGNORECASE,
)
"""What before a number makes it how many there are of which one is told: ``the 5th of 9 siblings``."""
_RANGE_BEGUN = regex(r"[0-9][0-9.,]{0,6}[ \u00a0]?(?:[-\u2013\u2014]|to|bis|à|a|до|по)[ \u00a0]?$")


def noun_behind(
    text: str, position: int, end: int, lexicon: Lexicon, *, plural: bool = False
) -> tuple[str, int] | None:
    """The noun of a number that ends at a position, and where it ends itself; None where there is none.

    In the ``plural`` only, where that is asked for and the language shows it.
    """
    counting = lexicon.counting
    match = compiled(counting.noun, 0).match(text, position, end)
    if match is None:
        return None
    groups = match.groupdict()
    noun = groups["noun"] or groups.get("noun2") or match[0].strip()
    first = match[0].split()[0] if match[0].split() else ""
    if any(word in counting.not_nouns for word in (noun, noun.lower(), f"{noun}s", first, first.lower())):
        return None
    if lexicon.code == "zh" and _TIMES.match(noun):
        return None  # 4个月内
    if _stops(match[0], lexicon) or (plural and noun[-1] not in _PLURALS.get(lexicon.code, noun[-1])):
        return None
    if lexicon.code == "en" and noun[0].isupper() and _NAME_GOES_ON.match(text, match.end()):
        return None  # 8 All Saints Street
    return (noun if lexicon.code == "de" else noun.lower()), match.end()


def _stops(words: str, lexicon: Lexicon) -> bool:
    """Whether a function word stands between a number and what would be its noun."""
    inner = words.strip().rsplit(None, 1)
    return lexicon.code in ("en", "de", "ru") and len(inner) == 2 and _FUNCTION.search(inner[0]) is not None


def is_numbered(text: str, start: int, lexicon: Lexicon) -> bool:
    """Whether a number tells which of several the thing before it is: ``section 12``, ``notes 1 to 24``."""
    before = text[max(0, start - _REACH) : start]
    begun = _RANGE_BEGUN.search(before) if lexicon.code != "zh" else None
    edge = "" if lexicon.code == "zh" else r"(?<![^\W_])"
    pattern = compiled(edge + lexicon.counting.not_before)
    return (pattern.search(before) or _RANK_OF.search(before)) is not None or (
        begun is not None and pattern.search(before[: begun.start()]) is not None
    )


def counts_named(text: str, word: tuple[int, int], end: int, lexicon: Lexicon) -> bool:
    """Whether a number word counts what is named behind it, and is not that of known things (``the Twelve``)."""
    if _DEFINITE.search(text[max(0, word[0] - 8) : word[0]]):
        return False
    return noun_behind(text, word[1], end, lexicon, plural=True) is not None


def is_lasting(text: str, position: int, end: int, lexicon: Lexicon) -> bool:
    """Whether what stands behind a number is a time, and no thing: ``six thousand years``."""
    word = _WORD.match(text, position, end)
    return word is not None and word[1].lower() in lexicon.counting.durations
