"""Edits of a text: where, what stood there, what is to stand there. Pure.

An edit says what it replaces, so that one that no longer fits its text is refused instead of guessed.
Offsets are 0-based code points, spans half-open.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct


class EditError(ValueError):
    """Edits that overlap, or do not fit the text; nothing was changed."""


class Edit(Struct, frozen=True):
    """Put ``new`` where ``old`` stands, from ``start`` on; an insertion has an empty ``old``."""

    start: int
    old: str
    new: str

    @property
    def end(self) -> int:
        """Where the replaced text ends."""
        return self.start + len(self.old)


def insertion(at: int, text: str) -> Edit:
    """An edit that takes nothing away."""
    return Edit(at, "", text)


def ordered(edits: Iterable[Edit]) -> list[Edit]:
    """The edits in the order of the text.

    Raises:
        EditError: two of them touch the same characters or the same point.
    """
    result = sorted(edits, key=lambda edit: (edit.start, edit.end))
    for one, other in pairwise(result):
        if other.start < one.end or other.start == one.start:
            raise EditError(f"two edits overlap at offset {other.start}")
    return result


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made.

    Raises:
        EditError: an edit overlaps another or does not fit the text.
    """
    return "".join(piece for pair in pieces(text, ordered(edits)) for piece in pair)


def pieces(text: str, edits: Sequence[Edit]) -> Iterable[tuple[str, str]]:
    """What is kept before each edit, and what the edit puts in; the last pair is the kept end and nothing.

    Raises:
        EditError: an edit does not fit the text.
    """
    last = 0
    for edit in edits:
        if text[edit.start : edit.end] != edit.old or edit.start < last:
            raise EditError(f"the text at offset {edit.start} is not what was to be replaced")
        yield text[last : edit.start], edit.new
        last = edit.end
    yield text[last:], ""


class Shift:
    """Where offsets of the old text stand in the new one."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._ends = [edit.end for edit in edits]
        self._starts = [edit.start for edit in edits]
        self._grown = [0]
        for edit in edits:
            self._grown.append(self._grown[-1] + len(edit.new) - len(edit.old))

    def after(self, offset: int) -> int:
        """The new offset of a character that no edit replaces; of a replaced one, where its edit begins."""
        index = bisect_right(self._ends, offset)
        if index < len(self._starts) and self._starts[index] <= offset:
            offset = self._starts[index]
        return offset + self._grown[index]
