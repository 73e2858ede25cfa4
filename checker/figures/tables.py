"""The units that tables print once and mean for every cell: ``(million US$)``, ``in Mrd. Euro``, ``%``. Pure.

A cell has only its number. What stands before it on the page, nearest first, tells the scale and the unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from checker.figures.grammar import Grammar
from checker.figures.printed import Printed

REACH = 3000
_MENTION = re.compile(r"(?:[A-Z]{1,3})?[$€£¥₽₸₹]|%|\b[A-Z]{3}\b|[^\W\d_]{1,16}\.?|[²³]")
MOST = 400


def unit_before(text: str, printed: Printed, unit: str, rules: Grammar) -> Iterator[Printed]:
    """A bare number of a cell in each scale in which the text before it names the unit wanted."""
    seen: set[Decimal] = set()
    for scale, named in mentions(text[max(0, printed.start - REACH) : printed.start], rules):
        if named.casefold() == unit.casefold() and scale not in seen:
            seen.add(scale)
            yield replace(
                printed,
                value=printed.value * scale,
                quantum=printed.quantum * scale,
                scale=scale,
                unit=unit,
                bare=False,
            )


def mentions(text: str, rules: Grammar) -> Iterator[tuple[Decimal, str]]:
    """Units named without a number, with their scale: the grammar reads them as if a one stood before them."""
    found = list(_MENTION.finditer(text))[-MOST:]
    for match in reversed(found):
        read = rules.unit_at(text, match.start())
        if read is not None:
            yield read
