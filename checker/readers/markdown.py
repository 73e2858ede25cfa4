"""Reading Markdown (CommonMark with footnotes): links, autolinks, references, bare and raw HTML addresses.

markdown-it-py says which lines are code; the links themselves are found in the text as it stands, since
only there have they an exact place. Pure and linear.
"""

from __future__ import annotations

import html
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt

from checker.model import Citation, Document, FoundFigure, Skip
from checker.readers.addresses import find_addresses
from checker.readers.citing import Cited, NoteText, citation, from_notes, mentions_of
from checker.readers.closing import pairs
from checker.readers.figures import find_figures
from checker.readers.grids import pipe_grids
from checker.readers.lines import Lines
from checker.readers.note_fields import NoteFields
from checker.readers.prose import Marker, Places, Prose
from checker.readers.reading import Reading
from checker.readers.sentences import Sentences, plain_sentence
from checker.readers.spans import Cover, Span
from checker.reasons import Reason

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(?:.*\r?\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_CODE = re.compile(r"(?<!`)(`{1,8})(?!`)")
_DESTINATION = re.compile(r"\]\(\s{0,3}(?:<(?P<angled>[^<>\n]{1,8000})>|(?P<plain>[^\s<](?:(?!\]\()\S){0,8000}))")
_AUTOLINK = re.compile(r"<((?:https?|mailto|ftp|tel):[^\s<>]{1,8000})>", re.IGNORECASE)
_REFERENCE = re.compile(
    r"^[ ]{0,3}\[(?!\^)([^\[\]\n]{1,300})\]:[ \t]{0,9}(?:<([^<>\n]{1,8000})>|(\S{1,8000}))", re.MULTILINE
)
_FOOTNOTE = re.compile(r"^[ ]{0,3}\[\^([^\[\]\s]{1,100})\]:[ \t]*", re.MULTILINE)
_FOOTNOTE_MARK = re.compile(r"\[\^([^\[\]\s]{1,100})\](?!:)")
_HREF = re.compile(r"<a\b[^<>]{0,500}?\bhref\s{0,3}=\s{0,3}(?:\"([^\"<>]{1,8000})\"|'([^'<>]{1,8000})')", re.IGNORECASE)
_TAG = re.compile(r"<(?:[a-zA-Z][a-zA-Z0-9-]{0,20})(?:\s[^<>]{0,2000})?/?>")
_COMMENT_LINE = re.compile(
    r"^[ ]{0,3}\[(?://|comment|_)\]:[ \t]{0,9}(?:#|<>)[^\n]{0,2000}$", re.MULTILINE | re.IGNORECASE
)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{1,30}:", re.IGNORECASE | re.ASCII)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_BRACKETS = re.compile(r"\\.|[\[\]]")
_FENCE = re.compile(r"^[ \t>]{0,12}(`{3,}|~{3,})[^\n`]{0,200}$", re.MULTILINE)
_EMPHASIS = "*_~"
PARSED = 2_000_000
_PARSER = MarkdownIt("commonmark").enable("table").disable(["inline", "linkify"], ignoreInvalid=True)


@dataclass(frozen=True, slots=True)
class _Link:
    """An address in the text: as meant, its span, the words it is linked from; images cite nothing."""

    url: str
    start: int
    end: int
    label: str | None = None
    image: bool = False


def read(document: Document, places: Places | None = None) -> Reading:
    """Citations, figures and addresses that are no pages, of a Markdown text.

    ``places`` tells where an offset of the text stands, if the text was taken out of another file.
    """
    text, own = document.text, Lines(document.text)
    lines = places or own
    code = Cover(_code(text, own))
    hidden = Cover([*code.spans, *_hidden(text)])
    clear = hidden.blanked(text)
    links = sorted((link for link in _links(clear) if not link.image), key=lambda link: link.start)
    footnotes = list(_footnotes(clear))
    markers = _markers(clear, footnotes)
    sentences = Sentences(clear)
    mentions = mentions_of(document.name, sentences, markers, lines)
    inside = Cover((one.line_start, one.end) for one in footnotes)
    notes = [_note(document, clear, one, links, lines) for one in footnotes]
    loose = [link for link in links if not inside.holds(link.start)]
    citations = [_citation(document.name, sentences, link, lines) for link in loose if _is_web(link.url)]
    citations += from_notes(notes, mentions)
    citations.sort(key=lambda one: (one.place.line, one.place.column))
    figures: tuple[FoundFigure, ...] = ()
    if document.figures:
        masked = Cover([*hidden.spans, *inside.spans, *((link.start, link.end) for link in links)])
        figures = find_figures(
            Prose(document.name, text, masked.spans, tuple(markers), places, tuple(pipe_grids(clear)))
        )
    skips = [
        Skip(link.url, lines.place(document.name, link.start), Reason.NOT_A_PAGE)
        for link in links
        if not _is_web(link.url)
    ]
    unseen = Cover(_hidden(text))
    shown = [one for start, end in code.spans for one in find_addresses(text, start, end)]
    skips += [
        Skip(one.url, lines.place(document.name, one.start), Reason.CODE)
        for one in shown
        if not unseen.holds(one.start)
    ]
    return Reading(tuple(citations), figures, tuple(skips))


def _is_web(url: str) -> bool:
    return url.lower().startswith(("http:", "https:"))


def _code(text: str, lines: Lines) -> Iterator[Span]:
    """Spans of code, blocks and inline. Of enormous texts only fences, since a parse would take all memory."""
    if len(text) > PARSED:
        yield from _fences(text)
        return
    for token in _PARSER.parse(text):
        if token.type in ("fence", "code_block") and token.map:
            last = token.map[1]
            yield lines.start(token.map[0] + 1), lines.start(last + 1) if last < len(lines) else len(text)
        elif token.type == "inline" and token.map and "`" in token.content:
            first = lines.start(token.map[0] + 1)
            last = lines.start(token.map[1] + 1) if token.map[1] < len(lines) else len(text)
            yield from _code_spans(text, first, last)


def _fences(text: str) -> Iterator[Span]:
    """Fenced blocks, each up to a fence of the same kind that is at least as long."""
    opened: re.Match[str] | None = None
    for match in _FENCE.finditer(text):
        if opened is None:
            opened = match
        elif match[1].startswith(opened[1]) and match[0].strip(" \t>") == match[1]:
            yield opened.start(), match.end()
            opened = None
    if opened is not None:
        yield opened.start(), len(text)


def _hidden(text: str) -> Iterator[Span]:
    """Spans that no reader sees: front matter and comments."""
    front = _FRONT_MATTER.match(text)
    if front:
        yield front.span()
    yield from _comments(text)
    yield from (match.span() for match in _COMMENT_LINE.finditer(text))


def _comments(text: str) -> Iterator[Span]:
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            return
        yield start, end + 3
        start = text.find("<!--", end + 3)


def _code_spans(text: str, start: int, end: int) -> Iterator[Span]:
    """Inline code: from a run of backticks to the next run of the same length."""
    runs = [match.span() for match in _CODE.finditer(text, start, end)]
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
            yield first, runs[later[0]][1]
            position = later[0]
        position += 1


def _links(text: str) -> Iterator[_Link]:
    """Every address, each of them once: what one form has taken the next ones leave alone."""
    for form in (_inline, _references, _autolinks, _raw_html):
        found = list(form(text))
        yield from found
        text = Cover((link.start, link.end) for link in found).blanked(text)
    text = _TAG.sub(lambda match: " " * len(match[0]), text)
    for address in find_addresses(text):
        end = address.end
        before = text[address.start - 1 : address.start]
        if before and before in _EMPHASIS:
            while text[end - 1] == before:
                end -= 1
        url = address.url[: len(address.url) - (address.end - end)]
        yield _Link(_meant(url), address.start, end)


def _meant(written: str) -> str:
    return html.unescape(_ESCAPED.sub(r"\1", written))


def _inline(text: str) -> Iterator[_Link]:
    """``[label](destination "title")``, images too; brackets in the destination may be balanced."""
    opening_of = {end: start for start, end in pairs(text, _BRACKETS, {"[": "]"}).items()}
    for match in _DESTINATION.finditer(text):
        written = match["angled"] or _balanced(match["plain"])
        start = match.start("angled") if match["angled"] else match.start("plain")
        opening = opening_of.get(match.start(), -1)
        is_image = opening > 0 and text[opening - 1] == "!"
        if written and _SCHEME.match(written):
            label = plain_sentence(text[opening + 1 : match.start()]) if opening >= 0 else None
            yield _Link(_meant(written), start, start + len(written), label or None, is_image)


def _balanced(raw: str) -> str:
    """A destination up to the bracket that closes the link."""
    depth = 0
    escaped = False
    for index, ch in enumerate(raw):
        if escaped:
            escaped = False
        elif ch == "\\":
            escaped = True
        elif ch == "(":
            depth += 1
        elif ch == ")":
            if not depth:
                return raw[:index]
            depth -= 1
    return raw


def _references(text: str) -> Iterator[_Link]:
    for match in _REFERENCE.finditer(text):
        group = 2 if match[2] else 3
        if _SCHEME.match(match[group]):
            yield _Link(_meant(match[group]), match.start(group), match.end(group), match[1])


def _autolinks(text: str) -> Iterator[_Link]:
    for match in _AUTOLINK.finditer(text):
        yield _Link(html.unescape(match[1]), match.start(1), match.end(1))


def _raw_html(text: str) -> Iterator[_Link]:
    for match in _HREF.finditer(text):
        group = 1 if match[1] else 2
        if _SCHEME.match(match[group]):
            yield _Link(html.unescape(match[group]), match.start(group), match.end(group))


@dataclass(frozen=True, slots=True)
class _Footnote:
    key: str
    line_start: int
    start: int
    end: int


def _footnotes(text: str) -> Iterator[_Footnote]:
    """Footnote definitions with their continuation: indented lines, and plain ones up to a blank line."""
    starts = list(_FOOTNOTE.finditer(text))
    for index, match in enumerate(starts):
        limit = starts[index + 1].start() if index + 1 < len(starts) else len(text)
        yield _Footnote(match[1], match.start(), match.end(), _footnote_end(text, match.end(), limit))


def _footnote_end(text: str, start: int, limit: int) -> int:
    end = start
    blank = False
    for line in text[start:limit].splitlines(keepends=True):
        if not line.strip():
            blank = True
        elif blank and not line.startswith(("    ", "\t")):
            break
        end += len(line)
    return start + len(text[start:end].rstrip())


def _markers(text: str, footnotes: list[_Footnote]) -> list[Marker]:
    known = {one.key for one in footnotes}
    return [
        Marker(match.start(), match.end(), match[1]) for match in _FOOTNOTE_MARK.finditer(text) if match[1] in known
    ]


def _note(document: Document, text: str, one: _Footnote, links: list[_Link], lines: Places) -> NoteText:
    """A footnote as it reads: the addresses of links stand where their labels did."""
    inside = [link for link in links if one.start <= link.start < one.end and _is_web(link.url)]
    cited = tuple(
        Cited(link.url, lines.place(document.name, link.start), lines.written(link.start, link.end)) for link in inside
    )
    place = lines.place(document.name, one.start)
    label = inside[0].label if inside else None
    return NoteText(one.key, _readable(text[one.start : one.end]), place, cited, label)


_LABELLED = re.compile(r"\[([^\[\]]{0,500})\]\(\s?<?([^()\s<>]{0,4000})>?(?:\s\"[^\"]{0,300}\")?\)")
_MARKUP = re.compile(r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)|[<>`]")


def _readable(text: str) -> str:
    return _MARKUP.sub("", _LABELLED.sub(r"\1 \2", text))


def _citation(file: str, sentences: Sentences, link: _Link, lines: Places) -> Citation:
    sentence = sentences.plain(link.start)
    fields = NoteFields(title=link.label)
    place = lines.place(file, link.start, sentence)
    return citation(link.url, place, fields, written=lines.written(link.start, link.end))
