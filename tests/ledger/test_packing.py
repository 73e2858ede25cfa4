"""Histories as bytes: nothing is lost, little is kept, and what is kept is the right part."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec
import pytest
from builders import START, WEEK, failed, observation
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from checker.ledger import fresh, records
from checker.ledger.courses import Steps
from checker.ledger.packing import facts_of, pack, pack_again, seen_as
from checker.ledger.pruning import CHANGES, LAST
from checker.ledger.records import Record, added, recorded
from checker.memory import Sighting
from checker.observation import Failure, Observation, PageFacts, Try

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(["etag", "server"])
COUNT = st.integers(0, 2**40)
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2199, 1, 1)).map(lambda moment: moment.replace(tzinfo=UTC))  # noqa: DTZ001  # the strategy wants naive bounds


def strategy(kind: Any) -> st.SearchStrategy[Any]:
    """Values of a type, so that a field added to an observation is tried here too."""
    arguments = get_args(kind)
    if get_origin(kind) is tuple and arguments[-1] is Ellipsis:
        return st.lists(strategy(arguments[0]), max_size=2).map(tuple)
    if get_origin(kind) is tuple:
        return st.tuples(*map(strategy, arguments))
    if get_origin(kind) in (UnionType, Union):
        return st.one_of(*map(strategy, arguments))
    if isinstance(kind, type) and issubclass(kind, Struct):
        hints = get_type_hints(kind)
        return st.builds(kind, **{name: strategy(hints[name]) for name in kind.__struct_fields__})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    plain: dict[Any, st.SearchStrategy[Any]] = {
        str: TEXT, int: COUNT, bool: st.booleans(), type(None): st.none(), date: st.dates(), datetime: MOMENTS,
    }  # fmt: skip
    return plain[kind]


OBSERVATIONS = strategy(Observation)
KEY = "https://site.org/a"
GONE, FINE = observation(404), observation(200)


def history(*seen: Observation, counting: set[int] | None = None, every: timedelta = WEEK) -> list[Sighting]:
    """What is kept after runs 0, 1, 2 … saw these, one after the other."""
    record = Record()
    for run, one in enumerate(seen):
        place = {number: number for number in range(run + 1)}
        steps = Steps(place, set(place) if counting is None else counting)
        added(record, KEY, pack(KEY, replace(one, at=START + run * every)), steps, run)
    return sightings(record)


def sightings(record: Record) -> list[Sighting]:
    """What a record says."""
    return list(records.sightings(KEY, record))


def made(seen: list[Sighting], place: dict[int, int], counting: set[int]) -> Record:
    """The record of sightings."""
    return recorded(KEY, seen, Steps(place, counting))


@settings(deadline=None, max_examples=50)
@given(OBSERVATIONS)
def test_every_field_survives(one: Observation) -> None:
    """Whatever an observation holds now or will hold comes back, also from its short form."""
    packed = pack(KEY, one)

    assert seen_as(packed.facts, packed.cost, packed.extra) == one
    assert [past.observation for past in sightings(made([Sighting.of(1, one)], {1: 0}, {1}))] == [one]


@settings(deadline=None, max_examples=50)
@given(OBSERVATIONS, OBSERVATIONS)
def test_the_short_way_to_pack_is_the_long_way(one: Observation, other: Observation) -> None:
    """What was seen with the same facts is packed without writing these out."""
    other = replace(
        one, at=other.at, requests=other.requests, elapsed_ms=other.elapsed_ms, tries=other.tries, read_at=other.read_at
    )
    long, known = pack(KEY, other), pack(KEY, one)

    assert facts_of(one) == facts_of(other)
    assert pack_again(other, known.digest, known.extra) == msgspec.structs.replace(long, facts=b"")


@settings(deadline=None, max_examples=30)
@given(OBSERVATIONS, st.booleans())
def test_the_first_of_a_source_is_added_as_any_other(one: Observation, asked: bool) -> None:
    """The short way to a new record gives what the long way gives."""
    packed = pack(KEY, one)
    waiting = fresh.kept(KEY, one, packed, asked=asked)
    record = Record()
    added(record, KEY, packed, Steps({1: 0}, {1}), 1, asked=asked)

    assert fresh.whole(waiting) == msgspec.structs.replace(packed, state=waiting.seen.state)
    assert records.first(waiting.seen, waiting.squeezed, Steps({1: 0}, {1}), 1, asked=asked) == record


@settings(deadline=None, max_examples=30)
@given(st.lists(OBSERVATIONS, min_size=1, max_size=4))
def test_a_record_grows_the_short_way_as_the_long_way(many: list[Observation]) -> None:
    """Whoever sees what was seen last changes the head alone, and in the same way."""
    place = {run: run for run in range(len(many) + 1)}
    steps, run = Steps(place, set(place)), len(many)
    record = made([Sighting.of(number, one) for number, one in enumerate(many)], place, set(place))
    grown = records.again(record.head, pack(KEY, many[-1]), steps, run)
    added(record, KEY, pack(KEY, many[-1]), steps, run)

    assert grown == record.head


@settings(deadline=None, max_examples=30)
@given(st.lists(OBSERVATIONS, min_size=2, max_size=5))
def test_earlier_ones_keep_their_facts(many: list[Observation]) -> None:
    """All but the last lose what differs from answer to answer, and nothing else."""
    place = {run: run for run in range(len(many))}
    record = made([Sighting.of(run, one) for run, one in enumerate(many)], place, set(place))

    for past, one in zip(sightings(record)[:-1], many, strict=False):
        kept = replace(past.observation, headers=())
        assert kept == replace(one, tries=(), headers=())
        assert [name for name, _ in past.facts.headers] == [name for name, _ in one.headers]


def test_what_was_seen_the_same_is_one_thing() -> None:
    """Who judges a history need judge it once."""
    known = history(*[observation(200, headers=(("etag", str(number)),)) for number in range(5)])

    assert len({id(one.facts) for one in known[:-1]}) == 1
    assert [one.at for one in known] == [START + number * WEEK for number in range(5)]
    assert known[-1].observation.header("etag") == "4"


def test_the_last_twelve_are_kept() -> None:
    """A page that stays as it is costs the same for ever."""
    known = history(*[FINE] * 40)

    assert [one.run for one in known] == [0, *range(28, 40)]
    assert known[0].more == 27


def test_every_change_of_state_is_kept() -> None:
    """When it died and when it came back is known for ever; of a long streak, its beginning and its length."""
    known = history(*[FINE] * 20, *[GONE] * 20, *[FINE] * 20)

    assert [one.run for one in known] == [0, 20, 40, *range(48, 60)]
    assert [one.more for one in known] == [19, 19, 7, *[0] * 12]


def test_a_beginning_that_did_not_count_is_not_the_first_strike() -> None:
    """A partial run saw it first, a full one later: both are kept."""
    full = set(range(3, 40))
    known = history(*[FINE] * 2, *[GONE] * 30, counting=full)

    assert [one.run for one in known] == [0, 2, 3, *range(20, 32)]
    assert [one.more for one in known][:3] == [0, 0, 16]


def test_what_comes_and_goes_does_not_fill_the_disk() -> None:
    """Ten years of a page that is there every other week."""
    known = history(*[FINE, GONE] * 260)

    assert len(known) == LAST + CHANGES
    assert known[-1].run == 519


@pytest.mark.parametrize("other", [failed(Failure.TIMEOUT), observation(200, url="https://site.org/b")])
def test_what_is_a_change(other: Observation) -> None:
    """Another status, failure or final address; not another number of words."""
    words = [observation(200, page=PageFacts("t", words=number)) for number in range(30)]

    assert [one.run for one in history(*words)] == [0, *range(18, 30)]
    assert [one.run for one in history(FINE, other, *[FINE] * 13)] == [0, 1, 2, *range(3, 15)]


def test_reused_results_are_no_strikes() -> None:
    """What was not asked anew is not counted when it goes."""
    place = {run: run for run in range(20)}
    seen = [Sighting.of(run, GONE, asked=run % 2 == 0) for run in range(20)]
    known = sightings(made(seen, place, set(place)))

    assert known[0].more == 3
    assert [one.asked for one in known[-2:]] == [True, False]


def test_unknown_runs_are_dropped() -> None:
    """A run that is forgotten takes its sightings along."""
    record = made([Sighting.of(1, FINE), Sighting.of(2, GONE)], {1: 0, 2: 1}, set())
    added(record, KEY, pack(KEY, GONE), Steps({2: 0, 3: 1}, set()), 3)

    assert [one.run for one in sightings(record)] == [2, 3]


def test_tries_are_told_of_the_last_one_only() -> None:
    """What was tried is for those who ask why, today."""
    tries = (Try("https://site.org/a", "timeout"), Try("http://other.org/", "200, 7 bytes read"))
    known = history(replace(FINE, tries=tries), replace(FINE, tries=tries))

    assert [one.observation.tries for one in known] == [(), tries]
