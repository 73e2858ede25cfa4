"""The rolling issue, over HTTP against a stand-in for GitHub's API: one, kept up to date, quiet, never wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from github_api import BOT, REPOSITORY, TOKEN, Service, github_api
from msgspec.structs import replace

from checker.ci import issue, steps, texts
from checker.ci.steps import Job
from checker.errors import RemoteError, UsageError
from checker.report import Report
from reports import RUN, empty, figure, hostile, report, source

KEY = "check-sources"


@pytest.fixture
def service() -> Iterator[Service]:
    """The stand-in."""
    with github_api() as running:
        yield running


def tell(service: Service, told: Report, key: str = KEY) -> str:
    """One run of the step."""
    job = Job(repository=REPOSITORY, token=TOKEN, api=service.url, run_id="7")
    return steps.tell(job, told, key, pause=0)


def dead(*names: str, **facts: Any) -> Report:
    """A report in which these sources are gone."""
    return report(sources=[source(name, "dead", "http-404", **facts) for name in names], figures=[], findings=[])


def test_opened_when_somebody_is_needed(service: Service) -> None:
    """One issue with everything in it, and no comment beside it."""
    tell(service, dead("a", "b"))

    (one,) = service.issues
    assert one["title"] == issue.TITLE
    assert one["body"].startswith("<!-- checker:issue check-sources -->\n")
    assert "https://site.org/a" in one["body"]
    assert "https://site.org/b" in one["body"]
    assert "actions/runs/7" in one["body"]
    assert not service.comments


def test_not_opened_when_nobody_is(service: Service) -> None:
    """All is well, or only blocked: nothing is written."""
    tell(service, empty())
    tell(service, report(sources=[source("a", "blocked", "bot-wall"), source("b", "ok", "http-200")], figures=[]))

    assert not service.written


def test_no_change_writes_nothing(service: Service) -> None:
    """The same findings a week later: the issue is read and left alone."""
    tell(service, dead("a", "b"))
    before = list(service.written)

    later = replace(dead("a", "b"), run=replace(RUN, started="2026-11-30T05:31:00Z"))

    assert "Nothing is new" in tell(service, later)
    assert service.written == before


def test_something_new_is_told_once(service: Service) -> None:
    """The body is replaced, one comment tells what is new and only that; the run after is silent."""
    tell(service, dead("a"))
    tell(service, dead("a", "b"))
    tell(service, dead("a", "b"))

    ((number, comment),) = service.comments
    assert number == 1
    assert "https://site.org/b" in comment
    assert "https://site.org/a" not in comment
    assert "https://site.org/b" in service.issues[0]["body"]


def test_something_less_is_no_news(service: Service) -> None:
    """One is mended: the body is updated without a comment."""
    tell(service, dead("a", "b"))
    tell(service, dead("b"))

    assert "https://site.org/a" not in service.issues[0]["body"]
    assert not service.comments


def test_told_without_the_ledger(service: Service) -> None:
    """The issue remembers what it told: a lost ledger, to which all is new, makes no noise."""
    tell(service, dead("a", "b"))
    tell(service, dead("a", "b", new=True))

    assert not service.comments


def test_closed_when_all_is_well_and_opened_again(service: Service) -> None:
    """Closed as completed; when the same page dies again, the same issue is opened and says so."""
    tell(service, dead("a"))
    tell(service, empty())
    assert (service.issues[0]["state"], service.issues[0]["state_reason"]) == ("closed", "completed")
    assert "Nothing needs anybody" in service.issues[0]["body"]

    before = list(service.written)
    tell(service, empty())
    assert service.written == before

    tell(service, dead("a"))
    assert len(service.issues) == 1
    assert service.issues[0]["state"] == "open"
    assert len(service.comments) == 1


def test_closed_by_a_person_stays_closed(service: Service) -> None:
    """Who closes it knows what is in it; it is opened again for something new only."""
    tell(service, dead("a"))
    service.issues[0]["state"] = "closed"
    tell(service, dead("a"))
    assert service.issues[0]["state"] == "closed"
    assert not service.comments

    tell(service, dead("a", "b"))
    assert service.issues[0]["state"] == "open"


def test_two_with_the_marker(service: Service) -> None:
    """The older one goes on, the other is closed, says where, and is never taken for ours again."""
    tell(service, dead("a"))
    service.add(service.issues[0]["body"])

    tell(service, dead("a"))
    assert [one["state"] for one in service.issues] == ["open", "closed"]
    assert service.issues[1]["body"] == "Continued in #1."

    service.issues[0]["state"] = "closed"
    tell(service, dead("a", "b"))
    assert [one["state"] for one in service.issues] == ["open", "closed"]


def test_others_issues_are_left_alone(service: Service) -> None:
    """A stranger's issue with our marker, a marker further down, another key, a pull request: not ours."""
    mark = f"{issue.marker(KEY)}\n<!-- checker:told -->\n"
    service.add(mark, author="stranger")
    service.add(f"Look:\n{mark}")
    service.add(f"{issue.marker('other')}\n")
    service.add(mark, pull_request={"url": "x"})

    tell(service, dead("a"))

    assert service.written == [("POST", f"/repos/{REPOSITORY}/issues")]
    assert len(service.issues) == 5


