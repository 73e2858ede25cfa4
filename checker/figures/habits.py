"""Where a document writes its decimals: behind a comma (Spain, Argentina, Chile) or a point (Mexico, Peru, Guatemala). Pure.

``1,318`` and ``1.318`` say by themselves neither. All numbers of the document that do are counted, those of the same
paragraph most; then what such a number itself looks like (nobody counts people by thousandths, amounts of money have
no three decimals, and decimals seldom end in noughts), and of which countries the document speaks. Linear: a
document is gone through once.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import accumulate

from msgspec import Struct

from checker.figures.languages import LEXICONS
from checker.figures.lexicon import Lexicon, compiled
from checker.figures.nouns import is_numbered
from checker.patterns import regex

_PRIOR: Mapping[str, int] = {"es": -1, "de": -5, "fr": -5, "en": 5}
"""How much more is needed before a language is read otherwise than it is most written; above nought are points."""
_PARAGRAPH, _OWN_MOST, _DOCUMENT_LEAST, _DOCUMENT_MOST, _COUNTRY, _COUNTRY_HERE = 6, 4, 2, 4, 2, 3
_DECISIVE = 3
"""What a number says of itself from which on it counts more than those around it."""
_SURE = 3
_CLEAR = 4
"""How many times more numbers must be written one way than the other to tell the way of all."""
_REACH = 600
_SEPARATED = regex(r"(?<![0-9.,/:])(?:(?<![^\W_])|(?<=(?<![^\W_])[QL])|(?<=Bs))[0-9]+(?:[.,][0-9]+)+(?![0-9:/])")
_APOSTROPHES = regex(r"(?<![0-9])[0-9]{1,3}(?:['’][0-9]{3})+(?![0-9])")
_AMBIGUOUS = regex(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_GROUPS = regex(r"[0-9]{1,3}(?:,[0-9]{3})*\.[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})*,[0-9]+")
_MANY_GROUPS = regex(r"[0-9]{1,3}(?:,[0-9]{3}){2,}|[0-9]{1,3}(?:\.[0-9]{3}){2,}")
_MONEY_BEFORE = regex(r"(?:[A-Z]{0,3}\$|€|£|₡|₲|₱|S/\.?|B/\.?|Bs\.?|(?<![^\W_])(?:L|Q|Lps\.|USD|CHF|EUR))[ \u00a0]?$")
_QUANTITY_BEHIND = regex(
    r"[ \u00a0\u202f]?(?:[%‰€£$]|°C|(?:per ?cent|percent|por ciento|pour cent|prozent|puntos|punkte?|points?|mil|mill(?:ones|ion(?:s|en)?|ón)|milliard(?:s|en)?|"
    r"billion|mio|mrd|mds?|bn|euros?|dólares|dollars?|pesos|franken|francs|k?m[²³23]?|km²|kg|t|ha|[kMGT]W|[kMGT]Wh|toneladas|tonnes?|tonnen|hectáreas|hectares)(?![^\W_]))",
    re.IGNORECASE,
)
_SCALE_BEHIND = regex(r"[ \u00a0](?:mil(?![^\W_])|mill|mdd|mdp|miles de|millard|milliard|mio|mrd|bill)", re.IGNORECASE)
_MONEY_BEHIND = regex(
    r"(?:[ \u00a0](?:mil|millones)){0,2}(?:[ \u00a0]de)?[ \u00a0](?:dólares|pesos|quetzales|lempiras|córdobas|balboas|soles|colones|bolivianos|guaraníes|bolívares|mdd|mdp)",
    re.IGNORECASE,
)
_EUROS_BEHIND = regex(r"(?:[ \u00a0](?:mil|millones)){0,2}(?:[ \u00a0]de)?[ \u00a0]?(?:€|euros)", re.IGNORECASE)
_EACH = regex(
    r"[ \u00a0]?(?:dólares|pesos|soles|USD|US\$)?[ \u00a0]?(?:/|(?:por|el|la|cada)[ \u00a0])[ \u00a0]?(?:litro|l(?![^\W_])|kilo|kg|gal|kwh|mwh|unidad|acción|m[²³2-3])|"
    r"[ \u00a0]?(?:dólares|pesos|soles)?[ \u00a0]por[ \u00a0](?:dólar|euro)",
    re.IGNORECASE,
)
"""Prices that are told with three decimals: those of fuel, current and shares, and rates of exchange."""
_TIME_BEFORE = regex(r"(?<![^\W_])(?:a las|las|at|um|à|de)[ \u00a0]$", re.IGNORECASE)
_TIME_BEHIND = regex(r"[ \u00a0]?(?:h|hs|hrs|horas|uhr|a\. ?m|p\. ?m|am|pm)(?![^\W_])", re.IGNORECASE)
_POINT_COUNTRIES: Mapping[str, str] = {
    "es": "México|mexican|Guatemala|guatemaltec|Honduras|hondureñ|El Salvador|salvadoreñ|Nicaragua|nicaragüens|Panamá|panameñ|República Dominicana|dominican|Puerto Rico|"
    "Perú|peruan|quetzales|lempiras|córdobas|balboas",
    "de": "Schweiz|Franken|CHF",
    "fr": "[Ss]uisse|CHF",
}
_COMMA_COUNTRIES: Mapping[str, str] = {
    "es": "España|euros|€|[Aa]rgentin|Chile|chilen|Colombia|colombian|Venezuela|venezolan|Uruguay|uruguay|Paraguay|paraguay|Bolivia|bolivian|Ecuador|ecuatorian|guaraníes",
    "de": "Euro|EUR|€|Deutschland|Österreich",
    "fr": "euros?|EUR|€|France|français",
}


class Reading(Struct, frozen=True):
    """How a number is to be read: as its language writes most, or the ``other`` way; and whether that is ``sure``."""

    other: bool
    sure: bool


def reading_of(text: str, start: int, digits: str, lexicon: Lexicon) -> Reading:
    """How the number that begins at an offset is to be read, where it does not tell by itself."""
    prior = _PRIOR.get(lexicon.code)
    if prior is None or _AMBIGUOUS.fullmatch(digits) is None or ("," in digits and lexicon.code != "es"):
        return Reading(other=False, sure=True)
    own = _hinted(text, start, digits, lexicon)
    score = (
        prior + (own if abs(own) >= _DECISIVE else 0) * _DECISIVE + _habits_of(text, lexicon.code).score(text, start)
    )
    return Reading(other=(score > 0) is not (prior > 0) and score != 0, sure=abs(score) >= _SURE)


class _Sums:
    """Weights at places of a text, whose sum between two offsets is known at once."""

    def __init__(self, weights: Iterable[tuple[int, int]]) -> None:
        listed = list(weights)
        self._places = [place for place, _ in listed]
        self._sums = [0, *accumulate(weight for _, weight in listed)]

    def between(self, start: int, end: int) -> int:
        """The sum of the weights from one offset to another."""
        return self._sums[bisect_left(self._places, end)] - self._sums[bisect_left(self._places, start)]

    @property
    def whole(self) -> int:
        """The sum of all."""
        return self._sums[-1]


class _Habits:
    """What the numbers of one document say of where its decimals stand."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        told = [
            (match.start(), _told(text, match, lexicon), _hinted(text, match.start(), match[0], lexicon))
            for match in _SEPARATED.finditer(text)
        ]
        swiss = [(match.start(), 1) for match in _APOSTROPHES.finditer(text)] if lexicon.code in ("de", "fr") else []
        self._points = _Sums(sorted([*((place, 1) for place, way, _ in told if way > 0), *swiss]))
        self._commas = _Sums((place, 1) for place, way, _ in told if way < 0)
        self._hints = _Sums((place, hint) for place, _, hint in told)
        self._countries = _Sums(_mentions(text, _POINT_COUNTRIES, lexicon))
        self._other_countries = _Sums(_mentions(text, _COMMA_COUNTRIES, lexicon))

    def score(self, text: str, start: int) -> int:
        """How much speaks for points before the decimals at an offset, below nought for commas."""
        first, last = _paragraph(text, start)
        near = _most(self._points.between(first, last), self._commas.between(first, last))
        hints = max(-_OWN_MOST, min(_OWN_MOST, self._hints.between(first, last)))
        here = _most(self._countries.between(first, last), self._other_countries.between(first, last))
        country = here * _COUNTRY_HERE or _COUNTRY * _most(self._countries.whole, self._other_countries.whole)
        return _PARAGRAPH * near + hints + self._of_document() + country

    def _of_document(self) -> int:
        points, commas = self._points.whole, self._commas.whole
        most = max(points, commas)
        return _most(points, commas) * min(_DOCUMENT_LEAST + most - 1, _DOCUMENT_MOST)


