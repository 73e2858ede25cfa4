"""Who is asked when: on simulated time, against a made-up web that keeps count."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, Callable

import httpx
import pytest

from checker.demo.virtualtime import run
from checker.fetch.client import Fetcher
from checker.fetch.dispatch import Result
from checker.fetch.limits import Limits
from checker.fetch.run import fetch_all
from checker.observation import Exchange, Failure, Target
from checker.schedule import plan

Reply = tuple[float, int, dict[str, str]]
Special = dict[str, Callable[[int], Reply]]
FREE = Limits(rate=0)


class Web(httpx.AsyncBaseTransport):
    """Answers after the seconds given, or never; keeps when it was asked, and how many were under way at once."""

    def __init__(self, reply: Callable[[str, int], Reply]) -> None:
        self._reply = reply
        self._times: Counter[str] = Counter()
        self.asked: list[tuple[float, str]] = []
        self.busy: Counter[str] = Counter()
        self.most: Counter[str] = Counter()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer in time."""
        url, host = str(request.url), request.url.host
        self.asked.append((asyncio.get_running_loop().time(), url))
        self._times[url] += 1
        for name in (host, "world"):
            self.busy[name] += 1
            self.most[name] = max(self.most[name], self.busy[name])
        try:
            seconds, status, headers = self._reply(url, self._times[url])
            await asyncio.sleep(seconds)
            return httpx.Response(status, headers=headers, content=b"")
        finally:
            for name in (host, "world"):
                self.busy[name] -= 1

    def when(self, url: str) -> list[float]:
        """The moments at which an address was asked."""
        return [at for at, asked in self.asked if asked == url]


def ask(web: Web, urls: list[str], limits: Limits = FREE) -> tuple[dict[str, Exchange], float]:
    """Ask for all of these; what came, and how long it took."""

    async def work() -> tuple[dict[str, Exchange], float]:
        fetcher = Fetcher(web, limits)
        found = {one.url: exchange async for one, exchange in fetch_all(plan(map(Target, urls)), fetcher)}
        return found, asyncio.get_running_loop().time()

    return run(work())


def pages(host: str, count: int) -> list[str]:
    """So many addresses of one host."""
    return [f"https://{host}/{number}" for number in range(count)]


def always(seconds: float, status: int = 200, **headers: str) -> Callable[[str, int], Reply]:
    """Every address the same."""
    return lambda url, time: (seconds, status, dict(headers))


def scripted(special: Special, seconds: float = 1.0) -> Callable[[str, int], Reply]:
    """Some addresses as they say, the others an ok after a second."""
    return lambda url, time: special[url](time) if url in special else (seconds, 200, {})


def test_two_at_a_time_and_no_slot_idle() -> None:
    """Twenty pages of a second each by two connections take ten seconds."""
    web = Web(always(1.0))
    found, took = ask(web, pages("a.org", 20))

    assert took == pytest.approx(10.0)
    assert (len(found), web.most["a.org"]) == (20, 2)


def test_who_waits_between_two_tries_holds_no_place() -> None:
    """Six pages that fail at first leave both connections to the others."""
    urls = pages("a.org", 20)
    failing: Special = {url: lambda time: (0.0, 503 if time == 1 else 200, {}) for url in urls[:6]}
    found, took = ask(Web(scripted(failing)), urls, Limits(rate=0))

    assert all(one.status == 200 for one in found.values())
    assert took == pytest.approx(7.0, abs=0.1)


def test_who_waits_elsewhere_holds_no_place() -> None:
    """Six redirects to a host that takes its time leave both connections to the others."""
    urls = pages("a.org", 20)
    away = {url: lambda time: (0.0, 302, {"location": "https://slow.org/x"}) for url in urls[:6]}
    slow: Special = {"https://slow.org/x": lambda time: (5.0, 200, {})}
    web = Web(scripted(away | slow))
    found, took = ask(web, urls)

    assert all(one.status == 200 for one in found.values())
    assert max(at for at, url in web.asked if "a.org" in url) == pytest.approx(6.0)
    assert took == pytest.approx(15.0)


