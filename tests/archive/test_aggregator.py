"""Copies in other archives, through an aggregator: only where asked for, chosen and opened like all others."""

from __future__ import annotations

import asyncio
import json
from datetime import date
from email.utils import format_datetime

import httpx
import pytest
from archive.cases import LOST
from builders import START
from hypothesis import given
from hypothesis import strategies as st
from standin import Archive, Kept, page

from checker.archive.aggregator import mementos
from checker.archive.fitness import Wanted
from checker.archive.memento import moment
from checker.archive.wayback import Wayback
from checker.demo.virtualtime import run
from checker.model import Aim, AimKind, ArchiveAnswer, ArchiveState

URL = "https://site.org/a"
LOOKED = Aim(date(2019, 9, 2), AimKind.ACCESSED)
BASE = "https://memgator.test"


def copy(stamp: str, archive: str = "https://arquivo.pt/wayback") -> tuple[str, str]:
    """A memento as a TimeMap lists it: when, and where."""
    at = moment(f"{stamp}120000")
    assert at is not None
    return at.isoformat().replace("+00:00", "Z"), f"{archive}/{stamp}120000/{URL}"


def timemap(*copies: tuple[str, str]) -> bytes:
    """A TimeMap in JSON."""
    listed = [{"datetime": when, "uri": where} for when, where in copies]
    return json.dumps({"original_uri": URL, "mementos": {"list": listed}}).encode()


class Archives(httpx.AsyncBaseTransport):
    """The Archive, an aggregator, and other archives that show ``bodies`` by day."""

    def __init__(self, held: Archive, answer: bytes | int, bodies: dict[str, str]) -> None:
        self.held, self.answer, self.bodies = held, answer, bodies
        self.asked: list[str] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer one request."""
        url = str(request.url)
        self.asked.append(url)
        await asyncio.sleep(0.01)
        if url.startswith(BASE):
            return (
                httpx.Response(self.answer)
                if isinstance(self.answer, int)
                else httpx.Response(200, content=self.answer)
            )
        if "archive.org" not in request.url.host:
            stamp = next((day for day in self.bodies if f"/{day}120000/" in url), None)
            if stamp is None:
                return httpx.Response(404)
            at = moment(f"{stamp}120000")
            assert at is not None
            headers = {"memento-datetime": format_datetime(at, usegmt=True), "content-type": "text/html"}
            return httpx.Response(200, headers=headers, text=self.bodies[stamp])
        status, headers, body = self.held.reply(request.url.raw_path.decode("ascii"))
        return httpx.Response(status, headers=headers, content=body)


def look_up(world: Archives, aggregator: str | None = BASE) -> ArchiveAnswer:
    """Look up one page."""

    async def work() -> ArchiveAnswer:
        return await Wayback(world, aggregator=aggregator).look_up(Wanted(URL, LOOKED), at=START)

    return run(work())


def test_the_nearest_of_other_archives() -> None:
    """What the Wayback Machine does not have, another archive may; the copy keeps that one's address."""
    listed = timemap(copy("20150101"), copy("20190801"), copy("20190920"))
    found = look_up(Archives(Archive(), listed, dict.fromkeys(("20150101", "20190801", "20190920"), page())))

    assert found.state is ArchiveState.FOUND
    assert found.snapshot is not None
    assert found.snapshot.url == copy("20190801")[1]
    assert (found.snapshot.delta_days, found.snapshot.timestamp) == (-32, "20190801120000")


def test_only_where_it_was_asked_for() -> None:
    """Without the option nobody else is asked."""
    world = Archives(Archive(), timemap(copy("20190801")), {"20190801": page()})

    assert look_up(world, None).state is ArchiveState.NOT_ARCHIVED
    assert all("archive.org" in url for url in world.asked)


def test_the_wayback_machine_goes_first() -> None:
    """What it has needs no other archive."""
    world = Archives(Archive({URL: [Kept("20190902")]}), timemap(copy("20190801")), {"20190801": page()})

    assert look_up(world).state is ArchiveState.FOUND
    assert not [url for url in world.asked if url.startswith(BASE)]


def test_an_archived_error_is_passed_over() -> None:
    """The rules are the same everywhere."""
    listed = timemap(copy("20190801"), copy("20190701"))
    found = look_up(Archives(Archive(), listed, {"20190801": LOST, "20190701": page()}))

    assert found.snapshot is not None
    assert found.snapshot.timestamp == "20190701120000"


@pytest.mark.parametrize(
    "archive", ["https://archive.ph", "https://archive.today", "http://archive.is", "https://web.archive.org/web", "ftp://x.org"]
)  # fmt: skip
def test_what_is_never_offered(archive: str) -> None:
    """archive.today never, and what was asked before or cannot be asked not again."""
    found = look_up(Archives(Archive(), timemap(copy("20190801", archive)), {"20190801": page()}))

    assert found.state is ArchiveState.NOT_ARCHIVED


@pytest.mark.parametrize(
    "answer", [404, 503, b"", b"{}", b"[]", b"<html>", timemap(), b'{"mementos": {"list": [1, {"uri": 2}]}}']
)
def test_an_aggregator_that_knows_nothing_changes_nothing(answer: bytes | int) -> None:
    """The Archive's own answer stands."""
    assert look_up(Archives(Archive(), answer, {})).state is ArchiveState.NOT_ARCHIVED


@given(st.binary(max_size=200) | st.text(max_size=50).map(lambda text: timemap((text, f"https://x.org/{text}"))))
def test_any_timemap_is_read(body: bytes) -> None:
    """Whatever comes, it is captures or nothing."""
    assert all(moment(one.timestamp) for one in mementos(body, URL))
