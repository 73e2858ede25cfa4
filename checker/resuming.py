"""Going on with a run that was killed or cut short, instead of asking everybody again. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256

from checker.memory import UNFINISHED, Memory, RunRecord

WITHIN = timedelta(hours=1)
"""How long after it last learnt something a run can be continued."""


def scope(*parts: object) -> str:
    """A short name for what a run asks for and how; the same for the same parts, in the same order."""
    return sha256("\n".join(repr(part) for part in parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def resumable(memory: Memory, now: datetime, wanted: str, shard: str = "") -> RunRecord | None:
    """The run to go on with: the last one of this scope, if it did not end and learnt something lately.

    The clock may have been set back meanwhile: a run that seems to lie an hour ahead is continued too.
    """
    alike = [run for run in memory.runs if run.scope == wanted and run.shard == shard]
    last = max(alike, key=lambda run: run.id, default=None)
    if last is None or last.state not in UNFINISHED:
        return None
    learnt = memory.unfinished.get(last.id, {})
    moments: Iterable[datetime] = (last.started, *(one.at for one in learnt.values() if one.asked))
    return last if abs(now - max(moments)) <= WITHIN else None
