"""A web of behaviours, each asked for real over loopback, and the one verdict a careful person would give."""

from __future__ import annotations

import asyncio
import gzip
import ssl
import zlib
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import brotli
import pytest
import trustme
import zstandard
from builders import START
from servers import ALLOWED, LOOPBACK, Request, answer, serving

from checker import pipeline
from checker.config import Config
from checker.fetch.limits import Limits
from checker.fetch.transport import GuardedTransport, guarded_transport
from checker.ledger import Ledger
from checker.model import Document
from checker.pipeline import Settings, World
from checker.report import ReportSource

LIMITS = Limits(
    timeout=1.0, deadline=4.0, rate=0, per_host=16, attempts=2, max_redirects=6, sample=64_000, retry_after_cap=0.5
)
WORDS = " ".join(f"word{number}" for number in range(300))
PAGE = (
    f"<!doctype html><html><head><title>An article</title></head><body><h1>An article</h1><p>{WORDS}</p></body></html>"
)
Reply = Callable[[Request], Awaitable[bytes | None] | bytes | None]


@dataclass(frozen=True, slots=True)
class Behaviour:
    """What a server does at one address, and what is to be concluded."""

    name: str
    reply: Reply
    verdict: str
    reason: str
    fragment: str = ""


ALL: list[Behaviour] = []
_numbers = count(1)


def page(title: str = "An article", text: str = WORDS, head: str = "", heading: str = "") -> bytes:
    """An HTML page."""
    shown = f"<h1>{heading}</h1>" if heading else ""
    return f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{shown}<p>{text}</p></body></html>".encode()


def does(name: str, reply: bytes | Reply, verdict: str, reason: str, fragment: str = "") -> None:
    """Register a behaviour."""
    ALL.append(
        Behaviour(name, (lambda request: reply) if isinstance(reply, bytes) else reply, verdict, reason, fragment)
    )


def status(code: int, body: bytes = b"<title>Error</title>", **headers: str) -> bytes:
    """An answer of some status."""
    return answer(code, body, **headers)


def again(first: bytes, then: bytes) -> Reply:
    """One answer, and another to whoever asks again."""
    asked: set[str] = set()

    def reply(request: Request) -> bytes:
        seen = request.path in asked
        asked.add(request.path)
        return then if seen else first

    return reply


async def drip(request: Request) -> bytes | None:
    """A body that never ends."""
    request.writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page()[:-30])
    for _ in range(200):
        request.writer.write(b" word" * 1000)
        await request.writer.drain()
        await asyncio.sleep(0.01)
    return None


async def silent(request: Request) -> bytes | None:
    """No answer at all."""
    await asyncio.sleep(30)
    return None


