"""Authors, title, container, dates and DOI out of the text of one note. Pure.

The note is read from its title outwards: what stands before the quoted title are its authors, what
stands behind it, up to the first date, its container. What is not there stays empty.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker import dates
from checker.dates import PartialDate
from checker.readers.addresses import find_addresses
from checker.readers.written_dates import WrittenDate, find_dates, most_exact

_ACCESSED = re.compile(
    r"(?:(?:last )?(?:accessed|retrieved|viewed|visited|consulted)|\bstand(?=:)|abgerufen|zugriff|eingesehen|letzter (?:zugriff|abruf)|"
    r"consultée?|consultado|acceso|recuperado|accedido|дата обращения|просмотрено|посещ[её]н[оа]?|访问(?:日期|于|时间)?|"
    r"检索(?:日期|于)?|查阅(?:日期|于)?|上网日期)"
    r"[\s:：,]{0,3}(?:on |am |le |el |en |at |: )?",
    re.IGNORECASE,
)
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]+", re.ASCII)
_OPENERS = {"“": "”“", "”": "”“", "„": "“”", "«": "»", '"': '"', "‘": "’", "《": "》", "「": "」"}
_STRAIGHT = re.compile(r"(?:^|(?<=[\s(\]]))'([^\W\d_][^']{2,300}(?:'[^\W\d_][^']{0,300}){0,5}?)'(?=[\s,.:;)]|$)")
_ENDS_TITLE = ",.?!…"
_NAMES = re.compile(r",?\s+(?:and|und|et|y|и|&)\s+|\s*[;、]\s*|,\s+", re.IGNORECASE)
_INVERTED = re.compile(
    r"([^\W\d_][\w'’-]+(?:\s[^\W\d_][\w'’-]+)?),\s((?:[^\W\d_]\.[\s-]?)+)(?:,?\s?(?:and|und|et|y|и|&)?\s|,\s|$)"
)
_SURNAME_FIRST = re.compile(r"([^\W\d_][\w'’-]+),\s([^\W\d_][\w'’-]+)\s?:")
_YEAR_BEHIND_NAMES = re.compile(r"[\s,]*\(?\b((?:1[5-9]|20)\d\d)[a-z]?(?:,[^()]{0,30})?\)?[\s.,:]*$")
_FROM = re.compile(r"(?:retrieved|available|recuperado|accessed|abgerufen)\s(?:from|de|von|at)\s?:?\s?$", re.IGNORECASE)
_BEHIND = re.compile(r"[\s,.]{0,3}(?:on|el|am|le|em)?\s?", re.IGNORECASE)
_APA = re.compile(
    r"(?P<names>[^()“”\"]{3,250}?)\s\((?P<date>(?:1[5-9]|20)\d\d[^()]{0,30})\)\.\s+(?P<title>[^.?!]{4,300}[?!]?)(?:\.|(?<=[?!]))\s*(?P<rest>.*)"
)
_NO_NAME = re.compile(
    r"[,.]?\s*(?:\b(?:vol|no|nr|iss|pp?|pages?|chap)\b\.?\s?\d|\b(?:available|retrieved|recuperado|abgerufen|url|doi|в интернете)\b"
    r"|,\s\d|\[(?:en ligne|online|электронный ресурс)\]).*$",
    re.IGNORECASE,
)
_LEFT_OVER = re.compile(r"(?:^|\s)(?:vom|of|from|du|de|del)$")
_PARENTHESIS = re.compile(r"\([^()]{0,200}\b(?:1[5-9]|20)\d\d[^()]{0,20}\)")
_EDGES = " \t\r\n,.;:，。：；\u00a0"
MAX_NOTE = 4000


@dataclass(frozen=True, slots=True)
class NoteFields:
    """What one note says of what it cites."""

    authors: tuple[str, ...] = ()
    title: str | None = None
    container: str | None = None
    published: PartialDate | None = None
    accessed: PartialDate | None = None
    doi: str | None = None
    language: str | None = None
    archive_url: str | None = None


def read_note(text: str) -> NoteFields:
    """The fields of a note's text, its number or key taken off."""
    text = " ".join(text[:MAX_NOTE].split())
    addresses = find_addresses(text)
    doi = _DOI.search(text)
    head = text[: addresses[0].start] if addresses else text
    accessed, rest = _accessed(head, text[len(head) :])
    quoted = _quoted(rest)
    apa = _APA.match(rest) if quoted is None else None
    if apa:
        year = most_exact([*find_dates(_swapped(apa["date"])), *find_dates(apa["date"])])
        container, _ = _container(apa["rest"])
        published = year.value if year else None
        return NoteFields(_authors(apa["names"]), apa["title"].strip(), container, published, accessed, _clean_doi(doi))
    if quoted is None:
        dated = most_exact(find_dates(rest))
        return NoteFields(published=dated.value if dated else None, accessed=accessed, doi=_clean_doi(doi))
    start, end, title = quoted
    container, published = _container(rest[end:])
    names, before = _dated_names(rest[:start])
    return NoteFields(_authors(names), title, container, published or before, accessed, _clean_doi(doi))


