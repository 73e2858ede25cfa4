"""From observations and memory to one verdict a source. Pure; ``now`` is an argument.

Earlier observations are judged anew by today's rules, so that a better rule improves history too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime

from msgspec import Struct, field
from msgspec.structs import replace

from checker import byhand, urls
from checker.cited import Copies, weighed
from checker.drift import Compared
from checker.memory import Memory, RunRecord, RunState
from checker.model import (
    Aim,
    ArchiveAnswer,
    ArchiveState,
    Certainty,
    Conclusion,
    Source,
    Verdict,
)
from checker.observation import Observation
from checker.past import HISTORY_SHOWN, Outcomes, Past, Pasts, Timeline
from checker.reasons import TRIVIAL_MOVES, Reason, VerdictKind
from checker.rules import collapse
from checker.strikes import PastRun, Streak, certainty
from checker.succession import page, predecessors
from checker.titles import cited_title
from checker.verdict import conclude

NOT_LOOKED_UP = ArchiveAnswer(ArchiveState.NOT_LOOKED_UP)


class Judged(Struct, frozen=True):
    """One source with all that is concluded about it.

    ``observation`` is the one the verdict rests on (of an earlier run where this one brought none);
    ``history`` holds the verdicts of the runs that count, this one included, oldest first; ``copies`` what
    became of the archived copies that its citations lead to; ``compared`` the page beside its copy.
    """

    source: Source
    verdict: Verdict
    observation: Observation | None = None
    streak: Streak = field(default_factory=Streak)
    history: tuple[PastRun, ...] = ()
    aim: Aim | None = None
    archive: ArchiveAnswer = NOT_LOOKED_UP
    copies: Copies = field(default_factory=dict)
    compared: Compared | None = None
    new: bool = False
    fixed: bool = False


class Circumstances(Struct, frozen=True):
    """What is known of the present run: its clock, whether it is full, whether its failures count.

    ``reused`` names the source keys whose result is a fresh one of an earlier run; they are no strikes.
    """

    now: datetime
    full: bool
    conclusive: bool
    interrupted: bool = False
    offline: bool = False
    reused: Collection[str] = ()

    @property
    def complete(self) -> bool:
        """Whether the run asked all it meant to ask and can be believed."""
        return self.conclusive and not self.interrupted and not self.offline

    @property
    def counts(self) -> bool:
        """Whether the run counts strikes and moves ``new`` and ``fixed``."""
        return self.complete and self.full


def judge(
    sources: Iterable[Source],
    seen: Mapping[str, Observation],
    memory: Memory,
    run: Circumstances,
    accepted: Mapping[str, Collection[int]] | None = None,
) -> list[Judged]:
    """Judge every source.

    Args:
        sources: what to judge.
        seen: this run's observations, by source key.
        memory: the earlier ones.
        run: what is known of this run.
        accepted: error statuses that are fine, by host.
    """
    sources = list(sources)
    rules = _Rules(accepted or {}, collapsing(sources, seen))
    runs = {record.id: record for record in memory.runs if record.state is not RunState.INCONCLUSIVE}
    previous = memory.last_complete
    pasts, outcomes = Pasts(runs, previous), Outcomes(run.now)
    judged = []
    memory.expect((source.key for source in sources), whole=True)
    for source in sources:
        observation = seen.get(source.key)
        now = _present(source, observation, run, rules)
        past = _past(source, memory, pasts, rules, observation, now)
        one = _by_hand(_judge_one(source, observation, now, past, run, rules, outcomes), run.now.date())
        judged.append(_compare(one, past, previous) if run.counts and previous else one)
    return _succeeding(judged, memory, pasts, rules) if run.counts and previous else judged


def _present(source: Source, observation: Observation | None, run: Circumstances, rules: _Rules) -> Conclusion | None:
    """What is concluded of this run's observation; None where nothing is."""
    if observation is None or source.settled is not None or run.offline or not run.conclusive:
        return None
    return rules.conclude(source, observation, past=False)


def _past(
    source: Source,
    memory: Memory,
    pasts: Pasts,
    rules: _Rules,
    observation: Observation | None = None,
    now: Conclusion | None = None,
) -> Past:
    """What is concluded today of the earlier runs; what they and this one saw alike is judged once."""
    # What was redirected is judged by who else was sent there, which differs from run to run.
    alike = now is not None and observation is not None and not any(hop.location for hop in observation.hops)

    def conclude_(facts: Observation) -> Conclusion:
        return now if now and alike and facts is observation else rules.conclude(source, facts, past=True)

    return pasts.past(memory.history(source.key, observation), conclude_)


def _succeeding(judged: Sequence[Judged], memory: Memory, pasts: Pasts, rules: _Rules) -> list[Judged]:
    """What is cited for the first time where another source had moved to is that one, fixed."""
    fine = [one for one in judged if len(one.history) == 1 and not is_trouble(one.verdict.reason)]
    former = predecessors(memory.seen, {one.source.key for one in judged}) if fine else {}
    fixed = set()
    for one in fine:
        key = former.get(page(one.source.key))
        if key is not None:
            old = replace(one.source, url=key, key=key)
            before = _past(old, memory, pasts, rules).timeline.before
            if before is not None and is_trouble(before):
                fixed.add(one.source.id)
    return [replace(one, fixed=True) if one.source.id in fixed else one for one in judged]


