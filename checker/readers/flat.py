"""A marked-up document as its running text, with the way back to the file. Pure and linear.

A reader of a format walks through the file once and writes down what a person would read: markup left
out, entities and escapes decoded, addresses hidden behind words noted. Everything later (notes, fields,
sentences, figures) works on that text, and the map says where in the file each character stands.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct, field

from checker.model import Place
from checker.readers.addresses import find_addresses
from checker.readers.grids import Grid, GridWriter
from checker.readers.lines import Lines
from checker.readers.note_fields import NoteFields
from checker.readers.notes import NoteSpan
from checker.readers.prose import Marker
from checker.readers.spans import Span
from checker.reasons import Reason


class Link(Struct, frozen=True):
    """An address of a document.

    ``start`` and ``end`` are the span of its words in the flat text (empty where it has none), ``first``
    and ``last`` that of the address in the file. ``fields`` is what the format itself states of the source.
    """

    url: str
    start: int
    end: int
    first: int
    last: int
    fields: NoteFields | None = None
    reason: Reason | None = None


class Flat(Struct, frozen=True):
    """A document as it reads.

    ``notes`` and ``markers`` are the ones the format itself marks as such, in spans of ``text``; ``masked``
    are spans of ``text`` that are no prose, ``emphasis`` those set apart, as titles of books are, ``grids`` its tables;
    ``headings`` and ``items`` are where headings and items of lists begin;
    ``places`` maps offsets of ``text`` to places in the file. ``flows`` says that a single line break means nothing.
    """

    text: str
    raw: str
    places: FlatPlaces
    links: tuple[Link, ...] = ()
    notes: tuple[NoteSpan, ...] = ()
    markers: tuple[Marker, ...] = ()
    masked: tuple[Span, ...] = ()
    emphasis: tuple[Span, ...] = ()
    numbered: bool = True
    flows: bool = False
    warnings: tuple[tuple[int, str], ...] = ()
    grids: tuple[Grid, ...] = ()
    headings: tuple[int, ...] = ()
    items: tuple[int, ...] = ()


class FlatPlaces:
    """Offsets of the flat text to places in the file.

    ``outer`` are the places of ``raw`` itself, where that was taken out of another file.
    """

    def __init__(
        self,
        raw: str,
        starts: Sequence[int],
        firsts: Sequence[int],
        exact: Sequence[bool],
        outer: FlatPlaces | None = None,
    ) -> None:
        self._outer = outer
        self._lines = Lines(raw)
        self._text = raw
        self._length = len(raw)
        self._starts, self._firsts, self._exact = starts, firsts, exact

    def raw(self, offset: int) -> int:
        """Where in the file the character at ``offset`` stands."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return 0
        inside = offset - self._starts[index] if self._exact[index] else 0
        return min(self._firsts[index] + inside, self._length)

    def raw_end(self, offset: int, after: int = 0) -> int:
        """Where in the file the character before ``offset`` ends, not before ``after``."""
        index = bisect_right(self._starts, offset - 1) - 1
        if index < 0:
            return after
        if self._exact[index]:
            return max(after, min(self._firsts[index] + offset - self._starts[index], self._length))
        following = self._firsts[index + 1] if index + 1 < len(self._firsts) else self._length
        return max(after, following)

    def written(self, start: int, end: int) -> str:
        """What stands in the file for a span of the flat text."""
        first = self.raw(start)
        return self.raw_written(first, self.raw_end(end, first))

    def place(self, file: str, offset: int, sentence: str = "") -> Place:
        """The place of an offset of the flat text."""
        return self.raw_place(file, self.raw(offset), sentence)

    def raw_written(self, first: int, last: int) -> str:
        """What stands in the file from ``first`` to ``last``."""
        return self._outer.written(first, last) if self._outer else self._text[first:last]

    def file_offset(self, offset: int) -> int:
        """Where in the outermost file an offset of ``raw`` stands."""
        return self._outer.file_offset(self._outer.raw(offset)) if self._outer else offset

    def raw_place(self, file: str, offset: int, sentence: str = "") -> Place:
        """The place of an offset of ``raw`` itself."""
        if self._outer:
            return self._outer.place(file, offset, sentence)
        return self._lines.place(file, offset, sentence)


