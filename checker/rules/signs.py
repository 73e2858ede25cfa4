"""Picking signs out of facts."""

from __future__ import annotations

from collections.abc import Sequence

from checker.observation import PageFacts, Sign

MAX_QUOTE = 120
HONEST = "honest"
"""The sign that a made-up neighbour of the page is answered with an honest 404 (:mod:`checker.siblings`)."""


def sign(rule: str, text: str) -> Sign:
    """A sign with a quote short enough to be shown, on one line and without control characters."""
    clean = "".join(ch if ch.isprintable() else " " for ch in text[: 4 * MAX_QUOTE])
    return Sign(rule, " ".join(clean.split())[:MAX_QUOTE])


def of(facts: PageFacts, *rules: str) -> Sequence[Sign]:
    """The signs that the named rules left."""
    return [one for one in facts.signs if one.rule in rules]


def both(found: Sequence[str]) -> str | None:
    """One line of evidence from at least two independent signs; None from fewer."""
    return "; ".join(found) if len(found) >= 2 else None


def only(words: int) -> str:
    """How little text there is, in words."""
    return "no text" if words == 0 else "only 1 word" if words == 1 else f"only {words} words"
