"""Shares told by two whole numbers: ``three in four farmers``, ``un foyer sur cinq``, ``9 out of 10 patients``. Pure."""

from __future__ import annotations

import re
from decimal import Decimal

from checker.figures.lexicon import Lexicon, Phrases, any_of, compiled
from checker.figures.printed import Printed
from checker.patterns import regex

MOST = 99
REACH = 24
_WHOLE = regex(r"[0-9]{1,3}(?![0-9]|[.,:/][0-9]|[-\u2013\u2014%°])")
_THING = regex(r"[ \u00a0\n][a-z\u00df-\u00ff\u0400-\u04ff]{3,}", re.IGNORECASE)


_ONLY = regex(r"(?<![^\W\d_])(?:лишь|только|nur|bloß|lediglich|gerade mal|gerade einmal)[ \u00a0]$", re.IGNORECASE)
_NOTHING_NAMED = regex(
    r"[ \u00a0]?(?:[.,;:!?)—–]|$)|[ \u00a0](?:[a-zäöüß]+t|[а-яё]+(?:ет|ит|ют|ят|ут|ат|ался|алась|ил[аи]?|ал[аи]?))(?![^\W\d_])"
)


def _is_only(text: str, start: int, last: int) -> bool:
    """Whether a share is said to be small and of nothing that is named: ``nur einer von zehn glaubt``."""
    return (
        _ONLY.search(text[max(0, start - REACH) : start]) is not None and _NOTHING_NAMED.match(text, last) is not None
    )


class OutOf:
    """Reads the shares of this kind in one language."""

    def __init__(self, lexicon: Lexicon, words: Phrases[Decimal]) -> None:
        joint = rf"{lexicon.out_of_before}[ \u00a0]{any_of(lexicon.out_of)}[ \u00a0]" if lexicon.out_of else r"(?!)"
        self._joint = compiled(joint)
        self._of_people = compiled(rf"[ \u00a0]{any_of(lexicon.out_of)}[ \u00a0]") if lexicon.out_of else self._joint
        self._people = compiled(rf"[ \u00a0]{lexicon.counting.people}")
        self._not_behind = compiled(lexicon.not_out_of)
        self._not_before = compiled(rf"(?<![^\W_]){lexicon.counting.not_before}")
        self._words = words

    def at(self, text: str, one: Printed, end: int) -> tuple[Decimal, int] | None:
        """The share that begins with a number, and where its second one ends.

        In digits two numbers are a share only of something that is named behind them (``3 in 4`` may be a score),
        and none if the first belongs to a name (``section 1 in 5 chapters``).
        """
        part = one.number
        if not 1 <= part <= MOST or part != int(part):
            return None
        plain = self._joint.match(text, one.end, end)
        joint = plain or (self._of_people.match(text, one.end, end) if part == 1 else None)
        if joint is None:
            return None
        written = _WHOLE.match(text, joint.end(), end)
        spoken = self._words.at(text, joint.end()) if written is None else None
        whole, last = (Decimal(written[0]), written.end()) if written else spoken or (Decimal(0), 0)
        if not part < whole <= 1000 or whole != int(whole) or self._not_behind.match(text, last, end):
            return None
        if plain is None and self._people.match(text, last, end) is None and not _is_only(text, one.start, last):
            return None  # один из десяти респондентов, but no один из пяти городов
        if not one.worded and (_THING.match(text, last, end) is None or self._is_name(text, one)):
            return None
        return part / whole, last

    def _is_name(self, text: str, one: Printed) -> bool:
        return self._not_before.search(text[max(0, one.start - REACH) : one.start]) is not None
