"""Pauses, paces and retries, on simulated time."""

import asyncio

import httpx
import pytest

from checker.demo.virtualtime import run
from checker.fetch.answer import Answer
from checker.fetch.client import Fetcher
from checker.fetch.limits import Limits
from checker.fetch.retry import is_temporary, retry_after
from checker.observation import Exchange, Failure, Target


class Script(httpx.AsyncBaseTransport):
    """Answers in turn, and keeps when it was asked."""

    def __init__(self, *replies: httpx.Response | Exception) -> None:
        self.replies = list(replies)
        self.moments: list[float] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Give the next reply; the last one for ever."""
        self.moments.append(asyncio.get_running_loop().time())
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        if isinstance(reply, Exception):
            raise reply
        return httpx.Response(reply.status_code, headers=reply.headers, content=b"")


def ask(script: Script, limits: Limits | None = None) -> Exchange:
    """Ask one source of the script."""
    fetcher = Fetcher(script, limits or Limits())
    return run(fetcher.fetch(Target("https://site.org/a")))


@pytest.mark.parametrize(
    ("value", "date", "seconds"),
    [
        ("5", "", 5.0),
        ("0", "", 0.0),
        (" 7 ", "", 7.0),
        ("999999999999999", "", 999999999.0),
        ("Wed, 21 Oct 2026 07:28:10 GMT", "Wed, 21 Oct 2026 07:28:00 GMT", 10.0),
        ("Wed, 21 Oct 2026 07:27:00 GMT", "Wed, 21 Oct 2026 07:28:00 GMT", 0.0),
        ("soon", "", None),
        ("-5", "", None),
        ("", "", None),
        ("٣", "", None),
    ],
)
def test_retry_after_is_read(value: str, date: str, seconds: float | None) -> None:
    """Seconds and dates; nonsense is no wish at all; nothing is negative."""
    assert retry_after(Answer(429, (("retry-after", value), ("date", date)))) == seconds


@pytest.mark.parametrize("failure", list(Failure))
def test_which_failures_may_pass(failure: Failure) -> None:
    """A missing name or way, bad certificates and refusals of our own do not pass by asking again."""
    lasting = failure.value.startswith(
        ("tls-", "dns-nx", "private", "unsafe", "redirect", "too-many", "malformed", "bad-", "no-route")
    )

    assert is_temporary(Answer(failure=failure), Limits()) is not lasting


def test_a_pause_asked_for_is_kept() -> None:
    """Retry-After holds the next request back for as long as it says."""
    script = Script(httpx.Response(429, headers={"retry-after": "12"}), httpx.Response(200))
    exchange = ask(script)

    assert exchange.status == 200
    assert script.moments[1] - script.moments[0] >= 12


def test_a_pause_holds_the_whole_host() -> None:
    """Nobody else asks the host while it wants to be left alone; others are not held up."""
    script = Script(httpx.Response(429, headers={"retry-after": "10"}), httpx.Response(200))

    async def work() -> list[float]:
        fetcher = Fetcher(script, Limits(rate=0, attempts=1))
        for url in ("https://a.org/1", "https://b.org/1", "https://a.org/2"):
            await fetcher.fetch(Target(url))
        return script.moments

    assert run(work()) == pytest.approx([0.0, 0.0, 10.0])


def test_requests_to_a_host_are_paced() -> None:
    """Five a second, no more, whether they are asked for together or one after the other."""
    script = Script(httpx.Response(200))

    async def work() -> None:
        fetcher = Fetcher(script, Limits(rate=5))
        for number in range(11):
            await fetcher.fetch(Target(f"https://a.org/{number}"))

    run(work())

    assert script.moments == pytest.approx([number / 5 for number in range(11)])


def test_tries_are_bounded() -> None:
    """A host that resets every time is asked once more; one that asks for patience as often as agreed."""
    reset = ask(Script(httpx.ReadError("reset")), Limits(attempts=3))
    busy = ask(Script(httpx.Response(503)), Limits(attempts=3))

    assert (reset.failure, reset.requests) == (Failure.CONNECTION_RESET, 2)
    assert (busy.status, busy.requests) == (503, 3)


def test_silence_is_tried_twice_at_most() -> None:
    """A time-out costs a whole try, so it is not repeated three times."""
    exchange = ask(Script(httpx.ReadTimeout("x")), Limits(attempts=3))

    assert exchange.requests == 2


def test_the_deadline_ends_everything() -> None:
    """Whatever happens on the way, a source takes no longer than its deadline."""

    class Slow(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            await asyncio.sleep(15)
            return httpx.Response(302, headers={"location": f"{request.url}x"})

    fetcher = Fetcher(Slow(), Limits(deadline=45))
    exchange = run(fetcher.fetch(Target("https://site.org/a")))

    assert exchange.failure is Failure.TIMEOUT
    assert exchange.elapsed_ms == 45_000
    assert len(exchange.hops) == 2


def test_a_doi_is_settled_by_its_resolver() -> None:
    """The publisher, who refuses robots, is never asked."""
    script = Script(httpx.Response(302, headers={"location": "https://publisher.com/x"}))
    exchange = run(Fetcher(script, Limits()).fetch(Target("https://doi.org/10.5555/1")))

    assert (exchange.status, exchange.requests) == (302, 1)


def test_a_wrong_connection_is_left_for_another_at_once() -> None:
    """421 is asked once more, without a pause, and no third time."""
    cleared = Script(httpx.Response(421), httpx.Response(200))
    lasting = ask(Script(httpx.Response(421)), Limits(attempts=3))

    assert ask(cleared, Limits(rate=0)).status == 200
    assert cleared.moments[1] - cleared.moments[0] < 0.5
    assert (lasting.status, lasting.requests) == (421, 2)
