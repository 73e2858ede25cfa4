"""Notes at the end of a plain text, and the markers in its body. Pure and linear.

Numbers in brackets (``[12]``), with a full stop or bracket (``12.``, ``(12)``), raised (``¹²``) or bare, counted
upwards from one; or keys in brackets (``[RFC2119]``), as RFCs have them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from checker.patterns import regex
from checker.readers.prose import Marker

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_BRACKETED = regex(r"^[ \t]{0,8}\[\^?(\d{1,4})\]:?[ \t\u00a0]{0,20}(?=\S)", re.MULTILINE)
_FORMS = (
    regex(r"^[ \t]{0,8}(\d{1,4})[.)][ \t\u00a0]+(?=\S)", re.MULTILINE),
    regex(r"^[ \t]{0,8}([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})[ \t\u00a0]?(?=\S)", re.MULTILINE),
    regex(r"^[ \t]{0,8}\((\d{1,4})\)[ \t\u00a0]+(?=\S)", re.MULTILINE),
    regex(r"^[ \t]{0,3}(\d{1,4})[ \t\u00a0]+(?=[^\W\d_a-z]|[“„«\"‘<])", re.MULTILINE),
)
_KEYED = regex(r"^[ \t]{0,8}\[([^\W\d_][\w.+:/-]{0,60})\](?:[ \t]+|[ \t]*\r?\n[ \t]{4,40})(?=\S)", re.MULTILINE)
_OTHER_LIST = regex(r"(?<=\n)[ \t]{0,3}(?:[-*+•][ \t]|#{1,6} )")
_BLANK = regex(r"(?:\r\n|\n|\r)[ \t\u00a0]*(?:\r\n|\n|\r)")
_MARKER = regex(r"\[\^?(\d{1,4})\]|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})")
_KEY_MARKER = regex(r"\[([^\W\d_][\w.+:/-]{0,60})\]")
HALF = 0.5
_ADDRESS = regex(r"https?://|\bwww\.", re.IGNORECASE)
_HEADING = regex(
    r"(?:notes?|endnotes?|footnotes?|references?|works cited|sources|bibliography|citations?|anmerkungen|fußnoten|endnoten|quellen|"
    r"einzelnachweise|literatur(?:verzeichnis)?|références|sources|notas?|referencias|bibliografía|fuentes|примечания|сноски|"
    r"литература|источники|список литературы|参考文献|注释|註釋|注)\s*:?",
    re.IGNORECASE,
)


class NoteSpan(Struct, frozen=True):
    """One note: its number, where its line begins, and the span of its text."""

    number: str
    line_start: int
    start: int
    end: int


def find_notes(text: str, *, strict: bool = False) -> list[NoteSpan]:
    """The notes of a text: runs of numbered paragraphs that count upwards from one, or keyed ones.

    ``strict``: a list with full stops (``1.``) needs a heading that says so, or markers in the text.
    """
    runs = _runs(text, _BRACKETED, deep=True)
    found = [run for run in runs[:-1] if _share(text, run) >= HALF] + runs[-1:]
    if not any(_share(text, run) for run in found):
        found = [run for run in runs if _share(text, run)] or found
    notes = [note for run in found for note in run] or _keyed(text)
    if notes:
        return notes
    marked = _first_markers(text)
    for form in _FORMS:
        runs = _runs(text, form, deep=False)
        notes = [note for run in runs if _cites(text, run, marked, strict=strict) for note in run]
        if notes:
            break
    return notes


def _runs(text: str, form: re.Pattern[str], *, deep: bool) -> list[list[NoteSpan]]:
    """The numbered paragraphs of a form, in runs that count upwards from one; each ends where the next begins."""
    runs: list[list[tuple[int, int, int]]] = []
    for match in form.finditer(text):
        number = int(match[1].translate(_RAISED))
        if number == 1:
            runs.append([])
        elif not runs or number != runs[-1][-1][0] + 1:
            continue
        runs[-1].append((number, match.start(), match.end()))
    starts = [one for run in runs for one in run]
    limits = [*(line_start for _, line_start, _ in starts[1:]), len(text)]
    found: list[list[NoteSpan]] = []
    for (number, line_start, start), limit in zip(starts, limits, strict=False):
        note = NoteSpan(str(number), line_start, start, _end(text, line_start, start, limit, deep=deep))
        if number == 1:
            found.append([])
        found[-1].append(note)
    return found


def _end(text: str, line_start: int, start: int, limit: int, *, deep: bool) -> int:
    """Where a note ends: at a blank line or another list, ``deep`` ones not where what follows is indented deeper."""
    indent = _indent(text, line_start)
    other = _OTHER_LIST.search(text, start, limit)
    limit = other.start() if other else limit
    position = start
    while blank := _BLANK.search(text, position, limit):
        following = blank.end()
        if not deep or _indent(text, following) < indent + 3 or blank.end() >= limit:
            return blank.start()
        position = following
    return limit


def _indent(text: str, start: int) -> int:
    end = start
    while text[end : end + 1] in (" ", "\t") and end - start < 40:
        end += 1
    return end - start if text[end : end + 1] not in ("", "\n", "\r") else 0


def _share(text: str, notes: Sequence[NoteSpan]) -> float:
    holding = sum(bool(_ADDRESS.search(text, note.start, note.end)) for note in notes)
    return holding / len(notes)


def _first_markers(text: str) -> Mapping[str, int]:
    """Where each number is marked for the first time."""
    found: dict[str, int] = {}
    for match in _MARKER.finditer(text):
        found.setdefault(match[1] or match[2].translate(_RAISED), match.start())
    return found


def _cites(text: str, notes: Sequence[NoteSpan], marked: Mapping[str, int], *, strict: bool) -> bool:
    """Whether a numbered list are notes: by its heading, by markers in the text, or as most of it holds addresses."""
    share = _share(text, notes)
    first = notes[0].line_start
    heading = text[max(0, first - 200) : first].rstrip().rpartition("\n")[2]
    if share and _HEADING.fullmatch(heading.strip(" \t\r#*=_-0123456789.")):
        return True
    if share < HALF:
        return False
    return any(marked.get(note.number, first) < first for note in notes) or (not strict and len(notes) > 1)


def _keyed(text: str) -> list[NoteSpan]:
    """Paragraphs that begin with a key in brackets, if there are two and one of them holds an address."""
    starts = [(match[1], match.start(), match.end()) for match in _KEYED.finditer(text)]
    spans: list[NoteSpan] = []
    for index, (key, line_start, start) in enumerate(starts):
        limit = starts[index + 1][1] if index + 1 < len(starts) else len(text)
        if _begins(text, line_start, spans):
            spans.append(NoteSpan(key, line_start, start, _end(text, line_start, start, limit, deep=False)))
    return spans if len(spans) > 1 and _share(text, spans) else []


def _begins(text: str, line_start: int, spans: Sequence[NoteSpan]) -> bool:
    """Whether a line begins a paragraph: what stands before it is blank, or the end of another entry."""
    before = text[max(0, line_start - 200) : line_start].rpartition("\n")[0].rpartition("\n")[2] if line_start else ""
    return not before.strip() or bool(spans and spans[-1].end >= line_start)


def find_markers(text: str, notes: Sequence[NoteSpan]) -> list[Marker]:
    """The markers before the notes that name one of them."""
    if not notes:
        return []
    numbers = {note.number for note in notes}
    form = _MARKER if notes[0].number.isdigit() else _KEY_MARKER
    found: Iterator[tuple[int, int, str]] = (
        (match.start(), match.end(), (match[1] or match[2].translate(_RAISED)) if form is _MARKER else match[1])
        for match in form.finditer(text, 0, notes[0].line_start)
    )
    return [Marker(start, end, key) for start, end, key in found if key in numbers]
