"""From a flat document to its reading: the same for every format. Pure and linear."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from checker.model import Citation, Document, FoundFigure, Skip, Trouble
from checker.readers.addresses import find_addresses
from checker.readers.citing import Cited, NoteText, citation, from_notes, mentions_of
from checker.readers.entries import entry_fields
from checker.readers.figures import find_figures
from checker.readers.flat import Flat, Link
from checker.readers.grids import Grid, pipe_grids, wiki_grids
from checker.readers.lined_grids import asciidoc_grids, rst_grids
from checker.readers.notes import NoteSpan, find_markers, find_notes
from checker.readers.prose import Marker, Prose
from checker.readers.reading import Reading
from checker.readers.schemes import is_name, may_name
from checker.readers.segments import is_archive, segments
from checker.readers.sentences import Sentences, plain_words
from checker.readers.spans import Cover
from checker.readers.titles import NO_TITLE, bibliographic, has_title
from checker.reasons import Reason

_TABLES: Mapping[str, Callable[[str], Iterator[Grid]]] = {
    "wikitext": wiki_grids,
    "markdown": pipe_grids,
    "notebook": pipe_grids,
    "asciidoc": asciidoc_grids,
    "rst": rst_grids,
}


def reading_of(document: Document, flat: Flat) -> Reading:
    """Everything that a flat document cites and quotes."""
    file = document.name
    notes = flat.notes or tuple(find_notes(flat.text, strict=flat.flows) if flat.numbered else ())
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
    taken = Cover([*flat.masked, *((link.start, link.end) for link in flat.links)])
    named = may_name(flat.text)
    for found in find_addresses(flat.text):
        if not taken.holds(found.start):
            first = flat.places.raw(found.start)
            last = flat.places.raw_end(found.end, first)
            reason = Reason.NAMESPACE if named and is_name(flat.text, found.start) else None
            yield Link(found.url, found.start, found.end, first, last, reason=reason)


def _written(links: Iterable[Link]) -> Iterator[tuple[int, int]]:
    """Spans of links whose words are an address: no prose."""
    return ((link.start, link.end) for link in links)


def _note_texts(file: str, flat: Flat, notes: Sequence[NoteSpan], links: Sequence[Link]) -> Iterator[NoteText]:
    """The notes as they read, each with its addresses and the part of it about each."""
    starts = [link.start for link in links]
    for note in notes:
        inside = links[bisect_left(starts, note.start) : bisect_left(starts, note.end)]
        text = flat.text[note.start : note.end]
        numbered = re.match(rf"\s*[\[(]?{re.escape(note.number)}[\])]?[.:)]?\s+(?=\S)", text)
        begin = numbered.end() if numbered else 0
        cited = tuple(_all_cited(file, flat, note, begin, inside))
        yield NoteText(note.number, text[begin:], flat.places.place(file, note.start), cited)


def _all_cited(file: str, flat: Flat, note: NoteSpan, begin: int, inside: Sequence[Link]) -> Iterator[Cited]:
    """The addresses of a note, archived copies without words of their own."""
    main = [link for index, link in enumerate(inside) if not index or not is_archive(link.url)]
    labels = [_label(flat, link) for link in main]
    spans = [
        (link.start - note.start, link.end - note.start, bool(label)) for link, label in zip(main, labels, strict=True)
    ]
    parts = dict(zip(main, zip(segments(flat.text[note.start : note.end], spans), labels, strict=True), strict=True))
    for link in inside:
        if link in parts:
            (start, end), label = parts[link]
            words = _words(flat, link, note.start + max(start, begin if start == 0 else 0), note.start + end, label)
        else:
            label, words = None, ""
        written = flat.places.raw_written(link.first, link.last)
        yield Cited(link.url, flat.places.raw_place(file, link.first), written, words, link.fields, label)


def _words(flat: Flat, link: Link, start: int, end: int, label: str | None) -> str:
    """The part of a note about an address; hidden addresses stand at its end."""
    text = flat.text[start:end]
    if link.fields is not None:
        return text
    if not has_title(text):
        text = _titled(flat, start, end, None if bibliographic(text) else link, label)
    if label is not None or not find_addresses(flat.text, link.start, link.end):
        text = f"{text.rstrip()} {link.url}"
    return text


def _titled(flat: Flat, start: int, end: int, link: Link | None, label: str | None) -> str:
    """A part of a note without quotes, its title in some: what the address is linked from, else what is set apart."""
    text = flat.text
    if link is None:
        return text[start:end]
    if label:
        return f"{text[start : link.start]}“{label}”{text[link.end : end]}"
    first = bisect_left(flat.emphasis, (start, start))
    if first < len(flat.emphasis) and flat.emphasis[first][1] <= min(end, link.start):
        begin, stop = flat.emphasis[first]
        return f"{text[start:begin]}“{text[begin:stop]}”{text[stop:end]}"
    return text[start:end]


def _label(flat: Flat, link: Link) -> str | None:
    """The words of a link, where they are words: its title, if nothing else says."""
    words = flat.text[link.start : link.end]
    if words == link.url:
        return None
    words = plain_words(words)
    return words if words and not NO_TITLE.fullmatch(words) and not find_addresses(words) else None


def _loose(file: str, flat: Flat, link: Link, sentences: Sentences, floor: int) -> Citation:
    """An address outside notes; one that closes an entry of a bibliography brings the entry's fields.

    ``floor`` is where the address before it ended: what stands before that is not about this one.
    """
    place = flat.places.raw_place(file, link.first, sentences.plain(link.start))
    fields = link.fields or entry_fields(flat, link, floor)
    return citation(link.url, place, fields, written=flat.places.raw_written(link.first, link.last))


def _figures(document: Document, flat: Flat, masked: Cover, markers: Sequence[Marker]) -> tuple[FoundFigure, ...]:
    if not document.figures:
        return ()
    tables = _TABLES.get(document.kind)
    grids = (*flat.grids, *(tables(flat.text) if tables else ()))
    prose = Prose(document.name, flat.text, masked.spans, tuple(markers), flat.places, grids, flat.headings, flat.items)
    return tuple(
        replace(
            one,
            start=flat.places.file_offset(flat.places.raw(one.start)),
            end=flat.places.file_offset(flat.places.raw_end(one.end)),
        )
        for one in find_figures(prose)
    )
