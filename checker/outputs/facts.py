"""What stands folded under Details: pairs of a name and a text. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from checker.outputs import wording
from checker.outputs.plain import plain
from checker.outputs.words import Words
from checker.report import ReportFigure, ReportSource

Fact = tuple[str, str]


def of_source(source: ReportSource, words: Words) -> Iterator[Fact]:
    """What was asked, what came back, where it is declared."""
    for name, text in _of_source(source, words):
        if text:
            yield words(f"fact.{name}"), text


def _of_source(source: ReportSource, words: Words) -> Iterator[Fact]:
    known = words.code(source.reason)
    sure = words(f"verdict.{source.certainty}")
    yield "id", plain(source.id, 100)
    yield "verdict", f"{words(f'verdict.{source.verdict}')} ({source.reason}), {sure}"
    yield "meaning", known.meaning
    if source.checked_at:
        yield (
            "asked",
            words(
                "fact.asked_words",
                moment=words.moment(source.checked_at),
                requests=words("requests", n=source.requests),
                ms=words.number(source.elapsed_ms),
            ),
        )
    yield from _answer(source, words)
    yield "calls_itself", plain(source.page.title, 300)
    yield "changed", words.day(source.page.modified) if source.page.modified else ""
    for one in source.citations:
        if one.origin == "declared":
            yield "declared", plain(wording.place_words(one, words), 300)
    yield "archive", plain(source.archive.detail, 300)


def _answer(source: ReportSource, words: Words) -> Iterator[Fact]:
    if source.http_status and source.final_url and source.final_url != source.url:
        yield "answer", words("fact.answer_at", status=source.http_status, url=plain(source.final_url, 400))
    elif source.http_status:
        yield "answer", str(source.http_status)
    for step in source.redirects[:10]:
        yield "redirect", words("fact.redirect_words", status=step.status, url=plain(step.url, 400))


def _on_page(figure: ReportFigure, words: Words) -> str:
    """Whether its page has it; why that is not known, if something can be said of it."""
    told = words(f"on_page.{figure.on_page}")
    if figure.on_page != "not_checked":
        return told
    why = words.told(plain(figure.on_page_why, 200))
    return f"{told}: {why}" if why else ""


def of_figure(figure: ReportFigure, words: Words) -> Iterator[Fact]:
    """What the figure is and how its date is known."""
    as_of = figure.as_of or words("fact.as_of_unknown")
    known = [words.told(plain(figure.date_evidence, 100))]
    if figure.origin == "found" and figure.date_confidence != "none":
        known.append(words(f"confidence.{figure.date_confidence}"))
    evidence = ", ".join(part for part in known if part)
    pairs = (
        ("id", plain(figure.id, 100)),
        ("value", f"{figure.value} {plain(figure.unit, 60)}"),
        ("as_of", f"{as_of} ({evidence})" if evidence else as_of),
        ("role", words(f"role.{figure.role}")),
        ("source", plain(figure.source, 100)),
        ("series", plain(figure.series, 100)),
        ("on_page", _on_page(figure, words)),
    )
    for name, text in pairs:
        if text:
            yield words(f"fact.{name}"), text
