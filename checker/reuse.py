"""What of earlier runs can be used again: fresh results, and pages of which a server says "not modified". Pure.

Fresh results fall due one by one, each source on a day of its own, so that not everybody is asked on the same
day; what was in trouble falls due much sooner. A server is asked whether a page has changed only where nothing
about the last answer was in doubt (RFC 9110, 13.1: If-None-Match, If-Modified-Since; 15.4.5: 304).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256

from checker import urls
from checker.figures.on_page import Wanted, name_of
from checker.memory import Memory, Sighting
from checker.model import Source
from checker.observation import Exchange, Observation
from checker.reasons import VerdictKind
from checker.verdict import conclude

SOONER = 8
"""What was in trouble is due in this part of the time: a day or so, where fine pages have a week."""
READ_AGAIN = timedelta(days=30)
"""So long the word "not modified" is taken for the page itself."""
Conditions = tuple[tuple[str, str], ...]
_WELL = (VerdictKind.OK, VerdictKind.MOVED)


class Recall:
    """What was last seen of each source before the present run."""

    def __init__(self, memory: Memory) -> None:
        self._seen = memory.seen
        self._runs = {run.id for run in memory.runs}

    def last(self, key: str) -> Sighting | None:
        """The last sighting of a source, if there is one."""
        return next((one for one in reversed(self._seen.get(key, ())) if one.run in self._runs), None)

    def known(self, key: str) -> Observation | None:
        """The same as a whole observation."""
        last = self.last(key)
        return last.observation if last else None

    def nothing(self, key: str) -> None:
        """The answer of one who is to recall nothing."""

    def fresh(
        self,
        sources: Iterable[Source],
        now: datetime,
        max_age: timedelta,
        accepted: Mapping[str, Collection[int]],
        figures: Mapping[str, Sequence[Wanted]],
    ) -> dict[str, Observation]:
        """The results that need not be asked for again, by source key; ``figures`` are to be known of them."""
        found = {}
        for source in sources:
            last = self.last(source.key) if source.settled is None else None
            fine = accepted.get(urls.host_of(source.url), ())
            if (
                last
                and fresh(source, last, now, max_age, fine)
                and has_figures(last.facts, figures.get(source.key, ()))
            ):
                found[source.key] = again(last)
        return found


def fresh(source: Source, last: Sighting, now: datetime, max_age: timedelta, accepted: Collection[int] = ()) -> bool:
    """Whether the last result of a source need not be asked for again; one of the future is none."""
    facts = last.facts
    title = next((citation.title for citation in source.citations if citation.title), None)
    arrivals = {facts.final_url: facts.arrivals}
    found = conclude(source.url, facts, collapsed=arrivals, cited_title=title, accepted=accepted)
    fine = found.reason.kind in _WELL and not found.suspected_at_most
    return last.at <= now < last.at + (max_age * _share(source.key) if fine else max_age / SOONER)


def _share(key: str) -> float:
    """Between a half and one, always the same for a source."""
    return 0.5 + int.from_bytes(sha256(key.encode("utf-8", "surrogatepass")).digest()[:4]) / 2**33


def has_figures(known: Observation, wanted: Iterable[Wanted]) -> bool:
    """Whether these figures were looked for on a page that was read; a page that was not there has none."""
    page = known.page
    if page is None or not known.status or known.status >= 300:
        return True
    names = {one.name for one in page.figures}
    return all(name_of(one.quantity, one.page_text) in names for one in wanted)


def conditions(known: Sequence[Observation | None], url: str, now: datetime) -> Conditions:
    """The headers that ask whether a page has changed; none where the whole answer is wanted.

    Args:
        known: what was last seen by each of the source keys that share the request.
        url: the address to be asked.
        now: the present moment.
    """
    one = known[0] if known else None
    if one is None or not all(other is not None and _plain(other, url, now) for other in known):
        return ()
    tags = {(other.header("etag"), other.header("last-modified")) for other in known if other}
    if len(tags) != 1:
        return ()
    etag, modified = tags.pop()
    found = (("if-none-match", etag), ("if-modified-since", modified))
    return tuple((name, value) for name, value in found if value and value.isascii() and value.isprintable())


def _plain(known: Observation, url: str, now: datetime) -> bool:
    """A page that was there, at the address itself, read not long ago, with nothing strange about it."""
    page, read_at = known.page, known.read_at or known.at
    return (
        known.status == 200
        and known.failure is None
        and len(known.hops) == 1
        and known.final_url == url
        and page is not None
        and not page.signs
        and now - READ_AGAIN < read_at <= now
    )


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


def again(known: Sighting) -> Observation:
    """A fresh result as that of the present run, which has not asked for it."""
    return replace(known.facts, at=known.at, requests=0, elapsed_ms=0)
