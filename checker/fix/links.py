"""What the formats share in which addresses stand as such: replaced, or with the copy in words beside them. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from checker.fix.edits import insertion
from checker.fix.remedy import (
    NO_ROBUST,
    CannotError,
    Reads,
    Remedy,
    RemedyKind,
    Spot,
    Style,
    Way,
    archived,
    instead,
    spellings,
)


class Links:
    """The places of one text. A subclass spells addresses and knows where words have room."""

    own: ClassVar[Style] = Style.REPLACE
    """The style that the format has by itself."""

    def __init__(self, text: str) -> None:
        self.text = text

    def ways(self, spot: Spot, remedy: Remedy, style: Style | None) -> Iterator[Way]:
        """How a place can be mended, best first."""
        style = Style.REPLACE if remedy.kind is RemedyKind.MOVED else style or self.own
        if style is Style.ROBUST:
            raise CannotError(NO_ROBUST)
        if style is Style.APPEND:
            return self.beside(spot, remedy)
        return instead(spot, (*spellings(spot, remedy.address, self.spelt(spot, remedy.address)), *self.last(remedy)))

    def spelt(self, spot: Spot, address: str) -> str:
        """An address by the rules of the format, as it is to stand at a place."""
        return address

    def last(self, remedy: Remedy) -> Iterator[str]:
        """Spellings to fall back on."""
        return iter(())

    def beside(self, spot: Spot, remedy: Remedy) -> Iterator[Way]:
        """Ways to put the copy beside the address.

        Raises:
            CannotError: there is no room for words.
        """
        raise NotImplementedError

    def line_before(self, spot: Spot) -> str:
        """What stands in the line before the address."""
        return self.text[self.text.rfind("\n", 0, spot.start) + 1 : spot.start]

    def closed(self, spot: Spot) -> bool:
        """Whether the address stands in angle brackets."""
        return self.text.startswith(">", spot.end) and self.text.startswith("<", max(spot.start - 1, 0))


def said(at: int, remedy: Remedy, *forms: str) -> Iterator[Way]:
    """``, archived 3 September 2019 at ADDRESS``, in each of some forms; without the day where that misleads."""
    for words in dict.fromkeys((archived(remedy), "archived")):
        for form in forms:
            yield put(at, f", {words} at {form}")


def put(at: int, text: str) -> Way:
    """Words with the copy, put in beside an address."""
    return Way((insertion(at, text),), Reads.BESIDE)
