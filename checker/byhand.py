"""A person's verdict on a source, and how long it holds against what is seen. Pure."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from checker.reasons import Reason, VerdictKind

_TELLS_NOTHING = frozenset({VerdictKind.BLOCKED, VerdictKind.UNREACHABLE})
_WELL = frozenset({VerdictKind.OK, VerdictKind.MOVED})
_ALIKE = (
    frozenset({Reason.HTTP_404, Reason.HTTP_410, Reason.DOI_UNREGISTERED}),
    frozenset({Reason.SOFT_404}),
    frozenset({Reason.REDIRECTED_TO_HOME}),
    frozenset({Reason.PARKED_DOMAIN, Reason.HIJACKED_DOMAIN}),
    frozenset({Reason.DNS_NXDOMAIN}),
)
"""Kinds of death: who has looked at one of them has not looked at another."""


class HumanVerdict(Struct, frozen=True):
    """What a person concluded about a source: it outranks ours until ``until`` (inclusive) or new evidence.

    ``seen`` is the reason that our own verdict had when the person looked, where there was one.
    """

    dead: bool
    until: date
    on: date | None = None
    seen: Reason | None = None
    reason: str = ""


def holds(word: HumanVerdict, reason: Reason, today: date) -> bool:
    """Whether a person's verdict still outranks our own, which has ``reason``.

    It does until its day is over or the evidence is of another class than the one the person knew of:
    another verdict, or death of another kind. Walls and silence are no evidence: a bad night ends nobody's
    word. Where both say that it is there, ours stands; where both say that it is gone, it is proven.
    """
    if today > word.until or reason.kind in (VerdictKind.SKIPPED, VerdictKind.INVALID, VerdictKind.UNSAFE):
        return False
    if not word.dead and reason.kind in _WELL:
        return False
    if word.dead and reason.kind is VerdictKind.DEAD:
        return True
    return word.seen is None or reason.kind in _TELLS_NOTHING or _class(reason) == _class(word.seen)


def _class(reason: Reason) -> object:
    if reason.kind in _WELL:
        return _WELL
    return next((alike for alike in _ALIKE if reason in alike), reason.kind)


def told(word: HumanVerdict, evidence: str) -> str:
    """The line of evidence: who says what, how long it holds, and what was seen by ourselves."""
    found = "gone" if word.dead else "fine"
    when = f" on {word.on}" if word.on else ""
    why = f" ({word.reason})" if word.reason else ""
    return f"a person looked{when} and found it {found}{why}; holds until {word.until}. Seen now: {evidence}"
