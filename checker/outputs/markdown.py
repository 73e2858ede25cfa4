"""``report.md``: a summary for issues, pull requests and step summaries. Foreign text stays text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from checker.outputs import wording
from checker.outputs.buckets import Bucket, entries, of_figure, of_source
from checker.outputs.plain import plain
from checker.outputs.words import ENGLISH, Words
from checker.patterns import regex
from checker.report import Report, ReportFigure, ReportSource

MAX_BYTES = 900 * 1024
"""GitHub drops a step summary above 1 MiB as a whole (docs.github.com, 2026-11)."""
MAX_CHARACTERS = 60_000
"""GitHub refuses the body of an issue above 65,536 characters (2026-11)."""
_RESERVE = 200
_SPECIAL = regex(r"([\\`*_{}\[\]()<>#+!|~&@:-])")
_SHOWN = (Bucket.NEEDS_YOU, Bucket.BY_HAND, Bucket.WATCH)
Measure = Callable[[str], int]


def render(report: Report, words: Words = ENGLISH, limit: int = MAX_BYTES) -> str:
    """The summary, at most ``limit`` bytes of UTF-8; what does not fit is counted."""
    return _bounded(report, words, limit, lambda text: len(text.encode()))


def for_issue(report: Report, words: Words = ENGLISH, limit: int = MAX_CHARACTERS) -> str:
    """The same for the body of an issue: at most ``limit`` characters, as GitHub counts them (UTF-16)."""
    return _bounded(report, words, limit, lambda text: len(text.encode("utf-16-le")) // 2)


def _bounded(report: Report, words: Words, limit: int, measure: Measure) -> str:
    lines = [f"> **{escaped(banner)}**\n" for banner in wording.banners(report, words)]
    lines += [
        f"## {escaped(wording.headline(report, words))}\n",
        f"{escaped(wording.coverage_line(report, words))}\n",
    ]
    room = limit - _RESERVE - sum(measure(line) + 1 for line in lines)
    left_out = 0
    for bucket in _SHOWN:
        found = list(_entries(report, bucket, words))
        if not found:
            continue
        head = f"### {words(f'bucket.{bucket}')} ({len(found)})\n"
        room -= measure(head) + 2
        lines.append(head)
        for entry in found:
            room -= measure(entry) + 1
            if room < 0:
                left_out += 1
            else:
                lines.append(entry)
        lines.append("")
    if left_out:
        lines.append(words("markdown.left_out", n=left_out) + "\n")
    return "\n".join(lines).rstrip() + "\n"


def _entries(report: Report, bucket: Bucket, words: Words) -> Iterator[str]:
    for one in entries(report):
        if isinstance(one, ReportSource):
            if of_source(one) is bucket:
                yield _source(one, words)
        elif one.origin == "declared" and of_figure(one) is bucket:
            yield _figure(one, words)


def escaped(text: str | None, limit: int = 500) -> str:
    """Foreign text that Markdown shows as it is: no markup, no mention, no link, no table."""
    return _SPECIAL.sub(r"\\\1", plain(text, limit)).replace("\\@", "@\u200b")


def _code(text: str | None) -> str:
    """An address or path as code, whatever backticks it holds."""
    shown = plain(text, 2000)
    fence = "`" * (1 + max((len(run) for run in re.findall(r"`+", shown)), default=0))
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def _source(source: ReportSource, words: Words) -> str:
    label = wording.state(source, words)
    if source.certainty != "confirmed":
        label = words("text.label_suspected", label=label)
    new = f" **{escaped(words('card.new'))}**" if source.new else ""
    places = ", ".join(_code(f"{one.file}:{one.line}") for one in source.citations[:5])
    lines = [
        f"- **{escaped(label)}**{new} {escaped(source.title) or escaped(source.id)}",
        f"  {_code(source.url)}",
        f"  {escaped(wording.evidence(source, words))} {escaped(wording.action(source, words))} ({places})",
    ]
    if source.archive.state == "found":
        copy = escaped(wording.archive_words(source.archive, words))
        lines.append(f"  {words('markdown.archived', url=_code(source.archive.url), words=copy)}")
    return "  \n".join(lines)


def _figure(figure: ReportFigure, words: Words) -> str:
    place = _code(f"{figure.file}:{figure.line}")
    label = escaped(words.code(figure.freshness).label)
    return f"- **{label}** {escaped(figure.text)}: {escaped(words.told(figure.reason))} ({place})"
