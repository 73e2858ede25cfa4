"""The sentences that several outputs share: what the run found, how much it covered. Pure."""

from __future__ import annotations

from datetime import date

from checker.outputs.buckets import Bucket, is_gone, of_figure, of_source
from checker.report import Archive, Report, ReportCitation


def count(number: int, one: str, many: str | None = None) -> str:
    """``1 source``, ``2 sources``; none is ``no sources``."""
    return f"{number or 'no'} {one if number == 1 else many or one + 's'}"


def verdict_sentence(report: Report) -> str:
    """The one sentence an editor reads first."""
    if report.run.network == "down":
        return "This run could not reach the network."
    figures = sum(one.freshness == "stale" and one.origin == "declared" for one in report.figures)
    overdue = f"{count(figures, 'figure')} {'is' if figures == 1 else 'are'} overdue"
    if report.run.network == "off":
        return f"{overdue[0].upper()}{overdue[1:]}. No source was asked."
    gone = sum(is_gone(one) for one in report.sources)
    other = sum(of_source(one) is Bucket.NEEDS_YOU for one in report.sources) - gone
    parts = []
    if gone:
        parts.append(f"{count(gone, 'source')} {'is' if gone == 1 else 'are'} gone")
    if other:
        what = count(other, "other") if gone else count(other, "source")
        parts.append(f"{what} {'needs' if other == 1 else 'need'} mending")
    if figures:
        parts.append(overdue)
    sentence = _joined(parts) if parts else "Nothing needs you"
    return f"{sentence[0].upper()}{sentence[1:]}.{_changes(report)}"


def _joined(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _changes(report: Report) -> str:
    if report.run.previous is None or not report.run.complete or report.run.scope == "partial":
        return ""
    since = day_words(report.run.previous[:10])
    return f" {report.summary.new or 'None'} new since {since}, {report.summary.fixed or 'none'} fixed."


def coverage_line(report: Report) -> str:
    """How much was looked at, when."""
    counts, run = report.summary.sources, report.run
    where = f" in {count(run.documents, 'document')}" if run.documents else ""
    asked = counts.total - counts.skipped - counts.invalid
    parts = [f"{asked} checked"] if run.network == "up" else ["none asked" if run.network == "off" else "none reached"]
    left_out = (("blocked", counts.blocked), ("not checkable", counts.invalid), ("skipped", counts.skipped))
    parts += [f"{number} {name}" for name, number in left_out if number and run.network == "up"]
    figures = count(report.summary.figures.total, "declared figure")
    return f"{count(counts.total, 'source')}{where}: {', '.join(parts)}; {figures}. Run of {moment_words(run.started)}."


def buckets(report: Report) -> dict[Bucket, int]:
    """How many sources and declared or noteworthy figures are in each group."""
    counts = dict.fromkeys(Bucket, 0)
    for source in report.sources:
        counts[of_source(source)] += 1
    for figure in report.figures:
        counts[of_figure(figure)] += 1
    return counts


def banners(report: Report) -> list[str]:
    """What must be known before anything else is read."""
    found = []
    run = report.run
    if run.simulated:
        found.append(
            "Simulated: the web of this report exists only inside checker demo; nothing is about the real sites."
        )
    if run.network == "down":
        last = f" The last good results, of {day_words(run.previous[:10])}, are shown." if run.previous else ""
        found.append(f"The network was down: nobody answered, so no source is judged.{last}")
    if run.network == "off":
        found.append("Made offline: figures and syntax were judged, no source was asked.")
    if run.interrupted:
        found.append("The run was cut short: what was not reached is shown as it was last known.")
    first = run.complete and run.scope == "full" and run.previous is None
    if first and any(one.certainty == "suspected" for one in report.sources):
        found.append("First run: nothing is confirmed gone until it failed three times over at least six days.")
    return found


_MONTHS = "January February March April May June July August September October November December".split()


def day_words(day: str) -> str:
    """``2026-11-23`` as ``23 November 2026``."""
    known = date.fromisoformat(day)
    return f"{known.day} {_MONTHS[known.month - 1]} {known.year}"


def moment_words(moment: str) -> str:
    """``2026-11-23T05:31:00Z`` as ``23 November 2026, 05:31 UTC``."""
    return f"{day_words(moment[:10])}, {moment[11:16]} UTC"


def archive_words(archive: Archive) -> str:
    """What is known of an archived copy, in words."""
    if archive.state != "found" or archive.timestamp is None:
        return {
            "not_archived": "no good copy in the Archive",
            "excluded": "the Archive does not show this page",
            "lookup_failed": "the Archive could not be asked; next run again",
        }.get(archive.state, "")
    stamp = archive.timestamp
    day = day_words(f"{stamp[:4]}-{max(stamp[4:6], '01')}-{max(stamp[6:8], '01')}")
    words = f"captured {day}"
    if archive.delta_days is None:
        return words
    when = "it was published" if archive.target_kind == "published" else "the author looked"
    distance = f"{count(abs(archive.delta_days), 'day')} {archive.side}" if archive.side != "same_day" else "on the day"
    return f"{words}, {distance} {when}" + (", unchanged until after it" if archive.bracketed else "")


def place_words(citation: ReportCitation) -> str:
    """Where a citation stands."""
    note = f", note {citation.note}" if citation.note else ""
    return f"{citation.file}:{citation.line}{note}"
