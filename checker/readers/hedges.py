"""The words before a number that hedge it, and those that make it a baseline. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.model import Qualifier

_HEDGES: Sequence[tuple[Qualifier, str]] = (
    (
        Qualifier.AT_LEAST,
        "at least|no less than|no fewer than|minimum of|mindestens|au moins|al menos|не менее|至少",
    ),
    (
        Qualifier.AT_MOST,
        "at most|up to|no more than|as much as|höchstens|bis zu|au plus|jusqu['’]à|hasta|не более|до|最多",
    ),
    (Qualifier.UNDER, "less than|fewer than|below|under|weniger als|unter|moins de|menos de|менее|不到"),
    (
        Qualifier.JUST_UNDER,
        "nearly|almost|just under|close to|just short of|fast|knapp|beinahe|presque|près de|casi|почти|近|将近",
    ),
    (Qualifier.JUST_OVER, "just over|slightly more than|slightly over|gut|un peu plus de|чуть более"),
    (
        Qualifier.OVER,
        (
            "exceeded|exceeds|exceeding|more than|over|above|in excess of|surpassed|topped|mehr als|über|plus de|más de|"
            "более|свыше|超过|逾"
        ),
    ),
    (
        Qualifier.ABOUT,
        (
            "around|about|roughly|approximately|approx|some|circa|an estimated|estimated|etwa|rund|ungefähr|circa|ca|"
            "environ|quelque|alrededor de|unos|unas|cerca de|около|примерно|порядка|约|大约"
        ),
    ),
)
_PATTERNS = tuple(
    (qualifier, re.compile(rf"(?<![^\W_])(?:{words})\.?\s*(?:the |a |an )?$", re.IGNORECASE))
    for qualifier, words in _HEDGES
)
_CJK_PATTERNS = tuple(
    (qualifier, tuple(word for word in words.split("|") if word and "\u4e00" <= word[0] <= "\u9fff"))
    for qualifier, words in _HEDGES
)
_BASELINE = re.compile(
    r"(?:\b(?:up|down|rose|risen|rising|grew|grown|fell|fallen|dropped|increased|decreased|declined|jumped|climbed|rise|"
    r"growth|drop|decline|increase|soared|shrank|plunged|sank|went|gone)\b[^.;]{0,60}?\bfrom|\bcompared (?:with|to)|\bup from|"
    r"\bdown from|\bagainst|\bversus|\bvon|gegenüber|по сравнению с)\s+(?:just |only |some |around |about |almost |nearly |"
    r"roughly |over |more than |an estimated |the )*$",
    re.IGNORECASE,
)
REACH = 100


def qualifier_before(text: str, start: int) -> Qualifier:
    """How the words right before a number hedge it."""
    before = text[max(0, start - 40) : start]
    for qualifier, pattern in _PATTERNS:
        if pattern.search(before):
            return qualifier
    bare = before.rstrip()
    for qualifier, words in _CJK_PATTERNS:
        if words and bare.endswith(words):
            return qualifier
    return Qualifier.EXACT


def is_baseline_before(text: str, start: int) -> bool:
    """Whether the words before a number make it the starting point of a comparison."""
    return bool(_BASELINE.search(text[max(0, start - REACH) : start]))
