"""SARIF 2.1.0, for code scanning: opt-in, since a security tab misleads editors."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

import msgspec

from checker.codes import explain
from checker.outputs.plain import plain
from checker.report import Finding, Report

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST = 5000
_LEVELS = {"error": "error", "warning": "warning", "notice": "note"}


def render(report: Report) -> str:
    """One run with its rules and results."""
    found = report.findings[:MOST]
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": report.tool.name,
                        "version": report.tool.version,
                        "informationUri": report.tool.url,
                        "rules": [_rule(code) for code in _codes(found)],
                    }
                },
                "results": [_result(one) for one in found],
            }
        ],
    }
    return msgspec.json.format(msgspec.json.encode(log), indent=2).decode() + "\n"


def _codes(found: Iterable[Finding]) -> list[str]:
    return sorted({one.code for one in found})


def _rule(code: str) -> dict[str, Any]:
    known = explain(code)
    return {
        "id": code,
        "shortDescription": {"text": known.label},
        "fullDescription": {"text": known.meaning},
        "help": {"text": known.action},
    }


def _result(finding: Finding) -> dict[str, Any]:
    key = f"{finding.code} {finding.source or finding.figure} {finding.file}"
    return {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": plain(f"{finding.message} {finding.action}", 1000)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(finding.file or "sources.yml")},
                    "region": {"startLine": finding.line or 1, "startColumn": finding.column or 1},
                }
            }
        ],
        "partialFingerprints": {"primaryLocationLineHash": hashlib.sha256(key.encode()).hexdigest()[:16]},
    }
