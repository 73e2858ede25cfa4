"""One fixed report that every output is tried on, and hostile variants of it."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from checker.report import (
    Archive,
    FigureCounts,
    Finding,
    Mention,
    Page,
    PastVerdict,
    Redirect,
    Report,
    ReportCitation,
    ReportFigure,
    ReportSource,
    Run,
    Skipped,
    SourceCounts,
    Summary,
    Tool,
)

NOTHING = Archive(state="not_looked_up")
COPY = Archive(
    state="found",
    url="https://web.archive.org/web/20190901104500/https://site.org/dead",
    timestamp="20190901104500",
    delta_days=-1,
    side="before",
    bracketed=True,
    target="2019-09-02",
    target_kind="accessed",
)


def citation(line: int = 12, **facts: Any) -> ReportCitation:
    """A citation in a note that one sentence leans on."""
    mention = Mention(file="a.md", line=3, column=20, sentence="The bridge was closed.", note="1")
    return ReportCitation(**{
        "file": "a.md", "line": line, "column": 5, "note": "1", "title": "A bridge", "authors": ["Ada Brook"],
        "container": "The Site", "published": "2019-05-01", "accessed": "2019-09-02", "mentions": [mention], **facts,
    })  # fmt: skip


def source(source_id: str, verdict: Any, reason: str, **facts: Any) -> ReportSource:
    """A source with a verdict."""
    return ReportSource(**{
        "id": source_id, "url": f"https://site.org/{source_id}", "verdict": verdict, "reason": reason,
        "certainty": "confirmed", "evidence": "200 OK", "title": f"Title of {source_id}", "redirects": [],
        "checked_at": "2026-11-23T05:31:02Z", "requests": 1, "elapsed_ms": 320, "last_ok": "2026-11-23T05:31:00Z",
        "history": [], "archive": NOTHING, "page": Page(), "warnings": [], "citations": [citation()], **facts,
    })  # fmt: skip


def figure(figure_id: str, freshness: Any, **facts: Any) -> ReportFigure:
    """A figure with its freshness."""
    return ReportFigure(**{
        "id": figure_id, "text": "$11.07 billion", "value": 11070000000, "unit": "USD", "as_of": "2017",
        "precision": "year", "role": "current", "origin": "declared", "qualifier": "exact", "freshness": freshness,
        "reason": "yearly figure for 2017; the 2018 one was due by 2019-09-30", "due": "2019-09-30",
        "period_end": "2017-12-31", "source": "ok", "file": "a.md", "line": 7, "column": 9,
        "sentence": "Trade came to $11.07 billion in 2017.",
        "quotes": [Mention(file="a.md", line=7, column=9, sentence="Trade came to $11.07 billion in 2017.", note="1")],
        **facts,
    })  # fmt: skip


SOURCES = [
    source("ok", "ok", "http-200", http_status=200),
    source(
        "dead", "dead", "http-404", evidence="404 Not Found", http_status=404, archive=COPY, failed_runs=3, new=True,
        citations=[citation(archived=f"[archived 1 September 2019](<{COPY.url}>)")],
        first_failed="2026-11-02T05:31:00Z", last_ok="2026-10-12T05:31:00Z",
        history=[PastVerdict(at=f"2026-11-{day:02}T05:31:00Z", verdict="dead") for day in (2, 9, 16, 23)],
    ),
    source("suspect", "dead", "soft-404", certainty="suspected", evidence="the title says “Page not found”; only 9 words"),
    source(
        "moved", "moved", "moved-permanently", evidence="moved for good to https://site.org/new", http_status=200,
        final_url="https://site.org/new", moved_to="https://site.org/new", redirects=[Redirect(url="https://site.org/moved", status=301)],
    ),
    source("trivial", "moved", "https-upgrade", evidence="moved for good to https://site.org/trivial"),
    source("wall", "blocked", "bot-wall", evidence="a challenge of Cloudflare instead of the page", archive=Archive(state="lookup_failed")),
    source("tls", "broken", "tls-expired", evidence="certificate has expired", last_ok=None),
    source("silent", "unreachable", "timeout", evidence="no answer within 20 s"),
    source("inside", "unsafe", "private-address", evidence="10.0.0.1 is a private network", last_ok=None),
    source("bad", "invalid", "bad-url", url="http://:bad", evidence="the address does not parse", checked_at=None, last_ok=None),
    source("left", "skipped", "ignored", evidence="a template", checked_at=None, last_ok=None),
]  # fmt: skip
FIGURES = [
    figure("old", "stale"),
    figure("soon", "due", text="40 bcm", value=40e9, unit="m3"),
    figure("new", "fresh", due="2027-09-30", reason="yearly figure for 2025; the 2026 one is due by 2027-09-30"),
    figure(
        "undated", "unknown", as_of=None, precision=None, due=None, period_end=None, reason="no date is known for it"
    ),
    figure("found", "stale", origin="found", source=None),
]
FINDINGS = [
    Finding(
        code="http-404", severity="error", message="https://site.org/dead: 404 Not Found", action="Cite the archived copy.",
        file="a.md", line=12, column=5, source="dead", new=True,
    ),
    Finding(code="stale", severity="warning", message="$11.07 billion: due by 2019-09-30", action="Update it.", file="a.md", line=7, column=9, figure="old"),
    Finding(code="bot-wall", severity="notice", message="https://site.org/wall: a challenge", action="Open it yourself.", file="a.md", line=12, column=5, source="wall"),
    Finding(code="uncited-source", severity="notice", message="'x' is declared, but no document cites it", action="Cite it.", file="sources.yml", line=4, column=3),
]  # fmt: skip
RUN = Run(
    started="2026-11-23T05:31:00Z", finished="2026-11-23T05:32:10Z", today="2026-11-23", complete=True, scope="full",
    network="up", config="sources.yml", documents=1, previous="2026-11-16T05:31:00Z",
)  # fmt: skip


def report(**changes: Any) -> Report:
    """The fixed report, with some parts replaced."""
    whole = Report(
        schema_version="1.0",
        tool=Tool(name="checker", version="1.2.3", url="https://tool.org/checker"),
        run=RUN,
        summary=Summary(
            sources=SourceCounts(
                total=11, ok=1, moved=2, dead=2, blocked=1, broken=1, unreachable=1, unsafe=1, invalid=1, skipped=1
            ),
            figures=FigureCounts(total=4, fresh=1, due=1, stale=1, unknown=1),
            new=1,
            fixed=0,
        ),
        sources=SOURCES,
        figures=FIGURES,
        findings=FINDINGS,
        skipped=[Skipped(url="http://localhost/", reason="local", file="a.md", line=1, column=1)],
    )
    return replace(whole, **changes)


def empty(**changes: Any) -> Report:
    """A report of a run that found nothing."""
    nothing = Summary(sources=SourceCounts(), figures=FigureCounts())
    return report(sources=[], figures=[], findings=[], skipped=[], summary=nothing, run=replace(RUN, **changes))


EVIL = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "=cmd|' /C calc'!A0", "::error::pwned", "##[add-path]/evil",
    "a\n::set-output name=x::y", "\x1b[31mred\x1b[0m", "\u202egnp.exe", "zero\u200bwidth", "| a | b |", "@everyone", "`code`",
    "[x](javascript:alert(1))", "<!-- hidden -->", "%0A::error::x", "</script><script>alert(1)</script>", "{{7*7}}", "\x00",
)  # fmt: skip


def hostile(text: str) -> Report:
    """The fixed report with a foreign text in every place that foreign text can reach."""
    one = citation(title=text, authors=[text], container=text, sentence=text, note=text, file=text)
    bad = source(
        "evil", "dead", "http-404", title=text, evidence=text, url=f"https://site.org/?{text}", page=Page(title=text),
        citations=[one], warnings=[text], final_url=f"https://site.org/{text}",
    )  # fmt: skip
    worse = source(
        "script", "dead", "http-404", url="javascript:alert(1)", archive=replace(COPY, url=f"javascript:{text}")
    )
    number = figure("evil", "stale", text=text, sentence=text, date_evidence=text, reason=text, unit=text)
    found = Finding(code="http-404", severity="error", message=text, action=text, file=text, line=1, column=1)
    return report(sources=[bad, worse], figures=[number], findings=[found])


def many(number: int) -> Report:
    """A report of so many sources, a third of them in need of somebody, each cited and remembered as real ones are."""
    kinds = (
        ("dead", "http-404"),
        ("blocked", "bot-wall"),
        ("moved", "moved-permanently"),
        ("ok", "http-200"),
        ("ok", "http-200"),
    )
    past = [PastVerdict(at=f"2026-{month:02}-23T05:31:00Z", verdict="ok") for month in range(1, 12)]
    sources = []
    for index in range(number):
        verdict, reason = kinds[index % len(kinds)]
        sources.append(
            source(
                f"s{index}", verdict, reason, title=f"The title of source {index} about region {index % 97}",
                archive=COPY if verdict == "dead" else NOTHING, history=past, new=index % 50 == 0, last_ok=None,
                final_url=f"https://site.org/new/{index}",
                citations=[citation(line=index + 1, file=f"articles/{index % 40}.md", archived=f"[archived 1 September 2019](<{COPY.url}>)", published=f"{2000 + index % 25}-05-01")],
            )
        )  # fmt: skip
    counts = SourceCounts(
        total=number, dead=number // 5, blocked=number // 5, moved=number // 5, ok=number - 3 * (number // 5)
    )
    return report(sources=sources, summary=Summary(sources=counts, figures=report().summary.figures, new=number // 50))


def awkward() -> Report:
    """Everything hostile at once: markup, other directions, endless and scripted addresses, many places."""
    hard = [
        source(f"evil-{index}", "dead", "http-404", title=f"Title {text} end", evidence=text, citations=[citation(sentence=text, note=text, file=f"{text}.md")])
        for index, text in enumerate(EVIL)
    ]  # fmt: skip
    endless = f"https://site.org/{'x' * 10_000}"
    hard += [
        source("script", "dead", "http-404", url="javascript:alert(1)", archive=replace(COPY, url="javascript:alert(2)")),
        source("endless", "dead", "http-404", url=endless, title="y" * 10_000, evidence="z" * 10_000),
        source("הגשר נסגר", "blocked", "bot-wall", title="הגשר נסגר \u202e(abc)", citations=[citation(line=line, note=str(line)) for line in range(1, 60)]),
    ]  # fmt: skip
    return report(sources=hard, figures=[figure("<b>", "stale", text="<b>11</b>", sentence="It was <b>11</b> & more.")])


def states() -> dict[str, Report]:
    """The page in every state that a run can end in."""
    silent = [
        replace(one, archive=Archive(state="lookup_failed")) if one.archive.state == "found" else one for one in SOURCES
    ]
    fine = Summary(sources=SourceCounts(total=1, ok=1), figures=FigureCounts(total=1, fresh=1))
    first = [
        replace(one, history=[], certainty="suspected" if one.verdict == "dead" else one.certainty) for one in SOURCES
    ]
    return {
        "usual": report(),
        "all-good": report(sources=SOURCES[:1], figures=FIGURES[2:3], findings=[], summary=fine),
        "first-run": report(sources=first, run=replace(RUN, previous=None)),
        "network-down": report(run=replace(RUN, network="down", complete=False)),
        "archive-down": report(sources=silent),
        "offline": report(run=replace(RUN, network="off", complete=False)),
        "nothing-found": empty(previous=None),
        "simulated": report(run=replace(RUN, simulated=True)),
        "interrupted": report(run=replace(RUN, interrupted=True, complete=False)),
        "hostile": awkward(),
    }
