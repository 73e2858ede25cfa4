"""Asking for one source over a real connection: what comes back, what never happens."""

import asyncio
import gzip
import zlib
from collections.abc import Coroutine
from typing import Any, TypeVar

import pytest
from msgspec.structs import replace
from servers import ALLOWED, LOOPBACK, Handler, Request, Site, answer, serving

from checker.about import USER_AGENT
from checker.fetch.client import Fetcher
from checker.fetch.limits import Limits
from checker.fetch.run import fetch_all
from checker.fetch.transport import guarded_transport
from checker.observation import Exchange, Failure, Target
from checker.schedule import plan

T = TypeVar("T")
QUICK = Limits(timeout=0.5, deadline=1.5, rate=0, attempts=1, max_redirects=5, max_body=50_000, sample=1_000)
PAGE = b"<html><title>A page</title><p>" + b"word " * 300


async def ask(url: str, limits: Limits = QUICK, *, whole: bool = False) -> Exchange:
    """Ask for one address over the guarded transport."""
    transport = guarded_transport(limits, ALLOWED)
    try:
        return await Fetcher(transport, limits).fetch(Target(url, whole=whole))
    finally:
        await transport.aclose()


def fetch(handler: Handler, path: str = "/", limits: Limits = QUICK, *, whole: bool = False) -> tuple[Exchange, Site]:
    """Serve with a handler and ask it for a path."""

    async def work() -> tuple[Exchange, Site]:
        async with serving(handler) as site:
            return await ask(site.url(path), limits, whole=whole), site

    return asyncio.run(work())


@pytest.mark.parametrize("status", [200, 204, 206, 304, 400, 401, 403, 404, 410, 429, 451, 500, 503, 599])
def test_a_status_is_a_fact(status: int) -> None:
    """Whatever the status, it is recorded after one request."""
    exchange, site = fetch(lambda request: answer(status))

    assert (exchange.status, exchange.failure, exchange.requests, len(site.asked)) == (status, None, 1, 1)


def test_we_say_who_we_are() -> None:
    """A plain GET with our name, without cookies, referrer or credentials."""
    _, site = fetch(lambda request: answer(200))
    headers = site.asked[0].headers

    assert headers["user-agent"] == USER_AGENT
    assert headers["host"] == f"{LOOPBACK}:{site.port}"
    assert not {"cookie", "referer", "authorization"} & set(headers)


def test_user_info_stays_at_home() -> None:
    """Credentials in an address are never sent."""

    async def work() -> Site:
        async with serving(lambda request: answer(200)) as site:
            await ask(site.url("/x").replace("://", "://user:secret@"))
            return site

    (request,) = asyncio.run(work()).asked

    assert "authorization" not in request.headers


@pytest.mark.parametrize("path", ["/a%20b", "/a(b),c;d=e", "/?a=1&b=%E4|c", "/a//b", "/%7Euser", "/'quoted'", "/a[b]"])
def test_the_path_is_sent_as_normalised(path: str) -> None:
    """Nobody re-encodes an address behind our back."""
    from checker.urls import request_url

    _, site = fetch(lambda request: answer(200), request_url(f"http://h.org{path}").removeprefix("http://h.org"))

    assert site.paths == [request_url(f"http://h.org{path}").removeprefix("http://h.org")]


def test_redirects_are_followed_hop_by_hop() -> None:
    """Every hop is recorded with its status and target; relative targets work."""

    def handler(request: Request) -> bytes:
        steps = {"/a": (301, "/b"), "/b": (302, "c?x=1"), "/c?x=1": (308, "/d#part")}
        status, target = steps.get(request.path, (200, ""))
        return answer(status, Location=target) if target else answer(200, PAGE)

    exchange, site = fetch(handler, "/a")

    assert [(hop.status, hop.location) for hop in exchange.hops] == [
        (301, "/b"), (302, "c?x=1"), (308, "/d#part"), (200, None),
    ]  # fmt: skip
    assert exchange.final_url == site.url("/d")
    assert exchange.requests == 4


def test_a_page_that_sets_ever_new_cookies_is_a_loop() -> None:
    """It is asked three times, not until the redirects are used up."""
    numbers = iter(range(99))
    exchange, _ = fetch(lambda request: answer(302, Location="/a", Set_Cookie=f"seen={next(numbers)}"), "/a")

    assert (exchange.failure, exchange.requests) == (Failure.REDIRECT_LOOP, 3)


def test_a_page_may_ask_for_two_cookies_in_turn() -> None:
    """That is no loop: the third answer is the page."""
    numbers = iter(range(2))

    def handler(request: Request) -> bytes:
        number = next(numbers, None)
        return answer(200, PAGE) if number is None else answer(302, Location="/a", Set_Cookie=f"c{number}=1")

    exchange, _ = fetch(handler, "/a")

    assert (exchange.failure, exchange.status, exchange.requests) == (None, 200, 3)