def test_a_pause_holds_no_place_in_the_world() -> None:
    """Where only one request may be under way, a host that wants a minute costs the others nothing."""
    limits = Limits(rate=0, concurrency=1)
    urls = [*pages("a.org", 3), *pages("b.org", 2)]
    paused = {urls[0]: lambda time: (0.0, 429 if time == 1 else 200, {"retry-after": "20"})}
    web = Web(scripted(paused))
    ask(web, urls, limits)

    assert max(at for at, url in web.asked if "b.org" in url) < 3.0
    assert [at >= 20.0 for at in web.when(urls[1])] == [True]
    assert web.most["world"] == 1


def test_a_redirect_to_another_host_waits_for_its_turn_there() -> None:
    """However many lead to a host, it sees two at a time, at its pace."""
    home = [f"https://h{number}.org/" for number in range(8)]
    away = {url: lambda time: (0.0, 302, {"location": "https://to.org/x"}) for url in home}
    web = Web(scripted(away | {"https://to.org/x": lambda time: (1.0, 200, {})}))
    _, took = ask(web, home, Limits(rate=4))

    assert web.most["to.org"] == 2
    assert took == pytest.approx(4.0, abs=0.3)


def test_no_more_than_agreed_in_the_world() -> None:
    """Fifty hosts, seven at once."""
    web = Web(always(1.0))
    found, took = ask(web, [f"https://h{number}.org/" for number in range(50)], Limits(rate=0, concurrency=7))

    assert (len(found), web.most["world"]) == (50, 7)
    assert took == pytest.approx(8.0)


def test_the_longest_queue_is_never_left_over() -> None:
    """Two hundred hosts and few places: the host with the most to ask is served all the time."""
    urls = [*(f"https://h{number}.org/" for number in range(200)), *pages("long.org", 60)]
    web = Web(always(1.0))
    _, took = ask(web, urls, Limits(rate=0, concurrency=20))

    assert took == pytest.approx(30.0, abs=1.5)


def test_a_host_that_hangs_is_found_out_early() -> None:
    """The hosts nobody knows yet are asked before what is left of those that answer quickly."""
    urls = [url for number in range(30) for url in pages(f"h{number}.org", 10)]
    hanging = "https://hangs.org/"
    web = Web(scripted({hanging: lambda time: (99.0, 200, {})}, seconds=0.5))
    ask(web, [*urls, hanging], Limits(rate=0, concurrency=16))

    assert web.when(hanging)[0] <= 2.0


def test_a_host_that_hangs_is_not_asked_for_every_page() -> None:
    """Forty pages of a host that never answers end after a few time-outs; those not asked say so."""
    web = Web(always(99.0))
    found, took = ask(web, pages("hangs.org", 40), Limits(rate=0, timeout=20))
    unasked = [one for one in found.values() if not one.requests]

    assert took == pytest.approx(40.0, abs=2)
    assert len(web.asked) <= 4
    assert all(one.failure is Failure.TIMEOUT for one in found.values())
    assert len(unasked) >= 36
    assert all("not asked" in one.detail for one in unasked)
    assert all("no answer within 20 s" in one.detail for one in found.values() if one.requests)


def test_a_slow_page_is_no_host_that_hangs() -> None:
    """Pages that take for ever, on a host that answers others, are no reason to ask for less."""
    urls = pages("a.org", 12)
    slow: Special = {url: lambda time: (99.0, 200, {}) for url in urls[1:5]}
    found, _ = ask(Web(scripted(slow)), urls)

    assert [url for url, one in found.items() if one.failure] == list(slow)
    assert all(one.requests == 2 for url, one in found.items() if url in slow)
    assert all(one.status == 200 for url, one in found.items() if url not in slow)