def _by_hand(judged: Judged, today: date) -> Judged:
    """The judgement with a person's verdict in the place of ours, while that holds."""
    declared = judged.source.declared
    word = declared.confirmed if declared else None
    ours = judged.verdict
    if word is None or judged.observation is None or not byhand.holds(word, ours.reason, today):
        return judged
    reason = ours.reason if ours.kind is VerdictKind.DEAD else Reason.DEAD_BY_HAND
    evidence = byhand.told(word, ours.evidence)
    verdict = Verdict(reason if word.dead else Reason.CONFIRMED_BY_HAND, Certainty.CONFIRMED, evidence, ours.warnings)
    return replace(judged, verdict=verdict)


def collapsing(sources: Iterable[Source], seen: Mapping[str, Observation]) -> Mapping[str, int]:
    """How many different things were redirected to each final address."""
    origins: defaultdict[str, dict[str, str | None]] = defaultdict(dict)
    for source in sources:
        observation = seen.get(source.key)
        if observation is not None and len(observation.hops) > 1:
            asked = urls.without_fragment(source.key)
            if observation.final_url != asked:
                origins[observation.final_url].setdefault(asked, cited_title(source))
    return {final: collapse.different(list(asked.items())) for final, asked in origins.items()}


def arrived(sources: Iterable[Source], seen: Mapping[str, Observation]) -> dict[str, Observation]:
    """The observations that others of the same run bear on, with the number of those that arrived there too.

    Later runs judge them by it, since they cannot know who else was sent where.
    """
    many = {final: count for final, count in collapsing(sources, seen).items() if count >= collapse.MANY}
    return {
        key: replace(observation, arrivals=many[observation.final_url])
        for key, observation in seen.items()
        if observation.final_url in many
        and len(observation.hops) > 1
        and observation.arrivals != many[observation.final_url]
    }


class _Rules(Struct, frozen=True):
    """What conclusions depend on besides the observation: settings by host, and the run's redirects."""

    accepted: Mapping[str, Collection[int]]
    collapsed: Mapping[str, int]

    def conclude(self, source: Source, observation: Observation, *, past: bool, network_up: bool = True) -> Conclusion:
        conclusion = conclude(
            source.url,
            observation,
            network_up=network_up,
            collapsed={observation.final_url: observation.arrivals} if past else self.collapsed,
            cited_title=cited_title(source),
            accepted=self.accepted.get(urls.host_of(source.url), ()),
        )
        return weighed(conclusion, observation)


def _judge_one(
    source: Source,
    observation: Observation | None,
    now: Conclusion | None,
    past: Past,
    run: Circumstances,
    rules: _Rules,
    outcomes: Outcomes,
) -> Judged:
    timeline = past.timeline
    if source.settled is not None:
        return _settled(source, Conclusion(source.settled, source.settled_why), timeline)
    if run.offline:
        return _settled(source, Conclusion(Reason.OFFLINE, "not asked: the run was made offline"), timeline)
    if observation is None or not run.conclusive:
        if timeline.runs:
            return _last_known(source, past)
        if observation is None:
            return _settled(source, Conclusion(Reason.BUDGET, "the run ended before its turn came"), timeline)
    conclusion = now or rules.conclude(source, observation, past=False, network_up=run.conclusive)
    reused = source.key in run.reused
    full = run.counts and not reused
    if not run.conclusive:
        sure = certainty(conclusion, run.now, timeline.runs, this_run_full=full)
        return Judged(source, _verdict(conclusion, sure), observation, timeline.streak)
    one = outcomes.of(timeline, conclusion, observation.at if reused else run.now, full=full)
    return Judged(source, _verdict(conclusion, one.certainty), observation, one.streak, one.history)


def _settled(source: Source, conclusion: Conclusion, past: Timeline) -> Judged:
    return Judged(source, _verdict(conclusion, Certainty.CONFIRMED), None, past.streak, past.runs[-HISTORY_SHOWN:])


def _last_known(source: Source, past: Past) -> Judged:
    """What the last run that counts said, as it said it then."""
    last, conclusion = past.last
    runs = past.timeline.runs
    sure = certainty(conclusion, runs[-1].at, runs[:-1], this_run_full=runs[-1].full)
    verdict = _verdict(conclusion, sure)
    return Judged(source, verdict, last.observation, past.timeline.streak, runs[-HISTORY_SHOWN:])


def _verdict(conclusion: Conclusion, sure: Certainty) -> Verdict:
    return Verdict(conclusion.reason, sure, conclusion.evidence, conclusion.warnings)


def _compare(judged: Judged, past: Past, previous: RunRecord) -> Judged:
    before = past.timeline.before
    now = judged.verdict.reason
    was_trouble = before is not None and is_trouble(before)
    new = is_trouble(now) and (before is None or not was_trouble or before.kind is not now.kind)
    if now is Reason.DEAD_BY_HAND:
        word = judged.source.declared.confirmed if judged.source.declared else None
        new = word is not None and word.on is not None and word.on >= previous.started.date()
    fixed = was_trouble and not is_trouble(now) and now.kind is not VerdictKind.SKIPPED
    return replace(judged, new=new, fixed=fixed) if new or fixed else judged


def is_trouble(reason: Reason) -> bool:
    """Whether a reason asks anything of anybody: not fine, not skipped, not moved in a trivial way."""
    return reason.kind not in (VerdictKind.OK, VerdictKind.SKIPPED) and reason not in TRIVIAL_MOVES
