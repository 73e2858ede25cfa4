"""Whether a page still has a figure: values are compared, not strings. Pure; linear in the page.

Only the numbers whose leading digits could be the figure's are read with the grammar, in the language of the
page and in English, by both decimal conventions. A number without a unit counts in a cell of a table whose
unit stands before it. The rule is the design's, §8: ``found`` (equal), ``rounded`` (equal at the coarser of
the two precisions), ``not_found`` (a page read to its end, with enough text), else ``not_checked``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from checker.figures.facts import OnPage
from checker.figures.grammar import FIRST, Grammar, grammar
from checker.figures.languages import LEXICONS, language_of
from checker.figures.leading import Nearness, significant, words_for
from checker.figures.numerals import quantum_of
from checker.figures.printed import Printed
from checker.figures.tables import names_of, unit_before
from checker.model import Quantity

ENOUGH_WORDS = 50
SHOWN = 60
MOST_READ = 3000
"""Numbers and words of one page that are read for one figure; a page with more that look like it is none to read."""
_SAMPLE = 2000
_SPACED = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_RAISED = re.compile(r"(?<=[0-9])[⁰¹²³⁴-⁹]+(?![a-zA-Z])")
_NUMBERS = re.compile(r"[0-9]+(?:[.,'’ ][0-9]+)*")
_SHARE_STEP = Decimal("0.02")
"""How exact a fraction in words is: half may be 49 or 50.9 per cent, and is not 45."""
_RANGE = re.compile(r" ?(?:[-\u2013\u2014~至到]|[^\W\d_]{1,5}) ?[$€£¥]?[0-9]")
_DOLLARS = frozenset("USD AUD CAD NZD HKD SGD TWD MXN".split())
_KRONER = frozenset("SEK NOK DKK CZK ISK".split())
_CELL_START, _CELL_END = (
    re.compile(r"[\n|][ \t(−+-]*$"),
    re.compile(r"[ \t)*†‡]{0,4}(?:\[[0-9a-z]{1,3}\])?[ \t]*(?:[\n|]|$)"),
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A figure to be looked for: its quantity, the value of one step of its last digit, and how the page prints it."""

    quantity: Quantity
    quantum: Decimal
    page_text: str | None = None


@dataclass(frozen=True, slots=True)
class Sighting:
    """What a page says of a figure, with the few words around it where it does."""

    state: OnPage
    words: str = ""


