"""Reading .docx: paragraphs, hyperlinks, field codes, footnotes and endnotes. Pure; bounded.

A paragraph is a line: Word has no others. No library gives footnotes (python-docx 1.2), and what is
needed of the format (ECMA-376) is small.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from lxml import etree

from checker.model import Document, Place, Trouble
from checker.patterns import regex
from checker.readers.assembly import reading_of
from checker.readers.flat import Link, Writer
from checker.readers.notes import NoteSpan
from checker.readers.prose import Marker
from checker.readers.reading import Reading
from checker.readers.schemes import is_page, scheme_of
from checker.readers.spans import merged
from checker.reasons import Reason

MAX_PART = 64 * 1024 * 1024
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_NOTES = ("footnotes", "endnotes")
_BROKEN = (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError, RuntimeError, OSError, zlib.error)
_FIELD = regex(r"\bHYPERLINK\s+(?:\\[a-z]\s+)*\"([^\"]{1,8000})\"(?:.*?\\l\s+\"([^\"]{1,500})\")?", re.IGNORECASE)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BLANKS = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-", "softHyphen": ""}
_OFF = ("0", "false", "off")


def read(document: Document) -> Reading:
    """Citations and figures of a Word document; a line is a paragraph."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(document.data))
        body = _part(archive, "word/document.xml")
    except (KeyError, *_BROKEN) as error:
        return Reading(troubles=(_trouble(document, f"not a whole Word document ({error}); save it again"),))
    parts, troubles = _notes(document, archive)
    walk = _Walk(both=all(any(True for _ in _numbered(root)) for root in parts.values()) and len(parts) > 1)
    for name, root in {"document": body, **parts}.items():
        _without_fallbacks(root)
        walk.part(name, root, _targets(archive, name))
    flat_text = "".join(walk.texts)
    writer = walk.replay(flat_text)
    reading = reading_of(document, writer.done())
    return Reading(reading.citations, reading.figures, reading.skips, (*reading.troubles, *troubles))


def _notes(document: Document, archive: zipfile.ZipFile) -> tuple[dict[str, etree._Element], list[Trouble]]:
    """The parts that hold notes, as far as they can be read."""
    parts: dict[str, etree._Element] = {}
    troubles = []
    for name in _NOTES:
        try:
            parts[name] = _part(archive, f"word/{name}.xml")
        except KeyError:
            continue  # a document without footnotes has no such part
        except _BROKEN as error:
            troubles.append(_trouble(document, f"its {name} cannot be read ({error}); the rest was"))
    return parts, troubles


def _numbered(root: etree._Element) -> Iterator[etree._Element]:
    """The notes of a part, separators aside."""
    for note in root.iterchildren(f"{_W}footnote", f"{_W}endnote"):
        if note.get(f"{_W}type") in (None, "normal"):
            yield note


def _without_fallbacks(root: etree._Element) -> None:
    """Drop what older versions of Word are told instead: it says the same twice."""
    for fallback in list(root.iter(_FALLBACK)):
        parent = fallback.getparent()
        if parent is not None:
            parent.remove(fallback)


def _trouble(document: Document, message: str) -> Trouble:
    return Trouble(Place(document.name, 1, 1), message)


def _part(archive: zipfile.ZipFile, name: str) -> etree._Element:
    """A part of the archive, parsed; never more than 64 MB of it.

    Raises:
        KeyError: there is none.
        ValueError: too large, or no XML at all.
    """
    with archive.open(name) as file:
        data = file.read(MAX_PART + 1)
    if len(data) > MAX_PART:
        raise ValueError(f"{name} is larger than {MAX_PART // 2**20} MB")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    root = etree.fromstring(data, parser)
    if root is None:
        raise ValueError(f"{name} is no XML")
    return root


def _targets(archive: zipfile.ZipFile, name: str) -> Mapping[str, str]:
    """The addresses of a part by their relationship ids."""
    try:
        root = _part(archive, f"word/_rels/{name}.xml.rels")
    except (KeyError, *_BROKEN):
        return {}
    return {str(one.get("Id")): str(one.get("Target")) for one in root if one.get("TargetMode") == "External"}


