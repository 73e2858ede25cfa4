"""Which runs of a source are kept: the last twelve, and every change of state. Pure."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

import msgspec

from checker.sightings import Row

LAST = 12
CHANGES = 60
"""Changes of state kept beyond the last runs; what comes and goes at every run must not fill the disk."""
Place = tuple[int, Row]
"""A row with where it stood before."""


def kept(rows: Sequence[Row], states: Sequence[int], place: Mapping[int, int], counting: Container[int]) -> list[Place]:
    """The rows to keep, oldest first, each with its place in ``rows``.

    Beyond the last :data:`LAST`, a row stays if it begins a state, or is the first of its state whose run
    counts: strikes and their first day must not get lost. The others are counted by the row before them.

    Args:
        rows: in any order.
        states: the state of each of the facts.
        place: the place of every run in time; rows of other runs are dropped.
        counting: the runs whose failures are strikes.
    """
    known = sorted((one for one in enumerate(rows) if one[1].run in place), key=lambda one: place[one[1].run])
    if len(known) <= LAST:
        return known
    return _changes(known[:-LAST], states, counting)[-CHANGES:] + known[-LAST:]


def _changes(rows: Sequence[Place], states: Sequence[int], counting: Container[int]) -> list[Place]:
    found: list[Place] = []
    proven = False
    for number, row in rows:
        counts = row.asked and row.run in counting
        before = found[-1][1] if found else None
        begins = before is None or states[row.facts] != states[before.facts]
        if before is None or begins or (counts and not proven):
            found.append((number, row))
            proven = counts or (proven and not begins)
        else:
            more = before.more + counts + row.more
            found[-1] = (found[-1][0], msgspec.structs.replace(before, more=more))
    return found