# Alive, whatever it looks like.
does("plain", answer(200, PAGE.encode()), "ok", "http-200")
does("text", answer(200, b"Some text.", "text/plain"), "ok", "http-200")
does("pdf", answer(200, b"%PDF-1.7 ...", "application/pdf"), "ok", "http-200")
does("image", answer(200, b"\x89PNG", "image/png"), "ok", "http-200")
does("no content type", answer(200, PAGE.encode(), ""), "ok", "http-200")
does("empty page", answer(200, b""), "ok", "http-200")
does("no content", answer(204), "ok", "http-200")
does("partial content", answer(206, PAGE.encode()), "ok", "http-200")
does("gzip", answer(200, gzip.compress(PAGE.encode()), content_encoding="gzip"), "ok", "http-200")
does("deflate", answer(200, zlib.compress(PAGE.encode()), content_encoding="deflate"), "ok", "http-200")
does("raw deflate", answer(200, zlib.compress(PAGE.encode())[2:-4], content_encoding="deflate"), "ok", "http-200")
does("brotli", answer(200, brotli.compress(PAGE.encode()), content_encoding="br"), "ok", "http-200")
does("zstd", answer(200, zstandard.compress(PAGE.encode()), content_encoding="zstd"), "ok", "http-200")
does("gzip bomb", answer(200, gzip.compress(b"<p>" + b" word" * 2_000_000), content_encoding="gzip"), "ok", "http-200")
does("zstd bomb", answer(200, zstandard.compress(b" word" * 2_000_000), content_encoding="zstd"), "ok", "http-200")
does("endless body", drip, "ok", "http-200")
does(
    "cut body",
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999\r\nConnection: close\r\n\r\n" + PAGE.encode(),
    "ok",
    "http-200",
)
does("temporary redirect", status(302, location="/alive"), "ok", "http-200")
does("see other", status(303, location="/alive"), "ok", "http-200")
does(
    "temporary then permanent",
    lambda r: status(301, location="/alive") if r.path.endswith("/x") else status(302, location=r.path + "/x"),
    "ok",
    "http-200",
)
does(
    "cookie wall that lets in",
    lambda r: (
        answer(200, PAGE.encode())
        if "seen=1" in r.headers.get("cookie", "")
        else status(302, location=r.path, set_cookie="seen=1; Path=/")
    ),
    "ok",
    "http-200",
)
does("503 once", again(status(503), answer(200, PAGE.encode())), "ok", "http-200")
does("429 once", again(status(429, retry_after="0"), answer(200, PAGE.encode())), "ok", "http-200")
does("500 once", again(status(500), answer(200, PAGE.encode())), "ok", "http-200")
does("an article about 404", answer(200, page("How the 404 error came to be: a history", WORDS)), "ok", "http-200")
does("an article named Not Found", answer(200, page("Not Found: a novel", WORDS)), "ok", "http-200")
does(
    "an article about domains for sale",
    answer(200, page("The market", "This domain is for sale, they said. " + WORDS)),
    "ok",
    "http-200",
)
does(
    "a casino review that was cited",
    answer(200, page("Casino economics", ("casino slots poker betting " * 3) + WORDS)),
    "ok",
    "http-200",
)
does("thin but alive", answer(200, page("Minutes", "Agreed.")), "ok", "http-200")
does("behind Cloudflare, not walled", answer(200, PAGE.encode(), cf_ray="1", server="cloudflare"), "ok", "http-200")
does(
    "mentions captcha",
    answer(200, page("Login", WORDS, "<script src='https://hcaptcha.com/1/api.js'></script>")),
    "ok",
    "http-200",
)
does("fragment that is there", answer(200, page(text=f"<span id='part'>{WORDS}</span>")), "ok", "http-200", "part")
does("fragment by name", answer(200, page(text=f"<a name='part'>{WORDS}</a>")), "ok", "http-200", "part")
does("fragment that is not there", answer(200, PAGE.encode()), "ok", "http-200", "nowhere")
does("text fragment", answer(200, PAGE.encode()), "ok", "http-200", ":~:text=Word1,word7")
does("text fragment that is not there", answer(200, PAGE.encode()), "ok", "http-200", ":~:text=another%20word")
does(
    "latin-1 without a word of it",
    answer(200, "<title>Café</title>".encode("latin-1") + PAGE.encode(), "text/html"),
    "ok",
    "http-200",
)
does("refuses HEAD", lambda r: answer(200, PAGE.encode()), "ok", "http-200")
does("100 and then 200", b"HTTP/1.1 100 Continue\r\n\r\n" + answer(200, PAGE.encode()), "ok", "http-200")
does(
    "103 and then 200", b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + answer(200, PAGE.encode()), "ok", "http-200"
)
does("HTTP/1.0", b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode(), "ok", "http-200")
does(
    "chunked",
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>a \r\n0\r\n\r\n",
    "ok",
    "http-200",
)
does("noindex and long", answer(200, page(head="<meta name=robots content=noindex>")), "ok", "http-200")

# Moved.
does("moved for good", status(301, location="/alive"), "moved", "moved-permanently")
does("moved for good, 308", status(308, location="/alive"), "moved", "moved-permanently")
does(
    "moved in two steps",
    lambda r: status(301, location="/alive") if r.path.endswith("/x") else status(301, location=r.path + "/x"),
    "moved",
    "moved-permanently",
)
does(
    "a slash more",
    lambda r: answer(200, PAGE.encode()) if r.path.endswith("/") else status(301, location=r.path + "/"),
    "moved",
    "slash-change",
)
does("moved with spaces", status(301, location="/alive?a b"), "moved", "moved-permanently")
does(
    "moved relatively",
    lambda r: answer(200, PAGE.encode()) if "new" in r.path else status(301, location="../new-place"),
    "moved",
    "moved-permanently",
)

# Gone.
does("404", status(404), "dead", "http-404")
does("410", status(410), "dead", "http-410")
does("404 with a long page", answer(404, PAGE.encode()), "dead", "http-404")
does("redirect to a 404", status(302, location="/missing"), "dead", "http-404")
for language, title, text in (
    ("English", "Page not found", "We could not find the page you requested."),
    ("German", "Seite nicht gefunden", "Die gesuchte Seite existiert nicht."),
    ("French", "Page introuvable", "La page demandée est introuvable."),
    ("Spanish", "Página no encontrada", "La página que busca no existe."),
    ("Russian", "Страница не найдена", "Запрашиваемая страница не найдена."),
    ("Chinese", "页面不存在", "您访问的页面不存在。"),
):
    does(f"soft 404, {language}", answer(200, page(title, text)), "dead", "soft-404")
