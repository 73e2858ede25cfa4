"""The Archive's limits, pauses and outages, on simulated time."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import date

import httpx
import pytest
from builders import START
from standin import ARTICLE, Archive, InProcess, Kept, Reply

from checker.archive.budget import Breaker, Pace, Pause
from checker.archive.fitness import Wanted
from checker.archive.wayback import Wayback
from checker.copies import AT_ONCE
from checker.demo.virtualtime import run
from checker.model import Aim, AimKind, ArchiveAnswer, ArchiveState

LOOKED = Aim(date(2019, 9, 2), AimKind.ACCESSED)
FOUND, NONE, FAILED = ArchiveState.FOUND, ArchiveState.NOT_ARCHIVED, ArchiveState.LOOKUP_FAILED


class Strict:
    """A meter that answers 429 above 30 index requests in any minute, as the Archive does; 429s count too."""

    def __init__(self, used: int = 0) -> None:
        self._times: deque[float] = deque([0.0] * used)

    def __call__(self, path: str, now: float) -> Reply | None:
        """429, or None where the archive itself may answer."""
        if not path.startswith(("/cdx", "/wayback/available", "/web/timemap")):
            return None
        while self._times and self._times[0] <= now - 60:
            self._times.popleft()
        self._times.append(now)
        return (429, {}, b"Too Many Requests") if len(self._times) > 30 else None


def site(number: int) -> str:
    """An address on a host of its own."""
    return f"https://site{number}.org/a"


def pages(count: int, kept: Callable[[int], list[Kept]]) -> Archive:
    """An archive of so many pages."""
    return Archive({site(number): kept(number) for number in range(count)})


async def look_up_all(wayback: Wayback, count: int) -> list[ArchiveAnswer]:
    """Look up so many pages, as many at once as a run does."""
    doors = asyncio.Semaphore(AT_ONCE)

    async def one(number: int) -> ArchiveAnswer:
        async with doors:
            return await wayback.look_up(Wanted(site(number), LOOKED), at=START)

    return list(await asyncio.gather(*(one(number) for number in range(count))))


def play(world: InProcess, count: int, share: int = 1) -> tuple[list[ArchiveAnswer], float]:
    """The answers, and how long it took."""

    async def work() -> tuple[list[ArchiveAnswer], float]:
        answers = await look_up_all(Wayback(world, share=share), count)
        return answers, asyncio.get_running_loop().time()

    return run(work())


def index_times(world: InProcess) -> list[float]:
    """When index requests were made."""
    return [moment for moment, path, _ in world.log if path.startswith(("/cdx", "/wayback"))]


def most_in(times: Sequence[float], seconds: float) -> int:
    """The most requests that any stretch of time of this length saw."""
    return max(sum(begin <= moment < begin + seconds - 1e-6 for moment in times) for begin in times)


BOTH_SIDES = [Kept("20190801", ARTICLE), Kept("20191001")]


@pytest.mark.parametrize("latency", [0.1, 4.0, 20.0])
def test_two_hundred_dead_sources_within_a_strict_limit(latency: float) -> None:
    """One index request each, 24 a minute: 200 take eight pauses of a minute, which no order can shorten."""
    world = InProcess(pages(200, lambda number: BOTH_SIDES), latency, Strict())
    answers, took = play(world, 200)
    times = index_times(world)

    assert {answer.state for answer in answers} == {FOUND}
    assert 429 not in {status for _, _, status in world.log}
    assert len(times) == 200
    assert most_in(times, 60) <= 24
    assert most_in([moment for moment, path, _ in world.log if path.startswith("/web")], 1) <= 2
    assert took < {0.1: 490, 4.0: 560, 20.0: 660}[latency]


def test_a_limit_used_up_by_others_costs_one_pause() -> None:
    """What was asked before us counts: one 429, a minute for all, and none after that."""
    world = InProcess(pages(200, lambda number: BOTH_SIDES), 0.1, Strict(used=30))
    answers, took = play(world, 200)
    refused = [moment for moment, _, status in world.log if status == 429]
    first = refused[0]

    assert {answer.state for answer in answers} == {FOUND}
    assert max(refused) < first + 1
    assert not [moment for moment, _, status in world.log if first + 1 < moment < first + 60]
    assert took < 560


def test_what_the_very_day_settles_needs_no_index() -> None:
    """Captures of the day itself are found at the price of playback, twenty times cheaper."""
    world = InProcess(pages(200, lambda number: [Kept("20190902"), *BOTH_SIDES]), 0.1, Strict())
    answers, took = play(world, 200)

    assert {answer.state for answer in answers} == {FOUND}
    assert index_times(world) == []
    assert took < 205


def test_nothing_archived_takes_two_index_requests() -> None:
    """None is said by the index, and once more by Availability."""
    world = InProcess(Archive(), 0.1, Strict())
    answers, took = play(world, 48)

    assert {answer.state for answer in answers} == {NONE}
    assert len(index_times(world)) == 96
    assert took < 190


def test_a_share_takes_its_part_only() -> None:
    """Four shards at one address take a quarter of the limits each."""
    world = InProcess(pages(48, lambda number: BOTH_SIDES), 0.1)
    play(world, 48, share=4)

    assert most_in(index_times(world), 240) <= 24
    assert most_in([moment for moment, path, _ in world.log if path.startswith("/web")], 4) <= 2


def test_few_look_ups_need_not_wait() -> None:
    """The limit is a window: what fits into it starts at once."""
    world = InProcess(pages(10, lambda number: BOTH_SIDES), 0.1)

    assert play(world, 10)[1] < 15


@pytest.mark.parametrize(("header", "pause"), [({}, 60), ({"retry-after": "90"}, 90), ({"retry-after": "soon"}, 60)])
def test_a_429_pauses_everybody(header: dict[str, str], pause: float) -> None:
    """After a 429 of any service nobody asks anything for a minute, or for as long as it says."""
    refuse = iter([(429, header, b"")])
    world = InProcess(
        pages(20, lambda number: BOTH_SIDES), 0.1, lambda path, now: next(refuse, None) if now > 2 else None
    )
    answers, _ = play(world, 20)
    (at,) = [moment for moment, _, status in world.log if status == 429]
    answered = at + 0.1

    assert {answer.state for answer in answers} == {FOUND}
    assert not [moment for moment, _, _ in world.log if answered < moment < answered + pause]


@pytest.mark.parametrize(
    ("headers", "asked", "took"), [({}, 4, 500), ({"retry-after": "3600"}, 1, 2), ({"retry-after": "601"}, 1, 2)]
)
def test_an_archive_that_wants_no_more_is_left_alone(headers: dict[str, str], asked: int, took: float) -> None:
    """Three pauses in vain, each twice as long, or one longer than we wait: look-ups end, and failed ones say so."""
    world = InProcess(pages(50, lambda number: BOTH_SIDES), 0.1, lambda path, now: (429, headers, b""))
    answers, ended = play(world, 50)

    assert {answer.state for answer in answers} == {FAILED}
    assert all(answer.detail for answer in answers)
    assert len(world.log) <= asked + 4 * AT_ONCE
    assert ended < took


def outage(begins: float, ends: float) -> Callable[[str, float], Reply | None]:
    """Everything answers 503 for a while."""
    return lambda path, now: (503, {}, b"503 Temporarily Offline") if begins <= now < ends else None


def test_an_outage_opens_the_breaker() -> None:
    """Five failures in a row, then a probe a minute; after three of those look-ups end, and the rest is not asked."""
    world = InProcess(pages(200, lambda number: BOTH_SIDES), 0.1, outage(0, 1e9))

    async def work() -> tuple[list[ArchiveAnswer], str]:
        wayback = Wayback(world)
        return [await wayback.look_up(Wanted(site(number), LOOKED), at=START) for number in range(200)], wayback.ended

    answers, ended = run(work())

    assert {answer.state for answer in answers} == {FAILED}
    assert ended == "the Archive kept failing, 3 probes included"
    assert len({path.partition("site")[2].partition(".")[0] for _, path, _ in world.log}) == 5 + 3


def test_side_by_side_look_ups_send_one_probe_a_minute() -> None:
    """Those under way stop and wait like all others; then they go one by one."""
    world = InProcess(pages(200, lambda number: BOTH_SIDES), 0.1, outage(0, 1e9))
    answers, took = play(world, 200)
    late = [moment for moment, _, _ in world.log if moment > 20]

    assert {answer.state for answer in answers} == {FAILED}
    assert len({path.partition("site")[2].partition(".")[0] for _, path, _ in world.log}) <= AT_ONCE + 4
    assert most_in(late, 30) <= 5
    assert took < 300


def test_the_end_of_an_outage_closes_the_breaker() -> None:
    """A probe that succeeds lets everybody go on; only those asked in the outage have failed."""
    world = InProcess(pages(60, lambda number: BOTH_SIDES), 0.1, outage(0, 90))
    answers, _ = play(world, 60)
    failed = [answer for answer in answers if answer.state is FAILED]

    assert {answer.state for answer in answers} == {FAILED, FOUND}
    assert 5 <= len(failed) <= 8


def test_failures_apart_are_no_outage() -> None:
    """Four failures and a success, over and over, open nothing."""
    archive = pages(40, lambda number: BOTH_SIDES)
    for number in range(40):
        if number % 5:
            archive.faults[site(number)] = {"cdx 503", "gate 503", "available 503"}
    world = InProcess(archive, 0.1)

    async def work() -> tuple[str, list[ArchiveState]]:
        wayback = Wayback(world)
        states = [(await wayback.look_up(Wanted(site(number), LOOKED), at=START)).state for number in range(40)]
        return wayback.ended, states

    ended, states = run(work())

    assert ended == ""
    assert states.count(FOUND) == 8


def test_a_pause_that_begins_while_waiting_counts() -> None:
    """Who waits for a turn waits for the pause that somebody else's 429 began."""

    async def work() -> float:
        pause = Pause()
        pace = Pace(1, 10, pause)
        await pace.turn()
        waiting = asyncio.create_task(pace.turn())
        await asyncio.sleep(5)
        pause.asked_to(100)
        return (await waiting).at

    assert run(work()) == 105


