"""The stage that asks the live web: every target once, and a neighbour of each doubtful page."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Collection, Iterable, Mapping, Sequence
from contextlib import aclosing
from datetime import datetime

from msgspec import Struct, field
from msgspec.structs import replace

from checker import conditional, siblings, urls
from checker.evidence import observe
from checker.fetch.client import Fetcher
from checker.fetch.limits import Limits
from checker.fetch.run import fetch_all
from checker.figures.on_page import Wanted
from checker.model import Source
from checker.observation import Exchange, Observation, Target
from checker.pdf.reading import PdfReader
from checker.progress import Progress, Standing
from checker.reuse import Recall, has_figures
from checker.rules import onward
from checker.schedule import keys_by_url, plan, targets

Seen = Mapping[str, Observation]
Keep = Callable[[Seen], None]
Clock = Callable[[], datetime]
NOTHING = Recall()


class Means(Struct, frozen=True):
    """What it takes to ask: who asks within which limits, who keeps the observations (by source key), the clock.

    ``figures`` are looked for on the page they were quoted from, by source key; ``pdf`` reads those that are files.
    """

    fetcher: Fetcher
    limits: Limits
    keep: Keep
    clock: Clock
    figures: Mapping[str, tuple[Wanted, ...]]
    pdf: PdfReader = field(default_factory=PdfReader)

    def answers(self, targets: Iterable[Target]) -> AsyncGenerator[tuple[Target, Exchange]]:
        """Ask all of these, hosts side by side; to be closed by whoever asked."""
        return self.pdf.reading(fetch_all(plan(targets), self.fetcher))


async def ask(sources: Sequence[Source], means: Means, progress: Progress, recall: Recall = NOTHING) -> None:
    """Ask for every source that needs it.

    ``recall`` knows what was last seen of them: where the server says that nothing has changed, it stands.
    """
    by_url = keys_by_url(sources)
    asked = targets(sources, means.figures)
    recall.expect(key for target in asked for key in by_url[target.url])
    wanted = [_conditional(target, by_url[target.url], recall, means.clock()) for target in asked]
    hosts = {queue.host: (0, len(queue.targets)) for queue in plan(wanted)}
    progress(Standing("checking", 0, len(wanted), hosts))
    done = 0
    async with aclosing(means.answers(wanted)) as results:
        async for target, exchange in results:
            done += 1
            means.keep(await _seen(target, exchange, by_url[target.url], means, recall))
            host = urls.host_of(target.url)
            hosts[host] = (hosts[host][0] + 1, hosts[host][1])
            progress(Standing("checking", done, len(wanted), hosts))


def _conditional(target: Target, keys: Collection[str], recall: Recall, now: datetime) -> Target:
    asked = conditional.conditions([recall.validators(key) for key in keys], now)
    if not asked or (target.whole and not all(_has_figures(recall.known(key), target) for key in keys)):
        return target
    return replace(target, conditions=asked)


def _has_figures(known: Observation | None, target: Target) -> bool:
    return known is not None and has_figures(known, target.figures)


async def _seen(
    target: Target, exchange: Exchange, keys: Collection[str], means: Means, recall: Recall
) -> dict[str, Observation]:
    """What an answer shows of each source; one that claims "not modified" without proof is asked for the whole."""
    if conditional.confirms(exchange):
        before = {key: one for key in keys if (one := recall.known(key)) and conditional.is_plain(one, target.url)}
        if len(before) == len(keys):
            return {key: conditional.unchanged(one, exchange, means.clock()) for key, one in before.items()}
    if exchange.status == 304 and target.conditions:
        asked = exchange.requests
        exchange = await means.fetcher.fetch(replace(target, conditions=()))
        exchange = await means.pdf.with_text(exchange, target.figures)
        exchange = replace(exchange, requests=exchange.requests + asked)
    found = observe(exchange, means.clock(), target.fragments)
    return {key: found[urls.fragment(key)] for key in keys}


async def follow(seen: Seen, means: Means) -> None:
    """Go where pages without text of their own send their readers: what a browser shows is what counts.

    As far as they lead, within the bound for redirects.
    """
    for _ in range(means.limits.max_redirects):
        seen = await _one_step(seen, means)
        if not seen:
            return


async def _one_step(seen: Seen, means: Means) -> Seen:
    """What is seen one step on, of those that lead their readers on; nothing of the others."""
    leading: dict[str, list[str]] = {}
    for key, observation in seen.items():
        to = onward.next_step(key, observation) if len(observation.hops) <= means.limits.max_redirects else None
        if to is not None:
            leading.setdefault(to, []).append(key)
    wanted = [_target(to, keys, means.figures) for to, keys in leading.items()]
    reached: dict[str, Observation] = {}
    async with aclosing(means.answers(wanted)) as results:
        async for target, exchange in results:
            found = observe(exchange, means.clock(), target.fragments)
            keys = leading[target.url]
            there = {key: onward.joined(seen[key], found[urls.fragment(key)], target.url) for key in keys}
            means.keep(there)
            reached |= there
    return reached


def _target(url: str, keys: Sequence[str], figures: Mapping[str, tuple[Wanted, ...]]) -> Target:
    quoted = tuple(dict.fromkeys(figure for key in keys for figure in figures.get(key, ())))
    return Target(url, tuple(filter(None, map(urls.fragment, keys))), bool(quoted), quoted)


async def probe(seen: Seen, means: Means) -> None:
    """Ask for a made-up neighbour of each page that only says that it is not there, or is about something else."""
    doubtful = siblings.groups(seen)
    async with aclosing(means.answers(Target(beside) for beside in doubtful)) as results:
        async for target, exchange in results:
            other = observe(exchange, means.clock())[""]
            first, *others = doubtful[target.url]
            known = replace(other, requests=0)
            means.keep(
                {first: siblings.compared(seen[first], other)}
                | {key: siblings.compared(seen[key], known) for key in others}
            )
