"""What is known beside a figure: how its date was read, what its page says of it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class DateSource(StrEnum):
    """Where the date of a figure was read: beside it, in a header, or only as the day its source came out."""

    NONE = "none"
    TEXT = "text"
    HEADER = "header"
    PUBLISHED = "published"


class OnPage(StrEnum):
    """Whether a page still has a figure."""

    FOUND = "found"
    ROUNDED = "rounded"
    NOT_FOUND = "not_found"
    NOT_CHECKED = "not_checked"


class SeenFigure(Struct, frozen=True):
    """What a page says of a figure that was looked for on it, with the few words around it.

    ``words`` of one that was not checked say why not, where that is known.
    """

    name: str
    state: OnPage
    words: str = ""


class Confidence(StrEnum):
    """How sure a guessed date is; never ``high`` where the digits of the figure could be read in two ways."""

    NONE = "none"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
