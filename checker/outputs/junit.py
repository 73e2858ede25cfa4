"""JUnit XML, for GitLab and Jenkins: a test case a source, gone ones fail, blocked ones are skipped."""

from __future__ import annotations

from xml.etree import ElementTree

from checker.outputs.plain import plain
from checker.report import Report, ReportSource

_FAILS = ("dead", "broken", "invalid", "unsafe")
_SKIPS = ("blocked", "unreachable", "skipped")


def render(report: Report) -> str:
    """One test suite."""
    cases = [_case(source) for source in report.sources]
    suite = ElementTree.Element(
        "testsuite",
        name="checker",
        tests=str(len(cases)),
        failures=str(sum(case.find("failure") is not None for case in cases)),
        errors="0",
        skipped=str(sum(case.find("skipped") is not None for case in cases)),
        timestamp=report.run.started.removesuffix("Z"),
    )
    suite.extend(cases)
    root = ElementTree.Element("testsuites")
    root.append(suite)
    ElementTree.indent(root)
    return f"<?xml version='1.0' encoding='utf-8'?>\n{ElementTree.tostring(root, encoding='unicode')}\n"


def _case(source: ReportSource) -> ElementTree.Element:
    place = next(((one.file, one.line) for one in source.citations), ("", 1))
    case = ElementTree.Element(
        "testcase",
        classname=plain(place[0]) or "checker",
        name=plain(source.url) or plain(source.id),
        file=plain(place[0]),
        line=str(place[1]),
        time=f"{source.elapsed_ms / 1000:.3f}",
    )
    message = plain(f"{source.reason}: {source.evidence}")
    if source.verdict in _FAILS and source.certainty == "confirmed":
        ElementTree.SubElement(case, "failure", message=message, type=source.reason)
    elif source.verdict in (*_SKIPS, *_FAILS):
        ElementTree.SubElement(case, "skipped", message=message)
    return case
