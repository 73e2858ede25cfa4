"""Drafting sources.yml from what documents cite and quote: facts only, ready to be edited. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from checker import urls
from checker.cited import copy_of
from checker.figures.facts import Confidence, DateSource
from checker.inventory import Inventory
from checker.model import Citation, Figure, FoundFigure, Number, Qualifier, Role, Source
from checker.patterns import regex

HEADER = """\
# Drafted from the documents below. Read it through: what was not stated there is missing here, and the dates
# of figures are guesses, each with the words it was read from.
# The schema for your editor: checker schema sources
version: 1
"""
_PLAIN = regex(r"[\w(“«„](?:[^:#\n\"'`{}\[\],&*!|>%@\\]|:(?=\S)|,(?=\s))*", re.UNICODE)
_RESERVED = regex(r"(?i)(?:true|false|yes|no|on|off|null|~|[\d.,:_eExXoO+-]+)")
_URL = regex(r"https?://[^\s\"'\[\]{},#]+")
_SCALES = ((Decimal("1e12"), "trillion"), (Decimal("1e9"), "billion"), (Decimal("1e6"), "million"))
_BEST = ("authors", "title", "container", "published", "accessed", "doi", "language", "archive_url")


def draft(documents: Sequence[str], stock: Inventory) -> str:
    """A sources.yml with every cited source and every figure found.

    Args:
        documents: their names, as they are to stand in the file.
        stock: what the documents cite and quote, without any sources.yml.
    """
    ids = _source_ids(stock.sources)
    lines = [HEADER.rstrip(), "documents:", *(f"  - {scalar(name)}" for name in documents)]
    if stock.sources:
        lines.append("sources:")
        for source in stock.sources:
            lines += _source(ids[source.key], source)
    figures = [figure for figure in stock.figures if figure.found]
    if figures:
        lines.append("figures:")
        backing = _backing(stock.sources, ids)
        taken: set[str] = set()
        for figure in figures:
            lines += _figure(figure, backing, taken)
    return "\n".join(lines) + "\n"


def scalar(text: str) -> str:
    """A text as YAML: plain where that is safe, else in single quotes."""
    text = " ".join(text.split())
    if _URL.fullmatch(text) or (
        _PLAIN.fullmatch(text) and not _RESERVED.fullmatch(text) and not text.endswith(":") and text == text.strip()
    ):
        return text
    return "'" + text.replace("'", "''") + "'"


def _source_ids(sources: Iterable[Source]) -> Mapping[str, str]:
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for source in sources:
        ids[source.key] = _free(_name_of(_merged(source.citations), source.url), taken)
    return ids


def _free(name: str, taken: set[str]) -> str:
    """The name, or with a letter or number behind it where it is taken: kozhanova-2019b."""
    candidates = (name, *(f"{name}{letter}" for letter in "bcdefghijklmnopqrstuvwxyz"))
    chosen = next((one for one in candidates if one not in taken), None)
    number = 2
    while chosen is None or chosen in taken:
        chosen = f"{name}-{number}"
        number += 1
    taken.add(chosen)
    return chosen


def _name_of(one: Citation, url: str) -> str:
    """Surname, else container, else host; with the year it was published."""
    surname = slug(one.authors[0].split()[-1]) if one.authors and one.authors[0].split() else ""
    host = urls.host_of(url).removeprefix("www.").split(".")[0]
    words = surname or "-".join(slug(one.container or "").split("-")[:3]) or slug(host) or "source"
    when = one.published
    return f"{words}-{when.first.year}" if when else words


def slug(text: str) -> str:
    """Lower-case ASCII letters and digits, joined by hyphens; empty where none are left."""
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", folded))


def _merged(citations: Sequence[Citation]) -> Citation:
    """The fullest citation of a source."""
    return max(citations, key=lambda one: sum(bool(getattr(one, name)) for name in _BEST))


def _source(source_id: str, source: Source) -> Iterator[str]:
    one = _merged(source.citations)
    yield f"  {source_id}:"
    if one.title:
        yield f"    title: {scalar(one.title)}"
    if one.authors:
        yield f"    authors: [{', '.join(_item(name) for name in one.authors)}]"
    if one.container:
        yield f"    container: {scalar(one.container)}"
    yield f"    url: {scalar(source.url)}"
    for name in ("doi", "language", "published", "accessed"):
        value = getattr(one, name)
        if value:
            yield f"    {name}: {value if name in ('published', 'accessed') else scalar(value)}"
    copy = one.archive_url or next((copy for cited in source.citations if (copy := copy_of(cited))), None)
    if copy:
        yield f"    archive: {scalar(copy)}"


def _item(name: str) -> str:
    return scalar(name) if "," not in name else "'" + name.replace("'", "''") + "'"


def _backing(sources: Iterable[Source], ids: Mapping[str, str]) -> Mapping[tuple[str, str], str]:
    """The id of the source behind each note of each document."""
    return {
        (one.place.file, one.note): ids[source.key]
        for source in sources
        for one in reversed(source.citations)
        if one.note
    }


def _figure(figure: Figure, backing: Mapping[tuple[str, str], str], taken: set[str]) -> Iterator[str]:
    found = figure.found[0]
    source = backing.get((found.place.file, found.note or ""))
    yield f"  {_free(_figure_name(found, source), taken)}:  # {found.place.file}:{found.place.line}"
    yield f"    value: {scalar(written(found.quantity.value, found.quantity.unit))}"
    yield f"    text: {scalar(found.text)}"
    if found.as_of and found.date_source is DateSource.PUBLISHED:
        yield f"    # as_of: not stated beside it; its source was published {found.as_of}: add the period it describes"
    elif found.as_of:
        yield f"    as_of: {found.as_of}  # {_evidence(found)}"
    elif found.role is Role.CURRENT:
        yield "    # as_of: not stated beside it; add the period it describes"
    if found.role is not Role.CURRENT:
        yield f"    role: {found.role.value}"
    if found.qualifier is not Qualifier.EXACT:
        yield f"    qualifier: {found.qualifier.value}"
    if source:
        yield f"    source: {source}"


def _evidence(found: FoundFigure) -> str:
    """Why this date: for the person who confirms it."""
    words = " ".join(found.date_evidence.split())[:60]
    sure = "" if found.confidence is Confidence.HIGH else f", {found.confidence.value} confidence: please confirm"
    return f"“{words}”{sure}"


def _figure_name(found: FoundFigure, source: str | None) -> str:
    words = slug(written(found.quantity.value, found.quantity.unit).replace("%", " percent")) or "figure"
    return f"{source}-{words}" if source else words


def written(value: Number, unit: str) -> str:
    """A quantity as sources.yml reads it: 11.07 billion USD, 12 %."""
    amount = Decimal(value)
    for scale, word in _SCALES:
        if abs(amount) >= scale:
            return f"{_digits(amount / scale)} {word} {unit}"
    return f"{_digits(amount)} {unit}"


def _digits(amount: Decimal) -> str:
    return f"{amount.normalize():f}"
