"""The unit of a figure as its sentence gives it: its own, or the noun that a number counts. Pure.

A bare number counts only with a noun and a date; one with a scale word (``18.5 million``) needs neither.
"""

from __future__ import annotations

import re

from checker.figures.carrying import noun_partners, stands_alone
from checker.figures.context import Clauses
from checker.figures.lexicon import compiled
from checker.figures.nouns import is_lasting, is_numbered, noun_behind
from checker.figures.periods import Use
from checker.figures.printed import Printed
from checker.figures.symbols import CODES
from checker.patterns import regex

_NAME_BEFORE = regex(r"(?<![^\W_])(?P<word>[A-Z\u00c0-\u00de\u0410-\u042f][\w.-]*)[ \u00a0]$")
_VERSION = regex(r"[0-9]{1,2}\.[0-9]{1,2}")
_CAPITAL = regex(r"[ \u00a0][A-Z]")
_ARTICLE_BEFORE = regex(
    r"(?<![^\W\d_])(?:the|die|der|das|dem|la|le|el|il|версии|версия|version|versión)[ \u00a0]$", re.IGNORECASE
)
_OTHER_UNIT = regex(r"[ \u00a0]?(?:(?:de|of|von)[ \u00a0]|d['’])?(?:[A-Z]{2,}|[^\W\d_]{1,4}[²³/])")
"""A unit that nobody knows here; it is no currency that was named before (``60 milliards de FCFA``)."""
_MILLIONS = regex(r"(?:[mb]ill(?:i?[oó]n(?:es|s)?|iards?|ardos?|\.)|M[dr]d?s?|mio|M)$", re.IGNORECASE)
_NUMBERED_YEAR = regex(r"[0-9][-\u2013/](?:19|20)[0-9]{2}$")
"""The year of a standard or law behind its number: ``ISO 9001-2015``; or the end of a span of years."""
_NEEDS_LINK = {"fr": regex(r"[ \u00a0\n](?:de[ \u00a0]|d['’])"), "es": regex(r"[ \u00a0\n]de[ \u00a0]")}
"""What stands between a million and its noun, in the languages where it must: ``1,9 milliard tiré`` is no count."""
_RACES = frozenset((60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10_000))
_RACE_BEFORE = regex(r"(?<![^\W\d_])(?:the|le|men's|women's)[ \u00a0]$", re.IGNORECASE)
_RACE_BEHIND = regex(r"[.,;)]|[ \u00a0](?:at|in|final|race|hurdles|title|gold|au|aux|en)(?![^\W\d_])|$")
_ZERO_OF = regex(
    r"[ \u00a0]?(?:cases|deaths|people|Fälle\w?|Todesfälle\w?|Tote\w?|cas|décès|morts|casos|muertes|muertos|случа\w+|смерт\w+|例|宗|人)"
)
"""What none of is news: a zero before other nouns is a name or an aim (``zero emissions``)."""
_WORDS_BETWEEN = 40
"""How far from its date the first of two counts may stand: its noun is between."""
_WORD_BETWEEN = len(" — only ")
_NUMBER_REACH = 120
_CLAUSE_END = regex(r"[.,;)]|$")


def unit_of(printed: Printed, context: Clauses, *, is_dated: bool) -> tuple[str, int]:
    """The unit of a figure and where it ends; empty where the number is none."""
    if printed.unit:
        return ("" if _is_race(printed, context) else printed.unit), printed.end
    noun, end = _noun(printed, context)
    if printed.zero:
        unit = _unit_of_zero(printed, context)
        counts = noun and not unit and is_dated and _ZERO_OF.match(context.text, printed.end) is not None
        return (noun, end) if counts else (unit, printed.end)
    noun = noun or _noun_of_partner(printed, context)
    if printed.bare and _NUMBERED_YEAR.search(context.text[max(0, printed.start - 2) : printed.end]):
        return "", printed.end
    noun = noun or _noun_before(printed, context) or _noun_of_earlier(printed, context)
    noun = noun or _noun_of_number(printed, context)
    if noun and printed.scaled:
        return noun, end
    if printed.scaled and (counted := _counted_before(printed, context)):
        return counted, printed.end
    if noun and (printed.value >= 2 or printed.value % 1) and is_dated and not _is_name(printed, context):
        return noun, end
    if printed.scaled and is_lasting(context.text, printed.end, context.end, context.lexicon):
        return "", printed.end
    return (_unit_before(printed, context), printed.end) if printed.scaled else ("", printed.end)


def _is_race(printed: Printed, context: Clauses) -> bool:
    """Whether a distance is the name of a race: ``won the 100 metres at the 1976 Games``."""
    before = context.text[max(context.start, printed.start - 12) : printed.start]
    behind = context.text[printed.end : printed.end + 8]
    return (
        printed.unit == "m"
        and printed.value in _RACES
        and _RACE_BEFORE.search(before) is not None
        and _RACE_BEHIND.match(behind) is not None
    )


def _unit_before(printed: Printed, context: Clauses) -> str:
    """The currency that the sentence named before: ``1.3 trillion tenge …, compared to 0.9 trillion``."""
    known = [one for one in context.figures if one.end <= printed.start and one.unit in CODES]
    named = [one.unit for one in known if context.text[one.start - 1 : one.start] not in ("(", "（")]
    if _OTHER_UNIT.match(context.text, printed.end):
        return "1"
    return named[-1] if named else "1"


