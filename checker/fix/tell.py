"""What was done and what was not, in words. Pure; foreign text is made harmless."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from checker import codes
from checker.fix.diff import unified
from checker.fix.plan import Change, Left
from checker.fix.remedy import RemedyKind, day_in_words
from checker.fix.run import File
from checker.outputs.plain import log_safe, plain
from checker.report import Report, ReportFigure, ReportSource


def diff(files: Sequence[File]) -> str:
    """Everything that is to change, as one unified diff."""
    return "".join(_diff(file) for file in files)


def _diff(file: File) -> str:
    shift = len(file.mark)
    edits = [replace(edit, start=edit.start + shift) for edit in file.plan.edits]
    return unified(file.plan.document.name, file.mark + file.plan.document.text, edits)


def account(files: Sequence[File], *, done: bool) -> str:
    """What changes, file by file, and what is left alone and why."""
    lines = [line for file in files for line in _changed(file)]
    left = [one for file in files for one in file.plan.left]
    for title, refused in (("Could not be mended:", True), ("Left alone:", False)):
        chosen = [one for one in left if one.refused is refused]
        lines += [title, *_left(chosen)] if chosen else []
    lines.append(_sum(files, done=done))
    return log_safe("\n".join(lines) + "\n")


def refusals(files: Sequence[File]) -> str:
    """What should have been mended and could not be; empty where there is nothing of the kind."""
    refused = [one for file in files for one in file.plan.left if one.refused]
    return log_safe("\n".join(["Could not be mended:", *_left(refused)]) + "\n") if refused else ""


def _changed(file: File) -> Iterator[str]:
    for one in file.plan.changes:
        yield f"{_where(one)} {plain(one.url, 300)}"
        yield f"    {_what(one)}"


def _what(one: Change) -> str:
    remedy = one.remedy
    if remedy.kind is RemedyKind.MOVED:
        return f"moved ({remedy.why}) → {plain(remedy.address, 600)}"
    captured = f", captured {day_in_words(remedy.day)}" if remedy.day else ""
    return f"gone ({remedy.why}) → archived copy{captured}: {plain(remedy.address, 600)}"


def _left(left: Sequence[Left]) -> Iterator[str]:
    """What is left alone, each address with all its places together."""
    places: dict[tuple[str, str], list[str]] = {}
    for one in left:
        places.setdefault((one.url, one.why), []).append(_where(one).strip())
    for (url, why), where in places.items():
        shown = ", ".join(where[:8]) + (f" and {len(where) - 8} more" if len(where) > 8 else "")
        yield f"  {shown}{f' {plain(url, 300)}' if url else ''}"
        yield f"    {plain(why, 900)}"


def _where(one: Change | Left) -> str:
    place = one.place
    return f"  {plain(place.file, 300)}:{place.line}:{place.column}"


def _sum(files: Sequence[File], *, done: bool) -> str:
    counts = [len(file.plan.changes) for file in files if file.plan.changes]
    if not counts:
        return (
            "Nothing to fix."
            if not any(one.refused for file in files for one in file.plan.left)
            else "Nothing was changed."
        )
    words = f"{_count(sum(counts), 'place')} in {_count(len(counts), 'file')}"
    return f"Mended {words}. Now look at them, and run: checker check" if done else f"To mend: {words}."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def figures(report: Report) -> str:
    """The figures that are due or stale, and where their newer editions are likely to be; nothing is proposed."""
    sources = {source.id: source for source in report.sources}
    late = [one for one in report.figures if one.freshness in ("due", "stale") and one.origin == "declared"]
    lines = [line for one in late for line in _figure(one, sources.get(one.source or ""))]
    lines.append(
        "A number is a person's business: correct the text and sources.yml, or record that it was checked. "
        "'checker init DOCUMENT' drafts entries for new figures."
        if late
        else "No declared figure is due or stale."
    )
    return log_safe("\n".join(lines) + "\n")


def _figure(one: ReportFigure, source: ReportSource | None) -> Iterator[str]:
    period = one.as_of or "no date"
    yield f"{plain(one.id, 200)}: {plain(one.text, 200)} ({period}): {one.freshness}, {plain(one.reason, 400)}"
    for quote in one.quotes or ():
        yield f"    quoted in {plain(quote.file, 300)}:{quote.line}:{quote.column}"
    yield f"    newer edition: {_likely(source)}"
    for hint in one.hints:
        yield f"    hint: {plain(hint, 400)}"


def _likely(source: ReportSource | None) -> str:
    if source is None:
        return "no source is declared for it; look for who publishes the series"
    title = f"“{plain(source.title, 200)}” " if source.title else ""
    url = plain(source.moved_to or source.url, 600)
    if source.verdict in ("ok", "moved"):
        return f"likely at or near the page of its source, {title}{url}"
    label = codes.CODES[source.reason].label if source.reason in codes.CODES else source.reason
    home = "/".join(url.split("/", 3)[:3]) + "/"
    return f"likely at {home}; the page of its source, {title}is not open to us ({label}): {url}"
