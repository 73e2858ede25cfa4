"""From a report to text: one module a format, each a pure function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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


def written(words: Words = ENGLISH) -> Mapping[str, Renderer]:
    """What is written to the reports folder; ``report.json`` last, since the rest renders from it."""
    return {
        "index.html": partial(html.render, words=words),
        "report.md": partial(markdown.render, words=words),
        "report.csv": csv.render,
        "feed.atom": partial(atom.render, words=words),
        "badge.json": badge.render,
        "report.json": json.render,
    }


FORMATS = printed()
FILES = written()
