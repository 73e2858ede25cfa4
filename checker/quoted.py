"""Figures and the pages they were quoted from: what is to be looked for, what was seen, what it hints at. Pure.

Hints stand beside the verdict on a figure's age and never change it (the design, §8).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from checker.evidence import figures_on
from checker.figures.facts import OnPage, SeenFigure
from checker.figures.on_page import Wanted, name_of, step_of
from checker.judgement import Judged
from checker.model import ArchiveAnswer, Figure, Source
from checker.observation import Exchange, Observation
from checker.reasons import VerdictKind

_THERE = (VerdictKind.OK, VerdictKind.MOVED)
_SEEN = (OnPage.FOUND, OnPage.ROUNDED)
NOTHING = SeenFigure("", OnPage.NOT_CHECKED)


class Quoted(Struct, frozen=True):
    """What the source of a figure says of it: live or, where ``copy``, as the Archive has it."""

    seen: SeenFigure = NOTHING
    copy: bool = False
    hints: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The few words of the page around the figure."""
        return "" if self.seen.state is OnPage.NOT_CHECKED else self.seen.words

    @property
    def why(self) -> str:
        """Why it was not checked, where that is known."""
        return self.seen.words if self.seen.state is OnPage.NOT_CHECKED else ""


class WantedFigures:
    """The figures to look for on each source, by source key, and what its archived copy says of them."""

    def __init__(self, figures: Iterable[Figure], sources: Sequence[Source]) -> None:
        keys = {source.id: source.key for source in sources}
        wanted: dict[str, dict[Wanted, None]] = {}
        for figure in figures:
            key = keys.get(figure.source or "")
            if key is not None:
                wanted.setdefault(key, {})[_wanted(figure)] = None
        self.by_key: Mapping[str, tuple[Wanted, ...]] = {key: tuple(ones) for key, ones in wanted.items()}
        self._on_copies: dict[str, tuple[SeenFigure, ...]] = {}

    def see_copy(self, key: str, exchange: Exchange) -> None:
        """An archived copy was opened: a page that is gone is asked for its figures there."""
        self._on_copies[key] = figures_on(exchange, self.by_key.get(key, ()))

    def completing(self, keep: Callable[[str, ArchiveAnswer], None]) -> Callable[[str, ArchiveAnswer], None]:
        """Keeps the answer of a look-up together with what the copy that was opened for it says."""
        return lambda key, answer: keep(key, self.completed(key, answer))

    def completed(self, key: str, answer: ArchiveAnswer) -> ArchiveAnswer:
        """What became of a copy of a source, with what it says of the figures."""
        return replace(answer, figures=self._on_copies.get(key, ()))


def _wanted(figure: Figure) -> Wanted:
    page_text = figure.declared.page_text if figure.declared else None
    printed = figure.found[0].text if figure.found else figure.text
    return Wanted(figure.quantity, step_of(figure.quantity, printed), page_text)


def quoted(figure: Figure, by_id: Mapping[str, Judged]) -> Quoted:
    """What is known of a figure's page, its archived copy where the page is gone or says nothing."""
    judged = by_id.get(figure.source or "")
    if judged is None:
        return Quoted()
    name = name_of(figure.quantity, figure.declared.page_text if figure.declared else None)
    page = judged.observation.page if judged.observation else None
    live = _named(page.figures if page else (), name)
    copy = _named(judged.archive.figures, name)
    kind = judged.verdict.kind
    if kind in _THERE or (kind is VerdictKind.BLOCKED and live.state in _SEEN):
        seen, is_copy = (live, False) if live.state is not OnPage.NOT_CHECKED or copy is NOTHING else (copy, True)
    else:
        seen, is_copy = copy, copy is not NOTHING
    return Quoted(seen, is_copy, tuple(_hints(seen, judged, is_copy=is_copy)))


def _named(seen: Iterable[SeenFigure], name: str) -> SeenFigure:
    return next((one for one in seen if one.name == name), NOTHING)


def _hints(seen: SeenFigure, judged: Judged, *, is_copy: bool) -> Iterable[str]:
    if seen.state is OnPage.NOT_FOUND:
        where = "archived copy" if is_copy else "page"
        yield f"it is not on the {where}, which was read to its end"
    observation = judged.observation
    if observation is None or observation.page is None or judged.verdict.kind not in _THERE:
        return
    looked = max(
        (one.accessed for one in judged.source.citations if one.accessed), key=lambda day: day.last, default=None
    )
    changed = observation.page.modified
    if changed is not None and looked is not None and changed > looked.last and not _is_of_the_answer(observation):
        yield f"the page was changed on {changed}, after it was accessed on {looked}"
    if observation.page.newer:
        yield f"the page names a newer edition: {observation.page.newer}"


def _is_of_the_answer(observation: Observation) -> bool:
    """Whether the day is no more than that of the answer: many servers call every page modified just now."""
    page = observation.page
    if page is None or page.modified is None or page.modified_by != "header":
        return False
    return page.modified >= observation.at.date() - timedelta(1)
