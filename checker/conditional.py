"""Asking a server whether a page has changed since it was read, and whose "not modified" is taken. Pure.

A server is asked only where nothing about the last answer was in doubt (RFC 9110, 13.1: If-None-Match,
If-Modified-Since; 15.4.5: 304).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec
from msgspec.structs import replace

from checker.observation import Exchange, Observation

READ_AGAIN = timedelta(days=30)
"""So long the word "not modified" is taken for the page itself."""
Conditions = tuple[tuple[str, str], ...]


class Validators(msgspec.Struct, frozen=True):
    """What a plain page was sent with (RFC 9110, 8.8; empty where it was not), and when it was read."""

    etag: str
    modified: str
    read_at: datetime


def is_plain(known: Observation, url: str) -> bool:
    """Whether this is a page that was there, at the address itself, with nothing strange about it."""
    page = known.page
    return (
        known.status == 200
        and known.failure is None
        and len(known.hops) == 1
        and known.final_url == url
        and page is not None
        and not page.signs
    )


def validators(known: Observation | None, url: str) -> Validators | None:
    """What the server can be asked with about changes of a page; None where the whole answer is wanted."""
    if known is None or not is_plain(known, url):
        return None
    return Validators(known.header("etag"), known.header("last-modified"), known.read_at or known.at)


def conditions(known: Sequence[Validators | None], now: datetime) -> Conditions:
    """The headers that ask whether a page has changed; none where the whole answer is wanted.

    Args:
        known: what is known by each of the source keys that share the request.
        now: the present moment.
    """
    tags = {(one.etag, one.modified) if one and now - READ_AGAIN < one.read_at <= now else None for one in known}
    both = tags.pop() if len(tags) == 1 else None
    if both is None:
        return ()
    found = zip(("if-none-match", "if-modified-since"), both, strict=True)
    return tuple((name, value) for name, value in found if value and value.isascii() and value.isprintable())


def confirms(exchange: Exchange) -> bool:
    """Whether an answer says credibly that the page has not changed.

    Some servers answer 304 whatever they are asked. A tag must be ours if there is one; a date alone is taken
    if it comes back the same, since whoever has the domain today may have a page that is older.
    """
    sent = dict(exchange.target.conditions)
    if exchange.status != 304 or exchange.failure is not None or not sent or len(exchange.hops) != 1:
        return False
    tag = exchange.header("etag")
    if "if-none-match" in sent:
        return not tag or _opaque(tag) == _opaque(sent["if-none-match"])
    return exchange.header("last-modified") == sent["if-modified-since"]


def _opaque(tag: str) -> str:
    """A tag for weak comparison (RFC 9110, 8.8.3.2)."""
    return tag.removeprefix("W/")


def unchanged(known: Observation, exchange: Exchange, at: datetime) -> Observation:
    """The observation that "not modified" makes: what was seen before, seen again."""
    return replace(
        known,
        at=at,
        requests=exchange.requests,
        elapsed_ms=exchange.elapsed_ms,
        tries=exchange.tries,
        read_at=known.read_at or known.at,
    )
