"""A quantity as a text prints it."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct


class Printed(Struct, frozen=True):
    """A quantity in a text: its span, value and unit; ``unit`` is empty where only the context knows it.

    ``bare`` marks a number by itself, ``scaled`` one with a scale word and no unit, ``number_end`` where
    its digits end. ``quantum`` is the value of one step of its last digit; ``coarse`` that of its last digit
    that is not zero. ``scale`` is what its digits are multiplied by, ``factor`` the part of it that its unit makes. ``doubtful`` where another language
    would read the digits otherwise, ``unsure`` where its document may mean them so. ``noun_after`` is where a range ends that it begins
    (``70 to 80 million people``): what it counts and its date stand behind that.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    bare: bool = False
    scaled: bool = False
    zero: bool = False
    attributive: bool = False
    worded: bool = False
    doubtful: bool = False
    unsure: bool = False
    number_end: int = 0
    scale: Decimal = Decimal(1)
    factor: Decimal = Decimal(1)
    number: Decimal = Decimal(0)
    quantum: Decimal = Decimal(1)
    noun_after: int = 0


def apart(found: list[Printed]) -> list[Printed]:
    """The quantities without those that begin inside another."""
    kept: list[Printed] = []
    for one in found:
        if kept and one.start < kept[-1].end:
            if kept[-1].bare and not one.bare:
                kept[-1] = one
            continue
        kept.append(one)
    return kept
