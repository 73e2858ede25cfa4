"""The whole evidence trail of one source, as ``checker explain SOURCE`` prints it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker import codes, urls
from checker.errors import UsageError
from checker.memory import UNFINISHED, RunRecord, Sighting
from checker.observation import Observation, PageFacts
from checker.outputs.plain import plain
from checker.reasons import Reason
from checker.report import Report, ReportSource
from checker.strikes import SPAN, STRIKES
from checker.verdict import conclude, considered


def find(report: Report, wanted: str) -> list[ReportSource]:
    """The sources of a report that are meant by an id, an address as cited, or any spelling of it."""
    exact = [one for one in report.sources if wanted in (one.id, one.url)]
    if exact:
        return exact
    key = _normal(wanted)
    return [one for one in report.sources if key and _normal(one.url) in (key, urls.without_fragment(key))]


def _normal(url: str) -> str:
    try:
        return urls.normalise(url)
    except urls.UrlError:
        return ""


def unknown(wanted: str) -> UsageError:
    """What to say of something that is neither a code nor a source of the last report."""
    try:
        codes.explain(wanted)
    except UsageError as error:
        return UsageError(f"{error}; nor is it a source of the last report (--reports names its folder)")
    return UsageError(f"{wanted} is not known")


def render(source: ReportSource, seen: Sequence[Observation], past: Sequence[tuple[RunRecord, Sighting]] = ()) -> str:
    """Verdict, every try, every sign, history, and what would change the verdict.

    Args:
        source: as the last report has it.
        seen: what the ledger keeps of it, oldest first; may be empty.
        past: the same with its runs.
    """
    lines = _lines(source, seen, past)
    return "\n".join(" " * (len(line) - len(line.lstrip())) + plain(line, 4000) for line in lines) + "\n"


def _lines(
    source: ReportSource, seen: Sequence[Observation], past: Sequence[tuple[RunRecord, Sighting]]
) -> Iterator[str]:
    known = codes.explain(source.reason)
    yield f"{source.id}: {source.url}"
    yield f"{source.verdict} ({source.reason}), {source.certainty}: {source.evidence}"
    yield ""
    yield from _asked(source, seen[-1] if seen else None)
    yield from _rules(source, seen[-1]) if seen else ()
    yield ""
    yield f"Rule: {known.meaning}"
    yield f"What to do: {known.action}"
    yield f"What would change it: {_changes(source)}"
    if past:
        yield "History, each run judged by the rules of today:"
        yield from (_of_run(source, run, one) for run, one in past)
    elif source.history:
        yield "History: " + ", ".join(f"{past.at[:10]} {past.verdict}" for past in source.history[-12:])
    yield f"Archived copy: {source.archive.url or source.archive.detail or source.archive.state.replace('_', ' ')}"
    for one in source.citations:
        yield f"Cited at {one.file}:{one.line}:{one.column}" + (f", note {one.note}" if one.note else "")


def _rules(source: ReportSource, seen: Observation) -> Iterator[str]:
    """What each rule makes of the page that was served, down to the one that decides."""
    tried = list(considered(source.url, seen, _cited_title(source)))
    if tried:
        yield "What each rule makes of the page, down to the first that finds proof:"
    proven = {reason for reason, found in tried if found}
    told: set[Reason] = set()
    for reason, found in tried:
        if not found and (reason in proven or reason in told):
            continue  # what tells, or the first word on it, stands elsewhere
        told.add(reason)
        decides = reason.value == source.reason
        yield f"  {reason.value}: {found or 'no'}" + (" (does not count here)" if found and not decides else "")
        if decides:
            break


def _cited_title(source: ReportSource) -> str | None:
    return next((one.title for one in source.citations if one.title), None)


def _of_run(source: ReportSource, run: RunRecord, one: Sighting) -> str:
    """One line for one run: when, what is concluded of it, what was seen, and what does not count."""
    facts = one.facts
    arrivals = {facts.final_url: facts.arrivals}
    found = conclude(source.url, facts, collapsed=arrivals, cited_title=_cited_title(source))
    notes = [] if run.counts else ["an unfinished run" if run.state in UNFINISHED else "a partial run"]
    notes += [] if one.asked else [f"not asked, seen {one.at:%Y-%m-%d}"]
    notes += [f"{one.more} later runs saw the same"] if one.more else []
    told = f" ({', '.join(notes)})" if notes else ""
    return f"  {run.started:%Y-%m-%d %H:%M} {found.reason.kind.value} ({found.reason.value}): {found.evidence}{told}"


def _asked(source: ReportSource, seen: Observation | None) -> Iterator[str]:
    if source.checked_at is None:
        yield "It was not asked in the last run."
        return
    times = "1 request" if source.requests == 1 else f"{source.requests} requests"
    yield f"Asked {source.checked_at}: {times} in {source.elapsed_ms} ms"
    if seen is not None:
        yield from _seen(seen)
        return
    for redirect in source.redirects:
        yield f"  {redirect.status} {redirect.url}"


def _seen(seen: Observation) -> Iterator[str]:
    for number, one in enumerate(seen.tries, start=1):
        yield f"  {number}. GET {urls.redact(one.url)} -> {one.outcome}"
    for hop in seen.hops:
        if hop.location:
            yield f"  hop: {hop.status} {urls.redact(hop.url)} leads to {urls.redact(hop.location)}"
    if seen.failure is not None:
        yield f"  failure: {seen.failure.value}: {seen.detail}"
    for name, value in seen.headers:
        yield f"  header: {name}: {value[:200]}"
    if seen.completed_chain:
        yield "  certificate: its intermediate was fetched from the address it names"
    if seen.page is not None:
        yield from _page(seen.page)


def _page(page: PageFacts) -> Iterator[str]:
    whole = "" if page.complete else ", read in part"
    yield f"  page: “{page.title or ''}”, {page.words} words{whole}"
    for sign in page.signs:
        yield f"  sign: {sign.rule}: “{sign.text}”"


def _changes(source: ReportSource) -> str:
    if source.verdict in ("ok", "moved"):
        return "any failure makes it suspected at first; its last answers are kept"
    if source.verdict in ("dead", "broken", "unreachable"):
        if source.certainty == "suspected":
            return (
                f"one good answer clears it; {STRIKES} full runs over at least {SPAN.days} days that say the same "
                f"confirm it (so far {source.failed_runs})"
            )
        return "one good answer clears it"
    if source.verdict == "blocked":
        return "an answer that shows the page; until then nothing is known, and it never becomes dead"
    if source.verdict == "unsafe":
        return "another address, or --allow-net with the range, if you trust it"
    return "another address" if source.verdict == "invalid" else "the setting or the comment that leaves it out"
