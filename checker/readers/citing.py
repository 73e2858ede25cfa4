"""From notes to citations: the address with its fields, short forms with the note they lean on. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from checker.model import Citation, Place
from checker.readers.backrefs import Note, resolve
from checker.readers.note_fields import NoteFields, read_note
from checker.readers.prose import Marker, Places
from checker.readers.sentences import Sentences


@dataclass(frozen=True, slots=True)
class Cited:
    """An address in a note: as meant, where it stands, as written, and what its format states of it."""

    url: str
    place: Place
    written: str
    fields: NoteFields | None = None


@dataclass(frozen=True, slots=True)
class NoteText:
    """A note as a reader of its format found it: number or key, text as it reads, place, addresses.

    ``label`` are the words its first address is linked from: the title, if nothing else says.
    """

    number: str
    text: str
    place: Place
    addresses: tuple[Cited, ...]
    label: str | None = None


def from_notes(notes: Sequence[NoteText], mentions: Mapping[str, Sequence[Place]]) -> list[Citation]:
    """The citations of all notes, in their order; unresolved short forms are none."""
    read = [Note(one.number, one.text, read_note(one.text), bool(one.addresses)) for one in notes]
    resolved = resolve(read)
    first_url = {one.number: one.addresses[0].url for one in notes if one.addresses}
    citations: list[Citation] = []
    for one, known in zip(notes, read, strict=True):
        places = tuple(mentions.get(one.number, ()))
        for index, address in enumerate(one.addresses):
            fields = address.fields or (known.fields if index == 0 else NoteFields())
            if index == 0 and fields.title is None and one.label:
                fields = replace(fields, title=one.label)
            citations.append(
                citation(address.url, address.place, fields, note=one.number, mentions=places, written=address.written)
            )
        target = resolved.get(one.number)
        if target is not None:
            citations.append(
                citation(
                    first_url[target],
                    one.place,
                    known.fields,
                    note=one.number,
                    mentions=places,
                    resolves_to=target,
                )
            )
    return citations


def citation(
    url: str,
    place: Place,
    fields: NoteFields,
    *,
    note: str | None = None,
    mentions: tuple[Place, ...] = (),
    resolves_to: str | None = None,
    written: str = "",
) -> Citation:
    """A citation with the fields read off its note."""
    return Citation(
        url=url,
        place=place,
        note=note,
        title=fields.title,
        authors=fields.authors,
        container=fields.container,
        published=fields.published,
        accessed=fields.accessed,
        doi=fields.doi,
        mentions=mentions,
        resolves_to=resolves_to,
        language=fields.language,
        archive_url=fields.archive_url,
        written=written,
    )


def mentions_of(file: str, sentences: Sentences, markers: Iterable[Marker], lines: Places) -> dict[str, list[Place]]:
    """Where the body leans on each note, with the sentence around the marker."""
    found: dict[str, list[Place]] = {}
    for marker in markers:
        sentence = sentences.plain(marker.start)
        found.setdefault(marker.note, []).append(lines.place(file, marker.start, sentence))
    return found