def test_hosts_that_hang_hold_up_nobody() -> None:
    """Fifteen of three hundred hosts hang: the others are done in their own time, the run in that of two tries."""
    urls = [f"https://h{number}.org/{page}" for number in range(300) for page in range(2)]
    web = Web(lambda url, time: (99.0 if int(url.split(".")[0].rpartition("h")[2]) % 20 == 0 else 0.3, 200, {}))
    found, took = ask(web, urls, Limits(rate=10, timeout=5))
    answered = max(at for at, url in web.asked if found[url].failure is None)

    assert sum(one.failure is Failure.TIMEOUT for one in found.values()) == 30
    assert answered < 3.0
    assert took < answered + 12


def test_a_source_asked_alone_takes_its_turn_too() -> None:
    """What is asked again while a run goes on counts among the two of its host, and in the world."""
    web = Web(always(1.0))
    limits = Limits(rate=0, concurrency=3)

    async def work() -> None:
        fetcher = Fetcher(web, limits)
        async for target, _ in fetch_all(plan(map(Target, [*pages("a.org", 8), *pages("b.org", 4)])), fetcher):
            if target.url.endswith("/1"):
                await fetcher.fetch(Target(f"{target.url}/again"))

    run(work())

    assert len(web.asked) == 14
    assert (web.most["a.org"], web.most["world"]) == (2, 3)


def test_an_error_of_our_own_is_not_swallowed() -> None:
    """A bug ends the run, it does not hang it."""

    class Broken(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        ask(Broken(), pages("a.org", 3))  # type: ignore[arg-type]  # it is no web


def test_results_wait_for_who_takes_them() -> None:
    """A reader who takes its time stops the asking: bodies do not pile up."""
    web = Web(always(0.0))

    async def work() -> int:
        results: AsyncGenerator[Result] = fetch_all(plan(map(Target, pages("a.org", 2000))), Fetcher(web, FREE))
        await anext(results)
        await asyncio.sleep(100)
        asked = len(web.asked)
        await results.aclose()
        return asked

    assert run(work()) < 400


@pytest.mark.parametrize("taken", range(1, 12))
def test_nothing_is_asked_once_nobody_listens(taken: int) -> None:
    """Whoever stops taking results ends it all: no timer of a pause, a pace or a retry asks for anything later."""
    web = Web(lambda url, time: (0.3, 503 if time == 1 and url.endswith(("1", "4")) else 200, {}))
    urls = [f"http://{host}.test/{number}" for host in "abc" for number in range(6)]

    async def work() -> int:
        results = fetch_all(plan(map(Target, urls)), Fetcher(web, Limits(rate=2, concurrency=2)))
        for _ in range(taken):
            await anext(results)
        await results.aclose()
        asked = len(web.asked)
        await asyncio.sleep(120)
        assert not web.busy["world"]
        return len(web.asked) - asked

    assert run(work()) == 0


def handed_out(web: Web, urls: list[str]) -> list[float]:
    """The moments at which the results were handed out."""

    async def work() -> list[float]:
        loop = asyncio.get_running_loop()
        return [loop.time() async for _ in fetch_all(plan(map(Target, urls)), Fetcher(web, FREE))]

    return run(work())


def test_results_that_come_slowly_are_handed_out_a_few_together() -> None:
    """Five answers within a tenth of a second wait for each other; the last of all is not waited with."""
    hosts = [f"https://{number}.org/" for number in range(6)]
    seconds = {url: 1.0 + number / 50 for number, url in enumerate(hosts[:5])} | {hosts[5]: 3.0}
    moments = handed_out(Web(lambda url, time: (seconds[url], 200, {})), hosts)

    assert moments == pytest.approx([1.2] * 5 + [3.0])


def test_results_that_come_fast_are_not_held_back() -> None:
    """Eight are enough."""
    moments = handed_out(
        Web(always(1.0)),
        [f"https://{number}.org/" for number in range(8)] + ["https://a.org/", "https://a.org/2", "https://a.org/3"],
    )

    assert moments[:8] == pytest.approx([1.0] * 8)
