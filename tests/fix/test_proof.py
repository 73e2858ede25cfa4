"""Only what reads as intended counts: whatever a format's module proposes."""

from __future__ import annotations

import fixworld
import pytest

from checker import readers
from checker.fix.edits import Edit, insertion
from checker.fix.proof import OVERLAP, UNPROVEN, Job, prove
from checker.fix.remedy import Reads, Spot, Way
from checker.model import Document

GONE, OLD = "https://site.org/gone", "https://site.org/old"
TEXT = f"One [a]({GONE}) two `c` [b]({GONE}) three, $5 billion in 2018.\n"
DOCUMENT = Document("document", TEXT, "markdown")
READING = readers.read(DOCUMENT)
COPY = fixworld.copy_of(GONE)


def spot(number: int) -> Spot:
    """The place of the first or the second link."""
    citation = READING.citations[number]
    start = citation.place.column - 1
    return Spot(start, start + len(GONE), citation)


def job(number: int, *ways: Way) -> Job:
    """A link to be mended in some ways."""
    return Job(spot(number), fixworld.gone(GONE), ways)


def instead(number: int, new: str = COPY, *others: Edit) -> Way:
    """A replacement, with whatever else a careless module might do."""
    return Way((Edit(spot(number).start, GONE, new), *others), Reads.INSTEAD)


@pytest.mark.parametrize(
    "way",
    [
        instead(0, "https://evil.org/"),
        instead(0, f"{COPY}) [c](https://evil.org/"),
        instead(0, f"{COPY} x"),
        instead(0, COPY, Edit(0, "One", "Two [c](https://evil.org/)")),
        instead(0, COPY, Edit(TEXT.index("$5"), "$5", "$6")),
        instead(0, COPY, Edit(TEXT.index("2018"), "2018", "2019")),
        instead(0, COPY, Edit(TEXT.index("[b]"), f"[b]({GONE})", "b")),
        instead(0, COPY, insertion(TEXT.index("two"), "\n\n```\n")),
        Way((insertion(spot(0).end + 1, f" {COPY}"),), Reads.INSTEAD),
        Way((insertion(spot(0).end + 1, " (archived)"),), Reads.BESIDE),
        Way((insertion(spot(0).end + 1, f" `{COPY}`"),), Reads.BESIDE),
        Way((insertion(spot(0).end + 1, " https://evil.org/"),), Reads.BESIDE),
        Way((insertion(0, "x"),), Reads.FIELD),
        Way((Edit(spot(0).start + 1, GONE, COPY),), Reads.INSTEAD),
    ],
)
def test_anything_else_is_refused(way: Way) -> None:
    """Another address, one address more or less, another figure or date, words without a copy, a wrong place."""
    proven = prove(DOCUMENT, READING, [job(0, way)])

    assert proven.jobs == ()
    assert [why for _, why in proven.refused] == [UNPROVEN]


def test_the_first_way_that_holds() -> None:
    """A bad proposal costs nothing where a good one follows; and the bad place nothing to the good one."""
    good = instead(0)
    proven = prove(DOCUMENT, READING, [job(0, instead(0, "x"), good), job(1, instead(1, "y"))])

    assert [(one.spot.start, one.ways[0]) for one in proven.jobs] == [(spot(0).start, good)]
    assert [one.spot.start for one, _ in proven.refused] == [spot(1).start]


def test_what_spoils_each_other() -> None:
    """Two edits that hold alone and not together: a lone backtick is text, two of them hide what is between."""
    first = instead(0, COPY, insertion(TEXT.index("One"), "`` "))
    second = instead(1, COPY, insertion(TEXT.index("three"), "`` "))

    assert [len(prove(DOCUMENT, READING, [job(number, way)]).jobs) for number, way in enumerate((first, second))] == [
        1,
        1,
    ]
    assert prove(DOCUMENT, READING, [job(0, first), job(1, second)]).jobs == ()


def test_what_overlaps() -> None:
    """Of two edits of the same characters the later one is refused, with the reason."""
    proven = prove(DOCUMENT, READING, [job(0, instead(0)), Job(spot(0), fixworld.gone(OLD), (instead(0, OLD),))])

    assert len(proven.jobs) == 1
    assert [why for _, why in proven.refused] == [OVERLAP]
