"""Numbered notes at the end of a plain text, and the markers in its body. Pure and linear."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checker.readers.prose import Marker

_BRACKETED = re.compile(r"^[ \t]{0,3}\[(\d{1,4})\][ \t\u00a0]+(?=\S)", re.MULTILINE)
_NUMBERED = re.compile(r"^[ \t]{0,3}(\d{1,4})[.)][ \t\u00a0]+(?=\S)", re.MULTILINE)
_BLANK = re.compile(r"(?:\r\n|\n|\r)[ \t\u00a0]*(?:\r\n|\n|\r)")
_MARKER = re.compile(r"\[(\d{1,4})\]")
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NoteSpan:
    """One note: its number, where its line begins, and the span of its text."""

    number: str
    line_start: int
    start: int
    end: int


def find_notes(text: str) -> list[NoteSpan]:
    """The notes of a text: the last run of numbered paragraphs that counts upwards from one."""
    for form in (_BRACKETED, _NUMBERED):
        starts = _last_run([(int(match[1]), match.start(), match.end()) for match in form.finditer(text)])
        notes = _spans(text, starts)
        if notes and (form is _BRACKETED or _mostly_sources(text, notes)):
            return notes
    return []


def _last_run(starts: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    run: list[tuple[int, int, int]] = []
    for start in starts:
        if start[0] == 1:
            run = [start]
        elif run and start[0] == run[-1][0] + 1:
            run.append(start)
    return run


def _spans(text: str, starts: Sequence[tuple[int, int, int]]) -> list[NoteSpan]:
    spans = []
    for index, (number, line_start, start) in enumerate(starts):
        end = starts[index + 1][1] if index + 1 < len(starts) else len(text)
        blank = _BLANK.search(text, start, end)
        spans.append(NoteSpan(str(number), line_start, start, blank.start() if blank else end))
    return spans


def _mostly_sources(text: str, notes: Sequence[NoteSpan]) -> bool:
    """A numbered list counts as notes where at least half of its items hold an address."""
    holding = sum(bool(_ADDRESS.search(text, note.start, note.end)) for note in notes)
    return 2 * holding >= len(notes)


def find_markers(text: str, notes: Sequence[NoteSpan]) -> list[Marker]:
    """The markers ``[n]`` before the notes that name one of them."""
    if not notes:
        return []
    numbers = {note.number for note in notes}
    return [
        Marker(match.start(), match.end(), match[1])
        for match in _MARKER.finditer(text, 0, notes[0].line_start)
        if match[1] in numbers
    ]