does("soft 404 by heading", answer(200, page("The Site", "Sorry.", heading="404 - Page not found")), "dead", "soft-404")
does("redirect to an error page", status(302, location="/error/404.html"), "dead", "soft-404")
FULL_OF_LINKS = page("Page not found", WORDS, heading="Page not found")
does("soft 404 with a long page, for every address", answer(200, FULL_OF_LINKS), "dead", "soft-404")
does("home page for good", status(301, location="/"), "dead", "redirected-to-home")
does("home page for now", status(302, location="/"), "dead", "redirected-to-home")
does(
    "parked",
    answer(
        200,
        page(
            "town.org",
            "This domain is for sale. Related searches",
            "<script src='https://img.sedoparking.com/x.js'></script>",
        ),
    ),
    "dead",
    "parked-domain",
)

# There is something, but we cannot know.
does("401", status(401, www_authenticate="Basic"), "blocked", "login-required")
does("402", status(402), "blocked", "payment-required")
does("403", status(403), "blocked", "http-403")
does("403 by a challenge", status(403, cf_mitigated="challenge"), "blocked", "bot-wall")
does(
    "503 by a challenge",
    answer(
        503,
        page("Just a moment...", "Enable JavaScript and cookies to continue", "<script>window._cf_chl_opt={}</script>"),
    ),
    "blocked",
    "bot-wall",
)
does(
    "200 by a challenge",
    answer(
        200,
        page("Just a moment...", "Enable JavaScript and cookies to continue", "<script>window._cf_chl_opt={}</script>"),
    ),
    "blocked",
    "bot-wall",
)
does(
    "202 by a challenge",
    answer(202, page("", "", "<script src='/x'>AwsWafIntegration</script>"), x_amzn_waf_action="challenge"),
    "blocked",
    "bot-wall",
)
does(
    "Anubis",
    answer(200, page("Making sure you're not a bot!", "Loading...", "<script id='anubis_challenge'></script>")),
    "blocked",
    "bot-wall",
)
does(
    "Akamai",
    answer(403, page("Access Denied", "You don't have permission. Reference #18.2d"), server="AkamaiGHost"),
    "blocked",
    "bot-wall",
)
does("999", status(999), "blocked", "bot-wall")
does("429 for ever", status(429), "blocked", "rate-limited")
does("429 for hours", status(429, retry_after="7200"), "blocked", "rate-limited")
does("451", status(451), "blocked", "legal-451")
does("511", status(511), "blocked", "login-required")
does("login page", status(302, location="/login?next=/x"), "blocked", "login-required")
does("consent page", status(302, location="/consent?continue=/x"), "blocked", "consent-wall")

# Answers that no browser could use.
does("400", status(400), "broken", "http-400")
does("405", status(405), "broken", "http-405")
does("406", status(406), "broken", "http-406")
does("redirect to itself", lambda r: status(302, location=r.path), "broken", "redirect-loop")
does(
    "a ring of two",
    lambda r: status(302, location=r.path.removesuffix("/y") if r.path.endswith("/y") else r.path + "/y"),
    "broken",
    "redirect-loop",
)
does("ever further", lambda r: status(302, location=r.path + "x"), "broken", "too-many-redirects")
does("no HTTP", b"SSH-2.0-OpenSSH_9.6\r\n\r\n", "broken", "malformed-response")
does("not gzip", answer(200, b"plain text", content_encoding="gzip"), "broken", "bad-encoding")
does("no brotli", answer(200, b"\xff\xff\xff\xff plain text", content_encoding="br"), "broken", "bad-encoding")

# No answer this time.
does("500", status(500), "unreachable", "http-500")
does("502", status(502), "unreachable", "http-502")
does("503", status(503), "unreachable", "http-503")
does("504", status(504), "unreachable", "http-504")
does("520", status(520), "unreachable", "http-520")
does("408", status(408), "unreachable", "http-408")
does("closes at once", lambda r: None, "unreachable", "connection-reset")
does("silence", silent, "unreachable", "timeout")

# Where a checker must not go.
does("redirect to a private address", status(302, location="http://10.0.0.1/"), "unsafe", "unsafe-redirect")
does("redirect to metadata", status(301, location="http://169.254.169.254/latest/"), "unsafe", "unsafe-redirect")
does("redirect to a file", status(302, location="file:///etc/passwd"), "unsafe", "unsafe-redirect")


def handler(request: Request) -> Awaitable[bytes | None] | bytes | None:
    """The whole web."""
    path = request.path.partition("?")[0]
    if path in ("/alive", "/", "/new-place") or path.startswith(("/login", "/consent")):
        return answer(200, PAGE.encode())
    if path.startswith("/error"):
        return answer(200, page("Error", "Something went wrong."))
    number = path.split("/")[2] if path.startswith("/b/") else ""
    if number.rstrip("x").isdigit():
        return ALL[int(number.rstrip("x"))].reply(request)
    if path.startswith("/b/") and path.endswith("-not-here"):
        return answer(200, FULL_OF_LINKS)
    return status(404)