class _Walk:
    """Collects the text of all parts; links and notes are kept by their offsets in it."""

    def __init__(self, *, both: bool) -> None:
        self.both = both
        self.texts: list[str] = []
        self.length = 0
        self.links: list[tuple[str, int, int]] = []
        self.notes: list[tuple[str, int, int]] = []
        self.marks: list[tuple[str, int, int]] = []
        self.fields: list[tuple[list[str], int]] = []
        self.set_apart: list[tuple[int, int]] = []
        self.numbers: dict[tuple[str, str], str] = {}
        self.counts = {"footnotes": 0, "endnotes": 0}

    def part(self, name: str, root: etree._Element, targets: Mapping[str, str]) -> None:
        """Read one part: the body, or its notes one by one."""
        if name == "document":
            self._blocks(root, targets)
            return
        for note in _numbered(root):
            start = self.length
            self._blocks(note, targets)
            self.notes.append((self._key(name, note), start, self.length))

    def replay(self, text: str) -> Writer:
        """The whole as a flat text that is its own file: its lines are the paragraphs."""
        writer = Writer(text)
        writer.copy(0, len(text))
        for url, start, end in self.links:
            reason = None if is_page(url) else Reason.NOT_A_PAGE
            if scheme_of(url):
                writer.links.append(Link(url, start, end, start, start, None, reason))
        writer.notes += [NoteSpan(key, start, start, end) for key, start, end in self.notes]
        writer.markers += [Marker(start, end, key) for key, start, end in self.marks]
        writer.emphasis += merged(self.set_apart)
        return writer

    def _key(self, part: str, element: etree._Element) -> str:
        """The number of a note as Word shows it: in the order of the marks; endnotes beside footnotes with an ``e``."""
        known = (part, str(element.get(f"{_W}id")))
        if known not in self.numbers:
            self.counts[part] += 1
            beside = "e" if self.both and part == "endnotes" else ""
            self.numbers[known] = f"{beside}{self.counts[part]}"
        return self.numbers[known]

    def _put(self, text: str) -> None:
        self.texts.append(text)
        self.length += len(text)

    def _blocks(self, root: etree._Element, targets: Mapping[str, str]) -> None:
        for paragraph in root.iter(f"{_W}p"):
            self._runs(paragraph, targets)
            self._put("\n")
        self.fields.clear()

    def _runs(self, paragraph: etree._Element, targets: Mapping[str, str]) -> None:
        opened: list[tuple[etree._Element, str, int]] = []
        walk = etree.iterwalk(paragraph, events=("start", "end"))
        for event, element in walk:
            if not isinstance(element.tag, str):
                continue
            name = element.tag.rpartition("}")[2]
            if name == "txbxContent" and event == "start":
                walk.skip_subtree()  # its paragraphs are read by themselves
            if event == "end":
                if opened and opened[-1][0] is element:
                    _, url, start = opened.pop()
                    self.links.append((url, start, self.length))
                continue
            url = _target(element, name, targets)
            if url:
                opened.append((element, url, self.length))
            self._run(element, name)

    def _run(self, element: etree._Element, name: str) -> None:
        if name == "t":
            start = self.length
            self._put((element.text or "").replace("\n", " "))
            if _is_italic(element):
                self.set_apart.append((start, self.length))
        elif name in _BLANKS:
            self._put(_BLANKS[name])
        elif name in ("footnoteReference", "endnoteReference"):
            key = self._key(f"{name.removesuffix('Reference')}s", element)
            start = self.length
            self._put(f"[{key}]")
            self.marks.append((key, start, self.length))
        elif name == "instrText" and self.fields:
            self.fields[-1][0].append(element.text or "")
        elif name == "fldChar":
            self._field(str(element.get(f"{_W}fldCharType")))

    def _field(self, kind: str) -> None:
        """A complex field: its code between ``begin`` and ``separate``, its words up to ``end``."""
        if kind == "begin":
            self.fields.append(([], self.length))
        elif self.fields and kind == "separate":
            self.fields[-1] = (self.fields[-1][0], self.length)
        elif self.fields and kind == "end":
            code, start = self.fields.pop()
            url = _code_target("".join(code))
            if url:
                self.links.append((url, start, self.length))


def _is_italic(text: etree._Element) -> bool:
    """Whether the run of a text is set in italics."""
    run = text.getparent()
    italic = run.find(f"{_W}rPr/{_W}i") if run is not None else None
    return italic is not None and italic.get(f"{_W}val") not in _OFF


def _target(element: etree._Element, name: str, targets: Mapping[str, str]) -> str:
    if name == "hyperlink":
        url = targets.get(str(element.get(f"{_R}id")), "")
        anchor = element.get(f"{_W}anchor")
        return f"{url}#{anchor}" if url and anchor and "#" not in url else url
    return _code_target(str(element.get(f"{_W}instr"))) if name == "fldSimple" else ""


def _code_target(code: str) -> str:
    match = _FIELD.search(code)
    if match is None:
        return ""
    return f"{match[1]}#{match[2]}" if match[2] else match[1]
