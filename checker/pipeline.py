"""The path of the data: the only module that knows the order of the stages.

documents + sources.yml → readers → inventory → schedule → fetch → evidence → verdict → archive
→ freshness → ledger → findings → report
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any, Literal

from checker import readers, urls
from checker.archive.aim import aim
from checker.archive.wayback import Wayback
from checker.assemble import JudgedFigure, RunFacts, report
from checker.config import Config, glob_match
from checker.evidence import observe
from checker.fetch.client import Fetcher
from checker.fetch.limits import Limits
from checker.fetch.run import fetch_all
from checker.fetch.transport import Transport
from checker.findings import findings
from checker.freshness import Edition, documents_of, judge as judge_age
from checker.inventory import Inventory, build, select
from checker.judgement import Circumstances, Judged, judge
from checker.ledger import Ledger
from checker.memory import Memory, RunState
from checker.model import Aim, ArchiveAnswer, ArchiveState, Document, Figure, Source
from checker.network import conclusive
from checker.observation import Observation, Target
from checker.reasons import VerdictKind
from checker.report import Report
from checker.schedule import plan

Lookup = Literal["failing", "all", "never"]
Progress = Callable[[str, int, int], None]
_FAILING = (VerdictKind.DEAD, VerdictKind.BROKEN, VerdictKind.UNREACHABLE, VerdictKind.BLOCKED)
_COMMIT_EVERY = 64
NETWORK_DOWN = "The network could not be reached, so nothing is said about the sources."


def _silent(stage: str, done: int, total: int) -> None:
    """Report no progress."""


@dataclass(frozen=True, slots=True)
class World:
    """What lies outside: the live web and the Archive, each behind one transport.

    ``archive_base`` is one address that stands in for the Archive's own, see ``--wayback``.
    """

    web: Transport
    archive: Transport
    archive_base: str | None = None
    simulated: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """How one run is to go. ``now`` is its clock, ``today`` the day figures are judged on."""

    now: datetime
    today: date
    full: bool
    limits: Limits = field(default_factory=Limits)
    offline: bool = False
    lookup: Lookup = "failing"
    only: tuple[str, ...] = ()
    config_name: str | None = None
    progress: Progress = _silent


def take_stock(config: Config, documents: Sequence[Document], today: date, *, full: bool) -> Inventory:
    """Read the documents and join them with sources.yml: what would be checked. No network."""
    return build(config, [readers.read(document) for document in documents], today, full=full)


async def check(
    config: Config, documents: Sequence[Document], settings: Settings, world: World, ledger: Ledger
) -> Report:
    """Run every stage once and return the report; writes the ledger, but no other file.

    Cancelling it ends the asking early: what was learnt is kept and reported as interrupted.

    Raises:
        LedgerError: the ledger cannot be used.
    """
    memory = ledger.read()
    inventory = take_stock(config, documents, settings.today, full=settings.full)
    inventory = select(inventory, settings.only, _selection(inventory, settings.only))
    run = _Run(settings, world, ledger, memory, inventory)
    judged = await run.judged()
    return _report(config, documents, settings, world, memory, inventory, judged, run)


def _selection(inventory: Inventory, only: Sequence[str]) -> Mapping[str, bool]:
    return {
        source.id: any(
            wanted == source.id or glob_match(wanted, source.url) or glob_match(wanted, source.key)
            for wanted in only
        )
        for source in inventory.sources
    }


class _Run:
    """The part of a run that talks to the world: asking, judging, looking up copies, remembering."""

    def __init__(
        self, settings: Settings, world: World, ledger: Ledger, memory: Memory, inventory: Inventory
    ) -> None:
        self.settings = settings
        self.sources = inventory.sources
        self._ledger = ledger
        self._memory = memory
        self._world = world
        self._wayback = Wayback(world.archive, base=world.archive_base)
        self._seen: dict[str, Observation] = {}
        self._unsaved: dict[str, Observation] = {}
        self._started = asyncio.get_running_loop().time()
        self.circumstances = Circumstances(
            settings.now, settings.full and not settings.only, conclusive=True, offline=settings.offline
        )

    @property
    def now(self) -> datetime:
        """The run's clock: when it was said to start, plus what has passed since."""
        return self.settings.now + timedelta(seconds=asyncio.get_running_loop().time() - self._started)

    async def judged(self) -> list[Judged]:
        """Ask everybody, judge, and find archived copies for what failed."""
        if not self.settings.offline:
            await self._until_cancelled(self._ask())
            known = await self._is_conclusive()
            self.circumstances = replace(self.circumstances, conclusive=known)
        judged = [
            replace(one, aim=_aim(one.source))
            for one in judge(self.sources, self._seen, self._memory, self.circumstances)
        ]
        answers = {key: answer for key, answer in self._memory.archive.items() if _keeps(answer)}
        wanted = [one for one in judged if self._wants_copy(one) and one.source.key not in answers]
        if wanted and not self.circumstances.interrupted:
            await self._until_cancelled(self._look_up(wanted, answers))
        self._remember(answers)
        return [replace(one, archive=answers.get(one.source.key, one.archive)) for one in judged]

    async def _until_cancelled(self, work: Coroutine[Any, Any, None]) -> None:
        """Do the work; a cancellation (Ctrl-C) ends it early and marks the run as interrupted."""
        try:
            await work
        except asyncio.CancelledError:
            task = asyncio.current_task()
            if task is not None:
                task.uncancel()
            self.circumstances = replace(self.circumstances, interrupted=True)

    async def _ask(self) -> None:
        wanted = targets(self.sources)
        fetcher = Fetcher(self._world.web, self.settings.limits)
        self.settings.progress("checking", 0, len(wanted))
        results = fetch_all(plan(wanted), fetcher, self.settings.limits)
        done = 0
        by_url = _keys_by_url(self.sources)
        async with aclosing(results):
            async for target, exchange in results:
                done += 1
                seen = observe(exchange, self.now, target.fragments)
                self._keep({key: seen[urls.fragment(key)] for key in by_url[target.url]})
                self.settings.progress("checking", done, len(wanted))

    def _keep(self, seen: Mapping[str, Observation]) -> None:
        """Remember observations; on disk only once the network is known to be there."""
        self._seen |= seen
        self._unsaved |= seen
        answered = any(observation.answered for observation in seen.values())
        if answered and not self._ledger.begun:
            self._ledger.begin(self.settings.now, full=self.circumstances.full)
        if self._ledger.begun and len(self._unsaved) >= _COMMIT_EVERY:
            self._save()

    def _save(self) -> None:
        self._ledger.record(self._unsaved)
        self._unsaved = {}

    async def _is_conclusive(self) -> bool:
        seen = list(self._seen.items())
        fine = _fine_hosts(self._memory)
        if conclusive(seen, fine_last_time=fine):
            return True
        if self.settings.lookup == "never" or self.circumstances.interrupted:
            return False
        await self._wayback.reachable()
        return conclusive(seen, archive_answered=self._wayback.answered, fine_last_time=fine)

    def _wants_copy(self, judged: Judged) -> bool:
        if self.settings.lookup == "never" or self.settings.offline or not self.circumstances.conclusive:
            return False
        if judged.observation is None:
            return False
        return self.settings.lookup == "all" or judged.verdict.kind in _FAILING

    async def _look_up(self, wanted: Sequence[Judged], answers: dict[str, ArchiveAnswer]) -> None:
        done = 0
        self.settings.progress("archive", 0, len(wanted))

        async def one(judged: Judged) -> None:
            nonlocal done
            answer = await self._wayback.look_up(judged.source.url, judged.aim, at=self.now)
            answers[judged.source.key] = answer
            done += 1
            self.settings.progress("archive", done, len(wanted))

        async with asyncio.TaskGroup() as group:
            for judged in {judged.source.key: judged for judged in wanted}.values():
                group.create_task(one(judged))

    def _remember(self, answers: Mapping[str, ArchiveAnswer]) -> None:
        """Close the run's record. Where the network was down there is none, and none is made."""
        circumstances = self.circumstances
        if circumstances.offline or not (self._seen and (circumstances.conclusive or self._ledger.begun)):
            return
        if not self._ledger.begun:
            self._ledger.begin(self.settings.now, full=circumstances.full)
        self._save()
        self._ledger.record_archive({k: a for k, a in answers.items() if _keeps(a)})
        state = RunState.COMPLETE if circumstances.conclusive else RunState.INCONCLUSIVE
        self._ledger.end(self.now, RunState.INTERRUPTED if circumstances.interrupted else state)


