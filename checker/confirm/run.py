"""From what a person found to a changed sources.yml: finding the entry, editing the text, writing it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from checker import documents, trail, urls
from checker.byhand import HumanVerdict
from checker.config import Config, parse
from checker.confirm import edit
from checker.dates import Span
from checker.errors import OutputError, UsageError
from checker.fix.edits import Edit
from checker.fix.write import RefusedError, write
from checker.freshness import REVIEW_IN
from checker.model import DeclaredFigure, DeclaredSource, Document
from checker.outputs.plain import plain
from checker.reasons import Reason, VerdictKind
from checker.report import Report, ReportSource

_NO_EVIDENCE = (VerdictKind.SKIPPED, VerdictKind.INVALID, VerdictKind.UNSAFE)


class Confirmation(Struct, frozen=True):
    """What a person says of a source or figure; None means: not given."""

    wanted: str
    today: date
    dead: bool | None = None
    until: date | None = None
    reason: str = ""


def confirm(path: Path, given: Confirmation, report: Report | None) -> str:
    """Write it into ``path``, a sources.yml, and say in a line what was written.

    Raises:
        UsageError: it is not clear what is meant, or the entry must be edited by hand.
        InputError: the file has mistakes.
        OutputError: it cannot be written; it is what it was.
    """
    if given.until is not None and given.until < given.today:
        raise UsageError(f"--until {given.until} is over; name a day to come")
    (document,) = documents.named([str(path)], kind="text")
    config = parse(document.text, document.name)
    figure = next((one for one in config.figures if one.id == given.wanted), None)
    if figure is not None and given.dead is None and not any(one.id == given.wanted for one in config.sources):
        edits, line = _figure(document, figure, given)
    else:
        edits, line = _source(document, config, given, report)
    try:
        write(path, [path.absolute().parent], document.digest, document.text, edits)
    except RefusedError as error:
        raise OutputError(f"{path}: {error}") from error
    return f"{document.name}: {line}"


def _figure(document: Document, figure: DeclaredFigure, given: Confirmation) -> tuple[list[Edit], str]:
    review_in = Span(days=max(1, (given.until - given.today).days)) if given.until else None
    until = given.until or (figure.review_in or REVIEW_IN).after(given.today)
    edits = edit.of_figure(document, figure, given.today, review_in, plain(given.reason, 200))
    return edits, f"'{figure.id}' was checked on {given.today}; to be looked at again after {until}"


def _source(document: Document, config: Config, given: Confirmation, report: Report | None) -> tuple[list[Edit], str]:
    until = given.until or REVIEW_IN.after(given.today)
    known = trail.find(report, given.wanted) if report else []
    declared = _declared(config, given.wanted, known)
    if declared:
        edits: list[Edit] = []
        for source in declared:
            word = _word(given, until, known, source)
            edits += edit.of_source(document, source, word)
        names = ", ".join(f"'{source.id}'" for source in declared)
    else:
        new = _undeclared(config, given, known, until)
        edits = edit.of_new_source(document, new)
        names = f"'{new.id}' is declared now, and"
    return edits, f"{names} confirmed {'dead' if given.dead else 'ok'} until {until}"


def _declared(config: Config, wanted: str, known: Sequence[ReportSource]) -> list[DeclaredSource]:
    """The entry of this id, else those that name the address."""
    by_id = [one for one in config.sources if one.id == wanted]
    keys = {_key(wanted)} - {""}
    identities = {one.identity for one in known if one.identity}
    return by_id or [
        one for one in config.sources if (key := _key(one.url)) and (key in keys or urls.identity(key) in identities)
    ]


def _word(given: Confirmation, until: date, known: Sequence[ReportSource], source: DeclaredSource) -> HumanVerdict:
    seen = next((one.reason for one in known if one.id == source.id), None) or _first_reason(known)
    reason = Reason(seen) if seen in list(Reason) else None
    if reason in (Reason.CONFIRMED_BY_HAND, Reason.DEAD_BY_HAND):
        reason = source.confirmed.seen if source.confirmed else None
    if reason is not None and reason.kind in _NO_EVIDENCE:
        reason = None
    return HumanVerdict(bool(given.dead), until, given.today, reason, plain(given.reason, 500))


def _first_reason(known: Sequence[ReportSource]) -> str | None:
    return known[0].reason if known else None


def _undeclared(config: Config, given: Confirmation, known: Sequence[ReportSource], until: date) -> DeclaredSource:
    address = next(_addresses(given.wanted, known), None)
    if address is None:
        raise UsageError(
            f"'{given.wanted}' is no source or figure of sources.yml or of the last report; "
            "name it by its id or its address"
        )
    taken = {one.id for one in config.sources}
    found = next((one.id for one in known), urls.short_id(_key(address)))
    name = found if found not in taken else urls.short_id(_key(address))
    title = next((" ".join(one.title.split()) for one in known if one.title and one.title.strip()), None)
    blank = DeclaredSource(name, address, edit.NOWHERE, title=plain(title, 300) or None)
    word = _word(given, until, known, blank)
    return DeclaredSource(name, address, edit.NOWHERE, title=blank.title, confirmed=word)


def _addresses(wanted: str, known: Sequence[ReportSource]) -> Iterator[str]:
    """Addresses that are meant, whole: a report masks secrets, and what is masked leads nowhere."""
    if _key(wanted):
        yield wanted
    yield from (one.url for one in known if one.identity and urls.identity(_key(one.url)) == one.identity)


def _key(url: str) -> str:
    try:
        return urls.normalise(url)
    except urls.UrlError:
        return ""
