"""Where a line of a document can be looked at on the web."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from checker.checkout import browse, line_address
from checker.outputs import html
from reports import RUN, report

GITHUB = {
    "GITHUB_ACTIONS": "true", "GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "news/room",
    "GITHUB_SHA": "0123abcd", "GITHUB_WORKSPACE": "/work/room",
}  # fmt: skip
GITLAB = {"CI_PROJECT_URL": "https://gitlab.com/news/room", "CI_COMMIT_SHA": "0123abcd", "CI_PROJECT_DIR": "/work/room"}
BASE = "https://github.com/news/room/blob/0123abcd/"


@pytest.mark.parametrize(
    ("environment", "here", "address"),
    [
        (GITHUB, "/work/room", BASE),
        (GITHUB, "/work/room/a b", BASE + "a%20b/"),
        (GITLAB, "/work/room", "https://gitlab.com/news/room/-/blob/0123abcd/"),
        (GITHUB, "/elsewhere", None),
        (GITHUB | {"GITHUB_SHA": ""}, "/work/room", None),
        (GITHUB | {"GITHUB_SERVER_URL": "javascript:alert(1)//"}, "/work/room", None),
        ({}, "/work/room", None),
    ],
)
def test_where_the_files_are(environment: dict[str, str], here: str, address: str | None) -> None:
    """As GitHub and GitLab tell it; nothing outside of them, outside the checkout, or without a commit."""
    assert browse(environment, Path(here)) == address


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("a.md", BASE + "a.md?plain=1#L12"), ("articles/über uns#1.md", BASE + "articles/%C3%BCber%20uns%231.md?plain=1#L12"),
        ("/etc/passwd", None), ("../a.md", None), ("a/../../b", None), ("C:/a.md", None), ("a\\b", None),
    ],
)  # fmt: skip
def test_a_line_of_a_file(file: str, address: str | None) -> None:
    """Shown as written, at its line; files that do not lie below have no address."""
    assert line_address(BASE, file, 12) == address
    assert line_address(None, file, 12) is None


def test_the_page_leads_to_the_line() -> None:
    """One click from the entry to the sentence, where CI said where; a plain text elsewhere."""
    link = f'<a href="{BASE}a.md?plain=1#L3">a.md, line 3</a>'

    assert link in html.render(report(run=replace(RUN, browse=BASE)))
    assert "?plain=1" not in html.render(report())
