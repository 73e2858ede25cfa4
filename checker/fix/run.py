"""From a report on disk to mended files: finding them, reading them, planning, writing.

Names in a report are relative to where the check ran. A report of the simulated web speaks of files beside
itself and of no others, so that it never rewrites anything real.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from checker import documents
from checker.documents import STDIN_NAME
from checker.errors import CheckerError, UsageError
from checker.fix import decide, plan, settings
from checker.fix.decide import Choice
from checker.fix.plan import Left, Plan
from checker.fix.remedy import LeftAlone, Remedy, Style
from checker.fix.write import CHANGED, RefusedError, mark_of, write
from checker.model import Document, Place
from checker.readers import KINDS
from checker.report import Report, ReportDocument

SETTINGS = "sources"


class Request(Struct, frozen=True):
    """What is to be fixed: documents (all of the report's if none are named), which sources, how."""

    paths: tuple[str, ...] = ()
    config: Path | None = None
    style: Style | None = None
    choice: Choice = field(default_factory=Choice)


class File(Struct, frozen=True):
    """A file of the report: its plan, where it lies, in which folders it must lie, and its state when checked.

    ``mark`` is the byte-order mark that a diff must show.
    """

    path: Path
    roots: tuple[Path, ...]
    digest: str
    plan: Plan
    mark: str = ""


def planned(report: Report, folder: Path, request: Request) -> list[File]:
    """Plan all files that are asked for. Nothing is written.

    Raises:
        UsageError: a path that the report does not know, or an unknown code.
    """
    decide.check_codes(request.choice.accept)
    needs = decide.needs(report, request.choice)
    today = decide.day_of(report.run.today)
    if today is None:
        raise UsageError("the report has no date; run 'checker check' again")
    base = folder if report.run.simulated else Path()
    files = []
    seen = set()
    for known, path, roots in _chosen(report, base, request):
        real = os.path.realpath(path)
        if real in seen:  # a link to a file that has its turn already, or a path named twice
            continue
        seen.add(real)
        made = _plan(known, path, needs, request.style, today)
        files.append(File(path, roots, known.digest, made, mark_of(path)))
    if not request.paths:
        files += _unwritable(report, needs)
    return files


def carry_out(files: Sequence[File]) -> list[File]:
    """Write what is planned; a file that is refused is told as such and stays what it was."""
    return [_written(file) if file.plan.changes else file for file in files]


def _written(file: File) -> File:
    made = file.plan
    try:
        write(file.path, file.roots, file.digest, made.document.text, made.edits)
    except RefusedError as error:
        return replace(file, plan=_refused(made, str(error)))
    return file


def _refused(made: Plan, why: str) -> Plan:
    """A plan none of whose changes can be made."""
    refused = tuple(Left(one.place, one.url, why, True, one.remedy) for one in made.changes)
    return replace(made, changes=(), left=(*refused, *made.left))


def _chosen(report: Report, base: Path, request: Request) -> Iterator[tuple[ReportDocument, Path, tuple[Path, ...]]]:
    """The files that are asked for, with the folders they must lie in."""
    every = [(known, base / known.name) for known in report.documents if "\0" not in known.name]
    roots = (base, *_above(report.run.config, base), *((request.config.parent,) if request.config else ()))
    if not request.paths:
        own = request.config.absolute() if request.config else None
        for known, path in every:
            if own is None or known.kind != SETTINGS or _same(path, own):
                yield known, path, roots
        return
    for given in request.paths:
        wanted = Path(given)
        found = [(known, path) for known, path in every if _same(path, wanted) or _below(path, wanted)]
        if not found:
            raise UsageError(f"{given}: not in the report; run 'checker check {given}' first")
        outside = [] if _below(wanted, Path()) else [wanted if wanted.is_dir() else wanted.parent]
        yield from ((known, path, (*roots, *outside)) for known, path in found)


def _above(config: str | None, base: Path) -> Iterator[Path]:
    """The folder of a sources.yml that lies above us: the check found it there and read documents below it."""
    path = base / config if config else None
    if path is not None and path.is_file() and base.absolute().is_relative_to(path.absolute().parent):
        yield path.parent


def _same(one: Path, other: Path) -> bool:
    return os.path.abspath(one) == os.path.abspath(other)  # noqa: PTH100  # links are not to be followed here


def _below(path: Path, folder: Path) -> bool:
    return folder.is_dir() and Path(os.path.abspath(path)).is_relative_to(os.path.abspath(folder))  # noqa: PTH100


def _plan(
    known: ReportDocument, path: Path, needs: Mapping[str, Remedy | LeftAlone], style: Style | None, today: date
) -> Plan:
    kind = "text" if known.kind == SETTINGS else known.kind
    try:
        if kind not in KINDS:
            raise UsageError(f"'{kind}' is no format that can be mended; check again")
        (document,) = documents.named([str(path)], kind=kind)
        document = replace(document, name=known.name)
        own = known.kind == SETTINGS
        made = settings.plan(document, needs) if own else plan.plan(document, needs, style, today)
    except CheckerError as error:
        left = Left(Place(known.name, 1, 1), "", str(error), refused=True)
        return Plan(Document(known.name, "", kind), (), (left,))
    return _refused(made, CHANGED) if document.digest != known.digest and made.changes else made


def _unwritable(report: Report, needs: Mapping[str, Remedy | LeftAlone]) -> Iterator[File]:
    """Citations of what is no file: a text that came from standard input."""
    known = {one.name for one in report.documents}
    places: dict[str, list[Left]] = {}
    for source in report.sources:
        need = needs.get(source.identity)
        for one in source.citations if isinstance(need, Remedy) else ():
            if one.file not in known and one.length:
                what = "came from standard input" if one.file == STDIN_NAME else "is not known by its content"
                why = f"the text {what}; change it by hand to {need.address}"  # type: ignore[union-attr]
                places.setdefault(one.file, []).append(
                    Left(Place(one.file, one.line, one.column), source.url, why, True)
                )
    for name, left in places.items():
        yield File(Path(name), (), "", Plan(Document(name, "", "text"), (), tuple(left)))
