"""Annotations on the cited lines of a GitHub run: workflow commands, escaped, at most ten.

GitHub shows ten annotations of a kind a step (actions/toolkit, 2026-11); the tenth says how many more.
"""

from __future__ import annotations

from checker.outputs.plain import plain
from checker.report import Finding, Report

MOST = 10
_RANK = {"error": 0, "warning": 1, "notice": 2}


def render(report: Report) -> str:
    """One command a line; errors first."""
    found = sorted(report.findings, key=lambda one: _RANK[one.severity])
    shown = found if len(found) <= MOST else found[: MOST - 1]
    lines = [_annotation(one) for one in shown]
    if len(found) > len(shown):
        rest = f"{len(found) - len(shown)} more findings; see the report page"
        lines.append(f"::notice title=checker::{_data(rest)}")
    return "".join(f"{line}\n" for line in lines)


def _annotation(finding: Finding) -> str:
    place = (("file", finding.file), ("line", finding.line), ("col", finding.column), ("title", finding.code))
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in place if value is not None)
    return f"::{finding.severity} {properties}::{_data(f'{finding.message} {finding.action}')}"


def _data(text: str) -> str:
    return plain(text, 1000).replace("%", "%25").replace("##[", "#[").replace("::", ":")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
