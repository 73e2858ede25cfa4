"""A document that now cites where a page had moved to: that source is fixed, once, and none other."""

from __future__ import annotations

import pytest
from builders import START, WEEK, observation, source
from msgspec.structs import replace

from checker.judgement import Circumstances, judge
from checker.memory import Memory, RunRecord, RunState, Sighting
from checker.observation import Hop, Observation
from checker.succession import predecessors

OLD, NEW = "https://site.org/old", "https://site.org/new"
MOVED = observation(url=NEW, hops=(Hop(OLD, 301, NEW), Hop(NEW, 200)))
FOR_NOW = observation(url=NEW, hops=(Hop(OLD, 302, NEW), Hop(NEW, 200)))
LATER = START + WEEK


def remembered(seen: Observation) -> Memory:
    """One complete run that saw the old address."""
    run = RunRecord(1, START, START, full=True, state=RunState.COMPLETE)
    return Memory((run,), {OLD: (Sighting.of(1, replace(seen, at=START)),)})


@pytest.mark.parametrize(
    ("before", "cited", "now", "full", "fixed"),
    [
        (MOVED, [NEW], observation(url=NEW), True, True),
        (MOVED, [f"{NEW}#part"], observation(url=NEW), True, True),
        (MOVED, [NEW], observation(404, url=NEW), True, False),
        (MOVED, [NEW], observation(url=NEW), False, False),
        (MOVED, [NEW, OLD], observation(url=NEW), True, False),
        (FOR_NOW, [NEW], observation(url=NEW), True, False),
        (observation(404, url=OLD), [NEW], observation(url=NEW), True, False),
        (MOVED, ["https://site.org/other"], observation(url="https://site.org/other"), True, False),
    ],
)
def test_who_takes_whose_place(
    before: Observation, cited: list[str], now: Observation, *, full: bool, fixed: bool
) -> None:
    """Moved for good, cited no more, and fine now: fixed; anything else is just a new citation."""
    sources = [source(url, url) for url in cited]
    seen = {url: now for url in cited if url != OLD}

    judged = judge(sources, seen, remembered(before), Circumstances(LATER, full=full, conclusive=True))

    assert judged[0].fixed is fixed


def test_only_what_is_cited_no_more() -> None:
    """Whoever is still cited has taken nobody's place."""
    memory = remembered(MOVED)

    assert predecessors(memory.seen, {NEW}) == {NEW: OLD}
    assert predecessors(memory.seen, {OLD, NEW}) == {}
