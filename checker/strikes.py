"""How sure a verdict is: death needs proof over time. The rules of the design, §7, on plain facts. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from checker.model import Certainty, Conclusion
from checker.reasons import Reason, VerdictKind

STRIKES = 3
SPAN = timedelta(days=6)
FAILING = frozenset({VerdictKind.DEAD, VerdictKind.BROKEN, VerdictKind.UNREACHABLE})
_WELL = frozenset({VerdictKind.OK, VerdictKind.MOVED})


class PastRun(Struct, frozen=True):
    """What an earlier run concluded about a source; ``full`` runs count strikes, partial ones do not.

    ``more`` counts full runs after it that said the same and are not kept one by one.
    """

    at: datetime
    kind: VerdictKind
    reason: Reason
    full: bool = True
    more: int = 0


class Streak(Struct, frozen=True):
    """What the ledger knows of a source's recent past, as §7 of the design counts it."""

    first_failed: datetime | None = None
    last_ok: datetime | None = None
    failed_runs: int = 0


def streak(history: Sequence[PastRun]) -> Streak:
    """The current streak of full runs that failed; ``history`` is oldest first, inconclusive runs left out.

    Any success resets, in whatever run; a blocked run neither counts nor resets.
    """
    failed = [run for run in _since_well(history) if run.full and run.kind in FAILING]
    well = [run.at for run in history if run.kind in _WELL]
    return Streak(
        first_failed=failed[0].at if failed else None,
        last_ok=well[-1] if well else None,
        failed_runs=sum(1 + run.more for run in failed),
    )


def certainty(
    conclusion: Conclusion, now: datetime, history: Sequence[PastRun], *, this_run_full: bool = True
) -> Certainty:
    """Whether a conclusion of the present run is proven.

    Dead, broken and unreachable are confirmed once full runs of the current streak have said the same
    three times, the present one included, over at least six days. Everything else needs no proof.
    """
    kind = conclusion.reason.kind
    if conclusion.suspected_at_most:
        return Certainty.SUSPECTED
    if kind not in FAILING:
        return Certainty.CONFIRMED
    same = [run.at for run in _since_well(history) if run.full and run.kind is kind]
    if this_run_full:
        same.append(now)
    proven = len(same) >= STRIKES and max(same) - min(same) >= SPAN
    return Certainty.CONFIRMED if proven else Certainty.SUSPECTED


def _since_well(history: Sequence[PastRun]) -> Sequence[PastRun]:
    last = max((index for index, run in enumerate(history) if run.kind in _WELL), default=-1)
    return history[last + 1 :]
