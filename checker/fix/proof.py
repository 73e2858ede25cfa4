"""Proving edits: the edited text is read again and must cite just what was intended. Pure.

Everything else stays as it was read: every other address in its (shifted) place with the same note, title
and dates, the same code, the same figures. So whatever a format's module gets wrong is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from checker import readers
from checker.fix.edits import Edit, EditError, Shift, apply, ordered
from checker.fix.remedy import Reads, Remedy, Spot, Way
from checker.model import Citation, Document, Place
from checker.readers import Reading
from checker.readers.lines import Lines

UNPROVEN = "the edited text would not be read as intended; change it by hand"
OVERLAP = "another edit changes the same characters; check again after that one"


class Job(Struct, frozen=True):
    """A place to be mended, and the ways to do it, best first; once proven, the one way that is."""

    spot: Spot
    remedy: Remedy
    ways: tuple[Way, ...]


class Proven(Struct, frozen=True):
    """What is proven to work together, and what is refused with the reason."""

    jobs: tuple[Job, ...] = ()
    refused: tuple[tuple[Job, str], ...] = ()

    def __add__(self, other: Proven) -> Proven:
        return Proven((*self.jobs, *other.jobs), (*self.refused, *other.refused))


def prove(document: Document, reading: Reading, jobs: Sequence[Job]) -> Proven:
    """Find for each job a way that holds. Halving keeps the number of readings low where most are good.

    What holds in parts is proven once more as a whole, since two edits can spoil each other.
    """
    apart, clashing = _apart(jobs)
    proven = Proven(tuple(apart))
    if apart and not _together(document, reading, apart):
        proven = _searched(document, reading, apart)
        if proven.jobs and not _together(document, reading, proven.jobs):
            proven = Proven((), (*proven.refused, *((job, UNPROVEN) for job in proven.jobs)))
    return proven + Proven((), tuple((job, OVERLAP) for job in clashing))


def _apart(jobs: Sequence[Job]) -> tuple[list[Job], list[Job]]:
    """The jobs whose edits keep clear of those of the jobs before them, and the others."""
    kept: list[Job] = []
    clashing: list[Job] = []
    last = -1
    for job in sorted(jobs, key=lambda one: _span(one)[0]):
        first, end = _span(job)
        if first <= last:
            clashing.append(job)
        else:
            kept.append(job)
            last = max(end, first)
    return kept, clashing


def _span(job: Job) -> tuple[int, int]:
    """From where to where any way of a job reaches."""
    edits = [edit for way in job.ways for edit in way.edits]
    if not edits:
        return job.spot.start, job.spot.start
    return min(edit.start for edit in edits), max(edit.end for edit in edits)


def _searched(document: Document, reading: Reading, jobs: Sequence[Job]) -> Proven:
    """What works of some jobs that do not work together: the halves, and in the end other ways of a single job."""
    if len(jobs) == 1:
        (job,) = jobs
        if len(job.ways) > 1:
            return _halved(document, reading, [replace(job, ways=job.ways[1:])])
        return Proven((), ((job, UNPROVEN),))
    middle = len(jobs) // 2
    return _halved(document, reading, jobs[:middle]) + _halved(document, reading, jobs[middle:])


def _halved(document: Document, reading: Reading, jobs: Sequence[Job]) -> Proven:
    return Proven(tuple(jobs)) if _together(document, reading, jobs) else _searched(document, reading, jobs)


def _together(document: Document, reading: Reading, jobs: Sequence[Job]) -> bool:
    return all(job.ways for job in jobs) and holds(document, reading, jobs)


def holds(document: Document, reading: Reading, jobs: Iterable[Job]) -> bool:
    """Whether the first way of every job together does what it is to do and nothing else."""
    jobs = list(jobs)
    try:
        edits = ordered(edit for job in jobs for edit in job.ways[0].edits)
        text = apply(document.text, edits)
    except EditError:
        return False
    after = readers.read(replace(document, text=text))
    return _Comparison(document.text, text, edits).same(reading, after, jobs)


class _Comparison:
    """Compares the readings of two texts, with the edits between them known."""

    def __init__(self, old: str, new: str, edits: Sequence[Edit]) -> None:
        self._old, self._new = Lines(old), Lines(new)
        self._shift = Shift(edits)

    def same(self, before: Reading, after: Reading, jobs: Sequence[Job]) -> bool:
        """Whether the new reading is the old one with the jobs done."""
        return (
            self._skips(before, self._before) == self._skips(after, self._after)
            and self._figures(before, self._before) == self._figures(after, self._after)
            and list(_leaning(before)) == list(_leaning(after))
            and self._citations(before, after, jobs)
        )

    def _before(self, place: Place) -> int:
        return self._shift.after(self._old.start(place.line) + place.column - 1)

    def _after(self, place: Place) -> int:
        return self._new.start(place.line) + place.column - 1

    def _skips(self, reading: Reading, at: Callable[[Place], int]) -> list[tuple[object, ...]]:
        return [(at(one.place), one.url, one.reason) for one in reading.skips]

    def _figures(self, reading: Reading, at: Callable[[Place], int]) -> list[tuple[object, ...]]:
        return [(at(one.place), one.text, one.quantity, one.as_of, one.role, one.note) for one in reading.figures]

    def _citations(self, before: Reading, after: Reading, jobs: Sequence[Job]) -> bool:
        found = {self._after(one.place): one for one in after.citations if one.written}
        by_spot = {job.spot.start: job for job in jobs}
        for citation in before.citations:
            if not citation.written:
                continue
            job = by_spot.get(self._old.start(citation.place.line) + citation.place.column - 1)
            if not self._kept(citation, found, job):
                return False
        return not found

    def _kept(self, citation: Citation, found: dict[int, Citation], job: Job | None) -> bool:
        """Whether a citation is still read as it should be; what is accounted for leaves ``found``."""
        at = self._before(citation.place)
        if job is None:
            now = found.pop(at, None)
            return now is not None and now.url == citation.url and _facts(now) == _facts(citation)
        way, address = job.ways[0], job.remedy.address
        if way.reads is Reads.INSTEAD:
            new = next((edit.new for edit in way.edits if edit.start <= job.spot.start <= edit.end), None)
            now = _take(found, at, len(new) if new else 1)
            whole = now is not None and new in (None, now.written, f"<{now.written}>", f"&lt;{now.written}&gt;")
            return now is not None and whole and _equal(now.url, address) and _facts(now) == _facts(citation)
        now = found.pop(at, None)
        if now is None or now.url != citation.url or _facts(now) != _facts(citation):
            return False
        if way.reads is Reads.FIELD:
            return _equal(now.archive_url or "", address)
        (edit,) = way.edits
        beside = _take(found, self._shift.after(edit.start) - len(edit.new), len(edit.new))
        return beside is not None and _equal(beside.url, address)


def _equal(read: str, meant: str) -> bool:
    """Whether two addresses are the same, with what some formats need encoded (RFC 3986, 2.2) or without."""
    return read == meant or _encoded(read) == _encoded(meant)


def _encoded(address: str) -> str:
    return address.replace("[", "%5B").replace("]", "%5D").replace("'", "%27")


def _take(found: dict[int, Citation], start: int, reach: int) -> Citation | None:
    """Take the first citation out that begins in a stretch of text."""
    at = next((at for at in range(start, start + reach) if at in found), None)
    return None if at is None else found.pop(at)


def _facts(one: Citation) -> tuple[object, ...]:
    until = (one.ignored.until,) if one.ignored else None
    return one.note, one.title, one.authors, one.published, one.accessed, one.doi, until


def _leaning(reading: Reading) -> Iterator[tuple[str | None, str | None]]:
    """What short-form notes lean on."""
    return ((one.note, one.resolves_to) for one in reading.citations if not one.written)
