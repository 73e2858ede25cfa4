"""What a confirmation changes in the text of sources.yml: a key, or an entry at the end. Pure.

Like the edits of :mod:`checker.fix.settings`, these count only if the file, read again, says just that.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from checker.byhand import HumanVerdict
from checker.config import Config, parse
from checker.config.places import Entry, entries, section
from checker.dates import Span
from checker.draft import scalar
from checker.errors import InputError, UsageError
from checker.fix.edits import Edit, apply, insertion, ordered
from checker.fix.remedy import CannotError
from checker.fix.settings import placeless, put_in
from checker.model import DeclaredFigure, DeclaredSource, Document, Place

NOWHERE = Place("", 0, 0)
"""The place of an entry that is not in the file yet."""

_BEHIND = ("url", "doi", "published", "accessed", "archive", "archive_date", "status", "title")


def of_source(document: Document, source: DeclaredSource, word: HumanVerdict) -> list[Edit]:
    """The edit that gives a declared source a verdict, in the place of an older one.

    Raises:
        UsageError: the entry is written in a way that we do not edit; what to write by hand.
    """
    entry = entries(document.text, document.name, "sources")[source.id]
    edits = [_set_word(document, entry, word)]
    return _proven(document, edits, sources=[replace(source, confirmed=word)])


def of_new_source(document: Document, source: DeclaredSource) -> list[Edit]:
    """The edit that declares a source, at the end of the others.

    Raises:
        UsageError: see :func:`of_source`.
    """
    word = source.confirmed
    lines = [f"{source.id}:", f"  url: {scalar(source.url)}"]
    lines += [f"  title: {scalar(source.title)}"] if source.title else []
    lines += [f"  confirmed: {_written(word)}"] if word else []
    return _proven(document, [_appended(document, lines)], sources=[source])


def of_figure(
    document: Document, figure: DeclaredFigure, checked: date, review_in: Span | None, why: str
) -> list[Edit]:
    """The edits that say that a figure was still the latest on a day.

    Raises:
        UsageError: see :func:`of_source`.
    """
    entry = entries(document.text, document.name, "figures")[figure.id]
    given = {"checked": checked.isoformat()} | ({"review_in": f"{review_in.days} days"} if review_in else {})
    edits, missing = [], []
    for name, value in given.items():
        known = entry.values.get(name)
        if known is None:
            missing.append(f"{name}: {value}")
        else:
            edits.append(Edit(known.start, document.text[known.start : known.end], value))
    if missing:
        if why and not entry.flow:
            missing[0] += f"  # {why}"
        edits.append(_put(document, entry, missing, tuple(entry.values)))
    after = replace(figure, checked=checked, review_in=review_in or figure.review_in)
    return _proven(document, edits, figures=[after])


def _set_word(document: Document, entry: Entry, word: HumanVerdict) -> Edit:
    known = entry.maps.get("confirmed")
    if known is None:
        return _put(document, entry, [f"confirmed: {_written(word)}"], _BEHIND)
    old = document.text[known.start : known.end]
    if not known.style and ("#" in old or "\t" in old):
        raise _by_hand(document, f"confirmed: {_written(word)}")
    return Edit(known.start, old, _written(word))


def _put(document: Document, entry: Entry, pairs: list[str], after: Sequence[str]) -> Edit:
    try:
        return put_in(document.text, entry, pairs, after)
    except CannotError as error:
        raise _by_hand(document, ", ".join(pairs)) from error


def _written(word: HumanVerdict) -> str:
    parts = [f"verdict: {'dead' if word.dead else 'ok'}", f"until: {word.until}"]
    parts += [f"on: {word.on}"] if word.on else []
    parts += [f"seen: {word.seen.value}"] if word.seen else []
    if word.reason:
        quoted = word.reason.replace("'", "''")
        parts.append(f"reason: '{quoted}'")
    return "{" + ", ".join(parts) + "}"


def _appended(document: Document, lines: Sequence[str]) -> Edit:
    """An entry behind the last one, as deep as the others; a section of its own where there is none."""
    text = document.text
    newline = "\r\n" if "\r\n" in text else "\n"
    place = section(text, document.name, "sources")
    if place is None:
        start = "" if not text or text.endswith("\n") else newline
        return insertion(len(text), start + "".join(f"{line}{newline}" for line in ("sources:", *_deeper(lines, "  "))))
    if place.flow and place.end > place.start:
        raise _by_hand(document, " ".join(lines))
    lead = text[text.rfind("\n", 0, place.start) + 1 : place.start] if place.end > place.start else "  "
    if lead.strip(" "):
        raise _by_hand(document, " ".join(lines))
    if text[place.end - 1] == "\n":  # behind a block of text
        return insertion(place.end, "".join(f"{line}{newline}" for line in _deeper(lines, lead)))
    line_end = text.find("\n", place.end)
    if line_end < 0:
        return insertion(len(text), "".join(f"{newline}{line}" for line in _deeper(lines, lead)))
    return insertion(line_end + 1, "".join(f"{line}{newline}" for line in _deeper(lines, lead)))


def _deeper(lines: Sequence[str], lead: str) -> list[str]:
    return [f"{lead}{line}" for line in lines]


def _proven(
    document: Document,
    edits: list[Edit],
    sources: Sequence[DeclaredSource] = (),
    figures: Sequence[DeclaredFigure] = (),
) -> list[Edit]:
    """The edits, in order, if the file then says just what it is to say."""
    before = parse(document.text, document.name)
    try:
        after = parse(apply(document.text, ordered(edits)), document.name)
    except InputError:
        after = None
    if after is None or list(placeless(after)) != list(placeless(_with(before, sources, figures))):
        raise _by_hand(document, "; ".join(edit.new.strip() for edit in edits))
    return ordered(edits)


def _with(config: Config, sources: Sequence[DeclaredSource], figures: Sequence[DeclaredFigure]) -> Config:
    new = {one.id: one for one in sources}
    kept = [new.pop(one.id, one) for one in config.sources]
    renewed = {one.id: one for one in figures}
    return replace(
        config,
        sources=(*kept, *new.values()),
        figures=tuple(renewed.get(one.id, one) for one in config.figures),
    )


def _by_hand(document: Document, what: str) -> UsageError:
    return UsageError(f"{document.name}: this entry cannot be edited without touching more; write it yourself: {what}")
