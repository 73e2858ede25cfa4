"""The path of the data: the only module that knows the order of the stages.

documents + sources.yml → readers → inventory → schedule → fetch → evidence → verdict → archive
→ freshness → ledger → findings → report
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any, Literal

from checker import readers, siblings, urls
from checker.archive.aim import aim_of
from checker.archive.wayback import Wayback
from checker.assemble import RunFacts, report
from checker.config import Config, HostSettings, glob_match
from checker.evidence import observe
from checker.fetch.client import Fetcher
from checker.fetch.limits import Limits
from checker.fetch.run import fetch_all
from checker.fetch.transport import Transport
from checker.findings import findings
from checker.freshness import judge_all
from checker.inventory import Inventory, build, select
from checker.judgement import Circumstances, Judged, judge
from checker.ledger import Ledger
from checker.memory import Memory, RunState
from checker.model import ArchiveAnswer, ArchiveState, Document, Source
from checker.network import conclusive
from checker.observation import Observation, Target
from checker.placeholders import Network
from checker.progress import Standing
from checker.reasons import VerdictKind
from checker.report import Report
from checker.schedule import keys_by_url, plan, targets

Lookup = Literal["failing", "all", "never"]
Progress = Callable[[Standing], None]
_FAILING = (VerdictKind.DEAD, VerdictKind.BROKEN, VerdictKind.UNREACHABLE, VerdictKind.BLOCKED)
_COMMIT_EVERY = 64
NETWORK_DOWN = "The network could not be reached, so nothing is said about the sources."


def _silent(standing: Standing) -> None:
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
    allow: tuple[Network, ...] = ()
    config_name: str | None = None
    progress: Progress = _silent


def take_stock(
    config: Config, documents: Sequence[Document], today: date, *, full: bool, allow: Sequence[Network] = ()
) -> Inventory:
    """Read the documents and join them with sources.yml: what would be checked. No network."""
    return build(config, [readers.read(document) for document in documents], today, full=full, allow=allow)


async def check(
    config: Config, documents: Sequence[Document], settings: Settings, world: World, ledger: Ledger
) -> Report:
    """Run every stage once and return the report; writes the ledger, but no other file.

    Cancelling it ends the asking early: what was learnt is kept and reported as interrupted.

    Raises:
        LedgerError: the ledger cannot be used.
    """
    memory = ledger.read()
    inventory = take_stock(config, documents, settings.today, full=settings.full, allow=settings.allow)
    inventory = select(inventory, settings.only, _selection(inventory, settings.only))
    run = _Run(settings, world, ledger, memory, inventory.sources, config.network.hosts)
    judged = await run.judged()
    figures = judge_all(inventory.figures, settings.today, config.defaults)
    facts = RunFacts(
        circumstances=run.circumstances,
        finished=run.now,
        today=settings.today,
        config=settings.config_name,
        documents=len(documents),
        simulated=world.simulated,
        message="" if run.circumstances.conclusive else NETWORK_DOWN,
    )
    found = findings(judged, figures, inventory.troubles, full=settings.full)
    return report(judged, figures, found, inventory.skips, facts, memory)


def _selection(inventory: Inventory, only: Sequence[str]) -> Mapping[str, bool]:
    return {
        source.id: any(
            wanted == source.id or glob_match(wanted, source.url) or glob_match(wanted, source.key) for wanted in only
        )
        for source in inventory.sources
    }


class _Run:
    """The part of a run that talks to the world: asking, judging, looking up copies, remembering."""

    def __init__(
        self,
        settings: Settings,
        world: World,
        ledger: Ledger,
        memory: Memory,
        sources: Sequence[Source],
        hosts: Mapping[str, HostSettings],
    ) -> None:
        self.settings = settings
        self.sources = sources
        self._hosts = hosts
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
        accepted = {host: settings.accept for host, settings in self._hosts.items()}
        judged = [
            replace(one, aim=aim_of(one.source))
            for one in judge(self.sources, self._seen, self._memory, self.circumstances, accepted)
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
        headers = {host: dict(settings.headers) for host, settings in self._hosts.items()}
        fetcher = Fetcher(self._world.web, self.settings.limits, headers=headers)
        queues = plan(wanted)
        hosts = {queue.host: (0, len(queue.targets)) for queue in queues}
        self.settings.progress(Standing("checking", 0, len(wanted), hosts))
        results = fetch_all(queues, fetcher, self.settings.limits)
        done = 0
        by_url = keys_by_url(self.sources)
        async with aclosing(results):
            async for target, exchange in results:
                done += 1
                seen = observe(exchange, self.now, target.fragments)
                self._keep({key: seen[urls.fragment(key)] for key in by_url[target.url]})
                host = urls.host_of(target.url)
                hosts[host] = (hosts[host][0] + 1, hosts[host][1])
                self.settings.progress(Standing("checking", done, len(wanted), hosts))
        await self._probe(fetcher)

    async def _probe(self, fetcher: Fetcher) -> None:
        """Ask for a made-up neighbour of each page that only says that it is not there."""
        doubtful: dict[str, list[str]] = {}
        for key, observation in self._seen.items():
            beside = siblings.sibling(observation.final_url) if siblings.is_doubtful(observation) else None
            if beside is not None:
                doubtful.setdefault(beside, []).append(key)
        queues = plan(Target(beside) for beside in doubtful)
        async with aclosing(fetch_all(queues, fetcher, self.settings.limits)) as results:
            async for target, exchange in results:
                other = observe(exchange, self.now)[""]
                self._keep({key: siblings.compared(self._seen[key], other) for key in doubtful[target.url]})

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
        fine = self._memory.fine_hosts
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
        self.settings.progress(Standing("looking for archived copies", 0, len(wanted)))

        async def one(judged: Judged) -> None:
            nonlocal done
            answer = await self._wayback.look_up(judged.source.url, judged.aim, at=self.now)
            answers[judged.source.key] = answer
            done += 1
            self.settings.progress(Standing("looking for archived copies", done, len(wanted)))

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


def _keeps(answer: ArchiveAnswer) -> bool:
    """A found capture is kept; everything else is asked again."""
    return answer.state is ArchiveState.FOUND
