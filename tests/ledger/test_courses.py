"""Courses as bytes: what is worked out once for many is what would be worked out for each."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.ledger import courses, records
from checker.ledger.courses import Steps
from checker.sightings import Row

RUNS = st.lists(st.tuples(st.integers(0, 3), st.booleans()), max_size=40)


def grown(seen: list[tuple[int, bool]], *, counting: set[int]) -> tuple[bytes, bytes]:
    """The course and the costs of runs 0, 1, 2 … that saw facts of these states; a cost is the number of its run."""
    steps = Steps({run: run for run in range(len(seen))}, counting)
    data, costs = courses.EMPTY, b""
    facts: list[int] = []
    for run, (state, asked) in enumerate(seen):
        new = state not in facts
        facts += [state] if new else []
        step = steps.step(data, run, facts.index(state), len(facts) - 1 if new else None, asked=asked)
        costs = records.grown(costs, str(run).encode(), step)
        facts = facts if step.facts is None else [facts[number] for number in step.facts]
        data = step.course
    return data, costs


@given(RUNS, st.sets(st.integers(0, 40)))
def test_costs_stay_with_their_rows(seen: list[tuple[int, bool]], counting: set[int]) -> None:
    """Whichever rows go, each of those that stay has its own cost."""
    data, costs = grown(seen, counting=counting)
    rows = courses.known(data).course.rows

    assert [row.run for row in rows] == [int(one[1:]) for one in records.chunks(costs)]
    assert [row.asked for row in rows] == [seen[row.run][1] for row in rows]


@given(RUNS)
def test_the_same_course_has_the_same_bytes(seen: list[tuple[int, bool]]) -> None:
    """Whatever the states are called: sources that went the same way share what is worked out."""
    data, _ = grown(seen, counting=set(range(40)))
    other, _ = grown([(3 - state, asked) for state, asked in seen], counting=set(range(40)))

    assert data == other
    assert courses.known(data).course is courses.known(other).course


def test_a_run_that_saw_the_same_again_is_added_for_all_at_once() -> None:
    """The short way gives what the long way gives."""
    data, _ = grown([(0, True), (1, True), (0, True)], counting={0, 1, 2})
    steps = Steps({run: run for run in range(4)}, {0, 1, 2, 3})

    assert steps.again(data, 3) is steps.step(data, 3, 0, None, asked=True)
    assert courses.known(steps.again(data, 3).course).course.rows[-1] == Row(3, 0)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00",
        courses.EMPTY[:-1],
        msgspec.msgpack.encode([[1], []]),
        msgspec.msgpack.encode([[[1, 7, True, 0]], [0]]),
    ],
)
def test_damage_is_told(data: bytes) -> None:
    """A course that speaks of facts that are not there is none."""
    with pytest.raises((msgspec.DecodeError, ValueError)):
        courses.known(data)
