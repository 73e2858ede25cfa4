"""Reading plain text: numbered notes at the end, or addresses wherever they stand. Pure."""

from __future__ import annotations

from checker.model import Citation, Document, FoundFigure
from checker.readers.addresses import find_addresses
from checker.readers.citing import NoteText, citation, from_notes, mentions_of, plain_sentence
from checker.readers.figures import find_figures
from checker.readers.lines import Lines
from checker.readers.note_fields import NoteFields, read_note
from checker.readers.notes import NoteSpan, find_markers, find_notes
from checker.readers.prose import Prose
from checker.readers.reading import Reading
from checker.readers.sentences import sentence_at
from checker.readers.spans import merged

_ENTRY = 600


def read(document: Document) -> Reading:
    """Citations and figures of a plain text."""
    text, lines = document.text, Lines(document.text)
    notes = find_notes(text)
    markers = find_markers(text, notes)
    mentions = mentions_of(document.name, text, markers, lines)
    body_end = notes[0].line_start if notes else len(text)
    after = notes[-1].end if notes else len(text)
    citations = _loose(document, lines, 0, body_end)
    citations += from_notes(document.name, [_note(text, note) for note in notes], lines, mentions)
    citations += _loose(document, lines, after, len(text))
    figures: tuple[FoundFigure, ...] = ()
    if document.figures:
        masked = [(note.line_start, note.end) for note in notes]
        masked += [(address.start, address.end) for address in find_addresses(text)]
        figures = find_figures(Prose(document.name, text, merged(masked), tuple(markers)))
    return Reading(tuple(citations), figures)


def _note(text: str, span: NoteSpan) -> NoteText:
    addresses = tuple(find_addresses(text, span.start, span.end))
    return NoteText(span.number, text[span.start : span.end], span.start, addresses)


def _loose(document: Document, lines: Lines, start: int, end: int) -> list[Citation]:
    """Addresses outside notes; one that closes an entry of a bibliography brings the entry's fields."""
    found = []
    for address in find_addresses(document.text, start, end):
        line_start = lines.start(lines.position(address.start)[0])
        before = document.text[max(line_start, address.start - _ENTRY) : address.start]
        after = document.text[address.end : address.end + 80].partition("\n")[0]
        sentence = plain_sentence(document.text[slice(*sentence_at(document.text, address.start))])
        place = lines.place(document.name, address.start, sentence)
        fields = read_note(f"{before}{address.url}{after}") if '"' in before or _has_quote(before) else NoteFields()
        found.append(citation(address.url, place, fields))
    return found


def _has_quote(text: str) -> bool:
    return any(quote in text for quote in "“”„«《")
