"""Short-form notes: which earlier note they lean on. Pure; where two fit alike, neither is taken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from checker.readers.note_fields import NoteFields

_IBID = re.compile(r"(?:ibid(?:em)?|ebd|ebenda|там же|id|idem|同上)\b\.?", re.IGNORECASE)
_NOT_A_WORD = re.compile(r"[\W_]+")
MIN_TITLE = 8


@dataclass(frozen=True, slots=True)
class Note:
    """One note: its number, its text, what it says, and whether it holds an address itself."""

    number: str
    text: str
    fields: NoteFields
    has_address: bool


def resolve(notes: Sequence[Note]) -> dict[str, str]:
    """For each note without an address the number of the note that holds it, where that is certain."""
    resolved: dict[str, str] = {}
    full = [note for note in notes if note.has_address]
    for index, note in enumerate(notes):
        if note.has_address:
            continue
        if _IBID.match(note.text.strip()):
            previous = notes[index - 1] if index else None
            if previous is not None:
                target = previous.number if previous.has_address else resolved.get(previous.number)
                if target is not None:
                    resolved[note.number] = target
            continue
        fitting = [other for other in full if _fits(note.fields, other.fields)]
        if len(fitting) == 1:
            resolved[note.number] = fitting[0].number
    return resolved


def _fits(short: NoteFields, full: NoteFields) -> bool:
    """Whether the title is the other's or its beginning, and names or container do not say otherwise."""
    title, other = _normal(short.title), _normal(full.title)
    if not title or not other or not (other == title or other.startswith(f"{title} ")):
        return False
    if short.authors:
        return _surnames(short) <= _surnames(full)
    return title == other or len(title) >= MIN_TITLE


def _normal(text: str | None) -> str:
    folded = unicodedata.normalize("NFKC", text or "").casefold()
    return _NOT_A_WORD.sub(" ", folded).strip()


def _surnames(fields: NoteFields) -> set[str]:
    return {_normal(name).rpartition(" ")[2] for name in fields.authors}
