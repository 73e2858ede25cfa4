"""From notes to citations: the address with its fields, short forms with the note they lean on. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from checker.model import Citation, Place
from checker.readers.backrefs import Note, resolve
from checker.readers.note_fields import NoteFields, read_note
from checker.readers.prose import Marker, Places
from checker.readers.sentences import sentence_at

_MARKUP = (
    (re.compile(r"\[\^?[\w.-]{1,40}\](?!\()"), ""),
    (re.compile(r"!?\[([^\[\]]{0,500})\]\([^()\s]{0,2000}(?:\s\"[^\"]{0,300}\")?\)"), r"\1"),
    (re.compile(r"\[([^\[\]]{0,500})\]\[[^\[\]]{0,100}\]"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^<>]{0,300}>"), ""),
    (re.compile(r"(?<![\w*])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![\w*])"), ""),
    (re.compile(r"^[ \t]{0,3}(?:#{1,6}|>|[-*+])[ \t]+", re.MULTILINE), ""),
    (re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"), ""),
)


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


def mentions_of(
    file: str, text: str, markers: Iterable[Marker], lines: Places, plain: Mapping[int, str] | None = None
) -> dict[str, list[Place]]:
    """Where the body leans on each note, with the sentence around the marker."""
    found: dict[str, list[Place]] = {}
    for marker in markers:
        start, end = sentence_at(text, marker.start)
        sentence = (plain or {}).get(marker.start) or plain_sentence(text[start:end])
        found.setdefault(marker.note, []).append(lines.place(file, marker.start, sentence))
    return found


def plain_sentence(text: str) -> str:
    """A sentence on one line, without note markers and markup, cut where it is endless."""
    return _strip(text[:2000])[:600]


def _strip(text: str) -> str:
    for pattern, replacement in _MARKUP:
        text = pattern.sub(replacement, text)
    return " ".join(text.split())
