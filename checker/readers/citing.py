"""From notes to citations: the address with its fields, short forms with the note they lean on. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from checker.model import Citation, Place
from checker.readers.backrefs import Note, resolve
from checker.readers.note_fields import NoteFields, read_note
from checker.readers.prose import Marker, Places
from checker.readers.segments import is_archive
from checker.readers.sentences import Sentences


class Cited(Struct, frozen=True):
    """An address in a note: as meant, where it stands, as written, and what is said of it.

    ``text`` is the part of the note about it, as it reads; ``fields`` what its format states; ``label`` are
    the words it is linked from: its title, if nothing else says.
    """

    url: str
    place: Place
    written: str
    text: str = ""
    fields: NoteFields | None = None
    label: str | None = None


class NoteText(Struct, frozen=True):
    """A note as a reader of its format found it: number or key, text as it reads, place, addresses."""

    number: str
    text: str
    place: Place
    addresses: tuple[Cited, ...]


def from_notes(notes: Sequence[NoteText], mentions: Mapping[str, Sequence[Place]]) -> list[Citation]:
    """The citations of all notes, in their order; unresolved short forms are none."""
    works = [tuple(_fields_of(one) for one in note.addresses) for note in notes]
    own = [NoteFields() if note.addresses else read_note(note.text) for note in notes]
    resolved = resolve([Note(note.text, fields, cited) for note, fields, cited in zip(notes, own, works, strict=True)])
    citations: list[Citation] = []
    for index, note in enumerate(notes):
        places = tuple(mentions.get(note.number, ()))
        for address, fields in zip(note.addresses, works[index], strict=True):
            citations.append(
                citation(address.url, address.place, fields, note=note.number, mentions=places, written=address.written)
            )
        target = resolved.get(index)
        if target is not None:
            full = notes[target[0]]
            citations.append(
                citation(
                    full.addresses[target[1]].url,
                    note.place,
                    own[index],
                    note=note.number,
                    mentions=places,
                    resolves_to=full.number,
                )
            )
    return with_archives(citations)


def _fields_of(address: Cited) -> NoteFields:
    fields = address.fields or read_note(address.text)
    if fields.title is None and address.label:
        return replace(fields, title=address.label)
    return fields


def with_archives(citations: Iterable[Citation]) -> list[Citation]:
    """The same citations; one whose archived copy is cited right behind it, in the same note, knows its address."""
    result: list[Citation] = []
    for one in citations:
        before = result[-1] if result else None
        if (
            before is not None
            and one.note is not None
            and (before.note, before.place.file) == (one.note, one.place.file)
            and not before.archive_url
            and is_archive(one.url)
            and not is_archive(before.url)
        ):
            result[-1] = replace(before, archive_url=one.url)
        result.append(one)
    return result


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
        page_first=fields.page_first,
        written=written,
    )


def mentions_of(file: str, sentences: Sentences, markers: Iterable[Marker], lines: Places) -> dict[str, list[Place]]:
    """Where the body leans on each note, with the sentence around the marker."""
    found: dict[str, list[Place]] = {}
    for marker in markers:
        sentence = sentences.plain(marker.start)
        found.setdefault(marker.note, []).append(lines.place(file, marker.start, sentence))
    return found
