"""Looking up copies in a stand-in archive on simulated time: states, faults, limits."""

import asyncio
import json
from collections.abc import Callable
from datetime import date

import httpx
import pytest
from builders import START

from checker.archive.fitness import Wanted
from checker.archive.wayback import Wayback
from checker.demo.virtualtime import run
from checker.model import Aim, AimKind, ArchiveAnswer, ArchiveState, Side

URL = "https://site.org/a"
LOOKED = Aim(date(2019, 9, 2), AimKind.ACCESSED)
ARTICLE = "<title>An article</title><p>" + "word " * 200
LOST = "<title>Page not found</title><p>Sorry.</p>"
LOGIN = "<title>Log in</title><form><input type=password></form> please sign in to go on reading this page now"
FOUND, NONE, EXCLUDED, FAILED, NOT = (
    ArchiveState.FOUND,
    ArchiveState.NOT_ARCHIVED,
    ArchiveState.EXCLUDED,
    ArchiveState.LOOKUP_FAILED,
    ArchiveState.NOT_LOOKED_UP,
)
Reply = httpx.Response | Exception


class StandIn(httpx.AsyncBaseTransport):
    """An archive that answers as told, and keeps what it was asked and when."""

    def __init__(self, **replies: Reply | Callable[[httpx.Request], Reply]) -> None:
        self.replies = replies
        self.asked: list[tuple[float, str]] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer by service: cdx, available, capture."""
        self.asked.append((asyncio.get_running_loop().time(), str(request.url)))
        path = request.url.path
        service = "cdx" if path.startswith("/cdx") else "available" if path.startswith("/wayback") else "capture"
        reply = self.replies.get(service, httpx.Response(404))
        reply = reply if isinstance(reply, httpx.Response | Exception) else reply(request)
        if isinstance(reply, Exception):
            raise reply
        return httpx.Response(reply.status_code, headers=reply.headers, content=reply.content)


def rows(*captures: tuple[str, str]) -> Callable[[httpx.Request], httpx.Response]:
    """A capture index: (day, digest), filtered as the real one does."""

    def reply(request: httpx.Request) -> httpx.Response:
        params = request.url.params
        table = [[f"{day}120000", URL, "200", digest] for day, digest in captures]
        table = [row for row in table if params.get("from", "") <= row[0] <= params.get("to", "9")]
        return httpx.Response(200, json=[["timestamp", "original", "statuscode", "digest"], *table] if table else [])

    return reply


def pages(**by_day: str) -> Callable[[httpx.Request], httpx.Response]:
    """Captures by day (``d20190901``), shown raw only; others do not exist."""

    def reply(request: httpx.Request) -> httpx.Response:
        if "id_" not in request.url.path:
            return httpx.Response(404, text="no redirect to the nearest")
        stamp = request.url.path.split("/")[2][:8]
        html = by_day.get(f"d{stamp}", by_day.get("rest", ""))
        if not html:
            return httpx.Response(404, text="no such capture")
        headers = {"memento-datetime": "Sun, 01 Sep 2019 12:00:00 GMT", "content-type": "text/html"}
        return httpx.Response(200, headers=headers, text=html)

    return reply


def look_up(archive: StandIn, url: str = URL, aim: Aim | None = LOOKED) -> ArchiveAnswer:
    """Look up one page."""
    return run(_look_up(archive, url, aim))


async def _look_up(archive: StandIn, url: str, aim: Aim | None) -> ArchiveAnswer:
    return await Wayback(archive).look_up(Wanted(url, aim), at=START)


TWO_SIDES = rows(("20190801", "A"), ("20190825", "B"), ("20190920", "C"))


def test_the_capture_is_found_and_opened() -> None:
    """Both sides of the day are asked for, the one before is opened raw and reported."""
    archive = StandIn(cdx=TWO_SIDES, capture=pages(rest=ARTICLE))
    found = look_up(archive)

    assert found.state is FOUND
    assert found.snapshot is not None
    assert found.snapshot.url == f"https://web.archive.org/web/20190825120000/{URL}"
    assert (found.snapshot.delta_days, found.snapshot.side) == (-8, Side.BEFORE)
    assert archive.asked[-1][1] == f"https://web.archive.org/web/20190825120000id_/{URL}"


@pytest.mark.parametrize(
    "bad",
    [
        LOST,
        LOGIN,
        "<title>x</title>",
        "<title>Just a moment...</title><script>_cf_chl_opt</script><p>wait here for a moment please while we check your browser now",
    ],
)
def test_an_archived_error_is_never_offered(bad: str) -> None:
    """A capture of an error, a login, a wall or nothing is passed over for the next one."""
    found = look_up(StandIn(cdx=TWO_SIDES, capture=pages(d20190825=bad, rest=ARTICLE)))

    assert found.state is FOUND
    assert found.snapshot is not None
    assert found.snapshot.timestamp[:8] in ("20190801", "20190920")


def test_only_bad_captures_are_no_copy() -> None:
    """Five at most are opened; if none shows the page, there is none, and it says why."""
    many = rows(*((f"201908{day:02}", str(day)) for day in range(1, 21)))
    archive = StandIn(
        cdx=many, capture=pages(rest=LOST), available=httpx.Response(200, json={"archived_snapshots": {}})
    )
    found = look_up(archive)

    assert found.state is NONE
    assert "none shows the page" in found.detail
    assert sum("id_" in url for _, url in archive.asked) == 5


@pytest.mark.parametrize("status", [301, 404, 500, 503])
def test_a_captured_error_status_is_passed_over(status: int) -> None:
    """With Memento-Datetime the status is the archived site's."""

    def reply(request: httpx.Request) -> httpx.Response:
        if "id_" not in request.url.path:
            return httpx.Response(404)
        bad = "20190825" in str(request.url)
        headers = {"memento-datetime": "Sun, 01 Sep 2019 12:00:00 GMT", "content-type": "text/html"}
        return httpx.Response(status if bad else 200, headers=headers, text=ARTICLE)

    found = look_up(StandIn(cdx=TWO_SIDES, capture=reply))

    assert found.snapshot is not None
    assert "20190825" not in found.snapshot.timestamp


