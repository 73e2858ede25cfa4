"""Which runs of a source are kept: the last twelve, and every change of state. Pure."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

import msgspec

LAST = 12
CHANGES = 60
"""Changes of state kept beyond the last runs; what comes and goes at every run must not fill the disk."""


class Row(msgspec.Struct, array_like=True):
    """One run of one source: which of its facts it saw, when (microseconds since 1970), at what cost.

    ``asked`` and ``more`` as in :class:`checker.memory.Sighting`.
    """

    run: int
    facts: int
    at: int
    requests: int = 0
    elapsed_ms: int = 0
    asked: bool = True
    more: int = 0


def kept(rows: Iterable[Row], states: Sequence[int], place: Mapping[int, int], counting: Container[int]) -> list[Row]:
    """The rows to keep, oldest first.

    Beyond the last :data:`LAST`, a row stays if it begins a state, or is the first of its state whose run
    counts: strikes and their first day must not get lost. The others are counted by the row before them.

    Args:
        rows: in any order; their ``more`` may change.
        states: the state of each of the facts.
        place: the place of every run in time; rows of other runs are dropped.
        counting: the runs whose failures are strikes.
    """
    known = sorted((row for row in rows if row.run in place), key=lambda row: place[row.run])
    if len(known) <= LAST:
        return known
    return _changes(known[:-LAST], states, counting)[-CHANGES:] + known[-LAST:]


def _changes(rows: Iterable[Row], states: Sequence[int], counting: Container[int]) -> list[Row]:
    found: list[Row] = []
    proven = False
    for row in rows:
        counts = row.asked and row.run in counting
        begins = not found or states[row.facts] != states[found[-1].facts]
        if begins or (counts and not proven):
            found.append(row)
            proven = counts or (proven and not begins)
        else:
            found[-1].more += counts + row.more
    return found
