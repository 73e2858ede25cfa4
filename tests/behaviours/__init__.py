"""A hostile web in tables: what servers do, and the one verdict a careful person would give.

Every behaviour has a host of its own. A table is a list of rows; a row names the behaviour, says what is
answered at the address that is cited, and what is to be concluded. Verdicts were decided before they were run.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from servers import Request, answer

Reply = Callable[[Request], Awaitable[bytes | None] | bytes | None]
CITED = "/2019/04/a-bridge-over-the-river"
WORDS = " ".join(f"word{number}" for number in range(450))
SHORT = "Ada Brook opened the bridge on Monday. It took four years to build and cost less than was planned."


@dataclass(frozen=True, slots=True)
class Behaviour:
    """What one server does, and what is to be concluded of the address cited on it.

    ``elsewhere`` answers for all other paths of its host, where it matters.
    """

    name: str
    reply: Reply
    verdict: str
    reason: str
    path: str = CITED
    title: str = ""
    elsewhere: Reply | None = None


Rows = list[Behaviour]


def does(
    name: str,
    reply: bytes | Reply,
    reason: str,
    *,
    path: str = CITED,
    title: str = "",
    elsewhere: bytes | Reply | None = None,
) -> Behaviour:
    """A row; the verdict is the one that its reason belongs to."""
    from checker.reasons import Reason

    return Behaviour(
        name,
        _reply(reply),
        Reason(reason).kind.value,
        reason,
        path,
        title,
        None if elsewhere is None else _reply(elsewhere),
    )


def _reply(given: bytes | Reply) -> Reply:
    return (lambda request: given) if isinstance(given, bytes) else given


def html(
    title: str = "A bridge over the river",
    text: str = WORDS,
    *,
    head: str = "",
    h1: str = "",
    body: str = "",
    lang: str = "en",
) -> bytes:
    """An HTML page."""
    shown = f"<h1>{h1}</h1>" if h1 else ""
    start = f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
    return f"{start}<body>{shown}<p>{text}</p>{body}</body></html>".encode()


PAGE = html(h1="A bridge over the river")
OK = answer(200, PAGE)


def ok(
    title: str = "A bridge over the river",
    text: str = WORDS,
    *,
    head: str = "",
    h1: str = "",
    body: str = "",
    lang: str = "en",
) -> bytes:
    """An answer with status 200 and a page."""
    return answer(200, html(title, text, head=head, h1=h1, body=body, lang=lang))


def status(code: int, body: bytes = b"<title>Error</title>", **headers: str) -> bytes:
    """An answer of some status."""
    return answer(code, body, **headers)


def to(location: str, code: int = 302) -> bytes:
    """A redirect."""
    return answer(code, Location=location)


def raw(head: str, body: bytes = PAGE) -> bytes:
    """An answer whose head is written by hand; the connection is closed behind it."""
    return head.encode("latin-1") + body


def closing(data: bytes) -> Reply:
    """These bytes, then the end of the connection."""

    async def reply(request: Request) -> None:
        request.writer.write(data)
        await request.writer.drain()

    return reply


def again(first: bytes, then: bytes) -> Reply:
    """One answer, and another to whoever asks again."""
    asked: set[str] = set()

    def reply(request: Request) -> bytes:
        key = request.headers["host"] + request.path
        seen = key in asked
        asked.add(key)
        return then if seen else first

    return reply


def hop(*steps: bytes) -> Reply:
    """One answer for each time that ``/step`` was added to the path."""
    return lambda request: steps[min(request.path.count("/step"), len(steps) - 1)]


async def silent(request: Request) -> bytes | None:
    """No answer at all."""
    await asyncio.sleep(30)
    return None


async def drip(request: Request) -> bytes | None:
    """A page that never ends, slowly."""
    request.writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE[:-14])
    for _ in range(300):
        request.writer.write(b" word")
        await request.writer.drain()
        await asyncio.sleep(0.05)
    return None


async def flood(request: Request) -> bytes | None:
    """A page that never ends, fast."""
    request.writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE[:-14])
    for _ in range(300):
        request.writer.write(b" word" * 4000)
        await request.writer.drain()
    return None