def targets(sources: Iterable[Source]) -> list[Target]:
    """One request for each address without fragment, in the order of the sources."""
    fragments: dict[str, dict[str, None]] = {}
    for source in sources:
        if source.settled is None:
            names = fragments.setdefault(urls.without_fragment(source.key), {})
            if urls.fragment(source.key):
                names[urls.fragment(source.key)] = None
    return [Target(url, tuple(names)) for url, names in fragments.items()]


def _keys_by_url(sources: Iterable[Source]) -> Mapping[str, set[str]]:
    keys: dict[str, set[str]] = {}
    for source in sources:
        keys.setdefault(urls.without_fragment(source.key), set()).add(source.key)
    return keys


def _fine_hosts(memory: Memory) -> set[str]:
    """Hosts that answered well in the last complete run: the canaries."""
    last = memory.last_complete
    if last is None:
        return set()
    return {
        urls.host_of(key)
        for key, runs in memory.seen.items()
        if last.id in runs and runs[last.id].status is not None and runs[last.id].failure is None
    }


def _aim(source: Source) -> Aim | None:
    """The day to look for: the declared one, else the latest a document gives."""
    declared = source.declared
    accessed = declared.accessed if declared else None
    if accessed is None:
        days = [citation.accessed for citation in source.citations if citation.accessed]
        accessed = max(days, key=lambda day: day.last, default=None)
    published = declared.published if declared else None
    if published is None:
        issues = [citation.published for citation in source.citations if citation.published]
        published = min(issues, key=lambda day: day.first, default=None)
    return aim(accessed, published)


