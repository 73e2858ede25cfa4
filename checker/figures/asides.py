"""A second value in brackets before the scale that both share: ``778,6 (2017: rund 749,9) Mrd. Euro``. Pure."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from checker.figures.printed import Printed
from checker.patterns import regex

_OPENING = regex(
    r"[ \u00a0]?\((?:(?:[^\W\d_]+[ \u00a0]){0,2}(?:19|20)[0-9]{2}:?[ \u00a0])?(?:[^\W\d_]+\.?[ \u00a0]){0,2}"
)
_REACH = 40
Tail = Callable[[Printed], Printed]
"""Reads scale and unit behind the digits of a quantity, which end at its ``number_end``."""


def with_asides(text: str, found: list[Printed], tail: Tail) -> list[Printed]:
    """The quantities of a text, in order; of such pairs both have scale and unit, the year between is none."""
    kept: list[Printed] = []
    for one in found:
        main = _main_of(text, one, kept)
        read = tail(replace(one, number_end=one.end + 1)) if main is not None else one
        if main is not None and (read.unit or read.scaled):
            whole = replace(tail(replace(main, number_end=one.end + 1)), end=main.end, noun_after=read.end)
            kept[kept.index(main) :] = [whole, replace(read, end=one.end, noun_after=read.end)]
        else:
            kept.append(one)
    return kept


def _main_of(text: str, one: Printed, before: list[Printed]) -> Printed | None:
    """The bare number that another one in brackets behind it belongs to."""
    if not one.bare or one.worded or text[one.end : one.end + 1] != ")":
        return None
    near = [main for main in before[-2:] if main.bare and one.start - main.end <= _REACH]
    return next((main for main in near if _OPENING.fullmatch(text, main.end, one.start)), None)