@lru_cache(maxsize=2)
def _habits_of(text: str, code: str) -> _Habits:
    return _Habits(text, LEXICONS[code])


def _most(points: int, commas: int) -> int:
    """1 where points prevail clearly, -1 where commas do, 0 where neither does."""
    if points > _CLEAR * commas:
        return 1
    return -1 if commas > _CLEAR * points else 0


def _mentions(text: str, names: Mapping[str, str], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    pattern = names.get(lexicon.code)
    if pattern is not None:
        yield from ((match.start(), 1) for match in compiled(rf"(?<![^\W_])(?:{pattern})", 0).finditer(text))


def _paragraph(text: str, at: int) -> tuple[int, int]:
    """The paragraph around an offset, no farther than a reader looks."""
    first = text.rfind("\n\n", max(0, at - _REACH), at)
    last = text.find("\n\n", at, at + _REACH)
    return (first if first >= 0 else max(0, at - _REACH)), (last if last >= 0 else at + _REACH)


def _told(text: str, match: re.Match[str], lexicon: Lexicon) -> int:
    """1 where a number has its decimals behind a point, -1 where behind a comma, 0 where it tells neither."""
    digits = match[0]
    if _MANY_GROUPS.fullmatch(digits):
        return 1 if "," in digits else -1
    if _AMBIGUOUS.fullmatch(digits) or (
        _GROUPS.fullmatch(digits) is None and digits.count(".") + digits.count(",") > 1
    ):
        return 0
    way = 1 if digits.rfind(".") > digits.rfind(",") else -1
    return way if ("," in digits and "." in digits) or _is_amount(text, match, lexicon) else 0


def _is_amount(text: str, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether a number with one separator is an amount, and no section, version, time or pair of numbers."""
    start, end = match.span()
    head = text[max(0, start - 8) : start]
    if _QUANTITY_BEHIND.match(text, end) or _MONEY_BEFORE.search(head):
        return True
    if lexicon.code != "es" or not head.strip(" \t#*_") or "\n" in head[-2:] or head[-1:] in "[(":
        return False
    return not (is_numbered(text, start, lexicon) or _TIME_BEFORE.search(head) or _TIME_BEHIND.match(text, end))


def _hinted(text: str, start: int, digits: str, lexicon: Lexicon) -> int:
    """How much speaks for thousands in a number that could be read both ways: above nought if its commas would group."""
    if _AMBIGUOUS.fullmatch(digits) is None:
        return 0
    end = start + len(digits)
    is_scaled = _SCALE_BEHIND.match(text, end) is not None
    weight = sum(_hints(text, (start, end), digits, lexicon, is_scaled=is_scaled))
    return weight if "," in digits else -weight


def _hints(text: str, span: tuple[int, int], digits: str, lexicon: Lexicon, *, is_scaled: bool) -> Iterator[int]:
    start, end = span
    sign = _MONEY_BEFORE.search(text[max(0, start - 8) : start])
    is_euro = _EUROS_BEHIND.match(text, end) is not None or (sign is not None and "€" in sign[0])
    if not is_euro and (sign is not None or _MONEY_BEHIND.match(text, end)) and _EACH.match(text, end) is None:
        yield 2 if is_scaled and digits[1] in ".," else 3
    if not is_scaled and compiled(rf"[ \u00a0]{lexicon.counting.people}").match(text, end):
        yield 3
    yield 2 if digits.endswith("00") else 1 if digits.endswith("0") else 0
    yield 1 if is_scaled and len(digits) == len("130,262") else 0