EMPTY = httpx.Response(200, json=[])
NO_COPY = httpx.Response(200, json={"archived_snapshots": {}})
CLOSEST = httpx.Response(200, json={"archived_snapshots": {"closest": {"available": True, "status": "200", "timestamp": "20190830101010", "url": f"http://web.archive.org/web/20190830101010/{URL}"}}})  # fmt: skip


@pytest.mark.parametrize(
    ("cdx", "available", "state"),
    [
        (EMPTY, NO_COPY, NONE),
        (httpx.Response(200, text=""), NO_COPY, NONE),
        (EMPTY, CLOSEST, FOUND),
        (httpx.Response(503, text="503 Temporarily Offline"), CLOSEST, FOUND),
        (httpx.Response(503), NO_COPY, FAILED),
        (httpx.Response(503), httpx.Response(503), FAILED),
        (httpx.Response(200, text="<html>Down for maintenance</html>"), NO_COPY, FAILED),
        (httpx.Response(200, text="{"), NO_COPY, FAILED),
        (httpx.Response(200, json={"a": 1}), NO_COPY, FAILED),
        (httpx.Response(200, json=[["urlkey"], ["x"]]), NO_COPY, FAILED),
        (httpx.Response(200, json=[["timestamp", "original", "statuscode", "digest"], ["2019", None, 3]]), NO_COPY, NONE),
        (httpx.Response(404), NO_COPY, FAILED),
        (httpx.ConnectError("refused"), httpx.ConnectError("refused"), FAILED),
        (httpx.ReadTimeout("slow"), NO_COPY, FAILED),
        (httpx.Response(429), httpx.Response(429), FAILED),
        (httpx.Response(403, text="AdministrativeAccessControlException: Blocked Site Error"), NO_COPY, EXCLUDED),
        (httpx.Response(403, text="RobotAccessControlException"), NO_COPY, EXCLUDED),
        (httpx.Response(200, headers={"x-archive-wayback-runtime-error": "AdministrativeAccessControlException"}), NO_COPY, EXCLUDED),
        (EMPTY, httpx.Response(503), NONE),
        (EMPTY, httpx.Response(200, text="[]"), NONE),
        (httpx.Response(503), httpx.Response(200, text="[]"), FAILED),
        (httpx.Response(503), httpx.Response(200, json={"archived_snapshots": {"closest": {"url": "x"}}}), FAILED),
    ],
)  # fmt: skip
def test_states_stay_apart(cdx: Reply, available: Reply, state: ArchiveState) -> None:
    """None, excluded, failed and found are never taken for each other, whatever the Archive answers."""
    assert look_up(StandIn(cdx=cdx, available=available, capture=pages(rest=ARTICLE))).state is state


def test_a_failed_side_is_no_none() -> None:
    """If the captures seen show nothing and one side could not be asked, nobody says 'not archived'."""

    def cdx(request: httpx.Request) -> httpx.Response:
        return TWO_SIDES(request) if "to" in request.url.params else httpx.Response(503)

    assert look_up(StandIn(cdx=cdx, capture=pages(rest=LOST))).state is FAILED


@pytest.mark.parametrize(
    "url",
    ["https://web.archive.org/web/2019/https://a.org/", "https://archive.ph/AbCdE", "https://a.org/?token=secret"],
)
def test_what_is_not_asked_for(url: str) -> None:
    """Copies are not archived again, and secrets are not published by a look-up."""
    archive = StandIn()

    assert look_up(archive, url).state is NOT
    assert archive.asked == []


def test_a_stand_in_answers_for_both_hosts() -> None:
    """One base address replaces both, and the published address stays the public one."""

    async def work() -> tuple[ArchiveAnswer, StandIn]:
        archive = StandIn(cdx=EMPTY, available=CLOSEST, capture=pages(rest=ARTICLE))
        return await Wayback(archive, base="http://127.77.0.9:8000/").look_up(Wanted(URL, LOOKED), at=START), archive

    found, archive = run(work())

    assert found.snapshot is not None
    assert found.snapshot.url.startswith("https://web.archive.org/web/20190830101010/")
    assert all(url.startswith("http://127.77.0.9:8000/") for _, url in archive.asked)


@pytest.mark.parametrize(
    "body", [b"", b"\x00\xff", b"[" * 10_000, json.dumps([[]] * 50).encode(), b"null", b"[null]", b'[["timestamp"]]']
)
def test_any_answer_ends_in_a_state(body: bytes) -> None:
    """Whatever comes back, it is a state and no exception."""
    found = look_up(StandIn(cdx=httpx.Response(200, content=body), available=httpx.Response(200, content=body)))

    assert found.state in (NONE, FAILED)
