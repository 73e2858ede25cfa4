"""The grammar of printed quantities: what makes a number a figure. Pure and linear; the words are data.

A number counts that carries a currency, a unit, per cent, a scale word or a multiple, or is a fraction of something; others are ``bare``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from msgspec.structs import replace

from checker.figures import local_signs, symbols
from checker.figures.asides import with_asides
from checker.figures.chinese import NUMERAL, is_word, read_numeral
from checker.figures.codes import is_code
from checker.figures.compounds import Amount, Compounds
from checker.figures.fractions import Fractions, multiples
from checker.figures.glued import GluedScale
from checker.figures.habits import Reading, reading_of
from checker.figures.languages import LEXICONS
from checker.figures.lexicon import Lexicon, Phrases, any_of, compiled
from checker.figures.multiples import Times
from checker.figures.named import NamedUnits
from checker.figures.nouns import counts_named
from checker.figures.numerals import is_rest, other_reading, quantum_of, read_number
from checker.figures.out_of import OutOf
from checker.figures.printed import Printed, apart
from checker.figures.ranges import LEAST_WORDED, ranged
from checker.figures.rates import Rates
from checker.figures.signs import (
    FIRST,
    SCALED_BEFORE,
    SIGN_AFTER,
    SIGN_BEFORE,
    SIGN_HERE,
    is_conference,
    is_year_before_money,
    scaled_before,
    unit_of,
)
from checker.patterns import regex

REACH = 24
_BREAKS_OFF = regex(r"[/:][0-9]|[0-9A-Za-z_\u00c0-\u024f\u0400-\u04ff]|°(?![CF])|['′]\d")
_MINUS = regex(r"(?:^|[\s(:|])[-\u2212\u2013]$|\u2212$")
_PER_CENT = regex(r"[ \u00a0\u202f]?[%٪]")
_GAP = r"[ \u00a0\u202f\n-]?"


@cache
def grammar(code: str) -> Grammar:
    """The grammar of a language."""
    return Grammar(LEXICONS[code])


class Grammar:
    """Reads the quantities of texts in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._scales = Phrases({**symbols.SCALES, **lexicon.scales})
        thousand = {"T": Decimal("1e3")} if lexicon.code == "de" else {}
        self._glued = Phrases({**symbols.GLUED_SCALES, **thousand}, fold=False)
        self._named = NamedUnits(lexicon)
        self._glued_before = GluedScale(lexicon, self._named)
        self._words = Phrases(lexicon.cardinals)
        self._compounds = Compounds(lexicon.code, self._scale)
        self._fractions = Fractions(lexicon)
        self._multiples = multiples(lexicon)
        self._worded = Phrases(lexicon.worded_money)
        self._out_of = OutOf(lexicon, self._words)
        self._percent = compiled(rf"{_GAP}{lexicon.percent}")
        self._rates = Rates(lexicon)
        self._times = Times(lexicon)
        self._to = compiled(lexicon.to)
        self._and_half = compiled(lexicon.and_half)
        self._zero = compiled(any_of(lexicon.zero))
        self._starters = self._starting_words()
        self._word = re.compile(r"(?<![^\W\d_])[^\W\d_]+") if self._starters else None

    def _starting_words(self) -> frozenset[str]:
        lexicon = self.lexicon
        tables = (lexicon.cardinals, lexicon.fractions, lexicon.multiples, lexicon.worded_money)
        listed = [phrase for table in tables for phrase in table] + lexicon.zero.split("|")
        if lexicon.code == "zh":
            return frozenset()
        return frozenset(word[0].lower() for phrase in listed if (word := re.match(r"[^\W\d_]+", phrase)))

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Printed]:
        """Every quantity between two offsets, bare numbers included, in order; ranges share their unit."""
        end = len(text) if end is None else end
        found = [*self._digits(text, start, end), *self._worded_ones(text, start, end)]
        found.sort(key=lambda one: (one.start, -one.end))
        kept = with_asides(text, apart(found), lambda one: self._tail(text, one, end))
        return self._rates.without(text, ranged(text, kept, self.lexicon))

    def _digits(self, text: str, start: int, end: int) -> Iterator[Printed]:
        position = start
        while (match := FIRST.search(text, position, end)) is not None:
            printed = self.at(text, match, end)
            position = max(match.end(), printed.end if printed else 0)
            if printed is not None:
                yield printed

    def at(self, text: str, match: re.Match[str], end: int, *, other: bool | None = None) -> Printed | None:
        """The quantity whose digits a match holds; ``other``: read as its language does or not, where its document is not to tell."""
        lexicon = self.lexicon
        digits = match["number"]
        reading = Reading(other, sure=True) if other is not None else reading_of(text, match.start(), digits, lexicon)
        comma, groups = (flag is not reading.other for flag in (lexicon.decimal_comma, lexicon.point_groups))
        try:
            number = read_number(digits, decimal_comma=comma, point_groups=groups)
        except ValueError:
            return None
        first, unit, scale = self._before(text, match.start("number"))
        if not unit and match.start() and "A" <= text[match.start() - 1] <= "z":
            return None  # Q3, L4
        blank = Printed(
            first, match.end(), number * scale, unit, number_end=match.end(), number=number * scale,
            quantum=quantum_of(number) * scale, doubtful=other_reading(digits), unsure=not reading.sure,
        )  # fmt: skip
        printed = self._tail(text, blank, end)
        if is_code(text, printed, match.start()):
            return None
        if (
            printed.unit
            and not (unit or printed.scaled)
            and is_year_before_money(text, first, match.end(), printed.end)
        ):
            printed = replace(blank, bare=True)
        if printed.bare and _BREAKS_OFF.match(text, printed.end, end):
            return None
        return self._share(text, printed, end) or printed if printed.bare else printed

    def _share(self, text: str, printed: Printed, end: int) -> Printed | None:
        """The share that begins with a number: ``three in four``."""
        share = self._out_of.at(text, printed, end)
        if share is None or not self._tail(text, replace(printed, number_end=share[1]), end).bare:
            return None
        return replace(printed, end=share[1], value=share[0], unit="share", bare=False, worded=True, quantum=Decimal(0))

    def _before(self, text: str, at: int) -> tuple[int, str, Decimal]:
        """Where a quantity begins whose digits begin at an offset, and the currency before them with its scale."""
        head = text[max(0, at - 8) : at]
        scaled = SCALED_BEFORE.search(text, max(0, at - 13), at) if head[-1:] in (" ", "\u00a0") else None
        if scaled is not None:
            factor, currency = scaled_before(scaled)
            return scaled.start(), currency, factor
        minus = _MINUS.search(head)
        head = head[:-1] if minus else head
        sign = local_signs.BEFORE.search(head)
        if sign is not None:
            unit = local_signs.currency(sign["sign"], text, at, self.lexicon.code)
        else:
            sign = SIGN_BEFORE.search(head)
            unit = unit_of(sign) if sign is not None and not is_conference(sign, text, at) else ""
        if sign is None or not unit:
            return (at - 1 if minus else at), "", Decimal(1)
        if unit == "JPY" and self.lexicon.code == "zh":
            unit = "CNY"
        first = max(0, at - 8) + sign.start()
        before = text[first - 1 : first]
        return first - (before in ("-", "\u2212") and not text[first - 2 : first - 1].isalnum()), unit, Decimal(1)

    def _tail(self, text: str, printed: Printed, end: int) -> Printed:
        """What stands behind the digits: scale words, then a unit, per cent or a multiple."""
        position, scale = printed.number_end, Decimal(1)
        if printed.unit:
            glued = self._glued.at(text, position)
            if glued is not None:
                scale, position = glued
        for _ in range(2):
            found = self._scale(text, position, end)
            if found is None:
                break
            scale, position = scale * found[0], found[1]
        whole = Amount(printed.number * scale, printed.quantum * scale, position)
        half = self._and_half.match(text, position, end) if scale >= 1000 else None
        if half is not None:
            whole = Amount(whole.value + scale / 2, whole.quantum / 2, half.end())
        elif scale >= 1000 or (printed.worded and printed.number == 1000):
            whole = self._compounds.read(text, whole, max(scale, Decimal(1000)), end)
        negative = not printed.worded and any(ch in "-\u2212\u2013" for ch in text[printed.start : printed.number_end])
        printed = replace(
            printed, value=-whole.value if negative else whole.value, end=whole.end, scale=scale, scaled=scale != 1 or whole.end > position,
            quantum=whole.quantum,
        )  # fmt: skip
        if printed.unit:
            return printed
        return self._unit(text, printed, end)

    def _scale(self, text: str, position: int, end: int) -> tuple[Decimal, int] | None:
        start = position + 1 if text[position : position + 1] in " \u00a0\u202f\u2009-\n" else position
        if start >= end or (self.lexicon.code == "zh" and self._named.is_unit(text, start)):
            return None  # 千瓦 is a unit, though 千 is a scale
        return self._scales.at(text, start) or self._glued_before.at(text, position, end)

    def _unit(self, text: str, printed: Printed, end: int) -> Printed:
        position = printed.end
        sign = _PER_CENT.match(text, position, end) or self._percent.match(text, position, end)
        if sign is not None:
            return replace(printed, end=sign.end(), unit="%")
        sign = SIGN_AFTER.match(text, position, end)
        if sign is not None:
            return replace(printed, end=sign.end(), unit=unit_of(sign))
        glued = self._glued.at(text, position) if not printed.scaled else None
        if glued is None and not printed.scaled and text[position : position + 1] in " \u00a0\u202f":
            glued = self._glued.at(text, position + 1)
        if glued is not None:
            sign = SIGN_AFTER.match(text, glued[1], end)
            if sign is not None and sign["sign"]:
                money = replace(printed, end=sign.end(), unit=symbols.SIGNS[sign["sign"]], scale=glued[0], scaled=True)
                return replace(money, value=printed.value * glued[0], quantum=printed.quantum * glued[0])
        named = self._named.behind(text, position, end, is_many=printed.scaled)
        if named is not None:
            factor, unit, after = named
            return replace(
                printed,
                end=after,
                unit=unit,
                value=printed.value * factor,
                scale=printed.scale * factor,
                factor=factor,
                quantum=printed.quantum * factor,
            )
        times = self._times.end(text, printed, end)
        if times is not None and not printed.scaled:
            return replace(printed, end=times, unit="ratio")
        return replace(printed, bare=not printed.scaled)

    def _worded_ones(self, text: str, start: int, end: int) -> Iterator[Printed]:
        if self._word is None:
            yield from self.numerals(text, start, end)
            return
        for match in self._word.finditer(text, start, end):
            if match[0].lower() in self._starters:
                printed = self.words_at(text, match.start(), end)
                if printed is not None:
                    yield printed

    def words_at(self, text: str, start: int, end: int) -> Printed | None:
        """The quantity in words that begins at an offset."""
        blank = Printed(start, start, Decimal(0), "", worded=True, quantum=Decimal(0))
        if text[max(0, start - 6) : start].lower() in ("multi-", "multi "):
            return None
        money = self._worded.at(text, start)
        if money is not None:
            return replace(blank, end=money[1], value=money[0][0], unit=money[0][1], attributive=True)
        fraction = self._fractions.at(text, start)
        if fraction is not None:
            return replace(blank, end=fraction[1], value=fraction[0], unit="share")
        multiple = self._multiples.at(text, start)
        if multiple is not None:
            return replace(blank, end=multiple[1], value=multiple[0], unit="ratio")
        zero = self._zero.match(text, start, end)
        number = self._words.at(text, start)
        if number is not None and (said := self._said(text, replace(blank, end=number[1], number=number[0]), end)):
            return said
        return replace(blank, end=zero.end(), zero=True) if zero is not None else None

    def _said(self, text: str, word: Printed, end: int) -> Printed | None:
        """The quantity that begins with a number word; an article before an amount is found with that."""
        number = word.number
        if is_rest(number, text[max(0, word.start - REACH) : word.start]):
            return None
        amount = self._worded.at(text, word.end + 1)
        if amount is not None:
            (one, unit), after = amount
            return replace(word, end=after, value=number * one, unit=unit, attributive=True) if number != 1 else None
        printed = self._tail(text, replace(word, number_end=word.end, value=number), end)
        if printed.bare and (share := self._share(text, printed, end)) is not None:
            return share
        if not printed.bare and (printed.scaled or number != 1 or printed.unit == "%"):
            return printed
        if number >= 1000:
            return replace(printed, bare=False, scaled=True)
        counts = LEAST_WORDED <= number < 100 and counts_named(text, (printed.start, printed.end), end, self.lexicon)
        begins = printed.bare and self._to.match(text, printed.end, end) is not None
        return printed if counts or begins else None  # maybe the first end of a range

    def unit_at(self, text: str, position: int) -> tuple[Decimal, str] | None:
        """Scale and unit that are named at an offset without a number: ``million US$``, ``US$ bn``, ``%``."""
        printed = self.unit_of(text, position)
        return (printed.scale, printed.unit) if printed.unit else None

    def unit_of(self, text: str, position: int) -> Printed:
        """The same as one of them, with where it ends; without unit where none is named, maybe with a scale."""
        one = Printed(
            position, position, Decimal(1), "", number_end=position, number=Decimal(1), quantum=Decimal(1), worded=True
        )
        sign = SIGN_HERE.match(text, position)
        if sign is not None:
            one = replace(one, unit=unit_of(sign))
            printed = self._tail(text, replace(one, number_end=sign.end()), len(text))
            return printed if printed.scaled else self._tail(text, replace(one, number_end=sign.end() + 1), len(text))
        return self._tail(text, one, len(text))

    def numerals(self, text: str, start: int, end: int) -> Iterator[Printed]:
        """The quantities in Chinese numerals between two offsets."""
        for match in NUMERAL.finditer(text, start, end):
            printed = None if is_word(text, match) else self._numeral(text, match, end)
            if printed is not None:
                yield printed

    def numeral_at(self, text: str, start: int) -> Printed | None:
        """The quantity in Chinese numerals that begins at an offset."""
        match = NUMERAL.match(text, start)
        return None if match is None or is_word(text, match) else self._numeral(text, match, len(text))

    def _numeral(self, text: str, match: re.Match[str], end: int) -> Printed | None:
        blank = Printed(match.start(), match.end(), Decimal(0), "", worded=True, quantum=Decimal(0))
        read = read_numeral(match)
        if read is not None and read[1]:
            return replace(blank, value=read[0], unit=read[1])
        fraction = self._fractions.at(text, match.start())
        if fraction is not None:
            return replace(blank, end=fraction[1], value=fraction[0], unit="share")
        if match[0] == "零":
            return replace(blank, zero=True)
        if read is None or text[match.start() - 1 : match.start()] in tuple("数几上第好成"):
            return None
        printed = self._tail(text, replace(blank, number_end=match.end(), number=read[0], value=read[0]), end)
        if printed.unit:
            return printed
        if read[0] >= 10_000:
            return replace(printed, scaled=True, bare=False)
        return printed if read[0] >= 100 or self._to.match(text, printed.end, end) else None
