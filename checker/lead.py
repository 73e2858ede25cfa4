"""What a page begins with: its first headings, each with the text right below it. Pure and bounded.

Pages carry much that is on every page of their site: menus, latest news, footers. What one of them has to say by itself
stands below its heading, before the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree
from msgspec import Struct, field

from checker.patterns import regex
from checker.visible import BLOCKS, HIDDEN

MOST_WORDS = 90
"""Words after which a text is no notice any more: it is left off there."""
_MOST_LETTERS = 1_000
_MOST_SECTIONS = 3
_FEW = 8
"""Words of a page without a heading that may say all of it by a picture."""
_MOST_ELEMENTS = 150
_DEEPEST = 40
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LEFT_OUT = HIDDEN | {"nav", "footer", "aside", "button", "select", "label", "textarea", "dialog", "figcaption"}
_OUTSIDE = frozenset({"nav", "footer", "aside"})
_FURNITURE = regex(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|footer|related|share|sharing|social|cookies?|cookiebar|consent|skip|search-?(?:form|box|bar)|widget|"
    r"toolbar|pagination|latest|teasers?|popular|recommended|recommendations|newsletter|subscribe)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CALLED_MAIN = frozenset({"content", "main", "main-content"})
_MOST_BOXES = 500


class Section(Struct, frozen=True):
    """A heading, empty where there is none, and the text below it: no links, no menus, at most ``MOST_WORDS``."""

    heading: str
    text: str

    @property
    def is_cut(self) -> bool:
        """Whether there is more text than was taken."""
        words = self.text.count(" ") + self.text.count("\n") + 1  # one blank between two, as they were read
        return len(self.text) >= _MOST_LETTERS or words >= MOST_WORDS


def sections(root: etree._Element) -> tuple[Section, ...]:
    """The first sections of a page; of one without a main heading, the beginning of its main part as well.

    A picture is the heading of a page that has no other, and hardly a word.
    """
    headings = list(_first_headings(root))
    found = [Section(_text(heading), _below(heading)) for heading in headings]
    if any(heading.tag == "h1" for heading in headings):
        return tuple(found)
    inside = _main(root)
    before = "" if inside is None else _Reading().of(inside)
    pictured = "" if found or inside is None or len(before.split()) > _FEW else _alt(inside)
    return (Section(pictured, before), *found) if before or pictured else tuple(found)


def _main(root: etree._Element) -> etree._Element | None:
    """The main part of a page, by its element, else by what authors call it; the body where there is none."""
    told = next(root.iter("main", "article"), None)
    if told is None:
        boxes = islice(root.iter("div", "section", "td"), _MOST_BOXES)
        told = next((one for one in boxes if one.get("role") == "main" or one.get("id") in _CALLED_MAIN), None)
    return root.find("body") if told is None else told


def _first_headings(root: etree._Element) -> Iterator[etree._Element]:
    """The main headings, and the first of the others, as the name of the site may be the main one."""
    firsts, others = 0, 0
    for element in root.iter("h1", "h2", "h3", "h4"):
        main = element.tag == "h1"
        if (main and firsts < _MOST_SECTIONS - 1) or (not main and others < _MOST_SECTIONS - 1):
            if any(above.tag in _OUTSIDE for above in element.iterancestors()) or not _text(element):
                continue
            firsts, others = firsts + main, others + (not main)
            yield element
        if firsts + others >= _MOST_SECTIONS:
            return


def _text(element: etree._Element) -> str:
    """What a heading says, or the picture in its place."""
    said = "".join(str(part) for _, part in zip(range(100), element.itertext(), strict=False))
    return " ".join((said if said.strip() else _alt(element)).split())[:300]


def _alt(element: etree._Element) -> str:
    """What the first picture within an element says to those who do not see it."""
    return next((alt for image in element.iter("img") if (alt := image.get("alt"))), "")[:300]


def _below(heading: etree._Element) -> str:
    """The text between a heading and the next one, within the main part where the heading stands there."""
    reading = _Reading()
    node: etree._Element | None = heading
    while node is not None and node.tag not in ("main", "body", "html"):
        reading.take(node.tail)
        for beside in node.itersiblings():
            reading.element(beside, 0)
            if reading.is_over():
                break
            reading.take(beside.tail)
        reading.close()
        node = None if reading.is_over() else node.getparent()
    return reading.text()


class _Reading(Struct):
    """Text in the making: blocks that are more than links."""

    blocks: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    linked: int = 0
    words: int = 0
    letters: int = 0
    elements: int = 0
    ended: bool = False

    def is_over(self) -> bool:
        """Whether a heading, or enough, has been reached."""
        return self.ended

    def of(self, element: etree._Element) -> str:
        """The text of an element."""
        self.element(element, 0)
        return self.text()

    def text(self) -> str:
        """What was read, blocks apart by newlines."""
        self.close()
        return "\n".join(self.blocks)

    def take(self, text: str | None, *, linked: bool = False) -> None:
        """Take in a piece of text."""
        if text and not self.ended:
            self.open.append(text)
            self.linked += len(text.strip()) if linked else 0

    def close(self) -> None:
        """End the block; one that is mostly links leads elsewhere and says nothing."""
        block = "".join(self.open).split(maxsplit=MOST_WORDS)[:MOST_WORDS]
        if block and self.linked * 10 < sum(map(len, block)) * 6:
            self.blocks.append(" ".join(block)[:_MOST_LETTERS])
            self.words += len(block)
        self.open, self.linked = [], 0
        self.letters += len(self.blocks[-1]) if block and self.blocks else 0
        self.ended = self.ended or self.words >= MOST_WORDS or self.letters >= _MOST_LETTERS

    def element(self, element: etree._Element, depth: int, *, linked: bool = False) -> None:
        """Take in an element, unless it is of the site rather than of the page; a heading ends the text."""
        tag = element.tag
        if not isinstance(tag, str) or self.ended:
            return
        self.elements += 1
        if tag in _HEADINGS or self.elements > _MOST_ELEMENTS or depth > _DEEPEST:
            self.close()
            self.ended = True
            return
        if tag in _LEFT_OUT or _is_furniture(element):
            return
        is_block, linked = tag in BLOCKS, linked or tag == "a"
        if is_block:
            self.close()
        self.take(element.text, linked=linked)
        for child in element:
            self.element(child, depth + 1, linked=linked)
            if self.is_over():
                break
            self.take(child.tail, linked=linked)
        if is_block and not self.ended:
            self.close()


def _is_furniture(element: etree._Element) -> bool:
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(named) > 1 and _FURNITURE.search(named[:200]) is not None
