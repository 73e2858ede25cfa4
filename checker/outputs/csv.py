"""``report.csv``: one row for each citation, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from checker.outputs.plain import plain
from checker.report import Report, ReportSource

COLUMNS = (
    "verdict", "reason", "certainty", "new", "url", "final_url", "title", "evidence", "file", "line", "column", "note",
    "published", "accessed", "archive_state", "archive_url", "archive_delta_days", "first_failed", "last_ok", "id",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(report: Report) -> str:
    """The table, with a byte-order mark, so that spreadsheets read it as UTF-8."""
    return "".join(parts(report))


def parts(report: Report) -> Iterator[str]:
    """The same in parts, a source each."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    yield "\ufeff" + out.getvalue()
    for source in report.sources:
        out.seek(0)
        out.truncate()
        writer.writerows(_rows(source))
        yield out.getvalue()


def _rows(source: ReportSource) -> Iterator[list[str]]:
    for one in source.citations:
        row = (
            source.verdict, source.reason, source.certainty, "yes" if source.new else "", source.url, source.final_url,
            one.title or source.title, source.evidence, one.file, one.line, one.column, one.note, one.published,
            one.accessed, source.archive.state, source.archive.url, source.archive.delta_days, source.first_failed,
            source.last_ok, source.id,
        )  # fmt: skip
        yield [_cell(value) for value in row]


def _cell(value: object) -> str:
    """A cell that no spreadsheet takes for a formula; plain numbers stay numbers."""
    if isinstance(value, int):
        return str(value)
    text = plain(str(value), 8000) if value is not None else ""
    return f"'{text}" if text.startswith(_FORMULA) else text