async def play(folder: Path) -> tuple[dict[str, ReportSource], list[str]]:
    """Ask for every behaviour once."""
    async with serving(handler) as site:
        cited = {
            site.url(f"/b/{number}" + (f"#{one.fragment}" if one.fragment else "")): one.name
            for number, one in enumerate(ALL)
        }
        document = Document("a.txt", "\n".join(cited), "text")
        transport = guarded_transport(LIMITS, ALLOWED)
        world = World(transport, transport, archive_base=site.url(""))
        settings = Settings(START, START.date(), full=True, limits=LIMITS, allow=ALLOWED, lookup="never")
        report = await pipeline.check(Config.empty(), [document], settings, world, Ledger(folder / "ledger.sqlite"))
        await transport.aclose()
        return {cited[source.url]: source for source in report.sources}, site.paths


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, ReportSource]:
    """Every behaviour with its verdict."""
    return asyncio.run(play(tmp_path_factory.mktemp("site")))[0]


def test_there_are_many() -> None:
    """A verdict that is not tried is a verdict not known."""
    assert len(ALL) >= 80
    assert len({one.name for one in ALL}) == len(ALL)


@pytest.mark.parametrize("behaviour", ALL, ids=lambda one: one.name)
def test_each(seen: dict[str, ReportSource], behaviour: Behaviour) -> None:
    """The verdict and the reason a careful person would give."""
    found = seen[behaviour.name]

    assert (found.verdict, found.reason) == (behaviour.verdict, behaviour.reason), found.evidence
    assert found.evidence


def test_nothing_alive_is_called_dead(seen: dict[str, ReportSource]) -> None:
    """The worst mistake, counted by itself: none."""
    wrong = [one.name for one in ALL if one.verdict != "dead" and seen[one.name].verdict == "dead"]

    assert not wrong


def test_fragments(seen: dict[str, ReportSource]) -> None:
    """A missing fragment is told, and is no death."""
    assert seen["fragment that is there"].fragment == "present"
    assert seen["fragment by name"].fragment == "present"
    assert seen["fragment that is not there"].fragment == "absent"
    assert seen["text fragment"].fragment == "present"
    assert seen["text fragment that is not there"].fragment == "absent"


# TLS.


@dataclass(frozen=True, slots=True)
class Secure:
    """A TLS server of a sort, and what is to be concluded."""

    verdict: str
    reason: str


def contexts(authority: trustme.CA, port: int) -> Iterator[tuple[str, ssl.SSLContext, Secure]]:
    """Servers with sound and unsound certificates."""
    good = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(LOOPBACK).configure_cert(good)
    yield "sound", good, Secure("ok", "http-200")
    wrong = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("other.org").configure_cert(wrong)
    yield "wrong host", wrong, Secure("broken", "tls-wrong-host")
    old = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(
        LOOPBACK, not_after=START.replace(year=2020), not_before=START.replace(year=2019)
    ).configure_cert(old)
    yield "expired", old, Secure("broken", "tls-expired")
    strange = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert(LOOPBACK).configure_cert(strange)
    yield "unknown authority", strange, Secure("broken", "tls-untrusted")


def trusting(authority: trustme.CA) -> GuardedTransport:
    """A transport that knows the tests' authority."""
    transport = guarded_transport(LIMITS, ALLOWED)
    authority.configure_trust(transport._ssl)  # the only seam
    return transport


async def ask_securely(folder: Path, context: ssl.SSLContext, authority: trustme.CA) -> ReportSource:
    """Ask a TLS server for a page."""
    async with (
        serving(lambda request: answer(200, PAGE.encode()), context=context) as site,
        serving(lambda request: answer(200, PAGE.encode())) as other,
    ):
        document = Document("a.txt", f"{site.url('/x')} {other.url('/y')}", "text")
        transport = trusting(authority)
        world = World(transport, transport, archive_base=other.url(""))
        settings = Settings(START, START.date(), full=True, limits=LIMITS, allow=ALLOWED, lookup="never")
        report = await pipeline.check(Config.empty(), [document], settings, world, Ledger(folder / "ledger.sqlite"))
        await transport.aclose()
        return next(source for source in report.sources if source.url == site.url("/x"))


@pytest.mark.parametrize("number", range(4), ids=["sound", "wrong host", "expired", "unknown authority"])
def test_tls(tmp_path: Path, number: int) -> None:
    """Trouble by its kind."""
    authority = trustme.CA()
    _, context, wanted = list(contexts(authority, 0))[number]
    found = asyncio.run(ask_securely(tmp_path, context, authority))

    assert (found.verdict, found.reason) == (wanted.verdict, wanted.reason), found.evidence
