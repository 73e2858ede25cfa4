"""Every labelled case, over real connections to a stand-in archive."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import pytest
from archive.cases import ALL, Case
from builders import START
from servers import ALLOWED, LOOPBACK
from standin import Archive, serving_archive

from checker import dates
from checker.archive.aim import aim
from checker.archive.fitness import Wanted
from checker.archive.wayback import Wayback
from checker.evidence import page_facts
from checker.fetch.limits import Limits
from checker.fetch.transport import guarded_transport
from checker.model import ArchiveAnswer
from checker.observation import Exchange, PageFacts, Target

Outcome = tuple[ArchiveAnswer, list[str]]


def facts(body: str) -> PageFacts | None:
    """What is read off a live page."""
    headers = (("content-type", "text/html"),)
    return page_facts(
        Exchange(Target("https://x.org/"), "https://x.org/", (), 200, headers, body.encode(), complete=True)
    )


async def outcome(case: Case) -> Outcome:
    """Look up the page of one case in an archive of its own."""
    archive = Archive({case.page: list(case.kept), **{url: list(kept) for url, kept in case.also.items()}})
    archive.faults = {case.page: set(case.faults)}
    archive.dialect = set(case.dialect)
    accessed, published, document = (
        dates.parse(day) if day else None for day in (case.accessed, case.published, case.document)
    )
    wanted = Wanted(
        case.page, aim(accessed, published, document), case.title, facts(case.today) if case.today else None
    )
    transport = guarded_transport(Limits(per_host=4), allow=ALLOWED)
    async with serving_archive(archive, LOOPBACK) as site:
        try:
            return await Wayback(transport, base=site.url("")).look_up(wanted, at=START), archive.asked
        finally:
            await transport.aclose()


@pytest.fixture(scope="module")
def outcomes() -> Mapping[str, Outcome]:
    """All cases, played side by side: each archive has its own clock."""

    async def play() -> dict[str, Outcome]:
        doors = asyncio.Semaphore(40)

        async def one(case: Case) -> Outcome:
            async with doors:
                return await outcome(case)

        played = await asyncio.gather(*(one(case) for case in ALL))
        return {case.name: result for case, result in zip(ALL, played, strict=True)}

    return asyncio.run(play())


def test_the_cases_have_names_of_their_own() -> None:
    """No case hides another one."""
    assert len({case.name for case in ALL}) == len(ALL) >= 40


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_the_copy_a_careful_person_would_offer(case: Case, outcomes: Mapping[str, Outcome]) -> None:
    """The right state, and of the right capture the time, the distance, and whether it is bracketed."""
    answer, asked = outcomes[case.name]
    copy = answer.snapshot
    stamp = case.stamp if len(case.stamp) in (0, 14) else f"{case.stamp}120000"

    assert answer.state.value == case.state, (answer.detail, asked)
    assert (copy is not None) is (case.state == "found")
    if copy is not None:
        assert (copy.timestamp, copy.delta_days, copy.bracketed) == (stamp, case.days, case.bracketed), asked
        assert copy.url.startswith(f"https://web.archive.org/web/{stamp}/http")
    if case.opened is not None:
        assert sum("id_/" in path for path in asked) == case.opened
