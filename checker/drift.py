"""Has the content of a page drifted since the author looked? A sketch of each text, and what two of them say. Pure.

A sketch is the smallest hashes of all phrases of four words (Broder 1997): small enough to be kept for every page of
a run, and two of them tell how much of one text is in the other. What counts is how much of what the author saw is
still there; more around it is no change. Thresholds are ours; that under a tenth is another page agrees with
AlNoamany 2016 (off-topic captures: cosine under 0.10).
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from hashlib import blake2b

from msgspec import Struct

from checker.observation import Exchange
from checker.page import read_page
from checker.patterns import regex

PHRASE, KEPT = 4, 512
ENOUGH = 30
STILL, ANOTHER, OTHER_WORDS = 0.9, 0.1, 0.35
_MOST_WORDS = 100_000
_WORD = regex(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+")
_LONG = 4


class Drift(StrEnum):
    """What became of the content."""

    SAME = "same"
    CHANGED = "changed"
    REPLACED = "replaced"


class Sketch(Struct, frozen=True):
    """A text in small: hashes of its phrases and of its longer words, smallest first; ``digest`` of the whole body."""

    title: str | None
    phrases: tuple[int, ...]
    words: tuple[int, ...]
    length: int
    digest: str
    is_text: bool


class Compared(Struct, frozen=True):
    """A page beside its copy: what became of the content, in one line, and where both are."""

    drift: Drift
    evidence: str
    page: str
    copy: str


def sketch(exchange: Exchange) -> Sketch | None:
    """The sketch of an answer; None where there is no body, or it was not read to its end."""
    if not exchange.body or not exchange.complete or exchange.status is None:
        return None
    kind = exchange.header("content-type").lower() or "text/html"
    digest = blake2b(exchange.body, digest_size=16).hexdigest()
    if not kind.startswith(("text/", "application/xhtml")):
        return Sketch(None, (), (), 0, digest, is_text=False)
    page = read_page(exchange.body, kind, exchange.final_url, with_names=False)
    words = _WORD.findall(page.text.casefold())[:_MOST_WORDS]
    phrases = zip(*(words[offset:] for offset in range(PHRASE)), strict=False)
    return Sketch(
        page.title,
        _smallest({_hash(" ".join(phrase)) for phrase in phrases}),
        _smallest({_hash(word) for word in words if _counts(word)}),
        len(words),
        digest,
        is_text=True,
    )


def _smallest(hashes: set[int]) -> tuple[int, ...]:
    return tuple(sorted(hashes)[:KEPT])


def share(seen: Sequence[int], now: Sequence[int]) -> float:
    """How much of the first set is in the second, from the smallest hashes of both; 1 where the first is empty.

    Beyond what both sketches reach nothing is known, so only what lies below counts.
    """
    reach = min((kept[-1] for kept in (seen, now) if len(kept) == KEPT), default=None)
    known = [one for one in seen if reach is None or one <= reach]
    there = set(now)
    return sum(one in there for one in known) / len(known) if known else 1.0


def compare(page: Sketch, copy: Sketch) -> tuple[Drift, str] | None:
    """What a page shows now against a copy of what it showed; None where one of them says too little to tell."""
    if page.digest == copy.digest:
        return Drift.SAME, "the same to the last byte"
    if not (page.is_text and copy.is_text):
        return (Drift.CHANGED, "the file is not the same") if page.is_text == copy.is_text else None
    if copy.length < ENOUGH or page.length < ENOUGH:
        return None
    still = share(copy.phrases, page.phrases)
    evidence = f"{still:.0%} of what the copy says is still there"
    if still >= STILL:
        return Drift.SAME, evidence
    if still < ANOTHER and share(copy.words, page.words) < OTHER_WORDS and not _titles_meet(page.title, copy.title):
        titled = f", its title was “{copy.title}” and is “{page.title}”" if page.title and copy.title else ""
        return Drift.REPLACED, evidence + titled
    return Drift.CHANGED, evidence


def _titles_meet(one: str | None, other: str | None) -> bool:
    """Whether two titles share a word of some length; where one is missing, nothing is known."""
    return bool(_title_words(one) & _title_words(other))


def _title_words(title: str | None) -> set[str]:
    return {word for word in _WORD.findall((title or "").casefold()) if _counts(word)}


def _counts(word: str) -> bool:
    """Whether a word says what a text is about: not the short ones of Latin script."""
    return len(word) >= _LONG or not word.isascii()


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=6).digest())
