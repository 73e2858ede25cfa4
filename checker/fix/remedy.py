"""What is to be done about a source, and how a place in a document can be mended. Plain facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from msgspec import Struct

from checker.fix.edits import Edit
from checker.model import Citation


class Style(StrEnum):
    """How an archived copy is put into a text where addresses stand as such."""

    REPLACE = "replace"
    APPEND = "append"
    ROBUST = "robust"


class RemedyKind(StrEnum):
    """What a source needs."""

    ARCHIVED = "archived"
    MOVED = "moved"


class Remedy(Struct, frozen=True):
    """What a source needs: ``address`` is the archived copy (captured on ``day``, UTC) or the new address.

    ``why`` is the reason code; ``looked`` the day the author saw the page; ``usurped`` is set where
    strangers have the domain now.
    """

    kind: RemedyKind
    address: str
    why: str
    day: date | None = None
    looked: date | None = None
    usurped: bool = False


class LeftAlone(Struct, frozen=True):
    """A source that is in trouble and is not mended here, and why."""

    why: str


class Spot(Struct, frozen=True):
    """An address as it stands in a text."""

    start: int
    end: int
    citation: Citation

    @property
    def written(self) -> str:
        """The address as written."""
        return self.citation.written


class Reads(StrEnum):
    """What our reader must see once the edits are made.

    ``instead``: the new address in the place of the old one. ``beside``: both. ``field``: the old one,
    with the copy known from a field of its own.
    """

    INSTEAD = "instead"
    BESIDE = "beside"
    FIELD = "field"


class Way(Struct, frozen=True):
    """One way to mend a place: edits, and what they are to bring about."""

    edits: tuple[Edit, ...]
    reads: Reads


class CannotError(Exception):
    """A place that is not mended; the message says why and what to do.

    ``refused`` is False where nothing is to be done there after all.
    """

    def __init__(self, why: str, *, refused: bool = True) -> None:
        self.refused = refused
        super().__init__(why)


NO_ROBUST = "Robust Links attributes exist in HTML only; use --archive-style replace or append"


def instead(spot: Spot, forms: Iterable[str]) -> Iterator[Way]:
    """The ways that put an address, in each of some spellings, in the place of the old one."""
    for form in dict.fromkeys(forms):
        yield Way((Edit(spot.start, spot.written, form),), Reads.INSTEAD)


def spellings(spot: Spot, address: str, escaped: str) -> tuple[str, ...]:
    """How ``address`` can be written at a place, best first.

    An archived copy's address ends with the one it is a copy of: what the author wrote is kept to the
    letter, with its escapes and line breaks, and only preceded. ``escaped`` is the address by the
    rules of the format.
    """
    url = spot.citation.url
    if address.endswith(url) and len(address) > len(url):
        return address.removesuffix(url) + spot.written, escaped
    return (escaped,)


def day_in_words(day: date) -> str:
    """``3 September 2019``."""
    months = "January February March April May June July August September October November December".split()
    return f"{day.day} {months[day.month - 1]} {day.year}"


def archived(remedy: Remedy) -> str:
    """The words before an archived copy, without "at"."""
    return f"archived {day_in_words(remedy.day)}" if remedy.day else "archived copy"
