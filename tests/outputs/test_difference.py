"""What changed since an earlier run, from the histories of the report."""

from __future__ import annotations

import json

import pytest

from checker.errors import UsageError
from checker.outputs import difference, printed
from checker.outputs.difference import Kind
from checker.outputs.words import ENGLISH, load
from checker.report import PastVerdict, Report
from reports import figure, report, source

DAYS = ("2026-11-09T05:31:00Z", "2026-11-16T05:31:00Z", "2026-11-23T05:31:00Z")


def history(*verdicts: str) -> list[PastVerdict]:
    """What the last runs concluded, the latest one last."""
    return [PastVerdict(at=at, verdict=verdict) for at, verdict in zip(DAYS[-len(verdicts) :], verdicts, strict=True)]  # type: ignore[arg-type]  # names of verdicts


def changing() -> Report:
    """A report in which everything that can change did."""
    return report(
        sources=[
            source("died", "dead", "http-404", history=history("ok", "ok", "dead")),
            source("rose", "ok", "http-200", history=history("dead", "dead", "ok")),
            source("moved", "moved", "moved-permanently", history=history("ok", "ok", "moved")),
            source("same", "blocked", "bot-wall", history=history("blocked", "blocked", "blocked")),
            source("added", "dead", "http-404", history=history("dead")),
            source("wavered", "ok", "http-200", history=history("ok", "unreachable", "ok")),
        ],
        figures=[
            figure("overdue", "stale", due="2026-08-20", limit="2026-11-20"),
            figure("was-overdue", "stale", due="2019-09-30", limit="2019-12-31"),
            figure("confirmed", "fresh", due="2019-09-30", limit="2019-12-31"),
        ],
    )


def told(since: str) -> dict[str, Kind]:
    """The changes by the id of what changed."""
    return {one.entry.id: one.kind for one in difference.changes(changing(), difference.find_run(changing(), since))}


def test_changes_since_a_run() -> None:
    """Worse, better, other, and what was not asked then; what is as it was is not told."""
    assert told("2026-11-09") == {
        "died": Kind.WORSE, "rose": Kind.BETTER, "moved": Kind.OTHER, "added": Kind.ADDED, "overdue": Kind.WORSE,
    }  # fmt: skip


def test_the_previous_run() -> None:
    """The run before this one, by its own name."""
    assert told("previous") == {**told("2026-11-16"), "wavered": Kind.BETTER}
    assert difference.find_run(changing(), "previous") == DAYS[1]


@pytest.mark.parametrize("wanted", ["2025", "yesterday", "", "2026-11-23", "2026-11-23T05:31:00Z"])
def test_an_unknown_run(wanted: str) -> None:
    """It is refused, and the known ones are named; the present one is no earlier one."""
    with pytest.raises(UsageError, match="known are 2026-11-09T05:31:00Z, 2026-11-16"):
        difference.find_run(changing(), wanted)


def test_no_history_at_all() -> None:
    """A first report has nothing to compare with, and says so."""
    with pytest.raises(UsageError, match="known are none"):
        difference.find_run(report(sources=[source("a", "ok", "http-200")]), "previous")


@pytest.mark.parametrize(("language", "words"), [("en", "6 changes"), ("ru", "6 изменений")])
def test_the_text(language: str, words: str) -> None:
    """Grouped, with what it was and what it is."""
    text = difference.render(changing(), DAYS[1], load(language))

    assert words in text.splitlines()[0]
    assert ("there → not found: Title of died" in text) is (language == "en")


def test_nothing_changed() -> None:
    """One line says so."""
    calm = report(sources=[source("a", "ok", "http-200", history=history("ok", "ok", "ok"))], figures=[])

    assert difference.render(calm, DAYS[0]).endswith(": nothing changed.\n")


def test_other_formats_count_against_the_run() -> None:
    """``new`` and ``fixed`` are those since the run, and the run is named."""
    compared = json.loads(printed(ENGLISH)["json"](difference.compared(changing(), DAYS[0])))

    assert compared["run"]["previous"] == DAYS[0]
    assert [one["id"] for one in compared["sources"] if one["new"]] == ["died", "added"]
    assert [one["id"] for one in compared["sources"] if one["fixed"]] == ["rose"]
    assert (compared["summary"]["new"], compared["summary"]["fixed"]) == (2, 1)
