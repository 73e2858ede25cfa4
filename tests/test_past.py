"""What is worked out once for many sources is what would be worked out for each of them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from builders import START, WEEK, failed, observation, source
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from checker.judgement import Circumstances, Judged, judge
from checker.ledger.packing import VOLATILE, bare, decode_facts, pack
from checker.memory import Memory, RunRecord, RunState, Sighting
from checker.observation import Failure, Hop, Observation, PageFacts, Sign
from checker.past import Outcomes, Pasts, Timeline
from checker.reasons import Reason, VerdictKind
from checker.sightings import Course, Held
from checker.verdict import conclude

NOW = START + 5 * WEEK
SEEN = [
    observation(200, page=PageFacts("A title", words=300)),
    observation(200, page=PageFacts("Seite", words=12)),
    observation(404),
    failed(Failure.TIMEOUT),
    observation(403, headers=(("cf-ray", "1"), ("server", "cloudflare"))),
    observation(403, headers=(("x-cache", "Error from cloudfront"),)),
    observation(301, hops=(Hop("https://site.org/a", 301, "https://site.org/b"), Hop("https://site.org/b", 200)),
                final_url="https://site.org/b"),
]  # fmt: skip
RUNS = tuple(RunRecord(run, START + run * WEEK, START + run * WEEK, True, RunState.COMPLETE) for run in range(5))


def key(number: int) -> str:
    """A source."""
    return f"https://site.org/{number}"


def judged(histories: list[list[int | None]], now: list[int]) -> list[Judged]:
    """Sources judged together."""
    seen = {
        key(number): [Sighting.of(run, SEEN[one]) for run, one in enumerate(runs) if one is not None]
        for number, runs in enumerate(histories)
    }
    sources = [source(f"s{number}", key(number)) for number in range(len(histories))]
    present = {key(number): SEEN[one] for number, one in enumerate(now)}
    return judge(sources, present, Memory(RUNS, seen), Circumstances(NOW, full=True, conclusive=True))


FATES = st.tuples(
    st.lists(st.none() | st.integers(0, len(SEEN) - 2), min_size=5, max_size=5), st.integers(0, len(SEEN) - 2)
)


@given(st.lists(FATES, min_size=1, max_size=8))
def test_who_is_judged_beside_whom_changes_nothing(fates: list[tuple[list[int | None], int]]) -> None:
    """Together or alone, each source has its own verdict, streak, history and news."""
    together = judged([past for past, _ in fates], [now for _, now in fates])
    for one, (past, now) in zip(together, fates, strict=True):
        (alone,) = judged([past], [now])
        assert replace(one, source=alone.source) == alone


def test_what_is_alike_is_kept_once() -> None:
    """A hundred thousand sources that were always fine have one history in memory."""
    fine: list[int | None] = [0] * 5
    first, second, other = judged([fine, fine, [*fine[1:], 2]], [0, 0, 0])

    assert first.history is second.history
    assert first.streak is second.streak
    assert other.history != first.history


def test_what_was_not_asked_has_a_moment_of_its_own() -> None:
    """Of two sources whose results were used again, each is shown as old as it is."""
    runs = {record.id: record for record in RUNS}
    pasts = Pasts(runs, RUNS[-1])
    days = []
    for hours in (1, 2):
        seen = replace(SEEN[0], at=START - timedelta(hours=hours))
        past = pasts.past(Held([Sighting.of(0, seen, asked=False)]), lambda facts: conclude(key(0), facts))
        days.append(past.timeline.runs[0].at)

    assert days == [START - timedelta(hours=1), START - timedelta(hours=2)]


@pytest.mark.parametrize("one", SEEN)
@given(st.lists(st.tuples(st.sampled_from(sorted(VOLATILE)), st.text(max_size=5) | st.just("Error from cloudfront"))))
def test_verdicts_do_not_rest_on_what_changes_with_every_answer(
    one: Observation, headers: list[tuple[str, str]]
) -> None:
    """So that earlier answers, of which that is not kept, are judged like the present one."""
    seen = replace(one, headers=(*one.headers, *headers))
    kept = bare(decode_facts(pack(key(0), seen).facts))

    assert conclude(key(0), kept) == conclude(key(0), seen)


def test_where_many_were_sent_is_told_by_each_run_for_itself() -> None:
    """Addresses that all lead to one page today did so then only if that was noted then."""
    home = "https://site.org/news/2026/index"
    present = {
        key(number): observation(
            200, url=home, hops=(Hop(key(number), 302, home), Hop(home, 200)), page=PageFacts("x", words=9)
        )
        for number in range(4)
    }
    page = PageFacts("Page not found", signs=(Sign("soft404.title", "x"),), words=9)
    present = {one: replace(seen, page=page) for one, seen in present.items()}
    past = {one: [Sighting.of(4, seen)] for one, seen in present.items()}
    sources = [source(f"s{number}", one) for number, one in enumerate(present)]
    found = judge(sources, present, Memory(RUNS, past), Circumstances(NOW, full=True, conclusive=True))

    alone = conclude(key(0), present[key(0)]).reason
    assert {one.history[0].reason for one in found} == {alone}


def test_outcomes_tell_full_runs_from_partial_ones() -> None:
    """The same past and the same conclusion count or not by the run."""
    gone = conclude(key(0), SEEN[2])
    outcomes, past = Outcomes(NOW), Timeline()

    assert outcomes.of(past, gone, NOW, full=True).streak.failed_runs == 1
    assert outcomes.of(past, gone, NOW, full=False).streak.failed_runs == 0
    assert outcomes.of(past, gone, NOW, full=True).history[0].reason is Reason.HTTP_404
    assert VerdictKind.DEAD is gone.reason.kind


def test_an_empty_course_has_no_past() -> None:
    """A source that nobody has seen."""
    past = Pasts({}, None).past(Held(), lambda facts: conclude(key(0), facts))

    assert (past.timeline.runs, past.timeline.before, past.history.course.rows) == ((), None, Course().rows)