def test_what_is_not_encoded_as_told_is_told() -> None:
    """The evidence names the encoding."""
    exchange, _ = fetch(lambda request: answer(200, b"plain", content_encoding="gzip"), "/a")

    assert exchange.detail == "the server says that the body is encoded as gzip, which it is not"


@pytest.mark.parametrize(
    ("location", "failure"),
    [
        ("/a", Failure.REDIRECT_LOOP),
        ("ftp://a.org/", Failure.UNSAFE_REDIRECT),
        ("file:///etc/passwd", Failure.UNSAFE_REDIRECT),
        ("javascript:alert(1)", Failure.UNSAFE_REDIRECT),
        ("http://127.0.0.1/", Failure.UNSAFE_REDIRECT),
        ("http://169.254.169.254/latest/", Failure.UNSAFE_REDIRECT),
        ("http://[::1]/", Failure.UNSAFE_REDIRECT),
        ("http://2130706433/", Failure.UNSAFE_REDIRECT),
        ("http://:bad", Failure.MALFORMED_RESPONSE),
        ("http://[oops/", Failure.MALFORMED_RESPONSE),
    ],
)
def test_where_we_do_not_follow(location: str, failure: Failure) -> None:
    """Loops, other schemes, private networks and nonsense end the way."""
    exchange, _ = fetch(lambda request: answer(302, Location=location), "/a")

    assert exchange.failure is failure
    assert exchange.status is None
    assert exchange.hops[0].status == 302


def test_endless_redirects_end() -> None:
    """More hops than allowed are too many."""
    exchange, _ = fetch(lambda request: answer(302, Location=request.path + "x"), "/a")

    assert exchange.failure is Failure.TOO_MANY_REDIRECTS
    assert exchange.requests == QUICK.max_redirects + 1


def test_a_redirect_gated_by_a_cookie_is_passed() -> None:
    """Who brings back the cookie is let through; the jar goes to nobody else."""

    def handler(request: Request) -> bytes:
        if "pass=1" in request.headers.get("cookie", ""):
            return answer(200, PAGE)
        return answer(302, Location="/a", Set_Cookie="pass=1; Path=/")

    exchange, _ = fetch(handler, "/a")

    assert (exchange.status, exchange.requests) == (200, 2)


def test_bodies_are_read_no_further_than_needed() -> None:
    """A sample of a page, all of it where something is to be looked up, nothing of a film."""
    sample, _ = fetch(lambda request: answer(200, PAGE * 3))
    whole, _ = fetch(lambda request: answer(200, PAGE * 3), whole=True)
    film, _ = fetch(lambda request: answer(200, PAGE, "video/mp4"))

    assert (len(sample.body), sample.complete) == (QUICK.sample, False)
    assert (len(whole.body), whole.complete) == (len(PAGE) * 3, True)
    assert (film.body, film.status) == (b"", 200)


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(PAGE)),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", zlib.compress(PAGE)[2:-4]),
        ("identity", PAGE),
        ("GZIP", gzip.compress(PAGE)),
    ],
)
def test_encodings_are_undone(encoding: str, packed: bytes) -> None:
    """Both gzip and both kinds of deflate give the page."""
    exchange, _ = fetch(lambda request: answer(200, packed, Content_Encoding=encoding), whole=True)

    assert (exchange.body, exchange.failure) == (PAGE, None)


def test_bombs_stay_small() -> None:
    """A hundred megabytes in a hundred kilobytes are read up to the limit."""
    bomb = gzip.compress(b"\0" * 100_000_000)
    exchange, _ = fetch(lambda request: answer(200, bomb, Content_Encoding="gzip"), whole=True)

    assert len(exchange.body) == QUICK.max_body


def test_what_is_not_encoded_as_told_is_garbled() -> None:
    """A body that cannot be decoded is a failure of its own; an unknown encoding is none."""
    broken, _ = fetch(lambda request: answer(200, b"not gzip", Content_Encoding="gzip"))
    unknown, _ = fetch(lambda request: answer(200, b"whatever", Content_Encoding="x-unheard-of"))

    assert (broken.status, broken.failure) == (200, Failure.BAD_ENCODING)
    assert (unknown.status, unknown.failure, unknown.body) == (200, None, b"")


@pytest.mark.parametrize(
    ("reply", "failure"),
    [
        (b"SSH-2.0-OpenSSH_9\r\n\r\n", Failure.MALFORMED_RESPONSE),
        (b"HTTP/1.1 abc\r\n\r\n", Failure.MALFORMED_RESPONSE),
        (b"", Failure.CONNECTION_RESET),
    ],
)
def test_nonsense_is_named(reply: bytes, failure: Failure) -> None:
    """What is no HTTP, and a connection closed without a word, are told apart."""

    async def handler(request: Request) -> None:
        request.writer.write(reply)
        await request.writer.drain()

    exchange, _ = fetch(handler)

    assert (exchange.failure, exchange.status) == (failure, None)


def test_silence_ends_in_time() -> None:
    """A server that never answers costs one try, not forever."""

    async def handler(request: Request) -> None:
        await asyncio.sleep(30)

    exchange, _ = fetch(handler)

    assert (exchange.failure, exchange.requests) == (Failure.TIMEOUT, 1)


