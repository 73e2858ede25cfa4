"""The periods a sentence speaks of, each with the words it was read from. Pure.

A period serves as the date of a figure only where the sentence uses it so: "since 2012" and "until 2030"
tell of something else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker import dates
from checker.dates import PartialDate
from checker.readers.months import MONTHS

_MONTH = "|".join(sorted((re.escape(name) for name in MONTHS), key=len, reverse=True))
_PERIOD = re.compile(
    rf"(?P<lead>\b(?:as of|as at|by the end of|at the end of|by|in|during|for|over|of|since|until|till|through|before|"
    rf"after|from|between|stand|ende|im jahr|en|fin|за|в|к концу|на начало|с|до|к)\s+)?"
    rf"(?:(?P<part>early|mid|late|end|mid-|end-)[\s-]?)?"
    rf"(?:(?P<day>\d{{1,2}}\.?\s+)?(?P<month>{_MONTH})\.?\s+(?:(?P<day2>\d{{1,2}}),\s*)?(?P<my>(?:1[89]|20)\d\d)"
    rf"|(?P<q>Q[1-4]|(?:first|second|third|fourth) quarter(?: of)?)\s*(?P<qy>(?:1[89]|20)\d\d)"
    rf"|(?P<from>(?:1[89]|20)\d\d)\s?[–—/-]\s?(?P<to>(?:(?:1[89]|20)\d\d|\d\d))(?!\d)"
    rf"|(?<![\d.,])(?P<year>(?:1[89]|20)\d\d)(?![\d]|[.,]\d|\s?%)(?P<cjk>\s?年)?)",
    re.IGNORECASE,
)
_NOT_A_DATE = frozenset("since until till through before after from between с до".split())
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}


@dataclass(frozen=True, slots=True)
class Period:
    """A period in a text: its span, its value, the words, and whether it can date a figure."""

    start: int
    end: int
    value: PartialDate
    words: str
    dates_figures: bool


def find_periods(text: str, start: int, end: int) -> list[Period]:
    """The periods between two offsets, in order."""
    found = []
    for match in _PERIOD.finditer(text, start, end):
        value = _value(match)
        if value is None:
            continue
        lead = (match["lead"] or "").strip().lower()
        bare_start = match.end("lead") if match["lead"] else match.start()
        in_brackets = text[bare_start - 1 : bare_start] in ("(", "（")
        usable = lead not in _NOT_A_DATE and (bool(lead) or in_brackets or bool(match["cjk"]) or bool(match["q"]))
        found.append(Period(match.start(), match.end(), value, match[0].strip(), usable))
    return found


def _value(match: re.Match[str]) -> PartialDate | None:
    try:
        if match["my"]:
            year, month = int(match["my"]), MONTHS[match["month"].lower()]
            day = match["day"] or match["day2"]
            return dates.parse(f"{year}-{month:02d}-{int(day.strip(' .')):02d}") if day else dates.month(year, month)
        if match["q"]:
            word = match["q"].lower().split()[0]
            return dates.quarter(int(match["qy"]), _QUARTERS.get(word) or int(word[1]))
        if match["from"]:
            return _range(match["from"], match["to"])
        return dates.year(int(match["year"]))
    except ValueError:
        return None


def _range(first: str, last: str) -> PartialDate:
    """``2018–19`` and ``2018–2019``."""
    full = last if len(last) == 4 else first[:2] + last
    return dates.span(dates.year(int(first)), dates.year(int(full)))
