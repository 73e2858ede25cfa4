"""Which numbers of a page could be a figure at all, told by their digits alone. Pure.

A hundred kilobytes of text hold thousands of numbers. Reading each with the grammar would cost more than
parsing the page; comparing digits costs little, and looking only at those with the right first digits next to
nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from checker.patterns import regex

MOST_NUMBERS = 250_000
"""Numbers of a page that begin with one digit; more are not looked at."""
_POINTS = ".,'’"
_SEPARATORS = str.maketrans("", "", _POINTS + " \u00a0\u2009\u202f")
_SEPARATING = frozenset(_POINTS)
_GROUPS = regex(r"[0-9]{3}(?![0-9])(?: [0-9]{3}(?![0-9])){0,12}(?:[.,][0-9]{1,20})?")
_Places = defaultdict[str, defaultdict[str, list[int]]]
"""Offsets of numbers, by the second digit and then by how they are written from the first on."""
_NONE: Mapping[str, list[int]] = {}
_LONGEST_ZEROS = 20


class Nearness:
    """Tells whether printed digits could be a value, or either of the two be the other rounded.

    Where the decimal point stands is left open, since scales and languages move it.
    """

    def __init__(self, value: int | Decimal, quantum: Decimal) -> None:
        number = abs(Decimal(value))
        self._zero = not number
        self._mantissa = 1.0 if self._zero else float(number.scaleb(-number.adjusted()))
        first = int(self._mantissa)
        self._firsts = {str(digit) for digit in (first - 1, first, first + 1)}
        if first in (1, 9):
            self._firsts |= {"1", "9"}
        self._step = 0.0 if self._zero else float(quantum.scaleb(-number.adjusted()))

    def holds(self, digits: str) -> bool:
        """Whether some significant digits are near enough."""
        if not digits or self._zero:
            return self._zero and not digits
        if digits[0] not in self._firsts:
            return False
        theirs = float(f"{digits[0]}.{digits[1:18]}")
        kept = len(digits.rstrip("0"))
        step = 1.0 if len(digits) == 1 else 0.1 if kept <= 2 else 10.0 ** (1 - kept)
        apart = self._mantissa - theirs
        factor = 1 if -4 < apart < 4 else 10 if apart > 0 else 0.1
        return abs(self._mantissa - theirs * factor) <= self._reach(step * factor)

    def _reach(self, step: float) -> float:
        return (step if step > self._step else self._step) * 0.5000001 + 1e-12

    def beginnings(self) -> Iterator[str]:
        """The first two digits, or the only one, of all that :meth:`holds` can be true of; ``0`` for nothing else."""
        if self._zero:
            yield "0"
            return
        pairs: set[int] = set()
        for factor in (1, 10, 0.1):
            reach = self._reach(0.1 * factor)
            first, last = (int((self._mantissa + sign * reach) / factor * 10) for sign in (-1, 1))
            pairs.update(range(max(10, first), min(99, last) + 1))
        yield from (pair for pair in map(str, sorted(pairs)) if pair[0] in self._firsts)
        yield from (digit for digit in "123456789" if self.holds(digit))


class Numbers:
    """The numbers of a text by their first two digits; those with a first digit are looked for when first asked for.

    ``are_too_many`` where some of those asked for were not looked at.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._by_first: dict[str, _Places] = {}
        self.are_too_many = False

    def near(self, value: Nearness) -> Iterator[int]:
        """Where numbers begin that could be a value, in order."""
        near: set[int] = set()
        for beginning in value.beginnings():
            for written, places in self._beginning(beginning).items():
                if value.holds(written.translate(_SEPARATORS).lstrip("0")):
                    near.update(places)
        for at in sorted(near):
            start = _begun(self._text, at)
            if start is not None:
                yield start

    def _beginning(self, digits: str) -> Mapping[str, list[int]]:
        """The offsets of the numbers with these first digits, by how they are written from the first on."""
        first = digits[0]
        if first not in self._by_first:
            self._by_first[first] = self._beginning_with(first)
        return self._by_first[first].get(digits[1:], _NONE)

    def _beginning_with(self, first: str) -> _Places:
        found: _Places = defaultdict(lambda: defaultdict(list))
        for number, match in enumerate(_lead(first).finditer(self._text)):
            if number >= MOST_NUMBERS:
                self.are_too_many = True
                break
            written = match[0]
            if written[-1] == " ":
                written = written[:-1]
                self._add_groups(found, match)
            second = written[1:2]
            if second in _SEPARATING:
                second = written[2:3]
            found[second][written].append(match.start())
        return found

    def _add_groups(self, found: _Places, match: re.Match[str]) -> None:
        """Add the longer number as well where blanks group thousands."""
        groups = _GROUPS.match(self._text, match.end())
        if groups is not None:
            written = match[0].translate(_SEPARATORS) + groups[0]
            found[written[1:2]][written].append(match.start())


@cache
def _lead(first: str) -> re.Pattern[str]:
    """A number from its first digit but zero on, with the blank behind it if digits follow.

    The pattern begins with the digit: a search skips from one to the next. Zeros before it are left to
    :func:`_begun`.
    """
    if first == "0":
        return re.compile(rf"0(?<![0-9]0)(?<![0-9][{_POINTS}]0)(?![{_POINTS}]?[0-9]*[1-9])")
    return re.compile(rf"{first}(?<![1-9]{first})(?<![1-9][0{_POINTS}]{first})[0-9{_POINTS}]*(?: (?=[0-9]))?")


def _begun(text: str, at: int) -> int | None:
    """Where the number begins whose first digit but zero stands at an offset; None where it belongs to another."""
    if not at or text[at - 1] not in "0.,'’":
        return at
    start = at
    while start and at - start < _LONGEST_ZEROS and text[start - 1] in "0.,'’":
        start -= 1
    if start and text[start - 1].isdecimal():
        return None
    while text[start] in _POINTS:
        start += 1
    return start if text[start:at].strip("0").strip(_POINTS).strip("0") == "" else None
