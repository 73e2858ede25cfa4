"""The periods of a sentence, without the numbers in it that only look like years: ``1518 people (2012)``. Pure."""

from __future__ import annotations

import re

from checker.figures.lexicon import Lexicon, compiled
from checker.figures.periods import Period, Use, reader
from checker.patterns import regex

_ROUND = regex(r"1[5-8][0-9]0|20[4-9]0|21[0-9]0")
_DIGITS = regex(r"(?<![0-9])[0-9]{4}$")
_ARTICLE = regex(r"(?<![^\W\d_])(?:the|of|die|der|das|des|dem|den|les?|la|du|los|las|el|del)[ \u00a0]$", re.IGNORECASE)
_DATED_BEHIND = regex(r"[ \u00a0]\([^()0-9]{0,12}(?:1[5-9]|20)[0-9]{2}\)")
_LIST = regex(
    r"(?:(?:,[ \u00a0]?|,?[ \u00a0](?:and|or|und|oder|et|ou|y|o|e|и|или)[ \u00a0])[0-9]{4,5}(?![0-9.,%]))+",
    re.IGNORECASE,
)
_LAST_YEAR = 2100
_HEDGED = regex(
    r"(?<![^\W\d_])(over|about|nearly|almost|more than|less than|fewer than|at least|mehr als|weniger als|über|rund|fast|plus de|moins de|près de|environ|"
    r"más de|menos de|cerca de|unos|mais de|более|около|почти|свыше)[ \u00a0]$",
    re.IGNORECASE,
)
_LINKS = {"en": ("of",), "de": ("von",), "fr": ("de", "d'", "d’", "à"), "es": ("de", "a")}
"""What stands before amounts as well as before years; in Russian a year has its word, and so everything does."""


def periods_of(text: str, start: int, end: int, lexicon: Lexicon) -> list[Period]:
    """The periods of a sentence; where it has another one, a number that counts what stands behind it is none."""
    periods = reader(lexicon.code).find(text, start, end)
    periods = [one for one in periods if not _is_listed(one, text, lexicon)]
    counts = [one for one in periods if _is_count(one, text, lexicon)]
    others = [one for one in periods if one not in counts]
    return others if any(one.use is not Use.NEVER for one in others) else periods


def _is_listed(year: Period, text: str, lexicon: Lexicon) -> bool:
    """Whether a number is one of several that are no years (``2048, 3072 and 4096 bits``), or hedged (``over 1500 packages``)."""
    written = _DIGITS.search(text, year.start, year.end)
    if written is None:
        return False
    listed = _LIST.match(text, year.end)
    if listed is not None and any(int(one) > _LAST_YEAR for one in re.findall(r"[0-9]+", listed[0])):
        return True
    hedged = _HEDGED.search(text, max(0, written.start() - 24), written.start())
    return (
        hedged is not None
        and (_ROUND.fullmatch(written[0]) is not None or " " in hedged[1])
        and compiled(lexicon.counting.noun, 0).match(text, year.end) is not None
    )


def _is_count(year: Period, text: str, lexicon: Lexicon) -> bool:
    """Whether a number that nothing makes a date counts; years of our time do only before people and their homes."""
    written = _DIGITS.search(text, year.start, year.end)
    if written is None:
        return False
    is_of = year.lead in _LINKS.get(lexicon.code, ())
    if not is_of and _ARTICLE.search(text[max(0, written.start() - 6) : written.start()]):
        return False
    counting = lexicon.counting
    if not year.lead and _ROUND.fullmatch(written[0]) and compiled(counting.noun, 0).match(text, year.end):
        return True
    if not year.lead and _DATED_BEHIND.match(text, year.end):
        before = text[max(0, year.start - 24) : year.start]
        return compiled(rf"(?<![^\W\d_])(?:{counting.before})[ \u00a0:—–]{{1,3}}$").search(before) is not None
    may_count = not year.lead or is_of or lexicon.code == "ru"
    return may_count and compiled(rf"[ \u00a0]{counting.people}").match(text, year.end) is not None
