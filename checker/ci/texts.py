"""The words of the issue and its comments: foreign text that pings nobody, links nowhere and hides nothing. Pure."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from msgspec import Struct

from checker.codes import explain
from checker.outputs.buckets import Bucket, of_figure, of_source, ordered, ordered_figures
from checker.outputs.markdown import escaped
from checker.outputs.plain import plain
from checker.patterns import regex
from checker.report import Report, ReportFigure, ReportSource

MOST = 60_000
"""GitHub refuses bodies above 65,536 characters (seen 2026-11 in peter-evans/create-issue-from-file#1049)."""
_ZERO = "\u200b"
_LINKING = regex(r"#(?=\d)|(?i:www)(?=\.)|(?i:gh)(?=\\-\d)")


class Item(Struct, frozen=True):
    """One thing that needs somebody: ``key`` tells it from others, ``new`` is what the ledger says."""

    key: str
    text: str
    new: bool


def items(report: Report) -> list[Item]:
    """What needs somebody, quickest fixes first; figures after sources."""
    sources = [one for one in ordered(report.sources) if of_source(one) is Bucket.NEEDS_YOU]
    figures = [one for one in ordered_figures(report.figures) if of_figure(one) is Bucket.NEEDS_YOU]
    found = [_of_source(one) for one in sources] + [_of_figure(one) for one in figures]
    return list({item.key: item for item in reversed(found)}.values())[::-1]


def _of_source(source: ReportSource) -> Item:
    known = explain(source.reason)
    sure = "" if source.certainty == "confirmed" else ", not yet confirmed"
    places = ", ".join(code(f"{one.file}:{one.line}") for one in source.citations[:5])
    more = f" and {len(source.citations) - 5} more places" if len(source.citations) > 5 else ""
    lines = [
        f"- **{foreign(known.label)}{sure}** {foreign(source.title or source.id, 200)} ({places}{more})",
        f"  {code(source.url)}",
        f"  {foreign(source.evidence)}. {foreign(known.action)}",
    ]
    if source.archive.state == "found" and source.archive.url:
        lines.append(f"  Archived copy: {code(source.archive.url)}")
    return Item(_key("source", source.url, source.verdict), "  \n".join(lines), source.new)


def _of_figure(figure: ReportFigure) -> Item:
    label = foreign(explain(figure.freshness).label)
    text = (
        f"- **{label}** {foreign(figure.text, 200)}: {foreign(figure.reason)} ({code(f'{figure.file}:{figure.line}')})"
    )
    return Item(_key("figure", figure.id, figure.as_of or ""), text, new=False)


def _key(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()[:8]


def foreign(text: str | None, limit: int = 500) -> str:
    """Foreign text as plain words: neither markup nor mention, and no #1, GH-1 or www. that GitHub would link."""
    return _LINKING.sub(lambda found: found.group() + _ZERO, escaped(text, limit))


def code(text: str | None) -> str:
    """An address or path as code, whatever backticks it holds."""
    shown = plain(text, 1000)
    fence = "`" * (1 + max((len(run) for run in re.findall(r"`+", shown)), default=0))
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def size(text: str) -> int:
    """Characters as GitHub's database counts them: UTF-16."""
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2


def listed(found: Iterable[Item], room: int) -> str:
    """The items one below the other, as many as fit; the rest is counted."""
    shown, left = [], 0
    room -= 80
    for item in found:
        room -= size(item.text) + 1
        if room < 0:
            left += 1
        else:
            shown.append(item.text)
    if left:
        shown.append(f"- … and {left} more; see the report page")
    return "\n".join(shown)
