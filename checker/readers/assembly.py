"""From a flat document to its reading: the same for every format. Pure and linear."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from checker.model import Citation, Document, FoundFigure, Skip, Trouble
from checker.readers.addresses import find_addresses
from checker.readers.citing import Cited, NoteText, citation, from_notes, mentions_of
from checker.readers.figures import find_figures
from checker.readers.flat import Flat, Link
from checker.readers.grids import wiki_grids
from checker.readers.note_fields import NoteFields, has_title, read_note
from checker.readers.notes import NoteSpan, find_markers, find_notes
from checker.readers.prose import Marker, Prose
from checker.readers.reading import Reading
from checker.readers.schemes import is_name
from checker.readers.sentences import Sentences, plain_sentence
from checker.readers.spans import Cover
from checker.reasons import Reason

_ENTRY = 600
_TAIL = 160


def reading_of(document: Document, flat: Flat) -> Reading:
    """Everything that a flat document cites and quotes."""
    file = document.name
    notes = flat.notes or tuple(find_notes(flat.text) if flat.numbered else ())
    markers = flat.markers or (find_markers(flat.text, notes) if flat.numbered else ())
    links = sorted([*flat.links, *_bare(flat)], key=lambda link: (link.start, link.first))
    pages = [link for link in links if link.reason is None]
    sentences = Sentences(flat.text)
    mentions = mentions_of(file, sentences, markers, flat.places)
    inside = Cover((note.line_start, note.end) for note in notes)
    loose = [link for link in pages if not inside.holds(link.start)]
    before = [0, *(link.end for link in loose)]
    citations = [_loose(file, flat, link, sentences, floor) for link, floor in zip(loose, before, strict=False)]
    citations += from_notes(list(_note_texts(file, flat, notes, pages)), mentions)
    citations.sort(key=lambda one: (one.place.line, one.place.column))
    skips = [Skip(link.url, flat.places.raw_place(file, link.first), link.reason) for link in links if link.reason]
    figures = _figures(document, flat, Cover([*inside.spans, *flat.masked, *_written(links)]), markers)
    troubles = [Trouble(flat.places.raw_place(file, at), message) for at, message in flat.warnings]
    return Reading(tuple(citations), figures, tuple(skips), tuple(troubles))


def _bare(flat: Flat) -> Iterator[Link]:
    """Addresses that stand in the text itself and belong to no link."""
    taken = Cover((link.start, link.end) for link in flat.links)
    for found in find_addresses(flat.text):
        if not taken.holds(found.start):
            first = flat.places.raw(found.start)
            last = flat.places.raw_end(found.end, first)
            reason = Reason.NAMESPACE if is_name(flat.text, found.start) else None
            yield Link(found.url, found.start, found.end, first, last, reason=reason)


def _written(links: Iterable[Link]) -> Iterator[tuple[int, int]]:
    """Spans of links whose words are an address: no prose."""
    return ((link.start, link.end) for link in links)


def _note_texts(file: str, flat: Flat, notes: Sequence[NoteSpan], links: Sequence[Link]) -> Iterator[NoteText]:
    """The notes as they read; addresses hidden behind words stand at their end."""
    starts = [link.start for link in links]
    for note in notes:
        inside = links[bisect_left(starts, note.start) : bisect_left(starts, note.end)]
        text = flat.text[note.start : note.end]
        label = _label(flat, inside)
        if label and not has_title(text):
            first = inside[0]
            text = f"{flat.text[note.start : first.start]}“{label}”{flat.text[first.end : note.end]}"
        hidden = [link.url for link in inside if not find_addresses(flat.text, link.start, link.end)]
        cited = tuple(_cited(file, flat, link) for link in inside)
        whole = " ".join([text.rstrip(), *hidden])
        yield NoteText(note.number, whole, flat.places.place(file, note.start), cited, label)


def _cited(file: str, flat: Flat, link: Link) -> Cited:
    return Cited(link.url, flat.places.raw_place(file, link.first), flat.raw[link.first : link.last], link.fields)


def _label(flat: Flat, inside: Sequence[Link]) -> str | None:
    """The words of a note's first link, where they are words: its title, if nothing else says."""
    words = plain_sentence(flat.text[inside[0].start : inside[0].end]) if inside else ""
    return words if words and not find_addresses(words) else None


def _loose(file: str, flat: Flat, link: Link, sentences: Sentences, floor: int) -> Citation:
    """An address outside notes; one that closes an entry of a bibliography brings the entry's fields.

    ``floor`` is where the address before it ended: what stands before that is not about this one.
    """
    place = flat.places.raw_place(file, link.first, sentences.plain(link.start))
    fields = link.fields or _entry(flat, link, floor)
    return citation(link.url, place, fields, written=flat.raw[link.first : link.last])


def _entry(flat: Flat, link: Link, floor: int) -> NoteFields:
    words = flat.text[link.start : link.end].strip()
    low = max(floor, link.start - _ENTRY)
    before = flat.text[low : link.start]
    before = before[before.rfind("\n") + 1 :]
    after = flat.text[link.end : link.end + _TAIL].partition("\n")[0]
    entry = f"{before}{link.url}{after}"
    if has_title(before):
        return read_note(entry)
    label = None if not words or find_addresses(words) else plain_sentence(words).strip('"“”„«»')
    if label is None:
        return NoteFields(accessed=read_note(f"{link.url}{after}").accessed)
    told = read_note(f"{before} “{label}”{after}")
    # Only an entry of a bibliography says when it was accessed; in prose, what follows a link is not about it.
    return replace(told, title=label) if told.accessed else NoteFields(title=label)


def _figures(document: Document, flat: Flat, masked: Cover, markers: Sequence[Marker]) -> tuple[FoundFigure, ...]:
    if not document.figures:
        return ()
    grids = flat.grids + (tuple(wiki_grids(flat.text)) if document.kind == "wikitext" else ())
    prose = Prose(document.name, flat.text, masked.spans, tuple(markers), flat.places, grids)
    return tuple(
        replace(one, start=flat.places.raw(one.start), end=flat.places.raw_end(one.end)) for one in find_figures(prose)
    )
