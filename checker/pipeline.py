"""The path of the data: the only module that knows the order of the stages.

documents + sources.yml → readers → inventory → schedule → fetch → evidence → verdict → archive
→ freshness → ledger → findings → report
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from msgspec.structs import replace

from checker import cited, comparing, readers
from checker.archive.aim import aim_of
from checker.archive.wayback import Wayback
from checker.asking import Means, ask, follow, probe
from checker.assemble import RunFacts, files_read, report, stamp
from checker.canaries import believable
from checker.changes import added
from checker.config import Config, NetworkSettings
from checker.copies import ended_line, kept, kept_cited, look_up, open_cited, wants_copy
from checker.document_date import dated
from checker.fetch.client import Fetcher
from checker.findings import findings
from checker.freshness import judge_all
from checker.inventory import Inventory, build, matching, select
from checker.judgement import Circumstances, Judged, arrived, judge
from checker.ledger import Ledger
from checker.memory import Memory, RunState
from checker.model import ArchiveAnswer, Document
from checker.network import conclusive, fine_hosts
from checker.observation import Exchange
from checker.pdf.reading import PdfReader
from checker.placeholders import Network
from checker.quoted import WantedFigures
from checker.readers.reading import Reading
from checker.recording import Recorder
from checker.rejoining import Rejoined
from checker.report import Report
from checker.resuming import resumable, scope
from checker.reuse import Recall
from checker.settings import Settings as Settings
from checker.settings import World as World
from checker.shards import part

CLOCK_BACK = "The ledger knows of runs that lie ahead, until {until}; they do not count. Is the clock right?"
NETWORK_DOWN = "The network could not be reached, so nothing is said about the sources."
_AHEAD = timedelta(minutes=10)
"""Clocks differ a little; what lies further ahead was recorded under another clock."""


def take_stock(
    config: Config, documents: Sequence[Document], today: date, *, full: bool, allow: Sequence[Network] = ()
) -> Inventory:
    """Read the documents and join them with sources.yml: what would be checked. No network."""
    return build(config, [_read(document) for document in documents], today, full=full, allow=allow)


def holds_nothing(config: Config, documents: Sequence[Document], *, full: bool) -> bool:
    """Whether there is nothing to judge: documents without an address or a figure, and none declared that counts."""
    readings = map(_read, documents)
    declared = full and (config.sources or config.figures)
    return not declared and not any(one.citations or one.figures or one.skips for one in readings)


@lru_cache(maxsize=1024)
def _read(document: Document) -> Reading:
    """What a document holds; read once, however often a run looks at it."""
    return dated(readers.read(document), document)


async def check(
    config: Config,
    documents: Sequence[Document],
    settings: Settings,
    world: World,
    ledger: Ledger,
    publish: Callable[[Report], None] = lambda report: None,
) -> Report:
    """Run every stage once and return the report; writes the ledger, but no other file.

    Cancelling it ends the asking early: what was learnt is kept and reported as interrupted. A run that
    was killed within the last hour is continued. ``publish`` gets the report before the run counts as
    ended, so that a kill in between costs nothing.

    Raises:
        LedgerError: the ledger cannot be used.
    """
    try:
        return await _checked(config, documents, settings, world, ledger, publish)
    finally:
        ledger.close()


async def _checked(
    config: Config,
    documents: Sequence[Document],
    settings: Settings,
    world: World,
    ledger: Ledger,
    publish: Callable[[Report], None],
) -> Report:
    memory = ledger.look()
    if not settings.offline:
        ledger.check_writable()
    inventory = _inventory(config, documents, settings)
    wanted = _scope(config, documents, settings)
    run = _Run(settings, world, ledger, memory, inventory, config.network, wanted)
    result = await _reported(run, inventory, config, documents)
    run.remember(lambda: publish(result))
    return result


def _inventory(config: Config, documents: Sequence[Document], settings: Settings) -> Inventory:
    everything = settings.full or settings.before is not None
    inventory = take_stock(config, documents, settings.today, full=everything, allow=settings.allow)
    inventory = added(inventory, settings.before) if settings.before else inventory
    inventory = select(inventory, settings.only, matching(inventory, settings.only))
    return part(inventory, settings.shard) if settings.shard else inventory


async def _reported(run: _Run, inventory: Inventory, config: Config, documents: Sequence[Document]) -> Report:
    """Judge everything and put it into a report; all that led to it can be forgotten then."""
    settings = run.settings
    judged = await run.judged()
    figures = judge_all(inventory.figures, settings.today, config.defaults)
    facts = RunFacts(
        circumstances=run.circumstances,
        finished=settings.joined.finished if settings.joined else run.now(),
        today=settings.today,
        config=settings.config_name,
        browse=settings.browse,
        documents=len(documents),
        simulated=run.simulated,
        message=run.message,
        files=tuple(files_read(documents, settings.config_name, config.digest)),
    )
    found = findings(judged, figures, inventory.troubles, full=settings.full and config != Config.empty())
    return report(judged, figures, found, inventory.skips, facts, run.memory)


def _scope(config: Config, documents: Sequence[Document], settings: Settings) -> str:
    """What the run asks for and how; texts may change in between, addresses asked once are still asked."""
    names = sorted(document.name for document in documents)
    return scope(
        settings.full,
        settings.config_name,
        names,
        settings.only,
        sorted(map(str, settings.allow)),
        settings.via,
        settings.limits,
        config.network,
    )


class _Run:
    """The part of a run that talks to the world: asking, judging, looking up copies, remembering."""

    def __init__(
        self,
        settings: Settings,
        world: World,
        ledger: Ledger,
        memory: Memory,
        inventory: Inventory,
        network: NetworkSettings,
        wanted: str,
    ) -> None:
        self.settings = settings
        self.sources = inventory.sources
        self._figures = WantedFigures(inventory.figures, inventory.sources)
        self._canaries = network.canaries
        self.simulated = world.simulated
        self._accepted = {host: settings.accept for host, settings in network.hosts.items()}
        self._world = world
        self._wayback = Wayback(
            world.archive, base=world.archive_base, share=settings.archive_share, aggregator=world.aggregator
        )
        self._sketches, self._pdf = comparing.Sketches(), PdfReader()
        self._started = asyncio.get_running_loop().time()
        full = settings.full and not settings.only and settings.shard is None
        shard, tell = str(settings.shard or ""), settings.progress
        self._recorder = Recorder(ledger, settings.now, full=full, scope=wanted, shard=shard, progress=tell)
        self._means = self._outfit(network)
        resumed = None if settings.offline or settings.joined else resumable(memory, settings.now, wanted, shard)
        started = resumed.started if resumed else settings.now
        self.memory = memory.before(started, but=resumed.id if resumed else None)
        self._ahead = [run.started for run in memory.runs if run.started > max(started, settings.now) + _AHEAD]
        if resumed:
            self._recorder.resume(resumed.id, memory.unfinished.get(resumed.id, {}))
        self.circumstances = Circumstances(started, full, conclusive=True, offline=settings.offline)

    def _outfit(self, network: NetworkSettings) -> Means:
        settings, web = self.settings, self._world.web
        headers = {host: dict(one.headers) for host, one in network.hosts.items()}
        fetcher = Fetcher(web, settings.limits, headers=headers)
        if settings.compare:
            fetcher = comparing.SketchingFetcher(web, settings.limits, headers, self._sketches)
        return Means(fetcher, settings.limits, self._recorder.keep, self.now, self._figures.by_key, self._pdf)

    def now(self) -> datetime:
        """The run's clock: when it was said to start, plus what has passed since."""
        return self.settings.now + timedelta(seconds=asyncio.get_running_loop().time() - self._started)

    async def judged(self) -> list[Judged]:
        """Ask everybody, judge, and find archived copies for what failed."""
        if not self.settings.offline:
            await self._until_cancelled(self._ask())
            self.circumstances = replace(
                self.circumstances, conclusive=await self._is_conclusive(), reused=frozenset(self._recorder.reused)
            )
        copies = await self._cited()
        judged = self._judge(copies)
        answers = kept(judged, self.memory.archive, self.settings.now)
        answers |= {one.source.key: own for one in judged if (own := cited.own_copy(one.source, copies))}
        if self.circumstances.complete:
            wanted = [one for one in judged if self._wants_copy(one) and one.source.key not in answers]
            if wanted:
                keep, tell = self._figures.completing(self._recorder.keep_answer), self._recorder.tell
                await self._until_cancelled(look_up(wanted, self._wayback, keep, self.now, tell, self._look_at_copy))
                judged = judged if self.circumstances.complete else self._judge(copies)
        answers |= {key: answer for key, answer in self._recorder.answers.items() if key not in copies}
        if self.circumstances.complete and self.settings.compare:
            tell = self._recorder.tell
            await self._until_cancelled(
                comparing.open_copies(judged, answers, self._sketches, self._wayback, self.now, tell)
            )
        return [self._with_copy(one, answers.get(one.source.key)) for one in judged]

    def _with_copy(self, judged: Judged, answer: ArchiveAnswer | None) -> Judged:
        """A judgement with what the Archive said, where it was asked, and the page beside its copy."""
        told = replace(judged, archive=answer) if answer else judged
        compared = comparing.compared(told, self._sketches)
        return replace(told, compared=compared) if compared else told

    async def _look_at_copy(self, key: str, exchange: Exchange) -> None:
        """An archived copy was opened and is offered for a source: what is wanted of its body is taken now."""
        wanted = self._figures.by_key.get(key, ())
        self._figures.see_copy(key, await self._pdf.with_text(exchange, wanted))
        if self.settings.compare:
            await self._sketches.see_copy(key, exchange)

    def _wants_copy(self, judged: Judged) -> bool:
        if wants_copy(judged, self.settings.lookup):
            return True
        compares = self.settings.compare and self.settings.lookup != "never"
        return compares and comparing.is_comparable(judged, self._sketches)

    async def _cited(self) -> cited.Copies:
        """Open the archived copies that are cited, and note with each page what became of them."""
        copies, recorder = kept_cited(self.sources, self.memory.archive, self.settings.now), self._recorder
        if self.circumstances.complete and self.settings.lookup != "never":

            def keep(key: str, copy: str, answer: ArchiveAnswer) -> None:
                recorder.keep_answer(copy, self._figures.completed(key, answer))

            look = self._look_at_copy
            opening = open_cited(self.sources, self._wayback, copies, keep, self.now, recorder.tell, look)
            await self._until_cancelled(opening)
            copies |= recorder.answers
        recorder.keep(cited.marks(self.sources, recorder.seen, copies))
        return copies

    @property
    def message(self) -> str:
        """What the report says of the run as a whole."""
        ahead = CLOCK_BACK.format(until=stamp(max(self._ahead))) if self._ahead else ""
        ended = ended_line(self._wayback.ended, self._recorder.answers)
        return " ".join(filter(None, (ahead, ended if self.circumstances.conclusive else NETWORK_DOWN)))

    def _judge(self, copies: cited.Copies) -> list[Judged]:
        judged = judge(self.sources, self._recorder.seen, self.memory, self.circumstances, self._accepted)
        return [replace(one, aim=aim_of(one.source), copies=copies) for one in judged]

    async def _until_cancelled(self, work: Coroutine[Any, Any, None]) -> None:
        """Do the work; a cancellation (Ctrl-C) ends it early and marks the run as interrupted."""
        try:
            await work
        except asyncio.CancelledError:
            task = asyncio.current_task()
            if task is not None:
                task.uncancel()
            self.circumstances = replace(self.circumstances, interrupted=True)

    def _take(self, joined: Rejoined) -> None:
        """Take over what the shards of this run saw, instead of asking; what none of them saw is missing."""
        self._recorder.keep(joined.seen)
        self._recorder.keep(arrived(self.sources, self._recorder.seen))
        whole = joined.whole and all(one.settled or one.key in joined.seen for one in self.sources)
        self.circumstances = replace(self.circumstances, interrupted=not whole)

    async def _ask(self) -> None:
        if self.settings.joined:
            return self._take(self.settings.joined)
        recorder, means, recall = self._recorder, self._means, Recall(self.memory)
        if self.settings.max_age and not self.settings.compare:
            left = [source for source in self.sources if source.key not in recorder.seen]
            fresh = recall.fresh(left, self.now(), self.settings.max_age, self._accepted, means.figures)
            recorder.reuse(fresh)
        open_ = [source for source in self.sources if source.key not in recorder.seen]
        await ask(open_, means, recorder.tell, Recall() if self.settings.compare else recall)
        await follow(dict(recorder.seen), means)
        recorder.keep(arrived(self.sources, recorder.seen))
        return await probe(dict(recorder.seen), means)

    async def _is_conclusive(self) -> bool:
        seen, settings = self._recorder.asked, self.settings
        if self.circumstances.interrupted or settings.joined:
            answered = bool(settings.joined and settings.joined.archive_answered)
            fine = fine_hosts(self.memory, dict(seen))
            return conclusive(seen, archive_answered=answered, fine_last_time=fine)
        wayback = None if settings.lookup == "never" else self._wayback
        return await believable(seen, self.memory, self._canaries, self._means.fetcher, settings.limits, wayback)

    def remember(self, publish: Callable[[], None]) -> None:
        """Make what was learnt safe, publish, and only then let the run count as ended."""
        run = self.circumstances
        if run.offline:
            return publish()
        part_of_it = self.settings.shard is not None  # kept as it is, until all parts can be judged together
        self._recorder.save(network=run.conclusive or part_of_it)
        self._recorder.forget()
        publish()
        state = RunState.COMPLETE if run.conclusive else RunState.INCONCLUSIVE
        return self._recorder.close(self.now(), RunState.INTERRUPTED if run.interrupted or part_of_it else state)
