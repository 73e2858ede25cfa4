"""What of earlier runs can be used again: fresh results, and pages of which a server says "not modified". Pure.

Fresh results fall due one by one, each source on a day of its own, so that not everybody is asked on the same
day; what was in trouble falls due much sooner.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from hashlib import sha256

import msgspec

from checker import urls
from checker.conditional import Validators, validators
from checker.figures.on_page import Wanted, name_of
from checker.memory import Memory, Sighting
from checker.model import Source
from checker.observation import Observation
from checker.reasons import VerdictKind
from checker.sightings import Histories
from checker.titles import cited_title
from checker.verdict import conclude

SOONER = 8
"""What was in trouble is due in this part of the time: a day or so, where fine pages have a week."""
NOTHING = Memory()
_WELL = (VerdictKind.OK, VerdictKind.MOVED)


class Recall:
    """What was last seen of each source before the present run."""

    def __init__(self, memory: Memory = NOTHING) -> None:
        self._memory = memory
        self._runs = {run.id for run in memory.runs}

    def expect(self, keys: Iterable[str]) -> None:
        """Say which sources will be asked for, in which order."""
        self._memory.expect(keys)

    def last(self, key: str) -> Sighting | None:
        """The last sighting of a source, if there is one."""
        seen = self._memory.seen
        if isinstance(seen, Histories):
            return seen.last(key, self._runs)
        return next((one for one in reversed(seen.get(key, ())) if one.run in self._runs), None)

    def known(self, key: str) -> Observation | None:
        """The same as a whole observation."""
        last = self.last(key)
        return last.observation if last else None

    def validators(self, key: str) -> Validators | None:
        """What the server of a source can be asked with about changes since then."""
        seen = self._memory.seen
        if isinstance(seen, Histories):
            return seen.validators(key, self._runs)
        return validators(self.known(key), urls.without_fragment(key))

    def fresh(
        self,
        sources: Iterable[Source],
        now: datetime,
        max_age: timedelta,
        accepted: Mapping[str, Collection[int]],
        figures: Mapping[str, Sequence[Wanted]],
    ) -> dict[str, Observation]:
        """The results that need not be asked for again, by source key; ``figures`` are to be known of them."""
        found = {}
        sources = list(sources)
        self._memory.expect((source.key for source in sources), whole=True)
        for source in sources:
            last = self.last(source.key) if source.settled is None else None
            fine = accepted.get(urls.host_of(source.url), ())
            if (
                last
                and fresh(source, last, now, max_age, fine)
                and has_figures(last.facts, figures.get(source.key, ()))
            ):
                found[source.key] = again(last)
        return found


def fresh(source: Source, last: Sighting, now: datetime, max_age: timedelta, accepted: Collection[int] = ()) -> bool:
    """Whether the last result of a source need not be asked for again; one of the future is none."""
    if not last.at <= now < last.at + max_age:
        return False
    facts = last.facts
    arrivals = {facts.final_url: facts.arrivals}
    found = conclude(source.url, facts, collapsed=arrivals, cited_title=cited_title(source), accepted=accepted)
    fine = found.reason.kind in _WELL and not found.suspected_at_most
    return now < last.at + (max_age * _share(source.key) if fine else max_age / SOONER)


def _share(key: str) -> float:
    """Between a half and one, always the same for a source."""
    return 0.5 + int.from_bytes(sha256(key.encode("utf-8", "surrogatepass")).digest()[:4]) / 2**33


def has_figures(known: Observation, wanted: Iterable[Wanted]) -> bool:
    """Whether these figures were looked for on a page that was read; a page that was not there has none."""
    page = known.page
    if page is None or not known.status or known.status >= 300:
        return True
    names = {one.name for one in page.figures}
    return all(name_of(one.quantity, one.page_text) in names for one in wanted)


def again(known: Sighting) -> Observation:
    """A fresh result as that of the present run, which has not asked for it."""
    return msgspec.structs.replace(known, requests=0, elapsed_ms=0).observation