def _unit_of_zero(printed: Printed, context: Clauses) -> str:
    """A zero is a figure where a series falls to it or starts from it: its unit is that of its partner."""
    before = context.text[max(context.start, printed.start - 12) : printed.start]
    to = context.lexicon.telling.to_zero
    edge = r"" if context.lexicon.code == "zh" else r"(?<![^\W\d_])"
    if not compiled(rf"{edge}{to}[\s-]{{0,2}}(?:near|fast|presque|casi|почти)?[ -]?$").search(before):
        return ""
    partners = [one for one in context.figures if one.unit and not one.zero]
    nearest = min(partners, key=lambda one: abs(one.start - printed.start), default=None)
    return nearest.unit if nearest else ""


def _noun(printed: Printed, context: Clauses) -> tuple[str, int]:
    """What a number counts: the noun behind it, and where that ends."""
    after = printed.noun_after or printed.end
    links = _NEEDS_LINK.get(context.lexicon.code)
    is_linked = links is None or links.match(context.text, printed.end) is not None
    if not is_linked and _MILLIONS.search(context.text, printed.start, printed.end):
        return "", printed.end
    found = noun_behind(context.text, after, context.end, context.lexicon, plural=printed.bare and printed.value >= 2)
    if found is None:
        return "", printed.end
    return found[0], printed.end if printed.noun_after else found[1]


def _noun_of_partner(printed: Printed, context: Clauses) -> str:
    """What a number counts that is compared with another one, or another with it: ``from 16 million to 18 million people``."""
    at = next(index for index, one in enumerate(context.figures) if one is printed)
    nouns = (_noun(one, context)[0] or _noun_before(one, context) for one in noun_partners(context, at))
    return next(nouns, "")


def _noun_of_earlier(printed: Printed, context: Clauses) -> str:
    """What a number counts that a date alone stands beside: ``4,500 households in 2015, 4,700 in 2016``."""
    if not (printed.bare or printed.scaled) or printed.worded or not _is_beside_date(printed, context):
        return ""
    earlier = [one for one in context.figures if one.end <= printed.start and not one.unit and not one.worded][-2:]
    for one in reversed(earlier):
        noun = _noun(one, context)[0]
        if noun and _is_beside_date(one, context, _WORDS_BETWEEN) and one.value < 10 * printed.value < 100 * one.value:
            return noun
    return ""


def _is_beside_date(printed: Printed, context: Clauses, reach: int = 2) -> bool:
    """Whether a date stands right behind a number, or before one that ends its clause."""
    dates = [one for one in context.periods if one.use is not Use.NEVER]
    if any(0 <= one.start - printed.end <= reach for one in dates):
        return True
    ends = _CLAUSE_END.match(context.text, printed.end) is not None or reach > len(" (")
    return ends and any(0 <= printed.start - one.end <= max(reach, _WORD_BETWEEN) for one in dates)


def _counted_before(printed: Printed, context: Clauses) -> str:
    """What a number with a scale counts: ``the population of the region is 18.5 million``."""
    before = context.text[max(context.start, printed.start - 60) : printed.start]
    edge = "" if context.lexicon.code == "zh" else r"(?<![^\W\d_])"
    match = compiled(rf"{edge}(?P<noun>{context.lexicon.counting.before})[^,;:.，；。%$€£0-9]*$").search(before)
    return match["noun"].lower() if match else ""


def _noun_before(printed: Printed, context: Clauses) -> str:
    """What a number counts that stands behind its noun: ``population 1,215 (2010)``."""
    counting, code = context.lexicon.counting, context.lexicon.code
    before = context.text[max(context.start, printed.start - 40) : printed.start]
    edge = "" if code == "zh" else r"(?<![^\W\d_])"
    links = r"[*_]{0,3}(?:[ \u00a0]?[(（][^()（）]{0,30}[)）])?[*_]{0,3}(?:[ \u00a0]?[:：][*_]{0,3}|[ \u00a0](?:of|von|de|in|was|is|est|es|era|war|betrug|—|–)|[约為为达])?[ \u00a0]?"
    match = compiled(rf"{edge}(?P<noun>{counting.before}){links}(?:[^\W\d_]+[ \u00a0])?$").search(before)
    if match is None:
        return ""
    return match["noun"] if code == "de" else match["noun"].lower()


def _noun_of_number(printed: Printed, context: Clauses) -> str:
    """What a number counts that stands alone where a sentence is about one: ``the number of banks fell to 361 in 2023``."""
    if printed.worded or not stands_alone(context, printed):
        return ""
    before = context.text[max(context.start, printed.start - _NUMBER_REACH) : printed.start]
    edge = r"(?<![^\W\d_])"
    found = list(compiled(edge + context.lexicon.counting.number_of).finditer(before))
    if not found or ";" in before[found[-1].end() :]:
        return ""
    noun = found[-1]["noun"]
    return noun if context.lexicon.code == "de" else noun.lower()


def _is_name(printed: Printed, context: Clauses) -> bool:
    """Whether a number belongs to the word before it: ``section 12``, ``Windows 11``, ``No. 5``."""
    if is_numbered(context.text, printed.start, context.lexicon) or _is_version(printed, context):
        return True
    before = context.text[max(context.start, printed.start - 24) : printed.start]
    name = _NAME_BEFORE.search(before)
    if name is None or not context.lexicon.counting.capitals_name:
        return False
    at_start = printed.start - len(before) + name.start("word") <= context.start
    return not at_start


def _is_version(printed: Printed, context: Clauses) -> bool:
    """Whether a number with a point in it is that of an edition: ``Debian 5.0 Lenny``, ``the 0.93 release``."""
    if _VERSION.fullmatch(context.text, printed.start, printed.number_end) is None:
        return False
    before = context.text[max(0, printed.start - 24) : printed.start]
    named = context.lexicon.code in ("fr", "es") and _CAPITAL.match(context.text, printed.number_end)
    return bool(named or _NAME_BEFORE.search(before) or _ARTICLE_BEFORE.search(before))
