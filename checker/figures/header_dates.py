"""The time that the words of a header name: ``FY22``, ``31 Dec 2022``, ``Q1``, ``2019*``. Pure.

A year that only says in whose prices or against what a column counts is no date of it (``constant 2010 US$``,
``2015 = 100``, ``since 2010``). Words that speak of several times, or of one in a way that is not understood,
are unclear: what they head has no date, not one from farther away.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from checker import dates
from checker.dates import PartialDate, Precision
from checker.figures.languages import LEXICONS
from checker.figures.periods import Period, Use, reader
from checker.patterns import regex

_FOOTNOTE = regex(r"(?<=[0-9])[ ]?[(\[][*†‡a-z0-9][)\]]$|[*†‡]+$|(?<=[0-9])[¹²³⁴-⁹]+$")
_BASE = regex(
    r"\b(?:1[89]|20)[0-9]{2}[ ]?=[ ]?1[.,]?0{2,3}\b"
    r"|(?<![^\W\d_])(?:constant|chained|fixed|real|base|basis|basisjahr|(?:at|in|zu|in konstanten|konstante[nr]?)?[ ]?(?:prices|preisen) (?:of|von)|(?:euros|dollars|prix)(?: constants)?(?: de)?"
    r"|(?:a )?(?:precios|pesos|euros|dólares)(?: constantes)? de|в ценах|к)[ ](?:year[ ])?(?:(?:US)?\$[ ]?|€[ ]?)?(?:1[89]|20)[0-9]{2}(?![0-9])"
    r"|(?<![0-9])(?:1[89]|20)[0-9]{2}(?:[ ](?:US\$|US[ ]dollars|dollars|euros|prices|int(?:ernational|\.)?[ ]\$|PPP)|年(?:不变)?价)",
    re.IGNORECASE,
)
_FISCAL_TITLE = regex(r"(?<![^\W_])(?:FY|GJ|WJ)(?![^\W_])")
_DECADE = regex(r"[0-9]{3}0(?:['’]?s|ern?|代|-[ех][^\W\d_]*)$")
_SOME_YEAR = regex(r"(?<![0-9.,])(?:1[89]|20)[0-9]{2}(?![0-9])(?![.,][0-9])")
_SHORT = r"['’]?(?P<y{0}>(?:19|20)?[0-9]{{2}})(?![0-9])"
_FISCAL = regex(rf"(?<![^\W_])(?:FY|GJ|WJ)[ ]?{_SHORT.format(1)}(?:[ ]?[/–-][ ]?{_SHORT.format(2)})?", re.IGNORECASE)
_QUARTER = regex(
    rf"(?<![^\W_])(?:[QT](?P<q>[1-4])|(?P<q2>[1-4])[QT]|H(?P<h>[12])|(?P<h2>[12])H)[ -]?{_SHORT.format(1)}",
    re.IGNORECASE,
)
_MONTH = regex(rf"(?<![^\W_])(?P<m>[^\W\d_]{{3,9}})\.?(?:-|[ ]?(?=['’])){_SHORT.format(1)}")
_LONGER = regex(
    r"(?:[IVХ1-4一二三四上下]|first|second|third|fourth|last)[.º\wº-]{0,3}[ \u00a0]?(?:quarta|quarter|trimest|квартал|halbjahr|half|semest|полугод|季度|半年)"
    r"|(?<![^\W_])(?:[QTH]\d|\dQ)|années|década|(?<![^\W_])лет(?![^\W_])",
    re.IGNORECASE,
)
"""What is left of a header that speaks of more or less than a year in a way that was not read."""
_DAY_OR_YEAR = regex(r"(?<![^\W_])(?P<m>[^\W\d_]{3,9})\.? [0-9]{2}(?![0-9])")
_NUMERIC = regex(
    r"(?<![0-9/.-])(?:(?P<d>0?[1-9]|[12][0-9]|3[01])[/-])?(?P<m>0?[1-9]|1[0-2])[/-](?P<y1>(?:19|20)[0-9]{2})(?![0-9/-])"
)
_MONTHS_OF = regex(
    r"(?<![^\W_])(?P<n>[1-9]|1[0-2])[ ]?(?:M|months?|monate|mois|meses|мес\.?|месяцев)(?![^\W_])[ ]?(?:of |de |del )?",
    re.IGNORECASE,
)


class Timed(Struct, frozen=True):
    """The time of a header: a period, or the first and last month of a part of a year that it does not name.

    ``rest`` is what else it says. ``unclear`` where it speaks of time that is not understood,
    ``compares`` where that is two times against each other (``2020/2019``).
    """

    period: Period | None = None
    part: tuple[int, int] | None = None
    unclear: bool = False
    rest: str = ""
    compares: bool = False

    @property
    def speaks(self) -> bool:
        """Whether it says anything of time."""
        return self.period is not None or self.part is not None or self.unclear

    @property
    def pure(self) -> bool:
        """Whether it says nothing else."""
        return self.speaks and not re.search(r"[^\W_]{2}", self.rest)


def timed(words: str, code: str) -> Timed:
    """The time that a header names."""
    words = _BASE.sub(" ", _FOOTNOTE.sub("", words.strip()).strip())
    found = _periods(words, code)
    rest = _FISCAL_TITLE.sub(" ", _without(words, found)) if found else words
    used = [one for one in found if not (one.use is Use.NEVER and one.lead)]
    kept = [one for one in used if not _DECADE.search(one.words)]
    part = _part(rest.strip(" .:()"), code) if rest.strip() else None
    compares = len({year[0] for year in _SOME_YEAR.finditer(words)}) > 1
    if not used:
        unclear = part is None and _is_unclear(rest, code)
        return Timed(None, part, unclear, "" if part else rest, unclear and compares)
    narrowest = min(kept, key=lambda one: one.value.last - one.value.first, default=None)
    if narrowest is None or len(kept) < len(used) or not all(_holds(one, narrowest) for one in kept):
        return Timed(unclear=True, rest=rest, compares=compares)
    if months := _MONTHS_OF.search(rest):
        part, rest = (1, int(months["n"])), rest.replace(months[0], " ")
    elif part is not None:
        rest = ""
    if part is not None and (value := within(part, narrowest.value)) is not None:
        return Timed(Period(narrowest.start, narrowest.end, value, words, Use.PLAIN), rest=rest)
    unclear = part is not None or _is_unclear(rest, code)
    return Timed(unclear=True, rest=rest) if unclear else Timed(narrowest, rest=rest)


def _is_unclear(rest: str, code: str) -> bool:
    """Whether what is left of a header when its periods are taken out still speaks of time."""
    day = _DAY_OR_YEAR.search(rest)
    named = day is not None and day["m"].lower() in reader(code).dating.months
    return named or bool(_SOME_YEAR.search(rest) or _LONGER.search(rest))


def within(part: tuple[int, int], year: PartialDate) -> PartialDate | None:
    """Some months of a year; None where that is none."""
    if year.precision is not Precision.YEAR:
        return None
    first, last = part
    if first == last:
        return dates.month(year.first.year, first)
    if last - first == 2 and last % 3 == 0:
        return dates.quarter(year.first.year, last // 3)
    return (
        year if part == (1, 12) else dates.span(dates.month(year.first.year, first), dates.month(year.first.year, last))
    )


def _holds(one: Period, other: Period) -> bool:
    return one.value.first <= other.value.first and one.value.last >= other.value.last


def _periods(words: str, code: str) -> list[Period]:
    """The periods of a header, those included that only headers write so."""
    found = [
        Period(one.start - 1, one.end - 1, one.value, one.words.strip("()"), one.use, one.lead)
        for one in reader(code).find(f"({words})")
    ]
    for pattern in (_FISCAL, _QUARTER, _NUMERIC, _MONTH):
        for match in pattern.finditer(words):
            value = (
                None
                if any(one.start < match.end() and match.start() < one.end for one in found)
                else _short(match, code)
            )
            if value is not None:
                found.append(Period(match.start(), match.end(), value, match[0], Use.PLAIN))
    return found


def _short(match: re.Match[str], code: str) -> PartialDate | None:
    said = match.groupdict()
    year = _full(said["y1"] or "")
    try:
        if said.get("q") or said.get("q2"):
            return dates.quarter(year, int(said.get("q") or said.get("q2") or 0))
        if said.get("h") or said.get("h2"):
            half = int(said.get("h") or said.get("h2") or 0)
            return dates.span(dates.month(year, 6 * half - 5), dates.month(year, 6 * half))
        if said.get("d"):
            return (
                dates.parse(f"{year}-{int(said['m'] or 0):02d}-{int(said['d'] or 0):02d}")
                if int(said["d"] or 0) > 12
                else None
            )
        if month := said.get("m"):
            number = int(month) if month.isdecimal() else reader(code).dating.months.get(month.lower())
            return dates.month(year, number) if number else None
        other = said.get("y2")
        return dates.span(dates.year(year), dates.year(_full(other))) if other else dates.year(year)
    except ValueError:
        return None


def _full(digits: str) -> int:
    """A year of two digits is one of this century, or of the last where that is yet to come."""
    return int(digits) if len(digits) == 4 else int(digits) + (2000 if int(digits) < 60 else 1900)


def _without(words: str, found: Sequence[Period]) -> str:
    for one in sorted(found, key=lambda one: -one.start):
        words = f"{words[: max(0, one.start)]} {words[one.end :]}"
    return words


@cache
def _months() -> dict[str, int]:
    """The months of all languages by their names: tables shorten them more freely than sentences do."""
    named = {name: number for lexicon in LEXICONS.values() for name, number in lexicon.dating.months.items()}
    return {**named, "mär": 3, "jän": 1, "févr": 2, "set": 9, "fev": 2, "abr": 4}


@cache
def _part(words: str, code: str) -> tuple[int, int] | None:
    """The months of a quarter, month or half-year that is named without its year."""
    if len(words) > 24:
        return None
    if (month := _months().get(words.lower())) is not None:
        return month, month
    said = f"(2000年{words})" if code == "zh" else f"({words} 2000)"
    found = reader(code).find(said)
    if len(found) != 1 or found[0].end - found[0].start < len(said) - 2:
        return None
    value = found[0].value
    if value.precision is Precision.DAY or value.precision is Precision.YEAR:
        return None
    return value.first.month, value.last.month
