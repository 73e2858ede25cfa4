"""From a report to text: one module a format, each a pure function."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from checker.outputs import badge, csv, github, html, json, junit, markdown, sarif, text
from checker.report import Report

Renderer = Callable[[Report], str]

FORMATS: Mapping[str, Renderer] = {
    "text": text.render,
    "json": json.render,
    "markdown": markdown.render,
    "github": github.render,
    "junit": junit.render,
    "sarif": sarif.render,
    "csv": csv.render,
}
"""What can be printed, by the name of ``--format``."""

FILES: Mapping[str, Renderer] = {
    "index.html": html.render,
    "report.md": markdown.render,
    "report.csv": csv.render,
    "badge.json": badge.render,
    "report.json": json.render,
}
"""What is written to the reports folder; ``report.json`` last, since the rest renders from it."""
