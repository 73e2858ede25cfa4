"""The unit that the words of a header, a label or a caption name: ``Exports, USD bn``, ``£'000``, ``hab/km²``. Pure.

What stands behind ``per`` or a slash is no unit by itself: a density is no area, and so many in a thousand are
no thousands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.figures import symbols
from checker.figures.grammar import Grammar
from checker.patterns import regex

Unit = tuple[Decimal, str]
"""A scale and the unit it goes with, which is empty where only the scale is named."""
_LONGEST = 24
"""Characters of a header that is looked through for a unit as it stands."""
_WORD = regex(r"(?:[A-Z]{1,3})?[$€£¥₽₸₹]|%|[^\W\d_][^\W_]{0,24}[²³]?(?:/[^\W\d_][^\W_]{0,8}[²³]?)?\.?|[\u4e00-\u9fff]")
_BRACKETED = regex(r"[(\[（]([^()\[\]（）]{1,40})[)\]）]")
_IN = regex(r"(?:^|[ ,])(?:in|en|в) (.{1,40})$", re.IGNORECASE)
_PER = regex(r"(?<![^\W\d_])(?:per|pro|je|par|pour|por|на|каждые|a)[ \u00a0](?!cent|cien)|[每/]", re.IGNORECASE)
_THOUSANDS = regex(
    r"(?<![0-9.,])(?:1[ .,'’\u00a0\u202f]?)?(?:['’‘`ʼ][ ]?)?000(?:['’]?s)?(?![0-9])"
    r"|(?<![^\W\d_])(?:in[ ])?thousands(?: of)?(?![^\W\d_])|(?<![^\W\d_])(?:miles|millares) de |(?<![^\W\d_])milliers (?:de |d['’])"
    r"|(?<![^\W\d_])[TkK](?=[ ]?(?:€|" + "|".join(sorted(symbols.CODES)) + r")(?![A-Za-z]))",
    re.IGNORECASE,
)
_MILES = regex(r"(?:(?<=[(])|^(?:en )?)miles(?=[)]|$)", re.IGNORECASE)
_MILLIONS = regex(r"(?<![^\W\d_])[Mm](?=(?:" + "|".join(sorted(symbols.CODES)) + r")(?![A-Za-z]))")
_OF = regex(r"(?<=[^\W\d_] )(?:de |of |d['’])(?=[€$£]|[A-Z]{2,3}(?:\$|(?![A-Za-z])))")
_LEAD = regex(
    r"^(?:[ \u00a0*_:：,(（\[]|(?<![^\W\d_])(?:all|figures|amounts|angaben|in|en|в|unit|units|einheit|unité|unidad|ед\. изм\.|единица измерения)(?![^\W\d_])"
    r"|单位|單位)+",
    re.IGNORECASE,
)
_MANY = regex(
    r"(?<![^\W_])(?:passengers|population|users|customers|visitors|people|persons|tourists|subscribers|members|households|sales|revenues?|turnover|income|profit|costs?|"
    r"budget|spending|exports|imports|gdp|debt|downloads|units|accounts|workers|employees)(?![^\W_])",
    re.IGNORECASE,
)
"""What is told in millions, where an m might be metres."""
_HOMONYMS = frozenset({"won", "real", "sol"})
"""Currencies that are other words more often: games won, a club, a product."""
_TRAIL = " \u00a0*_:：,)）].;"
_REST_OF_UNIT = regex(
    r"(?:[ \u00a0](?:of|of the|des|der|du|de la|del|от)[ \u00a0][^\W\d_]{2,}|[ \u00a0][A-ZА-Я]{2,5}|人民币)?"
)


def unit_in(words: str, rules: Grammar) -> Unit | None:
    """The unit named somewhere in a header: in brackets, behind ``in`` or a comma, or in a few words of its own."""
    factor, words = _scaled(words, rules.lexicon.code)
    for part, alone in _parts(words):
        found = _first(part, rules, alone=alone or factor != 1)
        if part.strip() == "m" and _MANY.search(words):
            return Decimal(1_000_000), ""
        if found is not None:
            return found[0] * factor, found[1]
    return (factor, "") if factor != 1 else None


def unit_alone(words: str, rules: Grammar) -> Unit | None:
    """The unit that a text is, from end to end: ``in Mio. €``, ``Unit: 1,000 t``."""
    factor, words = _scaled(words, rules.lexicon.code)
    words = _LEAD.sub("", words).rstrip(_TRAIL)
    if not words:
        return (factor, "") if factor != 1 else None
    if (ratio := _ratio(words, rules)) is not None:
        return ratio
    read = rules.unit_of(words, 0)
    rest = words[read.end :].strip(_TRAIL) if read.end <= len(words) else ""
    if read.unit and read.unit != "ratio" and (not rest or _REST_OF_UNIT.fullmatch(words, read.end)):
        return read.scale * factor, read.unit
    return (read.scale * factor, "") if not read.unit and read.scale != 1 and not rest else None


def _scaled(words: str, code: str) -> tuple[Decimal, str]:
    """The scale in what no text but a header uses (``£'000``, ``TEUR``), and the words without it."""
    words = _OF.sub("", words)
    thousand, million = Decimal(1000), Decimal(1_000_000)
    for pattern, factor in ((_THOUSANDS, thousand), (_MILES, thousand), (_MILLIONS, million)):
        found = pattern.search(words) if pattern is not _MILES or code == "es" else None
        if found is not None and not _PER.search(words[max(0, found.start() - 10) : found.start()]):
            return factor, words[: found.start()] + words[found.end() :]
    return Decimal(1), words


def _parts(words: str) -> Iterator[tuple[str, bool]]:
    """The parts of a header that may name a unit, and whether they would be nothing but that."""
    for found in _BRACKETED.finditer(words):
        yield found[1], True
    for found in _IN.finditer(words):
        yield found[1], True
    for said in reversed(words.split(",")[1:]):
        if said.strip():
            yield said.strip(), True
    if len(words) <= _LONGEST:
        yield words, False


def _first(part: str, rules: Grammar, *, alone: bool) -> Unit | None:
    if (ratio := _ratio(part, rules)) is not None:
        return ratio
    per = _PER.search(part)
    before = part[: per.start()] if per is not None else part
    for match in _WORD.finditer(before):
        if not alone and len(match[0]) == 1 and match[0].isascii() and match[0].isalpha():
            continue  # a column of results: W, D, L
        read = rules.unit_of(part, match.start())
        if per is not None and "/" not in read.unit:
            read = rules.unit_of(before, match.start())
        if not alone and read.scale == 1 and match[0].lower() in _HOMONYMS:
            continue
        ends = read.end >= len(before.rstrip(_TRAIL)) or not (
            match[0].isascii() and match[0].isalpha() and len(match[0]) < 4
        )
        if read.unit and read.unit != "ratio" and (alone or ends):
            return read.scale, read.unit
        if read.scale != 1 and (alone or ends):
            return read.scale, ""
    return None


def _ratio(words: str, rules: Grammar) -> Unit | None:
    """So many of a thing for each unit of another: ``hab/km²``, ``inhabitants per sq km``, as it is written."""
    over, slash, under = words.partition("/")
    if not slash:
        per = _PER.search(words)
        over, under = (words[: per.start()], words[per.end() :]) if per is not None else ("", "")
    over, under = over.strip(), under.strip()
    whole = rules.unit_of(words, 0)
    if not under or (whole.unit and whole.end == len(words)):
        return None
    if (
        not re.fullmatch(r"[^\W\d_]{2,20}\.?|[\u3400-\u9fff]", over)
        or rules.unit_of(over, 0).unit
        or not rules.unit_of(under, 0).unit
    ):
        return None
    return Decimal(1), words.lower()
