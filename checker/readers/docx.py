"""Reading .docx: paragraphs, hyperlinks, field codes, footnotes and endnotes. Pure; bounded.

A paragraph is a line: Word has no others. No library gives footnotes (python-docx 1.2), and what is
needed of the format (ECMA-376) is small.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from lxml import etree

from checker.model import Document, Place, Trouble
from checker.readers.assembly import reading_of
from checker.readers.flat import Link, Writer
from checker.readers.notes import NoteSpan
from checker.readers.prose import Marker
from checker.readers.reading import Reading
from checker.readers.schemes import is_page, scheme_of
from checker.reasons import Reason

MAX_PART = 64 * 1024 * 1024
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PARTS = ("document", "footnotes", "endnotes")
_FIELD = re.compile(r"\bHYPERLINK\s+(?:\\[a-z]\s+)*\"([^\"]{1,8000})\"(?:.*?\\l\s+\"([^\"]{1,500})\")?", re.IGNORECASE)
_BLANKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


def read(document: Document) -> Reading:
    """Citations and figures of a Word document; a line is a paragraph."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(document.data))
        body = _part(archive, "word/document.xml")
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        return Reading(troubles=(_trouble(document, f"not a whole Word document ({error}); save it again"),))
    walk = _Walk()
    troubles = []
    for name in _PARTS:
        try:
            root = body if name == "document" else _part(archive, f"word/{name}.xml")
            walk.part(name, root, _targets(archive, name))
        except KeyError:
            continue  # a document without footnotes has no such part
        except (zipfile.BadZipFile, ValueError, EOFError, RuntimeError, OSError) as error:
            troubles.append(_trouble(document, f"its {name} cannot be read ({error}); the rest was"))
    flat_text = "".join(walk.texts)
    writer = walk.replay(flat_text)
    reading = reading_of(document, writer.done())
    return Reading(reading.citations, reading.figures, reading.skips, (*reading.troubles, *troubles))


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
    except KeyError:
        return {}
    return {str(one.get("Id")): str(one.get("Target")) for one in root if one.get("TargetMode") == "External"}


class _Walk:
    """Collects the text of all parts; links and notes are kept by their offsets in it."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.length = 0
        self.links: list[tuple[str, int, int]] = []
        self.notes: list[tuple[str, int, int]] = []
        self.marks: list[tuple[str, int, int]] = []
        self.fields: list[tuple[list[str], int]] = []

    def part(self, name: str, root: etree._Element, targets: Mapping[str, str]) -> None:
        """Read one part: the body, or its notes one by one."""
        if name == "document":
            self._blocks(root, targets)
            return
        for note in root.iterchildren(f"{_W}footnote", f"{_W}endnote"):
            if note.get(f"{_W}type") in (None, "normal"):
                start = self.length
                self._blocks(note, targets)
                self.notes.append((_key(name, note), start, self.length))

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
        return writer

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
        for event, element in etree.iterwalk(paragraph, events=("start", "end")):
            if not isinstance(element.tag, str):
                continue
            name = element.tag.rpartition("}")[2]
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
            self._put((element.text or "").replace("\n", " "))
        elif name in _BLANKS:
            self._put(_BLANKS[name].replace("\n", " "))
        elif name in ("footnoteReference", "endnoteReference"):
            key = _key(f"{name.removesuffix('Reference')}s", element)
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


def _key(part: str, element: etree._Element) -> str:
    """Footnotes are numbered as Word does, endnotes apart from them."""
    number = str(element.get(f"{_W}id"))
    return number if part == "footnotes" else f"e{number}"


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
