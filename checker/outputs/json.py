"""``report.json``: writing it, reading it back, describing it."""

from __future__ import annotations

from typing import Any

import msgspec

from checker import about
from checker.errors import InputError, Problem
from checker.report import SCHEMA_VERSION, Report

NAME = "report.json"


def render(report: Report) -> str:
    """The report as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(report), indent=2).decode() + "\n"


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
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"
