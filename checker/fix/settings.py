"""Mending sources.yml: ``archive``, ``archive_date`` and ``status`` beside the address, or a new address. Pure.

Lines are put in where the parser says the entry stands; comments, quotes and layout are not touched. The edit
counts only if the file, read again, says just that and nothing else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from checker import urls
from checker.config import Config, parse
from checker.config.places import Entry, Value, entries
from checker.dates import parse as parse_date
from checker.draft import scalar
from checker.errors import InputError
from checker.fix.edits import Edit, EditError, apply, insertion, ordered
from checker.fix.plan import Change, Left, Plan, identity
from checker.fix.proof import UNPROVEN
from checker.fix.remedy import CannotError, LeftAlone, Reads, Remedy, RemedyKind, Way
from checker.model import DeclaredSource, Document, Place

_ANCHORS = ("url", "doi", "published", "accessed")
_NOWHERE = Place("", 0, 0)


class _Mended(Struct, frozen=True):
    """An entry, its edit, and what it is to say afterwards."""

    source: DeclaredSource
    remedy: Remedy
    edit: Edit
    after: DeclaredSource


def plan(document: Document, needs: Mapping[str, Remedy | LeftAlone]) -> Plan:
    """Plan the edits of one sources.yml, given as a document.

    Raises:
        InputError: the file is not what it was when it was checked: it has mistakes now.
    """
    config = parse(document.text, document.name)
    places = entries(document.text, document.name, "sources")
    mended: list[_Mended] = []
    left: list[Left] = []
    for source in config.sources:
        need = needs.get(identity(source.url))
        if need is None or source.ignore:
            continue
        try:
            mended.append(_mended(document.text, source, places[source.id], need))
        except CannotError as error:
            remedy = need if isinstance(need, Remedy) else None
            left.append(Left(source.place, urls.redact(source.url), str(error), error.refused, remedy))
    kept, refused = _proven(document, config, mended)
    changes = [
        Change(one.source.place, urls.redact(one.source.url), one.remedy, Way((one.edit,), Reads.FIELD)) for one in kept
    ]
    left += [Left(one.source.place, urls.redact(one.source.url), UNPROVEN, True, one.remedy) for one in refused]
    return Plan(document, tuple(changes), tuple(left))


def _mended(text: str, source: DeclaredSource, entry: Entry, need: Remedy | LeftAlone) -> _Mended:
    if isinstance(need, LeftAlone):
        raise CannotError(need.why, refused=False)
    if need.kind is RemedyKind.MOVED:
        part = urls.fragment(source.url)
        address = f"{need.address}#{part}" if part and "#" not in need.address else need.address
        return _Mended(source, need, _replaced(text, entry, address), replace(source, url=address))
    if source.archive:
        raise CannotError("an archived copy is declared already", refused=False)
    if source.status in ("ok", "drifted"):
        raise CannotError(f"a person has set 'status: {source.status}'", refused=False)
    status = source.status or ("usurped" if need.usurped else "dead")
    given = {"archive": need.address} | (
        {"archive_date": need.day.isoformat()} if need.day and not source.archive_date else {}
    )
    if not source.status:
        given["status"] = status
    when = source.archive_date or (parse_date(need.day.isoformat()) if need.day else None)
    return _Mended(
        source,
        need,
        _added(text, entry, given),
        replace(source, archive=need.address, archive_date=when, status=status),
    )


def _replaced(text: str, entry: Entry, address: str) -> Edit:
    value = entry.values.get("url")
    if value is None or value.style in ("|", ">") or "\n" in text[value.start : value.end]:
        raise CannotError(f"change it by hand to {address}")
    new = {"'": "'" + address.replace("'", "''") + "'", '"': f'"{address}"'}.get(value.style, scalar(address))
    return Edit(value.start, text[value.start : value.end], new)


def _added(text: str, entry: Entry, given: Mapping[str, str]) -> Edit:
    pairs = [f"{name}: {scalar(value)}" if name == "archive" else f"{name}: {value}" for name, value in given.items()]
    return put_in(text, entry, pairs, _ANCHORS)


def put_in(text: str, entry: Entry, pairs: list[str], after: Collection[str]) -> Edit:
    """New keys with their values, behind the last of the keys ``after``.

    Raises:
        CannotError: there is no such key on a line of its own.
    """
    anchors = [entry.values[name] for name in after if name in entry.values]
    anchors = [one for one in anchors if one.style not in ("|", ">") and "\n" not in text[one.start : one.end]]
    if not anchors:
        raise CannotError("add by hand: " + ", ".join(pairs))
    anchor = max(anchors, key=lambda one: one.start)
    if entry.flow:
        return insertion(anchor.end, "".join(f", {pair}" for pair in pairs))
    return _lines(text, anchor, pairs)


def _lines(text: str, anchor: Value, pairs: list[str]) -> Edit:
    line_start = text.rfind("\n", 0, anchor.key) + 1
    lead = text[line_start : anchor.key]
    if lead.strip(" "):
        raise CannotError("add by hand: " + ", ".join(pairs))
    line_end = text.find("\n", anchor.end)
    if line_end < 0:
        newline = "\r\n" if "\r\n" in text else "\n"
        return insertion(len(text), "".join(f"{newline}{lead}{pair}" for pair in pairs))
    newline = "\r\n" if text[line_end - 1] == "\r" else "\n"
    return insertion(line_end + 1, "".join(f"{lead}{pair}{newline}" for pair in pairs))


def _proven(document: Document, before: Config, mended: list[_Mended]) -> tuple[list[_Mended], list[_Mended]]:
    """The edits that, made together, say just what they are to say; and those that do not."""
    if not mended or _holds(document, before, mended):
        return mended, []
    good = [one for one in mended if _holds(document, before, [one])]
    if not _holds(document, before, good):
        good = []
    return good, [one for one in mended if one not in good]


def _holds(document: Document, before: Config, mended: list[_Mended]) -> bool:
    try:
        text = apply(document.text, ordered(one.edit for one in mended))
        after = parse(text, document.name)
    except (EditError, InputError):
        return False
    expected = {one.source.id: one.after for one in mended}
    sources = [expected.get(source.id, source) for source in before.sources]
    return list(placeless(replace(before, sources=tuple(sources)))) == list(placeless(after))


def placeless(config: Config) -> Iterator[object]:
    """What a file says, wherever in it that stands."""
    yield replace(config, sources=(), figures=(), documents=())
    yield [(one.glob, one.figures) for one in config.documents]
    yield [replace(one, place=_NOWHERE) for one in config.sources]
    yield [replace(one, place=_NOWHERE) for one in config.figures]
