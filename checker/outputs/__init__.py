"""From a report to text: one module a format, each a pure function."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from checker.outputs import atom, badge, csv, github, html, json, junit, markdown, sarif, text
from checker.outputs.words import ENGLISH, Words
from checker.report import Report

Renderer = Callable[[Report], str]


def printed(words: Words = ENGLISH) -> Mapping[str, Renderer]:
    """What can be printed, by the name of ``--format``; what people read is in the language given."""
    return {
        "text": partial(text.render, words=words),
        "json": json.render,
        "markdown": partial(markdown.render, words=words),
        "issue": partial(markdown.for_issue, words=words),
        "github": github.render,
        "junit": junit.render,
        "sarif": sarif.render,
        "csv": csv.render,
        "atom": partial(atom.render, words=words),
        "badge": badge.render,
    }


def written(report: Report, words: Words = ENGLISH) -> Iterator[tuple[str, Iterable[str]]]:
    """What is written to the reports folder: names, and texts in parts, each made when its turn comes.

    ``report.json`` comes last, since the rest renders from it.
    """
    for name, page in html.pages(report, words):
        yield name, (page,)
    yield "report.md", (markdown.render(report, words),)
    yield "report.csv", csv.parts(report)
    yield "feed.atom", (atom.render(report, words),)
    yield "badge.json", (badge.render(report),)
    yield "report.json", json.parts(report)


FORMATS = printed()
