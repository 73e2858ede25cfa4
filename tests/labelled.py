"""Labelled prose: ``{words|value unit|as_of|role}`` in running text, and how well it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from checker import readers
from checker.model import Document, FoundFigure

PROSE = Path(__file__).parent / "figures" / "prose"
_LABEL = re.compile(r"\{([^{}|]*)\|([^{}|]*)(?:\|([^{}|]*))?(?:\|([^{}|]*))?\}")


@dataclass(frozen=True, slots=True)
class Label:
    """A figure as a person labelled it, with its span in the clear text."""

    start: int
    end: int
    words: str
    value: Decimal
    unit: str
    as_of: str
    role: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A line of labelled prose."""

    text: str
    labels: tuple[Label, ...]


@dataclass(slots=True)
class Score:
    """How well labelled prose was read."""

    labelled: int = 0
    found: int = 0
    right: int = 0
    false: int = 0
    dates: int = 0
    roles: int = 0

    @property
    def precision(self) -> float:
        """Of what was found, the share whose value and unit are right."""
        return self.right / (self.found + self.false)

    @property
    def recall(self) -> float:
        """Of what was labelled, the share found with the right value and unit."""
        return self.right / self.labelled


def passages(name: str, folder: Path = PROSE) -> Iterator[Passage]:
    """The labelled lines of a file."""
    for line in (folder / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield passage(line)


def passage(line: str) -> Passage:
    """A line with its labels taken out."""
    parts: list[str] = []
    labels, last, length = [], 0, 0
    for match in _LABEL.finditer(line):
        parts += [line[last : match.start()], match[1]]
        length += match.start() - last
        value, _, unit = match[2].partition(" ")
        labels.append(
            Label(length, length + len(match[1]), match[1], Decimal(value), unit, match[3] or "", match[4] or "current")
        )
        length += len(match[1])
        last = match.end()
    return Passage("".join([*parts, line[last:]]), tuple(labels))


def score(name: str, *, folder: Path = PROSE, told: list[str] | None = None) -> Score:
    """Read a file of labelled prose, each line by itself, and count; ``told`` collects what went wrong."""
    total = Score()
    for one in passages(name, folder):
        found = list(readers.read(Document("a.txt", one.text, "text")).figures)
        for label in one.labels:
            total.labelled += 1
            fitting = next((item for item in found if item.start < label.end and label.start < item.end), None)
            if fitting is None:
                _tell(told, f"missed   {label.words!r} in {one.text}")
                continue
            found.remove(fitting)
            _count(total, label, fitting, one, told)
        total.false += len(found)
        for item in found:
            _tell(told, f"false    {item.text!r} = {item.quantity.value} {item.quantity.unit} in {one.text}")
    return total


def _count(total: Score, label: Label, item: FoundFigure, one: Passage, told: list[str] | None) -> None:
    total.found += 1
    near = abs(Decimal(item.quantity.value) - label.value) <= abs(label.value) * Decimal("1e-5")
    right = near and item.quantity.unit.lower() == label.unit.lower()
    total.right += right
    if not right:
        _tell(told, f"value    {item.quantity} not {label.value} {label.unit} in {one.text}")
    dated = str(item.as_of or "") == label.as_of
    total.dates += dated
    if not dated:
        _tell(
            told,
            f"date     {label.words!r}: {item.as_of} ({item.date_evidence}) not {label.as_of or None} in {one.text}",
        )
    total.roles += item.role.value == label.role
    if item.role.value != label.role:
        _tell(told, f"role     {label.words!r}: {item.role} not {label.role} in {one.text}")


def _tell(told: list[str] | None, words: str) -> None:
    if told is not None:
        told.append(words)
