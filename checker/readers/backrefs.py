"""Short-form notes: which earlier note they lean on. Pure; where two fit alike, neither is taken.

A note leans on another by a word for "the same place" (Ibid., Ebd., Там же, 同上), by "op. cit." and the like
with its author's name, or by the beginning of its title, with names or container that say nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from checker.patterns import regex
from checker.readers.names import authors_of
from checker.readers.note_fields import MAX_NOTE, NoteFields, has_title

_IBID = regex(
    r"(?:(?:see|vgl\.|cf\.|siehe|voir|см\.:?|véase)\s)?"
    r"(?:ib(?:id(?:em)?|íd(?:em)?)?\b\.?|ebd\b\.?|ebenda\b|там же|id\.|idem\b|eadem\b|a\.\s?a\.\s?o\.|loc\. cit\.|同上|同前注?)",
    re.IGNORECASE,
)
_OP_CIT = regex(
    r"[,.]?\s*\(?(?:op\.? ?cit|loc\.? ?cit|art\.? ?cit|a\.\s?a\.\s?o|указ\. ?(?:соч|раб|ст)|цит\. соч|supra note|\(see note|(?:wie )?anm\.|前引|前揭).*$",
    re.IGNORECASE,
)
_NUMBERED = regex(
    r"(?:supra,? (?:note|n\.)|(?:see|as in|cf\.|above,?) (?:note|n\.|footnote|fn\.)|(?:siehe |vgl\. |wie )?(?:anm\.|fn\.|fußnote)|voir (?:note|supra)|см\. (?:сноску|прим\.)|同注|同前注)\s?(\d{1,4})",
    re.IGNORECASE,
)
_NOT_A_WORD = regex(r"[\W_]+")
_ARTICLE = regex(
    r"^(?:the|an?|der|die|das|ein|eine|le|la|les|l|un|une|el|los|las|una|on|zur?|über)\s(?=\w)", re.IGNORECASE
)
_SHORT = regex(
    r"(?P<names>[^\d“”„«»\"‘’《》:]{2,120}?),\s(?P<title>[^\d“”„«»\"][^“”„«»\"]{3,200}?)(?:,\s(?:pp?\.\s?|s\.\s?|с\.\s?)?\d.*)?\.?$"
)
MIN_TITLE = 8
MOST_ALIKE = 200
LONGEST = 100


class Note(Struct, frozen=True):
    """One note: its text, what it says without an address, and what it says of each address it holds."""

    text: str
    fields: NoteFields
    works: tuple[NoteFields, ...] = ()


Target = tuple[int, int]


class _Work(Struct, frozen=True):
    """A work cited in full: its title in normal form, its authors' surnames, and where its address is."""

    title: str
    surnames: frozenset[str]
    target: Target


class _Works:
    """All works of a document, found by the beginning of their titles or by their authors."""

    def __init__(self, notes: Sequence[Note]) -> None:
        works = [
            _Work(_normal(work.title), _surnames(work.authors), (index, place))
            for index, note in enumerate(notes)
            for place, work in enumerate(note.works)
        ]
        self._sorted = sorted((work for work in works if work.title), key=lambda work: work.title)
        self._titles = [work.title for work in self._sorted]
        self._beginnings = sorted(
            (_normal(note.text[:LONGEST]), index) for index, note in enumerate(notes) if note.works
        )
        self._by_names: dict[frozenset[str], list[Target]] = {}
        for work in works:
            if work.surnames:
                self._by_names.setdefault(work.surnames, []).append(work.target)

    def named(self, text: str) -> Target | None:
        """The one work of these authors, or else the one note that begins with these words."""
        surnames = _surnames(authors_of(text))
        fitting = self._by_names.get(surnames, []) if surnames else []
        if not fitting and len(_normal(text)) >= MIN_TITLE:
            words = f"{_normal(text)} "
            first = bisect_left(self._beginnings, (words, 0))
            fitting = [(index, 0) for one, index in self._beginnings[first : first + 2] if one.startswith(words)]
        return fitting[0] if len(fitting) == 1 else None

    def titled(self, short: NoteFields) -> Target | None:
        """The one work whose title is this one or begins with it; names, if any, must be among its authors."""
        title = _normal(short.title)
        if not title:
            return None
        surnames = _surnames(short.authors)
        fitting: list[Target] = []
        first = bisect_left(self._titles, title)
        for work in self._sorted[first : first + MOST_ALIKE]:
            if not work.title.startswith(title) or len(fitting) > 1:
                break
            whole = work.title == title
            if (whole or work.title[len(title)] == " ") and (
                surnames <= work.surnames if short.authors else whole or len(title) >= MIN_TITLE
            ):
                fitting.append(work.target)
        return fitting[0] if len(fitting) == 1 else None


def resolve(notes: Sequence[Note]) -> dict[int, Target]:
    """For each note without an address, by index, the note and which of its addresses it leans on, where certain."""
    resolved: dict[int, Target] = {}
    works = _Works(notes)
    for index, note in enumerate(notes):
        if note.works:
            continue
        text = note.text[:MAX_NOTE].strip()
        if _IBID.match(text) and not has_title(text):
            target = _holder(notes, resolved, index - 1)
        elif (numbered := _NUMBERED.search(text)) and int(numbered[1]) <= len(notes):
            target = _holder(notes, resolved, int(numbered[1]) - 1)
        else:
            target = _by_words(text, note.fields, works)
        if target is not None:
            resolved[index] = target
    return resolved


def _holder(notes: Sequence[Note], resolved: Mapping[int, Target], index: int) -> Target | None:
    """The address of a note, its own or that of the one it leans on itself."""
    if index < 0:
        return None
    return (index, 0) if notes[index].works else resolved.get(index)


def _by_words(text: str, fields: NoteFields, works: _Works) -> Target | None:
    for short in _readings(text, fields):
        target = works.titled(short)
        if target is not None:
            return target
    bare = _OP_CIT.sub("", text)
    if bare != text and not has_title(text):
        return works.named(bare.strip(" ,.("))
    return None


def _readings(text: str, fields: NoteFields) -> Iterator[NoteFields]:
    """What a short form may say: its quoted title, else what follows the names."""
    if fields.title:
        yield fields
        return
    short = _SHORT.match(text)
    if short:
        yield NoteFields(authors=authors_of(short["names"]), title=short["title"])


def _normal(text: str | None) -> str:
    folded = _NOT_A_WORD.sub(" ", unicodedata.normalize("NFKC", text or "").casefold()).strip()
    return _ARTICLE.sub("", folded)


def _surnames(authors: Sequence[str]) -> frozenset[str]:
    folded = (unicodedata.normalize("NFKC", name).casefold() for name in authors)
    return frozenset(_NOT_A_WORD.sub(" ", name).strip().rpartition(" ")[2] for name in folded)
