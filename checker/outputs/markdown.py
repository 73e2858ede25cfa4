"""``report.md``: a summary for issues, pull requests and step summaries. Foreign text stays text."""

from __future__ import annotations

import re

from checker.codes import explain
from checker.outputs import wording
from checker.outputs.buckets import LABELS, Bucket, of_figure, of_source, ordered, ordered_figures
from checker.outputs.plain import plain
from checker.report import Report, ReportFigure, ReportSource

MAX_BYTES = 900 * 1024  # GitHub drops a step summary above 1 MiB as a whole
_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+!|~&@:-])")
_SHOWN = (Bucket.NEEDS_YOU, Bucket.BY_HAND, Bucket.WATCH)


def render(report: Report, limit: int = MAX_BYTES) -> str:
    """The summary, at most ``limit`` bytes of UTF-8; what does not fit is counted."""
    lines = [f"> **{escaped(banner)}**\n" for banner in wording.banners(report)]
    lines += [
        f"## {escaped(wording.verdict_sentence(report))}\n",
        f"{escaped(wording.coverage_line(report))}\n",
    ]
    size = sum(len(line.encode()) for line in lines) + 200
    left_out = 0
    for bucket in _SHOWN:
        entries = [_source(one) for one in ordered(report.sources) if of_source(one) is bucket]
        entries += [
            _figure(one)
            for one in ordered_figures(report.figures)
            if of_figure(one) is bucket and one.origin == "declared"
        ]
        if entries:
            lines.append(f"### {LABELS[bucket]} ({len(entries)})\n")
        for entry in entries:
            size += len(entry.encode()) + 1
            if size > limit:
                left_out += 1
            else:
                lines.append(entry)
        lines.append("")
    if left_out:
        lines.append(f"… and {left_out} more; see the report page.\n")
    return "\n".join(lines).rstrip() + "\n"


def escaped(text: str | None, limit: int = 500) -> str:
    """Foreign text that Markdown shows as it is: no markup, no mention, no link, no table."""
    return _SPECIAL.sub(r"\\\1", plain(text, limit)).replace("\\@", "@\u200b")


def _code(text: str | None) -> str:
    """An address or path as code, whatever backticks it holds."""
    shown = plain(text, 2000)
    fence = "`" * (1 + max((len(run) for run in re.findall(r"`+", shown)), default=0))
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def _source(source: ReportSource) -> str:
    known = explain(source.reason)
    sure = "" if source.certainty == "confirmed" else ", suspected"
    new = " **new**" if source.new else ""
    places = ", ".join(_code(f"{one.file}:{one.line}") for one in source.citations[:5])
    lines = [
        f"- **{escaped(known.label)}{sure}**{new} {escaped(source.title) or escaped(source.id)}",
        f"  {_code(source.url)}",
        f"  {escaped(source.evidence)}. {escaped(known.action)} ({places})",
    ]
    if source.archive.state == "found":
        lines.append(f"  Archived: {_code(source.archive.url)} ({escaped(wording.archive_words(source.archive))})")
    return "  \n".join(lines)


def _figure(figure: ReportFigure) -> str:
    place = _code(f"{figure.file}:{figure.line}")
    label = escaped(explain(figure.freshness).label)
    return f"- **{label}** {escaped(figure.text)}: {escaped(figure.reason)} ({place})"