def test_found_behind_many_others(service: Service) -> None:
    """The bot of a busy repository has opened 250 issues since."""
    tell(service, dead("a"))
    for _ in range(250):
        service.add("something else")

    tell(service, dead("a"))

    assert len(service.issues) == 251


SILENT = [
    replace(RUN, network="down", complete=False),
    replace(RUN, interrupted=True, complete=False),
    replace(RUN, network="off", complete=False),
    replace(RUN, scope="partial"),
    replace(RUN, simulated=True),
]


@pytest.mark.parametrize("run", SILENT, ids=["down", "interrupted", "offline", "partial", "simulated"])
@pytest.mark.parametrize("told", [dead("a"), empty()], ids=["dead", "well"])
def test_a_run_that_says_nothing_never_touches_it(service: Service, run: Any, told: Report) -> None:
    """Exit code 3, a part of the sources, the demo: neither opened, nor updated, nor closed, nor even looked for."""
    service.add(f"{issue.marker(KEY)}\n<!-- checker:told -->\nold")

    tell(service, replace(told, run=run))

    assert not service.asked


@pytest.mark.parametrize("status", [500, 502, 503])
def test_a_short_outage_is_waited_for(service: Service, status: int) -> None:
    """Reading is tried again, so two bad answers go unnoticed."""
    service.down, service.status = 2, status

    tell(service, dead("a"))

    assert len(service.issues) == 1


@pytest.mark.parametrize("status", [401, 403, 404, 410, 500, 503])
def test_an_outage_is_an_error_that_repeats_nothing(service: Service, status: int) -> None:
    """A clear error, and no second issue when it is over."""
    tell(service, dead("a"))
    service.down, service.status = 3, status
    with pytest.raises(RemoteError, match=str(status)):
        tell(service, dead("a", "b"))
    service.down = 0

    tell(service, dead("a", "b"))

    assert len(service.issues) == 1
    assert len(service.comments) == 1


def test_opening_is_never_tried_twice(service: Service) -> None:
    """An answer that was lost may have opened the issue."""
    job = Job(repository=REPOSITORY, token=TOKEN, api=service.url)
    api = job.github(pause=0)
    service.down, service.status = 1, 502

    with pytest.raises(RemoteError):
        api.create_issue("title", "body")

    assert service.asked == [("POST", f"/repos/{REPOSITORY}/issues")]


def test_nobody_there() -> None:
    """A refused connection is an error with a name, no traceback."""
    job = Job(repository=REPOSITORY, token=TOKEN, api="http://127.0.0.1:9")

    with pytest.raises(RemoteError, match="no answer"):
        steps.tell(job, dead("a"), KEY, pause=0)


@pytest.mark.parametrize("name", ["", "owner", "a/b/c", "a/b?x", "../x"])
def test_the_repository_is_a_name(name: str) -> None:
    """Nothing else ever becomes part of an address."""
    with pytest.raises(UsageError, match="owner/name"):
        Job(repository=name, token=TOKEN).github()


@pytest.mark.parametrize("text", ["x" * 300, "𝒳" * 300, "@a `b` " * 40])
def test_never_too_long(service: Service, text: str) -> None:
    """Thousands of findings fit into what GitHub takes, counted as GitHub counts; the rest is told as a number."""
    many = [source(f"s{number}", "dead", "http-404", title=text, evidence=text) for number in range(2_500)]

    tell(service, report(sources=many, figures=[]))
    tell(service, report(sources=[*many, source("one", "dead", "http-404", new=True)], figures=[]))

    (one,) = service.issues
    assert texts.size(one["body"]) <= texts.MOST
    assert "**2501 things need somebody.**" in one["body"]
    assert "more; see the report page" in one["body"]
    assert all(texts.size(comment) <= texts.MOST for _, comment in service.comments)


def test_figures_are_in_it(service: Service) -> None:
    """An overdue figure that was declared needs somebody, one merely found does not."""
    tell(service, report(sources=[], figures=[figure("old", "stale"), figure("f", "stale", origin="found")]))

    assert service.issues[0]["body"].count("- **") == 1


def test_the_token_goes_to_the_api_alone(service: Service) -> None:
    """It is in the header of each request, and in nothing that is written."""
    tell(service, hostile("x"))

    assert set(service.tokens) == {f"Bearer {TOKEN}"}
    assert TOKEN not in service.issues[0]["body"]
    assert service.issues[0]["user"]["login"] == BOT
