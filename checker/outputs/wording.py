"""The sentences that several outputs share: what the run found, how much it covered. Pure."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise

from checker.outputs.buckets import Bucket, concern, is_gone, of_figure, of_source
from checker.outputs.plain import plain
from checker.outputs.words import Words
from checker.report import Archive, Report, ReportCitation, ReportFigure, ReportSource


def verdict_sentence(report: Report, words: Words) -> str:
    """The one sentence an editor reads first."""
    if report.run.network == "down":
        return words("sentence.network_down")
    figures = sum(one.freshness == "stale" and one.origin == "declared" for one in report.figures)
    overdue = words("sentence.overdue", n=figures)
    if report.run.network == "off":
        return words("sentence.offline", overdue=sentence_case(overdue))
    if not (report.sources or report.figures):
        return words("sentence.nothing_found")
    gone = sum(is_gone(one) for one in report.sources)
    other = sum(of_source(one) is Bucket.NEEDS_YOU for one in report.sources) - gone
    parts = [words("sentence.gone", n=gone)] if gone else []
    if other:
        parts.append(words("sentence.other_mending" if gone else "sentence.mending", n=other))
    if figures:
        parts.append(overdue)
    return f"{sentence_case(_joined(parts, words)) if parts else words('sentence.nothing')}."


def changes(report: Report, words: Words) -> str:
    """What is new and fixed since the last complete full run; empty where that cannot be said."""
    if report.run.previous is None or not report.run.complete or report.run.scope == "partial":
        return ""
    new = words("sentence.new", n=report.summary.new)
    fixed = words("sentence.fixed", n=report.summary.fixed)
    return words("sentence.changes", new=new, fixed=fixed, day=words.day(report.run.previous))


def headline(report: Report, words: Words) -> str:
    """The first sentence and what changed, on one line."""
    return f"{verdict_sentence(report, words)} {changes(report, words)}".strip()


def _joined(parts: list[str], words: Words) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])}{words('and')}{parts[-1]}"


def coverage_line(report: Report, words: Words) -> str:
    """How much was looked at, when, and when the next run is to be expected. The parts add up."""
    counts, run = report.summary.sources, report.run
    where = words("coverage.where", documents=words("documents", n=run.documents)) if run.documents else ""
    refused = counts.invalid + counts.unsafe
    answered = counts.total - counts.blocked - counts.unreachable - refused - counts.skipped
    if run.network == "up":
        kinds = {"blocked": counts.blocked, "unreachable": counts.unreachable, "refused": refused}
        kinds["skipped"] = counts.skipped
        parts = [words("coverage.checked", n=answered)]
        parts += [words(f"coverage.{kind}", n=number) for kind, number in kinds.items() if number]
    else:
        parts = [words("coverage.none_asked" if run.network == "off" else "coverage.none_reached")]
    whole = words(
        "coverage.whole",
        sources=words("sources", n=counts.total),
        where=where,
        parts=", ".join(parts),
        figures=words("figures", n=report.summary.figures.total),
    )
    when = words("coverage.run", moment=words.moment(run.started))
    coming = next_run(report)
    silent, asked = _archive_trouble(report)
    told = [sentence_case(whole), when, words("coverage.next", day=words.day(coming)) if coming else ""]
    told.append(words("note_archive", n=silent) if 0 < silent < asked else "")
    return " ".join(part for part in told if part)


def next_run(report: Report) -> str | None:
    """The day the next run is to be expected, where the last ones came at regular times of a day or more."""
    moments = sorted({past.at for source in report.sources for past in source.history} | {report.run.started})
    runs = [datetime.fromisoformat(moment) for moment in moments[-4:]]
    gaps = [later - earlier for earlier, later in pairwise(runs)]
    if len(gaps) < 2 or not report.run.complete or min(gaps) < timedelta(days=1):
        return None
    if max(gaps) > 1.25 * min(gaps):
        return None
    return (runs[-1] + gaps[-1]).date().isoformat()


def buckets(report: Report) -> dict[Bucket, int]:
    """How many sources and figures are in each group."""
    counts = dict.fromkeys(Bucket, 0)
    for source in report.sources:
        counts[of_source(source)] += 1
    for figure in report.figures:
        counts[of_figure(figure)] += 1
    return counts


def banners(report: Report, words: Words) -> list[str]:
    """What must be known before anything else is read."""
    run = report.run
    found = [words("banner.simulated")] if run.simulated else []
    if run.network == "down":
        last = f" {words('banner.last_good', day=words.day(run.previous))}" if run.previous else ""
        found.append(words("banner.network_down") + last)
    if run.network == "off":
        found.append(words("banner.offline"))
    if run.interrupted:
        found.append(words("banner.interrupted"))
    first = run.complete and run.scope == "full" and run.previous is None
    if first and any(one.certainty == "suspected" for one in report.sources):
        found.append(words("banner.first_run"))
    silent, asked = _archive_trouble(report)
    if silent and silent == asked:
        found.append(words("banner.archive_down", n=silent))
    if run.network == "up" and run.message:
        found.append(plain(run.message, 500))
    return found


def _archive_trouble(report: Report) -> tuple[int, int]:
    """About how many sources the Archive could not be asked, and how many it should have been asked about."""
    if report.run.network != "up":
        return 0, 0
    states = [one.archive.state for one in report.sources if one.archive.state != "not_looked_up"]
    return states.count("lookup_failed"), len(states)


def archive_words(archive: Archive, words: Words) -> str:
    """What is known of an archived copy, in words; empty where nobody asked."""
    if archive.state != "found" or archive.timestamp is None:
        known = ("not_archived", "excluded", "lookup_failed")
        return words(f"archive.{archive.state}") if archive.state in known else ""
    captured = words.day(captured_on(archive.timestamp))
    if archive.delta_days is None:
        return words("archive.captured", day=captured)
    aim = words(f"archive.{archive.target_kind or 'accessed'}")
    if archive.side in ("before", "after"):
        distance = words(f"archive.{archive.side}", n=abs(archive.delta_days), aim=aim)
    else:
        distance = words("archive.on_the_day", aim=aim)
    told = words("archive.captured_at", day=captured, distance=distance)
    return f"{told}, {words('archive.bracketed')}" if archive.bracketed else told


def captured_on(timestamp: str) -> str:
    """The day of a capture, ISO 8601; captures with month or day 00 exist."""
    return f"{timestamp[:4]}-{max(timestamp[4:6], '01')}-{max(timestamp[6:8], '01')}"


def place_words(citation: ReportCitation, words: Words) -> str:
    """Where a citation stands, as editors of files want it: ``file:line``."""
    note = f", {words('card.note', note=citation.note)}" if citation.note else ""
    return f"{citation.file}:{citation.line}{note}"


def action(source: ReportSource, words: Words) -> str:
    """What to do, by what is known: waiting for proof, mending with a copy, or searching."""
    wrong = concern(source)
    if wrong is not None:
        return words.code(wrong).action
    if source.certainty == "suspected" and source.verdict in ("dead", "broken", "unreachable"):
        return words("action.wait" if of_source(source) is Bucket.WATCH else "action.first_sight")
    if source.verdict == "unreachable":
        return words("action.open_silent")
    if source.verdict == "dead" and source.archive.state == "lookup_failed":
        return words("action.archive_down")
    if source.verdict == "dead" and source.archive.state != "found":
        return words("action.no_copy")
    return words.code(source.reason).action


def evidence(source: ReportSource, words: Words) -> str:
    """The evidence with its history: since when it fails, when it was last fine."""
    told = sentence_case(words.told(source.evidence))
    if source.compared is not None and source.compared.state != "same":
        told = f"{told}; {words.told(source.compared.evidence)}"
    if source.failed_runs > 1 and source.first_failed:
        runs = words("card.runs", n=source.failed_runs)
        told = words("card.evidence_history", evidence=told, runs=runs, day=words.day(source.first_failed))
        last = words("card.last_fine", day=words.day(source.last_ok)) if source.last_ok else words("card.never_fine")
        told = f"{told}; {last}"
    return f"{told}."


def state(source: ReportSource, words: Words) -> str:
    """The state of a source in a few words."""
    return words.code(concern(source) or source.reason).label


def age_words(figure: ReportFigure, today: str, words: Words) -> str:
    """How old a figure is, from the end of the period it describes; empty for what does not age."""
    if figure.role != "current":
        return ""
    if figure.period_end is None:
        return words("age.unknown")
    days = (date.fromisoformat(today) - date.fromisoformat(figure.period_end)).days
    if days <= 0:
        return ""
    return words("age.words", day=words.day(figure.period_end), age=duration(days, words))


def duration(days: int, words: Words) -> str:
    """A number of days in the unit that people would use."""
    if days < 60:
        return words("days", n=days)
    return words("months_long", n=round(days / 30.44)) if days < 730 else words("years", n=round(days / 365.25))


def sentence_case(text: str) -> str:
    """The text with a capital at its beginning; a host's name keeps its own spelling."""
    is_host = "." in text.partition(" ")[0].rstrip(".:,;")
    return text if is_host else text[:1].upper() + text[1:]