def _keeps(answer: ArchiveAnswer) -> bool:
    """A found capture is kept; everything else is asked again."""
    return answer.state is ArchiveState.FOUND


def judge_figures(figures: Sequence[Figure], config: Config, today: date) -> list[JudgedFigure]:
    """Judge the age of every figure, each among the editions of its series."""
    series: dict[str, list[Edition]] = {}
    for figure in figures:
        name = figure.declared.series if figure.declared else None
        if name and figure.as_of:
            series.setdefault(name, []).append(Edition(figure.id, figure.as_of, documents_of(figure)))
    return [
        JudgedFigure(
            figure,
            judge_age(
                figure,
                today,
                config.defaults,
                series.get(figure.declared.series or "", ()) if figure.declared else (),
            ),
        )
        for figure in figures
    ]


def _report(
    config: Config,
    documents: Sequence[Document],
    settings: Settings,
    world: World,
    memory: Memory,
    inventory: Inventory,
    judged: Sequence[Judged],
    run: _Run,
) -> Report:
    figures = judge_figures(inventory.figures, config, settings.today)
    facts = RunFacts(
        circumstances=run.circumstances,
        finished=run.now,
        today=settings.today,
        config=settings.config_name,
        documents=len(documents),
        simulated=world.simulated,
        message="" if run.circumstances.conclusive else NETWORK_DOWN,
    )
    found = findings(judged, figures, full=settings.full)
    return report(judged, figures, found, inventory.skips, facts, memory)