def test_a_slow_drip_keeps_the_answer() -> None:
    """A body that never ends does not turn an answer into silence."""

    async def handler(request: Request) -> None:
        request.writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while True:
            request.writer.write(b"x")
            await request.writer.drain()
            await asyncio.sleep(0.05)

    exchange, _ = fetch(handler)

    assert (exchange.status, exchange.complete) == (200, False)


def test_what_may_pass_is_asked_again() -> None:
    """A 503 that clears is an ok, by two requests."""
    limits = Limits(timeout=1, deadline=10, rate=0, attempts=2)
    replies = iter([answer(503, Retry_After="0"), answer(200, PAGE)])
    exchange, _ = fetch(lambda request: next(replies), limits=limits)

    assert (exchange.status, exchange.requests) == (200, 2)


@pytest.mark.parametrize("reply", [answer(404), answer(403), answer(429, Retry_After="3600"), answer(501)])
def test_what_will_not_pass_is_not_asked_again(reply: bytes) -> None:
    """A plain no, and a pause longer than ours, are taken at their word."""
    exchange, site = fetch(lambda request: reply, limits=Limits(timeout=1, deadline=10, rate=0))

    assert len(site.asked) == 1
    assert exchange.failure is None


def test_nobody_listens() -> None:
    """A refused connection is a fact."""

    async def work() -> Exchange:
        async with serving(lambda request: answer(200)) as site:
            url = site.url()
        return await ask(url)

    assert asyncio.run(work()).failure is Failure.CONNECTION_REFUSED


def gather(work: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine."""
    return asyncio.run(work)


def test_hosts_are_asked_side_by_side_and_politely() -> None:
    """Each target once, at most two at a time to a host, a hanging host holding up nobody else."""
    hosts = tuple(f"127.77.0.{number}" for number in range(1, 6))

    async def handler(request: Request) -> bytes | None:
        if request.path.startswith("/hang"):
            await asyncio.sleep(30)
        await asyncio.sleep(0.02)
        return answer(200, PAGE)

    async def work() -> tuple[list[tuple[Target, Exchange]], Site]:
        async with serving(handler, hosts) as site:
            targets = [Target(site.url(f"/{number}", host)) for host in hosts for number in range(6)]
            targets.append(Target(site.url("/hang", hosts[0])))
            transport = guarded_transport(QUICK, ALLOWED)
            fetcher = Fetcher(transport, QUICK)
            found = [result async for result in fetch_all(plan(targets), fetcher)]
            await transport.aclose()
            return found, site

    found, site = gather(work())

    assert len(found) == len({target.url for target, _ in found}) == 31
    assert [exchange.failure for _, exchange in found].count(Failure.TIMEOUT) == 1
    assert max(site.most_open.values()) <= 2


def test_the_run_can_be_stopped() -> None:
    """Closing the results ends everything that is under way."""

    async def handler(request: Request) -> bytes:
        await asyncio.sleep(0.01)
        return answer(200)

    async def work() -> tuple[int, int]:
        async with serving(handler) as site:
            transport = guarded_transport(QUICK, ALLOWED)
            targets = [Target(site.url(f"/{number}")) for number in range(100)]
            results = fetch_all(plan(targets), Fetcher(transport, QUICK))
            await anext(results)
            await results.aclose()
            asked = len(site.asked)
            await asyncio.sleep(0.1)
            await transport.aclose()
            return asked, len(site.asked)

    before, after = gather(work())

    assert before == after < 100


CHALLENGES = {
    "by its script": answer(503, b"<script>window._cf_chl_opt={}</script>"),
    "by its words": answer(503, b"<title>Limited</title><p>Generated by Wordfence"),
    "by a header": answer(429, b"", x_vercel_mitigated="challenge"),
    "by another": answer(429, b"", x_kpsdk_ct="a"),
}


@pytest.mark.parametrize("name", CHALLENGES)
def test_a_challenge_is_not_asked_again(name: str) -> None:
    """It would be there the next time as well."""
    exchange, site = fetch(lambda request: CHALLENGES[name], limits=replace(QUICK, attempts=3))

    assert exchange.status in (429, 503)
    assert len(site.asked) == 1


def test_a_page_for_robots_is_asked_once() -> None:
    """Who was sent to one and is refused there has been answered."""
    lead = {"/": answer(302, Location="/sorry/index?continue=x")}
    _, site = fetch(lambda request: lead.get(request.path, answer(429)), limits=replace(QUICK, attempts=3))

    assert [one.path for one in site.asked] == ["/", "/sorry/index?continue=x"]


def test_what_is_no_challenge_is_asked_again() -> None:
    """A server that is busy, and one behind a vendor's network, may answer the next time."""
    busy = answer(503, b"<title>Busy</title>", server="cloudflare", retry_after="0")
    _, site = fetch(lambda request: busy, limits=replace(QUICK, attempts=3))

    assert len(site.asked) == 3
