"""``report.json``: writing it, reading it back, describing it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

import msgspec
from msgspec.structs import replace

from checker import about
from checker.errors import InputError, Problem
from checker.report import SCHEMA_VERSION, Report

NAME = "report.json"
_AT_ONCE = 500
_NO_SOURCES = '\n  "sources": [],'


def render(report: Report) -> str:
    """The report as indented JSON."""
    return "".join(parts(report))


def parts(report: Report) -> Iterator[str]:
    """The same in parts: all of a large report at once would take more memory than the run that it tells of."""
    if not report.sources:
        yield pretty(report)
        return
    head, _, rest = pretty(replace(report, sources=[])).partition(_NO_SOURCES)
    yield head + _NO_SOURCES[:-2]
    sources, between = iter(report.sources), ""
    while some := list(islice(sources, _AT_ONCE)):
        listed = _plain(msgspec.json.format(msgspec.json.encode(some), indent=2).decode())
        yield between + listed[1:-2].replace("\n", "\n  ")
        between = ","
    yield f"\n  ],{rest}"


def parse(text: str, name: str = NAME) -> Report:
    """Read a report back.

    Raises:
        InputError: not a report, or one of a format that this version cannot read.
    """
    try:
        report = msgspec.json.decode(text, type=Report)
    except msgspec.DecodeError as error:
        raise InputError(Problem(name, 1, 1, f"not a report of checker: {error}; run 'checker check'")) from error
    if report.schema_version.partition(".")[0] != SCHEMA_VERSION.partition(".")[0]:
        message = f"format {report.schema_version}, ours is {SCHEMA_VERSION}; run 'checker check'"
        raise InputError(Problem(name, 1, 1, message))
    return report


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a report, derived from its types."""
    built = msgspec.json.schema(Report)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{about.PROJECT_URL}/report-{SCHEMA_VERSION}.schema.json",
        "title": "report.json of checker",
        **built,
    }


def pretty(value: object) -> str:
    """Any JSON value, indented, with a final newline."""
    return _plain(msgspec.json.format(msgspec.json.encode(value), indent=2).decode()) + "\n"


def _plain(text: str) -> str:
    """GitHub's runner acts on ``##[command]`` anywhere in what a step prints; escaped, the bracket means the same."""
    return text.replace("##[", r"##\u005b")