def readable(text: str) -> str:
    """A page's text as its numbers are compared: one width, no soft hyphens, no raised note numbers."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", _RAISED.sub(" ", _INVISIBLE.sub("", text)))
    return text


def on_page(
    wanted: Sequence[Wanted], text: str, *, language: str | None = None, whole: bool, words: int
) -> list[Sighting]:
    """Look for figures in the visible text of a page.

    Args:
        wanted: the figures.
        text: the visible text, blocks apart by newlines.
        language: what the page says it is in (a BCP 47 tag), if it does.
        whole: whether the page was read to its end.
        words: how many it has.
    """
    if not wanted:
        return []
    text = readable(text)
    page = _Page(text, _languages(text, language))
    absent = OnPage.NOT_FOUND if whole and words >= ENOUGH_WORDS else OnPage.NOT_CHECKED
    return [page.sighting(one) or Sighting(absent) for one in wanted]


def _languages(text: str, language: str | None) -> tuple[str, ...]:
    """The languages to read a page in: its own as told and as seen, and English."""
    told = (language or "").lower().partition("-")[0]
    seen = told if told in LEXICONS else language_of(text[:_SAMPLE])
    return tuple(dict.fromkeys(code for code in (told, seen, "en") if code in LEXICONS))


class _Page:
    """The numbers of one page, by their leading digits."""

    def __init__(self, text: str, languages: Sequence[str]) -> None:
        self.text = text
        self._low = ""
        self.grammars = [grammar(code) for code in languages]
        printed: dict[str, list[int]] = {}
        for match in _NUMBERS.finditer(text):
            for digits, start in _parted(match[0], match.start()):
                printed.setdefault(digits, []).append(start)
        self._numbers = [(significant(digits), starts) for digits, starts in printed.items()]

    @property
    def low(self) -> str:
        """The text in lower case, where that keeps its offsets."""
        if not self._low:
            low = self.text.lower()
            self._low = low if len(low) == len(self.text) else self.text
        return self._low

    def sighting(self, wanted: Wanted) -> Sighting | None:
        """Where the page has a figure, the exact one before a rounded one."""
        if wanted.page_text:
            at = self.text.find(readable(wanted.page_text))
            if at >= 0:
                return Sighting(OnPage.FOUND, self._around(at, at + len(wanted.page_text)))
        rounded: Sighting | None = None
        for number, printed in enumerate(self._candidates(wanted)):
            if number >= MOST_READ:
                return rounded or Sighting(OnPage.NOT_CHECKED)
            state = _compared(wanted, printed)
            if state is OnPage.FOUND:
                return Sighting(state, self._around(printed.start, printed.end))
            if state is OnPage.ROUNDED and rounded is None:
                rounded = Sighting(state, self._around(printed.start, printed.end))
        return rounded

    def _candidates(self, wanted: Wanted) -> Iterator[Printed]:
        near = Nearness(wanted.quantity.value, wanted.quantum)
        if self._is_named(wanted.quantity.unit):
            for digits, starts in self._numbers:
                if near.holds(digits):
                    for start in starts:
                        yield from self._readings(start, wanted)
        yield from self._worded(wanted)

    def _is_named(self, unit: str) -> bool:
        """Whether the page names the unit at all: no number of it is the figure where it does not."""
        names = [name for rules in self.grammars for name in names_of(unit, rules.lexicon.code)]
        return not names or any(name in self.low for name in dict.fromkeys(names))

    def _readings(self, start: int, wanted: Wanted) -> Iterator[Printed]:
        match = FIRST.match(self.text, start)
        if match is None:
            match = FIRST.search(self.text, start, min(len(self.text), start + 40))
            if match is None:
                return
        for rules in self.grammars:
            for other in (False, True):
                printed = rules.at(self.text, match, len(self.text), other=other)
                if printed is None:
                    break
                yield from self._with_context(printed, wanted, rules)
                if not printed.doubtful:
                    break

    def _with_context(self, printed: Printed, wanted: Wanted, rules: Grammar) -> Iterator[Printed]:
        """A number as it reads; one without a unit with that of its table, of its range, or of its noun."""
        yield printed
        if printed.unit:
            return
        unit = wanted.quantity.unit
        if self._is_cell(printed):
            yield from unit_before(self.text, self.low, printed, unit, rules)
        if self._is_noun(printed, unit):
            yield _as(printed, unit)
        if _RANGE.match(self.text, printed.end):
            ranged = rules.find(self.text, printed.start, min(len(self.text), printed.end + SHOWN))[:1]
            if ranged and ranged[0].start == printed.start and ranged[0].unit:
                yield ranged[0]

    def _is_cell(self, printed: Printed) -> bool:
        before = self.text[max(0, printed.start - 12) : printed.start]
        return (printed.start == 0 or _CELL_START.search(before) is not None) and _CELL_END.match(
            self.text, printed.end
        ) is not None

    def _is_noun(self, printed: Printed, unit: str) -> bool:
        """Whether a number is followed by the noun that the figure counts, or stands near it in a cell."""
        if unit in ("%", "share", "ratio", "1") or (unit.isupper() and len(unit) == 3):
            return False
        stem = unit.lower()[: max(3, len(unit) - 2)] if unit[0] < "\u0400" or unit[0] < "\u3000" else unit
        reach = 160 if self._is_cell(printed) else 4
        behind = self.text[printed.end : printed.end + 40].lower()
        before = self.text[max(0, printed.start - reach) : printed.start].lower() if reach > 4 else ""
        return stem in behind or stem in before or (unit == "人" and behind[:1] in ("名", "位", "口"))

    def _worded(self, wanted: Wanted) -> Iterator[Printed]:
        for rules in self.grammars:
            if rules.lexicon.code == "zh":
                yield from rules.numerals(self.text, 0, len(self.text)) if _is_short(wanted) else ()
                continue
            for word in words_for(rules.lexicon, wanted.quantity):
                yield from self._said(word, rules)

    def _said(self, word: str, rules: Grammar) -> Iterator[Printed]:
        position = self.low.find(word)
        while position >= 0:
            if not self.low[max(0, position - 1) : position].isalpha():
                for start in (position, self._word_before(position)):
                    printed = rules.words_at(self.text, start, len(self.text))
                    if printed is not None and printed.unit and printed.end > position:
                        yield printed
            position = self.low.find(word, position + 1)

    def _word_before(self, position: int) -> int:
        """Where the word before an offset begins: the article or number of a scale word."""
        start = position - 1
        while start > 0 and position - start < SHOWN and self.text[start - 1].isalpha():
            start -= 1
        return max(0, start)

    def _around(self, start: int, end: int) -> str:
        first = self.text.rfind("\n", max(0, start - SHOWN), start) + 1 or max(0, start - SHOWN)
        last = self.text.find("\n", end, end + SHOWN)
        return " ".join(self.text[first : last if last >= 0 else end + SHOWN].split())[:200]


def _parted(digits: str, start: int) -> Iterator[tuple[str, int]]:
    """A run of digits as one number where its blanks group thousands, else as several; see ``11 070`` and ``2017 11``."""
    if " " not in digits or _SPACED.fullmatch(digits):
        yield digits, start
        if " " not in digits:
            return
    position = 0
    for part in digits.split(" "):
        yield part, start + position
        position += len(part) + 1


def _is_short(wanted: Wanted) -> bool:
    return len(str(abs(wanted.quantity.value)).replace(".", "").strip("0")) <= 2


def _as(printed: Printed, unit: str) -> Printed:
    return replace(printed, unit=unit, bare=False)


def _compared(wanted: Wanted, printed: Printed) -> OnPage | None:
    """Found where equal, rounded where equal at the coarser of the two precisions, else None."""
    ours = Decimal(wanted.quantity.value)
    factor = _converted(wanted.quantity.unit, printed.unit)
    if factor is None:
        return None
    theirs, step = printed.value * factor, printed.quantum * factor
    if ours == theirs:
        return OnPage.FOUND
    if printed.worded and printed.unit == "share":
        step = _SHARE_STEP * (100 if wanted.quantity.unit == "%" else 1)
    own, step = wanted.quantum, max(step, _coarse(printed) * factor)
    if step >= own:
        return OnPage.ROUNDED if _rounds(ours, theirs, step) else None
    return OnPage.ROUNDED if _rounds(theirs, ours, own) else None


def _rounds(exact: Decimal, coarse: Decimal, step: Decimal) -> bool:
    """Whether the exact value is the coarse one, rounded half up to a step; values apart from that by rounding are not."""
    if not step or exact * coarse < 0:
        return False
    return coarse - step / 2 <= exact < coarse + step / 2


def _coarse(printed: Printed) -> Decimal:
    """The step of the last digit that is no zero, where a whole number has at least two before its zeros."""
    if printed.worded or printed.number != printed.number.to_integral_value() or not printed.number:
        return Decimal(0)
    digits = str(int(abs(printed.number)))
    kept = digits.rstrip("0")
    return printed.quantum * 10 ** (len(digits) - len(kept)) if len(kept) >= 2 else Decimal(0)


def _converted(ours: str, theirs: str) -> Decimal | None:
    """What their values are multiplied by to be in our unit; None where the units differ."""
    if ours.casefold() == theirs.casefold():
        return Decimal(1)
    match ours, theirs:
        case "share", "%":
            return Decimal("0.01")
        case "%", "share":
            return Decimal(100)
        case ("JPY", "CNY") | ("CNY", "JPY"):
            return Decimal(1)  # one sign for both: ¥
    families = (_DOLLARS, _KRONER)
    if theirs in ("USD", "SEK", "CZK") and any(ours in family and theirs in family for family in families):
        return Decimal(1) if ours != "USD" else None
    return None


def step_of(quantity: Quantity, text: str) -> Decimal:
    """The value of one step of the last digit of a figure as it is printed; told by the value where it is not."""
    if quantity.unit == "share":
        return _SHARE_STEP
    value = abs(Decimal(quantity.value))
    narrow = readable(text)
    for code in LEXICONS:
        for printed in grammar(code).find(narrow):
            if printed.value and abs(printed.value) == value:
                return printed.quantum or quantum_of(value.normalize())
    return quantum_of(value.normalize())


def name_of(quantity: Quantity, page_text: str | None) -> str:
    """What a figure is called among the facts of a page: the same in every run."""
    return f"{quantity.value} {quantity.unit}" + (f" as {page_text}" if page_text else "")