class Writer(Struct):
    """Writes a flat text down, piece by piece, in the order of the file."""

    raw: str
    length: int = 0
    links: list[Link] = field(default_factory=list)
    notes: list[NoteSpan] = field(default_factory=list)
    markers: list[Marker] = field(default_factory=list)
    masked: list[Span] = field(default_factory=list)
    emphasis: list[Span] = field(default_factory=list)
    _emphasised: int | None = None
    warnings: list[tuple[int, str]] = field(default_factory=list)
    grids: GridWriter = field(default_factory=GridWriter)
    headings: list[int] = field(default_factory=list)
    items: list[int] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _firsts: list[int] = field(default_factory=list)
    _exact: list[bool] = field(default_factory=list)

    def copy(self, start: int, end: int) -> None:
        """Write a span of the file as it stands."""
        if end > start:
            self._append(self.raw[start:end], start, exact=True)

    def last(self, length: int) -> str:
        """The last characters of the piece that was written last."""
        return self._parts[-1][-length:] if self._parts else ""

    def put(self, text: str, start: int) -> None:
        """Write a text for something that stands at ``start`` in the file."""
        if text:
            self._append(text, start, exact=False)

    def tell(self, text: str, start: int) -> None:
        """Write a text that is stated elsewhere, a title: addresses in it are none of the file's own."""
        at = self.length
        self.put(text, start)
        self.masked.append((at, self.length))

    def _append(self, text: str, start: int, *, exact: bool) -> None:
        self._parts.append(text)
        if not (exact and self._goes_on(start)):
            self._starts.append(self.length)
            self._firsts.append(start)
            self._exact.append(exact)
        self.length += len(text)

    def _goes_on(self, start: int) -> bool:
        """Whether what stands at ``start`` in the file follows what was copied last: no new piece then."""
        return bool(self._exact) and self._exact[-1] and self._firsts[-1] + self.length - self._starts[-1] == start

    def link(self, url: str, start: int, first: int, last: int, **facts: NoteFields | Reason | None) -> None:
        """Note an address whose words were written from ``start`` until now."""
        self.links.append(Link(url, start, self.length, first, last, **facts))  # type: ignore[arg-type]

    def code(self, start: int, end: int) -> None:
        """Leave out code, but note the addresses in it; the file's newlines are kept."""
        self.skip(start, end, Reason.CODE)

    def skip(self, start: int, end: int, reason: Reason) -> None:
        """Leave a span of the file out, but note the addresses in it as no citations."""
        for found in find_addresses(self.raw, start, end):
            self.link(found.url, self.length, found.start, found.end, reason=reason)
        newlines = self.raw.count("\n", start, end)
        self.put("\n" * newlines or " ", start)

    def note(self, key: str, start: int) -> None:
        """Note that what was written from ``start`` until now is a note, and no prose."""
        self.notes.append(NoteSpan(key, start, start, self.length))

    def mark(self, key: str, at: int, words: str) -> None:
        """Write a note marker."""
        start = self.length
        self.put(words, at)
        self.markers.append(Marker(start, self.length, key))

    def emphasise(self, *, on: bool) -> None:
        """Begin or end what is set apart (italics)."""
        if self._emphasised is not None and self.length > self._emphasised:
            self.emphasis.append((self._emphasised, self.length))
        self._emphasised = self.length if on else None

    def toggle(self) -> None:
        """Begin what is set apart, or end it if it has begun."""
        self.emphasise(on=self._emphasised is None)

    def done(self, *, numbered: bool = True, flows: bool = False, outer: FlatPlaces | None = None) -> Flat:
        """The whole; ``numbered`` notes at the end of the text are looked for unless the format has its own."""
        places = FlatPlaces(self.raw, self._starts, self._firsts, self._exact, outer)
        return Flat(
            "".join(self._parts),
            self.raw,
            places,
            tuple(self.links),
            tuple(self.notes),
            tuple(self.markers),
            tuple(self.masked),
            tuple(self.emphasis),
            numbered,
            flows,
            tuple(self.warnings),
            tuple(self.grids.grids),
            tuple(self.headings),
            tuple(self.items),
        )


def plain(text: str) -> Flat:
    """A text that is what it reads."""
    writer = Writer(text)
    writer.copy(0, len(text))
    return writer.done()
