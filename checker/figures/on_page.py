"""Whether a page still has a figure: values are compared, not strings. Pure; linear in the page.

Only the numbers whose leading digits could be the figure's are read with the grammar, in the language of the
page and in English, by both decimal conventions. The rule is the design's, §8: ``found`` (equal), ``rounded``
(equal at the coarser of the two precisions), ``not_found`` (a page read to its end, with enough text), else
``not_checked``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from checker.figures.agreement import SHARE_STEP, compared
from checker.figures.facts import OnPage
from checker.figures.grammar import grammar
from checker.figures.languages import LEXICONS, language_of
from checker.figures.leading import Nearness, Numbers
from checker.figures.numerals import quantum_of
from checker.figures.page_quantities import PageQuantities
from checker.figures.printed import Printed
from checker.figures.readable import readable
from checker.model import Quantity

ENOUGH_WORDS = 50
TOO_MANY = "the page has too many numbers that look like it"
MOST_READ = 3000
"""Numbers and words of one page that are read for one figure; a page with more that look like it is none to read."""
MOST_EFFORT = 250_000
"""What is spent on all figures of one page: a little for each number with the right digits, more for one that is read."""
_LOOKING, _READING = 3, 25
_UNNAMED = 8
"""Numbers read for a figure before it is made sure that the page names its unit at all."""
_LEAST_IN_STEPS = 1000
_SAMPLE = 2000


class Wanted(Struct, frozen=True):
    """A figure to be looked for: its quantity, the value of one step of its last digit, and how the page prints it."""

    quantity: Quantity
    quantum: Decimal
    page_text: str | None = None


class Sighting(Struct, frozen=True):
    """What a page says of a figure, with the few words around it where it does."""

    state: OnPage
    words: str = ""


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
    page = PageQuantities(text, [grammar(code) for code in _languages(text, language)])
    numbers, effort = Numbers(text), _Effort()
    searches = [_Search(one, page, effort) for one in wanted]
    for search in searches:
        search.look_for_text()
        search.look_for_numbers(numbers)
        search.look_for_words()
    absent = Sighting(OnPage.NOT_FOUND if whole and words >= ENOUGH_WORDS else OnPage.NOT_CHECKED)
    if numbers.are_too_many:
        absent = Sighting(OnPage.NOT_CHECKED, TOO_MANY)
    return [search.result(absent) for search in searches]


def _languages(text: str, language: str | None) -> tuple[str, ...]:
    """The languages to read a page in: its own as told and as seen, and English."""
    told = (language or "").lower().partition("-")[0]
    seen = told if told in LEXICONS else language_of(text[:_SAMPLE])
    return tuple(dict.fromkeys(code for code in (told, seen, "en") if code in LEXICONS))


class _Effort:
    """What may still be spent on a page."""

    def __init__(self) -> None:
        self.left = MOST_EFFORT


class _Search:
    """The search for one figure: an exact match ends it, the first rounded one is kept meanwhile."""

    def __init__(self, wanted: Wanted, page: PageQuantities, effort: _Effort) -> None:
        self._near = Nearness(wanted.quantity.value, wanted.quantum)
        self._wanted = wanted
        self._page = page
        self._effort = effort
        self._left = MOST_READ
        self._best: Sighting | None = None

    def is_over(self) -> bool:
        """Whether it is found, or too much was read for it."""
        return self._left <= 0 or self._effort.left <= 0 or self._is_found

    @property
    def _is_found(self) -> bool:
        return self._best is not None and self._best.state is OnPage.FOUND

    def look_for_text(self) -> None:
        """Look for the figure as the page is said to print it."""
        printed = readable(self._wanted.page_text or "")
        at = self._page.text.find(printed) if printed else -1
        if at >= 0:
            self._best = Sighting(OnPage.FOUND, self._page.around(at, at + len(printed)))

    def look_for_numbers(self, numbers: Numbers) -> None:
        """Compare the numbers whose digits could be the figure's."""
        if self.is_over():
            return
        unit = self._wanted.quantity.unit
        for start in chain(numbers.near(self._near), self._compounds()):
            if self.is_over():
                return
            self._effort.left -= _LOOKING
            if self._page.may_have(start, unit) and (self._left > MOST_READ - _UNNAMED or self._page.names(unit)):
                self._compare(self._page.readings(start, unit))

    def _compounds(self) -> Iterator[int]:
        """Where amounts begin whose first step could be the figure's without being near it."""
        value = abs(Decimal(self._wanted.quantity.value))
        if value >= _LEAST_IN_STEPS and len(value.normalize().as_tuple().digits) > 1:
            yield from self._page.compounds

    def look_for_words(self) -> None:
        """Compare the quantities in words."""
        if not self.is_over():
            self._compare(self._page.worded(self._wanted.quantity))

    def _compare(self, read: Iterable[Printed | None]) -> None:
        for printed in read:
            self._left -= 1
            self._effort.left -= _READING
            printed = self._signed(printed)
            state = compared(self._wanted.quantity, self._wanted.quantum, printed) if printed is not None else None
            if printed is not None and (state is OnPage.FOUND or (state is OnPage.ROUNDED and self._best is None)):
                self._best = Sighting(state, self._page.around(printed.start, printed.end))
            if self.is_over():
                return

    def _signed(self, printed: Printed | None) -> Printed | None:
        """A quantity in brackets, which accounts print for a negative one, where such a one is looked for."""
        if printed is None or self._wanted.quantity.value >= 0 or printed.value < 0:
            return printed
        text = self._page.text
        bracketed = (
            text[max(0, printed.start - 1) : printed.start] == "(" and text[printed.end : printed.end + 1] == ")"
        )
        return replace(printed, value=-printed.value) if bracketed else printed

    def result(self, absent: Sighting) -> Sighting:
        """What came of it, ``absent`` where nothing did though the page was looked through."""
        return self._best or (Sighting(OnPage.NOT_CHECKED, TOO_MANY) if self.is_over() else absent)


def step_of(quantity: Quantity, text: str) -> Decimal:
    """The value of one step of the last digit of a figure as it is printed; told by the value where it is not."""
    if quantity.unit == "share":
        return SHARE_STEP
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
