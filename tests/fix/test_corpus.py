"""Before and after, in every format and style; and at least twice as many texts that must stay untouched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import fixworld as world
import pytest
import yaml

from checker.fix.remedy import Style
from checker.readers import KINDS

CORPUS = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted(Path(__file__).parent.glob("corpus/*.yml"))
}
CHANGES = [(data["kind"], case) for data in CORPUS.values() for case in data["change"]]
STAYS = [
    (data["kind"], case if isinstance(case, dict) else {"text": case})
    for data in CORPUS.values()
    for case in data["stay"]
]


def style_of(case: dict[str, Any]) -> Style | None:
    """The style a case asks for."""
    return Style(case["style"]) if "style" in case else None


@pytest.mark.parametrize(("kind", "case"), CHANGES, ids=[f"{kind}: {case['name']}" for kind, case in CHANGES])
def test_changes(kind: str, case: dict[str, Any]) -> None:
    """Exactly what is written here, and nothing is refused."""
    planned = world.fixed(kind, case["before"], style_of(case))

    assert planned.text == case["after"]
    assert not [one for one in planned.left if one.refused]


@pytest.mark.parametrize(("kind", "case"), CHANGES, ids=[f"{kind}: {case['name']}" for kind, case in CHANGES])
def test_twice_is_once(kind: str, case: dict[str, Any]) -> None:
    """What was mended needs no mending, in the same style or in another."""
    for style in (style_of(case), None, Style.REPLACE) if case.get("style") != "append" else (Style.APPEND, None):
        again = world.fixed(kind, case["after"], style)

        assert again.text == case["after"]


@pytest.mark.parametrize(("kind", "case"), STAYS, ids=[f"{kind}: {case['text'][:60]!r}" for kind, case in STAYS])
def test_stays(kind: str, case: dict[str, Any]) -> None:
    """Not one character changes; where something should have been mended, that is told."""
    planned = world.fixed(kind, case["text"], style_of(case))

    assert planned.text == case["text"]
    assert not planned.changes
    assert bool([one for one in planned.left if one.refused]) == case.get("refused", False)


def test_every_format_is_here() -> None:
    """Also those that are refused, and sources.yml."""
    assert {data["kind"] for data in CORPUS.values()} >= {*KINDS, "sources"} - {"docx", "pdf"}


def test_more_stays_than_changes() -> None:
    """Twice as many at least, in the whole and nearly so in each format."""
    assert len(STAYS) >= 2 * len(CHANGES)