def test_slots_count_from_when_the_request_was_surely_there() -> None:
    """What waited for a connection cannot meet the next window at the server."""

    async def work() -> tuple[float, float]:
        pace = Pace(1, 60, Pause(), exact=True)
        slot = await pace.turn()
        await asyncio.sleep(3)
        slot.answered()
        second = await pace.turn()
        await asyncio.sleep(50)
        second.answered()
        return second.at, (await pace.turn()).at

    assert run(work()) == (68, 128)


def test_three_failed_probes_are_the_end() -> None:
    """The breaker counts probes, not those that were under way when it opened."""

    async def work() -> tuple[list[bool], bool]:
        breaker = Breaker()

        async def failing() -> bool:
            return False

        return [await breaker.through(failing) for _ in range(10)], breaker.given_up

    assert run(work()) == ([True] * 8 + [False] * 2, True)


@pytest.mark.parametrize(
    "fault",
    [
        httpx.ConnectError("refused"),
        httpx.ReadTimeout("slow"),
        httpx.RemoteProtocolError("cut"),
        httpx.ReadError("reset"),
        OSError("no network"),
    ],
)
def test_a_broken_connection_is_a_failed_look_up(fault: Exception) -> None:
    """Refused, slow, cut: a state, no exception, and never a none."""

    class Broken(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            raise fault

    assert run(Wayback(Broken()).look_up(Wanted(site(1), LOOKED), at=START)).state is FAILED


def test_an_endless_answer_is_cut_off() -> None:
    """An answer that never ends, or never begins, costs a minute a request at most."""

    class Endless(httpx.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            while True:
                await asyncio.sleep(1)
                yield b" "

    class Slow(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            if "available" in str(request.url):
                await asyncio.sleep(1e6)
            return httpx.Response(200, stream=Endless())

    async def work() -> tuple[ArchiveState, float]:
        answer = await Wayback(Slow()).look_up(Wanted(site(1), LOOKED), at=START)
        return answer.state, asyncio.get_running_loop().time()

    state, took = run(work())

    assert state is FAILED
    assert took <= 4 * 60 + 10
