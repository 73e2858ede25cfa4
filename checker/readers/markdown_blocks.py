"""The blocks of Markdown that are read apart: code, comments, front matter, definitions of notes and references. Pure.

markdown-it-py says which lines are code and which paragraphs; of enormous texts only fences and paragraphs
are told apart, since a parse would take all memory.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from markdown_it import MarkdownIt
from msgspec import Struct

from checker.patterns import regex
from checker.readers.lines import Lines
from checker.readers.spans import Span

_FRONT_MATTER = regex(r"\A(?P<bar>---|\+\+\+)[ \t]*\r?\n(?:.*\r?\n)*?(?:(?P=bar)|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_BACKTICKS = regex(r"(?<!`)(`{1,8})(?!`)")
_COMMENT_LINE = regex(r"^[ ]{0,3}\[(?://|comment|_)\]:[ \t]{0,9}(?:#|<>)[^\n]{0,2000}$", re.MULTILINE | re.IGNORECASE)
_FENCE = regex(r"^[ \t>]{0,12}(`{3,}|~{3,})[^\n`]{0,200}$", re.MULTILINE)
_MODULE = regex(r"^(?:import|export)\s[^\n]{0,2000}$", re.MULTILINE)
_KEY = regex(r"^([\w-]{1,60})[ \t]{0,5}[:=]", re.MULTILINE)
_SOURCES = frozenset(
    "source sources source_url source-url reference references refs citation citations cited bibliography via link links external_url "
    "quelle quellen fuente fuentes".split()
)
_FOOTNOTE = regex(r"^[ ]{0,3}\[\^([^\[\]\s]{1,100})\]:[ \t]*", re.MULTILINE)
_REFERENCE = regex(
    r"^[ \t>]{0,12}\[(?!\^)(?P<key>(?:[^\[\]\n\\]|\\.){1,300})\]:[ \t]{0,9}(?:\r?\n[ \t]{0,12})?(?:<(?P<angled>[^<>\n]{1,8000})>|(?P<plain>[^\s<]\S{0,8000}))"
    r"(?P<title>[ \t]{0,9}(?:\r?\n[ \t]{1,12})?(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'|\([^()\n]{0,500}\))(?=[ \t]*\r?$))?",
    re.MULTILINE,
)
PARSED = 1_000_000
_PARSER = MarkdownIt("commonmark").enable("table").disable(["inline", "linkify", "reference"], ignoreInvalid=True)


class Code(Struct, frozen=True):
    """Spans of code: fences and what stands between backticks, and blocks that are only indented.

    The latter are none where they belong to a footnote, which the parser does not know.
    """

    certain: tuple[Span, ...]
    indented: tuple[Span, ...] = ()


class Footnote(Struct, frozen=True):
    """The definition of a footnote: its key, where its line begins, and the span of its text."""

    key: str
    line_start: int
    start: int
    end: int


class Reference(Struct, frozen=True):
    """The definition of a reference: its key as written, its span, and that of its address."""

    key: str
    start: int
    end: int
    first: int
    last: int


def code_of(text: str, lines: Lines, *, modules: bool = False) -> Code:
    """All code; ``modules``: imports and exports, as MDX has them, are code too."""
    certain = [match.span() for match in _MODULE.finditer(text)] if modules else []
    if len(text) > PARSED:
        return Code((*certain, *_without_parse(text)))
    indented: list[Span] = []
    for token in _PARSER.parse(text):
        if not token.map:
            continue
        first = lines.start(token.map[0] + 1)
        last = lines.start(token.map[1] + 1) if token.map[1] < len(lines) else len(text)
        if token.type == "fence":
            certain.append((first, last))
        elif token.type == "code_block":
            indented.append((first, last))
        elif token.type == "inline" and "`" in token.content:
            certain += _inline_code(text, first, last)
    return Code(tuple(certain), tuple(indented))


def _without_parse(text: str) -> Iterator[Span]:
    position = 0
    for start, end in [*_fences(text), (len(text), len(text))]:
        while position < start:
            blank = text.find("\n\n", position, start)
            stop = blank + 2 if blank >= 0 else start
            yield from _inline_code(text, position, stop)
            position = stop
        yield start, end
        position = end


def _fences(text: str) -> Iterator[Span]:
    """Fenced blocks, each up to a fence of the same kind that is at least as long."""
    for start, end, _ in _fenced(text):
        yield start, end


def open_fence(text: str) -> str:
    """The fence that is still open at the end of a text, empty if none is."""
    return next((fence for _, _, fence in _fenced(text) if fence), "")


def _fenced(text: str) -> Iterator[tuple[int, int, str]]:
    """Fenced blocks, each with the fence that would close it if nothing does."""
    opened: re.Match[str] | None = None
    for match in _FENCE.finditer(text):
        if opened is None:
            opened = match
        elif match[1].startswith(opened[1]) and match[0].strip(" \t>") == match[1]:
            yield opened.start(), match.end(), ""
            opened = None
    if opened is not None:
        yield opened.start(), len(text), opened[1]


def _inline_code(text: str, start: int, end: int) -> Iterator[Span]:
    """Inline code: from a run of backticks to the next run of the same length."""
    runs = [match.span() for match in _BACKTICKS.finditer(text, start, end)]
    same: dict[int, deque[int]] = {}
    for index, (first, last) in enumerate(runs):
        same.setdefault(last - first, deque()).append(index)
    position = 0
    while position < len(runs):
        first, last = runs[position]
        later = same[last - first]
        while later and later[0] <= position:
            later.popleft()
        if later:
            if not text.endswith("={", 0, first):  # MDX: href={`address`}
                yield first, runs[later[0]][1]
            position = later[0]
        position += 1


def hidden_of(text: str) -> Iterator[Span]:
    """Spans that no reader sees: front matter and comments."""
    front = _FRONT_MATTER.match(text)
    if front:
        yield front.span()
    for opener, closer in (("<!--", "-->"), ("{/*", "*/}")):
        yield from _between(text, opener, closer)
    yield from (match.span() for match in _COMMENT_LINE.finditer(text))


def _between(text: str, opener: str, closer: str) -> Iterator[Span]:
    start = text.find(opener)
    while start >= 0:
        end = text.find(closer, start + len(opener))
        if end < 0:
            return
        yield start, end + len(closer)
        start = text.find(opener, end + len(closer))


def front_sources(text: str) -> Iterator[Span]:
    """Spans of the front matter that name sources, as ``source:`` and ``references:`` do."""
    front = _FRONT_MATTER.match(text)
    if front is None:
        return
    keys = list(_KEY.finditer(text, 0, front.end()))
    for key, following in zip(keys, [*keys[1:], None], strict=False):
        if key[1].lower() in _SOURCES:
            yield key.end(), following.start() if following else front.end()


def footnotes_of(text: str) -> Iterator[Footnote]:
    """Definitions of footnotes with their continuation: indented lines, and plain ones up to a blank line."""
    starts = list(_FOOTNOTE.finditer(text))
    for index, match in enumerate(starts):
        limit = starts[index + 1].start() if index + 1 < len(starts) else len(text)
        yield Footnote(match[1], match.start(), match.end(), _footnote_end(text, match.end(), limit))


def _footnote_end(text: str, start: int, limit: int) -> int:
    end = position = start
    blank = False
    while position < limit:
        newline = text.find("\n", position, limit)
        stop = newline + 1 if newline >= 0 else limit
        line = text[position:stop]
        if not line.strip():
            blank = True
        elif blank and not line.startswith(("    ", "\t")):
            break
        else:
            end = position + len(line.rstrip())
        position = stop
    return end


def references_of(text: str) -> Iterator[Reference]:
    """Definitions of references, ``[key]: address "title"``."""
    for match in _REFERENCE.finditer(text):
        group = "angled" if match["angled"] else "plain"
        yield Reference(match["key"], match.start(), match.end(), *match.span(group))


def folded(key: str) -> str:
    """A key of a reference as it is compared."""
    return " ".join(key.split()).casefold()