def has_title(text: str) -> bool:
    """Whether a text holds a quoted title."""
    return any(quote in text for quote in '“”„«《"')


def _swapped(date: str) -> str:
    """A date with its year in front ("2019, March 5"), the other way round."""
    year, _, rest = date.partition(",")
    return f"{rest.strip()}, {year.strip()}"


def _clean_doi(match: re.Match[str] | None) -> str | None:
    return match[0].rstrip(".,;)") if match else None


def _accessed(head: str, tail: str) -> tuple[PartialDate | None, str]:
    """The date behind a word for "accessed", and the head without both; the word may follow the address."""
    for text in (head, tail):
        for word in _ACCESSED.finditer(text):
            dated = next((one for one in find_dates(text[word.end() :]) if one.start <= 3), None)
            if dated is not None:
                kept = head if text is tail else head[: word.start()] + head[word.end() + dated.end :]
                return dated.value, kept
    if _FROM.search(head):
        behind = _BEHIND.match(tail, tail.find(" ") if " " in tail else len(tail))
        if behind:
            dated = next((one for one in find_dates(tail[behind.end() :]) if one.start == 0), None)
            if dated is not None:
                return dated.value, head
    return None, head


def _dated_names(text: str) -> tuple[str, PartialDate | None]:
    """Names without the year behind them, as "Brook, A. (2018)" has it, and that year."""
    match = _YEAR_BEHIND_NAMES.search(text)
    return (text[: match.start()], dates.year(int(match[1]))) if match else (text, None)


def _quoted(text: str) -> tuple[int, int, str] | None:
    """Start and end of the quoted title with its quotes, and the title itself."""
    start = next((index for index, ch in enumerate(text) if ch in _OPENERS), None)
    straight = _STRAIGHT.search(text)
    if straight and (start is None or straight.start() < start):
        return straight.start(1) - 1, straight.end(1) + 1, straight[1].strip().rstrip(",.").strip()
    if start is None:
        return None
    end = _closing(text, start)
    title = text[start + 1 : end].strip().rstrip(",.").strip()
    return (start, end + 1, title) if title else None


def _closing(text: str, start: int) -> int:
    """The quote that ends a title. Inner quotes nest; one behind a comma or full stop ends it at any depth."""
    opener = text[start]
    closers = _OPENERS[opener]
    depth = 1
    for index in range(start + 1, len(text)):
        ch = text[index]
        if ch not in closers and ch not in ("“", opener):
            continue
        after = text[index + 1 : index + 2]
        if text[index - 1] in _ENDS_TITLE and (not after or not after.isalnum()):
            return index
        if ch in closers and not (ch == "“" and opener != "„"):
            if opener == "‘" and after.isalnum():
                continue
            depth -= 1
            if not depth:
                return index
        else:
            depth += 1
    return len(text)


def _authors(text: str) -> tuple[str, ...]:
    surname_first = _SURNAME_FIRST.fullmatch(text.strip())
    if surname_first:
        return (f"{surname_first[2]} {surname_first[1]}",)
    inverted = list(_INVERTED.finditer(f"{text.strip(' ,;:')} "))
    if inverted and sum(len(one[0]) for one in inverted) >= len(text.strip(" ,;:")):
        return tuple(f"{one[2].strip()} {one[1]}" for one in inverted)
    text = text.strip(_EDGES)
    if not text or len(text) > 300:
        return ()
    return tuple(name for part in _NAMES.split(text) if (name := part.strip(_EDGES.replace(".", ""))))


def _container(text: str) -> tuple[str | None, PartialDate | None]:
    """Container and date of publication out of what follows the title."""
    found = find_dates(text)
    published = most_exact(found)
    parenthesis = _PARENTHESIS.search(text)
    ends = [len(text)]
    if published is not None and _stands_apart(text, published):
        ends.append(published.start)
    if parenthesis is not None:
        ends.append(parenthesis.start())
    name = _LEFT_OVER.sub("", _NO_NAME.sub("", text[: min(ends)]).strip(_EDGES + "("))
    return (name or None), (published.value if published else None)


def _stands_apart(text: str, found: WrittenDate) -> bool:
    """Whether a date is a field of its own rather than a part of a name."""
    return text[: found.start].rstrip()[-1:] in ("", ",", ".", "(", ";", ":", "，") or found.end >= len(
        text.rstrip(_EDGES)
    )
