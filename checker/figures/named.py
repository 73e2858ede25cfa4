"""Units and currencies that are named behind a number: ``40 bcm``, ``12 million euros``, ``5 milliards d'euros``. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from re import Pattern

from checker.figures import symbols
from checker.figures.lexicon import Lexicon, Phrases, compiled
from checker.patterns import regex

_MEASURED: Mapping[str, tuple[Pattern[str], int, int]] = {
    "度": (regex("[电電]"), 24, 1),
    "方": (regex("[万亿萬億]方|[气氣水土石]"), 24, 0),
    "degrés": (
        regex(r"temp[ée]ratur|chaleur|chaud|froid|thermom|climat|réchauff|canicul|celsius|gel", re.IGNORECASE),
        80,
        40,
    ),
}
"""Units that are other words more often (angles, sides): what must stand near them, and how far before and behind."""
_NOT = regex(r"['’]t(?![^\W\d_])")
"""What makes a currency a verb: ``7 won't``."""
_GAPS = " \u00a0\u202f\u2009\n"
_NO_END = ("²", "³", "/", "2", "3")
"""What behind a symbol makes it another one."""
_A_YEAR = regex(r"/(?:yr|year|an|a|Jahr|año|год)(?![^\W\d_])")
"""What leaves a unit as it is: ``33 bn m³/yr`` are cubic metres, as ``33 billion cubic metres a year`` are."""
_WORDS = regex(r"[a-z]['’][^\W\d_]|ha[ \u00a0](?:[^\W\d_]+(?:ado|ido|sto|cho|rto|eto))(?![^\W\d_])")
"""Words that look like a symbol: ``en 2019 l'inflation``, ``en 2019 ha subido``."""
_INITIAL = regex(r"[A-Z]\.[ \u00a0]?(?:[A-Z]\.[ \u00a0]?)*[A-Z\u00c0-\u00de]")
_YEAR_BEFORE = regex(r"(?<![0-9.,])(?:1[5-9]|20)[0-9]{2}[ \u00a0]$")
"""What makes a symbol the first letter of a name: ``© 1990 W. N. Venables``."""
_GOES_ON = regex(r"[-.'’&+][^\W_]")
"""What makes a symbol behind a link a part of a word: ``millions de t-shirts``."""
Named = tuple[Decimal, str, int]
"""Factor, unit and where its name ends."""


class NamedUnits:
    """Reads the names of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._currencies = Phrases(lexicon.currencies)
        self._units = Phrases(lexicon.units)
        self._symbols = Phrases(symbols.SYMBOLS, fold=False)
        self._links = compiled(lexicon.links)
        self._gaps = _GAPS + ("" if lexicon.code == "ru" else "-")

    def behind(self, text: str, position: int, end: int, *, is_many: bool = False) -> Named | None:
        """What is named behind a number that ends at an offset, across what links them (``of``, ``d'``).

        A symbol stands behind such a link only where the number is a scale word, ``is_many``: ``millions de m³``.
        """
        link = self._links.match(text, position, end)
        starts = [position]
        if link is not None and link.end() > position:
            starts.append(link.end())
        for at in starts:
            for gap in (0, 1):
                start = at + gap
                if gap and text[at : at + 1] not in self._gaps:
                    break
                linked = at != position
                found = (self._symbol(text, start, linked=linked) if is_many or not linked else None) or self.at(
                    text, start
                )
                if found is not None and found[2] <= end:
                    return found
        return None

    def _symbol(self, text: str, start: int, *, linked: bool) -> Named | None:
        symbol = self._symbols.at(text, start)
        if symbol is None or _WORDS.match(text, start) or (linked and _GOES_ON.match(text, symbol[1])):
            return None
        if _INITIAL.match(text, start) and _YEAR_BEFORE.search(text, max(0, start - 6), start):
            return None
        if text[symbol[1] : symbol[1] + 1] in _NO_END and _A_YEAR.match(text, symbol[1]) is None:
            return None
        return symbol[0][1], symbol[0][0], symbol[1]

    def at(self, text: str, start: int) -> Named | None:
        """What is named in words at an offset."""
        currency = self._currencies.at(text, start)
        if currency is not None and not _NOT.match(text, currency[1]):
            return Decimal(1), currency[0], currency[1]
        unit = self._units.at(text, start)
        if unit is None or text[unit[1] : unit[1] + 1] in ("²", "³"):
            return None
        measured = _MEASURED.get(text[start : unit[1]].lower()) or _MEASURED.get(text[start])
        if measured is not None:
            near, before, behind = measured
            if near.search(text, max(0, start - before), unit[1] + behind) is None:
                return None
        return unit[0][1], unit[0][0], unit[1]

    def is_unit(self, text: str, start: int) -> bool:
        """Whether a unit begins at an offset."""
        return self._units.at(text, start) is not None
