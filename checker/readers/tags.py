"""The tags of an HTML text with their places, as the HTML standard cuts them (WHATWG, 13.2.5). Pure and linear."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from checker.patterns import regex
from checker.readers.closing import Closing

_NAME = regex(r"/?[a-zA-Z][^\s/>]{0,60}")
_ATTRIBUTE = regex(r"[\s/]{0,1000}([^\s=>/\"'][^\s=>/]{0,200})(\s{0,100}=\s{0,100})?")
_VALUE = regex(r"[^\s>\"']{0,8000}")
_RAW_TEXT = frozenset({"script", "style", "title", "textarea", "xmp"})
ENTITY = regex(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});")


class Value(Struct, frozen=True):
    """An attribute's value, decoded, and its span in the file."""

    text: str
    start: int
    end: int


class Tag(Struct, frozen=True):
    """A tag, a comment or a declaration: ``name`` is ``/a`` for an end tag, ``!`` for what is no element."""

    name: str
    start: int
    end: int
    attributes: Mapping[str, Value] = field(default_factory=dict)


def decoded(text: str) -> str:
    """A text with its entities decoded; only those that end with a semicolon, so ``&copy=3`` stays."""
    return ENTITY.sub(lambda match: html.unescape(match[0]), text)


def tags_of(raw: str) -> Iterator[Tag]:
    """The tags of a page; the contents of scripts and the like hold none."""
    closing = Closing(raw)
    position = raw.find("<")
    while position >= 0:
        tag = _tag(raw, position, closing)
        if tag is None:
            position = raw.find("<", position + 1)
            continue
        yield tag
        position = tag.end
        if tag.name in _RAW_TEXT:
            end = closing.find_folded(f"</{tag.name}", position)
            position = end if end >= 0 else len(raw)
        position = raw.find("<", position)


def _tag(raw: str, start: int, closing: Closing) -> Tag | None:
    if raw.startswith("<!--", start):
        end = closing.find("-->", start + 4)
        return Tag("!", start, end + 3 if end >= 0 else len(raw))
    if raw.startswith(("<!", "<?"), start):
        end = closing.find(">", start)
        kind = "!doctype" if raw[start : start + 9].lower() == "<!doctype" else "!"
        return Tag(kind, start, end + 1) if end >= 0 else None
    name = _NAME.match(raw, start + 1)
    if name is None:
        return None
    attributes, end = _attributes(raw, name.end(), closing)
    return Tag(name[0].lower(), start, end, attributes)


def _attributes(raw: str, position: int, closing: Closing) -> tuple[dict[str, Value], int]:
    """The attributes of a tag and where it ends."""
    found: dict[str, Value] = {}
    while match := _ATTRIBUTE.match(raw, position):
        position = match.end()
        value = Value("", position, position)
        if match[2]:
            quote = raw[position : position + 1]
            if quote and quote in "\"'":
                end = closing.find(quote, position + 1)
                if end < 0:
                    return found, len(raw)
                value = Value(decoded(raw[position + 1 : end]), position + 1, end)
                position = end + 1
            else:
                bare = _VALUE.match(raw, position)
                end = bare.end() if bare else position
                value = Value(decoded(raw[position:end]), position, end)
                position = end
        found.setdefault(match[1].lower(), value)
    end = closing.find(">", position)
    return found, end + 1 if end >= 0 else len(raw)
