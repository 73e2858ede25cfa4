"""Where the entries of sources.yml stand in its text, for those who edit it without touching anything else. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from checker.config import tree

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Value:
    """A scalar: where its key begins, its own span with quotes, and the sign it is written with.

    ``style`` is empty for a plain scalar, else ``'``, ``"``, ``|`` or ``>``.
    """

    key: int
    start: int
    end: int
    style: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A map of scalars by key; lists and maps in it are left out. ``flow`` if it is written in braces."""

    values: Mapping[str, Value]
    flow: bool


def entries(text: str, name: str, kind: str) -> Mapping[str, Entry]:
    """The entries of ``sources`` or ``figures``, by id.

    Raises:
        InputError: it is no YAML that we read.
    """
    tree.parse(text, name)  # refuses aliases and the like before anything is built
    root = yaml.compose(text, Loader=_LOADER)
    found = next((node for key, node in _pairs(root) if key.value == kind), None)
    return {key.value: _entry(node) for key, node in _pairs(found)}


def _entry(node: yaml.Node) -> Entry:
    values = {
        key.value: Value(key.start_mark.index, value.start_mark.index, value.end_mark.index, value.style or "")
        for key, value in _pairs(node)
        if isinstance(value, yaml.ScalarNode)
    }
    return Entry(values, bool(getattr(node, "flow_style", False)))


def _pairs(node: yaml.Node | None) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
    return iter(node.value) if isinstance(node, yaml.MappingNode) else iter(())
